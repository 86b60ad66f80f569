package org.leontief.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** Water-filling by hand, and against bisection on the level and an exchange of small amounts. */
class EqualisedInvestmentTest {

    private static final Labels FOUR = Labels.of("North", "East", "South", "West");

    private static LabelledVector gaps(double... values) {
        return LabelledVector.of("Gap", FOUR, Units.of("parts per hour"), values);
    }

    private static LabelledVector costs(double... values) {
        return LabelledVector.of("Cost", FOUR, Units.of("hours"), values);
    }

    /** Gaps 8, 5, 2, 0 at 10 a unit: 60 close 3 + 3·… : from 8 to 5 takes 30, both to 3.5 another 30. */
    @Test
    void theWidestGapsAreLevelled() {
        EqualisedInvestment fund =
                EqualisedInvestment.of(gaps(8, 5, 2, 0), costs(80, 50, 20, 0), 60, InvestmentOrder.WIDEST_GAP_FIRST);

        assertThat(fund.level()).isCloseTo(3.5, within(1e-15));
        assertThat(fund.spending().toArray()).containsExactly(new double[] {45, 15, 0, 0}, within(1e-13));
        assertThat(fund.remaining().toArray()).containsExactly(new double[] {3.5, 3.5, 2, 0}, within(1e-14));
        assertThat(fund.perUnitOfFund()).isCloseTo(1 / 20.0, within(1e-16));
        assertThat(fund.atBestPractice()).isEqualTo(1);
        assertThat(fund.residual()).isLessThan(1e-15);
    }

    /** The two cheapest are closed for 70, the third gets the last 20 of its 60. */
    @Test
    void theCheapestGapsAreClosed() {
        EqualisedInvestment fund =
                EqualisedInvestment.of(gaps(8, 5, 2, 0), costs(60, 50, 20, 0), 90, InvestmentOrder.SMALLEST_GAP_FIRST);

        assertThat(fund.spending().toArray()).containsExactly(new double[] {20, 50, 20, 0}, within(1e-13));
        assertThat(fund.level()).isEqualTo(60);
        assertThat(fund.perUnitOfFund()).isCloseTo(1 / 60.0, within(1e-16));
        assertThat(fund.atBestPractice()).isEqualTo(3);
        assertThat(fund.residual()).isLessThan(1e-15);
    }

    @ParameterizedTest
    @EnumSource(InvestmentOrder.class)
    void aFundThatIsLargeEnoughClosesAllGaps(InvestmentOrder order) {
        EqualisedInvestment fund = EqualisedInvestment.of(gaps(8, 5, 2, 0), costs(80, 50, 20, 0), 200, order);

        assertThat(fund.atBestPractice()).isEqualTo(4);
        assertThat(fund.left()).isCloseTo(50, within(1e-13));
        assertThat(fund.perUnitOfFund()).isZero();
        assertThat(fund.residual()).isZero();
        EqualisedInvestment none = EqualisedInvestment.of(gaps(8, 5, 2, 0), costs(80, 50, 20, 0), 0, order);
        assertThat(none.spending().total()).isZero();
        assertThat(none.residual()).isZero();
        assertThat(none.left()).isZero();
    }

    private static LabelledVector random(Random random, Labels labels, String unit) {
        return LabelledVector.of(
                "Random",
                labels,
                Units.of(unit),
                random.doubles(labels.size(), 1, 10).toArray());
    }

    private static Labels workplaces(int count) {
        return Labels.of(IntStream.range(0, count).mapToObj(i -> "w" + i).toList());
    }

    /** The level by bisection, with nothing sorted; the price by a finite difference. */
    @Test
    void theLevelIsThatOfBisection() {
        Random random = new Random(7);
        for (int n : List.of(1, 2, 17, 400)) {
            LabelledVector gaps = random(random, workplaces(n), "t");
            LabelledVector costs = random(random, workplaces(n), "hours");
            double budget = costs.total() * random.nextDouble();

            EqualisedInvestment fund = EqualisedInvestment.of(gaps, costs, budget, InvestmentOrder.WIDEST_GAP_FIRST);

            assertThat(fund.level()).isCloseTo(bisected(gaps, costs, budget), within(1e-12));
            assertThat(fund.spending().total()).isCloseTo(budget, within(1e-12 * budget));
            double step = 1e-6 * budget;
            double slope = (bisected(gaps, costs, budget) - bisected(gaps, costs, budget + step)) / step;
            assertThat(fund.perUnitOfFund()).isCloseTo(slope, within(1e-5 * slope));
            assertThat(fund.residual()).isLessThan(1e-13);
        }
    }

    private static double bisected(LabelledVector gaps, LabelledVector costs, double budget) {
        double low = 0;
        double high = 10;
        for (int k = 0; k < 100; k++) {
            double level = (low + high) / 2;
            double spent = IntStream.range(0, gaps.size())
                    .mapToDouble(i -> costs.at(i) / gaps.at(i) * Math.max(0, gaps.at(i) - level))
                    .sum();
            if (spent > budget) {
                low = level;
            } else {
                high = level;
            }
        }
        return high;
    }

    /** Whatever is moved from one workplace to another makes the sum that is minimised, or maximised, worse. */
    @ParameterizedTest
    @EnumSource(InvestmentOrder.class)
    void noExchangeIsBetter(InvestmentOrder order) {
        Random random = new Random(8);
        LabelledVector gaps = random(random, workplaces(9), "t");
        LabelledVector costs = random(random, workplaces(9), "hours");
        EqualisedInvestment fund = EqualisedInvestment.of(gaps, costs, 20, order);
        double best = loss(order, gaps, costs, fund.spending().toArray());

        for (int from = 0; from < 9; from++) {
            for (int to = 0; to < 9; to++) {
                double[] moved = fund.spending().toArray();
                double amount = Math.min(0.01, Math.min(moved[from], costs.at(to) - moved[to]));
                moved[from] -= amount;
                moved[to] += amount;
                assertThat(loss(order, gaps, costs, moved)).isGreaterThanOrEqualTo(best - 1e-12);
            }
        }
    }

    private static double loss(InvestmentOrder order, LabelledVector gaps, LabelledVector costs, double[] spending) {
        DoubleStream terms = IntStream.range(0, spending.length).mapToDouble(i -> {
            double closed = spending[i] / costs.at(i);
            double remaining = gaps.at(i) * (1 - closed);
            return order == InvestmentOrder.WIDEST_GAP_FIRST
                    ? costs.at(i) / gaps.at(i) * remaining * remaining / 2
                    : -closed;
        });
        return terms.sum();
    }

    @Test
    void theBestPracticeIsThatOfTheBest() {
        LabelledVector productivity =
                LabelledVector.of("Output per hour", FOUR, Units.of("parts per hour"), 12, 4, 9, 7);

        assertThat(EqualisedInvestment.gapsToBest(productivity).toArray()).containsExactly(0, 8, 3, 5);
    }

    @Test
    void mistakesAreNamed() {
        InvestmentOrder order = InvestmentOrder.WIDEST_GAP_FIRST;
        assertThatThrownBy(() -> EqualisedInvestment.of(gaps(1, -2, 0, 0), costs(1, 1, 1, 1), 1, order))
                .hasMessageContaining("'East' is -2.0");
        assertThatThrownBy(() -> EqualisedInvestment.of(gaps(1, 2, 0, 0), costs(1, 0, 1, 1), 1, order))
                .hasMessageContaining("'East' costs 0.0");
        assertThatThrownBy(() -> EqualisedInvestment.of(gaps(1, 2, 0, 0), costs(1, 1, 1, 1), -1, order))
                .hasMessageContaining("fund is -1.0");
    }
}
