package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The residuals of several right-hand sides from one pass, against exact sums. */
class BlockResidualsTest {

    private static final int N = 600;

    /** Passes that take themselves for large ones, over rows short and long. */
    private static RowPasses passes(SplittableRandom random, double sign) {
        SparseMatrixBuilder a = SparseMatrix.builder(N, N);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                if (random.nextInt(N) < (i % 50 == 0 ? N : 12)) {
                    a.add(i, j, (i == 7 ? sign : 1) * random.nextDouble() / N);
                }
            }
        }
        return new RowPasses(new RowSlicer(a.build(), RandomSystems.shuffled(random, N), 1, Watch.NONE).ofRows(), 1) {
            @Override
            boolean isLarge() {
                return true;
            }
        };
    }

    private static BigDecimal[] exact(RowPasses passes, double[] b, double[] x) {
        BigDecimal[] residual = new BigDecimal[N];
        for (int i = 0; i < N; i++) {
            residual[i] = new BigDecimal(b[i]).subtract(new BigDecimal(x[i]));
        }
        SparseMatrix columnsOfRows = passes.rows().compressed();
        columnsOfRows.forEach(
                (j, i, value) -> residual[i] = residual[i].add(new BigDecimal(value).multiply(new BigDecimal(x[j]))));
        return residual;
    }

    @Test
    void boundsCoverTheExactResiduals() {
        SplittableRandom random = new SplittableRandom(3);
        RowPasses passes = passes(random, 1);
        double[][] b = new double[11][];
        double[][] x = new double[11][];
        for (int k = 0; k < b.length; k++) {
            b[k] = random.doubles(N).toArray();
            // From a residual of everything down to one of rounding alone.
            double off = Math.pow(10, -2.0 * k);
            double[] start = b[k].clone();
            passes.multiply(b[k], start, 1, Watch.NONE);
            double[] of = b[k];
            Arrays.setAll(start, i -> of[i] + start[i]);
            x[k] = Arrays.stream(start).map(value -> value * (1 + off)).toArray();
        }
        b[4] = null;
        x[5] = null;
        x[6][17] = -x[6][17];
        BlockResiduals residuals = new BlockResiduals(passes, 2, new Watch(SolveOptions.defaults()));

        Residual.Found[] found = residuals.bounded(b, x);
        double[][] plain = residuals.of(b, x);

        assertThat(found[4]).isNull();
        assertThat(found[5]).isNull();
        assertThat(found[6]).as("something is negative").isNull();
        assertThat(plain[4]).isNull();
        for (int k : new int[] {0, 1, 2, 3, 7}) {
            BigDecimal[] exact = exact(passes, b[k], x[k]);
            for (int i = 0; i < N; i++) {
                BigDecimal size = exact[i].abs();
                assertThat(size).isLessThanOrEqualTo(new BigDecimal(found[k].magnitude()[i]));
                assertThat(found[k].magnitude()[i]).isLessThan(size.doubleValue() + 1e-12);
                assertThat(found[k].residual()[i]).isEqualTo(plain[k][i]);
            }
        }
        BigDecimal[] exact = exact(passes, b[6], x[6]);
        for (int i = 0; i < N; i++) {
            assertThat(plain[6][i]).isBetween(exact[i].doubleValue() - 1e-14, exact[i].doubleValue() + 1e-14);
        }
    }

    @Test
    void negativeCoefficientsAreLeftToOthers() {
        SplittableRandom random = new SplittableRandom(4);
        RowPasses passes = passes(random, -1);
        double[][] b = {random.doubles(N).toArray()};
        double[][] x = {random.doubles(N).toArray()};

        assertThat(new BlockResiduals(passes, 1, Watch.NONE).bounded(b, x)).containsExactly((Residual.Found) null);
    }
}
