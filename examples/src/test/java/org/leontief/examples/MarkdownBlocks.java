package org.leontief.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fenced code blocks of a Markdown file, in order. */
public final class MarkdownBlocks {

    private static final String FENCE = "```";

    /** A block and the language it is marked with. */
    public record Block(String language, String text) {}

    private MarkdownBlocks() {}

    public static List<Block> of(Path file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                String language = lines.get(i).substring(FENCE.length()).strip();
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
                    end++;
                }
                blocks.add(new Block(language, String.join("\n", lines.subList(i + 1, end))));
                i = end;
            }
        }
        return blocks;
    }
}
