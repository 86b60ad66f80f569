package org.leontief.solve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The coefficients of another system, of which a few columns are replaced. Everything that these do not change is shared:
 * numbering, passes, the viability vector, factors.
 */
final class ChangedStorage implements Storage {

    private final PreparedSystem base;
    private final ChangedColumns change;
    private final boolean transposed;
    private final boolean negative;
    private final Passes passes;

    /**
     * Changed coefficients.
     *
     * @param change in the numbering of the base
     * @param negative whether A' has a negative entry
     */
    ChangedStorage(PreparedSystem base, ChangedColumns change, boolean transposed, boolean negative) {
        this.base = base;
        this.change = change;
        this.transposed = transposed;
        this.negative = negative;
        passes = over(base.passes(), change);
    }

    private Passes over(Passes unchanged, ChangedColumns by) {
        return transposed ? new ChangedRowPasses(unchanged, by) : new ChangedColumnPasses(unchanged, by);
    }

    @Override
    public Passes passes() {
        return passes;
    }

    @Override
    public @Nullable Numbering numbering() {
        return base.numbering();
    }

    @Override
    public String note() {
        return base.note();
    }

    @Override
    public boolean hasNegative() {
        return negative;
    }

    @Override
    public Passes absolutePasses() {
        return over(base.absolutePasses(), change.absolute());
    }

    @Override
    public Rows rows() {
        MemoryLimitException.require(
                "A copy of the changed coefficients by row, which this method needs,",
                (double) (Integer.BYTES + Double.BYTES) * passes.entries(),
                "Use SolveMethod.GCR, which works on the coefficients as they are stored.");
        return transposed ? change.appliedToColumns(base.rows()) : change.appliedToRows(base.rows());
    }

    @Override
    public @Nullable Columns columns() {
        @Nullable Columns unchanged = base.columns();
        return unchanged == null ? null : change.appliedTo(unchanged);
    }

    @Override
    public Optional<RadiusProof> knownProof(Passes absolute, int threads, Watch watch) {
        return ChangedProof.from(base.proof(threads, watch), absolute, threads, watch);
    }

    /**
     * Whether factors are updated depends on the numbers of changed columns and of unknowns alone, not on whether those of
     * the base are there already: a result must not depend on what was asked before. Making them costs what new ones would.
     */
    @Override
    public Update update(PreparedSystem system, boolean absolute, int threads, Watch watch) {
        int n = passes.n;
        String columns = change.count() + " of " + n + " columns changed: ";
        if (!UpdatedLu.pays(change.count(), n)) {
            return new Update(Optional.empty(), columns + "new factors cost less than an update");
        }
        boolean proved = system.proof(threads, watch).verdict() == RadiusProof.Verdict.BELOW_ONE
                && base.proof(threads, watch).verdict() == RadiusProof.Verdict.BELOW_ONE;
        Optional<InnerSolver> known = Optional.empty();
        if (proved) {
            known = absolute ? base.absoluteFactors(threads, watch) : base.factors(threads, watch);
        }
        Optional<InnerSolver> updated = known.flatMap(solver -> updated(solver, system, absolute, threads, watch));
        return new Update(
                updated,
                columns + (updated.isPresent() ? "factors updated" : "new factors, an update would be inaccurate"));
    }

    private Optional<InnerSolver> updated(
            InnerSolver known, PreparedSystem system, boolean absolute, int threads, Watch watch) {
        ChangedColumns by = absolute ? change.absolute() : change;
        SparseMatrix difference = by.difference();
        SparseMatrix units = by.units();
        return UpdatedLu.of(
                known,
                transposed ? units : difference,
                transposed ? difference : units,
                by.columns,
                absolute ? system.absoluteRows() : system.rows(),
                absolute ? system.absolutePasses() : passes,
                system.scale(),
                threads,
                watch);
    }
}
