package org.leontief.solve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The coefficients of a {@link StoredMatrix}, in the order that passes run best in. */
final class OwnStorage implements Storage {

    private final SparseMatrix given;
    private final boolean transposed;
    private final int threads;
    private final StoredMatrix.Made made;

    /** Makes the passes under the eyes of the watch. */
    OwnStorage(StoredMatrix stored, boolean transposed, int threads, Watch watch) {
        given = stored.stored();
        this.transposed = transposed;
        this.threads = threads;
        made = stored.passes(transposed, threads, watch);
    }

    @Override
    public Passes passes() {
        return made.passes();
    }

    @Override
    public @Nullable Numbering numbering() {
        return made.passes() instanceof RowPasses sliced ? sliced.rows().numbering : null;
    }

    @Override
    public String note() {
        return made.note();
    }

    @Override
    public boolean hasNegative() {
        return given.hasNegative();
    }

    @Override
    public Passes absolutePasses() {
        return made.passes() instanceof RowPasses sliced
                ? sliced.abs(threads)
                : new StoredPasses(given.abs(), transposed);
    }

    @Override
    public Rows rows() {
        if (made.passes() instanceof RowPasses sliced) {
            return Rows.ofTransposed(sliced.rows().compressed());
        }
        if (transposed) {
            return Rows.ofTransposed(given);
        }
        MemoryLimitException.require(
                "A copy of the " + given.nonZeros() + " coefficients by row, which this method needs,",
                RowSlicer.bytes(given),
                "Use SolveMethod.GCR, which works on the coefficients as they are stored.");
        return Rows.ofTransposed(given.transpose());
    }

    @Override
    public @Nullable Columns columns() {
        return transposed ? null : new StoredColumns(given, numbering());
    }

    @Override
    public Optional<RadiusProof> knownProof(Passes absolute, int threadsNow, Watch watch) {
        return Optional.empty();
    }

    @Override
    public Update update(PreparedSystem system, boolean absolute, int threadsNow, Watch watch) {
        return Update.NONE;
    }
}
