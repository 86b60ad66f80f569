package org.leontief.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.leontief.label.LabelledMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.TotalsPolicy;

/** Files of the folder of real tables; a test that asks for one that is not there is skipped. */
final class SharedData {

    /** Germany 1995 with employment, in germany1995/table.csv. */
    static final TableLayout GERMANY = TableLayout.withHeader()
            .unit("million EUR")
            .finalDemand("P3_S14", "P3_S13", "P5", "P52", "P6")
            .valueAdded("P7", "D21X31", "D1", "D29X39", "K1", "B2A3N")
            .extension("EMP", "thousand persons")
            .ignoreColumns("CPA_TOTAL", "TFU")
            .ignoreRows("TOTAL", "P2", "B1G", "EMP-WS", "EMP-FTE")
            .statedOutputRow("P1");

    private SharedData() {}

    static Path data(String name) {
        Path file = Path.of(System.getProperty("leontief.shared.data", "no shared data"), name);
        assumeTrue(Files.isRegularFile(file), () -> "not there, so not tested: " + name);
        return file;
    }

    static LabelledMatrix matrix(String name, String unit) throws IOException {
        return MatrixCsv.read(data(name), MatrixLayout.withHeader().unit(unit).named(name));
    }

    /** The United States in 2014, domestic flows and imports by product, with employment. */
    static InputOutputTable unitedStates() throws IOException {
        LabelledMatrix z = matrix("wiod2016_usa/USA_2014/Zdom.csv", "million USD");
        LabelledMatrix y = matrix("wiod2016_usa/USA_2014/Ydom.csv", "million USD");
        InputOutputTableBuilder table = InputOutputTable.builder(z.rows())
                .unit("million USD")
                .transactions(z.matrix())
                .extensions(ExtensionsCsv.readByIndustry(
                        data("wiod2016_usa/USA_2014/sea.csv"), Map.of("EMP", "thousand persons")))
                .statedOutput(y.column("GO").toArray())
                .totals(TotalsPolicy.USE_COMPUTED);
        for (String category : List.of("CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN", "EXP")) {
            table.finalDemand(category, y.column(category).toArray());
        }
        return table.imports(matrix("wiod2016_usa/USA_2014/Zimp.csv", "million USD"))
                .build();
    }
}
