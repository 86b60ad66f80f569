package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.technology.Recipe.recipe;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.Germany1995;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.UnknownLabelException;
import org.leontief.quantity.PlanComparison.Change;

class PlanComparisonTest {

    private static final Economy GERMANY = Economy.of(Germany1995.table());
    private static final LabelledVector DEMAND =
            Germany1995.table().finalDemand().total();

    private static GrossOutputPlan moreConstruction() {
        return GERMANY.plan(DEMAND.scale("Construction", 1.1));
    }

    @Test
    void theLargestChangeComesFirst() {
        List<Change> changes =
                moreConstruction().comparedWith(GERMANY.plan(DEMAND)).grossOutput();

        assertThat(changes).hasSize(6);
        assertThat(changes.get(0).label()).hasToString("Construction");
        for (int k = 1; k < 6; k++) {
            assertThat(Math.abs(changes.get(k).difference()))
                    .isLessThanOrEqualTo(Math.abs(changes.get(k - 1).difference()));
        }
        assertThat(changes).allMatch(Change::isCertain).allMatch(change -> change.difference() > 0);
    }

    /** The change of output is what a demand for the difference alone would take: exactly, within the bounds. */
    @Test
    void boundsOfDifferencesHold() {
        GrossOutputPlan before = GERMANY.plan(DEMAND);
        GrossOutputPlan after = moreConstruction();
        Rational[] exactBefore =
                ExactArithmetic.solve(GERMANY.coefficients().matrix().matrix(), DEMAND.toArray());
        Rational[] exactAfter = ExactArithmetic.solve(
                GERMANY.coefficients().matrix().matrix(), after.finalDemand().toArray());

        for (Change change : after.comparedWith(before).grossOutput()) {
            int i = DEMAND.labels().indexOf(change.label());
            assertThat(change.after()).isEqualTo(after.grossOutput().at(i));
            assertThat(change.before()).isEqualTo(before.grossOutput().at(i));
            ExactArithmetic.assertWithin(change.difference(), change.errorBound(), exactAfter[i].minus(exactBefore[i]));
        }
    }

    @Test
    void samePlansHaveNoCertainDifference() {
        PlanComparison same = GERMANY.plan(DEMAND).comparedWith(GERMANY.plan(DEMAND));

        assertThat(same.grossOutput()).allSatisfy(change -> {
            assertThat(change.difference()).isZero();
            assertThat(change.relative()).isZero();
            assertThat(change.isCertain()).isFalse();
        });
    }

    @Test
    void aDifferenceInsideItsBoundIsNotCertain() {
        LabelledVector hairMore = DEMAND.with("Trade", Math.nextUp(DEMAND.of("Trade")));

        assertThat(GERMANY.plan(hairMore).comparedWith(GERMANY.plan(DEMAND)).grossOutput())
                .noneMatch(change -> change.isCertain() && change.label().name().equals("Agriculture"));
    }

    /** 1 − 2⁻⁶⁰ is computed as 1: the rounding of the difference is in its bound. */
    @Test
    void theRoundingOfTheDifferenceIsInTheBound() {
        Economy idle = Economy.of(recipe("Tea"));
        GrossOutputPlan one = idle.plan(idle.demand(Map.of("Tea", 1.0)));
        GrossOutputPlan hair = idle.plan(idle.demand(Map.of("Tea", 0x1p-60)));

        Change change = one.comparedWith(hair).grossOutput().get(0);

        assertThat(change.difference()).isEqualTo(1);
        ExactArithmetic.assertWithin(
                change.difference(), change.errorBound(), Rational.ONE.minus(Rational.of(0x1p-60)));
    }

    @Test
    void relativeChanges() {
        Economy idle = Economy.of(recipe("Tea"), recipe("Milk"), recipe("Sugar"));
        GrossOutputPlan before = idle.plan(idle.demand(Map.of("Tea", 2.0, "Milk", -4.0)));
        GrossOutputPlan after = idle.plan(idle.demand(Map.of("Tea", 3.0, "Milk", -5.0, "Sugar", 1.0)));

        PlanComparison comparison = after.comparedWith(before);

        // Ties stay in the order of the industries.
        assertThat(comparison.grossOutput()).extracting("label.name").containsExactly("Tea", "Milk", "Sugar");
        assertThat(comparison.grossOutput())
                .extracting(Change::relative)
                .containsExactly(0.5, -0.25, Double.POSITIVE_INFINITY);
    }

    @Test
    void extensionsByIndustryAndInTotal() {
        PlanComparison comparison = moreConstruction().comparedWith(GERMANY.plan(DEMAND));

        Change total = comparison.extensionTotal("Employment");
        double sum = comparison.extension("Employment").stream()
                .mapToDouble(Change::difference)
                .sum();

        assertThat(total.label()).hasToString("Employment");
        assertThat(total.isCertain()).isTrue();
        assertThat(total.difference())
                .isCloseTo(sum, within(1e-9))
                .isCloseTo(
                        GERMANY.multipliers("Employment").of("Construction") * 0.1 * DEMAND.of("Construction"),
                        within(1e-8));
    }

    @Test
    void plansAreJoinedByLabel() {
        Economy one = Economy.of(recipe("Tea"), recipe("Milk"));
        Economy turned = Economy.of(recipe("Milk"), recipe("Tea"));
        Economy other = Economy.of(recipe("Tea"), recipe("Mlik"));

        PlanComparison comparison =
                turned.plan(turned.demand(Map.of("Tea", 5.0))).comparedWith(one.plan(one.demand(Map.of("Tea", 2.0))));

        assertThat(comparison.grossOutput().get(0))
                .isEqualTo(new Change(
                        Label.of("Tea"), 2, 5, comparison.grossOutput().get(0).errorBound()));
        assertThatThrownBy(() -> other.plan(other.demand(Map.of())).comparedWith(one.plan(one.demand(Map.of()))))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageStartingWith("The labels of the other plan do not match; missing there: Mlik");
    }

    /** Found by this test: totals in grams and in tons were compared as they stood. */
    @Test
    void differentUnitsAreNotCompared() {
        Economy tons = Economy.of(recipe("Tea").unit("t").extension("CO2", "t", 1));
        Economy grams = Economy.of(recipe("Tea").unit("t").extension("CO2", "g", 1e6));
        Economy cups = Economy.of(recipe("Tea").unit("cup"));
        GrossOutputPlan plan = tons.plan(tons.demand(Map.of("Tea", 1.0)));

        PlanComparison comparison = grams.plan(grams.demand(Map.of("Tea", 1.0))).comparedWith(plan);

        assertThatThrownBy(() -> comparison.extensionTotal("CO2"))
                .hasMessage("The plans are in different units: t and g.");
        assertThatThrownBy(() -> comparison.extension("CO2")).hasMessage("The plans are in different units: t and g.");
        assertThatThrownBy(() -> cups.plan(cups.demand(Map.of("Tea", 1.0)))
                        .comparedWith(plan)
                        .grossOutput())
                .hasMessage("The plans are in different units: t and cup.");
    }

    @Test
    void theComparisonReadsAsATable() {
        String text = moreConstruction().comparedWith(GERMANY.plan(DEMAND)).toString();

        assertThat(text.lines().skip(1).findFirst().orElseThrow())
                .startsWith("Construction ")
                .contains("245,606.00")
                .endsWith("%");
        assertThat(text).contains("Employment").contains("CO2").doesNotContain("within the error bound");
    }
}
