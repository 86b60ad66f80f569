package org.leontief.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** The interregional model of Miller and Blair 2009, section 3.3: two regions with three and two sectors. */
class MillerBlairSection33Test {

    private static final double[][] Z = {
        {150, 500, 50, 25, 75},
        {200, 100, 400, 200, 100},
        {300, 500, 50, 60, 40},
        {75, 100, 60, 200, 250},
        {50, 25, 25, 150, 100}
    };

    private final RegionalEconomy economy = RegionalEconomy.of(table());

    private static InputOutputTable table() {
        Labels industries = Labels.ofLabels(List.of(
                new Label("r", "1"),
                new Label("r", "2"),
                new Label("r", "3"),
                new Label("s", "1"),
                new Label("s", "2")));
        double[] x = {1000, 2000, 1000, 1200, 800};
        // The book gives final demand of each region's products only; who uses them does not matter here.
        double[][] y = new double[5][2];
        for (int i = 0; i < 5; i++) {
            y[i][i < 3 ? 0 : 1] = x[i];
            for (double used : Z[i]) {
                y[i][i < 3 ? 0 : 1] -= used;
            }
        }
        return InputOutputTable.builder(industries)
                .unit("dollars")
                .transactions(Z)
                .finalDemand(Labels.ofRegions(List.of("r", "s"), List.of("Final demand")), SparseMatrix.of(y))
                .build();
    }

    private static void assertPrinted(LabelledMatrix block, double[][] printed) {
        assertThat(block.matrix().rows()).isEqualTo(printed.length);
        for (int i = 0; i < printed.length; i++) {
            for (int j = 0; j < printed[i].length; j++) {
                assertThat(block.matrix().get(i, j)).isCloseTo(printed[i][j], within(5.1e-5));
            }
        }
    }

    @Test
    void interregionalCoefficients() {
        assertPrinted(
                economy.coefficients("s").from("r"), new double[][] {{0.0208, 0.0938}, {0.1667, 0.125}, {0.05, 0.05}});
        assertPrinted(economy.coefficients("r").from("s"), new double[][] {{0.075, 0.05, 0.06}, {0.05, 0.0125, 0.025}});
        assertPrinted(economy.coefficients("s").domestic(), new double[][] {{0.1667, 0.3125}, {0.125, 0.125}});
        assertThat(economy.coefficients("r").imported())
                .usingRecursiveComparison()
                .ignoringFields("name")
                .isEqualTo(economy.coefficients("r").from("s"));
    }

    @Test
    void coefficientsByProductWhereverItIsMade() {
        LabelledMatrix technical = economy.coefficients("s").technical();
        assertThat(technical.rows()).isEqualTo(Labels.of("1", "2", "3"));
        assertThat(technical.of("1", "s / 2")).isEqualTo((75 + 250) / 800.0);
        assertThat(technical.of("3", "s / 1")).isEqualTo(60 / 1200.0);
        LabelledMatrix imported = economy.coefficients("r").importedByProduct();
        assertThat(imported.rows()).isEqualTo(Labels.of("1", "2"));
        assertThat(imported.of("2", "r / 1")).isEqualTo(0.05);
    }

    /** Demand of 100 for sector 1 of region r: Δx as printed, and the feedback that a model of r alone misses. */
    @Test
    void feedbackAndSpillovers() {
        InterregionalFeedback feedback = economy.feedback("r", Map.of("1", 100.0));
        assertThat(feedback.outputs().values().toArray())
                .containsExactly(new double[] {142.34, 63.46, 63.83, 26.72, 14.68}, within(0.005));
        assertThat(feedback.feedback().values().toArray())
                .containsExactly(new double[] {5.83230342038874, 10.728959283592992, 6.844168148353255}, within(1e-11));
        assertThat(feedback.spillovers().values().toArray())
                .containsExactly(new double[] {26.72, 14.68}, within(0.005));
        assertThat(feedback.feedback().isCertified()).isTrue();
    }

    @Test
    void tradeBetweenTheRegions() {
        RegionalTrade trade = economy.trade();
        assertThat(trade.intermediate().of("r", "s")).isEqualTo(25 + 75 + 200 + 100 + 60 + 40);
        assertThat(trade.forFinalUse().of("r", "s")).isZero();
        assertThat(trade.exports().of("s")).isEqualTo(75 + 100 + 60 + 50 + 25 + 25);
        assertThat(trade.imports().of("s")).isEqualTo(500);
        assertThat(trade.balance().of("r")).isEqualTo(165);
        assertThat(trade.balance("s", "r")).isEqualTo(-165);
        assertThat(trade.exportsByProduct("r").toArray()).containsExactly(100, 300, 100);
        assertThat(trade.exportsByProduct("s", "r").toArray()).containsExactly(235, 100);
        assertThat(trade.flows().of("r", "r"))
                .isEqualTo(
                        trade.intermediate().of("r", "r") + trade.forFinalUse().of("r", "r"));
    }
}
