package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** After Miller and Blair 2009, chapters 6 (income multipliers) and 9 (energy in hybrid units). */
class MillerBlairMultipliersTest {

    private static final Offset<Double> RECOMPUTED = within(1e-14);

    private static final Labels SECTORS = Labels.of("1", "2");

    private static TechnicalCoefficients open() {
        return TechnicalCoefficients.of(
                LabelledMatrix.of("A", SECTORS, SECTORS, Units.of("dollars"), SparseMatrix.of(new double[][] {
                    {0.15, 0.25}, {0.20, 0.05}
                })),
                LabelledMatrix.of(
                        "Payments",
                        Labels.of("Household income"),
                        SECTORS,
                        Units.of("dollars"),
                        SparseMatrix.of(new double[][] {{0.30, 0.25}})));
    }

    @Test
    void simpleAndTypeOneIncomeMultipliers() {
        BoundedVector income = Economy.of(open()).multipliers("Household income");

        assertThat(income.values().toArray())
                .containsExactly(new double[] {0.4422442244224422, 0.3795379537953795}, RECOMPUTED);
        assertThat(income.of("1") / 0.30).isCloseTo(1.4741474147414741, RECOMPUTED);
        assertThat(income.of("2") / 0.25).isCloseTo(1.518151815181518, RECOMPUTED);
        assertThat(income.values().units()).isEqualTo(Units.NONE);
    }

    /** Households as an industry; the ratio of type II to type I is the same for all sectors, a known theorem. */
    @Test
    void typeTwoIncomeMultipliers() {
        Labels withHouseholds = Labels.of("1", "2", "Households");
        TechnicalCoefficients closed =
                TechnicalCoefficients.of(withHouseholds, Units.of("dollars"), SparseMatrix.of(new double[][] {
                    {0.15, 0.25, 0.05}, {0.20, 0.05, 0.40}, {0.30, 0.25, 0.05}
                }));
        LabelledVector householdRow = LabelledVector.of("Income", withHouseholds, Units.NONE, 0.30, 0.25, 0.05);

        BoundedVector total = Multipliers.of(closed, householdRow, SolveOptions.defaults());
        BoundedVector simple = Economy.of(open()).multipliers("Household income");

        assertThat(total.of("1") / 0.30).isCloseTo(1.8994967751080871, RECOMPUTED);
        assertThat(total.of("2") / 0.25).isCloseTo(1.9561981713799705, RECOMPUTED);
        assertThat(total.of("1") / simple.of("1")).isCloseTo(1.2885392302785457, RECOMPUTED);
        assertThat(total.of("1") / simple.of("1")).isCloseTo(total.of("2") / simple.of("2"), RECOMPUTED);
    }

    /** Widgets in dollars and energy in Btu, in one table: only printed to three decimals. */
    @Test
    void energyInHybridUnits() {
        InputOutputTable table = InputOutputTable.builder("Widgets", "Energy")
                .units(Units.perLabel("dollars", "Btu"))
                .transactions(new double[][] {{10, 20}, {60, 100}})
                .finalDemand("Final users", 70, 80)
                .build();

        Economy economy = Economy.of(table);

        assertThat(economy.coefficients().matrix().matrix().toDense().data)
                .containsExactly(new double[] {0.100, 0.083, 0.600, 0.417}, within(0.0005));
        assertThat(economy.leontiefInverse().toDense().data)
                .containsExactly(new double[] {1.228, 0.175, 1.263, 1.895}, within(0.0005));
        assertThat(economy.plan(table.finalDemand().total()).grossOutput().values())
                .satisfies(
                        output -> assertThat(output.toArray()).containsExactly(new double[] {100, 240}, within(1e-11)));
    }
}
