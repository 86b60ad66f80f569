package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several right-hand sides at once can be watched, stopped and limited like one, and say what was done for them. */
class ManyRightHandSidesTest {

    private static final LargeSystem LARGE = LargeSystem.random(5, 3_000, 10, 0.7);
    private static final LeontiefSystem SYSTEM = LeontiefSystem.of(LARGE.a);

    private static double[][] rightHandSides(int count) {
        double[][] all = new double[count][];
        for (int k = 0; k < count; k++) {
            double factor = Math.scalb(1.0, k);
            all[k] = Arrays.stream(LARGE.rightHandSide(false))
                    .map(b -> b * factor)
                    .toArray();
        }
        return all;
    }

    @Test
    void sixteenAreSolvedTogetherWithinTheirBounds() {
        List<Solution> solutions = SYSTEM.solveAll(rightHandSides(17), SolveOptions.defaults());

        for (int k = 0; k < 17; k++) {
            Solution solution = solutions.get(k);
            assertThat(solution.report().stop().isSuccess()).isTrue();
            assertThat(solution.certificate()).isPresent();
            for (int i = 0; i < LARGE.exact.length; i++) {
                assertThat(Math.abs(solution.value(i) - Math.scalb(LARGE.exact[i], k)))
                        .isLessThanOrEqualTo(solution.errorBound(i));
            }
        }
        assertThat(solutions.get(0).report().notes()).contains("Solved together with 15 other right-hand sides.");
        // One is left over, and solved as if it were alone.
        assertThat(solutions.get(16).report().notes()).isEmpty();
    }

    @Test
    void theListenerIsToldOfEverySweep() {
        List<Progress> told = new ArrayList<>();
        SolveOptions options = SolveOptions.defaults()
                .withCertification(SolveOptions.Certification.NONE)
                .withListener(progress -> told.add(progress));

        int iterations =
                SYSTEM.solveAll(rightHandSides(8), options).get(0).report().iterations();

        List<Long> done = told.stream()
                .filter(progress -> progress.work().equals("GCR") && !Double.isNaN(progress.measure()))
                .map(Progress::done)
                .toList();
        assertThat(iterations).isGreaterThan(5);
        for (int k = 0; k < iterations; k++) {
            assertThat(done.get(k)).isEqualTo(k + 1L);
        }
    }

    @Test
    void aStopLeavesWhatIsThereWithItsBoundsAndBeginsNothingElse() {
        SYSTEM.radiusProof();
        for (int steps : new int[] {1, 2, 4, 9}) {
            AtomicInteger left = new AtomicInteger(steps);
            SolveOptions options = SolveOptions.defaults().withListener(progress -> left.decrementAndGet() > 0);

            List<Solution> solutions = SYSTEM.solveAll(rightHandSides(27), options.withThreads(1));

            assertThat(solutions)
                    .hasSize(27)
                    .allSatisfy(solution -> assertThat(solution.report().stop()).isEqualTo(StopReason.CANCELLED));
            for (int k = 0; k < 16; k++) {
                assertThat(solutions.get(k).report().iterations()).isEqualTo(steps);
                assertThat(solutions.get(k).certificate().orElseThrow().kind()).isEqualTo(Certificate.Kind.FIRST);
                for (int i = 0; i < LARGE.exact.length; i++) {
                    assertThat(Math.abs(solutions.get(k).value(i) - Math.scalb(LARGE.exact[i], k)))
                            .isLessThanOrEqualTo(solutions.get(k).errorBound(i));
                }
            }
            for (int k = 16; k < 27; k++) {
                assertThat(solutions.get(k).hasValues()).isFalse();
            }
        }
    }

    /** One of the sixteen is stopped in what it does by itself, and the listener has nothing against the others. */
    @Test
    void aStopOfOneOfTheSixteenEndsWhatFollowsThem() {
        List<Long> done = new ArrayList<>();
        SolveOptions exact = SolveOptions.defaults()
                .withCertification(SolveOptions.Certification.NONE)
                .withTolerance(1e-15);
        double[][] right = rightHandSides(17);
        SYSTEM.solveAll(Arrays.copyOf(right, 16), exact.withListener(progress -> done.add(progress.done())));
        int second = 1;
        while (done.get(second) > done.get(second - 1)) {
            second++;
        }
        int stopped = second;
        AtomicInteger call = new AtomicInteger();

        List<Solution> solutions =
                SYSTEM.solveAll(right, exact.withListener(progress -> call.getAndIncrement() != stopped));

        assertThat(solutions.get(1).report().stop()).isEqualTo(StopReason.CANCELLED);
        assertThat(solutions.get(15).report().stop().isSuccess()).isTrue();
        assertThat(solutions.get(16).report().stop()).isEqualTo(StopReason.CANCELLED);
        assertThat(solutions.get(16).hasValues()).isFalse();
    }

    @Test
    void aStopOfTheSearchForSharpBoundsLeavesFirstOnes() {
        AtomicInteger calls = new AtomicInteger();
        // Only once: whoever went on would find sharp ones.
        SolveOptions options = SolveOptions.defaults()
                .withListener(progress -> !progress.work().equals("CERTIFICATE") || calls.getAndIncrement() > 0);

        List<Solution> solutions = SYSTEM.solveAll(rightHandSides(8), options);

        assertThat(calls).hasPositiveValue();
        assertThat(solutions).allSatisfy(solution -> {
            assertThat(solution.report().stop()).isEqualTo(StopReason.CANCELLED);
            assertThat(solution.certificate().orElseThrow().kind()).isEqualTo(Certificate.Kind.FIRST);
            assertThat(solution.certification()).contains("stopped before sharper bounds");
        });
    }

    @Test
    void theLimitOfIterationsIsKept() {
        for (int limit : new int[] {1, 2, 3, 5, 10}) {
            SolveOptions options = SolveOptions.defaults().withIterationLimit(limit);

            assertThat(SYSTEM.solveAll(rightHandSides(8), options)).allSatisfy(solution -> {
                assertThat(solution.report().iterations()).isEqualTo(limit);
                assertThat(solution.report().stop()).isEqualTo(StopReason.ITERATION_LIMIT);
                assertThat(solution.report().relativeResidual()).isLessThan(1);
            });
        }
    }

    /** Sweeps around a circle bring one unit of length a sweep. */
    @Test
    void whereSweepsAreSlowEachIsSolvedByItselfAndTheReportSaysSo() {
        int n = 400;
        SparseMatrixBuilder circle = SparseMatrix.builder(n, n);
        for (int i = 0; i < n; i++) {
            circle.add((i + 1) % n, i, 0.99);
        }
        double[][] right = new double[9][n];
        for (int k = 0; k < 9; k++) {
            Arrays.fill(right[k], 1 + k);
        }
        SolveOptions options = SolveOptions.defaults().withMethod(SolveMethod.GCR);

        List<Solution> solutions = LeontiefSystem.of(circle.build()).solveAll(right, options);

        for (int k = 0; k < 9; k++) {
            Solution solution = solutions.get(k);
            assertThat(solution.report().stop().isSuccess()).isTrue();
            assertThat(solution.report().notes())
                    .contains(
                            "Solved by itself, because sweeps together with 8 other right-hand sides gained little here.");
            // x = (1 + k) / (1 − 0.99), but for the rounding of 0.99
            assertThat(Math.abs(solution.value(17) - 100.0 * (1 + k)))
                    .isLessThanOrEqualTo(solution.errorBound(17) + 1e-11 * (1 + k));
        }
    }

    @Test
    void groupsOnThreadsOfTheirOwnHaveTheSameBits() {
        for (int count : new int[] {32, 41, 70}) {
            double[][] right = rightHandSides(count);

            List<Solution> one = SYSTEM.solveAll(right, SolveOptions.defaults().withThreads(1));

            for (int threads : new int[] {2, 3, 8}) {
                List<Solution> several =
                        SYSTEM.solveAll(right, SolveOptions.defaults().withThreads(threads));
                assertThat(several).hasSize(count);
                for (int k = 0; k < count; k++) {
                    assertThat(several.get(k).values())
                            .containsExactly(one.get(k).values());
                    assertThat(several.get(k).certificate().orElseThrow().errorBounds())
                            .containsExactly(
                                    one.get(k).certificate().orElseThrow().errorBounds());
                    assertThat(several.get(k).report().iterations())
                            .isEqualTo(one.get(k).report().iterations());
                }
            }
        }
    }

    @Test
    void aStopEndsGroupsOnAllThreadsAndIsAskedForOnOneOnly() {
        SYSTEM.radiusProof();
        Set<Thread> asked = ConcurrentHashMap.newKeySet();
        for (int steps : new int[] {1, 5, 12}) {
            AtomicInteger left = new AtomicInteger(steps);
            SolveOptions options = SolveOptions.defaults().withThreads(2).withListener(progress -> {
                asked.add(Thread.currentThread());
                // Only once: a stop is for all of them, though nobody repeats it.
                return left.decrementAndGet() != 0;
            });

            List<Solution> solutions = SYSTEM.solveAll(rightHandSides(200), options);

            assertThat(solutions).hasSize(200);
            assertThat(solutions.get(199).hasValues()).isFalse();
            assertThat(solutions.stream().filter(Solution::hasValues).count()).isLessThan(100);
            assertThat(solutions.stream().map(solution -> solution.report().stop()))
                    .contains(StopReason.CANCELLED);
        }
        assertThat(asked).containsExactly(Thread.currentThread());
    }

    @Test
    void aListenerThatThrowsStopsTheOthersToo() {
        SharedListener shared = new SharedListener(progress -> {
            throw new IllegalStateException("the window is gone");
        });

        assertThatThrownBy(() -> shared.proceed(new Progress("GCR", 1, -1, 0))).hasMessage("the window is gone");
        assertThat(shared.isStopped()).isTrue();
        SYSTEM.radiusProof();
        SolveOptions options = SolveOptions.defaults().withThreads(2).withListener(progress -> {
            throw new IllegalStateException("the window is gone");
        });
        assertThatThrownBy(() -> SYSTEM.solveAll(rightHandSides(64), options)).hasMessage("the window is gone");
    }

    @Test
    void anErrorSaysWhichRightHandSideItIsAbout() {
        double[][] right = rightHandSides(3);
        right[1][5] = Double.NaN;
        right[2] = new double[7];

        assertThatThrownBy(() -> SYSTEM.solveAll(right, SolveOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rightHandSides[1][5] is NaN");
        right[1][5] = 0;
        assertThatThrownBy(() -> SYSTEM.solveAll(right, SolveOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rightHandSides[2] has 7 entries");
    }
}
