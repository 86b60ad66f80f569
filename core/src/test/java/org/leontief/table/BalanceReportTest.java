package org.leontief.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

class BalanceReportTest {

    /** Rows add up to 10, 20 and 40; columns to 10, 21 and 36; 41 is stated for the last. */
    private static InputOutputTableBuilder unbalanced() {
        return InputOutputTable.builder("Balanced", "Off by one", "Off by four")
                .unit("unit")
                .transactions(new double[][] {{1, 2, 3}, {2, 3, 5}, {3, 6, 1}})
                .finalDemand("Homes", 4, 10, 30)
                .valueAdded("Wages", 3, 8, 20)
                .valueAdded("Surplus", 1, 2, 7);
    }

    @Test
    void rowsColumnsAndStatedTotals() {
        BalanceReport balance = unbalanced()
                .statedOutput(10, 20, 41)
                .totals(TotalsPolicy.USE_COMPUTED, 0)
                .build()
                .balance();

        assertThat(balance.lines()).hasSize(3);
        BalanceReport.Line last = balance.lines().get(2);
        assertThat(last.rowTotal()).isEqualTo(40);
        assertThat(last.columnTotal()).hasValue(36);
        assertThat(last.statedTotal()).hasValue(41);
        assertThat(last.columnDifference()).isEqualTo(4);
        assertThat(last.statedDifference()).isEqualTo(-1);
        assertThat(last.largestDifference()).isEqualTo(4);
        assertThat(last.relativeDifference()).isCloseTo(4.0 / 41, within(1e-16));
        assertThat(balance.lines().get(1).columnDifference()).isEqualTo(-1);
    }

    @Test
    void theLargestDifferencesComeFirstAndAgreementIsLeftOut() {
        BalanceReport balance = unbalanced().build().balance();

        assertThat(balance.largest(10))
                .extracting(line -> line.industry().name())
                .containsExactly("Off by four", "Off by one");
        assertThat(balance.largest(1)).hasSize(1);
    }

    @Test
    void balancedWithinATolerance() {
        BalanceReport balance = unbalanced().build().balance();

        assertThat(balance.isBalanced(0.1)).isTrue();
        assertThat(balance.isBalanced(0.09)).isFalse();
        assertThatCode(() -> balance.requireBalanced(0.1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> balance.requireBalanced(0.09))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The table is not balanced within 0.09. Largest differences:\n")
                .hasMessageContaining("Off by four");
    }

    @Test
    void theReportReadsAsATable() {
        assertThat(unbalanced().build().balance().toString().lines())
                .containsExactly(
                        "Largest differences:",
                        "industry                                      row     row − column     row − stated",
                        "Off by four                                 40.00             4.00                –",
                        "Off by one                                  20.00            -1.00                –");
    }

    @Test
    void withoutValueAddedThereIsNoColumnTotal() {
        BalanceReport balance = InputOutputTable.builder("Coal", "Steel")
                .unit("unit")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .build()
                .balance();

        assertThat(balance.lines()).allSatisfy(line -> {
            assertThat(line.columnTotal()).isEmpty();
            assertThat(line.statedTotal()).isEmpty();
            assertThat(line.largestDifference()).isZero();
        });
        // It used to say that all totals agree.
        assertThat(balance)
                .hasToString("There is nothing to compare the row totals with: no stated outputs, and no value added in"
                        + " the unit of the table.");
    }

    @Test
    void columnsOfMixedUnitsAreNotAddedUp() {
        BalanceReport balance = InputOutputTable.builder("Coal", "Power")
                .units(Units.perLabel("t", "kWh"))
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .valueAdded("Wages", "EUR", 1, 1)
                .build()
                .balance();

        assertThat(balance.lines())
                .allSatisfy(line -> assertThat(line.columnTotal()).isEmpty());
    }

    /** Found by this test: hours were added to euros. */
    @Test
    void valueAddedInAUnitOfItsOwnIsNotAddedToMoney() {
        BalanceReport balance = InputOutputTable.builder("Coal", "Steel")
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand("Homes", 5, 6)
                .valueAdded("Wages", 4, 6)
                .valueAdded("Work", "hours", 1000, 2000)
                .build()
                .balance();

        assertThat(balance.lines())
                .allSatisfy(line -> assertThat(line.columnTotal()).isEmpty());
    }

    @Test
    void anEmptyIndustryIsBalanced() {
        BalanceReport balance = InputOutputTable.builder("Coal", "Nothing")
                .unit("unit")
                .transactions(new double[][] {{1, 0}, {0, 0}})
                .valueAdded("Wages", 0, 0)
                .build()
                .balance();

        assertThat(balance.lines().get(1).relativeDifference()).isZero();
        assertThat(balance.isBalanced(0)).isTrue();
    }

    /** Columns: 10 + 20 of home, 5 + 1 imported, 64 of value added for 100; where imports are in another unit nothing is added up. */
    @Test
    void importsByProductAreInputs() {
        Labels industries = Labels.of("Steel");
        InputOutputTableBuilder table = InputOutputTable.builder(industries)
                .unit("EUR")
                .transactions(new double[][] {{30}})
                .finalDemand("Final", 70)
                .valueAdded("Value added", 64);

        assertThat(table.build().balance().lines().get(0).columnDifference()).isEqualTo(6);
        table.imports(imports(industries, Units.of("EUR")));
        assertThat(table.build().balance().lines().get(0).columnDifference()).isZero();
        assertThatThrownBy(() -> table.imports(imports(industries, Units.of("EUR"))))
                .hasMessageContaining("given twice");

        InputOutputTable barrels = InputOutputTable.builder(industries)
                .unit("EUR")
                .transactions(new double[][] {{30}})
                .finalDemand("Final", 70)
                .valueAdded("Value added", 64)
                .imports(imports(industries, Units.of("barrels")))
                .build();
        assertThat(barrels.balance().lines().get(0).columnTotal()).isEmpty();
        assertThat(barrels.imports().orElseThrow().total().of("Oil")).isEqualTo(5);
        assertThat(barrels.toString()).contains("2 imported products");
    }

    private static LabelledMatrix imports(Labels industries, Units units) {
        return LabelledMatrix.of(
                "Zm", Labels.of("Oil", "Tea"), industries, units, SparseMatrix.of(new double[][] {{5}, {1}}));
    }
}
