package org.leontief.optimisation;

import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.LeontiefProgramme.Kind;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/**
 * What can be proved of a plan y, u and of prices q of the resources and w of the bounds on outputs, from the programme itself
 * with every rounding outward. The outputs are those that the plan takes, x = (I − A)⁻¹ (y + E u), known within the bounds that
 * the system proves; weak duality, for a maximum:
 *
 * <pre>
 * c·x + f·y + g·u ≤ Σ_k max(q_k l_k, q_k b_k) + Σ_i max w_i x_i + Σ_j max (f + t)_j y_j + Σ_j max (g + t E − q Q)_j u_j
 * t = (c − q R − w) (I − A)⁻¹
 * </pre>
 *
 * with every maximum over the bounds of the one variable, and t known within proven bounds, too.
 */
final class LeontiefVerification {

    private static final double EPSILON = 0x1p-53;

    private final LeontiefProgramme programme;
    private final SolveOptions options;
    private final LeontiefSystem transposed;
    private final ImpliedLimits limits;
    private final SparseMatrix a;
    private final double sign;

    LeontiefVerification(LeontiefProgramme programme, SparseMatrix a, ImpliedLimits limits, SolveOptions options) {
        this.programme = programme;
        this.a = a;
        this.limits = limits;
        this.options = options.withCertification(SolveOptions.Certification.SHARP);
        transposed = programme.system().transposed();
        sign = programme.sense() == Sense.MAXIMISE ? 1 : -1;
    }

    /** A sum that knows how far rounding can have taken it. */
    private static final class RoundedSum {

        private static final int STRETCH = 1024;

        private double total;
        private double part;
        private double magnitude;
        private long terms;
        private boolean isInfinite;

        /** Adds a number that is itself off by so many roundings of its own size at most. */
        void add(double term) {
            if (Double.isNaN(term) || Double.isInfinite(term)) {
                isInfinite = true;
                return;
            }
            part += term;
            magnitude += Math.abs(term);
            if (++terms % STRETCH == 0) {
                total += part;
                part = 0;
            }
        }

        double value() {
            return isInfinite ? Double.POSITIVE_INFINITY : total + part;
        }

        /** How far the value can be off, each term being off by four roundings at most. */
        double error() {
            double depth = STRETCH + terms / (double) STRETCH + 8;
            return Math.nextUp(2 * depth * EPSILON * magnitude + terms * Double.MIN_VALUE);
        }

        double above() {
            return isInfinite ? Double.POSITIVE_INFINITY : Math.nextUp(value() + error());
        }
    }

    /** Prices of all rows and columns that follow from those of resources and outputs. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Prices(double[] balance, double[] deliveries, double[] activities, double bound, double wrongSign) {}

    /**
     * The bound that prices prove, for the objective turned upward, and the prices that follow from them.
     *
     * @param q of the resources, in the sign convention of a maximum
     * @param w of the outputs
     * @param withObjective false for the proof that nothing keeps all bounds: a bound below 0 on 0
     * @return null if the transposed system was not solved
     */
    @Nullable
    Prices prices(double[] q, double[] w, boolean withObjective) {
        int n = programme.products();
        double scale = withObjective ? sign : 0;
        double[] right = new double[n];
        double[] rounding = new double[n];
        double[] c = programme.outputVariables().objective();
        SparseMatrix r = programme.resourceUse();
        double[] sums = new double[2];
        for (int j = 0; j < n; j++) {
            sums[0] = scale * c[j] - w[j];
            sums[1] = Math.abs(c[j]) + Math.abs(w[j]);
            r.forEachInColumn(j, (k, column, use) -> {
                sums[0] -= q[k] * use;
                sums[1] += Math.abs(q[k] * use);
            });
            right[j] = sums[0];
            rounding[j] = (q.length + 3) * 2 * EPSILON * sums[1];
        }
        Solution t = transposed.solve(right, options);
        if (!t.hasValues()) {
            return null;
        }
        return bounded(q, w, scale, t, spread(rounding));
    }

    /** What rounding of the right-hand side can do to t: at most (I − |A|ᵀ)⁻¹ of it. Null if that cannot be said. */
    private @Nullable Solution spread(double[] rounding) {
        LeontiefSystem absolute = a.hasNegative() ? LeontiefSystem.of(a.abs()).transposed() : transposed;
        Solution spread = absolute.solve(rounding, options.withTolerance(1e-3));
        return spread.hasValues() && spread.certificate().isPresent() ? spread : null;
    }

    private Prices bounded(double[] q, double[] w, double scale, Solution t, @Nullable Solution spread) {
        int n = programme.products();
        LeontiefProgramme.Variables y = programme.deliveryVariables();
        LeontiefProgramme.Variables u = programme.activityVariables();
        RoundedSum bound = new RoundedSum();
        double wrong = 0;
        for (int k = 0; k < q.length; k++) {
            bound.add(
                    largest(q[k], q[k], programme.resourceLower()[k], programme.resourceUpper()[k]));
        }
        double[] error = new double[n];
        double[] balance = new double[n];
        double[] ofDeliveries = new double[n];
        for (int i = 0; i < n; i++) {
            bound.add(largest(w[i], w[i], limits.lower(Kind.OUTPUT, i), limits.upper(Kind.OUTPUT, i)));
            error[i] = spread == null
                    ? Double.POSITIVE_INFINITY
                    : Math.nextUp(t.errorBound(i) + (spread.value(i) + spread.errorBound(i)));
            balance[i] = t.value(i);
            double f = scale * y.objective()[i];
            ofDeliveries[i] = f + t.value(i);
            double off = Math.nextUp(error[i] + EPSILON * (Math.abs(f) + Math.abs(t.value(i))));
            double low = limits.lower(Kind.DELIVERY, i);
            double high = limits.upper(Kind.DELIVERY, i);
            bound.add(largest(ofDeliveries[i] - off, ofDeliveries[i] + off, low, high));
            wrong = Math.max(wrong, wrongSign(ofDeliveries[i], y.lower()[i], y.upper()[i]));
        }
        double[] ofActivities = new double[u.lower().length];
        for (int j = 0; j < ofActivities.length; j++) {
            ofActivities[j] = boundedActivity(j, q, balance, error, scale, bound);
            wrong = Math.max(wrong, wrongSign(ofActivities[j], u.lower()[j], u.upper()[j]));
        }
        return new Prices(balance, ofDeliveries, ofActivities, bound.above(), wrong);
    }

    private double boundedActivity(int j, double[] q, double[] t, double[] error, double scale, RoundedSum bound) {
        // In doubled precision: what a basket is worth is a sum over all products, and its rounding would be multiplied
        // by the
        // largest multiple that can be thought of.
        AccurateSum sum = new AccurateSum();
        double[] off = {0};
        sum.add(scale * programme.activityVariables().objective()[j]);
        programme.productsOfActivities().forEachInColumn(j, (i, column, use) -> {
            sum.addProduct(t[i], use);
            off[0] += error[i] * Math.abs(use) * (1 + 4 * EPSILON);
        });
        programme.resourcesOfActivities().forEachInColumn(j, (k, column, use) -> sum.addProduct(-q[k], use));
        double most = Math.nextUp(off[0] * (1 + EPSILON * t.length) + sum.error());
        double low = limits.lower(Kind.ACTIVITY, j);
        double high = limits.upper(Kind.ACTIVITY, j);
        bound.add(largest(sum.value() - most, sum.value() + most, low, high));
        return sum.value();
    }

    /** The largest product of a factor and a value, each from its interval; rounded to nearest. */
    private static double largest(double leastFactor, double mostFactor, double low, double high) {
        double most = Double.NEGATIVE_INFINITY;
        for (double factor : new double[] {leastFactor, mostFactor}) {
            // 0 · ∞ is 0 here: a row without a price says nothing, whatever its bounds.
            double atLow = factor == 0 ? 0 : factor * low;
            double atHigh = factor == 0 ? 0 : factor * high;
            most = Math.max(most, Math.max(atLow, atHigh));
        }
        return most;
    }

    private static double wrongSign(double price, double low, double high) {
        double up = high == Double.POSITIVE_INFINITY ? price : 0;
        double down = low == Double.NEGATIVE_INFINITY ? -price : 0;
        return Math.max(0, Math.max(up, down));
    }

    /** What a plan gains, what it takes, and how far it oversteps. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Kept(double objective, double[] resources, double residual) {}

    /**
     * Checks a plan whose deliveries and activities are within their bounds.
     *
     * @param x the outputs that it takes, certified
     */
    Kept kept(Solution x, double[] y, double[] u) {
        int n = programme.products();
        int m = programme.resources();
        LeontiefProgramme.Variables outputs = programme.outputVariables();
        double residual = 0;
        double[] term = largestTerms(x, y, u);
        RoundedSum objective = new RoundedSum();
        for (int i = 0; i < n; i++) {
            double error = x.errorBound(i);
            residual = Math.max(
                    residual,
                    violation(x.value(i) - error, x.value(i) + error, term[i], outputs.lower()[i], outputs.upper()[i]));
            objective.add(outputs.objective()[i] * x.value(i));
            objective.add(programme.deliveryVariables().objective()[i] * y[i]);
        }
        for (int j = 0; j < u.length; j++) {
            objective.add(programme.activityVariables().objective()[j] * u[j]);
        }
        RoundedSum[] use = new RoundedSum[m];
        double[] off = new double[m];
        double[] largest = new double[m];
        for (int k = 0; k < m; k++) {
            use[k] = new RoundedSum();
        }
        programme.resourceUse().forEach((k, i, amount) -> {
            use[k].add(amount * x.value(i));
            off[k] += Math.abs(amount) * x.errorBound(i);
            largest[k] = Math.max(largest[k], Math.abs(amount * x.value(i)));
        });
        programme.resourcesOfActivities().forEach((k, j, amount) -> {
            use[k].add(amount * u[j]);
            largest[k] = Math.max(largest[k], Math.abs(amount * u[j]));
        });
        double[] used = new double[m];
        for (int k = 0; k < m; k++) {
            used[k] = use[k].value();
            double error = Math.nextUp(off[k] * (1 + n * EPSILON) + use[k].error());
            residual = Math.max(
                    residual,
                    violation(
                            used[k] - error,
                            used[k] + error,
                            largest[k],
                            programme.resourceLower()[k],
                            programme.resourceUpper()[k]));
        }
        return new Kept(objective.value(), used, residual);
    }

    /** The largest part of what an output is added up from: inputs of one industry, a delivery, an activity. */
    private double[] largestTerms(Solution x, double[] y, double[] u) {
        double[] term = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            term[i] = Math.abs(y[i]);
        }
        a.forEach((i, j, amount) -> term[i] = Math.max(term[i], Math.abs(amount * x.value(j))));
        programme
                .productsOfActivities()
                .forEach((i, j, amount) -> term[i] = Math.max(term[i], Math.abs(amount * u[j])));
        return term;
    }

    static double violation(double least, double most, double lower, double upper) {
        return violation(least, most, 0, lower, upper);
    }

    /** By how much a value is outside, relative to 1 + the bound, or to 1 + the largest term it is added up from. */
    static double violation(double least, double most, double term, double lower, double upper) {
        if (!Double.isFinite(least) || !Double.isFinite(most)) {
            // Without a proven bound on the outputs nothing can be said, unless there is nothing to keep.
            boolean isFree = lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
            return isFree ? 0 : Double.POSITIVE_INFINITY;
        }
        double below = least < lower ? Math.nextUp((lower - least) / (1 + Math.max(term, Math.abs(lower)))) : 0;
        double above = most > upper ? Math.nextUp((most - upper) / (1 + Math.max(term, Math.abs(upper)))) : 0;
        return Math.max(below, above);
    }
}
