package org.leontief.optimisation;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixSparseCSC;
import org.leontief.solve.AccurateSum;

/**
 * What can be proved of an answer from the programme itself, whoever found it. Sums are taken in doubled precision and all
 * rounding is outward, so no status that is based on it can be owed to rounding in a solver.
 */
final class Verification {

    /**
     * A ray may leave the directions that the bounds allow by the rounding of its own numbers, relative to the terms of
     * each sum. For coefficients and rays of whole numbers nothing is rounded and the proof is exact.
     */
    private static final double RAY_ROUNDING = 0x1p-44;

    private final LinearProgramme programme;
    private final CompressedMatrix byColumn;
    private final CompressedMatrix byRow;
    private final DualBound dual;
    private final double[] upwardObjective;
    private final double sign;
    private final AccurateSum sum = new AccurateSum();

    Verification(LinearProgramme programme) {
        this.programme = programme;
        DMatrixSparseCSC matrix = programme.matrix().toSparse();
        byColumn = new CompressedMatrix(matrix.col_idx, matrix.nz_rows, matrix.nz_values);
        byRow = byColumn.transposed(programme.rows());
        dual = new DualBound(programme, byColumn, byRow);
        sign = programme.sense() == Sense.MAXIMISE ? 1 : -1;
        upwardObjective = new double[programme.columns()];
        for (int j = 0; j < upwardObjective.length; j++) {
            upwardObjective[j] = sign * programme.objective(j);
        }
    }

    /**
     * How good an answer is.
     *
     * @param x columns
     * @param prices of the rows, in the sign convention of {@link LinearSolution}; any prices prove something
     */
    OptimalityCertificate certificate(double[] x, double[] prices) {
        double[] upwardPrices = new double[prices.length];
        for (int i = 0; i < prices.length; i++) {
            upwardPrices[i] = sign * prices[i];
        }
        double bound = dual.above(upwardObjective, upwardPrices);
        double largest = 0;
        for (double c : upwardObjective) {
            largest = Math.max(largest, Math.abs(c));
        }
        double dualResidual = dual.wrongSign() / (1 + largest);
        return new OptimalityCertificate(primalResidual(x), dualResidual, objective(x), sign * bound);
    }

    /**
     * The same from the exact prices of a basis, where it is small enough for fractions.
     *
     * @param certificate of these x and of rounded prices
     * @param basis whose prices are asked
     * @return what is proved with the prices, in the sign convention of {@link LinearSolution}, that prove it
     */
    Optional<ProvedPrices> exactly(OptimalityCertificate certificate, Basis basis) {
        return new ExactDualBound(programme, byColumn, basis)
                .ofObjective(upwardObjective)
                .filter(proof -> Double.isFinite(proof.bound()))
                .map(proof -> new ProvedPrices(
                        new OptimalityCertificate(
                                certificate.primalResidual(), 0, certificate.objective(), sign * proof.bound()),
                        Arrays.stream(proof.prices())
                                .map(price -> price == 0 ? 0 : sign * price)
                                .toArray()));
    }

    /** Prices and what they prove. */
    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    record ProvedPrices(OptimalityCertificate certificate, double[] prices) {}

    /** Multipliers that prove exactly that no x keeps all bounds, from the row of a basis inverse; empty if they do not. */
    Optional<double[]> provesInfeasible(Basis basis, int variable) {
        return new ExactDualBound(programme, byColumn, basis).ofRow(variable);
    }

    private double objective(double[] x) {
        sum.reset();
        for (int j = 0; j < x.length; j++) {
            sum.addProduct(programme.objective(j), x[j]);
        }
        return sum.value();
    }

    /**
     * Largest violation of a bound relative to 1 + |bound|, or to 1 + the largest term of the sum if that is larger: terms of
     * 10¹² cannot cancel to 0 any closer. Rounded up; infinite if a number is.
     */
    double primalResidual(double[] x) {
        double residual = 0;
        for (int j = 0; j < x.length; j++) {
            residual = Math.max(residual, violation(x[j], x[j], 0, programme.columnLower(j), programme.columnUpper(j)));
        }
        for (int i = 0; i < byRow.lines(); i++) {
            sumRow(i, x);
            residual = Math.max(
                    residual,
                    violation(
                            sum.lower(), sum.upper(), largestTerm(i, x), programme.rowLower(i), programme.rowUpper(i)));
        }
        return residual;
    }

    private static double violation(double least, double most, double term, double lower, double upper) {
        if (!(Double.isFinite(least) && Double.isFinite(most))) {
            return Double.POSITIVE_INFINITY;
        }
        double below =
                least < lower ? Math.nextUp(Math.nextUp(lower - least) / (1 + Math.max(term, Math.abs(lower)))) : 0;
        double above =
                most > upper ? Math.nextUp(Math.nextUp(most - upper) / (1 + Math.max(term, Math.abs(upper)))) : 0;
        return Math.max(below, above);
    }

    private double largestTerm(int i, double[] x) {
        double largest = 0;
        for (int p = byRow.start()[i]; p < byRow.start()[i + 1]; p++) {
            largest = Math.max(largest, Math.abs(byRow.value()[p] * x[byRow.index()[p]]));
        }
        return largest;
    }

    private void sumRow(int i, double[] x) {
        sum.reset();
        for (int p = byRow.start()[i]; p < byRow.start()[i + 1]; p++) {
            sum.addProduct(byRow.value()[p], x[byRow.index()[p]]);
        }
    }

    /** M x, each row rounded once. */
    double[] rows(double[] x) {
        double[] rows = new double[byRow.lines()];
        for (int i = 0; i < rows.length; i++) {
            sumRow(i, x);
            rows[i] = sum.value();
        }
        return rows;
    }

    /** c − Mᵀ q, each rounded once. */
    double[] reducedCosts(double[] prices) {
        double[] reduced = new double[programme.columns()];
        for (int j = 0; j < reduced.length; j++) {
            sum.reset();
            sum.add(programme.objective(j));
            for (int p = byColumn.start()[j]; p < byColumn.start()[j + 1]; p++) {
                sum.addProduct(-byColumn.value()[p], prices[byColumn.index()[p]]);
            }
            reduced[j] = sum.value();
        }
        return reduced;
    }

    /**
     * Whether multipliers of the rows prove that no x keeps all bounds: 0·x, which is 0, would have to be below 0.
     *
     * @param multipliers of the rows, of either sign
     */
    boolean provesInfeasible(double[] multipliers) {
        return dual.above(new double[programme.columns()], multipliers) < 0;
    }

    /**
     * Whether the objective grows for ever from a feasible x along a ray, as far as floating point can tell.
     *
     * @param x from where; feasible within the tolerance
     * @param ray in which direction
     * @param tolerance for violations at x
     */
    boolean provesUnbounded(double[] x, double[] ray, double tolerance) {
        if (!(primalResidual(x) <= tolerance)) {
            return false;
        }
        for (int j = 0; j < ray.length; j++) {
            if (leaves(ray[j], ray[j], 0, programme.columnLower(j), programme.columnUpper(j))) {
                return false;
            }
        }
        for (int i = 0; i < byRow.lines(); i++) {
            sumRow(i, ray);
            double slack = RAY_ROUNDING * magnitude(i, ray);
            if (leaves(sum.lower(), sum.upper(), slack, programme.rowLower(i), programme.rowUpper(i))) {
                return false;
            }
        }
        return isImproving(ray, tolerance);
    }

    private boolean isImproving(double[] ray, double tolerance) {
        sum.reset();
        double size = 0;
        for (int j = 0; j < ray.length; j++) {
            sum.addProduct(upwardObjective[j], ray[j]);
            size += Math.abs(upwardObjective[j] * ray[j]);
        }
        return size > 0 && sum.lower() > tolerance * size;
    }

    private double magnitude(int i, double[] ray) {
        double size = 0;
        for (int p = byRow.start()[i]; p < byRow.start()[i + 1]; p++) {
            size += Math.abs(byRow.value()[p] * ray[byRow.index()[p]]);
        }
        return size;
    }

    private static boolean leaves(double least, double most, double slack, double lower, double upper) {
        boolean isFinite = Double.isFinite(least) && Double.isFinite(most);
        boolean below = Double.isFinite(lower) && least < -slack;
        boolean above = Double.isFinite(upper) && most > slack;
        return !isFinite || below || above;
    }
}
