package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@link CertificateAgainstExactArithmeticTest} for the ways of holding and reading coefficients that small systems do not
 * take by themselves, solved by GCR: the true error, from rational arithmetic, is inside the bound.
 */
class CertificateForEveryStorageTest {

    private static final int SYSTEMS = 1_200;

    private static final double[] TOLERANCES = {1e-3, 1e-9, 1e-12, 0};

    private static final int KINDS = 6;

    /** The last kind of system has numbers from one end of the range of doubles to the other. */
    private static final int EXTREME = KINDS - 1;

    private static double[][] coefficients(SplittableRandom random, int kind, int n) {
        double gap = Math.pow(10, -1 - 9 * random.nextDouble());
        return switch (kind) {
            case 0 -> RandomSystems.withColumnSums(random, n, 0.2 + 0.8 * random.nextDouble(), 0.8);
            case 1 -> RandomSystems.withColumnSums(random, n, 0.6, 1 - gap);
            case 2 -> RandomSystems.inOtherUnits(random, RandomSystems.withColumnSums(random, n, 0.5, 1 - gap), 8);
            case 3 -> RandomSystems.reducible(random, RandomSystems.withColumnSums(random, n, 0.7, 0.99), 2);
            case 4 -> RandomSystems.withRandomSigns(random, RandomSystems.withColumnSums(random, n, 0.6, 1 - gap), 0.4);
            default -> RandomSystems.inOtherUnits(random, RandomSystems.withColumnSums(random, n, 0.4, 0.9), 140);
        };
    }

    /** What came of one system: null for a failure that there was none. */
    private record Outcome(
            int kind, boolean certified, @Nullable String failure) {}

    private static Outcome tried(Storages storage, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int kind = seed % KINDS;
        int n = 1 + random.nextInt(13);
        double[][] a = coefficients(random, kind, n);
        double[] b = random.nextBoolean() ? RandomSystems.positive(random, n) : RandomSystems.mixed(random, n);
        SolveOptions options = SolveOptions.defaults()
                .withThreads(1)
                .withMethod(SolveMethod.GCR)
                .withTolerance(TOLERANCES[random.nextInt(TOLERANCES.length)])
                .withIterationLimit(random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 20_000)
                .withCertification(
                        random.nextBoolean() ? SolveOptions.Certification.FIRST : SolveOptions.Certification.SHARP);
        Solution solution = random.nextBoolean()
                ? storage.system(SparseMatrix.of(RandomSystems.transposed(a)))
                        .transposed()
                        .solve(b, options)
                : storage.system(SparseMatrix.of(a)).solve(b, options);
        boolean certified = solution.certificate().isPresent();
        return new Outcome(kind, certified, certified ? outside(storage + " " + seed, a, b, solution) : null);
    }

    /** Says which entry is outside its bound. */
    private static @Nullable String outside(String name, double[][] a, double[] b, Solution solution) {
        ExactSystem exact = ExactSystem.of(a, b);
        for (int i = 0; i < b.length; i++) {
            double value = solution.value(i);
            double bound = solution.errorBound(i);
            if (!exact.isWithin(i, value, bound)) {
                return name + ", entry " + i + ": exactly " + exact.value(i) + ", found " + value + " ± " + bound
                        + " by " + solution.report();
            }
        }
        return null;
    }

    @ParameterizedTest
    @EnumSource(Storages.class)
    void everyErrorIsInsideItsBound(Storages storage) {
        List<Outcome> outcomes = IntStream.range(0, SYSTEMS)
                .parallel()
                .mapToObj(seed -> tried(storage, seed))
                .toList();

        assertThat(outcomes.stream().map(Outcome::failure).filter(Objects::nonNull))
                .isEmpty();
        assertThat(outcomes.stream().filter(outcome -> !outcome.certified()))
                .hasSizeLessThan(SYSTEMS / 20)
                .allMatch(outcome -> outcome.kind() == EXTREME);
    }

    /** All storages lead to the same answer, so none of them may be much worse than the others. */
    @ParameterizedTest
    @EnumSource(Storages.class)
    void ordinarySystemsAreSolvedToTheLastDigits(Storages storage) {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = RandomSystems.withColumnSums(random, 16, 0.5, 0.9);
            double[] b = RandomSystems.positive(random, 16);
            SolveOptions options =
                    SolveOptions.defaults().withMethod(SolveMethod.GCR).withTolerance(0);
            for (LeontiefSystem system : Arrays.asList(
                    storage.system(SparseMatrix.of(a)),
                    storage.system(SparseMatrix.of(RandomSystems.transposed(a))).transposed())) {
                Solution solution = system.solve(b, options);

                assertThat(solution.report().stop()).isEqualTo(StopReason.WORKING_PRECISION);
                assertThat(outside(storage.name(), a, b, solution)).isNull();
                for (int i = 0; i < 16; i++) {
                    assertThat(solution.errorBound(i)).isLessThan(1e-13 * solution.value(i));
                }
            }
        }
    }
}
