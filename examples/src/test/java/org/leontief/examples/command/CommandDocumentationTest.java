package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leontief.examples.MarkdownBlocks;
import org.leontief.examples.MarkdownBlocks.Block;

/** Every line {@code leontief …} of the documentation runs, and prints what the block after it says. */
class CommandDocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("leontief.root", ".."));
    private static final String JAR = "leontief.jar";
    private static final String COMMAND = "leontief ";
    private static final Set<String> OUTPUTS = Set.of("text", "json");

    /** A word, or one in quotation marks; what follows a number sign is for people. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");

    private static final Pattern EXIT = Pattern.compile("# exits with (\\d+)");

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theLinesRunAndPrintWhatThePageSays(Path page) throws IOException {
        List<Block> blocks = MarkdownBlocks.of(page);
        for (int i = 0; i < blocks.size(); i++) {
            StringBuilder printed = new StringBuilder();
            for (String line : commands(blocks.get(i))) {
                printed.append(run(line));
            }
            if (!printed.isEmpty()
                    && i + 1 < blocks.size()
                    && OUTPUTS.contains(blocks.get(i + 1).language())) {
                assertThat(comparable(printed.toString().strip()))
                        .as(page.getFileName() + ": " + blocks.get(i).text())
                        .isEqualTo(comparable(blocks.get(i + 1).text()));
            }
        }
    }

    @Test
    void everySubcommandIsShown() throws IOException {
        List<String> shown = MarkdownBlocks.of(ROOT.resolve("docs/command.md")).stream()
                .flatMap(block -> commands(block).stream())
                .map(line -> line.split(" ", 3)[1])
                .toList();
        assertThat(shown).contains("plan", "labour", "prices", "footprint", "optimise", "balance", "convert", "check");
    }

    @Test
    void theMainCommandPrintsWhatTheReadmeSays() throws IOException {
        List<Block> blocks = MarkdownBlocks.of(ROOT.resolve("README.md"));
        Block command = blocks.stream()
                .filter(block -> block.text().contains(JAR))
                .findFirst()
                .orElseThrow();
        Block output = blocks.subList(blocks.indexOf(command), blocks.size()).stream()
                .filter(block -> block.language().equals("text"))
                .findFirst()
                .orElseThrow();
        String arguments = command.text().substring(command.text().indexOf(JAR) + JAR.length());
        assertThat(comparable(run(COMMAND + arguments.strip()).strip())).isEqualTo(comparable(output.text()));
    }

    private static List<String> commands(Block block) {
        return block.language().equals("sh")
                ? block.text()
                        .replace("\\\n", " ")
                        .lines()
                        .filter(line -> line.startsWith(COMMAND))
                        .toList()
                : List.of();
    }

    /** Files of docs/ are those of the project, and what is written to out/ goes where it is forgotten. */
    private String run(String line) {
        Matcher exit = EXIT.matcher(line);
        int expected = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(line.replaceFirst("\\s#.*", "").substring(COMMAND.length()));
        while (words.find()) {
            String word = words.group(1) == null ? words.group(2) : words.group(1);
            arguments.add(
                    word.startsWith("docs/")
                            ? ROOT.resolve(word).toString()
                            : word.startsWith("out/") ? folder.resolve(word).toString() : word);
        }
        assertThat(folder.resolve("out").toFile().mkdirs() || Files.isDirectory(folder.resolve("out")))
                .isTrue();
        assertThat(shell.run(arguments.toArray(String[]::new)))
                .as(line + "\n" + shell.err())
                .isEqualTo(expected);
        return (shell.out() + shell.err()).replace(folder + "/", "");
    }

    private static String comparable(String text) {
        return text.replaceAll("[0-9.e-]+ s\\b", "TIME").replaceAll("(\"version\" : )\".*\"", "$1VERSION");
    }
}
