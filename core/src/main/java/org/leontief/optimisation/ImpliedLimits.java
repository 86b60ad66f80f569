package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.solve.SparseMatrix;

/**
 * Bounds that follow from others: what a balance or a resource leaves for one variable when all others are at the ends of
 * their own bounds, over and over while some are still unlimited (activity bounds of presolving; Andersen and Andersen 1995,
 * Mathematical Programming 71). They are used only where the programme has no bound itself, so that they need not be sharp but
 * must be true: each is moved outward by far more than rounding. They make the bound on the objective finite.
 */
final class ImpliedLimits {

    private static final int ROUNDS = 12;

    /** Outward, relative: far above the rounding of any sum of a million terms. */
    private static final double OUTWARD = 1e-6;

    private final LeontiefProgramme programme;
    private final SparseMatrix a;
    private final int n;
    /** Outputs, deliveries, activities. */
    private final double[] low;

    private final double[] high;
    private final double[] rowLow;
    private final double[] rowHigh;

    ImpliedLimits(LeontiefProgramme programme, SparseMatrix a) {
        this.programme = programme;
        this.a = a;
        n = programme.products();
        LeontiefProgramme.Variables x = programme.outputVariables();
        LeontiefProgramme.Variables y = programme.deliveryVariables();
        LeontiefProgramme.Variables u = programme.activityVariables();
        low = LeontiefProgramme.joined(x.lower(), y.lower(), u.lower());
        high = LeontiefProgramme.joined(x.upper(), y.upper(), u.upper());
        rowLow = LeontiefProgramme.joined(new double[n], programme.resourceLower());
        rowHigh = LeontiefProgramme.joined(new double[n], programme.resourceUpper());
        int unlimited = unlimitedChoices();
        for (int round = 0; round < ROUNDS && unlimited > 0; round++) {
            if (!tighten()) {
                break;
            }
            unlimited = unlimitedChoices();
        }
    }

    /** Deliveries and activities without a bound on one side: outputs follow from these and need none. */
    private int unlimitedChoices() {
        int count = 0;
        for (int v = n; v < low.length; v++) {
            count += Double.isInfinite(low[v]) || Double.isInfinite(high[v]) ? 1 : 0;
        }
        return count;
    }

    private interface Entries {
        void accept(int row, int variable, double coefficient);
    }

    private void forEach(Entries entries) {
        for (int j = 0; j < n; j++) {
            double[] own = {1};
            a.forEachInColumn(j, (i, column, value) -> {
                if (i == column) {
                    own[0] -= value;
                } else {
                    entries.accept(i, column, -value);
                }
            });
            entries.accept(j, j, own[0]);
            entries.accept(j, n + j, -1);
        }
        programme.resourceUse().forEach((k, j, value) -> entries.accept(n + k, j, value));
        programme.productsOfActivities().forEach((i, j, value) -> entries.accept(i, 2 * n + j, -value));
        programme.resourcesOfActivities().forEach((k, j, value) -> entries.accept(n + k, 2 * n + j, value));
    }

    /** The least and the largest value of every row: what is finite of the sums, its size, and how many terms are not. */
    private final class Activities {

        private final double[][] sum = new double[2][rowLow.length];
        private final double[] size = new double[rowLow.length];
        private final int[][] unlimited = new int[2][rowLow.length];

        Activities() {
            forEach((row, variable, coefficient) -> {
                add(0, row, least(variable, coefficient));
                add(1, row, most(variable, coefficient));
            });
        }

        private void add(int side, int row, double term) {
            if (Double.isInfinite(term)) {
                unlimited[side][row]++;
            } else {
                sum[side][row] += term;
                size[row] += Math.abs(term);
            }
        }

        /** The sum of all terms but one, outward; infinite if another one is. */
        double without(int side, int row, double term) {
            boolean isOwn = Double.isInfinite(term);
            if (unlimited[side][row] > (isOwn ? 1 : 0)) {
                return side == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            double rest = isOwn ? sum[side][row] : sum[side][row] - term;
            double outward = OUTWARD * (size[row] + Math.abs(rest));
            return side == 0 ? rest - outward : rest + outward;
        }
    }

    private double least(int variable, double coefficient) {
        return coefficient == 0 ? 0 : coefficient * (coefficient > 0 ? low[variable] : high[variable]);
    }

    private double most(int variable, double coefficient) {
        return coefficient == 0 ? 0 : coefficient * (coefficient > 0 ? high[variable] : low[variable]);
    }

    /** One round. Returns whether any bound has become finite. */
    private boolean tighten() {
        Activities activities = new Activities();
        double[] newLow = low.clone();
        double[] newHigh = high.clone();
        forEach((row, variable, coefficient) -> {
            if (coefficient == 0 || (!Double.isInfinite(low[variable]) && !Double.isInfinite(high[variable]))) {
                return;
            }
            double room = rowHigh[row] - activities.without(0, row, least(variable, coefficient));
            double need = rowLow[row] - activities.without(1, row, most(variable, coefficient));
            double atMost = (coefficient > 0 ? room : need) / coefficient;
            double atLeast = (coefficient > 0 ? need : room) / coefficient;
            if (high[variable] == Double.POSITIVE_INFINITY && !Double.isNaN(atMost)) {
                double outward = atMost + OUTWARD * Math.abs(atMost);
                newHigh[variable] = Math.max(low[variable], Math.min(newHigh[variable], outward));
            }
            if (low[variable] == Double.NEGATIVE_INFINITY && !Double.isNaN(atLeast)) {
                double outward = atLeast - OUTWARD * Math.abs(atLeast);
                newLow[variable] = Math.min(high[variable], Math.max(newLow[variable], outward));
            }
        });
        boolean found = !Arrays.equals(low, newLow) || !Arrays.equals(high, newHigh);
        System.arraycopy(newLow, 0, low, 0, low.length);
        System.arraycopy(newHigh, 0, high, 0, high.length);
        return found;
    }

    double lower(LeontiefProgramme.Kind kind, int place) {
        return low[offset(kind) + place];
    }

    double upper(LeontiefProgramme.Kind kind, int place) {
        return high[offset(kind) + place];
    }

    private int offset(LeontiefProgramme.Kind kind) {
        return switch (kind) {
            case OUTPUT -> 0;
            case DELIVERY -> n;
            case ACTIVITY -> 2 * n;
        };
    }
}
