package org.leontief.solve;

import java.util.SplittableRandom;

/**
 * A large sparse system whose exact solution is known. Coefficients are multiples of 2⁻²⁰ and outputs whole numbers, so
 * that b = x − A x comes out without any rounding.
 */
final class LargeSystem {

    private static final double GRAIN = 0x1p-20;

    final SparseMatrix a;
    final double[] exact;

    private LargeSystem(SparseMatrix a, double[] exact) {
        this.a = a;
        this.exact = exact;
    }

    /** Recipes of the given number of inputs, whose column sums lie between half the largest and the largest. */
    static LargeSystem random(long seed, int n, int inputs, double largestSum) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
        for (int j = 0; j < n; j++) {
            double share = largestSum * (0.5 + 0.5 * random.nextDouble()) / inputs;
            // One supplier from each stretch of the numbering, so that no cell is met twice.
            int stretch = n / inputs;
            for (int k = 0; k < inputs; k++) {
                builder.add(k * stretch + random.nextInt(stretch), j, Math.floor(share / GRAIN) * GRAIN);
            }
        }
        double[] exact = new double[n];
        for (int i = 0; i < n; i++) {
            exact[i] = 1 + random.nextInt(1 << 16);
        }
        return new LargeSystem(builder.build(), exact);
    }

    /** x − A x, or x − Aᵀ x, exactly. */
    double[] rightHandSide(boolean transposed) {
        double[] used = transposed ? a.multiplyTransposed(exact) : a.multiply(exact);
        double[] b = new double[used.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = exact[i] - used[i];
        }
        return b;
    }
}
