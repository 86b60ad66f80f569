package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.label.BoundedVector;
import org.leontief.table.BalanceReport;
import org.leontief.table.InputOutputTable;

/** Eurostat, Manual of Supply, Use and Input-Output Tables (2008), chapter 15. */
class GermanTableTest {

    @Test
    void printedMultipliersOfTheManual() throws IOException {
        Economy economy = Economy.of(GermanTable.read());
        assertPrinted(economy.outputMultipliers(), 1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782);
        assertPrinted(economy.multipliers("Employment"), .0326, .0162, .0207, .0237, .0112, .0242);
    }

    @Test
    void theMisprintIsTheOnlyImbalance() throws IOException {
        InputOutputTable table = GermanTable.read();
        assertThat(table.balance().largest(6)).singleElement().satisfies(line -> {
            assertThat(line.industry()).hasToString("Manufacturing");
            assertThat(line.statedDifference()).isEqualTo(46);
            assertThat(line.columnDifference()).isZero();
        });
        assertThat(table.balance().lines())
                .extracting(BalanceReport.Line::columnDifference)
                .containsOnly(0.0);
        assertThat(table.grossOutput().of("Manufacturing")).isEqualTo(1_079_446);
    }

    private static void assertPrinted(BoundedVector computed, double... printed) {
        for (int i = 0; i < printed.length; i++) {
            assertThat(computed.at(i)).isCloseTo(printed[i], within(0.00005));
            assertThat(computed.errorBoundAt(i)).isLessThan(1e-14);
        }
    }
}
