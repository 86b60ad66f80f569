package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.leontief.examples.MarkdownBlocks.Block;

/** Compiles and runs blocks of Java as they stand in the documentation. */
final class JavaBlocks {

    static final String LANGUAGE = "java";

    private static final Path ROOT = Path.of(System.getProperty("leontief.root", ".."));

    private static final String MARK = "==== block ";

    private static final String IMPORTS = """
            import static org.leontief.plan.Activity.activity;
            import static org.leontief.technology.Recipe.recipe;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.Map;
            import org.leontief.Economy;
            import org.leontief.compilation.*;
            import org.leontief.examples.GermanTable;
            import org.leontief.examples.pictures.*;
            import org.leontief.io.*;
            import org.leontief.label.*;
            import org.leontief.optimisation.*;
            import org.leontief.plan.*;
            import org.leontief.plan.years.*;
            import org.leontief.quantity.*;
            import org.leontief.region.*;
            import org.leontief.resource.*;
            import org.leontief.solve.*;
            import org.leontief.structure.*;
            import org.leontief.table.*;
            import org.leontief.technology.*;
            import org.leontief.value.*;
            import org.leontief.value.production.*;
            """;

    private JavaBlocks() {}

    /** Compiles the blocks into one class, runs it in the root of the project, and splits what it prints. */
    static List<String> run(List<Block> programs, Path folder) throws Exception {
        Path file = folder.resolve("Blocks.java");
        Files.writeString(file, source(programs));
        String classPath = System.getProperty("java.class.path");
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        errors,
                        errors,
                        "-proc:none",
                        "-encoding",
                        "UTF-8",
                        "-cp",
                        classPath,
                        "-d",
                        folder.toString(),
                        file.toString());
        assertThat(compiled).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        folder + System.getProperty("path.separator") + classPath,
                        "Blocks")
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return Stream.of(printed.split(MARK + "\n", -1))
                .skip(1)
                .map(String::stripTrailing)
                .toList();
    }

    /**
     * A method for every block. One marked "java continued" runs after the block before it, and sees the variables of the
     * last that is not.
     */
    private static String source(List<Block> programs) {
        StringBuilder methods = new StringBuilder();
        StringBuilder main = new StringBuilder();
        int open = 0;
        for (int k = 0; k < programs.size(); k++) {
            String printMark = "System.out.println(\"" + MARK + "\");\n";
            String text = programs.get(k).text() + "\n";
            if (programs.get(k).language().equals(LANGUAGE)) {
                methods.append("}\n".repeat(open))
                        .append("static void block")
                        .append(k)
                        .append("() throws Exception {\n");
                methods.append(printMark).append(text);
                main.append("block").append(k).append("();\n");
                open = 1;
            } else {
                methods.append(printMark).append("{\n").append(text).append("}\n");
            }
        }
        return IMPORTS + "public final class Blocks {\n" + methods + "}\n".repeat(open)
                + "public static void main(String[] args) throws Exception {\n" + main + "}\n}\n";
    }
}
