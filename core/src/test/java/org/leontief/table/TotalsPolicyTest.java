package org.leontief.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.Germany1995;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The Eurostat Manual (2008), chapter 15, prints 1 079 400 as total use of manufacturing in Germany 1995; its row adds up
 * to 1 079 446.
 */
class TotalsPolicyTest {

    private static InputOutputTableBuilder misprinted() {
        return Germany1995.builder().statedOutput(43910, 1079400, 245606, 540063, 692487, 508918);
    }

    @Test
    void aMisprintIsRefusedByDefault() {
        assertThatThrownBy(() -> misprinted().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The stated gross output of 'Manufacturing' is 1079400.0, but its row adds up to 1079446.0."
                        + " Decide which counts: totals(TotalsPolicy.USE_COMPUTED) or"
                        + " totals(TotalsPolicy.USE_STATED); or allow a larger difference.");
    }

    @Test
    void aToleranceLetsItPassAndTheCellsCount() {
        // 46 / 1 079 446 is 4.26e-5.
        InputOutputTable table =
                misprinted().totals(TotalsPolicy.REFUSE_DIFFERENCES, 4.3e-5).build();

        assertThat(table.grossOutput().of("Manufacturing")).isEqualTo(1_079_446);
        assertThatThrownBy(() -> misprinted()
                        .totals(TotalsPolicy.REFUSE_DIFFERENCES, 4.2e-5)
                        .build())
                .hasMessageContaining("'Manufacturing'");
    }

    @Test
    void theCellsMayCount() {
        InputOutputTable table =
                misprinted().totals(TotalsPolicy.USE_COMPUTED, 0).build();

        assertThat(table.grossOutput().of("Manufacturing")).isEqualTo(1_079_446);
        assertThat(table.grossOutput().name()).isEqualTo("Gross output");
        assertThat(table.statedOutput().orElseThrow().of("Manufacturing")).isEqualTo(1_079_400);
    }

    @Test
    void theStatedTotalsMayCount() {
        InputOutputTable table = misprinted().totals(TotalsPolicy.USE_STATED, 0).build();

        assertThat(table.grossOutput().of("Manufacturing")).isEqualTo(1_079_400);
        assertThat(table.grossOutput().name()).isEqualTo("Gross output");
        assertThat(TechnicalCoefficients.of(table).matrix().of("Manufacturing", "Manufacturing"))
                .isEqualTo(304584.0 / 1079400);
    }

    /** Counted or not, the difference is reported. */
    @Test
    void theMisprintIsInTheBalanceReport() {
        for (TotalsPolicy policy : new TotalsPolicy[] {TotalsPolicy.USE_COMPUTED, TotalsPolicy.USE_STATED}) {
            BalanceReport balance = misprinted().totals(policy, 0).build().balance();

            assertThat(balance.largest(10)).singleElement().satisfies(line -> {
                assertThat(line.industry()).hasToString("Manufacturing");
                assertThat(line.statedDifference()).isEqualTo(46);
                assertThat(line.columnDifference()).isZero();
                assertThat(line.relativeDifference()).isCloseTo(46.0 / 1_079_446, within(1e-18));
            });
        }
    }

    @Test
    void statedTotalsThatAgreeChangeNothing() {
        InputOutputTable table = Germany1995.builder()
                .statedOutput(43910, 1079446, 245606, 540063, 692487, 508918)
                .build();

        assertThat(table.balance()).hasToString("All totals agree exactly.");
        assertThat(table.balance().isBalanced(0)).isTrue();
    }
}
