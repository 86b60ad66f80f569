package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** Writes a table in the library's own layout, row by row. */
final class OwnTableWriter {

    private final InputOutputTable table;
    private final CsvOutput out;
    private final boolean regions;
    private final @Nullable LabelledVector stated;

    OwnTableWriter(InputOutputTable table, CsvOutput out) {
        this.table = table;
        this.out = out;
        stated = table.statedOutput().orElse(null);
        regions = hasRegions(table.industries())
                || hasRegions(table.finalDemand().categories())
                || hasRegions(table.valueAdded().rows())
                || hasRegions(table.extensions().rows())
                || table.imports()
                        .filter(imports -> hasRegions(imports.products()))
                        .isPresent();
    }

    private static boolean hasRegions(Labels labels) {
        return !labels.regions().isEmpty();
    }

    void write() throws IOException {
        writeHeader();
        writeSectors();
        List<RowBlock> rows = new ArrayList<>();
        rows.add(new RowBlock(OwnForm.VALUE_ADDED, table.valueAdded(), null));
        rows.add(new RowBlock(OwnForm.EXTENSION, table.extensions(), table.finalDemandExtensions()));
        table.imports()
                .ifPresent(imports ->
                        rows.add(new RowBlock(OwnForm.IMPORTS, imports.toIndustries(), imports.toFinalUsers())));
        for (RowBlock block : rows) {
            writeRows(block);
        }
    }

    private void writeHeader() throws IOException {
        Labels industries = table.industries();
        Labels categories = table.finalDemand().categories();
        out.text(OwnForm.TITLE).blanks(regions ? 3 : 2);
        for (int j = 0; j < industries.size(); j++) {
            out.text(OwnForm.SECTOR);
        }
        for (int c = 0; c < categories.size(); c++) {
            out.text(OwnForm.FINAL_DEMAND);
        }
        if (stated != null) {
            out.text(StatedKind.of(table, stated).written());
        }
        out.endRow();
        if (regions) {
            out.text(VectorCsv.REGION).blanks(3);
            writeRegions(industries);
            writeRegions(categories);
            out.blanks(stated == null ? 0 : 1).endRow();
            out.texts(OwnForm.KIND, VectorCsv.REGION, OwnForm.NAME, VectorCsv.UNIT);
        } else {
            out.texts(OwnForm.KIND, OwnForm.NAME, VectorCsv.UNIT);
        }
        writeNames(industries);
        writeNames(categories);
        if (stated != null) {
            out.text("stated output");
        }
        out.endRow();
    }

    private void writeSectors() throws IOException {
        // A row of a matrix stored by columns is a column of its transpose.
        SparseMatrix usesByRow = table.transactions().matrix().transpose();
        SparseMatrix demandByRow = table.finalDemand().byCategory().matrix().transpose();
        for (int i = 0; i < table.industries().size(); i++) {
            writeLabels(OwnForm.SECTOR, table.industries().get(i), table.units().get(i));
            writeColumn(usesByRow, i);
            writeColumn(demandByRow, i);
            if (stated != null) {
                out.number(stated.at(i));
            }
            out.endRow();
        }
    }

    private void writeRows(RowBlock block) throws IOException {
        LabelledMatrix rows = block.bySector();
        SparseMatrix byRow = rows.matrix().transpose();
        // What nobody records of final users stays blank.
        @Nullable
        SparseMatrix usersByRow =
                block.byFinalUser() == null || block.byFinalUser().matrix().nonZeros() == 0
                        ? null
                        : block.byFinalUser().matrix().transpose();
        for (int r = 0; r < rows.rows().size(); r++) {
            writeLabels(block.kind(), rows.rows().get(r), rows.rowUnits().get(r));
            writeColumn(byRow, r);
            if (usersByRow == null) {
                out.blanks(table.finalDemand().categories().size());
            } else {
                writeColumn(usersByRow, r);
            }
            out.blanks(stated == null ? 0 : 1).endRow();
        }
    }

    /** Rows below the sectors, and what is recorded of final users beside them. */
    private record RowBlock(
            String kind, LabelledMatrix bySector, @Nullable LabelledMatrix byFinalUser) {}

    private void writeLabels(String kind, Label label, String unit) throws IOException {
        out.text(kind);
        if (regions) {
            out.region(label);
        }
        out.text(label.name()).text(unit);
    }

    private void writeColumn(SparseMatrix matrix, int column) throws IOException {
        double[] values = new double[matrix.rows()];
        matrix.forEachInColumn(column, (i, j, v) -> values[i] = v);
        for (double value : values) {
            out.number(value);
        }
    }

    private void writeRegions(Labels labels) throws IOException {
        for (Label label : labels) {
            out.region(label);
        }
    }

    private void writeNames(Labels labels) throws IOException {
        for (Label label : labels) {
            out.text(label.name());
        }
    }
}
