package org.leontief.plan.years;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leontief.optimisation.Basis;
import org.leontief.optimisation.Basis.Place;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeReport;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.solve.SparseMatrix;

/**
 * The programme of several years without its outputs. Where inputs are used in the same year, nothing is stored, and no more
 * output than is used is worth anything, x(t) = L(t) (what is built, consumed, delivered): what is left are capital and
 * consumption, whose columns are few times products. Its best basis, with all outputs in it, is one of the whole programme, which the
 * simplex method then has to confirm.
 */
final class YearsReduction {

    private final LinearProgramme full;
    private final List<OutputBlock> blocks;
    /** For a column or row of the whole programme its number here; −1 − its block if it is left out. */
    private final int[] columnHere;

    private final int[] rowHere;
    private final int[] placeInBlock;
    private final ProgrammeRows rows;
    private final int columns;

    private YearsReduction(LinearProgramme full, List<OutputBlock> blocks) {
        this.full = full;
        this.blocks = blocks;
        columnHere = new int[full.columns()];
        rowHere = new int[full.rows()];
        placeInBlock = new int[full.columns()];
        for (int b = 0; b < blocks.size(); b++) {
            int[] outputs = blocks.get(b).columns();
            int[] balances = blocks.get(b).rows();
            for (int i = 0; i < outputs.length; i++) {
                columnHere[outputs[i]] = -1 - b;
                placeInBlock[outputs[i]] = i;
                rowHere[balances[i]] = -1 - b;
            }
        }
        columns = number(columnHere);
        number(rowHere);
        rows = new ProgrammeRows(columns);
    }

    private static int number(int[] here) {
        int next = 0;
        for (int k = 0; k < here.length; k++) {
            if (here[k] >= 0) {
                here[k] = next++;
            }
        }
        return next;
    }

    /** The basis of the whole programme that the best one of the rest gives, and how that was found. */
    record Found(Basis basis, ProgrammeReport report) {}

    /** A basis close to the best one, if outputs can be left out and the rest has a best plan. */
    static Optional<Found> basis(YearsProgramme programme, LinearProgramme full, ProgrammeOptions options) {
        if (!programme.outputsFollow()) {
            return Optional.empty();
        }
        Optional<List<OutputBlock>> blocks = OutputBlock.all(programme, full);
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        YearsReduction reduction = new YearsReduction(full, blocks.get());
        LinearSolution solution = new RevisedSimplex().solve(reduction.programme(), options);
        return solution.status() == ProgrammeStatus.OPTIMAL
                ? solution.basis().map(basis -> new Found(reduction.whole(basis), solution.report()))
                : Optional.empty();
    }

    private LinearProgramme programme() {
        SparseMatrix byRow = full.matrix().transpose();
        for (int i = 0; i < full.rows(); i++) {
            if (rowHere[i] >= 0) {
                double[] offset = new double[1];
                byRow.forEachInColumn(i, (column, row, value) -> offset[0] += add(column, value));
                rows.end(full.rowLower(i) - offset[0], full.rowUpper(i) - offset[0]);
            }
        }
        double[] objective = new double[columns];
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        for (int j = 0; j < full.columns(); j++) {
            if (full.objective(j) != 0) {
                add(j, full.objective(j));
            }
            if (columnHere[j] >= 0) {
                lower[columnHere[j]] = full.columnLower(j);
                upper[columnHere[j]] = full.columnUpper(j);
            }
        }
        rows.moveTo(objective);
        return rows.programme(full.sense(), objective, lower, upper);
    }

    /** Adds an entry of the whole programme to the row that is being written; what it adds to the constant. */
    private double add(int column, double value) {
        if (columnHere[column] >= 0) {
            rows.add(columnHere[column], value);
            return 0;
        }
        OutputBlock block = blocks.get(-1 - columnHere[column]);
        int place = placeInBlock[column];
        for (int k = 0; k < block.users().length; k++) {
            double output = block.response(k)[place];
            if (output != 0) {
                rows.add(columnHere[block.users()[k]], value * output);
            }
        }
        return value * block.constant()[place];
    }

    /** The same basis with outputs in it and their balances at what is needed. */
    private Basis whole(Basis here) {
        Place[] ofColumns = new Place[full.columns()];
        Place[] ofRows = new Place[full.rows()];
        Arrays.fill(ofColumns, Place.BASIC);
        Arrays.fill(ofRows, Place.LOWER);
        for (int j = 0; j < ofColumns.length; j++) {
            if (columnHere[j] >= 0) {
                ofColumns[j] = here.column(columnHere[j]);
            }
        }
        for (int i = 0; i < ofRows.length; i++) {
            if (rowHere[i] >= 0) {
                ofRows[i] = here.row(rowHere[i]);
            }
        }
        return Basis.of(ofColumns, ofRows);
    }
}
