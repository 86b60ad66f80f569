package org.leontief.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;

/** Gathers the transactions of a wide table, and sees to it that rows and columns name the same sectors. */
final class SectorRows {

    private static final int KEPT = 10;

    /** A row whose label no column has, with its numbers if its cells are all numbers. */
    private record Stranger(Label label, long line, Optional<double[]> numbers) {}

    private final CsvSource source;
    private final Labels sectors;
    private final MatrixRows cells;
    private final double[] numbers;
    /** The line of each sector's row; 0 if it has not come. */
    private final long[] lines;

    private final List<Stranger> strangers = new ArrayList<>();
    private int strangerCount;
    private @Nullable SparseMatrix transactions;

    SectorRows(CsvSource source, Labels sectors, MatrixRows cells) {
        this.source = source;
        this.sectors = sectors;
        this.cells = cells;
        numbers = new double[sectors.size()];
        lines = new long[sectors.size()];
    }

    /** Takes the row that the source stands at; its place, or −1 if no column has its label. */
    int add(Label label, int[] columnOfSector) throws CsvFormatException {
        if (!sectors.contains(label)) {
            addStranger(label, columnOfSector);
            return -1;
        }
        int place = sectors.indexOf(label);
        lines[place] = source.line();
        for (int j = 0; j < columnOfSector.length; j++) {
            numbers[j] = source.number(columnOfSector[j]);
        }
        cells.take(place, numbers);
        return place;
    }

    private void addStranger(Label label, int[] columnOfSector) {
        strangerCount++;
        if (strangers.size() < KEPT) {
            strangers.add(new Stranger(label, source.line(), numbersIfAll(columnOfSector)));
        }
    }

    private Optional<double[]> numbersIfAll(int[] columns) {
        double[] numbers = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            try {
                numbers[j] = source.number(columns[j]);
            } catch (CsvFormatException e) {
                return Optional
                        .empty(); // then it is not compared with the sum of the sectors; it is an error in any case
            }
        }
        return Optional.of(numbers);
    }

    SparseMatrix transactions() {
        if (transactions == null) {
            transactions = cells.matrix(sectors.size(), sectors.size());
        }
        return transactions;
    }

    /** An error if the rows and the columns do not name the same sectors. */
    void requireSameOnBothSides() throws CsvFormatException {
        LabelList onlyRows = new LabelList();
        double[] columnSums = transactions().columnSums();
        for (int k = 0; k < strangerCount; k++) {
            onlyRows.add(k < strangers.size() ? described(strangers.get(k), columnSums) : "");
        }
        LabelList onlyColumns = new LabelList();
        for (int j = 0; j < lines.length; j++) {
            if (lines[j] == 0) {
                onlyColumns.add(
                        sectors.get(j) + (isTotalColumn(j) ? " (looks like a total; name it in ignoreColumns)" : ""));
            }
        }
        if (!onlyRows.isEmpty() || !onlyColumns.isEmpty()) {
            throw source.atLine(
                    strangers.isEmpty() ? 0 : strangers.get(0).line(),
                    "rows and columns do not name the same sectors."
                            + (onlyRows.isEmpty() ? "" : " Only rows: " + onlyRows + ".")
                            + (onlyColumns.isEmpty() ? "" : " Only columns: " + onlyColumns + ".")
                            + " Whatever is not a sector must be declared: rows with valueAdded, extension,"
                            + " statedOutputRow or ignoreRows, columns with finalDemand, statedOutputColumn or"
                            + " ignoreColumns of the TableLayout.");
        }
    }

    private static String described(Stranger row, double[] columnSums) {
        boolean total = TotalRows.isNamedLikeTotal(row.label().name())
                || row.numbers()
                        .filter(numbers -> TotalRows.agree(numbers, columnSums))
                        .isPresent();
        return row.label() + (total ? " (looks like a total; name it in ignoreRows)" : "");
    }

    private boolean isTotalColumn(int column) {
        double[] own = new double[lines.length];
        transactions().forEachInColumn(column, (i, j, v) -> own[i] = v);
        double[] others = new double[lines.length];
        transactions().forEach((i, j, v) -> others[i] += lines[j] == 0 ? 0 : v);
        return TotalRows.isNamedLikeTotal(sectors.get(column).name()) || TotalRows.agree(own, others);
    }

    /** An error if one of the sectors is a total that stands among both rows and columns. */
    void requireNoTotal() throws CsvFormatException {
        for (int i = 0; i < lines.length; i++) {
            if (TotalRows.isNamedLikeTotal(sectors.get(i).name())) {
                throw total(i, "looks like a total by its name");
            }
        }
        int row = TotalRows.find(transactions());
        if (row >= 0) {
            throw total(row, "looks like a total: its row is the sum of all other rows");
        }
        int column = TotalRows.findColumn(transactions(), new int[sectors.size()], 1);
        if (column >= 0) {
            throw total(column, "looks like a total: its column is the sum of all other columns");
        }
    }

    private CsvFormatException total(int place, String why) {
        return source.atLine(
                lines[place],
                "'" + sectors.get(place) + "' is taken as a sector, since both a row and a column have this label, but "
                        + why + ". Name it in ignoreRows and ignoreColumns of the TableLayout.");
    }
}
