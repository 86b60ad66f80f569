package org.leontief.io;

/** What may stand between groups of three digits. A number without any is read all the same. */
public enum ThousandsSeparator {
    /** Nothing: 1234567. */
    NONE(""),
    /** A comma: 1,234,567. */
    COMMA(","),
    /** A point: 1.234.567. */
    POINT("."),
    /** A blank: 1 234 567; also the no-break blank and the narrow no-break blank, which look the same. */
    SPACE(" \u00a0\u202f"),
    /** An apostrophe: 1’234’567; also the straight one. */
    APOSTROPHE("’'");

    private final String characters;

    ThousandsSeparator(String characters) {
        this.characters = characters;
    }

    boolean is(char c) {
        return characters.indexOf(c) >= 0;
    }
}
