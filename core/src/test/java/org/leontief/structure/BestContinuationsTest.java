package org.leontief.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.structure.BestContinuations.Option;

/** The largest path before each product, against rounds of h = max(s, max a h) until nothing changes. */
class BestContinuationsTest {

    private static final int N = 40;

    /** Chains with loops in units from a thousandth to a thousand, so that many coefficients are far above 1. */
    private static SparseMatrix matrix(SplittableRandom random) {
        double[] units = new double[N];
        for (int i = 0; i < N; i++) {
            units[i] = Math.pow(10, random.nextInt(-3, 4));
        }
        SparseMatrixBuilder a = SparseMatrix.builder(N, N);
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < N; i++) {
                if (random.nextInt(10) == 0) {
                    a.add(i, j, (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.01, 0.2) * units[i] / units[j]);
                }
            }
        }
        return a.build();
    }

    @Test
    void whateverTheUnits() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 50; trial++) {
            SparseMatrix a = matrix(random);
            double[] s = new double[N];
            s[random.nextInt(N)] = random.nextDouble(1, 2);
            s[random.nextInt(N)] = random.nextDouble(-2, -1);
            double[] prices = LeontiefSystem.of(a).transposed().radiusProof().vector();

            BestContinuations found = new BestContinuations(a, s, prices);

            double[] best = rounds(a, s);
            for (int i = 0; i < N; i++) {
                assertThat(found.of(i)).isCloseTo(best[i], within(1e-13 * best[i]));
                List<Option> options = found.options(i);
                double last = Double.POSITIVE_INFINITY;
                for (Option option : options) {
                    assertThat(option.best()).isLessThanOrEqualTo(last);
                    last = option.best();
                }
                assertThat(options.isEmpty() ? 0 : options.get(0).best()).isEqualTo(found.of(i));
            }
        }
    }

    private static double[] rounds(SparseMatrix a, double[] s) {
        double[] best = new double[N];
        for (int i = 0; i < N; i++) {
            best[i] = Math.abs(s[i]);
        }
        for (int round = 0; round < N; round++) {
            a.forEach((k, i, value) -> best[i] = Math.max(best[i], Math.abs(value) * best[k]));
        }
        return best;
    }
}
