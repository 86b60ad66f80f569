package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;

/** Grades, reduction, depreciation and imports, against exact arithmetic on systems written down by hand. */
class LabourAccountTest {

    private static final String SKILLED = "Skilled";
    private static final String SIMPLE = "Simple";

    private static final Labels GOODS = Labels.of("Machines", "Bread");

    private static final double[][] A = {{0.2, 0.1}, {0.05, 0.3}};
    private static final double[][] ROWS = {{0.4, 0.1}, {0.3, 0.6}, {0.1, 0.05}, {0.08, 0.02}, {3, 2}};

    private static final Economy ECONOMY = Economy.of(TechnicalCoefficients.of(
            LabelledMatrix.of("A", GOODS, GOODS, Units.of("EUR"), SparseMatrix.of(A)),
            LabelledMatrix.of(
                    "Rows",
                    Labels.of(SKILLED, SIMPLE, "Imports", "Consumption of fixed capital", "Wages"),
                    GOODS,
                    Units.perLabel("hours", "hours", "EUR", "EUR", "EUR"),
                    SparseMatrix.of(ROWS))));

    private static final LabourAccount BOTH = LabourAccount.of(SKILLED, SIMPLE)
            .importing(ImportedInputs.row("Imports").keptApart());

    private static double[][] matrix(double[]... rows) {
        return rows;
    }

    /** y = y M + row, exactly. */
    private static ExactArithmetic.Rational[] exact(double[][] m, double... row) {
        return ExactArithmetic.solve(SparseMatrix.of(m).transpose(), row);
    }

    private static void assertFirst(BoundedVector values, ExactArithmetic.Rational[] exact) {
        for (int j = 0; j < values.labels().size(); j++) {
            ExactArithmetic.assertWithin(values.at(j), values.errorBoundAt(j), exact[j]);
            assertThat(values.errorBoundAt(j)).isLessThan(1e-14);
        }
    }

    @Test
    void everyGradeHasItsOwnValues() {
        LabourValues values = ECONOMY.labourValues(BOTH);

        assertThat(values.grades()).containsExactly(SKILLED, SIMPLE);
        assertFirst(values.perUnit(SKILLED), exact(A, ROWS[0]));
        assertFirst(values.perUnit(SIMPLE), exact(A, ROWS[1]));
        assertThat(values.direct(SIMPLE).of("Bread")).isEqualTo(0.6);
        assertThat(values.ofGrade(SKILLED).byRound("Bread", 1).parts().get(0).amount())
                .isEqualTo(0.1);
    }

    @Test
    void givenWeightsAndWagesWeighTheRows() {
        LabourValues byWeight =
                ECONOMY.labourValues(BOTH.reducedBy(Reduction.weights(Map.of(SKILLED, 2.0, SIMPLE, 1.0))));
        LabourValues byWage =
                ECONOMY.labourValues(BOTH.reducedBy(Reduction.wages(SIMPLE, Map.of(SKILLED, 30.0, SIMPLE, 15.0))));

        for (int j = 0; j < 2; j++) {
            double sum = 2 * byWeight.perUnit(SKILLED).at(j)
                    + byWeight.perUnit(SIMPLE).at(j);
            assertThat(byWeight.perUnit().at(j)).isCloseTo(sum, within(1e-15));
        }
        assertThat(byWage.perUnit().values().toArray())
                .isEqualTo(byWeight.perUnit().values().toArray());
        assertThat(byWage.weights().of(SKILLED)).isEqualTo(2);
        assertThat(byWeight.direct().of("Machines")).isCloseTo(1.1, within(1e-15));
    }

    /** An hour of those trained: itself, a quarter of an hour of simple and a tenth of skilled time: 1.25 / 0.9. */
    @Test
    void trainingTimeIsReducedInItsTurn() {
        LabourValues values = ECONOMY.labourValues(
                BOTH.reducedBy(Reduction.training(Training.of(SKILLED, Map.of(SKILLED, 0.1, SIMPLE, 0.25)))));

        BoundedVector weights = values.weights();
        assertThat(weights.of(SKILLED)).isCloseTo(1.25 / 0.9, within(weights.errorBound(SKILLED) + 3e-16));
        assertThat(weights.of(SIMPLE)).isEqualTo(1);
        for (int j = 0; j < 2; j++) {
            double sum = 1.25 / 0.9 * values.perUnit(SKILLED).at(j)
                    + values.perUnit(SIMPLE).at(j);
            assertThat(values.perUnit().at(j)).isCloseTo(sum, within(2e-15));
        }
        LabelledVector demand = ECONOMY.demand(Map.of("Bread", 100.0, "Machines", 7.0));
        assertThat(values.identity(demand).relativeDifference()).isLessThan(1e-14);
        assertThat(values.identity(demand).holds()).isTrue();
    }

    /** Books for training are made by those who were trained: λ = λA + wL and w = 1 + wT + λE at once. */
    @Test
    void productsUsedInTrainingAreLabourToo() {
        LabourValues values = ECONOMY.labourValues(BOTH.reducedBy(
                Reduction.training(Training.of(SKILLED, Map.of(SIMPLE, 0.25)).using(Map.of("Bread", 0.2)))));
        double[][] all = matrix(
                new double[] {0.2, 0.1, 0, 0},
                new double[] {0.05, 0.3, 0.2, 0},
                new double[] {0.4, 0.1, 0, 0},
                new double[] {0.3, 0.6, 0.25, 0});

        ExactArithmetic.Rational[] exact = exact(all, 0, 0, 1, 1);

        assertFirst(values.perUnit(), exact);
        ExactArithmetic.assertWithin(
                values.weights().of(SKILLED), values.weights().errorBound(SKILLED), exact[2]);
        assertThat(values.weights().of(SKILLED)).isGreaterThan(1.25);
        assertThat(values.byIndustry("Bread", 2).parts().stream()
                        .mapToDouble(LabourBreakdown.Part::amount)
                        .sum())
                .isCloseTo(values.perUnit().of("Bread"), within(1e-14));
    }

    @Test
    void payBecomesHours() {
        LabourValues values = ECONOMY.labourValues(LabourAccount.weightedByPay("Wages", 20, "hours")
                .importing(ImportedInputs.row("Imports").keptApart()));

        assertThat(values.direct().of("Machines")).isEqualTo(0.15);
        assertThat(values.perUnit().values().units().common()).isEqualTo("hours per EUR");
        assertFirst(values.perUnit(), exact(A, 0.15, 0.1));
    }

    @Test
    void depreciationIsAnInput() {
        LabelledMatrix wear = LabelledMatrix.of(
                "Wear",
                Labels.of("Machines"),
                Labels.of("Bread", "Machines"),
                Units.of("EUR"),
                SparseMatrix.of(new double[][] {{0.03, 0.125}}));

        LabourValues values = ECONOMY.labourValues(LabourAccount.of(SIMPLE)
                .importing(ImportedInputs.row("Imports").keptApart())
                .withDepreciation(wear));

        assertFirst(
                values.perUnit(),
                exact(matrix(new double[] {0.2 + 0.125, 0.1 + 0.03}, new double[] {0.05, 0.3}), ROWS[1]));
        LabelledVector demand = ECONOMY.demand(Map.of("Bread", 100.0));
        assertThat(values.identity(demand).holds()).isTrue();
    }

    /** 0.08 and 0.02 of fixed capital, replaced by three machines to one bread: D = b δᵀ. */
    @Test
    void fixedCapitalIsReplacedLikeInvestment() {
        LabourValues values = ECONOMY.labourValues(LabourAccount.of(SIMPLE)
                .importing(ImportedInputs.row("Imports").keptApart())
                .withDepreciation(
                        "Consumption of fixed capital", ECONOMY.demand(Map.of("Machines", 30.0, "Bread", 10.0))));
        double[][] all =
                matrix(new double[] {0.2, 0.1, 0.75}, new double[] {0.05, 0.3, 0.25}, new double[] {0.08, 0.02, 0});

        assertFirst(values.perUnit(), exact(all, 0.3, 0.6, 0));
        // the same as with b δᵀ written out
        assertFirst(
                values.perUnit(),
                exact(matrix(new double[] {0.2, 0.1, 0.75}, new double[] {0.05, 0.3, 0.25}, all[2]), 0.3, 0.6, 0));
        double[][] whole = {{0.2 + 0.75 * 0.08, 0.1 + 0.75 * 0.02}, {0.05 + 0.25 * 0.08, 0.3 + 0.25 * 0.02}};
        assertThat(values.perUnit().of("Bread")).isCloseTo(exact(whole, ROWS[1])[1].doubleValue(), within(1e-14));
    }

    @Test
    void exportsPayForImports() {
        LabelledVector exports = ECONOMY.demand(Map.of("Machines", 40.0));
        ImportedInputs row = ImportedInputs.row("Imports");
        LabourAccount simple = LabourAccount.of(SIMPLE);

        LabourValues paid = ECONOMY.labourValues(simple.importing(row.paidForByExports(exports, 32)));
        LabourValues apart = ECONOMY.labourValues(simple.importing(row.keptApart()));

        // with the value of imports kept apart: λ_m = λ⁰·e / (V − μ·e)
        double perImport =
                40 * apart.perUnit().of("Machines") / (32 - 40 * apart.imports().of("Machines"));
        assertThat(paid.perUnitOfImports().value()).isCloseTo(perImport, within(1e-14));
        double[][] all =
                matrix(new double[] {0.2, 0.1, 1.25}, new double[] {0.05, 0.3, 0}, new double[] {0.1, 0.05, 0});
        ExactArithmetic.Rational[] exact = exact(all, 0.3, 0.6, 0);
        assertFirst(paid.perUnit(), exact);
        ExactArithmetic.assertWithin(
                paid.perUnitOfImports().value(), paid.perUnitOfImports().errorBound(), exact[2]);
        assertFirst(apart.imports(), exact(A, ROWS[2]));
        assertFirst(apart.perUnit(), exact(A, ROWS[1]));
        assertThat(apart.report().notes()).anySatisfy(note -> assertThat(note).contains("imports()"));
        assertThat(paid.identity(ECONOMY.demand(Map.of("Bread", 9.0))).holds()).isTrue();
        // a dollar for a dollar
        assertThat(ECONOMY.labourValues(simple.importing(row.paidForByExports(exports)))
                        .perUnitOfImports()
                        .value())
                .isCloseTo(perImportAtPar(apart), within(1e-14));
    }

    private static double perImportAtPar(LabourValues apart) {
        return apart.perUnit().of("Machines") / (1 - apart.imports().of("Machines"));
    }

    /** More is imported to make the exports than they pay for. */
    @Test
    void exportsThatDoNotPayAreNamed() {
        LabelledVector exports = ECONOMY.demand(Map.of("Machines", 40.0));
        assertThatThrownBy(() -> ECONOMY.labourValues(LabourAccount.of(SIMPLE)
                        .importing(ImportedInputs.row("Imports").paidForByExports(exports, 2))))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("Imports paid for by exports");
    }

    @Test
    void importsByProductMayBeMadeAtHomeAndTheirValueMayNot() {
        LabelledMatrix imported = LabelledMatrix.of(
                "Imported", Labels.of("Bread"), GOODS, Units.of("EUR"), SparseMatrix.of(new double[][] {{20, 5}}));
        LabelledVector output = LabelledVector.of("Output", GOODS, Units.of("EUR"), 200, 100);

        LabourValues home = ECONOMY.labourValues(LabourAccount.of(SIMPLE)
                .importing(ImportedInputs.flows(imported, output).asProducedAtHome()));

        assertFirst(
                home.perUnit(), exact(matrix(new double[] {0.2, 0.1}, new double[] {0.05 + 0.1, 0.3 + 0.05}), ROWS[1]));
        assertThatThrownBy(() -> ImportedInputs.row("Imports").asProducedAtHome())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("which products");
        assertThatThrownBy(() -> ImportedInputs.flows(imported, output.with("Bread", 0)))
                .hasMessageContaining("'Bread' has imported inputs");
        LabelledMatrix negative = LabelledMatrix.of(
                "M", Labels.of("Bread"), GOODS, Units.of("EUR"), SparseMatrix.of(new double[][] {{0.1, -0.05}}));
        assertThatThrownBy(() -> ImportedInputs.coefficients(negative))
                .hasMessageContaining("Imported 'Bread' in 'Bread' is -0.05");
        assertThatThrownBy(home::imports).hasMessageContaining("not kept apart").hasMessageContaining("keptApart()");
    }

    @Test
    void whatARuleDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> ECONOMY.labourValues(BOTH.reducedBy(Reduction.weights(Map.of(SKILLED, 2.0)))))
                .hasMessageContaining("'" + SIMPLE + "'");
        assertThatThrownBy(() -> ECONOMY.labourValues(
                        BOTH.reducedBy(Reduction.training(Training.of("Teachers", Map.of(SIMPLE, 1.0))))))
                .hasMessageContaining("'Teachers'");
        assertThatThrownBy(() -> Reduction.wages(SIMPLE, Map.of(SKILLED, 3.0))).hasMessageContaining("missing");
    }
}
