package org.leontief.compilation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;

/**
 * Balancing to totals of any groups of cells, exact or with a standard error, which may contradict each other within those.
 *
 * <p>Sought is the x, with the signs and zeros of the prior a, that minimises
 *
 * <p>Σ_j (a_j² / σ_j²)(z_j ln z_j − z_j + 1) + ½ Σ_k (c_k − g_k x)² / τ_k², z = x / a,
 *
 * <p>subject to g_k x = c_k where c_k is exact: σ_j is the standard error of a cell, τ_k that of a total, both in the unit of the
 * prior. Near the prior the first sum is ½ Σ (x_j − a_j)² / σ_j²: generalised least squares (Stone, Champernowne and Meade 1942)
 * that keeps signs. Without standard errors σ_j² is taken as |a_j|, which makes the objective that of {@link Gras}, and totals must
 * be exact. A cell with σ_j = 0 stays as it is.
 *
 * <p>It serves the purpose of KRAS (M. Lenzen, B. Gallego and R. Wood, "Matrix balancing under conflicting information", Economic
 * Systems Research 21 (2009)) but is not that algorithm: KRAS moves contradictory totals step by step towards what is reached, so
 * that its result depends on the order and the steps; here it is the minimum of what is written above, and the only one.
 * Immutable; every addition gives a new one.
 */
public final class ConstrainedBalancing {

    private static final String METHOD = "Constrained balancing";

    /** Totals of all rows or all columns, with their standard errors. */
    private record Totals(LabelledVector values, @Nullable LabelledVector errors) {}

    private final LabelledMatrix prior;
    private final @Nullable Totals rowTotals;
    private final @Nullable Totals columnTotals;
    private final List<CellConstraint> constraints;
    private final @Nullable LabelledMatrix cellErrors;

    private ConstrainedBalancing(
            LabelledMatrix prior,
            @Nullable Totals rowTotals,
            @Nullable Totals columnTotals,
            List<CellConstraint> constraints,
            @Nullable LabelledMatrix cellErrors) {
        this.prior = prior;
        this.rowTotals = rowTotals;
        this.columnTotals = columnTotals;
        this.constraints = constraints;
        this.cellErrors = cellErrors;
    }

    /**
     * Begins with a prior and no constraint.
     *
     * @param prior a, m × n, in one unit
     * @return the problem
     * @throws IllegalArgumentException if the rows are in different units
     */
    public static ConstrainedBalancing of(LabelledMatrix prior) {
        Margins.unitOf(prior);
        return new ConstrainedBalancing(prior, null, null, List.of(), null);
    }

    /**
     * The same with exact row totals.
     *
     * @param totals of all rows, joined by label
     * @return a new problem
     */
    public ConstrainedBalancing rowTotals(LabelledVector totals) {
        return new ConstrainedBalancing(prior, new Totals(totals, null), columnTotals, constraints, cellErrors);
    }

    /**
     * The same with row totals that are known only so well.
     *
     * @param totals of all rows, joined by label
     * @param standardErrors of the totals, joined by label, in their unit; 0 for an exact one
     * @return a new problem
     */
    public ConstrainedBalancing rowTotals(LabelledVector totals, LabelledVector standardErrors) {
        return new ConstrainedBalancing(
                prior, new Totals(totals, standardErrors), columnTotals, constraints, cellErrors);
    }

    /**
     * The same with exact column totals.
     *
     * @param totals of all columns, joined by label
     * @return a new problem
     */
    public ConstrainedBalancing columnTotals(LabelledVector totals) {
        return new ConstrainedBalancing(prior, rowTotals, new Totals(totals, null), constraints, cellErrors);
    }

    /**
     * The same with column totals that are known only so well.
     *
     * @param totals of all columns, joined by label
     * @param standardErrors of the totals, joined by label, in their unit; 0 for an exact one
     * @return a new problem
     */
    public ConstrainedBalancing columnTotals(LabelledVector totals, LabelledVector standardErrors) {
        return new ConstrainedBalancing(prior, rowTotals, new Totals(totals, standardErrors), constraints, cellErrors);
    }

    /**
     * The same with one more constraint.
     *
     * @param constraint on a group of cells
     * @return a new problem
     */
    public ConstrainedBalancing with(CellConstraint constraint) {
        return with(List.of(constraint));
    }

    /**
     * The same with more constraints.
     *
     * @param more on groups of cells
     * @return a new problem
     */
    public ConstrainedBalancing with(List<CellConstraint> more) {
        List<CellConstraint> longer = new ArrayList<>(constraints);
        longer.addAll(more);
        return new ConstrainedBalancing(prior, rowTotals, columnTotals, List.copyOf(longer), cellErrors);
    }

    /**
     * The same with standard errors of the cells.
     *
     * @param standardErrors m × n, rows and columns in the order of the prior, in its unit, none below 0; a cell with 0 stays as it
     *     is
     * @return a new problem
     * @throws IllegalArgumentException if labels or units differ, or an error is negative
     */
    public ConstrainedBalancing withCellErrors(LabelledMatrix standardErrors) {
        boolean isLikePrior = standardErrors.rows().equals(prior.rows())
                && standardErrors.columns().equals(prior.columns())
                && standardErrors.rowUnits().equals(prior.rowUnits());
        if (!isLikePrior) {
            throw new IllegalArgumentException("The standard errors '" + standardErrors.name()
                    + "' must have the rows, columns and unit of '" + prior.name() + "' in the same order; they have "
                    + standardErrors + ".");
        }
        if (standardErrors.matrix().hasNegative()) {
            throw new IllegalArgumentException("A standard error in '" + standardErrors.name() + "' is negative.");
        }
        return new ConstrainedBalancing(prior, rowTotals, columnTotals, constraints, standardErrors);
    }

    /**
     * The same with one relative standard error for all cells.
     *
     * @param share 0.1 for ten per cent of each cell
     * @return a new problem
     * @throws IllegalArgumentException if it is not above 0 and finite
     */
    public ConstrainedBalancing withRelativeCellError(double share) {
        if (!(share > 0 && Double.isFinite(share))) {
            throw new IllegalArgumentException(
                    "The relative standard error is " + share + "; a finite number above 0 is needed.");
        }
        double[] factor = new double[prior.columns().size()];
        Arrays.fill(factor, share);
        return withCellErrors(LabelledMatrix.of(
                "Standard errors",
                prior.rows(),
                prior.columns(),
                prior.rowUnits(),
                prior.matrix().abs().scaleColumns(factor)));
    }

    /**
     * Balances with the default options.
     *
     * @return x, what became of the totals, and the report; see {@link ReconciledMatrix#requireConverged()}
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ, a total is inexact and the cells have no standard errors, a group names a
     *     cell that is 0, or the cells of an exact total have not the sign to reach it
     */
    public ReconciledMatrix balance() {
        return balance(BalancingOptions.defaults());
    }

    /**
     * Balances.
     *
     * @param options tolerance, limit, listener; the policy for margins is not used
     * @return x, what became of the totals, and the report; see {@link ReconciledMatrix#requireConverged()}
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ, a total is inexact and the cells have no standard errors, a group names a
     *     cell that is 0, or the cells of an exact total have not the sign to reach it
     */
    public ReconciledMatrix balance(BalancingOptions options) {
        long start = System.nanoTime();
        ConstraintSystem system = system();
        SparseMatrix matrix = system.matrix();
        double[] targets = system.targets();
        double[] variances = squared(system.standardErrors());
        double[] cells = system.cells();
        double[] cellVariances = cellVariances(system);
        requireErrors(system, variances);
        List<String> notes = new ArrayList<>();
        settleSigns(system, new ConstraintSigns(matrix, targets, variances, cells, cellVariances), targets, notes);
        EntropyDual dual = new EntropyDual(matrix, cells, cellVariances, targets, variances, longest(matrix));
        StopReason stop = dual.solve(METHOD, options);
        return result(system, matrix, dual, stop, notes, options, start);
    }

    private ConstraintSystem system() {
        ConstraintSystem system = new ConstraintSystem(prior);
        Units unit = Units.of(Margins.unitOf(prior));
        if (rowTotals != null) {
            system.addRows(
                    rowTotals.values().alignedTo(prior.rows(), unit).toArray(), errors(rowTotals, prior.rows(), unit));
        }
        if (columnTotals != null) {
            system.addColumns(
                    columnTotals.values().alignedTo(prior.columns(), unit).toArray(),
                    errors(columnTotals, prior.columns(), unit));
        }
        for (CellConstraint constraint : constraints) {
            if (!constraint.unit().equals(unit.common())) {
                throw new IllegalArgumentException("The total of '" + constraint.name() + "' is in " + constraint.unit()
                        + " where " + unit + " is needed. Convert it first; units are never mixed silently.");
            }
        }
        system.addGroups(constraints);
        if (system.size() == 0) {
            throw new IllegalArgumentException("'" + prior.name()
                    + "' has no constraints: give row totals, column totals" + " or a CellConstraint.");
        }
        return system;
    }

    private static double[] errors(Totals totals, Labels labels, Units unit) {
        LabelledVector errors = totals.errors();
        if (errors == null) {
            return new double[labels.size()];
        }
        double[] values = errors.alignedTo(labels, unit).toArray();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                throw new IllegalArgumentException("The standard error of the total of '" + labels.get(i) + "' is "
                        + values[i] + "; it cannot be negative.");
            }
        }
        return values;
    }

    /** σ² of each cell; |a| where there are no standard errors. */
    private double[] cellVariances(ConstraintSystem system) {
        if (cellErrors == null) {
            return Arrays.stream(system.cells()).map(Math::abs).toArray();
        }
        double[] variances = new double[prior.matrix().nonZeros()];
        double[] column = new double[prior.rows().size()];
        int[] next = {0};
        for (int j = 0; j < prior.columns().size(); j++) {
            Arrays.fill(column, 0);
            cellErrors.matrix().forEachInColumn(j, (i, place, error) -> column[i] = error * error);
            prior.matrix().forEachInColumn(j, (i, place, value) -> variances[next[0]++] = column[i]);
        }
        return variances;
    }

    private void requireErrors(ConstraintSystem system, double[] variances) {
        for (int k = 0; k < variances.length; k++) {
            if (variances[k] > 0 && cellErrors == null) {
                throw new IllegalArgumentException("The total of " + system.name(k)
                        + " has a standard error, but the cells of '"
                        + prior.name() + "' have none to weigh it against. Give them: withRelativeCellError(0.1) or"
                        + " withCellErrors(matrix).");
            }
        }
    }

    private void settleSigns(ConstraintSystem system, ConstraintSigns signs, double[] targets, List<String> notes) {
        int unreachable = signs.settle();
        if (unreachable >= 0) {
            throw new IllegalArgumentException(
                    "The total of " + system.name(unreachable) + " is " + targets[unreachable]
                            + " and exact, but its cells in '" + prior.name()
                            + "' are 0, cannot move, or have not the sign to reach it. Cells keep their sign, and those that are"
                            + " 0 stay so; change the prior, or give the total a standard error.");
        }
        if (signs.emptied() > 0) {
            notes.add(signs.emptied() + " cells are 0, since cells of one sign add up to 0.");
        }
    }

    private ReconciledMatrix result(
            ConstraintSystem system,
            SparseMatrix matrix,
            EntropyDual dual,
            StopReason stop,
            List<String> notes,
            BalancingOptions options,
            long start) {
        double[] reached = matrix.multiply(dual.cells());
        double[] sizes =
                matrix.abs().multiply(Arrays.stream(dual.cells()).map(Math::abs).toArray());
        double[] targets = system.targets();
        double[] errors = system.standardErrors();
        List<ConstraintOutcome> outcomes = new ArrayList<>();
        List<ConstraintOutcome> unmet = new ArrayList<>();
        double largest = 0;
        String worst = "none";
        for (int k = 0; k < reached.length; k++) {
            ConstraintOutcome outcome = new ConstraintOutcome(system.name(k), targets[k], reached[k], errors[k]);
            outcomes.add(outcome);
            double size = Math.max(Math.abs(targets[k]), sizes[k]);
            double error = errors[k] > 0 || size == 0 ? 0 : Math.abs(outcome.adjustment()) / size;
            if (error > largest) {
                largest = error;
                worst = system.name(k);
            }
            if (error > options.tolerance() && !stop.isSuccess()) {
                unmet.add(outcome);
            }
        }
        List<ConstraintOutcome> contradiction = new ArrayList<>();
        EntropyDual.Contradiction found = dual.contradiction();
        if (found != null) {
            found.constraints().forEach(k -> contradiction.add(outcomes.get(k)));
            notes.add(String.format(
                    Locale.ROOT,
                    "%d exact totals contradict each other, by %.6g %s: see contradiction().",
                    contradiction.size(),
                    found.amount(),
                    Margins.unitOf(prior)));
        }
        unmet.sort(Comparator.comparingDouble((ConstraintOutcome outcome) -> Math.abs(outcome.adjustment()))
                .reversed());
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new ReconciledMatrix(
                prior,
                LabelledMatrix.of(
                        prior.name(), prior.rows(), prior.columns(), prior.rowUnits(), system.withCells(dual.cells())),
                outcomes,
                unmet,
                contradiction,
                new BalancingReport(
                        METHOD, stop, dual.iterations(), largest, worst, options.tolerance(), seconds, notes));
    }

    /** Most cells in one constraint. */
    private static int longest(SparseMatrix matrix) {
        int[] count = new int[matrix.rows()];
        matrix.forEach((k, j, g) -> count[k]++);
        return Arrays.stream(count).max().orElse(0);
    }

    private static double[] squared(double[] values) {
        return Arrays.stream(values).map(value -> value * value).toArray();
    }
}
