package org.leontief.compilation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Labels;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;

/**
 * One run of RAS, GRAS or SUT-RAS: checks of the totals, iterations with a look for contradictions in between, and multipliers.
 *
 * <p>Contradictions are looked for after 16, 32, 64, … iterations and at the end. A look costs about as much as an iteration, and
 * margins that cannot be met are told long before the limit of iterations. When one is found it goes on to the next look, in case
 * that shows a larger one.
 */
final class Biproportion {

    private static final int FIRST_LOOK = 16;

    /** Where rows and columns in turn have not come to an end by then, Newton's method takes over for as many passes. */
    private static final int PLAIN_ITERATIONS = 64;

    /** Contradictions whose amounts differ by less than this share are taken for the same. */
    private static final double SAME_AMOUNT = 1e-9;

    private final String method;
    private final Margins margins;
    private final ZeroCells zero;
    private final BiproportionalScaling scaling;
    private final StopReason stop;
    private final List<String> notes;

    private Biproportion(
            String method,
            Margins margins,
            ZeroCells zero,
            BiproportionalScaling scaling,
            StopReason stop,
            List<String> notes) {
        this.method = method;
        this.margins = margins;
        this.zero = zero;
        this.scaling = scaling;
        this.stop = stop;
        this.notes = notes;
    }

    /**
     * Finds the multipliers.
     *
     * @param method for reports
     * @param name what is balanced, for messages
     * @throws InfeasibleMarginsException if it is proved that there are none
     */
    static Biproportion of(String method, String name, SignedCells prior, Margins wanted, BalancingOptions options) {
        List<String> notes = new ArrayList<>();
        Margins margins = wanted.reconciled(name, options, notes);
        ZeroCells zero = new ZeroCells(prior.rows());
        SignedCells cells = prior;
        int spent = 0;
        boolean isNewton = false;
        while (true) {
            CellCounts counts = checked(name, cells, margins, zero, notes);
            if (!counts.zeroRows.isEmpty() || !counts.zeroColumns.isEmpty()) {
                cells = cells.without(zero);
            }
            Attempt attempt =
                    new Attempt(cells, margins, new BiproportionalScaling(cells, margins, counts.longest(), spent));
            SignedCells fewer = attempt.run(method, options, zero, spent);
            if (attempt.worst != null) {
                throw new InfeasibleMarginsException(name, List.of(attempt.worst));
            }
            int emptied = cells.nonZeros() - fewer.nonZeros();
            if (emptied > 0) {
                notes.add(
                        emptied + " cells are 0, since the rows of a group add up to just what its columns take, or the"
                                + " other way round, and leave nothing for them.");
            }
            if (attempt.newtonFrom > 0 && !isNewton) {
                isNewton = true;
                notes.add("Rows and columns in turn came closer by small steps only: after " + attempt.newtonFrom
                        + " iterations Newton's method took turns with them.");
            }
            spent = attempt.scaling.iterations();
            if (attempt.stop != null && (emptied == 0 || spent >= options.iterationLimit())) {
                return new Biproportion(method, margins, zero, attempt.scaling, attempt.stop, notes);
            }
            cells = fewer;
        }
    }

    /** Iterations with one pattern of cells. */
    private static final class Attempt {
        private final SignedCells cells;
        private final Margins margins;
        private final BiproportionalScaling scaling;
        private @Nullable StopReason stop;
        private @Nullable MarginConflict worst;
        /** After how many iterations Newton's method was first tried; 0 if never. */
        private int newtonFrom;

        Attempt(SignedCells cells, Margins margins, BiproportionalScaling scaling) {
            this.cells = cells;
            this.margins = margins;
            this.scaling = scaling;
        }

        /**
         * Goes on until it is over, a contradiction is found that does not get any larger, or cells are found that must be 0.
         *
         * @return the cells that may be other than 0
         */
        SignedCells run(String method, BalancingOptions options, ZeroCells zero, int spent) {
            for (int look = FIRST_LOOK; stop == null; look *= 2) {
                int until = Math.max(spent + look, scaling.iterations() + FIRST_LOOK);
                stop = scaling.run(method, options, Math.min(until, options.iterationLimit()));
                if (stop != null && (stop.isSuccess() || stop == StopReason.CANCELLED)) {
                    return cells;
                }
                ClosedGroups groups = new ClosedGroups(cells, margins, scaling.rowDrift, scaling.columnDrift);
                boolean isLarger = remember(groups.conflict().orElse(null));
                if (worst != null && !isLarger) {
                    return cells;
                }
                if (worst == null && groups.leavesCellsEmpty(cells)) {
                    zero.addLevels(groups.levels());
                    return cells.without(zero);
                }
                if (stop == null && worst == null && look >= PLAIN_ITERATIONS) {
                    newtonFrom = newtonFrom == 0 ? scaling.iterations() : newtonFrom;
                    int left = options.iterationLimit() - scaling.iterations();
                    new ReducedNewton(scaling, method, options).run(Math.min(look, left));
                }
            }
            return cells;
        }

        /** Keeps the contradiction of the larger amount; true if that is the new one. */
        private boolean remember(@Nullable MarginConflict conflict) {
            boolean isLarger =
                    conflict != null && (worst == null || conflict.amount() > worst.amount() * (1 + SAME_AMOUNT));
            worst = isLarger ? conflict : worst;
            return isLarger;
        }
    }

    private static CellCounts checked(
            String name, SignedCells cells, Margins margins, ZeroCells zero, List<String> notes) {
        CellCounts counts = new CellCounts(cells, margins.rowTotals(), margins.columnTotals());
        List<MarginConflict> conflicts = margins.conflicts(counts);
        if (!conflicts.isEmpty()) {
            throw new InfeasibleMarginsException(name, conflicts);
        }
        noteZeros(counts.zeroRows, margins.rows(), "row", notes);
        noteZeros(counts.zeroColumns, margins.columns(), "column", notes);
        zero.rows.or(counts.zeroRows);
        zero.columns.or(counts.zeroColumns);
        return counts;
    }

    private static void noteZeros(BitSet zero, Labels labels, String side, List<String> notes) {
        if (!zero.isEmpty()) {
            Labels names = Labels.ofLabels(zero.stream().mapToObj(labels::get).toList());
            notes.add("All cells are 0 in " + zero.cardinality() + " " + side + (zero.cardinality() == 1 ? "" : "s")
                    + " with cells of one sign and the total 0: " + names + ".");
        }
    }

    /** r, 0 for a row whose cells are all 0. */
    double[] rowMultipliers() {
        return multipliers(scaling.row, zero.rows);
    }

    /** s, 0 for a column whose cells are all 0. */
    double[] columnMultipliers() {
        return multipliers(scaling.column, zero.columns);
    }

    /** 1 / s: by what the negative cells of a column are multiplied; 0 for a column whose cells are all 0. */
    double[] columnReciprocals() {
        return multipliers(scaling.columnReciprocal, zero.columns);
    }

    private static double[] multipliers(double[] found, BitSet zero) {
        double[] multipliers = found.clone();
        zero.stream().forEach(i -> multipliers[i] = 0);
        return multipliers;
    }

    /**
     * Some of the columns, balanced.
     *
     * @param cells with signs
     * @param sign −1 if the cells stand in the margins with the opposite sign, as supply does beside use
     * @param rowOf the row of the margins in which each row of the cells is added up
     * @param firstColumn the column of the margins that the first of the cells is
     */
    SparseMatrix applyTo(SparseMatrix cells, int sign, int[] rowOf, int firstColumn) {
        SparseColumnsBuilder balanced = SparseMatrix.byColumns(cells.rows(), cells.columns(), cells.nonZeros());
        int[] row = new int[cells.rows()];
        double[] entry = new double[cells.rows()];
        for (int j = 0; j < cells.columns(); j++) {
            int column = firstColumn + j;
            int[] count = {0};
            cells.forEachInColumn(j, (i, place, value) -> {
                row[count[0]] = i;
                entry[count[0]++] = balanced(value, sign, rowOf[i], column);
            });
            balanced.appendColumn(row, entry, count[0]);
        }
        return balanced.build();
    }

    private double balanced(double value, int sign, int i, int j) {
        if (zero.contains(i, j)) {
            return 0;
        }
        return sign * value > 0
                ? value * scaling.row[i] * scaling.column[j]
                : value * scaling.rowReciprocal[i] * scaling.columnReciprocal[j];
    }

    /**
     * The report, with errors recomputed.
     *
     * @param balanced the cells that are added up for the margins, balanced
     * @param start of the clock
     */
    BalancingReport report(SignedCells balanced, BalancingOptions options, long start) {
        LargestError error = new LargestError();
        error.compare(
                "row",
                margins.rows(),
                balanced.positive().rowSums(),
                balanced.negative().rowSums(),
                margins.rowTotals());
        error.compare(
                "column",
                margins.columns(),
                balanced.positive().columnSums(),
                balanced.negative().columnSums(),
                margins.columnTotals());
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new BalancingReport(
                method, stop, scaling.iterations(), error.largest, error.worst, options.tolerance(), seconds, notes);
    }

    /** Remembers the total that is missed most. */
    private static final class LargestError {
        private double largest;
        private String worst = "none";

        void compare(String side, Labels labels, double[] positive, double[] negative, double[] totals) {
            for (int i = 0; i < totals.length; i++) {
                double error = Multiplier.error(positive[i], negative[i], totals[i]);
                if (error > largest) {
                    largest = error;
                    worst = side + " '" + labels.get(i) + "'";
                }
            }
        }
    }
}
