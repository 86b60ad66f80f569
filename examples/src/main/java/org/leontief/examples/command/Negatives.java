package org.leontief.examples.command;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.Listing;
import org.leontief.label.NumberText;

/**
 * The negative cells of a matrix.
 *
 * @param count how many
 * @param row of the one farthest below zero
 * @param column of the same
 * @param least its value; 0 if there is none
 */
record Negatives(int count, String row, String column, double least) {

    static Negatives of(LabelledMatrix matrix) {
        int[] count = {0};
        int[] place = {-1, -1};
        double[] least = {0};
        matrix.matrix().forEach((i, j, v) -> {
            if (v < 0) {
                count[0]++;
                if (v < least[0]) {
                    least[0] = v;
                    place[0] = i;
                    place[1] = j;
                }
            }
        });
        return count[0] == 0
                ? new Negatives(0, "", "", 0)
                : new Negatives(
                        count[0],
                        matrix.rows().get(place[0]).toString(),
                        matrix.columns().get(place[1]).toString(),
                        least[0]);
    }

    /** In words. */
    @Override
    public String toString() {
        return Listing.count(count, "number is", "numbers are") + " negative, the least " + NumberText.of(least) + " ('"
                + row + "' to '" + column + "')";
    }
}
