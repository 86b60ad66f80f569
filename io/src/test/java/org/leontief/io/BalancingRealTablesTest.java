package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leontief.compilation.BalancedMatrix;
import org.leontief.compilation.BalancedSupplyUse;
import org.leontief.compilation.Gras;
import org.leontief.compilation.Ras;
import org.leontief.compilation.SutRas;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * Tables of one year brought to the totals of another and compared with the table of that year, where the folder of shared data is
 * there: the tables of the United States of the World Input-Output Database 2016, and the supply and use tables of Spain for
 * 2015.
 */
class BalancingRealTablesTest {

    private static LabelledMatrix matrix(String folder, String name, String unit) throws IOException {
        Path file = Path.of(System.getProperty("leontief.shared.data", "no shared data"), folder, name + ".csv");
        assumeTrue(Files.isRegularFile(file), () -> "not there, so not tested: " + file);
        return MatrixCsv.read(file, MatrixLayout.withHeader().unit(unit).named(name));
    }

    /** Some columns of several tables with the same rows, joined by label. */
    private static LabelledMatrix beside(
            String name, LabelledMatrix first, LabelledMatrix second, List<String> columns) {
        int[] places = first.rows().placesIn(second.rows(), second.name());
        int[] inverse = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            inverse[places[i]] = i;
        }
        int width = first.columns().size();
        SparseMatrixBuilder cells = SparseMatrix.builder(places.length, width + columns.size());
        first.matrix().forEach(cells::add);
        for (int k = 0; k < columns.size(); k++) {
            int target = width + k;
            second.matrix()
                    .forEachInColumn(
                            second.columns().indexOf(columns.get(k)), (i, j, v) -> cells.add(inverse[i], target, v));
        }
        Labels labels = Labels.ofLabels(Stream.concat(
                        first.columns().asList().stream(), columns.stream().map(Label::of))
                .toList());
        return LabelledMatrix.of(name, first.rows(), labels, first.rowUnits(), cells.build());
    }

    /** Σ |x − y| / Σ |y|. */
    private static double distance(LabelledMatrix x, LabelledMatrix y) {
        double sum = 0;
        double size = 0;
        for (Label i : y.rows()) {
            for (Label j : y.columns()) {
                double there = y.of(i.toString(), j.toString());
                sum += Math.abs(x.of(i.toString(), j.toString()) - there);
                size += Math.abs(there);
            }
        }
        return sum / size;
    }

    @Test
    void transactionsOfTheUnitedStatesOf2000WithTheTotalsOf2014() throws IOException {
        LabelledMatrix before = matrix("wiod2016_usa/USA_2000", "Zdom", "million USD");
        LabelledMatrix after = matrix("wiod2016_usa/USA_2014", "Zdom", "million USD");

        BalancedMatrix balanced =
                Ras.balance(before, after.rowTotals(), after.columnTotals()).requireConverged();

        assertThat(balanced.report().iterations()).isBetween(5, 200);
        assertThat(distance(balanced.matrix(), after)).isLessThan(0.25).isLessThan(distance(before, after) / 2);
    }

    /** With final demand, which has falling stocks. */
    @Test
    void deliveriesOfTheUnitedStatesOf2000WithTheTotalsOf2014() throws IOException {
        List<String> categories = List.of("CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN", "EXP");
        LabelledMatrix before = beside(
                "Deliveries",
                matrix("wiod2016_usa/USA_2000", "Zdom", "million USD"),
                matrix("wiod2016_usa/USA_2000", "Ydom", "million USD"),
                categories);
        LabelledMatrix after = beside(
                "Deliveries",
                matrix("wiod2016_usa/USA_2014", "Zdom", "million USD"),
                matrix("wiod2016_usa/USA_2014", "Ydom", "million USD"),
                categories);
        assertThat(before.matrix().hasNegative()).isTrue();

        BalancedMatrix balanced =
                Gras.balance(before, after.rowTotals(), after.columnTotals()).requireConverged();

        assertThat(balanced.matrix().columnTotals().of("INVEN"))
                .isCloseTo(after.columnTotals().of("INVEN"), within(1e-4));
        assertThat(distance(balanced.matrix(), after)).isLessThan(distance(before, after) / 2);
    }

    /** Tables in prices of the year before, brought to the totals in prices of the year; outputs of products are not given. */
    @Test
    void supplyAndUseOfSpain() throws IOException {
        List<String> finalUses = List.of(
                "Final consumption expenditure by households",
                "Final consumption expenditure by non-profit institution serving households (NPISH)",
                "Final consumption expenditure by Public Administration",
                "Total exports");
        LabelledMatrix finalUse = matrix("spain_sut_2015", "final_purchasers", "million EUR");
        List<String> uses = finalUse.columns().asList().stream()
                .map(Label::name)
                .filter(name -> finalUses.contains(name)
                        || name.startsWith("Gross fix capital formation")
                        || name.startsWith("Changes in inventories"))
                .toList();
        assertThat(uses).hasSize(6);
        LabelledMatrix others = matrix("spain_sut_2015", "supply_other_cols", "million EUR");
        List<String> supplies =
                List.of("Total imports  (1)", "Trade margins", "Transport margins", "Taxes less subsidies on products");
        LabelledMatrix useBefore = beside(
                "Use", matrix("spain_sut_2015", "use_purchasers_prev_year_prices", "million EUR"), finalUse, uses);
        LabelledMatrix useAfter =
                beside("Use", matrix("spain_sut_2015", "use_purchasers", "million EUR"), finalUse, uses);
        LabelledMatrix supplyBefore =
                beside("Supply", matrix("spain_sut_2015", "supply_prev_year_prices", "million EUR"), others, supplies);
        LabelledMatrix supplyAfter =
                beside("Supply", matrix("spain_sut_2015", "supply_V_prod_x_ind", "million EUR"), others, supplies);

        BalancedSupplyUse balanced = SutRas.balance(
                        useBefore, supplyBefore, useAfter.columnTotals(), supplyAfter.columnTotals())
                .requireConverged();

        LabelledVector used = balanced.use().rowTotals();
        LabelledVector supplied = balanced.supply().rowTotals();
        for (Label product : used.labels()) {
            assertThat(used.of(product)).isCloseTo(supplied.of(product), within(1e-5));
        }
        assertThat(distance(balanced.use(), useAfter)).isLessThan(distance(useBefore, useAfter));
        assertThat(distance(balanced.supply(), supplyAfter)).isLessThan(distance(supplyBefore, supplyAfter));
        assertThat(balanced.supply().column("Trade margins").total())
                .isCloseTo(supplyAfter.column("Trade margins").total(), within(1.0));
    }
}
