package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leontief.examples.MarkdownBlocks.Block;

/** Every Java block of the README and of docs/ is compiled and run, and prints what the text block after it says. */
class DocumentationTest {

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
            import org.leontief.solve.*;
            import org.leontief.structure.*;
            import org.leontief.table.*;
            import org.leontief.technology.*;
            import org.leontief.value.*;
            import org.leontief.value.production.*;
            """;

    @TempDir
    Path folder;

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("benchmarks/README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaBlocksRunAndPrintWhatThePageSays(Path page) throws Exception {
        List<Block> blocks = MarkdownBlocks.of(page);
        List<Integer> programs = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).language().equals("java")) {
                programs.add(i);
            }
        }
        if (programs.isEmpty()) {
            return;
        }
        List<String> printed =
                run(programs.stream().map(blocks::get).map(Block::text).toList());
        for (int k = 0; k < programs.size(); k++) {
            int next = programs.get(k) + 1;
            if (next < blocks.size() && blocks.get(next).language().equals("text")) {
                assertThat(printed.get(k))
                        .as("what block %s of %s prints", k + 1, page.getFileName())
                        .isEqualTo(blocks.get(next).text());
            }
        }
    }

    @Test
    void theMainCommandPrintsWhatTheReadmeSays() throws IOException {
        List<Block> blocks = MarkdownBlocks.of(ROOT.resolve("README.md"));
        Block command = blocks.stream()
                .filter(block -> block.text().contains("leontief-plan.jar"))
                .findFirst()
                .orElseThrow();
        int place = blocks.indexOf(command);
        Block output = blocks.subList(place, blocks.size()).stream()
                .filter(block -> block.language().equals("text"))
                .findFirst()
                .orElseThrow();
        String[] arguments = command.text()
                .substring(command.text().indexOf("leontief-plan.jar") + "leontief-plan.jar".length())
                .strip()
                .split(" ");
        StringWriter out = new StringWriter();
        int exit = PlanProgram.run(
                new PrintWriter(out), new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
        assertThat(exit).isZero();
        assertThat(withoutTimes(out.toString().strip())).isEqualTo(withoutTimes(output.text()));
    }

    @Test
    void theTestCommandIsTheOneThatCiRuns() throws IOException {
        String ci = Files.readString(ROOT.resolve(".ci/run"));
        List<String> commands = MarkdownBlocks.of(ROOT.resolve("README.md")).stream()
                .filter(block -> block.language().equals("sh"))
                .map(Block::text)
                .toList();
        assertThat(commands).hasSize(2).allSatisfy(command -> assertThat(ci).contains(command));
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("[0-9.e-]+ s\\b", "TIME");
    }

    /** Compiles the blocks into one class, runs it in the root of the project, and splits what it prints. */
    private List<String> run(List<String> programs) throws Exception {
        StringBuilder source = new StringBuilder(IMPORTS).append("public final class Blocks {\n");
        StringBuilder main = new StringBuilder();
        for (int k = 0; k < programs.size(); k++) {
            source.append("static void block").append(k).append("() throws Exception {\n");
            source.append(programs.get(k)).append("\n}\n");
            main.append("System.out.println(\"")
                    .append(MARK)
                    .append("\"); block")
                    .append(k)
                    .append("();\n");
        }
        source.append("public static void main(String[] args) throws Exception {\n")
                .append(main)
                .append("}\n}\n");
        Path file = folder.resolve("Blocks.java");
        Files.writeString(file, source);
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
        return Stream.of(printed.split(MARK + "\n"))
                .skip(1)
                .map(String::stripTrailing)
                .toList();
    }
}
