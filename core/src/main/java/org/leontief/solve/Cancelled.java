package org.leontief.solve;

/** Ends a pass half way because the listener said so. Caught where the solve began, and never seen by users. */
final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1;

    Cancelled() {
        super("cancelled", null, false, false);
    }
}
