package org.leontief.io;

import java.io.IOException;

/**
 * A file holds something else than what it should: a ragged row, a text in place of a number, a label that is not known.
 * The message names the file, the line, the column and the label, says what was found and what was expected, and the
 * likely mend where there is one.
 */
public final class CsvFormatException extends IOException {

    private static final long serialVersionUID = 1;

    /** The path as it was given. */
    private final String file;

    /** From 1; 0 for the whole file. */
    private final long line;

    CsvFormatException(String file, long line, String message) {
        super(message);
        this.file = file;
        this.line = line;
    }

    CsvFormatException(String file, long line, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
        this.line = line;
    }

    /**
     * Which file.
     *
     * @return its path, as it was given to the reader
     */
    public String file() {
        return file;
    }

    /**
     * Where in the file: a line as an editor counts them, also where a quoted cell spans several.
     *
     * @return the line number, from 1; 0 if the whole file is meant
     */
    public long line() {
        return line;
    }
}
