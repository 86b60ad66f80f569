package org.leontief.region;

import java.util.List;
import java.util.Locale;
import org.leontief.label.BoundedVector;
import org.leontief.label.Labels;

/** Several numbers for each region, one region a line: what a result prints. */
final class RegionalLines {

    private static final int MOST_LINES = 20;

    private RegionalLines() {}

    /** The heading, and below it the numbers of the first twenty regions, in the order of the vectors. */
    static String of(String heading, List<BoundedVector> numbers) {
        Labels regions = numbers.get(0).labels();
        int shown = Math.min(MOST_LINES, regions.size());
        StringBuilder text = new StringBuilder(heading);
        for (int r = 0; r < shown; r++) {
            text.append("\n  ").append(regions.get(r));
            for (BoundedVector vector : numbers) {
                text.append(String.format(Locale.ROOT, "  %.6g", vector.at(r)));
            }
        }
        return text.append(shown < regions.size() ? "\n  … and " + (regions.size() - shown) + " more" : "")
                .toString();
    }
}
