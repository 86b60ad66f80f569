package org.leontief.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SparseMatrix;

class SyntheticEconomyTest {

    private final SyntheticEconomy economy = SyntheticEconomy.ofProducts(10_000, 30, 7);

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
    void recipesHaveThirtyInputsOnAverage() {
        // Poisson(30): the mean of 10,000 draws is within 5 standard errors of 30.
        assertThat(economy.coefficients().nonZeros() / 10_000.0).isCloseTo(30, within(5 * Math.sqrt(30) / 100));
    }

    @Test
    void useIsHeavyTailed() {
        // By Zipf's law the most used product is used by 0.3 · 30 / ln(10001) · ln 2 ≈ 0.68 of all recipes, drawn
        // without
        // repetition: more than 100 times what a product of the middle is used.
        SparseMatrix users = economy.coefficients().transpose();
        int[] counts = new int[10_000];
        users.forEach((i, j, v) -> counts[j]++);
        Arrays.sort(counts);
        assertThat(counts[9_999]).isGreaterThan(100 * counts[5_000]);
    }

    @Test
    void threeInTenAreDemanded() {
        long demanded = Arrays.stream(economy.finalDemand()).filter(d -> d > 0).count();
        assertThat(demanded / 10_000.0).isCloseTo(0.3, within(5 * Math.sqrt(0.3 * 0.7 / 10_000)));
    }

    @Test
    void theSameSeedGivesTheSameEconomy() {
        SyntheticEconomy again = SyntheticEconomy.ofProducts(10_000, 30, 7);
        assertThat(again.coefficients()).isEqualTo(economy.coefficients());
        assertThat(again.finalDemand()).isEqualTo(economy.finalDemand());
        assertThat(SyntheticEconomy.ofProducts(10_000, 30, 8).coefficients()).isNotEqualTo(economy.coefficients());
    }

    @Test
    void denseEconomiesFillAThird() {
        SparseMatrix a = SyntheticEconomy.dense(500, 3).coefficients();
        assertThat(a.density()).isCloseTo(0.32, within(0.01));
    }

    @Test
    void plansForItAreCertified() {
        Solution plan = LeontiefSystem.of(economy.coefficients()).solve(economy.finalDemand());
        assertThat(plan.certificate()).isPresent();
        assertThat(plan.report().relativeResidual()).isLessThanOrEqualTo(1e-12);
    }
}
