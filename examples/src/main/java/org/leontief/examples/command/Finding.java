package org.leontief.examples.command;

import org.leontief.label.NumberText;

/**
 * What a check has found.
 *
 * @param of what was looked at, such as "Balance"
 * @param standing how it stands
 * @param text a sentence or two for a person
 */
record Finding(String of, Standing standing, String text) {

    /** How a table stands in one respect. */
    enum Standing {
        /** Nothing to say against it. */
        FINE,
        /** To be known by whoever uses the table. */
        KNOW,
        /** To be decided or mended before results mean much. */
        MEND
    }

    static Finding fine(String of, String text) {
        return new Finding(of, Standing.FINE, text);
    }

    static Finding know(String of, String text) {
        return new Finding(of, Standing.KNOW, text);
    }

    static Finding mend(String of, String text) {
        return new Finding(of, Standing.MEND, text);
    }

    /** A share as the texts have it, to four digits after the point. */
    static String percent(double share) {
        return NumberText.of(Math.round(1e6 * share) / 1e4) + "%";
    }
}
