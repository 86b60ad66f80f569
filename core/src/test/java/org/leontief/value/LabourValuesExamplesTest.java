package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.Germany1995;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** Published labour values. */
class LabourValuesExamplesTest {

    static TechnicalCoefficients technology(Labels products, Units units, double[][] a, double... hours) {
        return TechnicalCoefficients.of(
                LabelledMatrix.of("A", products, products, units, SparseMatrix.of(a)),
                LabelledMatrix.of(
                        "Labour", Labels.of("Labour"), products, Units.of("hours"), SparseMatrix.of(new double[][] {
                            hours
                        })));
    }

    private static void assertExact(BoundedVector values, TechnicalCoefficients technology) {
        ExactArithmetic.assertWithinBounds(
                values,
                ExactArithmetic.solve(
                        technology.matrix().matrix().transpose(),
                        technology.extension("Labour").toArray()),
                1e-14);
    }

    /** Three-sector United States after E. Ochoa (1984), as in the documentation of the R package clptheory. */
    @Test
    void threeSectorsOfOchoa() {
        Labels sectors = Labels.of("Agriculture", "Manufacturing", "Services");
        TechnicalCoefficients technology = technology(
                sectors,
                Units.of("units"),
                new double[][] {{0.265, 0.968, 0.00681}, {0.0121, 0.391, 0.0169}, {0.0408, 0.808, 0.165}},
                0.193,
                3.562,
                0.616);
        Economy economy = Economy.of(technology);

        LabourValues values = economy.labourValues("Labour");

        assertThat(values.perUnit().values().toArray())
                .containsExactly(new double[] {0.439842, 7.739431, 0.897954}, within(5e-7));
        assertThat(values.perUnit().values().units().common()).isEqualTo("hours per units");
        assertThat(values.direct().of("Services")).isEqualTo(0.616);
        assertExact(values.perUnit(), technology);
        LabelledVector bundle = LabelledVector.of("Bundle", sectors, Units.of("units"), 0.0109, 0.0275, 0.296);
        double necessary = 0.0109 * 0.439842 + 0.0275 * 7.739431 + 0.296 * 0.897954;
        Distribution distribution = values.distribution(WageBundle.perUnitOfLabour(bundle));
        assertThat(distribution.necessary().value()).isCloseTo(necessary, within(1e-6));
        assertThat(distribution.rateOfExploitation().value()).isCloseTo(1 / necessary - 1, within(1e-5));
    }

    /** R. Vienneau, A Sraffian Interpretation of Marx (2004), table 1: 64/51 and 80/51. */
    @Test
    void cornAndAleInExactFractions() {
        TechnicalCoefficients technology = technology(
                Labels.of("Corn", "Ale"), Units.of("bushels"), new double[][] {{0.125, 0.375}, {0.0625, 0.0625}}, 1, 1);

        BoundedVector values = Economy.of(technology).labourValues("Labour").perUnit();

        assertThat(values.of("Corn")).isCloseTo(64.0 / 51, within(values.errorBound("Corn") + 1e-16));
        assertThat(values.of("Ale")).isCloseTo(80.0 / 51, within(values.errorBound("Ale") + 1e-16));
        assertExact(values, technology);
    }

    /** After W. Leontief, Input-Output Economics (1986), ch. 2: two man-years in a bushel, five in a yard. */
    @Test
    void bushelsAndYardsOfLeontief() {
        InputOutputTable table = InputOutputTable.builder("Agriculture", "Manufacture")
                .units(Units.perLabel("bushels", "yards"))
                .transactions(new double[][] {{25, 20}, {14, 6}})
                .finalDemand("Households", 55, 30)
                .extension("Labour", "man-years", 80, 180)
                .build();

        LabourValues values = Economy.of(table).labourValues("Labour");

        assertThat(values.perUnit().of("Agriculture")).isCloseTo(2, within(0.005));
        assertThat(values.perUnit().of("Manufacture")).isCloseTo(5, within(0.005));
        assertThat(values.perUnit().values().units())
                .isEqualTo(Units.perLabel("man-years per bushels", "man-years per yards"));
        AccountingIdentity identity = values.identity(table.finalDemand().total());
        assertThat(identity.performed().value()).isCloseTo(260, within(1e-12));
        assertThat(identity.holds()).isTrue();
    }

    /** After A. Chiang, Fundamental Methods of Mathematical Economics, section 5.7: 21 of the primary input. */
    @Test
    void primaryInputOfChiang() {
        Labels industries = Labels.of("I", "II", "III");
        TechnicalCoefficients technology = technology(
                industries,
                Units.of("dollars"),
                new double[][] {{0.2, 0.3, 0.2}, {0.4, 0.1, 0.2}, {0.1, 0.3, 0.2}},
                0.3,
                0.3,
                0.4);
        LabelledVector demand = LabelledVector.of("Demand", industries, Units.of("dollars"), 10, 5, 6);

        LabourValues values = Economy.of(technology).labourValues("Labour");

        assertThat(values.embodiedIn(demand).total()).isCloseTo(21, within(1e-12));
        assertThat(values.identity(demand).performed().value()).isCloseTo(21, within(1e-12));
        assertThat(values.report(demand).toString()).contains("λ·d = 21.000000, l·x = 21.000000 hours");
    }

    /** N. Okishio's two goods: the new technique of the first costs less labour, too. */
    @Test
    void valuesUnderTwoTechniquesOfOkishio() {
        Labels goods = Labels.of("Means", "Consumption");
        TechnicalCoefficients old =
                technology(goods, Units.of("units"), new double[][] {{0.5, 0.2}, {0.1, 0.3}}, 0.3, 0.5);
        TechnicalCoefficients now =
                technology(goods, Units.of("units"), new double[][] {{0.58, 0.2}, {0.08, 0.3}}, 0.18, 0.5);

        LabourValues before = Economy.of(old).labourValues("Labour");
        LabourValues after = Economy.of(now).labourValues("Labour");

        // λ1 (1 − a11) = λ2 a21 + l1, λ2 (1 − a22) = λ1 a12 + l2, solved by hand
        assertThat(before.perUnit().of("Means")).isCloseTo((0.3 * 0.7 + 0.5 * 0.1) / (0.5 * 0.7 - 0.02), within(1e-14));
        assertThat(after.perUnit().of("Means"))
                .isCloseTo((0.18 * 0.7 + 0.5 * 0.08) / (0.42 * 0.7 - 0.016), within(1e-14));
        assertExact(before.perUnit(), old);
        assertExact(after.perUnit(), now);
    }

    /** L. Pasinetti, Lectures on the Theory of Production (1977), ch. 4: wheat, iron and turkeys. */
    @Test
    void verticallyIntegratedSectorsOfPasinetti() {
        InputOutputTable table = InputOutputTable.builder("Wheat", "Iron", "Turkeys")
                .units(Units.perLabel("quarters", "tons", "gross"))
                .transactions(new double[][] {{186, 54, 30}, {12, 6, 3}, {9, 6, 15}})
                .finalDemand("Final", 180, 0, 30)
                .extension("Labour", "men", 18, 12, 30)
                .build();
        LabourValues values = Economy.of(table).labourValues("Labour");
        double[][] capacity = {
            {1.1640316205533598, 8.596837944664033, 2.0158102766798423},
            {0.08715415019762847, 0.7845849802371542, 0.17707509881422925},
            {0.09090909090909091, 0.9090909090909092, 0.4545454545454546}
        };

        assertThat(values.perUnit().values().toArray())
                .containsExactly(
                        new double[] {0.18181818181818182, 1.8181818181818183, 0.9090909090909092}, within(1e-14));
        for (int j = 0; j < 3; j++) {
            String product = table.industries().get(j).name();
            VerticallyIntegratedSector sector = values.verticallyIntegrated(product);
            assertThat(sector.labour().value()).isCloseTo(values.perUnit().at(j), within(1e-14));
            for (int i = 0; i < 3; i++) {
                assertThat(sector.productiveCapacity().at(i)).isCloseTo(capacity[i][j], within(1e-13));
                double own = i == j ? 1 : 0;
                assertThat(sector.outputs().at(i)).isCloseTo(own + capacity[i][j], within(1e-13));
            }
            assertThat(sector.stocks(Economy.of(table).coefficients().matrix()).toArray())
                    .containsExactly(sector.productiveCapacity().toArray(), within(1e-14));
        }
    }

    /** Eurostat Manual of Supply, Use and Input-Output Tables (2008), chapter 15: thousand persons per million EUR. */
    @Test
    void employmentInGermany1995() {
        Economy economy = Economy.of(Germany1995.table());

        LabourValues values = economy.labourValues(LabourAccount.of("Employment")
                .importing(ImportedInputs.row("Imports").keptApart()));

        assertThat(values.perUnit().values().toArray())
                .containsExactly(new double[] {0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242}, within(0.00005));
        AccountingIdentity identity =
                values.identity(Germany1995.table().finalDemand().total());
        assertThat(identity.embodied().value()).isCloseTo(36_428, within(1e-8));
        assertThat(identity.relativeDifference()).isLessThan(1e-14);
        assertThat(identity.holds()).isTrue();
        assertThat(values.report().notes())
                .anySatisfy(note -> assertThat(note).contains("stand beside them as imports()"));
        assertThat(values.embodiedIn(economy.demand(Map.of("Construction", 1000.0)))
                        .total())
                .isCloseTo(1000 * values.perUnit().of("Construction"), within(1e-12));
    }
}
