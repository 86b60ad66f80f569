package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of the README and of docs/ that stays within the project leads to a file, and to a heading in it. */
class LinksTest {

    private static final Path ROOT = Path.of(System.getProperty("leontief.root", ".."));
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> here = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream.concat(here, docs).filter(LinksTest::isPage).sorted().forEach(pages::add);
        }
        pages.add(ROOT.resolve("benchmarks/README.md"));
        return pages.stream();
    }

    private static boolean isPage(Path path) {
        return path.toString().endsWith(".md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        List<String> lost = LINK.matcher(withoutBlocks(page))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains("://"))
                .filter(link -> !leadsSomewhere(page, link))
                .toList();
        assertThat(lost).as("links of %s that lead nowhere", page).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** Headings as they are linked to: small letters, digits, and hyphens for spaces. */
    private static Set<String> anchors(Path page) {
        try {
            return HEADING.matcher(withoutBlocks(page))
                    .results()
                    .map(LinksTest::anchor)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String withoutBlocks(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }
}
