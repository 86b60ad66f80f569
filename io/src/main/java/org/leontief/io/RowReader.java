package org.leontief.io;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.leontief.io.ByteRows.Cells;

/** Rows of cells, one after the other, from whatever holds them. */
interface RowReader extends Closeable {

    /** Goes to the next row, which may be blank; false at the end. */
    boolean next() throws IOException;

    /** The line on which the row begins, from 1; also where {@link #next} has failed. */
    long line();

    int width();

    /** A cell as it stands there, perhaps with blanks at its ends. */
    String cell(int column);

    /** The cells of this row as bytes; null if they are there as text only. */
    default @Nullable Cells bytes() {
        return null;
    }
}
