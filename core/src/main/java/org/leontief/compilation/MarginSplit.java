package org.leontief.compilation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides totals among parts: part k of total b is given, or free. The parts of each total add up to it, and all that a part receives to its
 * share of everything; free cells are as close to the shares as that allows, by biproportional adjustment (RAS).
 *
 * <p>Cells of negative totals are not adjusted; what is not given of them is divided by the shares.
 */
final class MarginSplit {

    private static final int ROUNDS = 10_000;
    private static final double TOLERANCE = 1e-13;

    private final String whole;
    private final List<String> parts;
    private final List<String> names;
    private final double[] totals;
    private final double[] shares;
    /** NaN where free; parts × totals. */
    private final double[][] given;

    MarginSplit(
            String whole, List<String> parts, List<String> names, double[] totals, double[] shares, double[][] given) {
        this.whole = whole;
        this.parts = parts;
        this.names = names;
        this.totals = totals;
        this.shares = shares;
        this.given = given;
    }

    /** Each total by itself: what is not given is divided by the shares of those to whom nothing is given. */
    double[][] byTotals() {
        double[][] cells = new double[shares.length][totals.length];
        for (int b = 0; b < totals.length; b++) {
            double left = totals[b];
            double free = 0;
            for (int k = 0; k < shares.length; k++) {
                cells[k][b] = given[k][b];
                left -= isFree(k, b) ? 0 : given[k][b];
                free += isFree(k, b) ? shares[k] : 0;
            }
            requireDivisible(b, left, free);
            for (int k = 0; k < shares.length; k++) {
                if (isFree(k, b)) {
                    cells[k][b] = free == 0 ? 0 : left * shares[k] / free;
                }
            }
        }
        return cells;
    }

    /** The same with every part receiving its share of the sum of all totals. */
    double[][] byTotalsAndParts() {
        double[][] cells = byTotals();
        double all = Arrays.stream(totals).sum();
        double size = Arrays.stream(totals).map(Math::abs).sum();
        for (int round = 0; round < ROUNDS; round++) {
            double off = 0;
            double[] factor = new double[shares.length];
            for (int k = 0; k < shares.length; k++) {
                double missing = shares[k] * all - Arrays.stream(cells[k]).sum();
                double adjustable = adjustable(k, cells);
                off = Math.max(off, Math.abs(missing));
                factor[k] = adjustable == 0 ? 1 : Math.max(0, 1 + missing / adjustable);
            }
            if (off <= TOLERANCE * size) {
                return cells;
            }
            adjust(cells, factor);
        }
        throw new IllegalArgumentException("What is given of the parts of '" + whole
                + "' cannot be brought together with their shares of output: "
                + IntStream.range(0, shares.length)
                        .mapToObj(k -> "'" + parts.get(k) + "' would receive "
                                + Arrays.stream(cells[k]).sum() + " where its share is " + shares[k] * all)
                        .toList()
                + ". Give less, or other shares.");
    }

    private double adjustable(int k, double[][] cells) {
        double sum = 0;
        for (int b = 0; b < totals.length; b++) {
            sum += isFree(k, b) && totals[b] > 0 ? cells[k][b] : 0;
        }
        return sum;
    }

    /** Free cells of each part by its factor, and then those of each total so that they add up to it again. */
    private void adjust(double[][] cells, double[] factor) {
        for (int b = 0; b < totals.length; b++) {
            if (totals[b] <= 0) {
                continue;
            }
            double left = totals[b];
            double free = 0;
            for (int k = 0; k < shares.length; k++) {
                if (isFree(k, b)) {
                    cells[k][b] *= factor[k];
                    free += cells[k][b];
                } else {
                    left -= cells[k][b];
                }
            }
            for (int k = 0; k < shares.length; k++) {
                if (isFree(k, b) && free > 0) {
                    cells[k][b] *= left / free;
                }
            }
        }
    }

    private boolean isFree(int k, int b) {
        return Double.isNaN(given[k][b]);
    }

    private void requireDivisible(int b, double left, double free) {
        double rounding = 1e-9 * Math.abs(totals[b]);
        boolean isTooMuch = totals[b] >= 0 && left < -rounding;
        if (isTooMuch || (free == 0 && Math.abs(left) > rounding)) {
            throw new IllegalArgumentException("What is given of '" + names.get(b) + "' for the parts of '" + whole
                    + "' adds up to " + (totals[b] - left) + " where there are " + totals[b]
                    + (isTooMuch ? "." : ", and no part is left to take the rest."));
        }
    }
}
