package org.leontief.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.leontief.solve.SparseMatrix;

class LabelledMatrixTest {

    private static final Labels ROWS = Labels.of("Coal", "Power");
    private static final Labels COLUMNS = Labels.of("Homes", "Trade", "Export");

    private static LabelledMatrix matrix(Units units) {
        return LabelledMatrix.of("Deliveries", ROWS, COLUMNS, units, SparseMatrix.of(new double[][] {
            {1, 0, 3}, {4, 5, 0}
        }));
    }

    @Test
    void cellsRowsAndColumnsByName() {
        LabelledMatrix matrix = matrix(Units.perLabel("t", "kWh"));

        assertThat(matrix.of("Power", "Trade")).isEqualTo(5);
        assertThat(matrix.of("Coal", "Trade")).isZero();
        assertThat(matrix.row("Power")).isEqualTo(LabelledVector.of("Power", COLUMNS, Units.of("kWh"), 4, 5, 0));
        assertThat(matrix.column("Homes"))
                .isEqualTo(LabelledVector.of("Homes", ROWS, Units.perLabel("t", "kWh"), 1, 4));
        assertThatThrownBy(() -> matrix.of("Powr", "Trade")).hasMessageContaining("Did you mean 'Power'?");
        assertThatThrownBy(() -> matrix.of("Power", "Coal")).hasMessageContaining("Known are: Homes, Trade, Export.");
    }

    @Test
    void totalsKeepToTheirUnits() {
        LabelledMatrix mixed = matrix(Units.perLabel("t", "kWh"));

        assertThat(mixed.rowTotals().toArray()).containsExactly(4, 9);
        assertThat(mixed.rowTotals().units()).isEqualTo(Units.perLabel("t", "kWh"));
        assertThatThrownBy(mixed::columnTotals).isInstanceOf(IllegalStateException.class);
        assertThat(matrix(Units.of("EUR")).columnTotals().toArray()).containsExactly(5, 5, 3);
    }

    @Test
    void theLabelsFitTheMatrix() {
        assertThatThrownBy(() -> LabelledMatrix.of("Z", ROWS, ROWS, Units.of("t"), SparseMatrix.zeros(2, 3)))
                .hasMessage("Z is 2 × 3 where there are 2 row labels and 2 column labels.");
        assertThatThrownBy(() ->
                        LabelledMatrix.of("Z", COLUMNS, ROWS, Units.perLabel("t", "kWh"), SparseMatrix.zeros(3, 2)))
                .hasMessageContaining("2 units for 3 labels");
    }

    @Test
    void equalMeansNameLabelsUnitsAndNumbers() {
        assertThat(matrix(Units.of("t")))
                .isEqualTo(matrix(Units.of("t")))
                .hasSameHashCodeAs(matrix(Units.of("t")))
                .isNotEqualTo(matrix(Units.of("kg")))
                .hasToString("Deliveries (t), 2 × 3 matrix, 4 entries not zero");
    }

    @Test
    void transposedIfItsUnitIsOne() {
        LabelledMatrix turned = matrix(Units.of("EUR")).transpose();

        assertThat(turned.rows()).isEqualTo(COLUMNS);
        assertThat(turned.of("Export", "Coal")).isEqualTo(3);
        assertThat(turned.transpose()).isEqualTo(matrix(Units.of("EUR")));
        assertThatThrownBy(() -> matrix(Units.perLabel("t", "kWh")).transpose())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'Deliveries' counts its rows in different units");
    }
}
