package org.leontief.plan.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leontief.technology.Recipe;
import org.leontief.technology.TechnicalCoefficients;

/** Whatever is changed in the data of the years ahead is named, and nothing else is. */
class ChangedDataTest {

    private static final CapitalGood BARNS = CapitalGood.of("Barns", "barns")
            .takes("Corn", 0.3)
            .drawsOn("Labour", 1)
            .neededBy("Corn", 1)
            .atStart("Corn", 100)
            .wearingOutAt(0.1)
            .readyAfter(2, 0.5, 0.5)
            .underConstruction("2028", "Corn", 4);

    private static TechnicalCoefficients village(double cornForIron, double labour) {
        return TechnicalCoefficients.ofRecipes(List.of(
                Recipe.recipe("Corn")
                        .unit("t")
                        .uses("Corn", 0.2)
                        .uses("Iron", 0.05)
                        .labour(labour),
                Recipe.recipe("Iron").unit("t").uses("Corn", cornForIron).labour(5)));
    }

    private static YearsProblem without() {
        return YearsProblem.of(village(0.1, 2), "2027", "2028", "2029")
                .consuming(Map.of("Corn", 1.0))
                .storing(Map.of("Corn", 3.0))
                .limit(YearlyLimit.of("Labour", "hours").available(330))
                .limit(YearlyLimit.of("CO2", "t", Map.of("Iron", 1.0)).budget(115, "2027", "2028"));
    }

    private static YearsProblem problem() {
        return without().capital(BARNS).ending(TerminalCondition.balancedGrowth(0.01));
    }

    private static Arguments change(UnaryOperator<YearsProblem> change, String... named) {
        return Arguments.of(change, List.of(named));
    }

    private static Arguments barns(UnaryOperator<CapitalGood> change, String... named) {
        return change(problem -> problem.changing(change.apply(BARNS)), named);
    }

    private static Arguments limit(YearlyLimit limit, String... named) {
        return change(problem -> problem.changing(limit), named);
    }

    static Stream<Arguments> changes() {
        YearlyLimit labour = YearlyLimit.of("Labour", "hours").available(330);
        YearlyLimit carbon = YearlyLimit.of("CO2", "t", Map.of("Iron", 1.0));
        return Stream.of(
                change(problem -> problem),
                change(problem -> problem.extendedBy("2030"), "a further year, 2030"),
                change(
                        problem -> problem.deliver("2028", Map.of("Iron", 2.0)),
                        "delivery of Iron in 2028: 2 instead of 0"),
                change(
                        problem -> problem.consuming(Map.of("Corn", 2.0)),
                        "basket: Corn in 2027: 2 instead of 1",
                        "basket: Corn in 2028: 2 instead of 1",
                        "basket: Corn in 2029: 2 instead of 1"),
                change(problem -> problem.consumingAtLeast("2029", 7), "floor of consumption in 2029: 7 instead of 0"),
                change(YearsProblem::consumptionNeverFalls, "consumption must not fall"),
                change(problem -> problem.technologyFrom("2029", village(0.2, 2)), "inputs of Iron in 2029"),
                change(problem -> problem.technologyFrom("2029", village(0.1, 1)), "coefficients of Corn in 2029"),
                change(
                        problem -> problem.storing(Map.of("Corn", 4.0, "Iron", 0.0)),
                        "Iron can be stored",
                        "in store at the start: Corn: 4 instead of 3"),
                change(
                        problem -> problem.storing(Map.of()),
                        "Corn can no longer be stored",
                        "in store at the start: Corn: 0 instead of 3"),
                change(
                        problem -> problem.inputsAYearBefore(Map.of("Corn", 5.0)),
                        "inputs are used in the year before the output",
                        "output under way of Corn: 5 instead of 0"),
                change(
                        problem -> problem.ending(TerminalCondition.none()),
                        "what has to be left: nothing has to be left, instead of all can go on growing by 1.000% a year"),
                change(
                        problem -> problem.ending(TerminalCondition.balancedGrowth(0.01 + 1e-12)),
                        "growth afterwards: " + (0.01 + 1e-12) + " instead of 0.01"),
                limit(
                        labour.available(300),
                        "Labour in 2027: 300 instead of 330",
                        "Labour in 2028: 300 instead of 330",
                        "Labour in 2029: 300 instead of 330"),
                limit(labour.perBasket(2), "use of Labour by a basket: 2 instead of 0"),
                limit(
                        carbon.budget(115, "2027", "2029"),
                        "budgets of CO2: 115 for 2027 2029, instead of 115 for 2027 2028"),
                limit(
                        YearlyLimit.of("CO2", "t", Map.of("Iron", 2.0)).budget(115, "2027", "2028"),
                        "use of CO2 by Iron in 2027: 2 instead of 1",
                        "use of CO2 by Iron in 2028: 2 instead of 1",
                        "use of CO2 by Iron in 2029: 2 instead of 1"),
                limit(
                        YearlyLimit.of("CO2", "kg", Map.of("Iron", 1.0)).budget(115, "2027", "2028"),
                        "CO2 is counted in kg instead of t"),
                change(
                        problem -> problem.limit(YearlyLimit.of("Land", "ha", Map.of("Corn", 1.0))),
                        "a new limit, Land (ha)"),
                change(
                        problem -> problem.capital(CapitalGood.of("Mills", "mills")),
                        "a new kind of capital, Mills (mills), ready after 1 year, wearing out at 0% a year"),
                barns(
                        barns -> barns.wearingOutAt(0.1 + 1e-12),
                        "'Barns' wearing out a year: " + (0.1 + 1e-12) + " instead of 0.1"),
                barns(barns -> barns.readyAfter(1), "years until 'Barns' is ready: 1 instead of 2"),
                barns(
                        barns -> barns.readyAfter(2),
                        "when 'Barns' takes what it takes: [1.0, 0.0] instead of [0.5, 0.5]"),
                barns(CapitalGood::shared, "'Barns' is one stock for all"),
                barns(
                        barns -> barns.takes("Corn", 0.5).takes("Iron", 1).drawsOn("Labour", 3),
                        "what 'Barns' takes of Corn: 0.5 instead of 0.3",
                        "what 'Barns' takes of Iron: 1 instead of 0",
                        "what 'Barns' draws on Labour: 3 instead of 1"),
                barns(barns -> barns.neededBy("Iron", 2), "need of 'Barns' of Iron: 2 instead of 0"),
                barns(
                        barns -> barns.mostBegun("2028", 5).mostBegunIn("Corn", 4),
                        "most of 'Barns' begun in 2028: 5 instead of ∞",
                        "most of 'Barns' begun in a year for Corn: 4 instead of ∞"),
                barns(
                        barns -> barns.atStart("Corn", 0).underConstruction("2029", "Corn", 1),
                        "'Barns' at the start in Corn: 0 instead of 100",
                        "'Barns' under construction for 2029 in Corn: 1 instead of 0"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyChangeIsNamed(UnaryOperator<YearsProblem> change, List<String> named) {
        assertThat(ChangedData.between(problem(), change.apply(problem()))).isEqualTo(named);
    }

    @Test
    void whatIsNoLongerThereIsNamed() {
        YearsProblem fewer = YearsProblem.of(village(0.1, 2), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .storing(Map.of("Corn", 3.0));

        assertThat(ChangedData.between(without().capital(BARNS), fewer))
                .containsExactly(
                        "no year 2029 any more",
                        "no limit of Labour any more",
                        "no limit of CO2 any more",
                        "no capital 'Barns' any more");
    }

    /** A budget whose first year is over goes on under a shorter name, and binds as before. */
    @Test
    void aBudgetThatGoesOnIsNotANewLimit() {
        MultiYearPlan plan = YearsProblem.of(village(0.1, 2), "2027", "2028", "2029")
                .consuming(Map.of("Corn", 1.0))
                .limit(YearlyLimit.of("CO2", "t", Map.of("Corn", 0.5)).budget(80, "2027", "2028"))
                .limit(YearlyLimit.of("Labour", "hours").available(330))
                .plan(YearsObjective.consumptionDiscountedAt(0.04));
        assertThat(plan.binding()).extracting(BindingLimit::name).contains("CO2 in 2027 to 2028");

        Revision revision = plan.revise(Outturn.asPlanned().use("CO2", 30));

        assertThat(revision.revised().binding()).extracting(BindingLimit::name).contains("CO2 in 2028");
        assertThat(revision.bindingNow()).isEmpty();
        assertThat(revision.bindingNoLonger()).isEmpty();
    }
}
