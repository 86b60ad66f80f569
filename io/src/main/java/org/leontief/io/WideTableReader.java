package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.leontief.io.TableForm.Column;
import org.leontief.io.TableForm.ColumnRole;
import org.leontief.io.TableForm.Row;
import org.leontief.io.TableForm.RowRole;
import org.leontief.io.TableForm.Totals;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;

/** Reads one wide table, row by row. */
final class WideTableReader {

    private final CsvSource source;
    private final TableForm form;
    private final List<Column> columns;
    private final Labels sectors;
    private final Labels categories;
    private final int[] sectorColumns;
    private final int[] demandColumns;
    private final int[] statedColumns;

    private final SectorRows sectorRows;
    private final SparseMatrixBuilder demand;
    private final String[] unitOfSector;
    private final double[] stated;
    private boolean hasStated;
    private final List<Row> primary = new ArrayList<>();
    private final List<double[]> primaryAmounts = new ArrayList<>();
    private final SparseRows extensions = new SparseRows();
    private final SparseRows imports = new SparseRows();

    /** Rows below the sectors that are mostly empty, with what is recorded of final users. */
    private final class SparseRows {

        private final List<Label> labels = new ArrayList<>();
        private final List<String> unitByRow = new ArrayList<>();
        private final CellList sectorCells = new CellList();
        private final CellList userCells = new CellList();

        void take(Row row) throws CsvFormatException {
            double[] amounts = amounts(row);
            for (int j = 0; j < amounts.length; j++) {
                if (amounts[j] != 0) {
                    sectorCells.add(labels.size(), j, amounts[j], source.line());
                }
            }
            if (form.reachesFinalUsers(row.role())) {
                for (int c = 0; c < demandColumns.length; c++) {
                    if (!source.cell(demandColumns[c]).isEmpty()) {
                        userCells.add(labels.size(), c, source.number(demandColumns[c]), source.line());
                    }
                }
            }
            labels.add(row.requireLabel());
            unitByRow.add(row.unit());
        }

        Labels names() {
            return Labels.ofLabels(labels);
        }

        Units units() {
            return Units.perLabel(unitByRow);
        }

        SparseMatrix bySector() {
            return sectorCells.toMatrix(labels.size(), sectors.size());
        }

        SparseMatrix byFinalUser() {
            return userCells.toMatrix(labels.size(), categories.size());
        }
    }

    private WideTableReader(CsvSource source, TableForm form, MatrixRows cells) throws IOException {
        this.source = source;
        this.form = form;
        columns = form.readHeader(source);
        requireDistinct();
        sectorColumns = columnsOf(ColumnRole.SECTOR);
        demandColumns = columnsOf(ColumnRole.FINAL_DEMAND);
        statedColumns = columnsOf(ColumnRole.STATED_OUTPUT);
        sectors = labels(sectorColumns);
        categories = labels(demandColumns);
        if (sectors.size() == 0) {
            throw source.inRow("the header names no sector");
        }
        if (statedColumns.length > 1) {
            throw source.inCell(statedColumns[1], "there are two columns of stated output; there can be one.");
        }
        hasStated = statedColumns.length == 1;
        sectorRows = new SectorRows(source, sectors, cells);
        demand = SparseMatrix.builder(sectors.size(), categories.size());
        unitOfSector = new String[sectors.size()];
        stated = new double[sectors.size()];
    }

    static InputOutputTable read(Path path, TableForm form, CsvOptions options) throws IOException {
        return read(path, form, options, form::totals);
    }

    static InputOutputTable read(Path path, TableForm form, CsvOptions options, Totals totals) throws IOException {
        return read(path, form, options, () -> totals);
    }

    private static InputOutputTable read(Path path, TableForm form, CsvOptions options, Supplier<Totals> totals)
            throws IOException {
        return MatrixRows.read(path, cells -> {
                    try (CsvSource source = CsvSource.openTable(DataFile.of(path), form.sheet(), options)) {
                        WideTableReader reader = new WideTableReader(source, form, cells);
                        reader.readRows();
                        return cells instanceof MatrixRows.Counted
                                ? Optional.<InputOutputTable>empty()
                                : Optional.of(reader.checked(totals.get()));
                    }
                })
                .orElseThrow();
    }

    private InputOutputTable checked(Totals totals) throws CsvFormatException {
        form.finish(source);
        sectorRows.requireSameOnBothSides();
        form.checkSectors(sectorRows);
        return build(totals);
    }

    private void requireDistinct() throws CsvFormatException {
        // A sector and a category of final demand may share a label ("Government").
        Map<Column, Integer> seen = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            Label label = columns.get(c).label();
            if (label == null || columns.get(c).role() == ColumnRole.IGNORED) {
                continue;
            }
            Integer earlier = seen.putIfAbsent(columns.get(c), c);
            if (earlier != null) {
                throw source.inCell(
                        c,
                        "the label '" + label + "' stands twice in the header, in columns " + (earlier + 1) + " and "
                                + (c + 1) + ". Every label must be there once; maybe a region is missing?");
            }
        }
    }

    private int[] columnsOf(ColumnRole role) {
        return IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).role() == role)
                .toArray();
    }

    private Labels labels(int[] chosen) {
        List<Label> labels = new ArrayList<>();
        for (int c : chosen) {
            Label label = columns.get(c).label();
            if (label != null) {
                labels.add(label);
            }
        }
        return Labels.ofLabels(labels);
    }

    private void readRows() throws IOException {
        Map<RowRole, Map<Label, Long>> lineOfLabel = new EnumMap<>(RowRole.class);
        long rows = 0;
        while (source.next()) {
            rows++;
            Row row = form.row(source);
            if (row.role() != RowRole.IGNORED) {
                Long earlier = lineOfLabel
                        .computeIfAbsent(row.role(), role -> new HashMap<>())
                        .putIfAbsent(row.requireLabel(), source.line());
                if (earlier != null) {
                    throw source.inRow("the label '" + row.label() + "' stands twice, on lines " + earlier + " and "
                            + source.line()
                            + ". Every label must be there once; maybe a region column is not declared?");
                }
                take(row);
            }
        }
        if (rows == 0) {
            throw source.inFile("the file has a header and nothing below it");
        }
    }

    private void take(Row row) throws CsvFormatException {
        Label label = row.requireLabel();
        switch (row.role()) {
            case SECTOR -> takeSector(label, row.unit());
            case VALUE_ADDED -> {
                primary.add(row);
                primaryAmounts.add(amounts(row));
            }
            case EXTENSION -> extensions.take(row);
            case IMPORTS -> imports.take(row);
            case STATED_OUTPUT -> {
                hasStated = true;
                System.arraycopy(amounts(row), 0, stated, 0, stated.length);
            }
            case IGNORED -> throw new IllegalStateException("Ignored rows are not taken.");
        }
    }

    private void takeSector(Label label, String unit) throws CsvFormatException {
        int place = sectorRows.add(label, sectorColumns);
        if (place < 0) {
            return;
        }
        unitOfSector[place] = unit;
        for (int c = 0; c < demandColumns.length; c++) {
            demand.add(place, c, source.number(demandColumns[c]));
        }
        if (statedColumns.length == 1) {
            stated[place] = source.number(statedColumns[0]);
        }
    }

    /** The numbers of the row under the sectors. */
    private double[] amounts(Row row) throws CsvFormatException {
        double[] amounts = new double[sectorColumns.length];
        for (int j = 0; j < amounts.length; j++) {
            amounts[j] = source.number(sectorColumns[j]);
        }
        if (!form.reachesFinalUsers(row.role())) {
            for (int c : demandColumns) {
                form.checkUnused(source, c);
            }
        }
        for (int c : statedColumns) {
            form.checkUnused(source, c);
        }
        return amounts;
    }

    private InputOutputTable build(Totals totals) throws CsvFormatException {
        try {
            InputOutputTableBuilder builder = InputOutputTable.builder(sectors)
                    .units(Units.perLabel(Arrays.asList(unitOfSector)))
                    .transactions(sectorRows.transactions())
                    .finalDemand(categories, demand.build())
                    .totals(totals.policy(), totals.tolerance());
            for (int r = 0; r < primary.size(); r++) {
                Row row = primary.get(r);
                builder.valueAdded(row.requireLabel().toString(), row.unit(), primaryAmounts.get(r));
            }
            if (!extensions.labels.isEmpty()) {
                builder.extensions(extensions.names(), extensions.units(), extensions.bySector())
                        .finalDemandExtensions(extensions.byFinalUser());
            }
            if (!imports.labels.isEmpty()) {
                builder.imports(
                        LabelledMatrix.of("Imports", imports.names(), sectors, imports.units(), imports.bySector()),
                        LabelledMatrix.of(
                                "Imports to final users",
                                imports.names(),
                                categories,
                                imports.units(),
                                imports.byFinalUser()));
            }
            if (hasStated) {
                builder.statedOutput(stated);
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new CsvFormatException(source.file(), 0, source.file() + ": " + e.getMessage(), e);
        }
    }
}
