package org.leontief.solve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A solution of (I − A) x = b: the values, how they were reached, and how far they can be off. Immutable. */
public final class Solution {

    private final double @Nullable [] values;
    private final SolveReport report;
    private final @Nullable Certificate certificate;
    private final String certification;

    Solution(double @Nullable [] values, SolveReport report, @Nullable Certificate certificate, String certification) {
        this.values = values;
        this.report = report;
        this.certificate = certificate;
        this.certification = certification;
    }

    /** The same solution in the numbering of the user. */
    Solution outward(Numbering numbering) {
        return new Solution(
                values == null ? null : numbering.outward(values, report.threads()),
                report,
                certificate == null ? null : certificate.outward(numbering, report.threads()),
                certification);
    }

    /**
     * The values x.
     *
     * @return a copy
     * @throws IllegalStateException if there are none: the system is singular, or proved not to be viable
     */
    public double[] values() {
        return present().clone();
    }

    /**
     * One value.
     *
     * @param i its number, from 0
     * @return x_i
     * @throws IllegalStateException if there are none
     */
    public double value(int i) {
        return present()[i];
    }

    /**
     * Whether there are values, good or not.
     *
     * @return false if the system is singular or proved not to be viable
     */
    public boolean hasValues() {
        return values != null;
    }

    /**
     * How the values were reached.
     *
     * @return method, stop reason, iterations, residual, time
     */
    public SolveReport report() {
        return report;
    }

    /**
     * The guaranteed bounds.
     *
     * @return empty where nothing could be proved or nothing was asked for; {@link #certification()} says why
     */
    public Optional<Certificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /**
     * What the bounds rest on, or why there are none.
     *
     * @return one sentence
     */
    public String certification() {
        return certification;
    }

    /**
     * The bound of one value.
     *
     * @param i its number, from 0
     * @return how far x_i can be off at most; +∞ without a certificate
     */
    public double errorBound(int i) {
        return certificate == null ? Double.POSITIVE_INFINITY : certificate.errorBound(i);
    }

    /**
     * Demands that the solver did what was asked of it.
     *
     * @return this solution
     * @throws NotConvergedException if it stopped for another reason; the message holds the report
     */
    public Solution requireConverged() {
        if (!report.stop().isSuccess()) {
            throw new NotConvergedException("The system was not solved as asked. " + report, report.stop());
        }
        return this;
    }

    private double[] present() {
        if (values == null) {
            throw new IllegalStateException("There is no solution to give: " + report.stop() + ". " + certification);
        }
        return values;
    }
}
