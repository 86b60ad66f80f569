package org.leontief.examples.pictures;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** An SVG document that scales with its page and says what it shows. */
final class SvgText {

    /** Hundredths of a point are more than can be seen. */
    private static final Pattern DIGITS = Pattern.compile("(\\.[0-9]{2})[0-9]+");

    private static final Pattern CLIP = Pattern.compile("\\bclip-?[0-9]+\\b");

    /** Characters that XML has no way to write. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private SvgText() {}

    static String of(String document, int width, int height, String description) {
        int start = document.indexOf("<svg");
        int end = document.indexOf('>', start);
        if (start < 0 || end < 0) {
            throw new IllegalStateException("The document written is no SVG: it has no <svg> element.");
        }
        String body = DIGITS.matcher(numbered(document.substring(end + 1))).replaceAll("$1");
        int line = description.indexOf('\n');
        String title = line < 0 ? description : description.substring(0, line);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\">\n<title>" + escaped(title)
                + "</title>\n<desc>" + escaped(description) + "</desc>" + body;
    }

    /** The names of clip paths are hash codes, other ones every time; numbers in their order are the same every time. */
    private static String numbered(String body) {
        Map<String, String> names = new HashMap<>();
        return CLIP.matcher(body)
                .replaceAll(match -> names.computeIfAbsent(match.group(), name -> "clip" + (names.size() + 1)));
    }

    private static String escaped(String text) {
        return NOT_XML.matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
