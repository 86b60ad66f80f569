package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.optimisation.SensitivityRanges.Range;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;

/** Many second recipes: whichever stands in the table, the answer is that of the programme as it was given. */
class TechniqueSearchTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final ProgrammeOptions OPTIONS = ProgrammeOptions.defaults();

    /** n products, three resources, and some fifty second recipes of other units, imports among them. */
    private static final class Economy {

        private final SplittableRandom random;
        private final int n;
        private final int seconds;
        private final LeontiefSystem system;
        private final double[][] use;
        private final double[][] taken;
        private final double[][] usedBySeconds;
        private final double[] there;
        private Sense sense = Sense.MAXIMISE;
        private double share = 1.4;
        private double capacity = NONE;
        private boolean isTargetLimited = true;

        Economy(long seed) {
            random = new SplittableRandom(seed);
            n = 25 + random.nextInt(20);
            seconds = 40 + random.nextInt(20);
            double[][] a = new double[n][n];
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < 5; k++) {
                    a[random.nextInt(n)][j] += 0.15 * random.nextDouble();
                }
            }
            system = LeontiefSystem.of(SparseMatrix.of(a));
            use = new double[3][n];
            for (int j = 0; j < n; j++) {
                use[0][j] = 0.1 + random.nextDouble();
                use[1][j] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
                use[2][j] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
            }
            taken = new double[n][seconds + 1];
            usedBySeconds = new double[3][seconds + 1];
            for (int t = 0; t < seconds; t++) {
                second(t, a);
            }
            double[] basket = random.doubles(n, 0.5, 1.5).toArray();
            for (int i = 0; i < n; i++) {
                taken[i][seconds] = basket[i];
            }
            there = SparseMatrix.of(use).multiply(system.solve(basket).values());
        }

        /** Like a recipe of the table, better in some ways and worse in others; every fifth one is an import. */
        private void second(int t, double[][] a) {
            int product = random.nextInt(n);
            double unit = 0.3 + 2 * random.nextDouble();
            boolean isImport = t % 5 == 0;
            for (int i = 0; i < n && !isImport; i++) {
                taken[i][t] = unit * a[i][product] * (0.4 + random.nextDouble());
            }
            taken[product][t] -= unit;
            double price = 0.6 + 0.3 * random.nextDouble();
            for (int k = 0; k < 3; k++) {
                usedBySeconds[k][t] = unit * (isImport ? price : use[k][product] * (0.4 + random.nextDouble()));
            }
        }

        private boolean hasSecond(int product) {
            return IntStream.range(0, seconds).anyMatch(t -> taken[product][t] < 0);
        }

        /** The largest multiple of the basket, or the least of the first resource for the basket itself. */
        LeontiefProgramme programme() {
            double[] most = Arrays.stream(there).map(value -> share * value).toArray();
            double[] costs = new double[seconds + 1];
            double[] least = new double[seconds + 1];
            double[] highest = new double[seconds + 1];
            Arrays.fill(highest, NONE);
            LeontiefProgramme.Builder builder = LeontiefProgramme.builder(sense, system);
            if (sense == Sense.MAXIMISE) {
                costs[seconds] = 1;
            } else {
                least[seconds] = 1;
                builder.outputObjective(use[0]);
                System.arraycopy(usedBySeconds[0], 0, costs, 0, seconds);
                most[0] = NONE;
            }
            if (!isTargetLimited) {
                Arrays.fill(most, NONE);
            }
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = i % 3 == 0 && hasSecond(i) ? capacity : NONE;
            }
            return builder.outputs(new double[n], x)
                    .resources(SparseMatrix.of(use), new double[] {-NONE, -NONE, -NONE}, most)
                    .activities(SparseMatrix.of(taken), SparseMatrix.of(usedBySeconds), least, highest, costs)
                    .build();
        }
    }

    private static LinearSolution requireSame(LeontiefProgramme programme) {
        LinearProgramme written = programme.toLinearProgramme();
        LinearSolution general = new RevisedSimplex().solve(written, OPTIONS);
        LinearSolution reduced = new ReducedForm().solve(programme, OPTIONS);

        assertThat(reduced.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        OptimalityCertificate certificate = reduced.certificate().orElseThrow();
        double best = general.certificate().orElseThrow().objective();
        assertThat(certificate.objective()).isCloseTo(best, within(1e-9 * Math.abs(best)));
        assertThat(certificate.relativeGap()).isLessThan(1e-9);
        assertThat(reduced.rowPrices()).containsExactly(general.rowPrices(), within(1e-7));
        assertThat(reduced.reducedCosts()).containsExactly(general.reducedCosts(), within(1e-7));
        SensitivityRanges byFactors = SensitivityRanges.of(written, reduced);
        if (!byFactors.mayHaveOtherOptima()) {
            assertThat(reduced.columns()).containsExactly(general.columns(), within(1e-6));
        }
        BoundRanges byStructure = LeontiefRanges.of(programme, reduced, OPTIONS);
        for (int row = 0; row < written.rows(); row++) {
            requireNear(byStructure.rowUpper(row), byFactors.rowUpper(row), "row " + row);
        }
        for (int column = 0; column < written.columns(); column++) {
            requireNear(byStructure.columnLower(column), byFactors.columnLower(column), "column " + column);
        }
        return reduced;
    }

    private static void requireNear(Range found, Range expected, String what) {
        for (double[] ends : new double[][] {{found.from(), expected.from()}, {found.to(), expected.to()}}) {
            if (Double.isInfinite(ends[1])) {
                assertThat(ends[0]).as(what).isEqualTo(ends[1]);
            } else {
                assertThat(ends[0]).as(what).isCloseTo(ends[1], within(1e-6 * (1 + Math.abs(ends[1]))));
            }
        }
    }

    private static boolean hasExchanged(LinearSolution solution) {
        return solution.report().notes().stream().anyMatch(note -> note.contains("took the place of the first ones"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theLargestMultipleIsThatOfTheSimplexMethod(long seed) {
        LinearSolution found = requireSame(new Economy(seed).programme());

        assertThat(hasExchanged(found)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void soIsTheLeastUseOfAResource(long seed) {
        Economy economy = new Economy(seed);
        economy.sense = Sense.MINIMISE;
        economy.share = 1;

        assertThat(hasExchanged(requireSame(economy.programme()))).isTrue();
    }

    /** A capacity of the first recipe, and what is beyond it by the second. */
    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void soIsThePlanWhereRecipesHaveLimitsOfTheirOwn(long seed) {
        Economy economy = new Economy(seed);
        economy.capacity = 1;

        LinearSolution found = requireSame(economy.programme());

        assertThat(hasExchanged(found)).isTrue();
        double[] x = Arrays.copyOf(found.columns(), economy.n);
        assertThat(Arrays.stream(x).filter(value -> value == 1)).isNotEmpty();
    }

    /** The recipes of the table keep no limit, the second ones do: the first trial has no plan, and its proof has the valuations. */
    @Test
    void recipesThatCannotBeUsedAtAllAreReplaced() {
        Economy economy = new Economy(61);
        economy.sense = Sense.MINIMISE;
        economy.share = 0.97;
        LeontiefProgramme programme = economy.programme();
        int[] standing = new int[economy.n];
        Arrays.fill(standing, TechniqueExchange.NONE);
        boolean[] none = new boolean[economy.seconds + 1];
        Arrays.fill(none, 0, economy.seconds, true);
        LeontiefProgramme alone =
                TechniqueExchange.of(programme, standing, none).programme();
        assertThat(new ReducedForm().solve(alone, OPTIONS).status()).isEqualTo(ProgrammeStatus.INFEASIBLE);

        assertThat(hasExchanged(requireSame(programme))).isTrue();
    }

    /** What the status rests on is proved in the reduced form; the general method, which knows nothing of it, agrees. */
    @ParameterizedTest
    @ValueSource(longs = {62, 64, 65, 66})
    void whatNoTechniqueKeepsHasNoPlan(long seed) {
        Economy economy = new Economy(seed);
        economy.sense = Sense.MINIMISE;
        economy.share = 0.2;
        LeontiefProgramme programme = economy.programme();

        LinearSolution none = new ReducedForm().solve(programme, OPTIONS);

        assertThat(none.status()).isEqualTo(ProgrammeStatus.INFEASIBLE);
        assertThat(new RevisedSimplex()
                        .solve(programme.toLinearProgramme(), OPTIONS)
                        .status())
                .isEqualTo(ProgrammeStatus.INFEASIBLE);
    }

    /** Industries of a table that have no recipe look as if they took nothing, and may make nothing. */
    @Test
    void aRecipeThatMayMakeNothingIsNoChoice() {
        Economy economy = new Economy(67);
        economy.capacity = 0;

        LinearSolution found = requireSame(economy.programme());

        assertThat(found.certificate().orElseThrow().objective()).isPositive();
    }

    @Test
    void withoutLimitsTheRayIsThatOfTheProgrammeAsItWasGiven() {
        Economy economy = new Economy(63);
        economy.isTargetLimited = false;
        LeontiefProgramme programme = economy.programme();

        LinearSolution endless = new ReducedForm().solve(programme, OPTIONS);

        assertThat(endless.status()).isEqualTo(ProgrammeStatus.UNBOUNDED);
        assertThat(new Verification(programme.toLinearProgramme())
                        .provesUnbounded(endless.columns(), endless.proof(), 1e-9))
                .isTrue();
    }

    /** Any choice of recipes in the table gives the same programme, its vertices included. */
    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void exchangedTechniquesAreTheSameProgramme(long seed) {
        LeontiefProgramme programme = new Economy(seed).programme();
        SparseMatrix e = programme.productsOfActivities();
        int[] standing = new int[programme.products()];
        Arrays.fill(standing, TechniqueExchange.NONE);
        IntStream.range(0, programme.activities() - 1)
                .filter(j -> j % 2 == 0)
                .forEach(j -> e.forEachInColumn(j, (i, column, amount) -> {
                    if (amount < 0) {
                        standing[i] = j;
                    }
                }));
        LeontiefProgramme other =
                TechniqueExchange.of(programme, standing, new boolean[0]).programme();

        double best = objective(new RevisedSimplex().solve(programme.toLinearProgramme(), OPTIONS));
        assertThat(objective(new RevisedSimplex().solve(other.toLinearProgramme(), OPTIONS)))
                .isCloseTo(best, within(1e-9));
    }

    private static double objective(LinearSolution solution) {
        return solution.certificate().orElseThrow().objective();
    }
}
