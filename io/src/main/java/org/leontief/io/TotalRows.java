package org.leontief.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.leontief.solve.SparseMatrix;

/**
 * Recognises totals that stand among the sectors of a published table. Read as a sector, a total doubles everything and
 * no check of shapes notices.
 */
final class TotalRows {

    private static final Set<String> WORDS = Set.of("total", "totals", "sum", "subtotal", "insgesamt");
    /** Printed totals differ from the sum of printed cells by rounding; no real sector comes as near as this. */
    private static final double ROUNDING = 0.005;

    private TotalRows() {}

    /** Whether the label says so: "Total", "TOTAL demand", "CPA_TOTAL". */
    static boolean isNamedLikeTotal(String label) {
        String[] words = label.toLowerCase(Locale.ROOT).split("[\\s_:,.()-]+", -1);
        return WORDS.contains(words[0]) || WORDS.contains(words[words.length - 1]);
    }

    /** A sentence for a message about a label that says it is a total; empty for others. */
    static String hint(String label) {
        return isNamedLikeTotal(label) ? " '" + label + "' looks like a total; leave it out." : "";
    }

    /** The first row of a square table that is the sum of all others in every column, within rounding, or −1. */
    static int find(SparseMatrix table) {
        if (nonZeroRows(table) < 3) {
            // Of two rows that are alike, each is "the sum of all others".
            return -1;
        }
        double[] columnSums = table.columnSums();
        double size = 0;
        for (double sum : columnSums) {
            size += Math.abs(sum);
        }
        // Row k is the sum of the others where 2 z_kj = s_j; the differences of all rows are gathered in one pass.
        double[] difference = new double[table.rows()];
        double[] own = new double[table.rows()];
        double[] seen = new double[table.rows()];
        table.forEach((i, j, v) -> {
            // A total's own column is no evidence: it may be blank or hold a grand total of something else.
            if (i != j) {
                seen[i] += Math.abs(columnSums[j]);
                difference[i] += Math.abs(2 * v - columnSums[j]);
                own[i] += Math.abs(v);
            }
        });
        for (int i = 0; i < table.rows(); i++) {
            double unmatched = size - Math.abs(columnSums[i]) - seen[i];
            if (own[i] > 0 && difference[i] + unmatched <= ROUNDING * own[i]) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The first column that is the sum of all other columns of its group in every row, within rounding, or −1. Of two columns
     * that are alike each is "the sum of all others", and in two rows any three numbers may add up; neither is evidence. Nor is,
     * in a square table, a total's own row, as in {@link #find}. The table is not transposed, which would take its memory again.
     */
    static int findColumn(SparseMatrix table, int[] groupOf, int groups) {
        double[] sums = new double[table.rows()];
        for (int group = 0; group < groups; group++) {
            Arrays.fill(sums, 0);
            int filled = 0;
            for (int j = 0; j < groupOf.length; j++) {
                if (groupOf[j] == group) {
                    long[] entries = new long[1];
                    table.forEachInColumn(j, (i, c, v) -> {
                        sums[i] += v;
                        entries[0]++;
                    });
                    filled += entries[0] > 0 ? 1 : 0;
                }
            }
            if (filled >= 3 && Arrays.stream(sums).filter(sum -> sum != 0).count() >= 3) {
                for (int j = 0; j < groupOf.length; j++) {
                    if (groupOf[j] == group && isSumOfOthers(table, j, sums)) {
                        return j;
                    }
                }
            }
        }
        return -1;
    }

    /** Column j is the sum of the others where 2 z_ij = s_i. */
    private static boolean isSumOfOthers(SparseMatrix table, int column, double[] sums) {
        double[] own = new double[1];
        double[] difference = new double[1];
        double[] seen = new double[1];
        int ownRow = table.rows() == table.columns() ? column : -1;
        table.forEachInColumn(column, (i, j, v) -> {
            if (i != ownRow) {
                own[0] += Math.abs(v);
                seen[0] += Math.abs(sums[i]);
                difference[0] += Math.abs(2 * v - sums[i]);
            }
        });
        if (own[0] == 0 || difference[0] > ROUNDING * own[0]) {
            return false;
        }
        double size = ownRow < 0 ? 0 : -Math.abs(sums[ownRow]);
        for (double sum : sums) {
            size += Math.abs(sum);
        }
        return difference[0] + size - seen[0] <= ROUNDING * own[0];
    }

    /** Whether two rows (or columns) of numbers are the same within rounding, and not all 0. */
    static boolean agree(double[] candidate, double[] sums) {
        double size = 0;
        double difference = 0;
        for (int j = 0; j < candidate.length; j++) {
            size += Math.abs(candidate[j]);
            difference += Math.abs(candidate[j] - sums[j]);
        }
        return size > 0 && difference <= ROUNDING * size;
    }

    private static int nonZeroRows(SparseMatrix table) {
        boolean[] filled = new boolean[table.rows()];
        table.forEach((i, j, v) -> filled[i] = true);
        int count = 0;
        for (boolean f : filled) {
            count += f ? 1 : 0;
        }
        return count;
    }
}
