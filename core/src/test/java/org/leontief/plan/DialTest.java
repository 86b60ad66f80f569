package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.technology.Recipe.recipe;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.leontief.Germany1995;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** Germany 1995 with a product for each final use: every social price against the difference that turning the dial makes. */
class DialTest {

    private static final InputOutputTable TABLE = Germany1995.table();
    private static final String HOUSEHOLDS = "Households";
    private static final List<String> USES = List.of(HOUSEHOLDS, "Government", "Capital formation");
    private static final PlanProblem PROBLEM = PlanProblem.of(TABLE)
            .activities(FinalUses.activities(
                    TABLE, HOUSEHOLDS, "Government", "Capital formation", "Change of inventories", "Exports"))
            .resource("Employment", 36_428)
            .delivery("Government", Limit.atLeast(350_000))
            .delivery("Capital formation", Limit.atLeast(334_144))
            .delivery("Exports", Limit.atLeast(379_293))
            .target(Map.of(HOUSEHOLDS, 813_673.0));
    private static final Goal GOAL = Goal.largestMultiple();

    private static void assertPriceIsTheDifference(DoubleFunction<Dial> dial, double setting, double step) {
        SocialPrice price = dial.apply(setting).in(PROBLEM, GOAL);
        double up = dial.apply(setting + step).in(PROBLEM, GOAL).plan().objective();
        double down = dial.apply(setting - step).in(PROBLEM, GOAL).plan().objective();

        double difference = (up - down) / (2 * step);
        assertThat(price.worth())
                .as(price.toString())
                .isNotZero()
                .isCloseTo(difference, within(1e-4 * Math.abs(difference)));
        price.holds().ifPresent(range -> assertThat(range.holds(setting)).isTrue());
    }

    /** The uses of the table, each as it was, take what the table records: t = 1 with 36,428 thousand persons. */
    @Test
    void theTableIsAPlan() {
        PlanProblem asItWas = PROBLEM.delivery("Government", Limit.atLeast(350_150))
                .delivery("Change of inventories", Limit.atLeast(7_553));

        assertThat(asItWas.largestMultiple().objective()).isCloseTo(1, within(1e-9));
    }

    @Test
    void workingTimeAndEmployment() {
        assertPriceIsTheDifference(hours -> Dial.hoursPerHead("Employment", 40_000, hours), 0.9, 1e-3);
        assertPriceIsTheDifference(people -> Dial.fullEmployment("Employment", people), 36_000, 1);
        SocialPrice price = Dial.hoursPerHead("Employment", 40_000, 0.9).in(PROBLEM, GOAL);
        assertThat(price.plan().use("Employment")).isCloseTo(36_000, within(1e-6));
        assertThat(price.unit()).isEqualTo("multiples per thousand persons per head");
        assertThat(price.problem().largestMultiple().objective())
                .isEqualTo(price.plan().objective());
    }

    @Test
    void accumulationAndCollectiveConsumption() {
        assertPriceIsTheDifference(
                share -> Dial.share("share of accumulation", List.of("Capital formation"), USES, share), 0.25, 1e-5);
        assertPriceIsTheDifference(
                share -> Dial.share(
                        "collective consumption", List.of("Government"), List.of("Government", HOUSEHOLDS), share),
                0.4,
                1e-5);
        BestPlan plan = Dial.share(
                        "collective consumption", List.of("Government"), List.of("Government", HOUSEHOLDS), 0.4)
                .in(PROBLEM, GOAL)
                .plan();
        double collective = plan.deliveries().of("Government");
        assertThat(collective / (collective + plan.deliveries().of(HOUSEHOLDS))).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void floorsAndEmissions() {
        assertPriceIsTheDifference(least -> Dial.deliveryFloor("Government", least), 360_000, 10);
        assertPriceIsTheDifference(least -> Dial.outputFloor("Agriculture", least), 60_000, 10);
        assertPriceIsTheDifference(most -> Dial.emissionCap("CO2", most), 650_000, 10);
        assertPriceIsTheDifference(
                most -> Dial.emissionStandard("CO2", most, "Manufacturing", "Construction", "Trade"), 0.32, 1e-6);
        assertThat(Dial.emissionCap("CO2", 1e9).in(PROBLEM, GOAL).worth()).isZero();
    }

    @Test
    void theBalanceOfTrade() {
        assertPriceIsTheDifference(surplus -> Dial.tradeBalance("Imports", List.of("Exports"), surplus), 160_000, 10);
    }

    /** Goods made at home and exports take an hour and 0.2 of imports each; goods bought abroad take 2 of imports. */
    @Test
    void whatActivitiesImportIsPaidForToo() {
        TechnicalCoefficients home = TechnicalCoefficients.ofRecipes(List.of(
                recipe("Goods").unit("EUR").labour(1).extension("Imports", "EUR", 0.2),
                recipe("Exports").unit("EUR").labour(1).extension("Imports", "EUR", 0.2)));
        Activity bought = Activity.activity("Bought abroad").makes("Goods", 1).uses("Imports", 2);
        PlanProblem problem =
                PlanProblem.of(home).activities(bought).resource("Labour", 10).target(Map.of("Goods", 1.0));
        SocialPrice price = Dial.tradeBalance("Imports", List.of("Exports"), 0).in(problem, GOAL);
        BestPlan plan = price.plan();

        // g + e = 10 hours, 0.8 e = 0.2 g + 2 b + surplus: g + b is largest with none bought, g = 8 less the surplus.
        assertThat(plan.objective()).isCloseTo(8, within(1e-12));
        assertThat(plan.intensities().of("Bought abroad")).isZero();
        assertThat(price.worth()).isCloseTo(-1, within(1e-12));
        // One unit of goods brings 1 and its imports cost 2.
        assertThat(plan.appraisal("Bought abroad").net()).isCloseTo(-1, within(1e-12));
        assertThat(plan.appraisal(bought).net()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void oneDecisionAfterAnother() {
        SocialPrice first = Dial.hoursPerHead("Employment", 40_000, 0.9).in(PROBLEM, GOAL);
        SocialPrice second = Dial.emissionCap("CO2", 600_000).in(first.problem(), GOAL);

        assertThat(second.worth()).isPositive();
        assertThat(second.plan().use("CO2")).isCloseTo(600_000, within(1e-4));
        assertThat(second.plan().use("Employment")).isLessThan(36_000 + 1e-6);
    }

    /** Two regions with one sector each; the south works harder, and jobs there cost goods. */
    @Test
    void jobsInARegion() {
        Labels sectors = Labels.ofLabels(List.of(new Label("North", "Goods"), new Label("South", "Goods")));
        TechnicalCoefficients economy = TechnicalCoefficients.of(
                LabelledMatrix.of("A", sectors, sectors, Units.of("t"), SparseMatrix.of(new double[][] {
                    {0.1, 0.3}, {0.2, 0.1}
                })),
                LabelledMatrix.of(
                        "S", Labels.of("Labour"), sectors, Units.of("hours"), SparseMatrix.of(new double[][] {{1, 2}
                        })));
        PlanProblem problem = PlanProblem.of(economy)
                .resource("Labour", 300)
                .target(Map.of("North / Goods", 2.0, "South / Goods", 1.0));

        DoubleFunction<Dial> dial = hours -> Dial.regionFloor("South", "Labour", hours);
        SocialPrice price = dial.apply(250).in(problem, GOAL);

        assertThat(2 * price.plan().grossOutput().of("South / Goods")).isCloseTo(250, within(1e-9));
        double difference = (dial.apply(251).in(problem, GOAL).plan().objective()
                        - dial.apply(249).in(problem, GOAL).plan().objective())
                / 2;
        assertThat(price.worth()).isNegative().isCloseTo(difference, within(1e-6));
        assertThatThrownBy(() -> Dial.regionFloor("Sout", "Labour", 1).in(problem, GOAL))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'South'");
    }

    /** A limit is asked for by its name afterwards, so that two of one name, or one called like a product, cannot be. */
    @Test
    void aDecisionHasANameOfItsOwn() {
        List<String> part = List.of("Capital formation");
        Dial share = Dial.share("accumulation", part, USES, 0.2);
        PlanProblem decided = share.addTo(PROBLEM);

        assertThatThrownBy(() -> share.addTo(decided))
                .hasMessageContaining("'accumulation' would add a limit of that name")
                .hasMessageContaining("accumulation ≥ 0 million EUR")
                .hasMessageContaining("begin with the problem as it was before");
        assertThatThrownBy(() -> Dial.share("Government", part, USES, 0.2).addTo(PROBLEM))
                .hasMessageContaining("'Government' has the name of a product");
        assertThatThrownBy(() -> Dial.share("CO2", part, USES, 0.2).addTo(PROBLEM))
                .hasMessageContaining("'CO2' has the name of a row of the table");
        PlanProblem farm = PlanProblem.of(Activity.activity("Farm")
                .makes("Food", "t", 1)
                .makes("Fodder", "t", 1)
                .uses("Land", "ha", 1));
        assertThatThrownBy(() -> Dial.share("Land", List.of("Food"), List.of("Food", "Fodder"), 0.2)
                        .addTo(farm))
                .hasMessageContaining("'Land' has the name of an input of activities");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> Dial.share("accumulation", List.of("a"), List.of("b"), 0.1))
                .hasMessageContaining("not all in the whole");
        assertThatThrownBy(() -> Dial.share("accumulation", List.of("a"), List.of("a"), 1.1))
                .hasMessageContaining("1.1");
        assertThatThrownBy(() -> Dial.share("accumulation", List.of("Capital"), List.of("Capital"), 0.1)
                        .in(PROBLEM, GOAL))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Capital formation");
        assertThatThrownBy(() -> Dial.hoursPerHead("Employment", 0, 1)).hasMessageContaining("0.0 heads");
        assertThatThrownBy(() -> Dial.hoursPerHead("Employment", 1, -1))
                .hasMessageContaining("'hours per head' is set to -1.0");
        assertThatThrownBy(() -> Dial.fullEmployment("Employment", -1))
                .hasMessageContaining("'full employment' is set to -1.0");
        assertThatThrownBy(() -> Dial.share(
                                "accumulation", List.of("Government"), List.of("Government", "Government"), 0.1)
                        .addTo(PROBLEM))
                .hasMessageContaining("'accumulation' counts 'Government' twice");
        assertThatThrownBy(() -> Dial.regionFloor("North", "Employment", 1).addTo(PROBLEM))
                .hasMessageContaining("have no regions");
        assertThatThrownBy(() -> Dial.emissionCap("CO2", Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Dial.tradeBalance("CO2", List.of("Exports"), 0).in(PROBLEM, GOAL))
                .hasMessageContaining("thousand t")
                .hasMessageContaining("million EUR");
        assertThatThrownBy(() -> Dial.emissionCap("CO2", 1).in(PROBLEM, GOAL))
                .isInstanceOf(InfeasiblePlanException.class);
        assertThatThrownBy(() -> FinalUses.activities(TABLE, "Household"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining(HOUSEHOLDS);
    }
}
