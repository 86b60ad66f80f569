package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.compilation.CompiledTable;
import org.leontief.compilation.TransformationModel;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;

/** Widgets in dollars and energy in Btu, after Miller and Blair 2009, section 9.3. */
class HybridUnitsTest {

    private static final Labels SECTORS = Labels.of("Widgets", "Energy");
    private static final Units UNITS = Units.perLabel("million dollars", "10^15 Btu");

    private static InputOutputTable table() {
        return InputOutputTable.builder(SECTORS)
                .units(UNITS)
                .transactions(new double[][] {{10, 20}, {60, 100}})
                .finalDemand("Final users", 70, 80)
                .build();
    }

    @Test
    void coefficientsAndTotalRequirementsAsPrinted() {
        Economy economy = Economy.of(table());

        assertThat(economy.coefficients().matrix().matrix().toDense().data)
                .containsExactly(new double[] {0.1, 0.083, 0.6, 0.417}, within(5e-4));
        LeontiefInverse inverse = economy.leontiefInverse();
        assertThat(inverse.toDense().data).containsExactly(new double[] {1.228, 0.175, 1.263, 1.895}, within(5e-4));
    }

    /**
     * Energy conservation: α x̂ = α Z + e with energy e = 240 taken from the earth by the energy sector. Embodied in deliveries
     * is what was taken.
     */
    @Test
    void energyIsConserved() {
        InputOutputTable table = InputOutputTable.builder(SECTORS)
                .units(UNITS)
                .transactions(new double[][] {{10, 20}, {60, 100}})
                .finalDemand("Final users", 70, 80)
                .extension("Primary energy", "10^15 Btu", 0, 240)
                .build();
        Economy economy = Economy.of(table);

        GrossOutputPlan plan = economy.plan(table.finalDemand().total());
        assertThat(plan.grossOutput().of("Energy")).isCloseTo(240, within(1e-12));
        double embodied = 0;
        for (int j = 0; j < 2; j++) {
            embodied += economy.multipliers("Primary energy").at(j)
                    * table.finalDemand().total().at(j);
        }
        assertThat(embodied).isCloseTo(240, within(1e-12));
        assertThat(economy.multipliers("Primary energy").of("Widgets")).isCloseTo(1.263, within(5e-4));
    }

    /** The same table from supply and use in mixed units: nothing is added up that cannot be. */
    @Test
    void supplyAndUseInMixedUnits() {
        SupplyUseTable source = SupplyUseTable.builder(SECTORS, Labels.of("Works", "Plants"))
                .units(UNITS)
                .supply(new double[][] {{100, 0}, {0, 240}})
                .use(new double[][] {{10, 20}, {60, 100}})
                .finalDemand("Final users", 70, 80)
                .build();

        for (TransformationModel model : TransformationModel.values()) {
            InputOutputTable made = CompiledTable.of(source, model).table();
            assertThat(made.units()).isEqualTo(UNITS);
            assertThat(made.transactions().matrix().toDense().data)
                    .containsExactly(new double[] {10, 20, 60, 100}, within(1e-13));
        }
    }
}
