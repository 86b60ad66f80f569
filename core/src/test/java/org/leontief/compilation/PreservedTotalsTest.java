package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/** The check behind every compilation and aggregation: what is lost is named, what is rounded is not. */
class PreservedTotalsTest {

    private static final Labels ROWS = Labels.of("Wages", "Taxes");

    private static LabelledMatrix matrix(Labels columns, double[][] cells) {
        return LabelledMatrix.of("Value added", ROWS, columns, Units.of("EUR"), SparseMatrix.of(cells));
    }

    @Test
    void aLostEntryIsNamed() {
        PreservedTotals totals = new PreservedTotals();

        totals.compareRows(
                "Value added",
                matrix(Labels.of("A", "B"), new double[][] {{1, 2}, {3, -1}}),
                matrix(Labels.of("C"), new double[][] {{3}, {3}}));

        assertThatThrownBy(totals::requireKept)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Value added of 'Taxes': 2.0 before, 3.0 after");
    }

    @Test
    void roundingIsTold() {
        PreservedTotals totals = new PreservedTotals();

        totals.compareColumns(
                "Final demand",
                matrix(Labels.of("A"), new double[][] {{1}, {3}}),
                matrix(Labels.of("A"), new double[][] {{2}, {2 + 4e-15}}));

        assertThat(totals.requireKept()).isCloseTo(1e-15, within(2e-16));
    }
}
