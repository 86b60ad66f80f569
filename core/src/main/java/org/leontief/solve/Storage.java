package org.leontief.solve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link PreparedSystem} works with in one orientation: coefficients of its own, or those of another and a change. */
interface Storage {

    /** Passes over A. */
    Passes passes();

    /** The order of the unknowns; null if it is the user's. */
    @Nullable
    Numbering numbering();

    /** What there is to report; empty if nothing. */
    String note();

    boolean hasNegative();

    /** Makes passes over |A|; asked only where something is negative. */
    Passes absolutePasses();

    /** Makes a copy of the rows of A. */
    Rows rows();

    /** The columns of A; null where they are not at hand, as those of a transposed matrix are not. */
    @Nullable
    Columns columns();

    /** A proof that takes little to find, because much was known before. */
    Optional<RadiusProof> knownProof(Passes absolute, int threads, Watch watch);

    /**
     * Factors of I − A, or of I − |A|, that take little to find, because others were known before.
     *
     * @throws Cancelled if the listener wants to stop
     */
    Update update(PreparedSystem system, boolean absolute, int threads, Watch watch);

    /**
     * An update of factors.
     *
     * @param solver empty if new factors are needed
     * @param how why, or why not, for the report; empty if there is nothing to say
     */
    record Update(Optional<InnerSolver> solver, String how) {

        static final Update NONE = new Update(Optional.empty(), "");
    }
}
