package org.leontief.solve;

/** A part of a matrix that is stored row by row: entry (i, j) stands at data[start + i · stride + j]. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Block(double[] data, int start, int stride) {

    /** The part that begins at another row and column of this one. */
    Block at(int row, int column) {
        return new Block(data, start + row * stride + column, stride);
    }
}
