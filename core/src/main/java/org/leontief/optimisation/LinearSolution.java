package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a solver found. Prices have one sign convention, whether the objective is maximised or minimised: the price of a row
 * is what the best objective changes by when the bound that holds the row is moved up by one unit, so that
 * c_j = Σ_i price_i M_ij + reducedCost_j for every column j. Immutable; arrays are handed out as copies.
 */
public final class LinearSolution {

    private final ProgrammeStatus status;
    private final double[] columns;
    private final double[] rows;
    private final double[] rowPrices;
    private final double[] reducedCosts;
    private final @Nullable OptimalityCertificate certificate;
    private final @Nullable Basis basis;
    private final double[] proof;
    private final ProgrammeReport report;

    LinearSolution(
            ProgrammeStatus status,
            double[] columns,
            double[] rows,
            double[] rowPrices,
            double[] reducedCosts,
            @Nullable OptimalityCertificate certificate,
            @Nullable Basis basis,
            double[] proof,
            ProgrammeReport report) {
        this.status = status;
        this.columns = columns;
        this.rows = rows;
        this.rowPrices = rowPrices;
        this.reducedCosts = reducedCosts;
        this.certificate = certificate;
        this.basis = basis;
        this.proof = proof;
        this.report = report;
    }

    /**
     * What is known.
     *
     * @return optimal, infeasible, unbounded or stopped
     */
    public ProgrammeStatus status() {
        return status;
    }

    /**
     * x.
     *
     * @return one value for each column; where the programme is infeasible or unbounded, what the solver had last
     */
    public double[] columns() {
        return columns.clone();
    }

    /**
     * M x.
     *
     * @return one value for each row
     */
    public double[] rows() {
        return rows.clone();
    }

    /**
     * Shadow prices of the rows.
     *
     * @return one for each row
     */
    public double[] rowPrices() {
        return rowPrices.clone();
    }

    /**
     * Shadow prices of the bounds of the columns: c_j − Σ_i price_i M_ij.
     *
     * @return one for each column
     */
    public double[] reducedCosts() {
        return reducedCosts.clone();
    }

    /**
     * How far it is off at most.
     *
     * @return the certificate; empty where the programme is infeasible or unbounded
     */
    public Optional<OptimalityCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /**
     * The basis at which a simplex method or the reduced form ended.
     *
     * @return which columns and rows are basic; empty where another method solved it
     */
    public Optional<Basis> basis() {
        return Optional.ofNullable(basis);
    }

    /**
     * What proves the status: multipliers of the rows where the programme is infeasible (no x gives Σ_i w_i (M x)_i a value
     * that the bounds of the rows allow), the ray of the columns where it is unbounded.
     *
     * @return one number for each row or column; empty for other statuses
     */
    public double[] proof() {
        return proof.clone();
    }

    /**
     * The same for the programme with its columns in another order, without those that have no place in it.
     *
     * @param places for each column of that programme the place of the column here; none twice
     * @return the solution of that programme, of which what is left out must be a fixed part
     * @throws IllegalArgumentException if there are more places than columns
     */
    public LinearSolution withColumns(int... places) {
        if (places.length > columns.length) {
            throw new IllegalArgumentException(places.length + " places for " + columns.length + " columns.");
        }
        return new LinearSolution(
                status,
                moved(columns, places),
                rows,
                rowPrices,
                moved(reducedCosts, places),
                certificate,
                basis == null ? null : basis.withColumns(places),
                status == ProgrammeStatus.UNBOUNDED ? moved(proof, places) : proof,
                report);
    }

    private static double[] moved(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    /**
     * How it was reached.
     *
     * @return method, iterations, time
     */
    public ProgrammeReport report() {
        return report;
    }

    /** The same with the basis that belongs to it, if there is one; outputs that are at a bound in it are there exactly. */
    LinearSolution endingAt(@Nullable Basis found, LeontiefProgramme.Variables outputs) {
        double[] exact = columns.clone();
        for (int i = 0; found != null && i < outputs.lower().length; i++) {
            exact[i] = switch (found.column(i)) {
                case LOWER -> outputs.lower()[i];
                case UPPER -> outputs.upper()[i];
                default -> exact[i];
            };
        }
        return new LinearSolution(status, exact, rows, rowPrices, reducedCosts, certificate, found, proof, report);
    }

    /** The same for whom its basis is of no use. */
    LinearSolution withoutBasis() {
        return new LinearSolution(status, columns, rows, rowPrices, reducedCosts, certificate, null, proof, report);
    }

    /** The same with one more note in its report. */
    LinearSolution noting(String note) {
        List<String> notes = new ArrayList<>(report.notes());
        notes.add(note);
        ProgrammeReport noted = new ProgrammeReport(
                report.method(), report.choice(), report.stop(), report.iterations(), report.seconds(), notes);
        return new LinearSolution(status, columns, rows, rowPrices, reducedCosts, certificate, basis, proof, noted);
    }

    /** Status, certificate, report. */
    @Override
    public String toString() {
        return status + (certificate == null ? "" : ": " + certificate) + "\n" + report;
    }
}
