package org.leontief.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leontief.io.MrioParts.Kind;
import org.leontief.io.MrioParts.Per;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/**
 * A matrix that holds a whole multi-region table: sectors on both sides, final users at the right, primary inputs below.
 * What has a region and the same label as a row and as a column is a sector; what else there is, the database must know.
 */
final class WholeTable {

    /** What a row or column is that is not a sector. */
    enum Part {
        FINAL_DEMAND,
        VALUE_ADDED,
        OUTPUT,
        SUBTOTAL
    }

    /** Says what a row or column is that is not a sector; throws if the database has none such. */
    @FunctionalInterface
    interface Classifier {
        Part of(Label label) throws CsvFormatException;
    }

    private final List<Label> rows;
    private final List<Label> columns;
    private final HeadedMatrix all;
    private final List<Integer> sectorRows = new ArrayList<>();
    private final List<Integer> sectorColumns = new ArrayList<>();
    private final List<Integer> userColumns = new ArrayList<>();
    private final List<Integer> valueAddedRows = new ArrayList<>();
    private int outputRow = -1;
    private int outputColumn = -1;

    private WholeTable(HeadedMatrix all, List<Label> rows, List<Label> columns) {
        this.all = all;
        this.rows = rows;
        this.columns = columns;
    }

    static void split(
            HeadedMatrix all,
            List<Label> rows,
            List<Label> columns,
            Classifier rowParts,
            Classifier columnParts,
            String unit,
            MrioParts parts)
            throws CsvFormatException {
        WholeTable table = new WholeTable(all, rows, columns);
        table.sort(rowParts, columnParts);
        table.fill(unit, parts);
    }

    private void sort(Classifier rowParts, Classifier columnParts) throws CsvFormatException {
        Map<Label, Integer> rowOf = places(rows, "row");
        Map<Label, Integer> columnOf = places(columns, "column");
        for (int c = 0; c < columns.size(); c++) {
            Integer row = rowOf.get(columns.get(c));
            if (row != null && columns.get(c).region() != null) {
                sectorColumns.add(c);
                sectorRows.add(row);
                continue;
            }
            switch (columnParts.of(columns.get(c))) {
                case FINAL_DEMAND -> userColumns.add(c);
                case OUTPUT -> outputColumn = c;
                case VALUE_ADDED, SUBTOTAL -> {
                    // A column of sums, which the table makes itself.
                }
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).region() != null && columnOf.containsKey(rows.get(r))) {
                continue;
            }
            switch (rowParts.of(rows.get(r))) {
                case VALUE_ADDED -> valueAddedRows.add(r);
                case OUTPUT -> outputRow = r;
                case FINAL_DEMAND, SUBTOTAL -> {
                    // A row of sums, which the table makes itself.
                }
            }
        }
        if (sectorRows.isEmpty()) {
            throw fails("no row has the label of a column, so there are no sectors");
        }
    }

    private Map<Label, Integer> places(List<Label> labels, String side) throws CsvFormatException {
        Map<Label, Integer> places = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            if (places.putIfAbsent(labels.get(i), i) != null) {
                throw fails("the " + side + " '" + labels.get(i) + "' stands twice");
            }
        }
        return places;
    }

    private void fill(String unit, MrioParts parts) {
        parts.sectors(labels(columns, sectorColumns), Units.of(unit));
        parts.transactions(all.part(places(sectorRows), places(sectorColumns)));
        parts.finalDemand(labels(columns, userColumns), all.part(places(sectorRows), places(userColumns)));
        parts.add(new MrioParts.Rows(
                "value added",
                Kind.VALUE_ADDED,
                valueAddedRows.stream().map(r -> rows.get(r).toString()).toList(),
                valueAddedRows.stream().map(r -> unit).toList(),
                Per.PERIOD,
                all.part(places(valueAddedRows), places(sectorColumns)),
                all.part(places(valueAddedRows), places(userColumns))));
        if (outputRow >= 0) {
            SparseMatrix row = all.part(new int[] {outputRow}, places(sectorColumns));
            parts.statedOutput(row.columnSums());
        } else if (outputColumn >= 0) {
            parts.statedOutput(
                    all.part(places(sectorRows), new int[] {outputColumn}).rowSums());
        }
        if (outputRow >= 0 && outputColumn >= 0) {
            parts.note("Output is stated twice, in row '" + rows.get(outputRow) + "' and in column '"
                    + columns.get(outputColumn) + "'; the table holds the row.");
        }
    }

    private static Labels labels(List<Label> all, List<Integer> places) {
        return Labels.ofLabels(places.stream().map(all::get).toList());
    }

    private static int[] places(List<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private CsvFormatException fails(String problem) {
        String file = all.file().shown();
        return new CsvFormatException(file, 0, file + ": " + problem + ".");
    }
}
