package org.leontief.examples.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.io.CsvOptions;
import org.leontief.io.Delimiter;
import org.leontief.io.TableLayout;
import org.leontief.table.TotalsPolicy;
import picocli.CommandLine.Option;

/** The arguments that declare a table's layout and text. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class LayoutArguments {

    @Option(order = 81, names = "--unit", paramLabel = "UNIT", description = "Unit of the products and of value added.")
    private @Nullable String unit;

    @Option(order = 82, names = "--regions", description = "Two label columns and two header rows, the region first.")
    private boolean regions;

    @Option(
            order = 83,
            names = "--final-demand",
            paramLabel = "NAME",
            split = ",",
            description = "Columns of final demand.")
    private List<String> finalDemand = List.of();

    @Option(order = 84, names = "--value-added", paramLabel = "NAME", split = ",", description = "Rows of value added.")
    private List<String> valueAdded = List.of();

    @Option(
            order = 85,
            names = "--extension",
            paramLabel = "NAME=UNIT",
            description = "A row that is an extension, with its unit. Can be repeated for others.")
    private Map<String, String> extensions = new LinkedHashMap<>();

    @Option(
            order = 86,
            names = "--stated-output",
            paramLabel = "NAME",
            description = "Column with gross output as stated.")
    private @Nullable String statedOutput;

    @Option(
            order = 87,
            names = "--use-computed-output",
            description = "Where stated output differs from the sum of the row, the sum counts. Without it: an error.")
    private boolean useComputed;

    @Option(
            order = 88,
            names = "--ignore-columns",
            paramLabel = "NAME",
            split = ",",
            description = "Columns that are not read.")
    private List<String> ignoredColumns = List.of();

    @Option(
            order = 89,
            names = "--ignore-rows",
            paramLabel = "NAME",
            split = ",",
            description = "Rows that are not read.")
    private List<String> ignoredRows = List.of();

    @Option(
            order = 93,
            names = "--sheet",
            paramLabel = "NAME",
            description = "The sheet of an Excel workbook (.xlsx). Without it: the first.")
    private @Nullable String sheet;

    @Option(
            order = 94,
            names = "--rows-above",
            paramLabel = "N",
            description = "Rows above the header that are not read, such as titles.")
    private int rowsAbove;

    @Option(
            order = 90,
            names = "--delimiter",
            paramLabel = "D",
            description = "Between the cells of all files: ${COMPLETION-CANDIDATES}. Default: COMMA.")
    private Delimiter delimiter = Delimiter.COMMA;

    @Option(order = 91, names = "--decimal-comma", description = "Numbers have a decimal comma.")
    private boolean decimalComma;

    @Option(
            order = 92,
            names = "--missing-as-zero",
            paramLabel = "TEXT",
            split = ",",
            description = "Texts that stand for nothing, such as '..'. Without it: an error.")
    private List<String> missing = List.of();

    /** Whether the layout is declared here; else the file has to say itself what its rows and columns are. */
    boolean isDeclared() {
        return unit != null || areNamed();
    }

    /** Whether more is declared than a unit. */
    boolean areNamed() {
        return regions
                || sheet != null
                || rowsAbove != 0
                || !finalDemand.isEmpty()
                || !valueAdded.isEmpty()
                || !extensions.isEmpty()
                || statedOutput != null
                || !ignoredColumns.isEmpty()
                || !ignoredRows.isEmpty();
    }

    /** Whether sums of rows count where gross output is stated. */
    boolean useComputed() {
        return useComputed;
    }

    @Nullable
    String unit() {
        return unit;
    }

    TableLayout layout() {
        TableLayout layout = TableLayout.withHeader()
                .finalDemand(finalDemand.toArray(String[]::new))
                .valueAdded(valueAdded.toArray(String[]::new))
                .ignoreColumns(ignoredColumns.toArray(String[]::new))
                .ignoreRows(ignoredRows.toArray(String[]::new));
        for (Map.Entry<String, String> extension : extensions.entrySet()) {
            layout = layout.extension(extension.getKey(), extension.getValue());
        }
        layout = regions ? layout.regionColumns() : layout;
        layout = unit == null ? layout : layout.unit(unit);
        layout = sheet == null ? layout : layout.sheet(sheet);
        layout = layout.rowsAbove(rowsAbove);
        layout = statedOutput == null ? layout : layout.statedOutputColumn(statedOutput);
        return useComputed ? layout.totals(TotalsPolicy.USE_COMPUTED, 0) : layout;
    }

    CsvOptions csvOptions() {
        CsvOptions options = CsvOptions.defaults().withDelimiter(delimiter);
        options = decimalComma ? options.withDecimalComma() : options;
        return missing.isEmpty() ? options : options.withMissingAsZero(missing.toArray(String[]::new));
    }
}
