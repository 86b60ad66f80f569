package org.leontief.label;

/** A name was asked for that is not there; the message names the nearest that is. */
public final class UnknownLabelException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /**
     * Makes the exception.
     *
     * @param message names the label and the likely mend
     */
    public UnknownLabelException(String message) {
        super(message);
    }
}
