package org.leontief.solve;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An x to begin with, and whether it is any better than 0. It may be given by the user, or be what was reached for several
 * right-hand sides together; that has no peaks left to push away, and is no news to the reader of a report.
 */
final class WarmStart {

    private final double[] x;
    private final Residual.Found residual;
    private final double relative;
    private final boolean isGiven;

    /**
     * Measures a start.
     *
     * @param x taken over
     * @param size ‖b‖₁
     * @param known its residual, if that is known
     * @param isGiven whether it comes from the user
     */
    WarmStart(
            PreparedSystem system,
            double[] b,
            double size,
            double[] x,
            Residual.@Nullable Found known,
            boolean isGiven,
            int threads,
            Watch watch) {
        this.x = x;
        this.isGiven = isGiven;
        residual = known != null ? known : Residual.of(system.passes(), b, x, threads, watch);
        relative = residual.norm() / size;
    }

    /** Whether the residual is below that of 0, which is b. */
    boolean isBetterThanZero() {
        return relative < 1;
    }

    /** Whether it comes from the user. */
    boolean isGiven() {
        return isGiven;
    }

    double[] x() {
        return x;
    }

    Residual.Found residual() {
        return residual;
    }

    /** For the report. */
    String note() {
        return String.format(
                Locale.ROOT,
                isBetterThanZero()
                        ? "Started from a given x, whose relative residual was %.2g."
                        : "Started from 0: the relative residual of the given start was %.2g, that of 0 is 1.",
                relative);
    }
}
