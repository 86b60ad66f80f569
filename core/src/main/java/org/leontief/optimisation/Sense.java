package org.leontief.optimisation;

/** Which way the objective is wanted. */
public enum Sense {
    /** As large as can be. */
    MAXIMISE,
    /** As small as can be. */
    MINIMISE
}
