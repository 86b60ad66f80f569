package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** After Miller and Blair 2009, section 3.3: region r with three sectors, region s with two, and trade between them. */
class MillerBlairInterregionalTest {

    private static final Offset<Double> PRINTED = within(0.00005);

    private static final double[][] Z = {
        {150, 500, 50, 25, 75},
        {200, 100, 400, 200, 100},
        {300, 500, 50, 60, 40},
        {75, 100, 60, 200, 250},
        {50, 25, 25, 150, 100}
    };

    private static Economy economy() {
        Labels industries = Labels.ofLabels(List.of(
                new Label("r", "1"),
                new Label("r", "2"),
                new Label("r", "3"),
                new Label("s", "1"),
                new Label("s", "2")));
        return Economy.of(InputOutputTable.builder(industries)
                .unit("dollars")
                .transactions(Z)
                // What gross outputs of 1000, 2000, 1000, 1200 and 800 leave.
                .finalDemand("Final users", 200, 1000, 50, 515, 450)
                .statedOutput(1000, 2000, 1000, 1200, 800)
                .build());
    }

    @Test
    void tradeCoefficientsAreAskedForByRegion() {
        LabelledMatrix a = economy().coefficients().matrix();

        assertThat(a.of("r / 1", "s / 1")).isCloseTo(0.0208, PRINTED);
        assertThat(a.of("r / 2", "s / 2")).isCloseTo(0.1250, PRINTED);
        assertThat(a.of("s / 1", "r / 3")).isCloseTo(0.0600, PRINTED);
        assertThat(a.of("s / 2", "r / 2")).isCloseTo(0.0125, PRINTED);
        assertThat(a.of("s / 1", "s / 2")).isCloseTo(0.3125, PRINTED);
        assertThat(economy().industries().regions()).containsExactly("r", "s");
    }

    @Test
    void leontiefInverseOfBothRegions() {
        double[] printed = {
            1.4234, 0.4652, 0.2909, 0.1917, 0.3041,
            0.6346, 1.4237, 0.6707, 0.4092, 0.4558,
            0.6383, 0.5369, 1.3363, 0.2501, 0.3108,
            0.2672, 0.2000, 0.1973, 1.3406, 0.5473,
            0.1468, 0.0908, 0.0926, 0.2155, 1.2538
        };

        LeontiefInverse inverse = economy().leontiefInverse();

        assertThat(inverse.toDense().data).containsExactly(printed, PRINTED);
    }

    @Test
    void demandInOneRegionIsFeltInTheOther() {
        Economy economy = economy();

        BoundedVector output =
                economy.plan(economy.demand(Map.of("r / 1", 100.0))).grossOutput();

        assertThat(output.of("r", "1")).isCloseTo(142.34, within(0.005));
        assertThat(output.of("r", "2")).isCloseTo(63.46, within(0.005));
        assertThat(output.of("r", "3")).isCloseTo(63.83, within(0.005));
        assertThat(output.of("s", "1")).isCloseTo(26.72, within(0.005));
        assertThat(output.of("s / 2")).isCloseTo(14.68, within(0.005));
        ExactArithmetic.assertWithinBounds(
                output, ExactArithmetic.solve(economy.coefficients().matrix().matrix(), 100, 0, 0, 0, 0), 1e-13);
    }

    /** What a model of region r alone misses, because its demand comes back from region s. Recomputed, not printed. */
    @Test
    void interregionalFeedback() {
        Economy both = economy();
        Labels alone = Labels.of("1", "2", "3");
        SparseMatrixBuilder own = SparseMatrix.builder(3, 3);
        both.coefficients().matrix().matrix().forEach((i, j, v) -> {
            if (i < 3 && j < 3) {
                own.add(i, j, v);
            }
        });
        Economy regionAlone =
                Economy.of(TechnicalCoefficients.of(alone, both.coefficients().units(), own.build()));

        BoundedVector together = both.plan(both.demand(Map.of("r / 1", 100.0))).grossOutput();
        BoundedVector single =
                regionAlone.plan(regionAlone.demand(Map.of("1", 100.0))).grossOutput();

        assertThat(together.of("r", "1") - single.of("1")).isCloseTo(5.83230342038874, within(1e-10));
        assertThat(together.of("r", "2") - single.of("2")).isCloseTo(10.728959283592992, within(1e-10));
        assertThat(together.of("r", "3") - single.of("3")).isCloseTo(6.844168148353255, within(1e-10));
    }
}
