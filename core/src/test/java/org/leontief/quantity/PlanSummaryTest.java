package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leontief.technology.Recipe.recipe;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** What a person needs to know of a plan, in one text. */
class PlanSummaryTest {

    private static final GrossOutputPlan GERMANY = Economy.of(Germany1995.table())
            .plan(Germany1995.table().finalDemand().total());

    @Test
    void namesNumbersTotalsBoundsAndMethod() {
        assertThat(GERMANY.summary())
                .startsWith("Plan for 6 industries, million EUR\n\nIndustry ")
                .containsPattern("Manufacturing +619,342.00 +1,079,446.00 +\\d\\.\\de-\\d\\d\n")
                .containsPattern("Total +1,884,813.00 +3,110,430.00 +\\d\\.\\de-\\d\\d\n")
                .containsPattern("Employment: 36,428.00 thousand persons \\(off by at most \\d\\.\\de-\\d\\d\\)")
                .contains("CO2: 687,020.00 thousand t")
                .contains("The economy is viable")
                .contains("DENSE_LU")
                .containsPattern("Every output is guaranteed to within \\d\\.\\de-\\d\\d of itself");
        assertThat(GERMANY).hasToString(GERMANY.summary());
    }

    /** The bound that is printed is rounded upward, or it would be no bound. */
    @Test
    void printedBoundsAreNotBelowTheProvedOnes() {
        for (int i = 0; i < 6; i++) {
            String label = GERMANY.industries().get(i).toString();
            String line = GERMANY.summary()
                    .lines()
                    .filter(text -> text.startsWith(label))
                    .findFirst()
                    .orElseThrow();
            BigDecimal printed = new BigDecimal(line.substring(line.lastIndexOf(' ') + 1));
            BigDecimal proved = new BigDecimal(GERMANY.grossOutput().errorBoundAt(i));
            assertThat(printed).isGreaterThanOrEqualTo(proved).isLessThan(proved.multiply(new BigDecimal("1.11")));
        }
        String sentence = GERMANY.summary()
                .lines()
                .filter(text -> text.startsWith("Every output"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(sentence.replaceAll(".*within (\\S+) of itself.*", "$1")))
                .isGreaterThanOrEqualTo(GERMANY.grossOutput().largestRelativeErrorBound());
    }

    @Test
    void mixedUnitsAreShownLineByLineAndNotAddedUp() {
        Economy economy = Economy.of(
                recipe("Steel").unit("t").uses("Power", 600), recipe("Power").unit("kWh"));

        String summary = economy.plan(economy.demand(Map.of("Steel", 2.0))).summary();

        assertThat(summary)
                .startsWith("Plan for 2 industries\n")
                .containsPattern("Steel +2.00 +2.00 +\\S+ t\n")
                .containsPattern("Power +0.00 +1,200.00 +\\S+ kWh\n")
                .doesNotContain("Total");
    }

    @Test
    void whatThePoliciesDidIsNoted() {
        InputOutputTable table = InputOutputTable.builder("Coal", "Uranium")
                .unit("unit")
                .transactions(new double[][] {{1, 0}, {0, 0}})
                .finalDemand("Homes", 9, 0)
                .build();

        assertThat(Economy.of(table).plan(table.finalDemand().total()).summary())
                .endsWith("Note: 'Uranium' (0.0): empty in the table; without a recipe, plans may not demand it.");
    }

    /** An output of 0 with a bound above 0 is not guaranteed to within any share of itself. */
    @Test
    void theSentenceOnBoundsIsTrueOfZeros() {
        Economy economy = Economy.of(
                recipe("Coal").uses("Coal", 0.1).uses("Steel", 0.3),
                recipe("Steel").uses("Coal", 0.2),
                recipe("Wine").uses("Wine", 0.3));
        GrossOutputPlan plan = economy.plan(economy.demand(Map.of("Coal", 1.0)));

        assertThat(plan.grossOutput().of("Wine")).isZero();
        String sentence = plan.summary()
                .lines()
                .filter(line -> line.startsWith("Every output"))
                .findFirst()
                .orElseThrow();
        assertThat(sentence.startsWith("Every output that is not 0 is guaranteed"))
                .isEqualTo(plan.grossOutput().errorBound("Wine") > 0);
    }

    @Test
    void aLargeEconomyShowsItsLargestIndustries() {
        int n = 40;
        String[] names = new String[n];
        Arrays.setAll(names, i -> "Industry with a name that is much too long for a line " + i);
        Arrays.setAll(names, i -> i == 7 ? names[i] : "P" + i);
        Economy economy =
                Economy.of(TechnicalCoefficients.of(Labels.of(names), Units.of("EUR"), SparseMatrix.zeros(n, n)));
        double[] d = new double[n];
        Arrays.setAll(d, i -> i == 7 ? 1000 : i);

        String summary = economy.plan(economy.demand(Map.of())
                        .plus(LabelledVector.of("More", economy.industries(), Units.of("EUR"), d)))
                .summary();

        assertThat(summary)
                .contains("Industry with a name that is much too l… ")
                .contains("… and 15 smaller industries");
        assertThat(summary).contains("\nP39 ").doesNotContain("\nP3 ");
        assertThat(summary).containsPattern("Total +1,773.00");
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(GERMANY.summary()).contains("1,079,446.00");
        } finally {
            Locale.setDefault(before);
        }
    }
}
