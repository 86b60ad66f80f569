package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.compilation.Aggregation;
import org.leontief.compilation.Concordance;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.quantity.AggregationBias;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;

/** Three regions and eight sectors of EXIOBASE, where the folder of shared data is there: two regions made one. */
class RegionsAggregatedTest {

    private static final Map<String, String> TWO = Map.of("OECD", "OECD", "BRICS", "Others", "ROW", "Others");

    private InputOutputTable table;
    private Aggregation aggregation;

    @BeforeEach
    void read() throws IOException {
        LabelledMatrix z = matrix("Z", "million EUR");
        LabelledMatrix y = matrix("Y", "million EUR");
        LabelledMatrix f = matrix("F", "own units");
        Labels categories = withRegions(y.columns());
        table = InputOutputTable.builder(withRegions(z.rows()))
                .unit("million EUR")
                .transactions(z.matrix())
                .finalDemand(categories, y.matrix())
                .extensions(f.rows(), f.rowUnits(), f.matrix())
                .build();
        aggregation = Aggregation.of(Concordance.ofRegions(table.industries(), TWO))
                .withCategories(Concordance.ofRegions(categories, TWO));
    }

    private static LabelledMatrix matrix(String name, String unit) throws IOException {
        Path file = Path.of(
                System.getProperty("leontief.shared.data", "no shared data"), "exiobase_3reg8sec", name + ".csv");
        assumeTrue(Files.isRegularFile(file), () -> "not there, so not tested: " + file);
        return MatrixCsv.read(file, MatrixLayout.withHeader().unit(unit).named(name));
    }

    private static Labels withRegions(Labels labels) {
        List<Label> split = labels.asList().stream()
                .map(label -> label.name().split("\\|", -1))
                .map(parts -> new Label(parts[0], parts[1]))
                .toList();
        return Labels.ofLabels(split);
    }

    @Test
    void totalsAndLabelsAreKept() {
        InputOutputTable two = aggregation.apply(table);

        assertThat(two.industries().regions()).containsExactly("OECD", "Others");
        assertThat(two.industries().size()).isEqualTo(16);
        assertThat(two.finalDemand().categories().size()).isEqualTo(8);
        assertThat(two.grossOutput().of("OECD", "Food"))
                .isCloseTo(table.grossOutput().of("OECD", "Food"), within(1e-6));
        assertThat(two.transactions().of("Others / Food", "Others / Food"))
                .isCloseTo(
                        table.transactions().of("BRICS / Food", "BRICS / Food")
                                + table.transactions().of("BRICS / Food", "ROW / Food")
                                + table.transactions().of("ROW / Food", "BRICS / Food")
                                + table.transactions().of("ROW / Food", "ROW / Food"),
                        within(1e-6));
        for (Label row : table.extensions().rows()) {
            double total = table.extension(row.name()).total();
            assertThat(two.extension(row.name()).total()).isCloseTo(total, within(1e-14 * total));
        }
        assertThat(Economy.of(two).viability().isViable()).isTrue();
    }

    /** Miller and Blair 2009, section 4.9: the table's own final demand gives its own outputs, aggregated or not. */
    @Test
    void aPlanForAllDeliveriesHasNoBiasAndOneForASingleRegionHas() {
        LabelledVector all = table.finalDemand().total();
        AggregationBias none = AggregationBias.of(table, aggregation, all, SolveOptions.defaults());
        assertThat(none.relativeToPlan()).isLessThan(1e-12);

        LabelledVector brics = table.finalDemand().category("BRICS / HH");
        AggregationBias some = AggregationBias.of(table, aggregation, brics, SolveOptions.defaults());
        assertThat(some.relativeToPlan()).isBetween(0.001, 0.5);
        assertThat(some.lines()).hasSize(16);
    }
}
