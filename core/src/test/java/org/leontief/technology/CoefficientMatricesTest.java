package org.leontief.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** Coefficients entered as matrices keep to their labels; those of a table keep its parts. */
class CoefficientMatricesTest {

    private static final Units EUR = Units.of("EUR");
    private static final SparseMatrix A = SparseMatrix.of(new double[][] {{0.1, 0.2}, {0.3, 0.4}});

    private static LabelledMatrix matrix(Labels rows, Labels columns) {
        return LabelledMatrix.of("A", rows, columns, EUR, A);
    }

    private static LabelledMatrix work(Labels columns) {
        return LabelledMatrix.of(
                "S", Labels.of("Work"), columns, Units.of("hours"), SparseMatrix.of(new double[][] {{1, 2}}));
    }

    @Test
    void rowsAndColumnsAreTheSameProducts() {
        Labels coalSteel = Labels.of("Coal", "Steel");

        assertThatThrownBy(
                        () -> TechnicalCoefficients.of(matrix(coalSteel, Labels.of("Coal", "Wine")), work(coalSteel)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageStartingWith("The labels of the columns of 'A' do not match; missing there: Steel; not known"
                        + " here: Wine");
        assertThatThrownBy(
                        () -> TechnicalCoefficients.of(matrix(coalSteel, Labels.of("Steel", "Coal")), work(coalSteel)))
                .hasMessage("The rows and columns of 'A' have the same labels in different orders.");
    }

    @Test
    void extensionsAreOfTheSameProducts() {
        Labels coalSteel = Labels.of("Coal", "Steel");

        assertThatThrownBy(
                        () -> TechnicalCoefficients.of(matrix(coalSteel, coalSteel), work(Labels.of("Coal", "Wine"))))
                .hasMessageStartingWith("The labels of 'S' do not match; missing there: Steel");
        assertThatThrownBy(
                        () -> TechnicalCoefficients.of(matrix(coalSteel, coalSteel), work(Labels.of("Steel", "Coal"))))
                .hasMessage("The columns of 'S' and of 'A' have the same labels in different orders.");
    }

    @Test
    void extensionsAndThenValueAdded() {
        TechnicalCoefficients technology = TechnicalCoefficients.of(InputOutputTable.builder("Coal", "Steel")
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand("Homes", 7, 13)
                .valueAdded("Wages", 6, 14)
                .extension("Work", "hours", 20, 30)
                .build());

        assertThat(technology.extensions().rows()).isEqualTo(Labels.of("Work", "Wages"));
        assertThat(technology.extensions().rowUnits()).isEqualTo(Units.perLabel("hours", "EUR"));
        assertThat(technology.extension("Wages").toArray()).containsExactly(0.6, 0.7);
        assertThat(technology.extension("Wages").units()).isEqualTo(Units.NONE);
        assertThat(technology.extension("Work").toArray()).containsExactly(2, 1.5);
        assertThat(technology.notes()).isEmpty();
        assertThat(technology).hasToString("Technical coefficients of 2 products, 4 not zero");
        assertThatThrownBy(() -> technology.extension("Wage")).hasMessageContaining("Did you mean 'Wages'?");
    }
}
