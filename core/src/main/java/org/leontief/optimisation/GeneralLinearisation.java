package org.leontief.optimisation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.TangentEnvelope.Piece;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/** A general programme, split into pieces by copies of its columns. */
record GeneralLinearisation(LinearProgramme linear, LinearSolver solver) implements Linearisable {

    @Override
    public int columns() {
        return linear.columns();
    }

    @Override
    public double columnLower(int column) {
        return linear.columnLower(column);
    }

    @Override
    public double columnUpper(int column) {
        return linear.columnUpper(column);
    }

    @Override
    public double objective(int column) {
        return linear.objective(column);
    }

    @Override
    public LinearSolution solve(PieceColumns pieces, ProgrammeOptions options, @Nullable Basis start) {
        LinearProgramme linearised = linearised(pieces);
        return start == null ? solver.solve(linearised, options) : solver.solve(linearised, options, start);
    }

    private LinearProgramme linearised(PieceColumns pieces) {
        int columns = pieces.count();
        double[] objective = new double[columns];
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        long entries = (long) Math.ceil((double) linear.matrix().nonZeros() * columns / Math.max(1, linear.columns()));
        SparseColumnsBuilder matrix = SparseMatrix.byColumns(linear.rows(), columns, entries);
        int[] place = new int[linear.rows()];
        double[] value = new double[linear.rows()];
        int next = 0;
        for (int j = 0; j < linear.columns(); j++) {
            int[] count = {0};
            linear.matrix().forEachInColumn(j, (i, column, entry) -> {
                place[count[0]] = i;
                value[count[0]++] = entry;
            });
            for (Piece piece : pieces.of(j)) {
                matrix.appendColumn(place, value, count[0]);
                objective[next] = linear.objective(j) + piece.slope();
                lower[next] = piece.lower();
                upper[next++] = piece.upper();
            }
        }
        return LinearProgramme.of(
                Sense.MAXIMISE,
                objective,
                matrix.build(),
                rows(linear::rowLower),
                rows(linear::rowUpper),
                lower,
                upper);
    }

    private double[] rows(IntToDoubleFunction of) {
        double[] rows = new double[linear.rows()];
        Arrays.setAll(rows, of);
        return rows;
    }
}
