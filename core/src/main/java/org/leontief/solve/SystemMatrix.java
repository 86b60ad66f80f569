package org.leontief.solve;

/** The matrix of a {@link LeontiefSystem}, whichever way it is known, for both orientations. */
interface SystemMatrix {

    /** Number of unknowns. */
    int size();

    /** The matrix that is stored: A itself, or the one from which it differs. */
    SparseMatrix stored();

    /** Prepares one orientation under the eyes of the watch. */
    PreparedSystem prepare(boolean transposed, int threads, Watch watch);
}
