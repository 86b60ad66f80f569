package org.leontief.plan.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.Recipe;
import org.leontief.technology.TechnicalCoefficients;

/** What the years ahead begin with: everything that the first year has begun, once, under whatever name it is told. */
class ContinuedPlanTest {

    private static final YearsObjective WANTED = YearsObjective.consumptionDiscountedAt(0.03);

    private static YearsProblem problem(CapitalGood furnaces, String... years) {
        return YearsProblem.of(Village.technology(), years)
                .consuming(Map.of("Corn", 1.0, "Iron", 0.1))
                .capital(furnaces)
                .limit(YearlyLimit.of("Labour", "hours").available(330));
    }

    private static CapitalGood furnaces(int lag, double... outlays) {
        return CapitalGood.of("Furnaces", "furnaces")
                .takes("Iron", 1)
                .drawsOn("Labour", 0.5)
                .neededBy("Iron", 0.5)
                .atStart("Iron", 9)
                .readyAfter(lag, outlays.length == 0 ? new double[] {1} : outlays)
                .wearingOutAt(0.05);
    }

    /** The principle of optimality, where what is begun is usable in the same year, in the last one, right after it, and later. */
    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1, false", "2, false", "3, false", "4, false", "2, true", "3, true", "4, true"})
    void whatIsUsableAfterTheLastYearIsNotForgotten(int lag, boolean isShared) {
        double[] outlays = new double[Math.max(1, lag)];
        Arrays.fill(outlays, 1.0 / outlays.length);
        CapitalGood furnaces =
                furnaces(lag, outlays).underConstruction("2028", "Iron", 1).takes("Iron", 0.3);
        MultiYearPlan plan = problem(isShared ? furnaces.shared() : furnaces, "2027", "2028", "2029")
                .ending(TerminalCondition.balancedGrowth(0.01))
                .plan(WANTED)
                .requireOptimal();
        // What is worn out is begun when it is needed: at once, or in time to be ready.
        assertThat(plan.begun("Furnaces").matrix().get(0, lag == 0 ? 2 : 0)).isPositive();

        Revision revision = plan.revise(Outturn.asPlanned());

        assertThat(revision.revised().objective())
                .isCloseTo(plan.objective() - plan.consumption().of("2027"), within(1e-7));
        for (String year : List.of("2028", "2029")) {
            assertThat(revision.revised().investment(year).of("Iron"))
                    .isCloseTo(plan.investment(year).of("Iron"), within(1e-6));
        }
        assertThat(revision.revised().capitalAfterwards("Furnaces").at(0))
                .isCloseTo(plan.capitalAfterwards("Furnaces").at(0), within(1e-6));
        assertThat(revision.changedData()).isEmpty();
    }

    /** The output of 2028 that is on its way was promised the furnaces which 2028 itself begins: these are still needed. */
    @Test
    void whatIsUnderWayStillNeedsTheCapitalThatItsYearBegins() {
        MultiYearPlan plan = problem(furnaces(0), "2027", "2028", "2029")
                .inputsAYearBefore(Map.of("Corn", 100.0, "Iron", 17.0))
                .deliver("2028", Map.of("Iron", 16.0))
                .plan(WANTED)
                .requireOptimal();
        double begun = plan.begun("Furnaces").of("Iron", "2028");
        assertThat(begun).isPositive();

        MultiYearPlan rest = plan.revise(Outturn.asPlanned()).revised();
        assertThat(rest.begun("Furnaces").of("Iron", "2028")).isCloseTo(begun, within(1e-7));
        assertThat(rest.objective())
                .isCloseTo(plan.objective() - plan.consumption().of("2027"), within(1e-7));

        double there = plan.capital("Furnaces").of("Iron", "2028") - begun;
        MultiYearPlan afterAFire = plan.revise(Outturn.asPlanned().capital("Furnaces", "Iron", there - 0.5))
                .revised();
        assertThat(afterAFire.begun("Furnaces").of("Iron", "2028")).isCloseTo(begun + 0.5, within(1e-7));
    }

    /** Two railways are on their way, for whichever industry they were typed in; the plan begins another one. */
    @Test
    void aSharedStockUnderConstructionIsCountedOnce() {
        CapitalGood rail = CapitalGood.of("Rail", "km")
                .takes("Iron", 0.1)
                .neededBy("Corn", 0.1)
                .neededBy("Iron", 0.1)
                .atStart("Iron", 10)
                .readyAfter(2)
                .underConstruction("2029", "Iron", 3)
                .underConstruction("2029", "Corn", 1)
                .shared();
        MultiYearPlan plan = problem(furnaces(1), "2027", "2028", "2029", "2030")
                .capital(rail)
                .plan(WANTED);

        MultiYearPlan rest = plan.remaining(Outturn.asPlanned().begun("Rail", "all industries", 2))
                .plan(WANTED);

        assertThat(rest.capital("Rail").of("all industries", "2028")).isCloseTo(10, within(1e-12));
        assertThat(rest.capital("Rail").of("all industries", "2029")).isCloseTo(10 + 3 + 1 + 2, within(1e-12));
    }

    @Test
    void aFurtherYearHasWhatWasToBeReadyAfterTheLast() {
        MultiYearPlan plan =
                problem(furnaces(3, 0.5, 0.25, 0.25), "2027", "2028", "2029").plan(WANTED);

        YearsProblem rest = plan.remaining(Outturn.asPlanned().begun("Furnaces", "Iron", 4));
        MultiYearPlan longer = rest.extendedBy("2030").plan(WANTED);

        assertThat(longer.begun("Furnaces").of("Iron", "2028")).isZero();
        // 9 · 0.95³ and the 4; a quarter of them, of a tonne and half an hour each, is still taken in each of two
        // years.
        assertThat(longer.capital("Furnaces").of("Iron", "2030")).isCloseTo(9 * Math.pow(0.95, 3) + 4, within(1e-12));
        assertThat(longer.investment("2028").of("Iron")).isCloseTo(1, within(1e-12));
        assertThat(longer.investment("2030").of("Iron")).isZero();
        assertThat(longer.use("Labour").of("2029"))
                .isCloseTo(
                        2 * longer.output("2029").of("Corn")
                                + 5 * longer.output("2029").of("Iron")
                                + 0.5,
                        within(1e-9));
        assertThat(plan.revise(
                                Outturn.asPlanned(),
                                plan.remaining(Outturn.asPlanned()).extendedBy("2030"))
                        .changedData())
                .containsExactly("a further year, 2030");
    }

    /** A furnace that is begun still takes half of its iron next year; one for the same year is a year old then. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatIsBegunIsWorthWhatItBringsLessWhatItStillTakes(int lag) {
        double[] outlays =
                lag < 2 ? new double[] {1} : lag == 2 ? new double[] {0.4, 0.6} : new double[] {0.2, 0.3, 0.5};
        MultiYearPlan plan = problem(furnaces(lag, outlays), "2027", "2028", "2029", "2030", "2031")
                .ending(TerminalCondition.balancedGrowth(0.01))
                .plan(WANTED)
                .requireOptimal();
        double planned = plan.begun("Furnaces").of("Iron", "2027");
        double expected = plan.revise(Outturn.asPlanned()).revised().objective();
        double h = 1e-4;

        Revision more = plan.revise(Outturn.asPlanned().begun("Furnaces", "Iron", planned + h));
        Revision less = plan.revise(Outturn.asPlanned().begun("Furnaces", "Iron", Math.max(0, planned - h)));

        double price = more.deviations().get(0).worth() / h;
        assertThat(price).isGreaterThan((more.revised().objective() - expected) / h - 1e-5);
        if (planned >= h) {
            assertThat(price).isLessThan((expected - less.revised().objective()) / h + 1e-5);
        }
    }

    /** All of a budget in the first year, as a solver's sums may have it. */
    @Test
    void aBudgetThatIsUsedUpIsNotOverdrawn() {
        YearlyLimit carbon = YearlyLimit.of("CO2", "t", Map.of("Corn", 0.1));
        MultiYearPlan plan = problem(furnaces(1), "2027", "2028")
                .limit(carbon.budget(5).budget(4, "2028"))
                .plan(WANTED);

        YearlyLimit left =
                plan.remaining(Outturn.asPlanned().use("CO2", Math.nextUp(5.0))).limitNamed("CO2");

        assertThat(left.budgets())
                .containsExactly(new YearlyLimit.Budget(List.of(), 0), new YearlyLimit.Budget(List.of("2028"), 4));
        assertThatThrownBy(() -> plan.remaining(Outturn.asPlanned().use("CO2", 5.001)))
                .hasMessageContaining("is overdrawn: 2027 used 5.001");
    }

    private static TechnicalCoefficients corn() {
        return TechnicalCoefficients.ofRecipes(
                List.of(Recipe.recipe("Corn").unit("t").labour(1)));
    }

    /** A barn brings 1 in the third year, and takes half a tonne and 0.2 of the scarce hours of the second. */
    @Test
    void whatIsBegunIsPricedByHand() {
        MultiYearPlan plan = YearsProblem.of(corn(), "2027", "2028", "2029")
                .consuming(Map.of("Corn", 1.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Corn", 1)
                        .drawsOn("Labour", 0.4)
                        .neededBy("Corn", 1)
                        .atStart("Corn", 10)
                        .readyAfter(2, 0.5, 0.5))
                .limit(YearlyLimit.of("Labour", "hours")
                        .available(100)
                        .available("2027", 5)
                        .available("2028", 8)
                        .budget(1000))
                .plan(YearsObjective.consumption());

        Revision revision =
                plan.revise(Outturn.asPlanned().begun("Barns", "Corn", 1).use("Labour", 4));

        assertThat(revision.revised().objective()).isCloseTo(8 - 0.2 - 0.5 + 11, within(1e-12));
        assertThat(revision.deviations())
                .extracting(Deviation::what)
                .containsExactly("'Barns' begun in Corn", "use of Labour");
        assertThat(revision.deviations().get(0).worth()).isCloseTo(1 - 0.5 - 0.2, within(1e-12));
        // The hours of the first year are over; of the budget there is more than enough.
        assertThat(revision.deviations().get(1).worth()).isZero();
    }

    /** Half a tonne in the second year, and 0.9 of a barn that need not be built for the end, where each costs 0.5 / 0.9. */
    @Test
    void whatHasToBeLeftIsInThePriceOfCapital() {
        MultiYearPlan plan = YearsProblem.of(corn(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Corn", 1)
                        .neededBy("Corn", 2)
                        .atStart("Corn", 10)
                        .wearingOutAt(0.1))
                .ending(TerminalCondition.stocksAtLeastAsAtStart())
                .plan(YearsObjective.consumption());
        double planned = plan.capital("Barns").of("Corn", "2028");

        Revision revision = plan.revise(Outturn.asPlanned().capital("Barns", "Corn", planned - 1));

        assertThat(revision.deviations().get(0).worth()).isCloseTo(-0.5 - 0.9 * 0.5 / 0.9, within(1e-12));
    }

    /** Sectors of regions: a name alone is enough where only one region has it. */
    @Test
    void theFirstYearIsToldUnderAnyNameOfALabel() {
        Labels sectors = Labels.ofLabels(List.of(new Label("North", "Corn"), new Label("South", "Iron")));
        TechnicalCoefficients regions = TechnicalCoefficients.of(
                sectors, Units.of("t"), SparseMatrix.of(new double[][] {{0.2, 0.1}, {0.05, 0.3}}));
        MultiYearPlan plan = YearsProblem.of(regions, "2027", "2028")
                .consuming(Map.of("Corn", 1.0))
                .storing(Map.of("Corn", 3.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Iron", 1)
                        .neededBy("Corn", 1)
                        .atStart("Corn", 100))
                .capital(CapitalGood.of("Furnaces", "furnaces")
                        .takes("Iron", 1)
                        .neededBy("Iron", 0.5)
                        .atStart("Iron", 10))
                .plan(YearsObjective.consumption());

        Outturn byName = Outturn.asPlanned()
                .output("Iron", 1)
                .inventories("Corn", 5)
                .capital("Barns", "Corn", 90)
                .begun("Furnaces", "Iron", 2);
        Outturn byLabel = Outturn.asPlanned()
                .output("South / Iron", 1)
                .inventories("North / Corn", 5)
                .capital("Barns", "North / Corn", 90)
                .begun("Furnaces", "South / Iron", 2);

        assertThat(plan.revise(byName).deviations())
                .hasSize(4)
                .isEqualTo(plan.revise(byLabel).deviations())
                .extracting(Deviation::what)
                .contains("output of South / Iron", "'Barns' in North / Corn");
        assertThatThrownBy(
                        () -> plan.revise(Outturn.asPlanned().output("Iron", 1).output("South / Iron", 2)))
                .hasMessageContaining("tells twice of 'South / Iron' (output)");
    }

    @Test
    void aChangedProblemIsOneOfTheYearsAhead() {
        YearsProblem problem = problem(furnaces(1), "2027", "2028", "2029");
        MultiYearPlan plan = problem.plan(WANTED);

        assertThatThrownBy(() -> plan.revise(Outturn.asPlanned(), problem))
                .hasMessageContaining("begins in 2027, the years ahead in 2028");
        YearsProblem other = YearsProblem.of(
                TechnicalCoefficients.ofRecipes(
                        List.of(Recipe.recipe("Wool").unit("t").uses("Wool", 0.1))),
                "2028");
        assertThatThrownBy(() -> plan.revise(Outturn.asPlanned(), other)).hasMessageContaining("other products");
    }

    @Test
    void whatAPlanCannotTakeIntoAccountIsRefused() {
        CapitalGood rail =
                CapitalGood.of("Rail", "km").neededBy("Iron", 1).shared().mostBegunIn("Iron", 2);
        YearsProblem village = YearsProblem.of(Village.technology(), "2027");

        assertThatThrownBy(() -> village.capital(rail))
                .hasMessageContaining("'Rail' is one stock for all")
                .hasMessageContaining("mostBegun(amount)");
        assertThatThrownBy(() -> village.consumingAtLeast("2027", 3).plan(YearsObjective.output()))
                .hasMessageContaining("At least 3.0 baskets are to be consumed in 2027, and no basket is given");
        assertThat(CapitalGood.of("Rail", "km")).hasToString("Rail (km), ready after 1 year, wearing out at 0% a year");
    }
}
