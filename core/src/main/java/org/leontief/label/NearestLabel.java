package org.leontief.label;

import java.util.Locale;
import java.util.Optional;

/** Finds the label that a mistyped one was probably meant to be. */
final class NearestLabel {

    private NearestLabel() {}

    /** The label with the smallest edit distance, case apart, if at most a third of the letters differ. */
    static Optional<String> to(String wanted, Iterable<Label> labels) {
        String lowered = wanted.toLowerCase(Locale.ROOT);
        int best = Math.max(1, lowered.length() / 3) + 1;
        String nearest = null;
        for (Label label : labels) {
            String full = label.toString();
            int distance = Math.min(
                    distance(lowered, full.toLowerCase(Locale.ROOT), best),
                    distance(lowered, label.name().toLowerCase(Locale.ROOT), best));
            if (distance < best) {
                best = distance;
                nearest = full;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * How many letters have to be put in, left out, replaced, or swapped with their neighbour (optimal string alignment
     * distance), or limit if it is not below the limit.
     */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] changes = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : fewest(a, b, i, j, changes);
            }
        }
        return Math.min(limit, changes[a.length()][b.length()]);
    }

    private static int fewest(String a, String b, int i, int j, int[][] changes) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int fewest =
                Math.min(changes[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, changes[i - 2][j - 2] + 1) : fewest;
    }
}
