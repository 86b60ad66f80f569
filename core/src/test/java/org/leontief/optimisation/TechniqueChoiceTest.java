package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/** Choice of technique against every other choice, one by one, and against a linear programme. */
class TechniqueChoiceTest {

    private static final int PRODUCTS = 4;
    private static final int EACH = 3;
    private static final SolveOptions OPTIONS = SolveOptions.defaults();

    private final int[] productOf = new int[PRODUCTS * EACH];
    private final double[] cost = new double[PRODUCTS * EACH];
    private final double[][] inputs = new double[PRODUCTS][PRODUCTS * EACH];

    private void draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int t = 0; t < productOf.length; t++) {
            productOf[t] = t % PRODUCTS;
            cost[t] = 0.1 + random.nextDouble();
            for (double[] row : inputs) {
                row[t] = 0.24 * random.nextDouble();
            }
        }
    }

    private double[] pricesOf(int[] techniques) {
        double[] own = new double[PRODUCTS];
        for (int i = 0; i < PRODUCTS; i++) {
            own[i] = cost[techniques[i]];
        }
        return LeontiefSystem.of(SparseMatrix.of(inputs).columns(techniques))
                .transposed()
                .solve(own)
                .values();
    }

    @Test
    void noOtherChoiceMakesAnyProductCheaper() {
        for (long seed = 0; seed < 10; seed++) {
            draw(seed);
            double[] prices = TechniqueChoice.cheapest(SparseMatrix.of(inputs), productOf, cost, OPTIONS)
                    .prices();
            for (int choice = 0; choice < 81; choice++) {
                int[] techniques = new int[PRODUCTS];
                for (int i = 0, rest = choice; i < PRODUCTS; i++, rest /= EACH) {
                    techniques[i] = i + PRODUCTS * (rest % EACH);
                }
                double[] other = pricesOf(techniques);
                for (int i = 0; i < PRODUCTS; i++) {
                    assertThat(prices[i]).isLessThanOrEqualTo(other[i] + 1e-9);
                }
            }
        }
    }

    /** Non-substitution: the dual of least cost for any demand, techniques being activities, has the same prices. */
    @Test
    void theLinearProgrammeOfLeastCostHasTheSamePrices() {
        draw(11);
        TechniqueChoice choice = TechniqueChoice.cheapest(SparseMatrix.of(inputs), productOf, cost, OPTIONS);
        double none = Double.POSITIVE_INFINITY;
        double[][] made = new double[PRODUCTS][productOf.length];
        for (int t = 0; t < productOf.length; t++) {
            for (int i = 0; i < PRODUCTS; i++) {
                made[i][t] = (productOf[t] == i ? 1 : 0) - inputs[i][t];
            }
        }
        double[] upper = new double[productOf.length];
        Arrays.fill(upper, none);
        LinearSolution least = new RevisedSimplex()
                .solve(
                        LinearProgramme.of(
                                Sense.MINIMISE,
                                cost,
                                SparseMatrix.of(made),
                                new double[] {5, 1, 0.5, 2},
                                new double[] {none, none, none, none},
                                new double[productOf.length],
                                upper),
                        ProgrammeOptions.defaults());

        assertThat(choice.prices()).containsExactly(least.rowPrices(), within(1e-9));
        for (int t = 0; t < productOf.length; t++) {
            assertThat(choice.disadvantage(t)).isEqualTo(least.reducedCosts()[t], within(1e-9));
        }
        assertThat(choice.disadvantage(choice.technique(2))).isEqualTo(0, within(1e-12));
    }

    @Test
    void whatDoesNotFitIsRefusedByNumber() {
        draw(0);
        SparseMatrix b = SparseMatrix.of(inputs);
        assertThatThrownBy(() -> TechniqueChoice.cheapest(b, new int[2], cost, OPTIONS))
                .hasMessageContaining("products of 2");
        productOf[3] = 0;
        productOf[7] = 0;
        productOf[11] = 0;
        assertThatThrownBy(() -> TechniqueChoice.cheapest(b, productOf, cost, OPTIONS))
                .hasMessageContaining("No technique makes product 3");
        productOf[11] = 4;
        assertThatThrownBy(() -> TechniqueChoice.cheapest(b, productOf, cost, OPTIONS))
                .hasMessageContaining("Technique 11 makes product 4");
        cost[0] = Double.NaN;
        productOf[11] = 3;
        assertThatThrownBy(() -> TechniqueChoice.cheapest(b, productOf, cost, OPTIONS))
                .hasMessageContaining("cost of technique 0 is NaN");
    }

    /** Iron 0 takes 1.2 of itself, which no economy survives; iron 1 takes 0.5 and an hour: 1 = 0.5 · 2, and corn 0.25 · 2 + 1. */
    @Test
    void itBeginsWithTheLeastInputsAndTellsWhichSystemItEndedWith() {
        SparseMatrix b = SparseMatrix.of(new double[][] {{1.2, 0.5, 0.25, 0.75}, {0, 0, 0, 0}});
        int[] makes = {0, 0, 1, 1};

        TechniqueChoice choice = TechniqueChoice.cheapest(b, makes, new double[] {0.1, 1, 1, 0.25}, OPTIONS);

        assertThat(choice.technique(0)).isEqualTo(1);
        assertThat(choice.technique(1)).isEqualTo(2);
        assertThat(choice.prices()).containsExactly(new double[] {2, 1.5}, within(1e-14));
        assertThat(choice.disadvantage(0)).isCloseTo(0.1 + 1.2 * 2 - 2, within(1e-14));
        assertThat(choice.disadvantage(3)).isCloseTo(0.75 * 2 + 0.25 - 1.5, within(1e-14));
        assertThat(choice.rounds()).isEqualTo(1);
        assertThat(choice.system().coefficients()).isEqualTo(SparseMatrix.of(new double[][] {{0.5, 0.25}, {0, 0}}));
    }

    /** At 2 an iron the corn of more iron and no labour is cheaper: 0.25 · 2 + 2 against 0.75 · 2. */
    @Test
    void aCheaperTechniqueTakesOneMoreRound() {
        SparseMatrix b = SparseMatrix.of(new double[][] {{0.5, 0.25, 0.75}, {0, 0, 0}});

        TechniqueChoice choice = TechniqueChoice.cheapest(b, new int[] {0, 1, 1}, new double[] {1, 2, 0}, OPTIONS);

        assertThat(choice.technique(1)).isEqualTo(2);
        assertThat(choice.prices()).containsExactly(new double[] {2, 1.5}, within(1e-14));
        assertThat(choice.rounds()).isEqualTo(2);
        assertThat(choice.system().solve(new double[] {1, 2}).values())
                .containsExactly(new double[] {5, 2}, within(1e-14));
        assertThat(choice.system().coefficients().get(0, 1)).isEqualTo(0.75);
    }

    @Test
    void whatPolicyIterationCannotDoIsRefused() {
        int[] makes = {0};
        double[] hour = {1};
        assertThatThrownBy(() ->
                        TechniqueChoice.cheapest(SparseMatrix.of(new double[][] {{-0.5}}), makes, hour, OPTIONS))
                .hasMessageContaining("a joint product");
        assertThatThrownBy(() -> TechniqueChoice.cheapest(
                        SparseMatrix.of(new double[][] {{0.5}}), makes, new double[2], OPTIONS))
                .hasMessageContaining("inputs of 1 techniques, products of 1 and costs of 2");
        assertThatThrownBy(() ->
                        TechniqueChoice.cheapest(SparseMatrix.of(new double[][] {{1.5}}), makes, hour, OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not make a viable economy");
    }
}
