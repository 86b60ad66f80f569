package org.leontief.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/** What is wrong with a table is said with the label, the place and the number. */
class TableMessagesTest {

    private static InputOutputTableBuilder builder() {
        return InputOutputTable.builder("Coal", "Steel").unit("unit").transactions(new double[][] {{1, 2}, {3, 4}});
    }

    @Test
    void missingNumbersInTransactions() {
        String message = "Transactions for 'Steel' is NaN (row 2, column 'Coal'); a finite number is needed. Maybe a"
                + " missing value?";
        double[][] z = {{1, 2}, {Double.NaN, 4}};
        DMatrixSparseCSC sparse = new DMatrixSparseCSC(2, 2, 1);
        sparse.set(1, 0, Double.NaN);

        assertThatThrownBy(() -> builder().transactions(z))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> builder().transactions(new DMatrixRMaj(z))).hasMessage(message);
        assertThatThrownBy(() -> builder().transactions(sparse)).hasMessage(message);
    }

    @Test
    void missingNumbersInTheOtherParts() {
        assertThatThrownBy(() -> builder().finalDemand("Households", 1, Double.NaN))
                .hasMessage("Final demand for 'Steel' is NaN (row 2, column 'Households'); a finite number is needed."
                        + " Maybe a missing value?");
        assertThatThrownBy(() -> builder().valueAdded("Wages", Double.POSITIVE_INFINITY, 1))
                .hasMessage("Value added 'Wages' of 'Coal' is Infinity; a finite number is needed. Maybe a missing"
                        + " value?");
        assertThatThrownBy(() -> builder().extension("CO2", "t", 1, Double.NaN))
                .hasMessage("Extension 'CO2' of 'Steel' is NaN; a finite number is needed. Maybe a missing value?");
        assertThatThrownBy(() -> builder().statedOutput(1, Double.NaN))
                .hasMessageStartingWith("Stated output for 'Steel' is NaN");
    }

    @Test
    void wrongLengths() {
        assertThatThrownBy(() -> builder().transactions(new double[][] {{1, 2}}))
                .hasMessage("Transactions has 1 rows for 2 labels.");
        assertThatThrownBy(() -> builder().transactions(new double[][] {{1, 2}, {3}}))
                .hasMessage("Transactions for 'Steel' has 1 entries for 2 columns.");
        assertThatThrownBy(() -> builder().transactions(new DMatrixRMaj(3, 2)))
                .hasMessage("The transactions are 3 × 2; for 2 industries 2 × 2 are needed.");
        assertThatThrownBy(() -> builder().transactions(new DMatrixSparseCSC(2, 3)))
                .hasMessage("The transactions are 2 × 3; for 2 industries 2 × 2 are needed.");
        assertThatThrownBy(() -> builder().transactions(SparseMatrix.zeros(2, 3)))
                .hasMessage("The transactions are 2 × 3; for 2 industries 2 × 2 are needed.");
        assertThatThrownBy(() -> builder().finalDemand("Households", 1))
                .hasMessage("Final demand 'Households' has 1 entries for 2 industries.");
        assertThatThrownBy(() -> builder().valueAdded("Wages", 1, 2, 3))
                .hasMessage("Value added 'Wages' has 3 entries for 2 industries.");
        assertThatThrownBy(() -> builder().extension("CO2", "t", 1))
                .hasMessage("Extension 'CO2' has 1 entries for 2 industries.");
        assertThatThrownBy(() -> builder().statedOutput(1)).hasMessage("Stated output has 1 rows for 2 industries.");
        assertThatThrownBy(() -> builder().units(Units.perLabel("t", "kWh", "l")))
                .hasMessageStartingWith("There are 3 units for 2 labels");
        assertThatThrownBy(() -> builder().finalDemand(Labels.of("Homes"), SparseMatrix.zeros(3, 1)))
                .hasMessage("Final demand is 3 × 1 where there are 2 row labels and 1 column labels.");
    }

    @Test
    void repeatedLabels() {
        assertThatThrownBy(() -> InputOutputTable.builder("Coal", "Coal"))
                .hasMessageStartingWith("The label 'Coal' stands twice");
        assertThatThrownBy(() -> builder()
                        .finalDemand("Households", 1, 1)
                        .finalDemand("Households", 2, 2)
                        .build())
                .hasMessageStartingWith("The label 'Households' stands twice");
        assertThatThrownBy(() -> builder()
                        .extension("CO2", "t", 1, 1)
                        .extension("CO2", "t", 1, 1)
                        .build())
                .hasMessageStartingWith("The label 'CO2' stands twice");
    }

    @Test
    void oneNameForValueAddedAndAnExtension() {
        assertThatThrownBy(() -> builder()
                        .valueAdded("Labour", 1, 1)
                        .extension("Labour", "hours", 2, 2)
                        .build())
                .hasMessage("'Labour' names both a row of value added and an extension; results are asked for by name,"
                        + " so it can be only one of them.");
    }

    @Test
    void whatIsMissingOrGivenTwice() {
        assertThatThrownBy(() -> InputOutputTable.builder("Coal").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A table needs its transactions Z; call transactions(...) first.");
        assertThatThrownBy(() -> InputOutputTable.builder()).hasMessage("A table needs at least one industry.");
        assertThatThrownBy(() -> builder()
                        .finalDemand("Homes", 1, 1)
                        .finalDemand(Labels.of("Export"), SparseMatrix.zeros(2, 1))
                        .build())
                .hasMessage("Final demand: given both as a matrix and column by column.");
        assertThatThrownBy(() -> builder()
                        .extension("CO2", "t", 1, 1)
                        .extensions(Labels.of("CH4"), Units.of("t"), SparseMatrix.zeros(1, 2))
                        .build())
                .hasMessage("Extensions: given both as a matrix and row by row.");
    }

    /** The message used to speak of sums; what is needed is a unit. */
    @Test
    void valueAddedBesideMixedUnitsNeedsAUnitOfItsOwn() {
        assertThatThrownBy(() -> builder()
                        .units(Units.perLabel("t", "kWh"))
                        .valueAdded("Wages", 1, 1)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Value added 'Wages' needs a unit of its own, for the products are in different units (t,"
                        + " kWh): valueAdded(\"Wages\", \"million EUR\", …).");
    }

    @Test
    void aToleranceIsZeroOrMore() {
        for (double tolerance : List.of(-1.0, Double.NaN)) {
            assertThatThrownBy(() -> builder().totals(TotalsPolicy.USE_STATED, tolerance))
                    .hasMessage("A tolerance of " + tolerance + " cannot be; it is 0 or more.");
        }
    }

    @Test
    void aTableSaysItsUnit() {
        assertThatThrownBy(() -> InputOutputTable.builder("Coal")
                        .transactions(new double[][] {{1}})
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A table says its unit; call unit(\"million EUR\") or units(...) first.");
    }
}
