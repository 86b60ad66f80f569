package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.Germany1995;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** Necessary and surplus labour, composition, certificates, and what changed productivity. */
class DistributionTest {

    private static final Economy ECONOMY = Economy.of(LabourValuesExamplesTest.technology(
            Labels.of("Corn", "Ale"), Units.of("bushels"), new double[][] {{0.125, 0.375}, {0.0625, 0.0625}}, 1, 1));

    /** λ = 64/51 and 80/51: a bundle of 0.3 corn and 0.1 ale is 27.2/51 hours an hour. */
    @Test
    void necessaryAndSurplusLabour() {
        LabourValues values = ECONOMY.labourValues("Labour");
        LabelledVector bundle = ECONOMY.demand(Map.of("Corn", 0.3, "Ale", 0.1));

        Distribution hourly = values.distribution(WageBundle.perUnitOfLabour(bundle));
        Distribution yearly = values.distribution(WageBundle.per(bundle.times(1600), 1600));

        assertThat(hourly.necessary().value()).isCloseTo(27.2 / 51, within(1e-15));
        assertThat(hourly.surplus().value()).isCloseTo(23.8 / 51, within(1e-15));
        assertThat(hourly.rateOfExploitation().value()).isCloseTo(23.8 / 27.2, within(1e-15));
        assertThat(hourly.rateOfExploitation().errorBound()).isLessThan(1e-14);
        assertThat(yearly.necessary().value()).isCloseTo(27.2 / 51, within(1e-15));
        assertThatThrownBy(() -> values.distribution(WageBundle.perUnitOfLabour(bundle.times(0)))
                        .rateOfExploitation())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no labour in the bundle");
    }

    /** c + v + s = λ, s / v is the same everywhere, and an industry's parts are those of a unit times its output. */
    @Test
    void composition() {
        LabourValues values = ECONOMY.labourValues("Labour");
        Distribution distribution =
                values.distribution(WageBundle.perUnitOfLabour(ECONOMY.demand(Map.of("Corn", 0.3, "Ale", 0.1))));

        LabourComposition ale = distribution.composition("Ale");
        LabourComposition both = distribution.composition(
                ECONOMY.demand(Map.of("Corn", 10.0, "Ale", 20.0)).named("All"));

        assertThat(ale.constant()).isCloseTo(29.0 / 51, within(1e-15));
        assertThat(ale.value()).isCloseTo(80.0 / 51, within(1e-15));
        assertThat(ale.variable()).isCloseTo(27.2 / 51, within(1e-15));
        assertThat(ale.organicComposition()).isCloseTo(29 / 27.2, within(1e-14));
        assertThat(ale.deadToLivingLabour()).isCloseTo(29.0 / 51, within(1e-14));
        assertThat(ale.rateOfSurplusValue())
                .isCloseTo(distribution.rateOfExploitation().value(), within(1e-14));
        assertThat(both.constant())
                .isCloseTo(
                        20 * ale.constant()
                                + 10 * distribution.composition("Corn").constant(),
                        within(1e-13));
        assertThat(both.variable() + both.surplus()).isCloseTo(30, within(1e-13));
    }

    /** K. Marx, Capital III, ch. 9: 80c + 20v at a rate of surplus value of 100 %. */
    @Test
    void firstSphereOfMarx() {
        LabourComposition sphere = new LabourComposition("I", "hours", 80, 20, 20);

        assertThat(sphere.organicComposition()).isEqualTo(4);
        assertThat(sphere.rateOfSurplusValue()).isEqualTo(1);
        assertThat(sphere.valueRateOfProfit()).isEqualTo(0.20);
        assertThatThrownBy(() -> new LabourComposition("Empty", "hours", 1, 0, 0).organicComposition())
                .hasMessageContaining("'Empty' has no variable capital");
    }

    /** Of 1000 hours 200 are for schools, 100 accumulated, 50 kept and 150 for those who do not work. */
    @Test
    void whatAnHourBuys() {
        LabourValues values = ECONOMY.labourValues("Labour");
        SocialAccount account = SocialAccount.of(1000, "hours")
                .withCollectiveConsumption(200)
                .withAccumulation(100)
                .withReserve(50)
                .withSupport(150);

        LabourCertificates certificates = values.certificates(account);

        assertThat(account.individualConsumption()).isEqualTo(650);
        assertThat(account.certificatePerUnit()).isEqualTo(0.5);
        assertThat(certificates.buys("Corn").value()).isCloseTo(51.0 / 128, within(1e-15));
        assertThat(certificates.workFor("Ale").value()).isCloseTo(160.0 / 51, within(1e-14));
        assertThat(certificates
                        .workFor(ECONOMY.demand(Map.of("Corn", 1.0, "Ale", 1.0)))
                        .value())
                .isCloseTo(288.0 / 51, within(1e-14));
        assertThatThrownBy(() -> account.withReserve(800))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("250.0 are missing");
    }

    /** All hours worked buy all that is consumed individually by those who work: the account closes. */
    @Test
    void certificatesOfAYearBuyItsConsumption() {
        InputOutputTable table = Germany1995.table();
        Economy economy = Economy.of(table);
        LabourValues values = economy.labourValues(LabourAccount.of("Employment")
                .importing(ImportedInputs.row("Imports").keptApart()));
        LabelledVector households = table.finalDemand().category("Households");
        double all = table.extension("Employment").total();
        double consumed = values.embodiedIn(households).total();
        SocialAccount account = SocialAccount.of(all, values.unit()).withAccumulation(all - consumed);

        assertThat(values.certificates(account).workFor(households).value()).isCloseTo(all, within(1e-8));
    }

    /** The same two products in another order, with less labour and fewer inputs; the definition with exact inverses. */
    @Test
    void whatChangedProductivity() {
        double[][] a1 = {{0.05, 0.0625}, {0.3, 0.1}};
        Economy later = Economy.of(
                LabourValuesExamplesTest.technology(Labels.of("Ale", "Corn"), Units.of("bushels"), a1, 0.75, 1));
        double[][] a1InOldOrder = {{0.1, 0.3}, {0.0625, 0.05}};
        double[][] a0 = {{0.125, 0.375}, {0.0625, 0.0625}};

        LabourProductivityChange change = later.labourValues("Labour").changeSince(ECONOMY.labourValues("Labour"));

        double[] deltaL = {0, -0.25};
        double[] meanL = {1, 0.875};
        for (int j = 0; j < 2; j++) {
            double labour = (dot(deltaL, column(a0, j)) + dot(deltaL, column(a1InOldOrder, j))) / 2;
            double inputs = dot(meanL, column(a1InOldOrder, j)) - dot(meanL, column(a0, j));
            LabourProductivityChange.Change each = change.of(j == 0 ? "Corn" : "Ale");
            assertThat(each.ownLabour()).isCloseTo(deltaL[j], within(1e-15));
            assertThat(each.suppliersLabour()).isCloseTo(labour - deltaL[j], within(1e-14));
            assertThat(each.inputs()).isCloseTo(inputs, within(1e-14));
            assertThat(each.ownLabour() + each.suppliersLabour() + each.inputs())
                    .isCloseTo(each.difference(), within(each.errorBound()));
            assertThat(each.errorBound()).isLessThan(1e-13);
        }
        assertThat(change.largest(1).get(0).product()).hasToString("Ale");
    }

    private static double[] column(double[][] a, int j) {
        double[] unit = new double[2];
        unit[j] = 1;
        ExactArithmetic.Rational[] column = ExactArithmetic.solve(SparseMatrix.of(a), unit);
        return new double[] {column[0].doubleValue(), column[1].doubleValue()};
    }

    private static double dot(double[] row, double... column) {
        return row[0] * column[0] + row[1] * column[1];
    }

    @Test
    void roundsWithoutEndAreRefused() {
        LabourValues values = ECONOMY.labourValues("Labour");
        assertThatThrownBy(() -> values.byRound("Ale", 2_000_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2000000000 rounds")
                .hasMessageContaining("at most 10000");
        assertThat(values.byRound("Ale", 10_000).remainder().amount()).isZero();
    }

    /** l, lA, lA², …, and what all later rounds add: λA³. */
    @Test
    void roundsOfLabour() {
        LabourValues values = ECONOMY.labourValues("Labour");

        LabourBreakdown rounds = values.byRound("Ale", 3);

        assertThat(rounds.parts()).extracting(LabourBreakdown.Part::amount).containsExactly(1.0, 0.4375, 0.09765625);
        assertThat(rounds.parts().get(1).name()).isEqualTo("first suppliers");
        assertThat(rounds.remainder().amount())
                .isCloseTo(
                        80.0 / 51 - 1.53515625,
                        within(rounds.remainder().labour().errorBound() + 1e-16));
        assertThat(rounds.remainder().labour().errorBound()).isLessThan(1e-15);
        assertThat(rounds.toString())
                .contains("Labour in 'Ale': 1.56863 hours per bushels")
                .contains("first suppliers          0.437500   27.9%");
    }
}
