package org.leontief.examples.pictures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Labels that fit beside a chart: at most so many characters, the end given up for "…", and still all different. */
final class ShortLabels {

    private ShortLabels() {}

    static List<String> of(List<?> labels, int most) {
        Set<String> taken = new HashSet<>();
        List<String> shortened = new ArrayList<>();
        for (Object label : labels) {
            String text = label.toString();
            String candidate = shorten(text, most);
            for (int k = 2; !taken.add(candidate); k++) {
                String end = " (" + k + ")";
                candidate = shorten(text, most - end.length()) + end;
            }
            shortened.add(candidate);
        }
        return shortened;
    }

    static String shorten(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }
}
