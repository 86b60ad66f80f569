package org.leontief.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SparseMatrix;

class SyntheticEconomyTest {

    private static final int PRODUCTS = 10_000;
    private static final int INPUTS = 30;
    private static final long SEED = 7;

    private final SyntheticEconomy economy = SyntheticEconomy.ofProducts(PRODUCTS, INPUTS, SEED);

    @Test
    void everyColumnAndItsLabourMakeOne() {
        double[] sums = economy.coefficients().columnSums();
        double[] labour = economy.labour();
        for (int j = 0; j < sums.length; j++) {
            assertThat(sums[j]).isBetween(0.3 - 1e-12, 0.8 + 1e-12);
            assertThat(sums[j] + labour[j]).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void columnSumsAreUniform() {
        double[] sums = economy.coefficients().columnSums();
        Arrays.sort(sums);
        // The k-th of n sorted uniform numbers is within 5 of its standard deviations, at most 0.005 of the range, of k
        // / n.
        for (int k = 0; k < PRODUCTS; k += 100) {
            assertThat(sums[k]).isCloseTo(0.3 + 0.5 * k / PRODUCTS, within(0.5 * 5 * 0.005));
        }
    }

    @Test
    void recipesHaveThirtyInputsOnAverage() {
        // Poisson(30): mean and variance of 10,000 draws are within 5 standard errors of 30.
        double mean = economy.coefficients().nonZeros() / (double) PRODUCTS;
        double variance = 0;
        int most = 0;
        for (int j = 0; j < PRODUCTS; j++) {
            int count = inputs(j);
            variance += (count - mean) * (count - mean) / PRODUCTS;
            most = Math.max(most, count);
            assertThat(count).isPositive();
        }
        assertThat(mean).isCloseTo(30, within(5 * Math.sqrt(30) / 100));
        assertThat(variance).isCloseTo(30, within(5 * 30 * Math.sqrt(2) / 100));
        assertThat(most).isLessThanOrEqualTo(4 * INPUTS);
    }

    private int inputs(int column) {
        int[] count = {0};
        economy.coefficients().forEachInColumn(column, (i, j, v) -> count[0]++);
        return count[0];
    }

    @Test
    void recipesHaveAtLeastOneInputAndAtMostFourTimesTheMean() {
        SparseMatrix a = SyntheticEconomy.ofProducts(20_000, 1, SEED).coefficients();
        int[] count = new int[20_000];
        a.forEach((i, j, v) -> count[j]++);

        assertThat(Arrays.stream(count).min()).hasValue(1);
        assertThat(Arrays.stream(count).max()).hasValue(4);
    }

    @Test
    void sevenInTenSuppliersAreOfTheOwnBranch() {
        // A little more than 0.7: universal products can be of the own branch too (one in ten branches), and a
        // universal
        // one that has been drawn before, as some 8% have, makes way for another that is local in seven cases of ten.
        ShuffledNumbers numbers = new ShuffledNumbers(PRODUCTS, SEED);
        long[] local = {0};
        economy.coefficients()
                .forEach((i, j, v) -> local[0] += numbers.product(i) / 1000 == numbers.product(j) / 1000 ? 1 : 0);

        assertThat(local[0] / (double) economy.coefficients().nonZeros()).isBetween(0.72, 0.76);
    }

    @Test
    void theNumberingIsAPermutationThatSeparatesBranches() {
        ShuffledNumbers numbers = new ShuffledNumbers(PRODUCTS, SEED);
        boolean[] seen = new boolean[PRODUCTS];
        int neighbours = 0;
        for (int j = 0; j < PRODUCTS; j++) {
            assertThat(numbers.column(numbers.product(j))).isEqualTo(j);
            seen[numbers.product(j)] = true;
            neighbours += j > 0 && numbers.product(j) / 1000 == numbers.product(j - 1) / 1000 ? 1 : 0;
        }
        assertThat(seen).doesNotContain(false);
        // One in ten by chance.
        assertThat(neighbours).isBetween(850, 1150);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 1_000, 10_000_000})
    void ranksFollowZipfsLaw(int products) {
        int draws = 1_000_000;
        SuppliersByBranch suppliers = new SuppliersByBranch(new ShuffledNumbers(products, SEED), 1);
        SplittableRandom random = new SplittableRandom(products);
        int[] count = new int[products + 1];
        for (int k = 0; k < draws; k++) {
            count[suppliers.rank(random)]++;
        }
        double harmonic = 0;
        for (int rank = 1; rank <= products; rank++) {
            harmonic += 1.0 / rank;
        }
        for (int rank : new int[] {1, 2, 3, 5, 10, 30, 100, 300, 1_000}) {
            if (rank <= products) {
                double expected = draws / (rank * harmonic);
                assertThat((double) count[rank]).isCloseTo(expected, within(5 * Math.sqrt(expected)));
            }
        }
        // The farther half of the ranks as a whole: 1 / (n/2 + 1) + … + 1 / n.
        double farther = 0;
        long found = 0;
        for (int rank = products / 2 + 1; rank <= products; rank++) {
            farther += draws / (rank * harmonic);
            found += count[rank];
        }
        assertThat((double) found).isCloseTo(farther, within(5 * Math.sqrt(farther)));
    }

    @Test
    void useIsHeavyTailed() {
        // The first universal product comes with 0.3 · 30 / 9.8 = 0.92 draws a recipe, into 1 − e^−0.92 = 0.60 of them;
        // that is more than 100 times what a product of the middle is used.
        SparseMatrix users = economy.coefficients().transpose();
        int[] counts = new int[PRODUCTS];
        users.forEach((i, j, v) -> counts[j]++);
        Arrays.sort(counts);
        assertThat(counts[9_999]).isBetween(5_500, 6_800).isGreaterThan(100 * counts[5_000]);
    }

    @Test
    void inputSizesAreLogNormal() {
        // Logarithms within a column have variance σ² = 2.25 and a fourth moment of 3 σ⁴ about its mean, but for 1 /
        // count.
        int[] count = {0};
        double[] moments = new double[4];
        double[] logs = new double[4 * INPUTS];
        for (int j = 0; j < PRODUCTS; j++) {
            count[0] = 0;
            economy.coefficients().forEachInColumn(j, (i, column, v) -> logs[count[0]++] = Math.log(v));
            double mean = Arrays.stream(logs, 0, count[0]).average().orElseThrow();
            for (int k = 0; k < count[0]; k++) {
                double distance = (logs[k] - mean) / 1.5 * Math.sqrt(count[0] / Math.max(1.0, count[0] - 1));
                moments[0]++;
                moments[1] += distance * distance;
                moments[2] += distance * distance * distance;
                moments[3] += distance * distance * distance * distance;
            }
        }
        assertThat(moments[1] / moments[0]).isCloseTo(1, within(0.015));
        assertThat(moments[2] / moments[0]).isCloseTo(0, within(0.04));
        assertThat(moments[3] / moments[0]).isCloseTo(3, within(0.1));
    }

    @Test
    void threeInTenAreDemanded() {
        double[] demand = economy.finalDemand();
        long demanded = Arrays.stream(demand).filter(d -> d > 0).count();
        assertThat(demanded / 10_000.0).isCloseTo(0.3, within(5 * Math.sqrt(0.3 * 0.7 / 10_000)));
        assertThat(Arrays.stream(demand).sum() / demanded).isCloseTo(50, within(5 * 100 / Math.sqrt(12 * 3_000)));
        double[][] further = economy.furtherDemands(2, 1);
        assertThat(further[0]).hasSize(PRODUCTS).isNotEqualTo(further[1]).isNotEqualTo(demand);
    }

    @Test
    void theSameSeedGivesTheSameEconomy() {
        SyntheticEconomy again = SyntheticEconomy.ofProducts(PRODUCTS, INPUTS, SEED);
        assertThat(again.coefficients()).isEqualTo(economy.coefficients());
        assertThat(again.finalDemand()).isEqualTo(economy.finalDemand());
        assertThat(SyntheticEconomy.ofProducts(PRODUCTS, INPUTS, 8).coefficients())
                .isNotEqualTo(economy.coefficients());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theSameOnAnyNumberOfThreads(int threads) {
        SyntheticEconomy again = SyntheticEconomy.ofProducts(PRODUCTS, INPUTS, SEED, threads);
        assertThat(again.coefficients()).isEqualTo(economy.coefficients());
        assertThat(again.labour()).isEqualTo(economy.labour());
        assertThat(SyntheticEconomy.dense(700, SEED, threads).coefficients())
                .isEqualTo(SyntheticEconomy.dense(700, SEED).coefficients());
    }

    @Test
    void denseEconomiesFillAThird() {
        SyntheticEconomy dense = SyntheticEconomy.dense(500, 3);
        assertThat(dense.coefficients().density()).isCloseTo(0.32, within(0.01));
        double[] sums = dense.coefficients().columnSums();
        assertThat(Arrays.stream(sums).average()).hasValueCloseTo(0.55, within(5 * 0.5 / Math.sqrt(12 * 500)));
    }

    @Test
    void smallEconomiesCanBeDrawnToo() {
        assertThat(SyntheticEconomy.ofProducts(1, 30, 1).coefficients().nonZeros())
                .isEqualTo(1);
        assertThat(SyntheticEconomy.ofProducts(1_003, 30, 1).coefficients().rows())
                .isEqualTo(1_003);
        assertThat(SyntheticEconomy.dense(1, 2).coefficients().rows()).isEqualTo(1);
        assertThat(SyntheticEconomy.named("P2e3", 1).labour()).hasSize(2_000);
        assertThat(SyntheticEconomy.named("D100", 1).labour()).hasSize(100);
        assertThatThrownBy(() -> SyntheticEconomy.named("Q5", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no economy 'Q5'");
    }

    @Test
    void plansForItAreCertified() {
        Solution plan = LeontiefSystem.of(economy.coefficients()).solve(economy.finalDemand());
        assertThat(plan.certificate()).isPresent();
        assertThat(plan.report().relativeResidual()).isLessThanOrEqualTo(1e-12);
    }
}
