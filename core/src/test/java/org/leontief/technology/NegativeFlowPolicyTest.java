package org.leontief.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** By-products and the product-technology compilation leave negative transactions. */
class NegativeFlowPolicyTest {

    private static InputOutputTable table() {
        return InputOutputTable.builder("Power", "Heat")
                .unit("unit")
                .transactions(new double[][] {{10, 20}, {-5, 5}})
                .finalDemand("Homes", 70, 100)
                .build();
    }

    @Test
    void negativeTransactionsAreKeptAndNoted() {
        TechnicalCoefficients technology = TechnicalCoefficients.of(table());

        assertThat(technology.matrix().of("Heat", "Power")).isEqualTo(-0.05);
        assertThat(technology.notes())
                .containsExactly("'Heat' to 'Power' (-5): negative transactions, kept as they stand.");
    }

    @Test
    void negativeTransactionsMayBeRefused() {
        TechnologyOptions refuse = TechnologyOptions.defaults().withNegativeFlows(NegativeFlowPolicy.REFUSE);

        assertThatThrownBy(() -> TechnicalCoefficients.of(table(), refuse))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Heat' to 'Power' (-5): negative transactions. Mend the table, or decide for"
                        + " NegativeFlowPolicy.KEEP.");
    }

    @Test
    void boundsRestOnAbsoluteValues() {
        Economy economy = Economy.of(table());

        GrossOutputPlan plan = economy.plan(table().finalDemand().total());

        ExactArithmetic.assertWithinBounds(
                plan.grossOutput(),
                ExactArithmetic.solve(economy.coefficients().matrix().matrix(), 70, 100),
                1e-13);
    }

    /** ρ(|A|) is above 1 here, so nothing can be proved; the equations have an answer all the same, and it says so. */
    @Test
    void withoutProofThereIsAPlanWithoutBounds() {
        Economy economy = Economy.of(TechnicalCoefficients.of(
                Labels.of("Power", "Heat"), Units.of("GWh"), SparseMatrix.of(new double[][] {{0.1, 2.0}, {-0.9, 0.1}
                })));

        GrossOutputPlan plan = economy.plan(economy.demand(Map.of("Power", 10.0)));

        assertThat(economy.viability().isViable()).isFalse();
        assertThat(economy.viability().explanation()).startsWith("It could not be proved that the economy is viable: ");
        assertThatThrownBy(() -> economy.viability().proof())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Nothing is proved: ");
        assertThat(plan.grossOutput().isCertified()).isFalse();
        assertThat(plan.summary()).contains("No bound is guaranteed: ").contains("unknown");
        assertThat(plan.extensionNames()).isEmpty();
    }

    /** Both rows of I − A are (0.5, 0.5): singular, which is not the same as not viable. */
    @Test
    void aSingularSystemIsCalledSingular() {
        Economy economy = Economy.of(TechnicalCoefficients.of(
                Labels.of("Power", "Heat"), Units.of("GWh"), SparseMatrix.of(new double[][] {{0.5, -0.5}, {-0.5, 0.5}
                })));

        assertThatThrownBy(() -> economy.plan(economy.demand(Map.of("Power", 10.0))))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("I − A is singular to working precision");
    }
}
