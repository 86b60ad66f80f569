package org.leontief.solve;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one stored matrix behind both orientations of a system, and the order in which passes take it. */
final class StoredMatrix {

    private static final double BYTES_PER_ENTRY = Integer.BYTES + Double.BYTES;
    /** Vectors as long as the matrix is wide that solving and certifying take, all in all. */
    private static final int VECTORS = 20;

    private static final double GIB = 1L << 30;

    private final SparseMatrix given;
    private @Nullable Ordered ordered;

    StoredMatrix(SparseMatrix given) {
        this.given = given;
    }

    /**
     * The matrix as passes take it.
     *
     * @param numbering null where that is the user's own
     * @param note what there is to report about it; empty if nothing
     */
    record Ordered(SparseMatrix matrix, @Nullable Numbering numbering, String note) {}

    SparseMatrix given() {
        return given;
    }

    /** The matrix in a good order; the copy that it takes is made once and serves both orientations. */
    synchronized Ordered ordered(int threads, Watch watch) {
        Ordered made = ordered;
        if (made == null) {
            watch.working("NUMBERING");
            made = order(threads, watch);
            ordered = made;
        }
        return made;
    }

    private Ordered order(int threads, Watch watch) {
        Optional<Numbering> numbering = Numbering.of(given, watch);
        if (numbering.isEmpty()) {
            return new Ordered(given, null, "");
        }
        double bytes = BYTES_PER_ENTRY * given.nonZeros() + (double) VECTORS * Double.BYTES * given.columns();
        if (!MemoryLimitException.fits(bytes)) {
            String note = String.format(
                    Locale.ROOT,
                    "The coefficients were used in their own order, which is slower: a copy in a better one needs %.1f GiB"
                            + " of memory, and less is free.",
                    bytes / GIB);
            return new Ordered(given, null, note);
        }
        return new Ordered(numbering.get().renumber(given, threads, watch), numbering.get(), "");
    }
}
