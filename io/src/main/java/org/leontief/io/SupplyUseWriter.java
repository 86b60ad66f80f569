package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leontief.io.SupplyUseForm.ColumnKind;
import org.leontief.io.SupplyUseForm.RowKind;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.ImportedProducts;
import org.leontief.table.SupplyUseTable;

/** Writes supply and use tables in the library's own layout, row by row. */
final class SupplyUseWriter {

    /** Columns of one kind, and their labels. */
    private record Columns(ColumnKind kind, Labels labels) {}

    private final SupplyUseTable table;
    private final CsvOutput out;
    private final List<Columns> columns;
    private final boolean regions;

    SupplyUseWriter(SupplyUseTable table, CsvOutput out) {
        this.table = table;
        this.out = out;
        columns = List.of(
                new Columns(ColumnKind.INDUSTRY, table.industries()),
                new Columns(ColumnKind.FINAL_DEMAND, table.finalDemand().categories()),
                new Columns(ColumnKind.IMPORTS, table.imports().columns()),
                new Columns(ColumnKind.MARGINS, table.valuation().margins().columns()),
                new Columns(ColumnKind.TAXES, table.valuation().taxes().columns()));
        regions = Stream.concat(
                        columns.stream().map(Columns::labels),
                        Stream.of(
                                table.products(),
                                table.valueAdded().rows(),
                                table.extensions().rows()))
                .anyMatch(labels -> !labels.regions().isEmpty());
    }

    void write() throws IOException {
        writeHeader();
        writeRows(
                RowKind.SUPPLY,
                table.supply(),
                null,
                table.imports(),
                table.valuation().margins(),
                table.valuation().taxes());
        writeRows(RowKind.USE, table.use(), table.finalDemand().byCategory(), null, null, null);
        @Nullable ImportedProducts abroad = table.importedUse().orElse(null);
        if (abroad != null) {
            writeRows(RowKind.IMPORTED_USE, abroad.toIndustries(), abroad.toFinalUsers(), null, null, null);
        }
        writeRows(RowKind.VALUE_ADDED, table.valueAdded(), null, null, null, null);
        LabelledMatrix byFinalUser = table.finalDemandExtensions();
        // What nobody records of final users stays blank.
        boolean isRecorded = byFinalUser.matrix().nonZeros() > 0;
        writeRows(RowKind.EXTENSION, table.extensions(), isRecorded ? byFinalUser : null, null, null, null);
    }

    private void writeHeader() throws IOException {
        out.text(SupplyUseForm.TITLE).text(SupplyUseForm.prices(table.prices())).blanks(regions ? 2 : 1);
        for (Columns some : columns) {
            for (int c = 0; c < some.labels().size(); c++) {
                out.text(some.kind().text);
            }
        }
        out.endRow();
        if (regions) {
            out.text(VectorCsv.REGION).blanks(3);
            for (Columns some : columns) {
                for (Label label : some.labels()) {
                    out.region(label);
                }
            }
            out.endRow();
            out.texts(OwnForm.KIND, VectorCsv.REGION, OwnForm.NAME, VectorCsv.UNIT);
        } else {
            out.texts(OwnForm.KIND, OwnForm.NAME, VectorCsv.UNIT);
        }
        for (Columns some : columns) {
            for (Label label : some.labels()) {
                out.text(label.name());
            }
        }
        out.endRow();
    }

    /** Rows of one kind; parts in the order of the columns, null where the cells stay blank. */
    private void writeRows(RowKind kind, LabelledMatrix first, @Nullable LabelledMatrix... others) throws IOException {
        // A row of a matrix stored by columns is a column of its transpose.
        List<@Nullable SparseMatrix> byRow = new ArrayList<>();
        byRow.add(first.matrix().transpose());
        for (LabelledMatrix other : others) {
            byRow.add(other == null ? null : other.matrix().transpose());
        }
        for (int r = 0; r < first.rows().size(); r++) {
            out.text(kind.text);
            if (regions) {
                out.region(first.rows().get(r));
            }
            out.text(first.rows().get(r).name()).text(first.rowUnits().get(r));
            for (int p = 0; p < columns.size(); p++) {
                SparseMatrix part = byRow.get(p);
                if (part == null) {
                    out.blanks(columns.get(p).labels().size());
                } else {
                    writeColumn(part, r);
                }
            }
            out.endRow();
        }
    }

    private void writeColumn(SparseMatrix matrix, int column) throws IOException {
        double[] values = new double[matrix.rows()];
        matrix.forEachInColumn(column, (i, j, v) -> values[i] = v);
        for (double value : values) {
            out.number(value);
        }
    }
}
