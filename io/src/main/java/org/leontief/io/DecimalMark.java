package org.leontief.io;

/** What stands before the fraction of a number. */
public enum DecimalMark {
    /** A point: 1234.5. */
    POINT('.'),
    /** A comma: 1234,5. */
    COMMA(',');

    private final char character;

    DecimalMark(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }
}
