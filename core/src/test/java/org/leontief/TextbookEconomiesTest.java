package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.solve.PerronRoot;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;

/** Small economies from textbooks, with their printed answers. */
class TextbookEconomiesTest {

    private static TechnicalCoefficients economy(Labels industries, double[][] a) {
        return TechnicalCoefficients.of(industries, Units.of("dollars"), SparseMatrix.of(a));
    }

    /** After D. C. Lay, Linear Algebra and Its Applications, section 2.6. */
    @Test
    void openModelOfLay() {
        Labels sectors = Labels.of("Manufacturing", "Agriculture", "Services");
        TechnicalCoefficients technology =
                economy(sectors, new double[][] {{0.5, 0.4, 0.2}, {0.2, 0.3, 0.1}, {0.1, 0.1, 0.3}});

        BoundedVector output = Economy.of(technology)
                .plan(LabelledVector.of("Demand", sectors, Units.of("dollars"), 50, 30, 20))
                .grossOutput();

        assertThat(output.values().toArray()).containsExactly(new double[] {226, 119, 78}, within(0.5));
        ExactArithmetic.assertWithinBounds(
                output, ExactArithmetic.solve(technology.matrix().matrix(), 50, 30, 20), 1e-13);
    }

    /**
     * After D. C. Lay, section 1.6: everything is used up within the economy. Prices of 94, 85 and 100 cover it, and no
     * final demand can be met.
     */
    @Test
    void closedExchangeModelOfLay() {
        TechnicalCoefficients technology = economy(
                Labels.of("Coal", "Electric", "Steel"),
                new double[][] {{0.0, 0.4, 0.6}, {0.6, 0.1, 0.2}, {0.4, 0.5, 0.2}});

        PerronRoot root = technology.perronRoot();

        assertThat(root.lower()).isCloseTo(1, within(1e-14)).isLessThanOrEqualTo(root.upper());
        assertThat(root.upper()).isCloseTo(1, within(1e-14));
        double[] prices = root.vector();
        assertThat(100 * prices[0] / prices[2]).isCloseTo(94, within(0.5));
        assertThat(100 * prices[1] / prices[2]).isCloseTo(85, within(0.5));
        // By hand, exactly: the balances give p_E = 28/33 p_S and p_C = 0.4 p_E + 0.6 p_S.
        assertThat(prices[1] / prices[2]).isCloseTo(28.0 / 33, within(1e-13));
        assertThat(prices[0] / prices[2]).isCloseTo(0.4 * 28 / 33 + 0.6, within(1e-13));
        assertThat(technology.viability().isViable()).isFalse();
        assertThat(technology.viability().group()).extracting("name").containsExactly("Coal", "Electric", "Steel");
        Economy closed = Economy.of(technology);
        assertThatThrownBy(() -> closed.plan(closed.demand(Map.of("Steel", 1.0))))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("'Coal', 'Electric', 'Steel'");
    }

    /** After A. C. Chiang, Fundamental Methods of Mathematical Economics, section 5.7. */
    @Test
    void openModelOfChiangWithItsPrimaryInput() {
        Labels industries = Labels.of("I", "II", "III");
        TechnicalCoefficients technology = TechnicalCoefficients.of(
                LabelledMatrix.of("A", industries, industries, Units.of("dollars"), SparseMatrix.of(new double[][] {
                    {0.2, 0.3, 0.2}, {0.4, 0.1, 0.2}, {0.1, 0.3, 0.2}
                })),
                LabelledMatrix.of(
                        "Primary",
                        Labels.of("Primary input"),
                        industries,
                        Units.of("dollars"),
                        SparseMatrix.of(new double[][] {{0.3, 0.3, 0.4}})));
        Economy economy = Economy.of(technology);

        var plan = economy.plan(economy.demand(Map.of("I", 10.0, "II", 5.0, "III", 6.0)));

        assertThat(plan.grossOutput().values().toArray())
                .containsExactly(new double[] {24.84, 20.68, 18.36}, within(0.005));
        assertThat(plan.extension("Primary input").total()).isCloseTo(21.0, within(1e-12));
        ExactArithmetic.assertWithinBounds(
                plan.grossOutput(), ExactArithmetic.solve(technology.matrix().matrix(), 10, 5, 6), 1e-13);
    }

    /**
     * After W. Leontief, Input-Output Economics, 2nd ed. (1986), chapter 2: bushels of wheat, yards of cloth and
     * man-years, in one table that cannot be added up.
     */
    @Test
    void agricultureAndManufactureOfLeontief() {
        InputOutputTable table = InputOutputTable.builder("Agriculture", "Manufacture")
                .units(Units.perLabel("bushels", "yards"))
                .transactions(new double[][] {{25, 20}, {14, 6}})
                .finalDemand("Households", 55, 30)
                .extension("Labour", "man-years", 80, 180)
                .build();

        Economy economy = Economy.of(table);

        assertThat(table.grossOutput().toArray()).containsExactly(100, 50);
        assertThat(economy.coefficients().matrix().row("Agriculture").toArray()).containsExactly(0.25, 0.40);
        assertThat(economy.coefficients().matrix().row("Manufacture").toArray()).containsExactly(0.14, 0.12);
        assertThat(economy.coefficients().extension("Labour").toArray()).containsExactly(0.8, 3.6);
        LeontiefInverse inverse = economy.leontiefInverse();
        assertThat(inverse.toDense().data).containsExactly(new double[] {1.457, 0.662, 0.232, 1.242}, within(0.0005));
        // Man-years in a bushel and in a yard: their prices at a wage of one dollar a man-year.
        BoundedVector labour = economy.multipliers("Labour");
        assertThat(labour.of("Agriculture")).isCloseTo(2, within(1e-14));
        assertThat(labour.of("Manufacture")).isCloseTo(5, within(1e-14));
        assertThat(labour.values().units()).isEqualTo(Units.perLabel("man-years per bushels", "man-years per yards"));
    }
}
