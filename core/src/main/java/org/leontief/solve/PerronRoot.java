package org.leontief.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The dominant eigenvalue ρ(A) of a non-negative matrix between two guaranteed bounds, with the vector that gives them.
 *
 * <p>For any w &gt; 0 on an irreducible block B, min (B w)ᵢ / wᵢ ≤ ρ(B) ≤ max (B w)ᵢ / wᵢ (L. Collatz 1942, H. Wielandt
 * 1950); ρ(A) is the largest of its blocks. Numerators are summed in doubled precision and the quotients rounded outward.
 */
public final class PerronRoot {

    private static final int POWER_STEPS = 300;
    private static final int CHECKED_EVERY = 10;
    private static final int NODA_STEPS = 12;
    /** Largest block for which a dense factorisation is spent on a slowly converging vector. */
    private static final int DENSE_LIMIT = 2000;

    /** Bounds that come closer by less than this in ten steps are at their rounding, or might as well be. */
    private static final double SLOWEST = 0.999;

    private static final double CLOSE_ENOUGH = 1e-15;

    private final double lower;
    private final double upper;
    private final double[] vector;
    private final int[] group;

    private PerronRoot(double lower, double upper, double[] vector, int[] group) {
        this.lower = lower;
        this.upper = upper;
        this.vector = vector;
        this.group = group;
    }

    /**
     * Encloses ρ(A).
     *
     * @param a square, no negative entry
     * @return bounds, vector and block
     * @throws IllegalArgumentException if the matrix is not square or has a negative entry
     */
    public static PerronRoot of(SparseMatrix a) {
        if (a.rows() != a.columns() || a.hasNegative()) {
            throw new IllegalArgumentException(
                    "The Perron root is defined for square matrices without negative entries.");
        }
        Rows rows = Rows.ofTransposed(a.transpose());
        int[] numbers = new int[rows.n];
        Arrays.fill(numbers, -1);
        PerronRoot largest = new PerronRoot(0, 0, new double[rows.n], new int[0]);
        double upper = 0;
        for (int[] members : StronglyConnectedComponents.of(rows)) {
            PerronRoot block = ofIrreducible(rows.block(members, numbers));
            upper = Math.max(upper, block.upper);
            if (block.lower > largest.lower) {
                double[] full = new double[rows.n];
                for (int k = 0; k < members.length; k++) {
                    full[members[k]] = block.vector[k];
                }
                largest = new PerronRoot(block.lower, block.upper, full, members);
            }
        }
        return new PerronRoot(largest.lower, upper, largest.vector, largest.group);
    }

    /** Encloses the root of one strongly connected block. */
    static PerronRoot ofIrreducible(Rows block) {
        if (block.n == 1) {
            return new PerronRoot(block.diagonal[0], block.diagonal[0], new double[] {1}, new int[0]);
        }
        double[] w = new double[block.n];
        Arrays.fill(w, 1);
        PerronRoot best = enclose(block, w);
        for (int step = 0; step < POWER_STEPS && !best.isSharp(); step += CHECKED_EVERY) {
            powerSteps(block, w);
            PerronRoot next = best.tighter(enclose(block, w));
            boolean stuck = step > 0 && next.width() > SLOWEST * best.width();
            best = next;
            if (stuck) {
                break;
            }
        }
        if (!best.isSharp() && block.n <= DENSE_LIMIT) {
            best = noda(block, best);
        }
        return best;
    }

    /** w ← (w + B w) / 2, scaled to a largest entry of 1. The shift keeps cyclic blocks from oscillating. */
    private static void powerSteps(Rows block, double[] w) {
        double[] product = new double[block.n];
        for (int step = 0; step < CHECKED_EVERY; step++) {
            block.multiply(w, product, 1);
            double largest = 0;
            for (int i = 0; i < block.n; i++) {
                product[i] = 0.5 * (w[i] + product[i]);
                largest = Math.max(largest, product[i]);
            }
            for (int i = 0; i < block.n; i++) {
                w[i] = product[i] / largest;
            }
        }
    }

    /**
     * Inverse iteration with the upper bound as shift, which converges quadratically from above. T. Noda, "Note on the
     * computation of the maximal eigenvalue of a non-negative irreducible matrix", Numer. Math. 17 (1971).
     */
    private static PerronRoot noda(Rows block, PerronRoot start) {
        PerronRoot best = start;
        for (int step = 0; step < NODA_STEPS && !best.isSharp(); step++) {
            double shift = best.upper * (1 + 1e-15);
            if (!(shift >= Double.MIN_NORMAL && shift <= Double.MAX_VALUE)) {
                return best;
            }
            double[] w = best.vector.clone();
            Optional<DenseLu> factors = DenseLu.of(scaled(block, 1 / shift), best.vector, 1, Watch.NONE);
            if (factors.isEmpty()) {
                return best;
            }
            factors.get().solve(best.vector, best.vector, 0, w, new Watch(SolveOptions.defaults()));
            double largest = 0;
            for (double entry : w) {
                largest = Math.max(largest, entry);
            }
            for (int i = 0; i < w.length; i++) {
                w[i] /= largest;
                if (!(w[i] > 0)) {
                    return best;
                }
            }
            PerronRoot next = best.tighter(enclose(block, w));
            if (next.width() >= 0.9 * best.width()) {
                return next;
            }
            best = next;
        }
        return best;
    }

    private static Rows scaled(Rows block, double factor) {
        double[] factors = new double[block.n];
        Arrays.fill(factors, factor);
        return Rows.ofTransposed(block.transposed().scaleColumns(factors));
    }

    private static PerronRoot enclose(Rows block, double[] w) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = 0;
        AccurateSum sum = new AccurateSum();
        for (int i = 0; i < block.n; i++) {
            sum.reset();
            for (int p = block.start[i]; p < block.start[i + 1]; p++) {
                sum.addProduct(block.value[p], w[block.index[p]]);
            }
            if (!(w[i] > 0) || !Double.isFinite(sum.value())) {
                return new PerronRoot(0, Double.POSITIVE_INFINITY, w.clone(), new int[0]);
            }
            lower = Math.min(lower, Math.nextDown(sum.lower() / w[i]));
            upper = Math.max(upper, Math.nextUp(sum.upper() / w[i]));
        }
        return new PerronRoot(Math.max(0, lower), upper, w.clone(), new int[0]);
    }

    private PerronRoot tighter(PerronRoot other) {
        return other.width() < width() ? other : this;
    }

    private boolean isSharp() {
        return width() <= CLOSE_ENOUGH * upper;
    }

    private double width() {
        return upper - lower;
    }

    /**
     * A number that ρ(A) is not below.
     *
     * @return the lower bound
     */
    public double lower() {
        return lower;
    }

    /**
     * A number that ρ(A) is not above.
     *
     * @return the upper bound
     */
    public double upper() {
        return upper;
    }

    /**
     * The vector behind the lower bound: the approximate Perron vector of the dominant block, largest entry 1, and 0
     * outside the block.
     *
     * @return a copy
     */
    public double[] vector() {
        return vector.clone();
    }

    /**
     * The dominant strongly connected block.
     *
     * @return the numbers of its rows, ascending; empty if ρ(A) = 0
     */
    public List<Integer> group() {
        return Arrays.stream(group).boxed().toList();
    }
}
