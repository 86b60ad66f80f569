package org.leontief.optimisation;

import java.util.BitSet;
import java.util.List;

/** c·x + Σ_k f_k(x_{j_k}) over the columns of a programme. */
record ConcaveObjective(Linearisable programme, List<ConcaveTerm> terms) {

    /** Closer to a bound than this, relative to its size, a column stands at it. */
    private static final double AT_THE_BOUND = 1e-9;

    ConcaveObjective {
        terms = List.copyOf(terms);
        requireEachOnce(terms, programme.columns());
    }

    static void requireEachOnce(List<ConcaveTerm> terms, int columns) {
        BitSet seen = new BitSet();
        for (ConcaveTerm term : terms) {
            if (term.column() < 0 || term.column() >= columns || seen.get(term.column())) {
                throw new IllegalArgumentException("A concave term for column " + term.column() + " of " + columns
                        + ": there is no such column, or it has one already.");
            }
            seen.set(term.column());
        }
    }

    static void requireMaximised(Sense sense) {
        if (sense != Sense.MAXIMISE) {
            throw new IllegalArgumentException(
                    "A concave objective can only be maximised; change the sign of a convex one.");
        }
    }

    double value(double[] x) {
        double value = 0;
        for (int j = 0; j < x.length; j++) {
            value += programme.objective(j) * x[j];
        }
        for (ConcaveTerm term : terms) {
            value += term.function().value(x[term.column()]);
        }
        return value;
    }

    /** What a gap is small against: the larger of 1 and Σ |f|. */
    double scale(double[] x) {
        double sum = terms.stream()
                .mapToDouble(term -> Math.abs(term.function().value(x[term.column()])))
                .sum();
        return Math.max(1, sum);
    }

    /** c_j + f'(x_j) less what a unit of the column costs, at bounds; 0 between them, where it is what the tangents leave of it. */
    double[] reducedCosts(double[] x, double[] costs) {
        double[] reduced = new double[x.length];
        for (int j = 0; j < reduced.length; j++) {
            reduced[j] = programme.objective(j) - costs[j];
        }
        for (ConcaveTerm term : terms) {
            reduced[term.column()] += term.function().slope(x[term.column()]);
        }
        for (int j = 0; j < reduced.length; j++) {
            if (!isAt(x[j], programme.columnLower(j)) && !isAt(x[j], programme.columnUpper(j))) {
                reduced[j] = 0;
            }
        }
        return reduced;
    }

    private static boolean isAt(double value, double bound) {
        return Double.isFinite(bound) && Math.abs(value - bound) <= AT_THE_BOUND * Math.max(1, Math.abs(bound));
    }
}
