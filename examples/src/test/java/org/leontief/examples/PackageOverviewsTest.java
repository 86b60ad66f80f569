package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.examples.MarkdownBlocks.Block;

/** Every package of core and io has an overview with an example, and the examples run. */
class PackageOverviewsTest {

    private static final Path ROOT = Path.of(System.getProperty("leontief.root", ".."));
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\n(.*?)}</pre>");

    @TempDir
    Path folder;

    private static List<Path> overviews() throws IOException {
        List<Path> overviews = new ArrayList<>();
        for (String module : List.of("core", "io")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.endsWith("package-info.java"))
                        .sorted()
                        .forEach(overviews::add);
            }
        }
        return overviews;
    }

    @Test
    void theExamplesRun() throws Exception {
        List<Path> overviews = overviews();
        List<Block> examples = new ArrayList<>();
        for (Path overview : overviews) {
            Matcher example = EXAMPLE.matcher(Files.readString(overview).replaceAll("(?m)^ \\* ?", ""));
            assertThat(example.find()).as("an example in %s", overview).isTrue();
            examples.add(new Block(JavaBlocks.LANGUAGE, example.group(1)));
        }
        assertThat(JavaBlocks.run(examples, folder)).hasSameSizeAs(overviews);
    }
}
