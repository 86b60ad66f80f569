package org.leontief.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;

/** One table, however it is entered; and nothing of what was entered can change it afterwards. */
class TableBuilderTest {

    private static final double[][] Z = {{150, 500}, {200, 0}};

    private static InputOutputTableBuilder rest(InputOutputTableBuilder builder) {
        return builder.finalDemand("Homes", 300, 1000).finalDemand("Export", 50, 700);
    }

    private static InputOutputTableBuilder empty() {
        return InputOutputTable.builder("Farms", "Works").unit("EUR");
    }

    @Test
    void fourWaysToEnterTransactionsGiveEqualTables() {
        DMatrixRMaj dense = new DMatrixRMaj(Z);
        List<InputOutputTable> tables = List.of(
                rest(empty().transactions(Z)).build(),
                rest(empty().transactions(dense)).build(),
                rest(empty().transactions(DConvertMatrixStruct.convert(dense, new DMatrixSparseCSC(2, 2), 0)))
                        .build(),
                rest(empty().transactions(SparseMatrix.of(Z))).build());

        for (InputOutputTable table : tables) {
            assertThat(table.transactions()).isEqualTo(tables.get(0).transactions());
            assertThat(table.finalDemand()).isEqualTo(tables.get(0).finalDemand());
            assertThat(table.grossOutput()).isEqualTo(tables.get(0).grossOutput());
            assertThat(table.transactions().of("Works", "Farms")).isEqualTo(200);
            assertThat(table.transactions().of("Farms", "Works")).isEqualTo(500);
            assertThat(table.grossOutput().toArray()).containsExactly(1000, 1900);
        }
    }

    @Test
    void matricesAndSingleLinesGiveEqualParts() {
        InputOutputTable lines = rest(empty().transactions(Z))
                .extension("Work", "hours", 10, 20)
                .extension("CO2", "t", 1, 2)
                .build();
        InputOutputTable matrices = empty().unit("EUR")
                .transactions(Z)
                .finalDemand(Labels.of("Homes", "Export"), SparseMatrix.of(new double[][] {{300, 50}, {1000, 700}}))
                .extensions(Labels.of("Work", "CO2"), Units.perLabel("hours", "t"), SparseMatrix.of(new double[][] {
                    {10, 20}, {1, 2}
                }))
                .build();

        assertThat(matrices.finalDemand()).isEqualTo(lines.finalDemand());
        assertThat(matrices.extensions()).isEqualTo(lines.extensions());
    }

    @Test
    void partsAreAskedForByName() {
        InputOutputTable table = rest(empty().transactions(Z))
                .valueAdded("Wages", 400, 900)
                .extension("Work", "hours", 10, 20)
                .build();

        assertThat(table.finalDemand().category("Export").toArray()).containsExactly(50, 700);
        assertThat(table.finalDemand().total().of("Works")).isEqualTo(1700);
        assertThat(table.finalDemand().categories()).isEqualTo(Labels.of("Homes", "Export"));
        assertThat(table.valueAdded().row("Wages").units()).isEqualTo(Units.of("EUR"));
        assertThat(table.extension("Work"))
                .isEqualTo(LabelledVector.of("Work", table.industries(), Units.of("hours"), 10, 20));
        assertThat(table.statedOutput()).isEmpty();
        assertThat(table)
                .hasToString("Input-output table of 2 industries (EUR), 2 categories of final demand, 1 row of value"
                        + " added, 1 extension");
        assertThatThrownBy(() -> table.extension("Werk"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Work'?");
        assertThatThrownBy(() -> table.finalDemand().category("Exports"))
                .hasMessageContaining("Did you mean 'Export'?");
    }

    @Test
    void changingTheArraysAfterwardsChangesNothing() {
        double[][] z = {{150, 500}, {200, 100}};
        DMatrixRMaj dense = new DMatrixRMaj(z);
        double[] demand = {350, 1700};
        double[] wages = {650, 1400};
        double[] work = {10, 20};
        double[] stated = {1000, 2000};
        InputOutputTableBuilder builder = empty().transactions(z)
                .finalDemand("All", demand)
                .valueAdded("Wages", wages)
                .extension("Work", "hours", work)
                .statedOutput(stated);
        InputOutputTable ofDense =
                empty().transactions(dense).finalDemand("All", 350, 1700).build();
        InputOutputTable before = builder.build();

        z[0][0] = 99;
        dense.set(0, 0, 99);
        for (double[] array : List.of(demand, wages, work, stated)) {
            Arrays.fill(array, 99);
        }

        for (InputOutputTable table : List.of(before, builder.build())) {
            assertThat(table.transactions().of("Farms", "Farms")).isEqualTo(150);
            assertThat(table.finalDemand().total().toArray()).containsExactly(350, 1700);
            assertThat(table.valueAdded().row("Wages").toArray()).containsExactly(650, 1400);
            assertThat(table.extension("Work").toArray()).containsExactly(10, 20);
            assertThat(table.statedOutput().orElseThrow().toArray()).containsExactly(1000, 2000);
        }
        assertThat(ofDense.transactions().of("Farms", "Farms")).isEqualTo(150);
    }

    /** A builder may go on after build(): the first table does not see what comes later. */
    @Test
    void aBuilderThatGoesOnLeavesItsTablesAlone() {
        InputOutputTableBuilder builder = empty().transactions(Z).finalDemand("Homes", 1, 1);
        InputOutputTable first = builder.build();

        InputOutputTable second = builder.finalDemand("Export", 2, 2).build();

        assertThat(first.finalDemand().categories().size()).isEqualTo(1);
        assertThat(second.finalDemand().categories().size()).isEqualTo(2);
    }

    @Test
    void aClosedTableHasNoFinalDemand() {
        InputOutputTable table = empty().transactions(Z).build();

        assertThat(table.finalDemand().categories().size()).isZero();
        assertThat(table.finalDemand().total().toArray()).containsExactly(0, 0);
        assertThat(table.grossOutput().toArray()).containsExactly(650, 200);
        assertThat(table.units()).isEqualTo(Units.of("EUR"));
    }

    @Test
    void productsInUnitsOfTheirOwn() {
        InputOutputTable table = empty().transactions(Z)
                .finalDemand("Homes", 350, 1700)
                .units(Units.perLabel("t", "kWh"))
                .valueAdded("Wages", "EUR", 400, 900)
                .extension("Work", "hours", 10, 20)
                .build();

        assertThat(table.grossOutput().units()).isEqualTo(Units.perLabel("t", "kWh"));
        assertThat(table.finalDemand().category("Homes").units()).isEqualTo(Units.perLabel("t", "kWh"));
        assertThat(table.valueAdded().rowUnits()).isEqualTo(Units.of("EUR"));
        assertThatThrownBy(() -> table.grossOutput().total()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void valueAddedMayBeGivenAsAWhole() {
        InputOutputTable whole = empty().transactions(Z)
                .valueAdded(Labels.of("Wages"), Units.of("EUR"), SparseMatrix.of(new double[][] {{3, 4}}))
                .build();

        assertThat(whole)
                .isEqualTo(empty().transactions(Z).valueAdded("Wages", 3, 4).build());
        assertThat(whole)
                .isNotEqualTo(empty().transactions(Z).valueAdded("Wages", 3, 5).build());
    }

    /** Every part in another order of the industries. */
    @Test
    void labelledPartsAreJoinedByName() {
        Labels ab = Labels.of("A", "B");
        Labels ba = Labels.of("B", "A");
        Units eur = Units.of("EUR");
        InputOutputTable expected = InputOutputTable.builder(ab)
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand("Homes", 5, 6)
                .valueAdded("Wages", 4, 7)
                .build();

        InputOutputTable joined = InputOutputTable.builder(ab)
                .transactions(LabelledMatrix.of("Z", ba, ab, eur, SparseMatrix.of(new double[][] {{3, 4}, {1, 2}})))
                .finalDemand(LabelledMatrix.of(
                        "Y", ba, Labels.of("Homes"), eur, SparseMatrix.of(new double[][] {{6}, {5}})))
                .valueAdded(LabelledMatrix.of(
                        "V", Labels.of("Wages"), ba, eur, SparseMatrix.of(new double[][] {{7, 4}})))
                .build();

        assertThat(joined).isEqualTo(expected);
        assertThatThrownBy(() -> InputOutputTable.builder(ab)
                        .unit("EUR")
                        .transactions(new double[][] {{1, 2}, {3, 4}})
                        .finalDemand(LabelledMatrix.of(
                                "Y", ba, Labels.of("Homes"), Units.of("USD"), SparseMatrix.of(new double[][] {{6}, {5}
                                })))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Y' counts 'A' in USD, the table in EUR");
        assertThatThrownBy(() -> InputOutputTable.builder(ab)
                        .transactions(LabelledMatrix.of("Z", ab, Labels.of("A", "C"), eur, SparseMatrix.zeros(2, 2))))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("the columns of 'Z'");
    }

    @Test
    void importsToFinalUsersAreJoinedToTheirCategories() {
        LabelledMatrix toIndustries = LabelledMatrix.of(
                "Zm", Labels.of("Oil"), Labels.of("Works", "Farms"), Units.of("EUR"), SparseMatrix.of(new double[][] {
                    {3, 4}
                }));
        LabelledMatrix toUsers = LabelledMatrix.of(
                "Ym", Labels.of("Oil"), Labels.of("Export", "Homes"), Units.of("EUR"), SparseMatrix.of(new double[][] {
                    {1, 2}
                }));

        ImportedProducts imports = rest(empty().transactions(Z))
                .imports(toIndustries, toUsers)
                .build()
                .imports()
                .orElseThrow();

        assertThat(imports.toFinalUsers().of("Oil", "Homes")).isEqualTo(2);
        assertThat(imports.toFinalUsers().of("Oil", "Export")).isEqualTo(1);
        assertThat(imports.toIndustries().of("Oil", "Farms")).isEqualTo(4);
    }

    /** Three industries in a circle: an order that is not its own inverse. */
    @Test
    void threeInACircleAreJoinedByName() {
        Labels abc = Labels.of("A", "B", "C");
        Labels cab = Labels.of("C", "A", "B");
        Units eur = Units.of("EUR");

        InputOutputTable table = InputOutputTable.builder(abc)
                .transactions(LabelledMatrix.of("Z", cab, cab, eur, SparseMatrix.of(new double[][] {
                    {33, 31, 32}, {13, 11, 12}, {23, 21, 22}
                })))
                .valueAdded(LabelledMatrix.of(
                        "V", Labels.of("Wages"), cab, Units.of("USD"), SparseMatrix.of(new double[][] {{3, 1, 2}})))
                .build();

        assertThat(table.transactions().matrix()).isEqualTo(SparseMatrix.of(new double[][] {
            {11, 12, 13}, {21, 22, 23}, {31, 32, 33}
        }));
        assertThat(table.valueAdded().row("Wages").toArray()).containsExactly(1, 2, 3);
        assertThat(table.valueAdded().rowUnits()).isEqualTo(Units.of("USD"));
    }

    @Test
    void whatIsGivenTwiceOrDoesNotFitIsRefused() {
        SparseMatrix row = SparseMatrix.of(new double[][] {{3, 4}});
        assertThatThrownBy(() -> empty().transactions(Z).valueAdded("Wages", 1, 2, 3))
                .hasMessageContaining("'Wages' has 3 entries for 2 industries");
        assertThatThrownBy(() -> empty().transactions(Z)
                        .valueAdded("Wages", 1, 2)
                        .valueAdded(Labels.of("Taxes"), Units.of("EUR"), row)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("given both as a matrix and row by row");
        assertThatThrownBy(() -> empty().transactions(Z)
                        .finalDemand("Homes", 1, 2)
                        .finalDemand(Labels.of("Export"), SparseMatrix.of(new double[][] {{3}, {4}}))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("given both as a matrix and column by column");
        assertThatThrownBy(() -> InputOutputTable.builder("Farms", "Works")
                        .units(Units.perLabel("t", "kWh"))
                        .transactions(Z)
                        .valueAdded("Wages", 1, 2)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'Wages' needs a unit of its own");
    }

    @Test
    void bothPartsOfImportsCountTheSameProductsInOneOrderAndUnit() {
        Labels works = Labels.of("Works");
        Labels oilGas = Labels.of("Oil", "Gas");
        SparseMatrix cells = SparseMatrix.of(new double[][] {{1}, {2}});
        LabelledMatrix toIndustries = LabelledMatrix.of("Zm", oilGas, works, Units.of("t"), cells);

        assertThat(new ImportedProducts(toIndustries, LabelledMatrix.of("Ym", oilGas, works, Units.of("t"), cells))
                        .total()
                        .toArray())
                .containsExactly(2, 4);
        assertThatThrownBy(() -> new ImportedProducts(
                        toIndustries, LabelledMatrix.of("Ym", Labels.of("Gas", "Oil"), works, Units.of("t"), cells)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stand in different orders");
        assertThatThrownBy(() -> new ImportedProducts(
                        toIndustries, LabelledMatrix.of("Ym", Labels.of("Oil", "Coal"), works, Units.of("t"), cells)))
                .isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> new ImportedProducts(
                        toIndustries, LabelledMatrix.of("Ym", oilGas, works, Units.of("kg"), cells)))
                .hasMessageContaining("are in t, those of 'Ym' in kg");
    }
}
