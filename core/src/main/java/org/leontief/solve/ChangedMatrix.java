package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/** A', which differs in a few columns from the matrix A of another system, and is not stored by itself. */
final class ChangedMatrix implements SystemMatrix {

    /** The system of A, not transposed. Never one of another changed matrix: changes of changes are merged. */
    private final LeontiefSystem base;

    private final SparseMatrix a;
    private final ChangedColumns change;
    private final Lazy<Boolean> negative;

    ChangedMatrix(LeontiefSystem base, SparseMatrix a, ChangedColumns change) {
        this.base = base;
        this.a = a;
        this.change = change;
        negative = new Lazy<>(() -> change.leavesNegative(a));
    }

    LeontiefSystem base() {
        return base;
    }

    @Override
    public SparseMatrix stored() {
        return a;
    }

    ChangedColumns change() {
        return change;
    }

    @Override
    public int size() {
        return a.columns;
    }

    @Override
    public PreparedSystem prepare(boolean transposed, int threads, Watch watch) {
        LeontiefSystem same = transposed ? base.transposed() : base;
        PreparedSystem prepared = same.prepared(threads, watch);
        @Nullable Numbering numbering = prepared.numbering();
        ChangedColumns inside = numbering == null ? change : change.inward(numbering);
        return new PreparedSystem(new ChangedStorage(prepared, inside, transposed, negative.get()));
    }
}
