package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The true error of a changed system, from rational arithmetic, is inside its bound: every entry of every one of many random
 * systems, both orientations, all methods, from starts good and bad.
 */
class ChangedCertificateAgainstExactArithmeticTest {

    private static final int SYSTEMS = 6_000;

    /** Large enough for factors to be updated. */
    private static final int UPDATES = 600;

    private static final List<SolveMethod> METHODS = List.of(SolveMethod.values());

    private static final double[] TOLERANCES = {1e-6, 1e-12, 0};

    private record Outcome(
            int kind, boolean certified, @Nullable String failure, SolveReport report, double worst) {}

    private static Outcome tried(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(12);
        ChangedSystems pair = ChangedSystems.random(random, seed % 12, n, 1 + random.nextInt(Math.min(3, n)));
        SolveMethod method = METHODS.get(seed / 12 % METHODS.size());
        return solved(random, pair, seed % 12, method);
    }

    private static Outcome updated(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ChangedSystems pair = ChangedSystems.random(random, seed % 12, 16 + random.nextInt(4), 1);
        return solved(random, pair, seed % 12, SolveMethod.DENSE_LU);
    }

    private static Outcome solved(SplittableRandom random, ChangedSystems pair, int kind, SolveMethod method) {
        int n = pair.after().length;
        double[] b = kind < 4 ? RandomSystems.positive(random, n) : RandomSystems.mixed(random, n);
        boolean transposed = random.nextBoolean();
        SolveOptions options = SolveOptions.defaults()
                .withThreads(1)
                .withMethod(method)
                .withIterationLimit(method == SolveMethod.NEUMANN ? 2_000 : 20_000)
                .withTolerance(TOLERANCES[random.nextInt(TOLERANCES.length)]);
        LeontiefSystem system = pair.changed(random);
        LeontiefSystem oriented = transposed ? system.transposed() : system;
        double[][] a = transposed ? RandomSystems.transposed(pair.after()) : pair.after();
        Solution solution = random.nextBoolean()
                ? oriented.solve(b, options)
                : oriented.solve(b, options, start(random, oriented.solve(b, options), n));
        if (solution.certificate().isEmpty()) {
            return new Outcome(kind, false, solution.certification(), solution.report(), 0);
        }
        return judged(kind, ExactSystem.of(a, b), solution);
    }

    private static Outcome judged(int kind, ExactSystem exact, Solution solution) {
        String failure = null;
        double worst = 0;
        for (int i = 0; i < solution.values().length; i++) {
            if (!exact.isWithin(i, solution.value(i), solution.errorBound(i))) {
                failure = "kind " + kind + ", entry " + i + ": exactly " + exact.value(i) + ", found "
                        + solution.value(i) + " ± " + solution.errorBound(i) + " by " + solution.report();
            }
            worst = Math.max(worst, solution.errorBound(i) / Math.abs(solution.value(i)));
        }
        return new Outcome(kind, true, failure, solution.report(), worst);
    }

    /** The solution itself, near it, or anything. */
    private static double[] start(SplittableRandom random, Solution solution, int n) {
        double[] x = solution.hasValues() ? solution.values() : new double[n];
        int kind = random.nextInt(4);
        return Arrays.stream(x)
                .map(entry -> switch (kind) {
                    case 0 -> entry;
                    case 1 -> entry * (1 + 1e-6 * random.nextDouble());
                    case 2 -> entry * random.nextInt(3);
                    default -> 1e200 * random.nextDouble();
                })
                .toArray();
    }

    private static List<Outcome> all(int count, IntFunction<Outcome> trial) {
        return IntStream.range(0, count).parallel().mapToObj(trial).toList();
    }

    @Test
    void everyErrorIsInsideItsBound() {
        List<Outcome> outcomes = all(SYSTEMS, ChangedCertificateAgainstExactArithmeticTest::tried);

        assertThat(outcomes.stream()
                        .filter(Outcome::certified)
                        .map(Outcome::failure)
                        .filter(Objects::nonNull))
                .isEmpty();
        // All are viable; only numbers at the end of the range of doubles may stand in the way.
        assertThat(outcomes.stream().filter(outcome -> !outcome.certified()))
                .hasSizeLessThan(SYSTEMS / 40)
                .allMatch(outcome -> outcome.kind() == 11);
        assertThat(outcomes.stream()
                        .filter(outcome ->
                                outcome.kind() < 4 && outcome.report().tolerance() == 0)
                        .mapToDouble(Outcome::worst)
                        .max()
                        .orElseThrow())
                .as("largest bound relative to its entry, ordinary tables to working precision")
                .isLessThan(1e-12);
    }

    @Test
    void updatedFactorsAreCertifiedAsWell() {
        List<Outcome> outcomes = all(UPDATES, ChangedCertificateAgainstExactArithmeticTest::updated);

        assertThat(outcomes.stream()
                        .filter(Outcome::certified)
                        .map(Outcome::failure)
                        .filter(Objects::nonNull))
                .isEmpty();
        assertThat(outcomes.stream().filter(outcome -> !outcome.certified())).allMatch(outcome -> outcome.kind() == 11);
        assertThat(outcomes.stream().filter(outcome -> outcome.kind() < 4))
                .allMatch(outcome -> outcome.worst() < 1e-12);
        assertThat(outcomes.stream().filter(outcome -> outcome.report().choice().endsWith("factors updated")))
                .hasSizeGreaterThan(UPDATES * 3 / 4);
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome.kind() < 11)
                        .map(outcome -> outcome.report().stop()))
                .allMatch(stop -> stop == StopReason.CONVERGED || stop == StopReason.WORKING_PRECISION);
    }
}
