package org.leontief.optimisation;

import java.util.List;

/** What was found for a {@link ConcaveProgramme} or {@link ConcaveLeontiefProgramme}. Immutable; arrays are handed out as copies. */
public final class ConcaveSolution {

    private final ConcaveObjective concave;
    private final LinearSolution last;
    private final Point point;
    private final Proof proof;
    private final Effort effort;
    private final boolean isBest;

    /** The best plan of all rounds: x, M x, the largest violation of a bound, and the objective. */
    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    record Point(double[] x, double[] rows, double residual, double objective) {}

    /**
     * What the round with the lowest bound proves.
     *
     * @param bound no x has an objective beyond it
     * @param rowPrices of that round
     * @param costs what a unit of each column costs at these prices
     * @param residual of its prices
     * @param multipliers what proves the status of the last round, in rows or columns of the programme
     */
    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    record Proof(double bound, double[] rowPrices, double[] costs, double residual, double[] multipliers) {}

    /** Rounds, steps of all of them, seconds. */
    record Effort(int rounds, long iterations, double seconds) {}

    ConcaveSolution(
            ConcaveObjective concave, LinearSolution last, Point point, Proof proof, Effort effort, boolean isBest) {
        this.concave = concave;
        this.last = last;
        this.point = point;
        this.proof = proof;
        this.effort = effort;
        this.isBest = isBest;
    }

    /**
     * What is known.
     *
     * @return optimal within the tolerance, infeasible, unbounded or stopped
     */
    public ProgrammeStatus status() {
        boolean isKnown = last.status() == ProgrammeStatus.INFEASIBLE || last.status() == ProgrammeStatus.UNBOUNDED;
        return isKnown ? last.status() : isBest ? ProgrammeStatus.OPTIMAL : ProgrammeStatus.STOPPED;
    }

    /**
     * x.
     *
     * @return one value for each column of the programme; where it is infeasible or unbounded, what the solver had last
     */
    public double[] columns() {
        return point.x().clone();
    }

    /**
     * Shadow prices of the rows: what the best objective changes by per unit that the bound which holds the row is moved up.
     *
     * @return one for each row
     */
    public double[] rowPrices() {
        return proof.rowPrices().clone();
    }

    /**
     * c·x + Σ f(x), evaluated at x.
     *
     * @return the objective; NaN where the programme is infeasible or unbounded
     */
    public double objective() {
        return point.objective();
    }

    /**
     * No feasible x has an objective beyond it: what is proved of the linearised programme, with the rounding of the tangents.
     * Functions are taken as they are computed.
     *
     * @return the bound; infinite where nothing was proved
     */
    public double objectiveBound() {
        return proof.bound();
    }

    /**
     * How far the objective can be from the best one at most.
     *
     * @return bound less objective
     */
    public double gap() {
        return proof.bound() - point.objective();
    }

    /**
     * How often tangents were added and a linear programme solved.
     *
     * @return at least 1
     */
    public int rounds() {
        return effort.rounds();
    }

    /**
     * Pivots or steps of all linear programmes.
     *
     * @return the sum
     */
    public long iterations() {
        return effort.iterations();
    }

    /**
     * The last linear programme's solution: its columns are those of the tangents.
     *
     * @return status, certificate, proof, report
     */
    public LinearSolution lastRound() {
        return last;
    }

    /**
     * The answer in the form of that of a linear programme: the programme with each f replaced by its tangent at x. Prices are
     * those of the round with the lowest bound, and as exact as the tangents are close, about the square root of the gap.
     *
     * @return values, prices, the certificate with this objective and its bound; no basis
     */
    public LinearSolution asLinear() {
        OptimalityCertificate certificate = last.certificate().isEmpty()
                ? null
                : new OptimalityCertificate(point.residual(), proof.residual(), point.objective(), proof.bound());
        ProgrammeReport report = new ProgrammeReport(
                last.report().method(),
                last.report().choice(),
                last.report().stop(),
                effort.iterations(),
                effort.seconds(),
                List.of("outer linearisation in " + effort.rounds() + " rounds"));
        return new LinearSolution(
                status(),
                point.x(),
                point.rows(),
                proof.rowPrices(),
                concave.reducedCosts(point.x(), proof.costs()),
                certificate,
                null,
                proof.multipliers(),
                report);
    }

    /** Status, objective, bound, rounds. */
    @Override
    public String toString() {
        return status() + ": " + objective() + ", no more than " + objectiveBound() + ", after " + rounds() + " rounds";
    }
}
