package org.leontief.solve;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Some columns of a square matrix A and what stands in their place in A'. Everything is in the numbering of the user, or of
 * one {@link Numbering}: see {@link #inward}.
 *
 * <p>Once made, columns are ascending and none is replaced by itself.
 */
final class ChangedColumns {

    /** The columns that are replaced, ascending. Shared, not to be written to. */
    final int[] columns;

    /** n × k: what they are in A'. */
    final SparseMatrix replacement;

    /** n × k: what they were in A. */
    private final SparseMatrix original;

    private ChangedColumns(int[] columns, SparseMatrix replacement, SparseMatrix original) {
        this.columns = columns;
        this.replacement = replacement;
        this.original = original;
    }

    /**
     * Checks what a user gives.
     *
     * @param columns in any order
     * @param newColumns one for each
     * @throws IllegalArgumentException if a number is out of range or given twice, or a shape does not fit
     */
    static ChangedColumns of(SparseMatrix a, int[] columns, SparseMatrix newColumns) {
        require(a, columns, newColumns);
        int[] order = order(columns);
        int[] sorted = picked(columns, order);
        return new ChangedColumns(sorted, selected(newColumns, order), selected(a, sorted)).withoutIdle();
    }

    /** This change and then a later one, of the same A; what the later one says of a column goes. */
    ChangedColumns then(SparseMatrix a, int[] later, SparseMatrix newColumns) {
        require(a, later, newColumns);
        BitSet again = new BitSet();
        Arrays.stream(later).forEach(again::set);
        int[] kept = new int[columns.length];
        int count = 0;
        for (int c = 0; c < columns.length; c++) {
            if (!again.get(columns[c])) {
                kept[count++] = c;
            }
        }
        int[] places = Arrays.copyOf(kept, count);
        int[] all = Arrays.copyOf(later, later.length + count);
        System.arraycopy(picked(columns, places), 0, all, later.length, count);
        SparseColumnsBuilder builder =
                SparseMatrix.byColumns(a.rows, all.length, newColumns.nonZeros() + replacement.nonZeros());
        append(builder, newColumns, 0, later.length);
        for (int c : places) {
            append(builder, replacement, c, c + 1);
        }
        return of(a, all, builder.build());
    }

    private static void require(SparseMatrix a, int[] columns, SparseMatrix newColumns) {
        if (newColumns.rows != a.rows) {
            throw new IllegalArgumentException("The new columns have " + newColumns.rows + " rows where the matrix has "
                    + a.rows + ". Give every column in full, zeros included.");
        }
        if (newColumns.columns != columns.length) {
            throw new IllegalArgumentException("There are " + columns.length + " column numbers and "
                    + newColumns.columns + " new columns; one new column is needed for each number.");
        }
        int[] order = order(columns);
        for (int k = 0; k < order.length; k++) {
            int column = columns[order[k]];
            if (column < 0 || column >= a.columns) {
                throw new IllegalArgumentException("columns[" + order[k] + "] is " + column + "; a number from 0 to "
                        + (a.columns - 1) + " is needed. Columns are counted from 0.");
            }
            if (k > 0 && columns[order[k - 1]] == column) {
                throw new IllegalArgumentException("columns[" + order[k] + "] is " + column + ", as is columns["
                        + order[k - 1] + "]. Replace a column once, by what it shall be in the end.");
            }
        }
    }

    private ChangedColumns withoutIdle() {
        int[] places = between(replacement, original);
        return places.length == columns.length
                ? this
                : new ChangedColumns(
                        picked(columns, places), selected(replacement, places), selected(original, places));
    }

    /** Whether two matrices have the same column j. */
    private static boolean isSame(SparseMatrix one, SparseMatrix other, int j) {
        int first = one.columnStart[j];
        int end = one.columnStart[j + 1];
        int from = other.columnStart[j];
        int to = other.columnStart[j + 1];
        return Arrays.equals(one.rowIndex, first, end, other.rowIndex, from, to)
                && Arrays.equals(one.value, first, end, other.value, from, to);
    }

    /** Numbers of the columns in which two matrices of one shape differ, ascending. */
    static int[] between(SparseMatrix one, SparseMatrix other) {
        int[] differing = new int[one.columns];
        int count = 0;
        for (int j = 0; j < one.columns; j++) {
            if (!isSame(one, other, j)) {
                differing[count++] = j;
            }
        }
        return Arrays.copyOf(differing, count);
    }

    int count() {
        return columns.length;
    }

    /** Entries that are multiplied in the place of others. */
    int entries() {
        return replacement.nonZeros();
    }

    /** The same change in another numbering. */
    ChangedColumns inward(Numbering numbering) {
        int[] inner = numbering.insideShared();
        int[] moved = picked(inner, columns);
        int[] order = order(moved);
        return new ChangedColumns(
                picked(moved, order), renumbered(replacement, inner, order), renumbered(original, inner, order));
    }

    /** The change of |A|. */
    ChangedColumns absolute() {
        return new ChangedColumns(columns, replacement.abs(), original.abs());
    }

    /** Δ = A' − A on these columns, rounded: n × k. */
    SparseMatrix difference() {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(
                replacement.rows, columns.length, (long) replacement.nonZeros() + original.nonZeros());
        for (int c = 0; c < columns.length; c++) {
            int most = entriesIn(replacement, c) + entriesIn(original, c);
            int[] row = new int[most];
            double[] value = new double[most];
            int p = replacement.columnStart[c];
            int q = original.columnStart[c];
            int count = 0;
            while (p < replacement.columnStart[c + 1] || q < original.columnStart[c + 1]) {
                int newRow = p < replacement.columnStart[c + 1] ? replacement.rowIndex[p] : Integer.MAX_VALUE;
                int oldRow = q < original.columnStart[c + 1] ? original.rowIndex[q] : Integer.MAX_VALUE;
                row[count] = Math.min(newRow, oldRow);
                double difference =
                        (newRow <= oldRow ? replacement.value[p++] : 0) - (oldRow <= newRow ? original.value[q++] : 0);
                // It guides sweeps and updates of factors, whose results are checked against A' itself.
                value[count++] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, difference));
            }
            builder.appendColumn(row, value, count);
        }
        return builder.build();
    }

    /** n × k: column c is 1 in the row that has the number of the changed column, and 0 elsewhere. */
    SparseMatrix units() {
        int[] start = new int[columns.length + 1];
        Arrays.setAll(start, c -> c);
        double[] ones = new double[columns.length];
        Arrays.fill(ones, 1);
        return new SparseMatrix(replacement.rows, columns.length, start, columns, ones);
    }

    /** Whether A' has a negative entry. */
    boolean leavesNegative(SparseMatrix a) {
        if (replacement.hasNegative()) {
            return true;
        }
        int next = 0;
        for (int j = 0; j < a.columns; j++) {
            if (next < columns.length && columns[next] == j) {
                next++;
            } else {
                for (int p = a.columnStart[j]; p < a.columnStart[j + 1]; p++) {
                    if (a.value[p] < 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A', a copy. */
    SparseMatrix applied(SparseMatrix a) {
        long entries = (long) a.nonZeros() - original.nonZeros() + replacement.nonZeros();
        SparseColumnsBuilder builder = SparseMatrix.byColumns(a.rows, a.columns, entries);
        int from = 0;
        for (int c = 0; c < columns.length; c++) {
            append(builder, a, from, columns[c]);
            append(builder, replacement, c, c + 1);
            from = columns[c] + 1;
        }
        append(builder, a, from, a.columns);
        return builder.build();
    }

    /** The columns of A', given those of A. */
    Columns appliedTo(Columns a) {
        return new Columns() {
            @Override
            public int entriesIn(int j) {
                int c = Arrays.binarySearch(columns, j);
                return c < 0 ? a.entriesIn(j) : ChangedColumns.entriesIn(replacement, c);
            }

            @Override
            public void add(int j, double factor, double[] y) {
                int c = Arrays.binarySearch(columns, j);
                if (c < 0) {
                    a.add(j, factor, y);
                    return;
                }
                for (int p = replacement.columnStart[c]; p < replacement.columnStart[c + 1]; p++) {
                    y[replacement.rowIndex[p]] += replacement.value[p] * factor;
                }
            }
        };
    }

    /** The rows of A', given those of A: a copy in which the entries of changed columns stand at the ends of the rows. */
    Rows appliedToRows(Rows a) {
        BitSet changed = new BitSet(a.n);
        Arrays.stream(columns).forEach(changed::set);
        SparseMatrix added = replacement.transpose();
        int[] start = new int[a.n + 1];
        int[] index = new int[a.start[a.n] - original.nonZeros() + replacement.nonZeros()];
        double[] value = new double[index.length];
        int next = 0;
        for (int i = 0; i < a.n; i++) {
            for (int p = a.start[i]; p < a.start[i + 1]; p++) {
                if (!changed.get(a.index[p])) {
                    index[next] = a.index[p];
                    value[next++] = a.value[p];
                }
            }
            for (int p = added.columnStart[i]; p < added.columnStart[i + 1]; p++) {
                index[next] = columns[added.rowIndex[p]];
                value[next++] = added.value[p];
            }
            start[i + 1] = next;
        }
        return Rows.ofTransposed(new SparseMatrix(a.n, a.n, start, index, value));
    }

    /** The rows of A'ᵀ, given those of Aᵀ: a copy in which whole rows are others. */
    Rows appliedToColumns(Rows a) {
        SparseMatrix old = a.transposed();
        int[] start = new int[a.n + 1];
        int[] index = new int[old.nonZeros() - original.nonZeros() + replacement.nonZeros()];
        double[] value = new double[index.length];
        int c = 0;
        for (int j = 0; j < a.n; j++) {
            boolean isChanged = c < columns.length && columns[c] == j;
            SparseMatrix from = isChanged ? replacement : old;
            int place = isChanged ? c++ : j;
            int entries = entriesIn(from, place);
            System.arraycopy(from.rowIndex, from.columnStart[place], index, start[j], entries);
            System.arraycopy(from.value, from.columnStart[place], value, start[j], entries);
            start[j + 1] = start[j] + entries;
        }
        return Rows.ofTransposed(new SparseMatrix(a.n, a.n, start, index, value));
    }

    private static int entriesIn(SparseMatrix a, int column) {
        return a.columnStart[column + 1] - a.columnStart[column];
    }

    /** Some columns of a matrix, in the order of the numbers. */
    static SparseMatrix selected(SparseMatrix a, int[] places) {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(a.rows, places.length, 0);
        for (int place : places) {
            append(builder, a, place, place + 1);
        }
        return builder.build();
    }

    private static SparseMatrix renumbered(SparseMatrix a, int[] inner, int[] order) {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(a.rows, order.length, a.nonZeros());
        for (int c : order) {
            int from = a.columnStart[c];
            int[] row = picked(inner, Arrays.copyOfRange(a.rowIndex, from, a.columnStart[c + 1]));
            builder.appendColumn(row, Arrays.copyOfRange(a.value, from, a.columnStart[c + 1]), row.length);
        }
        return builder.build();
    }

    private static void append(SparseColumnsBuilder builder, SparseMatrix a, int from, int to) {
        for (int j = from; j < to; j++) {
            builder.append(a.rowIndex, a.value, a.columnStart[j], a.columnStart[j + 1]);
        }
    }

    /** The places of numbers in ascending order of the numbers. */
    private static int[] order(int[] numbers) {
        long[] keys = new long[numbers.length];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = ((long) numbers[k] << 32) | k;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private static int[] picked(int[] numbers, int[] places) {
        return Arrays.stream(places).map(k -> numbers[k]).toArray();
    }
}
