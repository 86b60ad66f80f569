package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leontief.examples.MarkdownBlocks.Block;

/** Every Java block of the README and of docs/ is compiled and run, and prints what the text block after it says. */
class DocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("leontief.root", ".."));

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
            if (blocks.get(i).language().startsWith(JavaBlocks.LANGUAGE)) {
                programs.add(i);
            }
        }
        if (programs.isEmpty()) {
            return;
        }
        List<String> printed = JavaBlocks.run(programs.stream().map(blocks::get).toList(), folder);
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
    void theTestCommandIsTheOneThatCiRuns() throws IOException {
        String ci = Files.readString(ROOT.resolve(".ci/run"));
        List<String> commands = MarkdownBlocks.of(ROOT.resolve("README.md")).stream()
                .filter(block -> block.language().equals("sh"))
                .map(Block::text)
                .toList();
        assertThat(commands).hasSize(2).allSatisfy(command -> assertThat(ci).contains(command));
    }
}
