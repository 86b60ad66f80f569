package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the notebooks runs in JShell, without Jupyter, and prints what is kept in the notebook. */
class NotebooksTest {

    /** What the kernel JJava imports before the first cell; a name of ours must not mean something else there. */
    private static final List<String> IMPORTED_BY_JJAVA = List.of(
            "java.util.*",
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.time.*",
            "java.util.concurrent.*",
            "java.util.prefs.*",
            "java.util.regex.*");

    private static final Path FOLDER =
            Path.of(System.getProperty("leontief.root", "..")).resolve("examples/notebooks");

    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void cellsRunAndPrintWhatIsKept(Path file) throws IOException {
        List<Notebook.Cell> cells = code(file);
        assertThat(cells).hasSizeGreaterThan(5);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JShell shell = JShell.builder()
                .out(new PrintStream(out, true, StandardCharsets.UTF_8))
                .err(new PrintStream(out, true, StandardCharsets.UTF_8))
                .remoteVMOptions(
                        "-Djava.awt.headless=true", "-Xmx2g", "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8")
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            IMPORTED_BY_JJAVA.forEach(name -> run(shell, "import " + name + ";"));
            for (Notebook.Cell cell : cells) {
                out.reset();
                String value = run(shell, cell.source());
                assertThat(out.toString(StandardCharsets.UTF_8).strip())
                        .as("what is printed by the cell of %s: %s", file.getFileName(), cell.source())
                        .isEqualTo(cell.printed().strip());
                assertThat(cell.mimeTypes().contains("image/png"))
                        .as("a picture is kept where one is made: %s", cell.source())
                        .isEqualTo(value.startsWith("BufferedImage"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void whatIsKeptHasNoErrorsAndAsksNothingOfOneKernelAlone(Path file) throws IOException {
        List<Notebook.Cell> cells = code(file);
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.outputs()).as(cell.source()).doesNotContain("error");
            assertThat(cell.source().lines()).noneMatch(line -> line.startsWith("%"));
        });
        assertThat(cells.stream().filter(cell -> cell.mimeTypes().contains("image/png")))
                .as("pictures")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static List<Notebook.Cell> code(Path file) throws IOException {
        return Notebook.read(file).cells().stream()
                .filter(cell -> cell.type().equals("code"))
                .toList();
    }

    /** The value of the last snippet, as JShell writes it. */
    private static String run(JShell shell, String source) {
        String value = "";
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            assertThat(next.completeness().isComplete())
                    .as("a whole statement: %s", rest)
                    .isTrue();
            for (SnippetEvent event : shell.eval(next.source())) {
                if (event.causeSnippet() == null) {
                    assertThat(event.status())
                            .as("%s%n%s", event.snippet().source(), diagnostics(shell, event.snippet()))
                            .isEqualTo(Snippet.Status.VALID);
                    assertThat(event.exception()).as(event.snippet().source()).isNull();
                    value = event.value() == null ? "" : event.value();
                }
            }
            rest = next.remaining();
        }
        return value;
    }

    private static List<String> diagnostics(JShell shell, Snippet snippet) {
        return shell.diagnostics(snippet)
                .map(diagnostic -> diagnostic.getMessage(null))
                .toList();
    }
}
