package org.leontief.optimisation;

import org.leontief.solve.Progress;

/** Counts the iterations of all phases against their limit and tells the listener. */
final class SimplexClock {

    private final ProgrammeOptions options;
    private long iterations;
    private String stop = "";

    SimplexClock(ProgrammeOptions options) {
        this.options = options;
    }

    /** Counts one iteration; false if it has to be the last. */
    boolean tick(String work, double measure) {
        iterations++;
        if (!options.listener().proceed(new Progress(work, iterations, options.iterationLimit(), measure))) {
            stop = "stopped by the listener";
        } else if (iterations >= options.iterationLimit()) {
            stop = "limit of iterations reached";
        }
        return stop.isEmpty();
    }

    long iterations() {
        return iterations;
    }

    /** Why no further step may be taken; empty while it may. */
    String stop() {
        return stop;
    }
}
