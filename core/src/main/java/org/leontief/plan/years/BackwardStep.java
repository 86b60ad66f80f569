package org.leontief.plan.years;

import java.util.Arrays;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.Inverse;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.MatrixSum;
import org.leontief.solve.RadiusProof;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/**
 * One year back: (I − U + B) x = B y + d with y between bounds. G = I − U + B is no M-matrix, so that the certificate of
 * quantities does not serve. Where R G = I − E for an approximate inverse R, and E̅ v &lt; v for a v &gt; 0,
 *
 * <pre>|x − x̃| ≤ |R| r̄ + E̅ v η,   η = max (|R| r̄)_i / (v − E̅ v)_i,</pre>
 *
 * r̄ bounding the residual, the uncertainty B |y − ỹ| included (S. M. Rump, "Verification methods", Acta Numerica 19, 2010,
 * section 10). For large systems R = I and E = U − B, with the v that proves ρ(|U − B|) &lt; 1.
 */
final class BackwardStep {

    /** Up to this size an inverse is formed for the bounds: seconds, and 64 MB. */
    private static final int DENSE_LIMIT = 2000;

    private static final double EPSILON = 0x1p-53;

    private final SparseMatrix usedRows;
    private final SparseMatrix capitalRows;
    private final SparseMatrix difference;
    private final LeontiefSystem system;
    private final SolveOptions options;
    private final int n;
    private final BackwardProof proof;

    /** Values and how far each can be off. */
    static final class Enclosed {
        final double[] values;
        final double[] bounds;

        Enclosed(double[] values, double[] bounds) {
            this.values = values;
            this.bounds = bounds;
        }

        static Enclosed exactly(double[] values) {
            return new Enclosed(values, new double[values.length]);
        }
    }

    BackwardStep(SparseMatrix used, SparseMatrix capital, SolveOptions options) {
        this.n = used.rows();
        this.usedRows = used.transpose();
        this.capitalRows = capital.transpose();
        this.difference = MatrixSum.of(used, -1, capital, MatrixSum.Rounding.NEAREST);
        this.system = LeontiefSystem.of(difference);
        this.options = options;
        this.proof = n <= DENSE_LIMIT ? byInverse() : byRadius();
    }

    /** What the bounds rest on. */
    String certification() {
        return proof.says;
    }

    /** x with bounds. */
    Enclosed before(Enclosed next, double[] demand) {
        double[] right = new double[n];
        double[] uncertain = new double[n];
        AccurateSum sum = new AccurateSum();
        for (int i = 0; i < n; i++) {
            int row = i;
            sum.reset();
            sum.add(demand[i]);
            capitalRows.forEachInColumn(i, (j, r, b) -> {
                sum.addProduct(b, next.values[j]);
                uncertain[row] = Math.nextUp(uncertain[row] + Math.nextUp(b * next.bounds[j]));
            });
            right[i] = sum.value();
        }
        Solution solution = system.solve(right, options.withCertification(SolveOptions.Certification.NONE));
        DynamicLeontief.requireValues(solution);
        double[] x = solution.requireConverged().values();
        double[] residual = residual(next.values, demand, x);
        for (int i = 0; i < n; i++) {
            residual[i] = Math.nextUp(residual[i] + uncertain[i]);
        }
        return new Enclosed(x, proof.bounds(residual));
    }

    /** A bound on |B y + d − x + U x − B x|. */
    private double[] residual(double[] next, double[] demand, double[] x) {
        double[] residual = new double[n];
        AccurateSum sum = new AccurateSum();
        for (int i = 0; i < n; i++) {
            sum.reset();
            sum.add(demand[i]);
            sum.add(-x[i]);
            usedRows.forEachInColumn(i, (j, row, u) -> sum.addProduct(u, x[j]));
            capitalRows.forEachInColumn(i, (j, row, b) -> {
                sum.addProduct(b, next[j]);
                sum.addProduct(-b, x[j]);
            });
            residual[i] = sum.magnitude();
        }
        return residual;
    }

    private BackwardProof byInverse() {
        Inverse inverse = system.inverse(options.withCertification(SolveOptions.Certification.NONE));
        if (!inverse.hasValues()) {
            return BackwardProof.nothing(
                    n, "I − A + B has no inverse to working precision, so that no bound is given.");
        }
        double[] r = inverse.values().data;
        double[] deviation = deviation(r);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] margin = margin(ones, BackwardProof.product(deviation, ones));
        return Arrays.stream(margin).allMatch(m -> m > 0)
                ? new BackwardProof(r, deviation, ones, margin, "Bounds rest on an approximate inverse of I − A + B.")
                : BackwardProof.nothing(n, "I − A + B is too close to singular for a bound.");
    }

    /** A bound on |I − R + R (U − B)| entry by entry, the rounding of U − B included. */
    private double[] deviation(double[] r) {
        double[] deviation = new double[n * n];
        double gamma = 2 * (n + 4) * EPSILON;
        for (int i = 0; i < n; i++) {
            int from = i * n;
            int row = i;
            for (int j = 0; j < n; j++) {
                double[] sums = new double[2];
                difference.forEachInColumn(j, (k, column, m) -> {
                    sums[0] = Math.fma(r[from + k], m, sums[0]);
                    sums[1] += Math.abs(r[from + k] * m);
                });
                double diagonal = row == j ? 1 : 0;
                double magnitude = sums[1] + Math.abs(r[from + j]) + diagonal;
                deviation[from + j] = Math.nextUp(Math.abs(diagonal - r[from + j] + sums[0])
                        + gamma * magnitude * (1 + gamma)
                        + Double.MIN_NORMAL);
            }
        }
        return deviation;
    }

    private BackwardProof byRadius() {
        RadiusProof radius = system.radiusProof();
        if (radius.verdict() != RadiusProof.Verdict.BELOW_ONE) {
            return BackwardProof.nothing(
                    n,
                    "No bound is given: ρ(|A − B|) < 1 is not proved, and more than " + DENSE_LIMIT
                            + " products are too many for an inverse.");
        }
        double[] v = radius.vector();
        double[] margin = radius.surplus();
        for (int i = 0; i < n; i++) {
            // U − B was rounded; |U − B| v is below v.
            margin[i] = Math.nextDown(margin[i] - 4 * EPSILON * v[i]);
        }
        return Arrays.stream(margin).allMatch(m -> m > 0)
                ? new BackwardProof(null, null, v, margin, "Bounds rest on ρ(|A − B|) < 1.")
                : BackwardProof.nothing(n, "ρ(|A − B|) is too close to 1 for a bound.");
    }

    private double[] margin(double[] v, double[] product) {
        double[] margin = new double[n];
        Arrays.setAll(margin, i -> Math.nextDown(v[i] - product[i]));
        return margin;
    }
}
