package org.leontief.plan.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.UnknownLabelException;

/** A plan that is made anew after its first year: the principle of optimality, and what surprises cost. */
class RevisionTest {

    private static final YearsObjective WANTED = YearsObjective.consumptionDiscountedAt(0.03);

    private static YearsProblem problem() {
        return YearsProblem.of(Village.technology(), "2027", "2028", "2029", "2030")
                .consuming(Map.of("Corn", 1.0, "Iron", 0.1))
                .storing(Map.of("Corn", 3.0))
                .capital(CapitalGood.of("Barns", "barns")
                        .takes("Corn", 0.3)
                        .takes("Iron", 0.4)
                        .neededBy("Corn", 1)
                        .atStart("Corn", 100)
                        .wearingOutAt(0.1))
                .capital(CapitalGood.of("Furnaces", "furnaces")
                        .takes("Iron", 1)
                        .neededBy("Iron", 0.5)
                        .atStart("Iron", 8)
                        .readyAfter(2, 0.5, 0.5)
                        .underConstruction("2028", "Iron", 1)
                        .wearingOutAt(0.05))
                .limit(YearlyLimit.of("Labour", "hours").available(330))
                .limit(YearlyLimit.of("CO2", "t", Map.of("Corn", 0.1, "Iron", 1.0))
                        .budget(115))
                .ending(TerminalCondition.balancedGrowth(0.01));
    }

    @Test
    void withoutSurprisesTheRestOfTheBestPlanIsTheBestPlanOfTheRest() {
        MultiYearPlan plan = problem().plan(WANTED).requireOptimal();
        Revision revision = plan.revise(Outturn.asPlanned());

        double first = plan.consumption().of("2027");
        assertThat(revision.revised().objective()).isCloseTo(plan.objective() - first, within(1e-7));
        for (String year : List.of("2028", "2029", "2030")) {
            assertThat(revision.consumptionChange(year)).isCloseTo(0, within(1e-7));
        }
        assertThat(revision.deviations()).isEmpty();
        assertThat(revision.changedData()).isEmpty();
        assertThat(revision.toString()).contains("as planned").contains("as they were");
    }

    /**
     * What the years ahead are worth is concave in what they begin with, and a plan ends its first year on an edge of it as often as
     * not: what is lost costs at least what the prices of the plan say, and what is gained brings at most so much.
     */
    @ParameterizedTest
    @ValueSource(strings = {"barns", "furnaces", "begun", "corn", "carbon"})
    void surprisesCostAtLeastAndBringAtMostWhatThePricesOfThePlanSay(String surprise) {
        MultiYearPlan plan = problem().plan(WANTED).requireOptimal();
        double expected = plan.revise(Outturn.asPlanned()).revised().objective();
        double h = 1e-4;
        Revision less = plan.revise(outturn(plan, surprise, -h));
        Revision more = plan.revise(outturn(plan, surprise, h));

        assertThat(less.deviations()).hasSize(1);
        assertThat(less.deviations().get(0).difference()).isCloseTo(-h, within(1e-12));
        double price = more.deviations().get(0).worth() / h;
        assertThat(less.deviations().get(0).worth() / -h).isCloseTo(price, within(1e-6));
        double lost = (expected - less.revised().objective()) / h;
        double gained = (more.revised().objective() - expected) / h;
        assertThat(price).isBetween(gained - 1e-5, lost + 1e-5);
        if (surprise.equals("carbon")) {
            assertThat(price).isNegative();
        }
    }

    /** What is begun becomes usable two years after the last: only what has to be left under construction is worth anything in it. */
    @Test
    void whatIsReadyLongAfterThePlanIsWorthWhatItSavesOfWhatHasToBeLeft() {
        CapitalGood barns = CapitalGood.of("Barns", "barns")
                .takes("Iron", 0.4)
                .neededBy("Corn", 1)
                .atStart("Corn", 100)
                .readyAfter(3, 0.5, 0.25, 0.25)
                .underConstruction("2028", "Corn", 10)
                .wearingOutAt(0.1);
        MultiYearPlan plan = YearsProblem.of(Village.technology(), "2027", "2028")
                .consuming(Map.of("Corn", 1.0, "Iron", 0.1))
                .capital(barns)
                .limit(YearlyLimit.of("Labour", "hours").available(330))
                .ending(TerminalCondition.balancedGrowth(0.01))
                .plan(WANTED)
                .requireOptimal();
        double begun = plan.begun("Barns").of("Corn", "2027");
        assertThat(begun).isPositive();
        double h = 1e-3;
        Revision less = plan.revise(Outturn.asPlanned().begun("Barns", "Corn", begun - h));
        Revision more = plan.revise(Outturn.asPlanned().begun("Barns", "Corn", begun + h));

        double price = more.deviations().get(0).worth() / h;
        double expected = plan.revise(Outturn.asPlanned()).revised().objective();
        assertThat(price)
                .isPositive()
                .isBetween(
                        (more.revised().objective() - expected) / h - 1e-6,
                        (expected - less.revised().objective()) / h + 1e-6);
    }

    private static Outturn outturn(MultiYearPlan plan, String surprise, double difference) {
        Outturn as = Outturn.asPlanned();
        return switch (surprise) {
            case "barns" -> as.capital("Barns", "Corn", plan.capital("Barns").of("Corn", "2028") + difference);
            case "furnaces" ->
                as.capital("Furnaces", "Iron", plan.capital("Furnaces").of("Iron", "2028") + difference);
            case "begun" -> as.begun("Barns", "Corn", plan.begun("Barns").of("Corn", "2027") + difference);
            case "corn" -> as.inventories("Corn", plan.inventories("2027").of("Corn") + difference);
            default -> as.use("CO2", plan.use("CO2").of("2027") + difference);
        };
    }

    @Test
    void whatChangedIsNamedWithWhatBindsNow() {
        MultiYearPlan plan = problem().plan(WANTED).requireOptimal();
        Outturn fire = Outturn.asPlanned().output("Iron", 15).capital("Furnaces", "Iron", 6);
        YearsProblem changed = plan.remaining(fire)
                .changing(YearlyLimit.of("Labour", "hours").available(330).available("2029", 300))
                .extendedBy("2031");
        Revision revision = plan.revise(fire, changed);

        assertThat(revision.deviations())
                .extracting(Deviation::what)
                .containsExactly("'Furnaces' in Iron", "output of Iron");
        assertThat(revision.deviations().get(0).outturn()).isEqualTo(6);
        assertThat(revision.deviations().get(0).worth()).isNegative();
        assertThat(revision.deviations().get(1).worth()).isZero();
        assertThat(revision.changedData())
                .containsExactly("a further year, 2031", "Labour in 2029: 300 instead of 330");
        assertThat(revision.bindingNow()).extracting(BindingLimit::name).containsExactly("'Furnaces' in Iron in 2030");
        assertThat(revision.revised().years().size()).isEqualTo(4);
        assertThat(revision.toString())
                .contains("'Furnaces' in Iron: 6 furnaces instead of")
                .contains("Labour in 2029: 300 instead of 330");
    }

    @Test
    void capitalUnderConstructionGoesOn() {
        MultiYearPlan plan = problem().plan(WANTED).requireOptimal();
        double begun = plan.begun("Furnaces").of("Iron", "2027");
        assertThat(begun).isPositive();
        MultiYearPlan rest = plan.remaining(Outturn.asPlanned()).plan(YearsObjective.consumption());
        assertThat(rest.capital("Furnaces").of("Iron", "2029"))
                .isCloseTo(0.95 * rest.capital("Furnaces").of("Iron", "2028") + begun, within(1e-9));
        // Half of what they take is still to come.
        assertThat(rest.investment("2028").of("Iron")).isGreaterThan(0.5 * begun - 1e-9);
    }

    @Test
    void whatCannotBeIsNamed() {
        MultiYearPlan plan = problem().plan(WANTED).requireOptimal();
        assertThatThrownBy(() -> plan.revise(Outturn.asPlanned().output("Irn", 1)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Iron'?");
        assertThatThrownBy(() -> plan.revise(Outturn.asPlanned().inventories("Iron", 1)))
                .hasMessageContaining("'Iron' cannot be stored");
        assertThatThrownBy(() -> plan.revise(Outturn.asPlanned().use("CO2", 1000)))
                .hasMessageContaining("is overdrawn: 2027 used 1000");
        assertThatThrownBy(() -> Outturn.asPlanned().output("Iron", -1)).isInstanceOf(IllegalArgumentException.class);
        MultiYearPlan single = YearsProblem.of(Village.technology(), "2027")
                .consuming(Map.of("Corn", 1.0))
                .limit(YearlyLimit.of("Labour", "hours").available(330))
                .plan(YearsObjective.consumption());
        assertThatThrownBy(() -> single.revise(Outturn.asPlanned())).hasMessageContaining("extendedBy(year)");
    }
}
