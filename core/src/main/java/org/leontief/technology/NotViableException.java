package org.leontief.technology;

/** The economy is not proved able to reproduce itself; the message names the industries that are to blame. */
public final class NotViableException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** What was found; not part of the serialised form. */
    private final transient Viability viability;

    NotViableException(Viability viability, String consequence) {
        super((viability.explanation() + " " + consequence).strip());
        this.viability = viability;
    }

    /**
     * What was found, with the group and the vector.
     *
     * @return the viability
     */
    public Viability viability() {
        return viability;
    }
}
