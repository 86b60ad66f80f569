package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The true error, from rational arithmetic, is inside the bound: every entry of every one of many random systems. */
class CertificateAgainstExactArithmeticTest {

    private static final int SYSTEMS = 12_000;

    private static final double[] TOLERANCES = {1e-3, 1e-6, 1e-9, 1e-12, 0};

    private static final List<SolveMethod> METHODS = List.of(SolveMethod.values());

    /** A system, how it is solved, and what is expected of the bound. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Trial(double[][] a, double[] b, SolveOptions options, boolean transposed, boolean ordinary) {

        static Trial random(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(12);
            double gap = Math.pow(10, -1 - 11 * random.nextDouble());
            double[][] a = switch (seed % 12) {
                case 0, 1, 2, 3 -> RandomSystems.withColumnSums(random, n, share(random), 0.9 * share(random));
                case 4 -> RandomSystems.withColumnSums(random, n, share(random), 1 - gap);
                case 5 -> otherUnits(random, RandomSystems.withColumnSums(random, n, 0.5, 1 - gap), 8);
                case 6 -> reducible(random, RandomSystems.withColumnSums(random, n, 0.7, 0.99), 3);
                case 7 -> reducible(random, RandomSystems.withColumnSums(random, n, 0.7, 0.99), 1);
                case 8 -> otherUnits(random, RandomSystems.withColumnSums(random, n, 0.5, 0.8), 15);
                case 9 -> signed(random, RandomSystems.withColumnSums(random, n, 0.6, 1 - gap));
                case 10 ->
                    RandomSystems.withZeroRowAndColumn(random, RandomSystems.withColumnSums(random, n, 0.6, 0.95));
                default -> otherUnits(random, RandomSystems.withColumnSums(random, n, 0.4, 0.9), 140);
            };
            boolean ordinary = seed % 12 < 4;
            double[] b = ordinary ? RandomSystems.positive(random, n) : RandomSystems.mixed(random, n);
            if (seed % 12 == 11) {
                double size = Math.pow(10, 560 * random.nextDouble() - 290);
                b = Arrays.stream(b).map(entry -> entry * size * 1e-5).toArray();
            }
            boolean toTheEnd = random.nextInt(4) > 0;
            return new Trial(a, b, options(random, seed, ordinary, toTheEnd), random.nextBoolean(), ordinary);
        }

        private static double share(SplittableRandom random) {
            return 0.1 + 0.9 * random.nextDouble();
        }

        private static double[][] otherUnits(SplittableRandom random, double[][] a, double decades) {
            return RandomSystems.inOtherUnits(random, a, decades);
        }

        private static double[][] reducible(SplittableRandom random, double[][] a, int blockSize) {
            return RandomSystems.reducible(random, a, blockSize);
        }

        private static double[][] signed(SplittableRandom random, double[][] a) {
            return RandomSystems.withRandomSigns(random, a, 0.4);
        }

        /** All methods in turn; ordinary systems to working precision, the others also badly converged. */
        private static SolveOptions options(SplittableRandom random, int seed, boolean ordinary, boolean toTheEnd) {
            SolveMethod method = METHODS.get(seed / 12 % METHODS.size());
            int limit = method == SolveMethod.NEUMANN ? 2_000 : 20_000;
            return SolveOptions.defaults()
                    .withThreads(1)
                    .withMethod(method)
                    .withTolerance(ordinary ? 0 : TOLERANCES[random.nextInt(TOLERANCES.length)])
                    .withIterationLimit(ordinary || toTheEnd ? limit : 1 + random.nextInt(3))
                    .withCertification(
                            !ordinary && random.nextInt(4) == 0
                                    ? SolveOptions.Certification.FIRST
                                    : SolveOptions.Certification.SHARP);
        }

        Solution solve() {
            return transposed
                    ? LeontiefSystem.of(SparseMatrix.of(RandomSystems.transposed(a)))
                            .transposed()
                            .solve(b, options)
                    : LeontiefSystem.of(SparseMatrix.of(a)).solve(b, options);
        }
    }

    /** What came of one trial. Overestimates are bound / true error, of the entries that are not exact. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Outcome(
            int seed,
            boolean certified,
            boolean ordinary,
            boolean sharp,
            @Nullable String failure,
            double[] overestimates,
            double largestShare) {}

    private static Outcome tried(int seed) {
        Trial trial = Trial.random(seed);
        Solution solution = trial.solve();
        if (solution.certificate().isEmpty()) {
            String reason = solution.report().stop() + ": " + solution.certification();
            return new Outcome(seed, false, trial.ordinary(), false, reason, new double[0], 0);
        }
        ExactSystem exact = ExactSystem.of(trial.a(), trial.b());
        double[] overestimates = new double[trial.b().length];
        double largestShare = 0;
        String failure = null;
        for (int i = 0; i < overestimates.length; i++) {
            double value = solution.value(i);
            double bound = solution.errorBound(i);
            if (!exact.isWithin(i, value, bound)) {
                failure = "seed " + seed + ", entry " + i + ": exactly " + exact.value(i) + ", found " + value + " ± "
                        + bound + " by " + solution.report();
            }
            overestimates[i] = exact.overestimate(i, value, bound);
            largestShare = Math.max(largestShare, bound / Math.abs(value));
        }
        boolean sharp = solution.certificate().get().kind() == Certificate.Kind.SHARP;
        return new Outcome(seed, true, trial.ordinary(), sharp, failure, overestimates, largestShare);
    }

    @Test
    void everyErrorIsInsideItsBound() {
        List<Outcome> outcomes = IntStream.range(0, SYSTEMS)
                .parallel()
                .mapToObj(CertificateAgainstExactArithmeticTest::tried)
                .toList();

        List<Outcome> certified = outcomes.stream().filter(Outcome::certified).toList();
        assertThat(certified.stream().map(Outcome::failure).filter(Objects::nonNull))
                .isEmpty();
        // All of these systems are viable; only numbers at the end of the range of doubles may stand in the way.
        assertThat(outcomes.stream().filter(outcome -> !outcome.certified()))
                .hasSizeLessThan(SYSTEMS / 40)
                .allMatch(outcome -> outcome.seed() % 12 == 11);
        assertThat(certified).hasSizeGreaterThan(10_000);

        List<Outcome> ordinary = outcomes.stream().filter(Outcome::ordinary).toList();
        assertThat(ordinary).hasSize(SYSTEMS / 3).allMatch(Outcome::certified);
        assertThat(ordinary.stream().mapToDouble(Outcome::largestShare).max().orElseThrow())
                .as("largest bound relative to its entry, ordinary tables")
                .isLessThan(1e-12);
        // 1.9, and 2.5 over all kinds, when this was written.
        assertThat(median(ordinary)).as("median of bound / error").isLessThan(5);
        assertThat(median(certified.stream()
                        .filter(outcome -> outcome.sharp() && !outcome.ordinary())
                        .toList()))
                .as("median of bound / error, all kinds of systems")
                .isLessThan(10);
    }

    private static double median(List<Outcome> outcomes) {
        double[] overestimates = outcomes.stream()
                .flatMapToDouble(outcome -> Arrays.stream(outcome.overestimates()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return overestimates[overestimates.length / 2];
    }
}
