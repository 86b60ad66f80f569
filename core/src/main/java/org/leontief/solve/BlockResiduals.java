package org.leontief.solve;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The residuals b_k − x_k + A x_k of up to {@link BlockKernel#WIDTH} right-hand sides in 64 bits, from one pass over the
 * coefficients for all of them. Where nothing is asked, b_k or x_k is null.
 */
final class BlockResiduals {

    private static final int WIDTH = BlockKernel.WIDTH;

    private final RowPasses a;
    private final int threads;
    private final Watch watch;

    BlockResiduals(RowPasses a, int threads, Watch watch) {
        this.a = a;
        this.threads = threads;
        this.watch = watch;
    }

    /** Rounded as they come, for a further solve. */
    double[] @Nullable [] of(double[] @Nullable [] b, double[] @Nullable [] x) {
        double[] @Nullable [] residuals = vectors(b, x);
        if (Arrays.stream(residuals).allMatch(Objects::isNull)) {
            return residuals;
        }
        a.multiplyBlock(block(residuals, x), threads, watch, (from, to, products, sums) -> {
            for (int k = 0; k < residuals.length; k++) {
                double @Nullable [] residual = residuals[k];
                for (int i = from; residual != null && i < to; i++) {
                    residual[i] = sums[(i - from) * WIDTH + k] + (b[k][i] - x[k][i]);
                }
            }
        });
        return residuals;
    }

    /**
     * With rigorous bounds, as {@link Residual#of} gives them for a large system; null where plain arithmetic does not say
     * enough, or where it would take a second sum because something is negative.
     */
    Residual.@Nullable Found[] bounded(double[] @Nullable [] b, double[] @Nullable [] x) {
        Residual.@Nullable Found[] found = new Residual.Found[b.length];
        if (!a.isLarge() || !a.isNonNegative()) {
            return found;
        }
        double[] @Nullable [] taken = new double[b.length][];
        Arrays.setAll(taken, k -> x[k] != null && RowPasses.isNonNegative(x[k], threads) ? x[k] : null);
        double[] @Nullable [] residuals = vectors(b, taken);
        double[] @Nullable [] errors = vectors(b, taken);
        a.multiplyBlock(block(residuals, taken), threads, watch, (from, to, products, sums) -> {
            long depth = BlockKernel.depth(products);
            for (int k = 0; k < residuals.length; k++) {
                double @Nullable [] residual = residuals[k];
                for (int i = from; residual != null && i < to; i++) {
                    double sum = sums[(i - from) * WIDTH + k];
                    residual[i] = sum + (b[k][i] - x[k][i]);
                    errors[k][i] = Passes.plainBound(b[k][i], x[k][i], sum, depth, products);
                }
            }
        });
        for (int k = 0; k < b.length; k++) {
            double @Nullable [] residual = residuals[k];
            found[k] = residual == null ? null : Residual.mostlyTrue(residual, errors[k], threads);
        }
        return found;
    }

    private double[] @Nullable [] vectors(double[] @Nullable [] b, double[] @Nullable [] x) {
        double[] @Nullable [] vectors = new double[b.length][];
        Arrays.setAll(vectors, k -> b[k] == null || x[k] == null ? null : new double[a.n]);
        return vectors;
    }

    /** The x_k that are asked for, side by side. */
    private double[] block(double[] @Nullable [] asked, double[] @Nullable [] x) {
        double[] block = new double[a.n * WIDTH];
        Parallel.rows(a.n, threads, (from, to) -> {
            for (int k = 0; k < asked.length; k++) {
                double @Nullable [] of = asked[k] == null ? null : x[k];
                for (int i = from; of != null && i < to; i++) {
                    block[i * WIDTH + k] = of[i];
                }
            }
        });
        return block;
    }
}
