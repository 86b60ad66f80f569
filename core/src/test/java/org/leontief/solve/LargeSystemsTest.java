package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A system of a hundred thousand unknowns and five million coefficients: large enough for groups, stages, slices and plain
 * arithmetic all at once. The bounds hold against a solution in twice the digits, and no thread leaves a trace.
 */
class LargeSystemsTest {

    private static final ShuffledEconomy ECONOMY = ShuffledEconomy.LARGE;
    private static final int N = ECONOMY.demand.length;

    @ParameterizedTest(name = "transposed: {0}")
    @ValueSource(booleans = {false, true})
    void everyErrorIsInsideItsBound(boolean transposed) {
        DoubleDoubleSolution exact = DoubleDoubleSolution.of(ECONOMY.a, ECONOMY.demand, transposed);
        LeontiefSystem system = ECONOMY.system(transposed);
        for (double tolerance : new double[] {1e-3, 1e-10, 0}) {
            for (SolveOptions.Certification certification :
                    new SolveOptions.Certification[] {SolveOptions.Certification.FIRST, SolveOptions.Certification.SHARP
                    }) {
                Solution solution = system.solve(
                        ECONOMY.demand,
                        SolveOptions.defaults().withTolerance(tolerance).withCertification(certification));

                assertThat(solution.report().stop())
                        .isEqualTo(tolerance == 0 ? StopReason.WORKING_PRECISION : StopReason.CONVERGED);
                assertThat(solution.report().method()).isEqualTo(SolveMethod.GCR);
                double largest = 0;
                for (int i = 0; i < N; i++) {
                    if (!(exact.error(i, solution.value(i)) <= solution.errorBound(i))) {
                        assertThat(exact.error(i, solution.value(i)))
                                .as("entry %d of %s", i, solution.report())
                                .isLessThanOrEqualTo(solution.errorBound(i));
                    }
                    largest = Math.max(largest, solution.errorBound(i) / Math.abs(solution.value(i)));
                }
                if (tolerance == 0 && certification == SolveOptions.Certification.SHARP) {
                    assertThat(largest).isLessThan(1e-13);
                }
            }
        }
    }

    @ParameterizedTest(name = "transposed: {0}")
    @ValueSource(booleans = {false, true})
    void anyNumberOfThreadsGivesTheSameBits(boolean transposed) {
        double[] demand = ECONOMY.demand.clone();
        // A negative entry: then residuals take a second sum, of absolute values.
        demand[7] = -3;
        LeontiefSystem first = ECONOMY.system(transposed);
        for (int threads : new int[] {1, 2, 3, 8}) {
            // Prepared anew, so that so many threads make the slices and the proof as well.
            LeontiefSystem system = ECONOMY.system(transposed);
            for (SolveOptions.Certification certification : SolveOptions.Certification.values()) {
                SolveOptions options =
                        SolveOptions.defaults().withTolerance(1e-10).withCertification(certification);
                assertSameBits(
                        system.solve(demand, options.withThreads(threads)),
                        first.solve(demand, options.withThreads(1)));
            }
            assertThat(Arrays.equals(
                            system.radiusProof().vector(), first.radiusProof().vector()))
                    .isTrue();
        }
    }

    private static void assertSameBits(Solution found, Solution expected) {
        assertThat(found.report().stop()).isEqualTo(expected.report().stop());
        assertThat(found.report().iterations()).isEqualTo(expected.report().iterations());
        assertThat(found.report().relativeResidual())
                .isEqualTo(expected.report().relativeResidual());
        assertThat(Arrays.equals(found.values(), expected.values())).isTrue();
        assertThat(found.certificate().isPresent())
                .isEqualTo(expected.certificate().isPresent());
        found.certificate()
                .ifPresent(certificate -> assertThat(Arrays.equals(
                                certificate.errorBounds(),
                                expected.certificate().orElseThrow().errorBounds()))
                        .isTrue());
    }
}
