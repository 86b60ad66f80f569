package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** W. P. Cockshott and A. Cottrell, Towards a New Socialism (1993), chapter 8, with consumers whose demand is known. */
class ConsumptionCouncilTest {

    private static final Labels GOODS = Labels.of("Bread", "Shoes", "Books", "Wine");
    private static final double[] SHARES = {0.4, 0.3, 0.2, 0.1};
    private static final double[] VALUES = {0.5, 8, 2, 3};
    private static final double BUDGET = 1000;

    private static LabelledVector perUnit(String name, double... values) {
        return LabelledVector.of(name, GOODS, Units.of("hours per piece"), values);
    }

    private static LabelledVector pieces(double... amounts) {
        return LabelledVector.of("Stocks", GOODS, Units.of("pieces"), amounts);
    }

    /** Consumers spend fixed shares of all tokens (Cobb and Douglas), so that stocks s sell at p_j = share_j · tokens / s_j. */
    private static LabelledVector clearing(LabelledVector stocks) {
        double[] prices = new double[SHARES.length];
        for (int j = 0; j < prices.length; j++) {
            prices[j] = SHARES[j] * BUDGET / stocks.at(j);
        }
        return perUnit("Prices", prices);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.1})
    void roundsLeadToPricesEqualToLabourValues(double strength) {
        ResponseRule rule = new ResponseRule(strength, 0.8, 1.25);
        LabelledVector stocks = pieces(100, 100, 100, 100);

        for (int round = 0; round < 400; round++) {
            ConsumptionCouncil council =
                    ConsumptionCouncil.decide(stocks, perUnit("Labour values", VALUES), clearing(stocks), rule, BUDGET);
            stocks = council.nextDemand();
            double takes = 0;
            for (int j = 0; j < VALUES.length; j++) {
                takes += VALUES[j] * stocks.at(j);
            }
            assertThat(takes).isCloseTo(BUDGET, within(1e-9));
        }

        for (int j = 0; j < VALUES.length; j++) {
            assertThat(clearing(stocks).at(j)).isCloseTo(VALUES[j], within(1e-9 * VALUES[j]));
            // Consumers get their share of the labour: the closed form of where it must end.
            assertThat(stocks.at(j)).isCloseTo(SHARES[j] * BUDGET / VALUES[j], within(1e-6));
        }
    }

    /** By hand: ratios 2 and 0.5 at equal totals; the rule allows a quarter more and a fifth less. */
    @Test
    void oneRoundByHand() {
        Labels goods = Labels.of("Bread", "Shoes");
        LabelledVector stocks = LabelledVector.of("Stocks", goods, Units.of("pieces"), 10, 20);
        LabelledVector values = LabelledVector.of("Labour values", goods, Units.of("hours per piece"), 1, 1);
        LabelledVector prices = LabelledVector.of("Prices", goods, Units.of("hours per piece"), 2, 0.5);

        ConsumptionCouncil council = ConsumptionCouncil.decide(stocks, values, prices, ResponseRule.PROPORTIONAL, 57);

        assertThat(council.ratios().toArray()).containsExactly(2, 0.5);
        assertThat(council.averageRatio()).isEqualTo(1);
        // 10 · 1.25 + 20 · 0.8 = 28.5 hours, of which the budget is twice as much.
        assertThat(council.scale()).isEqualTo(2);
        assertThat(council.nextDemand().toArray()).containsExactly(25, 32);
        assertThat(council.largestDeviation()).isEqualTo(1);
    }

    @Test
    void errorsNameTheProduct() {
        LabelledVector stocks = pieces(1, 1, 1, 1);
        LabelledVector prices = perUnit("Prices", 1, 1, 1, 1);
        assertThatThrownBy(() -> ConsumptionCouncil.decide(
                        stocks, perUnit("Labour values", 1, 0, 1, 1), prices, ResponseRule.CAUTIOUS, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Shoes'");
        assertThatThrownBy(() -> ConsumptionCouncil.decide(
                        stocks,
                        LabelledVector.of("Labour values", GOODS, Units.of("minutes per piece"), VALUES),
                        prices,
                        ResponseRule.CAUTIOUS,
                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minutes per piece");
        Units mixed = Units.perLabel("hours per piece", "days per piece", "hours per piece", "hours per piece");
        assertThatThrownBy(() -> ConsumptionCouncil.decide(
                        stocks,
                        LabelledVector.of("Labour values", GOODS, mixed, VALUES),
                        LabelledVector.of("Prices", GOODS, mixed, VALUES),
                        ResponseRule.CAUTIOUS,
                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Shoes' is in 'days per piece'");
        assertThatThrownBy(() -> new ResponseRule(0, 0.5, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResponseRule.CAUTIOUS.bounded(1.5, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
