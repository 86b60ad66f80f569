package org.leontief.io;

/** What stands between two cells of a row. */
public enum Delimiter {
    /** A comma: the usual one where numbers have a decimal point. */
    COMMA(',', "','"),
    /** A semicolon: the usual one where numbers have a decimal comma. */
    SEMICOLON(';', "';'"),
    /** A tab. */
    TAB('\t', "tabs");

    private final char character;
    private final String shown;

    Delimiter(char character, String shown) {
        this.character = character;
        this.shown = shown;
    }

    char character() {
        return character;
    }

    /** The delimiter as messages show it. */
    String shown() {
        return shown;
    }
}
