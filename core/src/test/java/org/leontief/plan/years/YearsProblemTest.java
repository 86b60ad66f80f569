package org.leontief.plan.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.plan.InfeasiblePlanException;
import org.leontief.plan.Limit;
import org.leontief.plan.ShadowPrice;
import org.leontief.plan.UnboundedPlanException;
import org.leontief.resource.Resources;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.Recipe;
import org.leontief.technology.TechnicalCoefficients;

/** Plans of several years: by hand where the arithmetic fits a comment, else against their own accounts and by differences. */
class YearsProblemTest {

    private static TechnicalCoefficients corn() {
        return TechnicalCoefficients.ofRecipes(
                List.of(Recipe.recipe("Corn").unit("t").uses("Corn", 0.2).labour(2)));
    }

    /** x takes 0.2 x and a barn for each tonne; of 100 barns a tenth falls down in a year; a barn takes a tonne. */
    private static YearsProblem barns() {
        return YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Corn", 1)
                        .neededBy("Corn", 1)
                        .atStart("Corn", 100)
                        .wearingOutAt(0.1));
    }

    @Test
    void withNothingToLeaveTheCapitalIsEaten() {
        MultiYearPlan plan = barns().plan(YearsObjective.consumption()).requireOptimal();

        // 0.8 · 100, then 0.8 · 90: a barn takes 1 and brings 0.8.
        assertThat(plan.objective()).isCloseTo(152, within(1e-10));
        assertThat(plan.consumption().of("2027")).isCloseTo(80, within(1e-10));
        assertThat(plan.begun("Barns").of("Corn", "2027")).isZero();
        assertThat(plan.capitalAfterwards("Barns").of("Corn")).isCloseTo(81, within(1e-10));
    }

    @Test
    void stocksAsAtTheStartAreReplacedWhereItIsCheapest() {
        MultiYearPlan plan = barns().ending(TerminalCondition.stocksAtLeastAsAtStart())
                .plan(YearsObjective.consumption())
                .requireOptimal();

        // A barn of the first year brings 0.8 in the second and saves 0.9 of one then: all are built in the first.
        // 0.9 (90 + I) = 100.
        double begun = 100 / 0.9 - 90;
        assertThat(plan.begun("Barns").of("Corn", "2027")).isCloseTo(begun, within(1e-10));
        assertThat(plan.begun("Barns").of("Corn", "2028")).isCloseTo(0, within(1e-10));
        assertThat(plan.consumption().of("2027")).isCloseTo(80 - begun, within(1e-10));
        assertThat(plan.consumption().of("2028")).isCloseTo(0.8 * (90 + begun), within(1e-10));
        assertThat(plan.capitalAfterwards("Barns").of("Corn")).isCloseTo(100, within(1e-10));
        assertThat(plan.investment("2027").of("Corn")).isCloseTo(begun, within(1e-10));
        // What must be left costs (1 − 0.8) / 0.9 for a barn.
        assertThat(plan.binding()).anySatisfy(limit -> {
            assertThat(limit.name()).isEqualTo("'Barns' left in Corn");
            assertThat(limit.worth()).isCloseTo(-0.2 / 0.9, within(1e-10));
        });
    }

    /** Ten tonnes a year at two hours each; nobody has a use for silos, so that no hour of building one counts. */
    @Test
    void whatNobodyNeedsIsNotBuilt() {
        MultiYearPlan plan = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .neededBy("Corn", 1)
                        .atStart("Corn", 10)
                        .mostBegun(0))
                .capital(CapitalGood.of("Silos", "silos").takes("Corn", 0.1).drawsOn("Labour", 5))
                .limit(YearlyLimit.of("Labour", "hours").available(1000))
                .plan(YearsObjective.most("Labour"))
                .requireOptimal();

        assertThat(plan.objective()).isCloseTo(2 * 10 * 2, within(1e-9));
        assertThat(plan.investment("2027").of("Corn")).isZero();
    }

    /** 100 barns, of which 81 and the one begun are left: what clashes is the 100 that are to be left, not the 18 that are missing. */
    @Test
    void aLimitThatClashesIsToldAsItWasSaid() {
        YearsProblem none = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .limit(YearlyLimit.of("Labour", "hours").available(20))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Corn", 1)
                        .drawsOn("Labour", 10)
                        .neededBy("Corn", 1)
                        .atStart("Corn", 100)
                        .wearingOutAt(0.1)
                        .readyAfter(2, 0.5, 0.5)
                        .underConstruction("2028", "Corn", 1))
                .ending(TerminalCondition.stocksAtLeastAsAtStart());

        assertThatThrownBy(() -> none.plan(YearsObjective.consumption()))
                .isInstanceOf(InfeasiblePlanException.class)
                .hasMessageContaining("'Barns' left in Corn ≥ 100 barns");
        assertThatThrownBy(() -> none.ending(TerminalCondition.none())
                        .deliver("2027", Map.of("Corn", 50.0))
                        .plan(YearsObjective.consumption()))
                .hasMessageContaining("Labour in 2027 ≤ 20 hours");
    }

    @Test
    void whatAnObjectiveNeedsIsAskedFor() {
        YearsProblem problem = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .limit(YearlyLimit.of("Labour", "hours").available(100));

        assertThatThrownBy(() -> problem.plan(YearsObjective.capital("2028")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("YearsProblem.capital(good)");
        assertThatThrownBy(() ->
                        problem.plan(YearsObjective.consumptionAlong(1, 0)).revise(Outturn.asPlanned()))
                .hasMessageContaining("counts no year that is still to come");
        assertThatThrownBy(() -> problem.extendedBy("2028"))
                .hasMessage("'2028' is a year of the plan already, which runs from 2027 to 2028.");
        assertThatThrownBy(() -> Outturn.asPlanned().consumption(Double.NaN))
                .hasMessage("An outturn of NaN for consumption cannot be.");
    }

    /** A barn of the same year takes 0.5 of what is in store and brings 0.8; labour is enough for 5. */
    @Test
    void whatIsBuiltWithoutALagIsUsedInTheSameYear() {
        MultiYearPlan plan = YearsProblem.of(corn(), "2027")
                .consuming(Map.of("Corn", 1.0))
                .storing(Map.of("Corn", 10.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Corn", 0.5)
                        .neededBy("Corn", 1)
                        .readyAfter(0))
                .limit(YearlyLimit.of("Labour", "hours").available(10))
                .plan(YearsObjective.consumption());

        assertThat(plan.objective()).isCloseTo(10 - 2.5 + 4, within(1e-12));
        assertThat(plan.capital("Barns").of("Corn", "2027")).isCloseTo(5, within(1e-12));
    }

    /** Three barns on their way take half of 4 hours each in the first year: 6 of 20 hours, at 2 a tonne of which 0.8 is left. */
    @Test
    void whatWasBegunBeforeStillDrawsOnLimits() {
        CapitalGood barns = CapitalGood.of("Barns", "barns")
                .drawsOn("Labour", 4)
                .readyAfter(2, 0.5, 0.5)
                .underConstruction("2028", "Corn", 3);
        YearsProblem problem = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .limit(YearlyLimit.of("Labour", "hours").available(20))
                .capital(barns);
        YearlyLimit budget = YearlyLimit.of("Labour", "hours").budget(34);

        assertThat(problem.plan(YearsObjective.consumption()).objective()).isCloseTo(0.8 * (7 + 10), within(1e-12));
        assertThat(problem.changing(budget).plan(YearsObjective.consumption()).objective())
                .isCloseTo(0.8 * 14, within(1e-12));
        MultiYearPlan least = problem.consumingAtLeast("2027", 4).plan(YearsObjective.least("Labour"));
        assertThat(least.objective()).isCloseTo(10 + 6, within(1e-12));
        assertThat(least.use("Labour").of("2027")).isCloseTo(10 + 6, within(1e-12));
    }

    private static double consumed(double labour, UnaryOperator<YearsProblem> change) {
        YearsProblem problem = YearsProblem.of(corn(), "2027")
                .consuming(Map.of("Corn", 1.0))
                .limit(YearlyLimit.of("Labour", "hours").available(labour));
        return change.apply(problem).plan(YearsObjective.consumption()).objective();
    }

    /** A single year of corn, which takes 0.2 of itself and two hours a tonne. */
    @Test
    void whatASingleYearHasToLeaveBehind() {
        TerminalCondition asAtStart = TerminalCondition.stocksAtLeastAsAtStart();
        UnaryOperator<YearsProblem> stored = problem -> problem.storing(Map.of("Corn", 3.0));
        UnaryOperator<YearsProblem> underWay = problem -> problem.inputsAYearBefore(Map.of("Corn", 10.0));

        // Three tonnes in store are eaten, or left.
        assertThat(consumed(10, stored)).isCloseTo(0.8 * 5 + 3, within(1e-12));
        assertThat(consumed(10, problem -> stored.apply(problem).ending(asAtStart)))
                .isCloseTo(0.8 * 5, within(1e-12));
        // Ten tonnes that were begun are eaten, or two of them are sown for ten more.
        assertThat(consumed(100, underWay)).isCloseTo(10, within(1e-12));
        assertThat(consumed(100, problem -> underWay.apply(problem).ending(asAtStart)))
                .isCloseTo(8, within(1e-12));
        // To grow by half a year: X = 0.2 · 1.5 X + 1.5 c, sown from the ten: c = 10 − 0.2 X.
        assertThat(consumed(100, problem -> underWay.apply(problem).ending(TerminalCondition.balancedGrowth(0.5))))
                .isCloseTo(10 / (1 + 0.3 / 0.7), within(1e-12));
        // Half as much again of everything, labour too: X = 7.5.
        assertThat(consumed(10, problem -> problem.ending(TerminalCondition.balancedGrowth(0.5))))
                .isCloseTo(4, within(1e-12));
        // Shrinking by half a year half of what is in store is eaten, and X is 2.5: 0.8 · 2.5 + 0.5 s = 0.5 c, c = 14 −
        // s.
        assertThat(consumed(
                        10,
                        problem ->
                                problem.storing(Map.of("Corn", 10.0)).ending(TerminalCondition.balancedGrowth(-0.5))))
                .isCloseTo(9, within(1e-12));
    }

    /** Barns at a tonne each, half of which fall down in a year; what is ready in the first year is there at the start. */
    @Test
    void whatWasBegunBeforeIsToBeLeftAsWell() {
        CapitalGood barns = CapitalGood.of("Barns", "barns").takes("Corn", 1).atStart("Corn", 5);
        CapitalGood ready = barns.wearingOutAt(0.5).underConstruction("2027", "Corn", 2);
        CapitalGood onTheirWay = barns.readyAfter(2).underConstruction("2028", "Corn", 2);
        TerminalCondition asAtStart = TerminalCondition.stocksAtLeastAsAtStart();

        // Of 7 barns 3.5 are left.
        assertThat(consumed(10, problem -> problem.capital(ready).ending(asAtStart)))
                .isCloseTo(4 - 3.5, within(1e-12));
        // Two that were to be ready a year after the start: two are begun that will be a year after the end.
        assertThat(consumed(
                        10,
                        problem ->
                                problem.extendedBy("2028").capital(onTheirWay).ending(asAtStart)))
                .isCloseTo(4 + 4 - 2, within(1e-12));
    }

    /** Half an hour of cooking for a basket: 2 x + 0.5 · 0.8 x = 12. */
    @Test
    void whatConsumptionItselfUsesCounts() {
        YearlyLimit labour = YearlyLimit.of("Labour", "hours").available(12).perBasket(0.5);

        assertThat(consumed(1, problem -> problem.changing(labour))).isCloseTo(0.8 * 5, within(1e-12));
    }

    /** Without a barn in the first year nothing can be made at all; what a barn would be worth is said, whatever the unit. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1, 1e9})
    void aLimitOfNothingBindsToo(double scale) {
        MultiYearPlan plan = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .storing(Map.of("Corn", 10 * scale))
                .capital(CapitalGood.of("Barns", "barns").takes("Corn", 0.5).neededBy("Corn", 1))
                .limit(YearlyLimit.of("Labour", "hours").available(10 * scale))
                .plan(YearsObjective.consumption())
                .requireOptimal();

        // A barn takes 0.5 and brings 0.8 in the second year; labour is enough for 5.
        assertThat(plan.objective() / scale).isCloseTo(10 - 2.5 + 4, within(1e-9));
        assertThat(plan.binding())
                .extracting(BindingLimit::name)
                .containsExactlyInAnyOrder("Labour in 2028", "'Barns' in Corn in 2027", "'Barns' in Corn in 2028");
        BindingLimit first = plan.binding().stream()
                .filter(limit -> limit.name().endsWith("2027"))
                .findFirst()
                .orElseThrow();
        assertThat(first.amount()).isZero();
        assertThat(first.worth()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void balancedGrowthLeavesWhatGrowthNeeds() {
        MultiYearPlan plan = barns().consumptionNeverFalls()
                .ending(TerminalCondition.balancedGrowth(0.05))
                .plan(YearsObjective.consumptionWeighted(0, 1))
                .requireOptimal();

        // Afterwards X = 0.2 X + 0.15 X + 1.05 c, X ≤ K(3) = 0.9 K(2) + I(2), c = 0.8 K(2) − I(2), K(2) = 90 + I(1),
        // and c(1) = 80 − I(1) ≤ c: X = 1.05 c / 0.65.
        double c = plan.consumption().of("2028");
        double k2 = plan.capital("Barns").of("Corn", "2028");
        double left = plan.capitalAfterwards("Barns").of("Corn");
        assertThat(left).isCloseTo(1.05 * c / 0.65, within(1e-9));
        assertThat(0.8 * k2 - plan.begun("Barns").of("Corn", "2028")).isCloseTo(c, within(1e-9));
        // All of the first year but c goes into barns where only the second counts: nothing is consumed at first.
        assertThat(plan.consumption().of("2027")).isCloseTo(0, within(1e-9));
        // c = 0.8 · 170 − I, 1.05 c / 0.65 = 0.9 · 170 + I.
        assertThat(c).isCloseTo((0.8 * 170 + 0.9 * 170) / (1 + 1.05 / 0.65), within(1e-9));
    }

    /** Barns take three years: what is begun is ready after the plan only, each year five per cent more of them. */
    @Test
    void whatIsReadyAfterThePlanGrowsFromYearToYear() {
        MultiYearPlan plan = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Corn", 1)
                        .neededBy("Corn", 1)
                        .atStart("Corn", 100)
                        .wearingOutAt(0.1)
                        .readyAfter(3))
                .ending(TerminalCondition.balancedGrowth(0.05))
                .plan(YearsObjective.consumptionWeighted(1, 1))
                .requireOptimal();

        double first = plan.begun("Barns").of("Corn", "2027");
        assertThat(first).isGreaterThan(1);
        assertThat(plan.begun("Barns").of("Corn", "2028")).isCloseTo(1.05 * first, within(1e-9));
    }

    @Test
    void aBudgetOfEmissionsHasOnePriceWhoseCurrentValueGrowsWithInterest() {
        YearlyLimit carbon = YearlyLimit.of("CO2", "t", Map.of("Corn", 0.5)).budget(80, "2027", "2028");
        MultiYearPlan plan = barns().limit(carbon)
                .plan(YearsObjective.consumptionDiscountedAt(0.04))
                .requireOptimal();

        // 160 t of corn in both years, 100 of them in the first, where they count more.
        assertThat(plan.use("CO2").total()).isCloseTo(80, within(1e-10));
        assertThat(plan.consumption().of("2027")).isCloseTo(80, within(1e-10));
        assertThat(plan.consumption().of("2028")).isCloseTo(48, within(1e-10));
        LabelledVector worth = plan.prices().worth("CO2");
        assertThat(worth.of("2027")).isCloseTo(1.6 / 1.04, within(1e-12));
        assertThat(worth.of("2028")).isEqualTo(worth.of("2027"));
        assertThat(worth.units().common()).isEqualTo("baskets per t");
        LabelledVector path = plan.prices().path("CO2");
        assertThat(path.of("2028")).isCloseTo(1.6, within(1e-12));
        assertThat(plan.prices().interest("2027")).isCloseTo(0.04, within(1e-12));
        assertThat(path.of("2028") / path.of("2027")).isCloseTo(1.04, within(1e-12));
        // The first year takes 50 t; beyond, and up to 95 of both, the second grows with the budget.
        Limit holds = plan.worth("CO2 in 2027 to 2028").holds().orElseThrow();
        assertThat(holds.lower()).isCloseTo(50, within(1e-9));
        assertThat(holds.upper()).isCloseTo(95, within(1e-9));
    }

    /**
     * Three barns are under construction: half of their twelve hours falls into 2027. Of 50 hours 44 are left for corn, two a
     * tonne, of which four fifths are consumed: an hour is worth 0.4, from the 6 that are taken already to the 106 that all fifty
     * barns can use.
     */
    @Test
    void theRangeOfALimitCountsWhatIsTakenOfItAlready() {
        MultiYearPlan plan = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .neededBy("Corn", 1)
                        .atStart("Corn", 50)
                        .drawsOn("Labour", 4)
                        .readyAfter(2, 0.5, 0.5)
                        .underConstruction("2028", "Corn", 3)
                        .mostBegun(0))
                .limit(YearlyLimit.of("Labour", "hours").available(50))
                .plan(YearsObjective.consumption())
                .requireOptimal();

        ShadowPrice hour = plan.worth("Labour in 2027");

        assertThat(plan.consumption().of("2027")).isCloseTo(0.8 * 22, within(1e-9));
        assertThat(hour.worth()).isCloseTo(0.4, within(1e-12));
        assertThat(hour.amount()).isEqualTo(50);
        assertThat(hour.holds().orElseThrow().lower()).isCloseTo(6, within(1e-9));
        assertThat(hour.holds().orElseThrow().upper()).isCloseTo(106, within(1e-9));
    }

    @Test
    void inventoriesCarryAGoodYearIntoABadOne() {
        YearsProblem problem = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .storing(Map.of("Corn", 5.0))
                .limit(YearlyLimit.of("Labour", "hours").available("2027", 200).available("2028", 100));
        MultiYearPlan plan = problem.plan(YearsObjective.consumptionAlong(1, 1)).requireOptimal();

        // 100 t and 50 t, four fifths of them net, and 5 in store: 62.5 each year.
        assertThat(plan.objective()).isCloseTo(62.5, within(1e-10));
        assertThat(plan.inventories("2027").of("Corn")).isCloseTo(22.5, within(1e-10));
        assertThat(plan.consumed("2028").of("Corn")).isCloseTo(62.5, within(1e-10));
        assertThat(plan.prices().worth("Labour").of("2027")).isCloseTo(0.2, within(1e-12));

        // With L₁ and L₂ hours c = (0.4 (L₁ + L₂) + 5) / 2 in both years, while 0.4 L₁ + 5 − c ≥ 0 can be carried over.
        ShadowPrice first = plan.worth("Labour in 2027");
        assertThat(first.worth()).isCloseTo(0.2, within(1e-12));
        assertThat(first.amount()).isEqualTo(200);
        assertThat(first.holds().orElseThrow().lower()).isCloseTo(87.5, within(1e-9));
        assertThat(first.holds().orElseThrow().upper()).isInfinite();
        Limit second = plan.worth("Labour in 2028").holds().orElseThrow();
        assertThat(second.lower()).isCloseTo(0, within(1e-9));
        assertThat(second.upper()).isCloseTo(212.5, within(1e-9));
        assertThatThrownBy(() -> plan.worth("Labor in 2027")).hasMessageContaining("Labour in 2027");
    }

    @Test
    void gestationAndOutlaysAreSpreadOverYears() {
        YearsProblem problem = YearsProblem.of(corn(), "1", "2", "3")
                .consuming(Map.of("Corn", 1.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Corn", 1)
                        .neededBy("Corn", 1)
                        .atStart("Corn", 100)
                        .underConstruction("2", "Corn", 10)
                        .readyAfter(2, 0.25, 0.75));
        MultiYearPlan plan =
                problem.plan(YearsObjective.consumptionWeighted(0, 0, 1)).requireOptimal();

        // 7.5 t go into the barns under construction in year 1; 72.5 t and 88 t are left for 0.25 I and 0.75 I.
        double begun = 88 / 0.75;
        assertThat(plan.begun("Barns").of("Corn", "1")).isCloseTo(begun, within(1e-9));
        assertThat(plan.capital("Barns").of("Corn", "2")).isCloseTo(110, within(1e-9));
        assertThat(plan.objective()).isCloseTo(0.8 * (110 + begun), within(1e-9));
        assertThat(plan.investment("1").of("Corn")).isCloseTo(7.5 + 0.25 * begun, within(1e-9));
    }

    @Test
    void technologyAndLimitsChangeByYear() {
        TechnicalCoefficients better = TechnicalCoefficients.ofRecipes(
                List.of(Recipe.recipe("Corn").unit("t").uses("Corn", 0.1).labour(1)));
        MultiYearPlan plan = YearsProblem.of(corn(), "1", "2")
                .technologyFrom("2", better)
                .consuming(Map.of("Corn", 1.0))
                .limit(YearlyLimit.of("Labour", "hours").available(100))
                .plan(YearsObjective.consumption());
        assertThat(plan.consumption().of("1")).isCloseTo(40, within(1e-10));
        assertThat(plan.consumption().of("2")).isCloseTo(90, within(1e-10));
        assertThat(plan.prices().worth("Labour").of("2")).isCloseTo(0.9, within(1e-12));
    }

    /** Three industries, two kinds of capital, labour, a budget of carbon, five years. */
    private static YearsProblem economy(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Labels products = Labels.of("Food", "Steel", "Machines");
        Units units = Units.perLabel("t food", "t steel", "machines");
        double[][] a = new double[3][3];
        for (double[] row : a) {
            for (int j = 0; j < 3; j++) {
                row[j] = 0.25 * random.nextDouble();
            }
        }
        SparseMatrix extensions = SparseMatrix.of(new double[][] {
            {1 + random.nextDouble(), 2, 1}, {0.2, 1 + random.nextDouble(), 0.4},
        });
        TechnicalCoefficients technology = TechnicalCoefficients.of(
                LabelledMatrix.of("A", products, products, units, SparseMatrix.of(a)),
                LabelledMatrix.of(
                        "S", Labels.of("Labour", "CO2"), products, Units.perLabel("hours", "t CO2"), extensions));
        return YearsProblem.of(technology, "1", "2", "3", "4", "5")
                .consuming(Map.of("Food", 1.0, "Machines", 0.1))
                .deliver("3", Map.of("Steel", 5.0))
                .capital(CapitalGood.of("Tools", "tools")
                        .takes("Machines", 1)
                        .takes("Steel", 0.1)
                        .neededBy("Food", 0.8)
                        .neededBy("Steel", 1.2)
                        .neededBy("Machines", 0.9)
                        .atStart("Food", 90)
                        .atStart("Steel", 90)
                        .atStart("Machines", 50)
                        .wearingOutAt(0.08))
                .capital(CapitalGood.of("Works", "works")
                        .takes("Steel", 0.5)
                        .drawsOn("Labour", 2)
                        .neededBy("Steel", 0.5)
                        .atStart("Steel", 60)
                        .readyAfter(2, 0.5, 0.5)
                        .wearingOutAt(0.03)
                        .mostBegun(20))
                .limit(YearlyLimit.of("Labour", "hours").available(420))
                .limit(YearlyLimit.of("CO2", "t CO2").perBasket(0.1).budget(600).available("5", 110))
                .ending(TerminalCondition.balancedGrowth(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void pricesAreDifferencesOfTheObjective(long seed) {
        YearsProblem problem = economy(seed);
        YearsObjective objective = YearsObjective.consumptionDiscountedAt(0.03);
        MultiYearPlan plan = problem.plan(objective).requireOptimal();
        double h = 1e-4;

        // In the last year a delivery is one of all later years, and so is labour.
        for (String year : new String[] {"1", "2", "4"}) {
            for (String product : new String[] {"Food", "Steel", "Machines"}) {
                double less = problem.deliver(year, Map.of(product, h))
                        .plan(objective)
                        .objective();
                assertThat((plan.objective() - less) / h)
                        .as("price of %s in %s", product, year)
                        .isCloseTo(plan.prices().present(year).of(product), within(1e-6));
            }
            YearlyLimit labour =
                    YearlyLimit.of("Labour", "hours").available(420).available(year, 420 + h);
            double more = problem.changing(labour).plan(objective).objective();
            assertThat((more - plan.objective()) / h)
                    .isCloseTo(plan.prices().worth("Labour").of(year), within(1e-6));
        }
        double moreCarbon = problem.changing(YearlyLimit.of("CO2", "t CO2")
                        .perBasket(0.1)
                        .budget(600 + h)
                        .available("5", 110))
                .plan(objective)
                .objective();
        assertThat((moreCarbon - plan.objective()) / h)
                .isCloseTo(plan.prices().worth("CO2").of("1"), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void accountsAddUpYearByYear(long seed) {
        YearsProblem problem = economy(seed);
        MultiYearPlan plan =
                problem.plan(YearsObjective.consumptionDiscountedAt(0.03)).requireOptimal();
        SparseMatrix a = problem.technology("1").matrix().matrix();
        double tools = 0;
        for (int t = 0; t < 5; t++) {
            String year = String.valueOf(t + 1);
            LabelledVector x = plan.output(year);
            double[] used = a.multiply(x.toArray());
            for (int i = 0; i < 3; i++) {
                double uses = used[i]
                        + plan.investment(year).at(i)
                        + plan.consumed(year).at(i)
                        + (i == 1 && t == 2 ? 5 : 0);
                assertThat(x.at(i)).isGreaterThan(uses - 1e-8);
                if (plan.prices().present(year).at(i) > 1e-9) {
                    assertThat(x.at(i)).isCloseTo(uses, within(1e-8));
                }
            }
            tools = t == 0 ? 90 : 0.92 * tools + plan.begun("Tools").of("Food", String.valueOf(t));
            assertThat(plan.capital("Tools").of("Food", year)).isCloseTo(tools, within(1e-9));
            assertThat(0.8 * x.of("Food")).isLessThan(tools + 1e-8);
            assertThat(plan.use("Labour").of(year)).isLessThan(420 + 1e-7);
            assertNoProfit(plan, year);
        }
        assertThat(plan.use("CO2").total()).isLessThan(600 + 1e-7);
        assertThat(plan.objectiveBound()).isBetween(plan.objective() - 1e-7, plan.objective() + 1e-7);
    }

    /** At the prices of the plan no industry earns more than its inputs, its labour, its emissions and its capital cost. */
    private static void assertNoProfit(MultiYearPlan plan, String year) {
        TechnicalCoefficients technology = plan.problem().technology(year);
        LabelledVector p = plan.prices().present(year);
        double[] inputs = technology.matrix().matrix().multiplyTransposed(p.toArray());
        String[] industries = {"Food", "Steel", "Machines"};
        double[] needs = {0.8, 1.2, 0.9};
        for (int j = 0; j < 3; j++) {
            double cost = inputs[j]
                    + technology.extension("Labour").at(j)
                            * plan.prices().worth("Labour").of(year)
                    + technology.extension("CO2").at(j)
                            * plan.prices().worth("CO2").of(year)
                    + needs[j] * plan.prices().rent("Tools").of(industries[j], year)
                    + (j == 1 ? 0.5 * plan.prices().rent("Works").of("Steel", year) : 0);
            assertThat(cost).isGreaterThan(p.at(j) - 1e-9);
            if (plan.output(year).at(j) > 1e-7) {
                assertThat(cost).isCloseTo(p.at(j), within(1e-9));
            }
        }
    }

    @Test
    void aSharedKindIsOneStock() {
        TechnicalCoefficients two = TechnicalCoefficients.ofRecipes(List.of(
                Recipe.recipe("Food").unit("t").labour(1),
                Recipe.recipe("Cloth").unit("t").labour(1)));
        CapitalGood railway = CapitalGood.of("Railway", "km")
                .neededBy("Food", 1)
                .neededBy("Cloth", 2)
                .atStart("Food", 30)
                .shared();
        MultiYearPlan plan = YearsProblem.of(two, "1")
                .consuming(Map.of("Food", 1.0, "Cloth", 1.0))
                .capital(railway)
                .plan(YearsObjective.consumption());
        assertThat(plan.objective()).isCloseTo(10, within(1e-10));
        assertThat(plan.capital("Railway").of("all industries", "1")).isEqualTo(30);
        assertThat(plan.prices().rent("Railway").of("all industries", "1")).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void namesAndUnitsThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> barns().consuming(Map.of("Korn", 1.0)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Corn'?");
        assertThatThrownBy(() -> barns().deliver("2072", Map.of("Corn", 1.0)))
                .isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> barns().limit(YearlyLimit.of("Labour", "persons")))
                .hasMessageContaining("is in persons, the row of the technology in hours");
        assertThatThrownBy(() -> barns().limit(YearlyLimit.of("Labor", "hours")))
                .hasMessageContaining("Did you mean 'Labour'?");
        assertThatThrownBy(() ->
                        barns().capital(CapitalGood.of("Ploughs", "pieces").neededBy("Korn", 1)))
                .isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> barns().capital(CapitalGood.of("Barns", "barns")))
                .hasMessageContaining("'Barns' already");
        assertThatThrownBy(() -> CapitalGood.of("Barns", "barns").readyAfter(2, 0.5, 0.4))
                .hasMessageContaining("adding up to 1");
        assertThatThrownBy(() -> barns().capital(
                                CapitalGood.of("Ploughs", "pieces").drawsOn("Labour", 1))
                        .plan(YearsObjective.consumption()))
                .isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> YearsProblem.of(corn(), "1").plan(YearsObjective.consumption()))
                .hasMessageContaining("consuming(basket)");
        assertThatThrownBy(() -> barns().plan(YearsObjective.consumptionWeighted(1)))
                .hasMessageContaining("1 weight for 2 years");
    }

    @Test
    void limitsThatClashAreNamedByYearAndByHowMuchTheyWouldHaveToGiveWay() {
        YearsProblem problem = barns().limit(
                        YearlyLimit.of("Labour", "hours").available(150).available("2027", 1000))
                .deliver("2027", Map.of("Corn", 30.0))
                .deliver("2028", Map.of("Corn", 64.0));
        // 64 t of corn take 80 in all and 160 hours.
        assertThatThrownBy(() -> problem.plan(YearsObjective.consumption()))
                .isInstanceOfSatisfying(InfeasiblePlanException.class, e -> {
                    assertThat(e.conflict().limits()).hasSize(1);
                    assertThat(e.conflict().limits().get(0).givesWay()).isCloseTo(10, within(1e-6));
                    assertThat(e).hasMessageContaining("Labour in 2028 ≤ 150 hours (10 more would do)");
                });
        YearsProblem more = problem.changing(YearlyLimit.of("Labour", "hours").available(165));
        assertThat(more.plan(YearsObjective.consumption()).objective()).isPositive();
        // A floor and the barns: 100 barns let 80 t be eaten.
        assertThatThrownBy(() -> barns().consumingAtLeast("2027", 90).plan(YearsObjective.consumption()))
                .isInstanceOf(InfeasiblePlanException.class)
                .hasMessageContaining("'Barns' in Corn in 2027 ≤ 100 barns (12.5 more would do)")
                .hasMessageContaining("consumption in 2027 ≥ 90 baskets (10 less would do)");
    }

    /**
     * Of 100 and 20 barns 81 and 16.2 are left. With five begun in each year there are 97.2 + 0.9 · 5 + 5 = 106.7 of 120, and all five
     * are too few for corn alone; with one in each for iron 16.2 + 0.9 + 1 = 18.1 of 20.
     */
    @Test
    void howMuchMayBeBegunClashesWithWhatHasToBeLeft() {
        CapitalGood barns = CapitalGood.of("Barns", "barns")
                .takes("Corn", 0.1)
                .neededBy("Corn", 1)
                .neededBy("Iron", 1)
                .atStart("Corn", 100)
                .atStart("Iron", 20)
                .wearingOutAt(0.1);

        assertThat(clashing(barns.mostBegun(5)))
                .containsExactlyInAnyOrder(
                        "'Barns' begun in 2027 ≤ 5 barns (14.77778 more would do)",
                        "'Barns' begun in 2028 ≤ 5 barns (13.3 more would do)",
                        "'Barns' left in Corn ≥ 100 barns (13.3 less would do)");
        assertThat(clashing(barns.mostBegunIn("Iron", 1)))
                .containsExactlyInAnyOrder(
                        "'Barns' begun in 2027 ≤ 1 barns (2.111111 more would do)",
                        "'Barns' begun in 2028 ≤ 1 barns (1.9 more would do)",
                        "'Barns' left in Iron ≥ 20 barns (1.9 less would do)");
    }

    private static List<String> clashing(CapitalGood limited) {
        InfeasiblePlanException thrown = catchThrowableOfType(
                InfeasiblePlanException.class,
                () -> YearsProblem.of(Village.technology(), "2027", "2028")
                        .consuming(Map.of("Corn", 1.0))
                        .capital(limited)
                        .ending(TerminalCondition.stocksAtLeastAsAtStart())
                        .plan(YearsObjective.consumption()));
        assertThat(thrown).isNotNull();
        return thrown.conflict().limits().stream().map(Object::toString).toList();
    }

    @Test
    void aResourceIsALimitOfEveryYear() {
        Resources resources = Resources.of(corn()).resource("Land", "ha", Map.of("Corn", 0.5), 30);
        YearsProblem problem = YearsProblem.of(corn(), "1", "2").consuming(Map.of("Corn", 1.0));

        MultiYearPlan plan =
                problem.limit(YearlyLimit.of(resources.get("Land"))).plan(YearsObjective.consumption());

        // 30 ha bear 60 t, of which 0.2 are used up.
        assertThat(plan.use("Land").toArray()).containsExactly(new double[] {30, 30}, within(1e-9));
        assertThat(plan.objective()).isCloseTo(96, within(1e-9));
        Resources gardens = resources.usedByFinalDemand("Land", Map.of("Corn", 0.01));
        assertThatThrownBy(() -> YearlyLimit.of(gardens.get("Land")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Corn' use 0.01 of 'Land' a unit")
                .hasMessageContaining("perBasket(amount)");
    }

    @Test
    void whatNothingLimitsIsNamed() {
        assertThatThrownBy(() -> YearsProblem.of(corn(), "1")
                        .consuming(Map.of("Corn", 1.0))
                        .plan(YearsObjective.consumption()))
                .isInstanceOf(UnboundedPlanException.class)
                .hasMessageContaining("the outputs of 'Corn'");
        TechnicalCoefficients village = TechnicalCoefficients.ofRecipes(List.of(
                Recipe.recipe("Corn").unit("t").uses("Iron", 0.1),
                Recipe.recipe("Iron").unit("t")));
        // A basket takes 1 t of corn, that 0.1 t of iron, and 2 t of iron.
        assertThatThrownBy(() -> YearsProblem.of(village, "1")
                        .consuming(Map.of("Corn", 1.0, "Iron", 2.0))
                        .plan(YearsObjective.consumption()))
                .isInstanceOfSatisfying(
                        UnboundedPlanException.class,
                        e -> assertThat(e.techniques()).containsExactly("Iron", "Corn"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void withOutputsLeftOutItIsTheSamePlanAsOfTheWholeProgramme(long seed) {
        YearsProblem problem = economy(seed).consumptionNeverFalls();
        for (YearsObjective objective : List.of(
                YearsObjective.consumption(),
                YearsObjective.consumptionAlong(1, 1.02, 1.04, 1.06, 1.08),
                YearsObjective.least("Labour", "2", "3"))) {
            MultiYearPlan plan = problem.plan(objective).requireOptimal();
            LinearSolution whole =
                    new RevisedSimplex().solve(problem.programme(objective), ProgrammeOptions.defaults());
            assertThat(plan.solverReport().choice()).isEqualTo("outputs follow from what they are used for");
            assertThat(plan.objective())
                    .isCloseTo(whole.certificate().orElseThrow().objective(), within(1e-8));
        }
        // Where output itself is wanted, it does not follow.
        assertThat(problem.plan(YearsObjective.most("Labour")).solverReport().choice())
                .isEqualTo("the whole programme");
    }
}
