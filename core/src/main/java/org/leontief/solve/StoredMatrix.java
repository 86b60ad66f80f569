package org.leontief.solve;

import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The one stored matrix behind both orientations of a system, and the groups in which its unknowns stand together. */
class StoredMatrix implements SystemMatrix {

    /** Vectors as long as the matrix is wide that solving and certifying take, all in all; making the copy takes fewer. */
    private static final int VECTORS = 22;

    /** Places are counted up in steps of a thousand, which must not pass the largest int. */
    private static final double MOST_PLACES = Integer.MAX_VALUE - 0x1p20;

    private static final double GIB = 1L << 30;

    private final SparseMatrix given;

    /** What there is to report of how it came about; empty if nothing. */
    private final String origin;

    private int @Nullable [] grouped;

    StoredMatrix(SparseMatrix given) {
        this(given, "");
    }

    StoredMatrix(SparseMatrix given, String origin) {
        this.given = given;
        this.origin = origin;
    }

    @Override
    public final int size() {
        return given.columns;
    }

    @Override
    public final PreparedSystem prepare(boolean transposed, int threads, Watch watch) {
        return new PreparedSystem(new OwnStorage(this, transposed, threads, watch));
    }

    /** Passes, and what there is to report about them; empty if nothing. */
    record Made(Passes passes, String note) {}

    @Override
    public final SparseMatrix stored() {
        return given;
    }

    /**
     * Passes over A, or over Aᵀ: over a copy of the rows that is made for speed, or over what is stored if the copy does not
     * fit.
     */
    Made passes(boolean transposed, int threads, Watch watch) {
        watch.working("NUMBERING");
        double bytes = RowSlicer.bytes(given) + (double) VECTORS * Double.BYTES * given.columns;
        boolean fitsAnArray = RowSlicer.places(given) < MOST_PLACES;
        if (!fitsAnArray || !MemoryLimitException.fits(bytes)) {
            String note = String.format(
                    Locale.ROOT,
                    "The coefficients were used as they are stored, which is slower: a copy in a better order needs %.1f GiB"
                            + " of memory, and less is free.",
                    bytes / GIB);
            return new Made(new StoredPasses(given, transposed), origin.isEmpty() ? note : origin + " " + note);
        }
        RowSlicer slicer = new RowSlicer(given, grouped(watch), threads, watch);
        SlicedRows rows = transposed ? slicer.ofColumns() : slicer.ofRows();
        return new Made(new RowPasses(rows, threads), origin);
    }

    private synchronized int[] grouped(Watch watch) {
        int @Nullable [] made = grouped;
        if (made == null) {
            made = SupplierGroups.order(given, watch)
                    .orElseGet(() -> IntStream.range(0, given.columns).toArray());
            grouped = made;
        }
        return made;
    }
}
