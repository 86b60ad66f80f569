package org.leontief.optimisation;

import java.util.List;

/** What was found for a {@link ConcaveProgramme}. Immutable; arrays are handed out as copies. */
public final class ConcaveSolution {

    /** Closer to a bound than this, relative to its size, a column stands at it. */
    private static final double AT_THE_BOUND = 1e-9;

    private final ConcaveProgramme programme;
    private final LinearSolution last;
    private final double[] columns;
    private final double[] proof;
    private final double objective;
    private final double objectiveBound;
    private final int rounds;
    private final long iterations;
    private final boolean isBest;
    private final double seconds;

    ConcaveSolution(
            ConcaveProgramme programme,
            LinearSolution last,
            double[] columns,
            double[] proof,
            double objectiveBound,
            int rounds,
            long iterations,
            boolean isBest,
            double seconds) {
        this.programme = programme;
        this.last = last;
        this.columns = columns;
        this.proof = proof;
        objective = last.certificate().isPresent() ? programme.value(columns) : Double.NaN;
        this.objectiveBound = objectiveBound;
        this.rounds = rounds;
        this.iterations = iterations;
        this.isBest = isBest;
        this.seconds = seconds;
    }

    /**
     * What is known.
     *
     * @return optimal within the tolerance, infeasible, unbounded or stopped
     */
    public ProgrammeStatus status() {
        return last.status() == ProgrammeStatus.OPTIMAL && !isBest ? ProgrammeStatus.STOPPED : last.status();
    }

    /**
     * x.
     *
     * @return one value for each column of the programme; where it is infeasible or unbounded, what the solver had last
     */
    public double[] columns() {
        return columns.clone();
    }

    /**
     * Shadow prices of the rows: what the best objective changes by per unit that the bound which holds the row is moved up.
     *
     * @return one for each row
     */
    public double[] rowPrices() {
        return last.rowPrices();
    }

    /**
     * c·x + Σ f(x), evaluated at x.
     *
     * @return the objective; NaN where the programme is infeasible or unbounded
     */
    public double objective() {
        return objective;
    }

    /**
     * No feasible x has an objective beyond it: what is proved of the linearised programme, with the rounding of the tangents.
     * Functions are taken as they are computed.
     *
     * @return the bound; infinite where nothing was proved
     */
    public double objectiveBound() {
        return objectiveBound;
    }

    /**
     * How far the objective can be from the best one at most.
     *
     * @return bound less objective
     */
    public double gap() {
        return objectiveBound - objective;
    }

    /**
     * How often tangents were added and a linear programme solved.
     *
     * @return at least 1
     */
    public int rounds() {
        return rounds;
    }

    /**
     * Pivots or steps of all linear programmes.
     *
     * @return the sum
     */
    public long iterations() {
        return iterations;
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
     * those of the last round, and as exact as the tangents are close, about the square root of the gap.
     *
     * @return values, prices, the certificate with this objective and its bound; no basis
     */
    public LinearSolution asLinear() {
        double[] reduced = reducedCosts();
        OptimalityCertificate certificate = last.certificate()
                .map(proved -> new OptimalityCertificate(
                        proved.primalResidual(), proved.dualResidual(), objective, objectiveBound))
                .orElse(null);
        ProgrammeReport report = new ProgrammeReport(
                last.report().method(),
                last.report().choice(),
                last.report().stop(),
                iterations,
                seconds,
                List.of("outer linearisation in " + rounds + " rounds"));
        return new LinearSolution(
                status(),
                columns,
                programme.linear().matrix().multiply(columns),
                last.rowPrices(),
                reduced,
                certificate,
                null,
                proof,
                report);
    }

    /** c_j + f'(x_j) − Σ_i price_i M_ij at bounds; 0 between them, where it is what the tangents leave of it. */
    private double[] reducedCosts() {
        LinearProgramme linear = programme.linear();
        double[] reduced = linear.matrix().multiplyTransposed(last.rowPrices());
        for (int j = 0; j < reduced.length; j++) {
            reduced[j] = linear.objective(j) - reduced[j];
        }
        for (ConcaveTerm term : programme.terms()) {
            reduced[term.column()] += term.function().slope(columns[term.column()]);
        }
        for (int j = 0; j < reduced.length; j++) {
            if (!isAt(columns[j], linear.columnLower(j)) && !isAt(columns[j], linear.columnUpper(j))) {
                reduced[j] = 0;
            }
        }
        return reduced;
    }

    private static boolean isAt(double value, double bound) {
        return Double.isFinite(bound) && Math.abs(value - bound) <= AT_THE_BOUND * Math.max(1, Math.abs(bound));
    }

    /** Status, objective, bound, rounds. */
    @Override
    public String toString() {
        return status() + ": " + objective + ", no more than " + objectiveBound + ", after " + rounds + " rounds";
    }
}
