package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;

/** Makes a solution of what the reduced form has found, once it has been verified. */
final class ReducedAnswer {

    /** A ray may leave what bounds allow by so much of its own size: the rounding of a solve. */
    private static final double RAY_ROUNDING = 1e-9;

    /** Up to so many products a proof may take the programme written out. */
    private static final int GENERAL_PROOF = 20_000;

    private final LeontiefProgramme programme;
    private final LeontiefVerification verification;
    private final ProgrammeOptions options;
    private final long begin;
    private final List<String> notes;
    private final double sign;

    ReducedAnswer(
            LeontiefProgramme programme,
            LeontiefVerification verification,
            ProgrammeOptions options,
            long begin,
            List<String> notes) {
        this.programme = programme;
        this.verification = verification;
        this.options = options;
        this.begin = begin;
        this.notes = new ArrayList<>(notes);
        sign = programme.sense() == Sense.MAXIMISE ? 1 : -1;
    }

    private SolveOptions proving() {
        return SolveOptions.defaults().withThreads(options.threads()).withTolerance(1e-13);
    }

    private double[] deliveries(double[] values) {
        return Arrays.copyOf(values, programme.products());
    }

    private double[] activities(double[] values) {
        return Arrays.copyOfRange(values, programme.products(), values.length);
    }

    private Solution outputs(double[] values) {
        double[] demand = programme.productsOfActivities().multiply(activities(values));
        for (int i = 0; i < demand.length; i++) {
            demand[i] += values[i];
        }
        return ReducedForm.requireValues(programme.system().solve(demand, proving()));
    }

    /** Optimal if that is verified. */
    LinearSolution of(double[] found, double[][] prices, boolean isFinished, long pivots, String stop) {
        double[] values = found;
        Solution x = outputs(values);
        LeontiefVerification.Kept kept = verification.kept(x, deliveries(values), activities(values));
        if (!isFinished && kept.residual() > options.tolerance()) {
            double @Nullable [] feasible = drawnBack(values, x);
            if (feasible != null) {
                notes.add("The plan was drawn back towards the lower bounds until it kept all limits.");
                values = feasible;
                x = outputs(values);
                kept = verification.kept(x, deliveries(values), activities(values));
            }
        }
        double[] q = rightSigned(prices[0], programme.resourceLower(), programme.resourceUpper());
        double[] w = rightSigned(
                prices[1],
                programme.outputVariables().lower(),
                programme.outputVariables().upper());
        LeontiefVerification.@Nullable Prices proved = verification.prices(q, w, true);
        double bound = proved == null ? Double.POSITIVE_INFINITY : proved.bound();
        double wrong = proved == null ? 0 : proved.wrongSign() / (1 + largestObjective());
        double[] balance = proved == null ? new double[programme.products()] : proved.balance();
        double[] rowPrices = scaled(LeontiefProgramme.joined(balance, q), sign);
        double objectiveBound = sign * bound;
        if (Double.isInfinite(objectiveBound) && proved != null && programme.products() <= GENERAL_PROOF) {
            double[] columns = LeontiefProgramme.joined(x.values(), values);
            objectiveBound = general().certificate(columns, rowPrices).objectiveBound();
        }
        OptimalityCertificate certificate =
                new OptimalityCertificate(kept.residual(), wrong, kept.objective(), objectiveBound);
        boolean isOptimal = kept.residual() <= options.tolerance()
                && wrong <= options.tolerance()
                && certificate.relativeGap() <= options.tolerance();
        return solution(
                isOptimal ? ProgrammeStatus.OPTIMAL : ProgrammeStatus.STOPPED,
                values,
                x,
                kept.resources(),
                rowPrices,
                proved == null
                        ? new double[2 * programme.products() + programme.activities()]
                        : scaled(LeontiefProgramme.joined(w, proved.deliveries(), proved.activities()), sign),
                certificate,
                new double[0],
                report(stop, pivots));
    }

    /** The proofs for programmes of any kind, which find prices near the given ones where no bound follows otherwise. */
    private Verification general() {
        return new Verification(programme.toLinearProgramme());
    }

    private double largestObjective() {
        double largest = 0;
        for (LeontiefProgramme.Variables kind :
                List.of(programme.outputVariables(), programme.deliveryVariables(), programme.activityVariables())) {
            for (double c : kind.objective()) {
                largest = Math.max(largest, Math.abs(c));
            }
        }
        return largest;
    }

    /** A price against a bound that does not exist is rounding, and proves nothing. */
    private static double[] rightSigned(double[] prices, double[] lower, double[] upper) {
        double[] right = prices.clone();
        for (int i = 0; i < right.length; i++) {
            boolean hasNone =
                    right[i] > 0 ? upper[i] == Double.POSITIVE_INFINITY : lower[i] == Double.NEGATIVE_INFINITY;
            right[i] = hasNone ? 0 : right[i];
        }
        return right;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // No −0: a price of nothing reads as 0.
            scaled[i] = values[i] == 0 ? 0 : factor * values[i];
        }
        return scaled;
    }

    /** A point between the lower bounds and a plan that oversteps which keeps all limits; null if the lower bounds do not. */
    private double @Nullable [] drawnBack(double[] values, Solution x) {
        double[] low = LeontiefProgramme.joined(
                programme.deliveryVariables().lower(),
                programme.activityVariables().lower());
        for (double value : low) {
            if (!Double.isFinite(value)) {
                return null;
            }
        }
        Solution atLow = outputs(low);
        LeontiefVerification.Kept least = verification.kept(atLow, deliveries(low), activities(low));
        if (least.residual() > 0) {
            return null;
        }
        double share = 1;
        for (int i = 0; i < programme.products(); i++) {
            double from = atLow.value(i);
            share = Math.min(
                    share,
                    inside(
                            from,
                            x.value(i),
                            programme.outputVariables().lower()[i],
                            programme.outputVariables().upper()[i]));
        }
        double[] used =
                verification.kept(x, deliveries(values), activities(values)).resources();
        for (int k = 0; k < used.length; k++) {
            share = Math.min(
                    share,
                    inside(
                            least.resources()[k],
                            used[k],
                            programme.resourceLower()[k],
                            programme.resourceUpper()[k]));
        }
        double[] between = new double[low.length];
        for (int j = 0; j < low.length; j++) {
            between[j] = low[j] + Math.max(0, share - 1e-12) * (values[j] - low[j]);
        }
        return between;
    }

    private static double inside(double from, double to, double lower, double upper) {
        double above = to > upper ? (upper - from) / (to - from) : 1;
        double below = to < lower ? (from - lower) / (from - to) : 1;
        return Math.max(0, Math.min(above, below));
    }

    /** Infeasible if the multipliers prove it. */
    LinearSolution infeasible(double[][] multipliers, double[] values, long pivots, String stop) {
        double[] q = rightSigned(multipliers[0], programme.resourceLower(), programme.resourceUpper());
        double[] w = rightSigned(
                multipliers[1],
                programme.outputVariables().lower(),
                programme.outputVariables().upper());
        LeontiefVerification.@Nullable Prices proved = verification.prices(q, w, false);
        boolean isProved = proved != null
                && (proved.bound() < 0
                        || (programme.products() <= GENERAL_PROOF
                                && general().provesInfeasible(LeontiefProgramme.joined(proved.balance(), q))));
        if (proved == null || !isProved) {
            notes.add("No plan was found that keeps all limits, and that there is none could not be proved.");
            return of(values, new double[][] {q, w}, false, pivots, stop);
        }
        Solution x = outputs(values);
        LeontiefVerification.Kept kept = verification.kept(x, deliveries(values), activities(values));
        int rows = programme.products() + programme.resources();
        return solution(
                ProgrammeStatus.INFEASIBLE,
                values,
                x,
                kept.resources(),
                new double[rows],
                new double[2 * programme.products() + programme.activities()],
                null,
                LeontiefProgramme.joined(proved.balance(), q),
                report(stop, pivots));
    }

    /** Unbounded if the ray is one; null if it is not. */
    @Nullable
    LinearSolution unbounded(double[] values, double[] ray, long pivots) {
        Solution x = outputs(ray);
        double[] y = deliveries(ray);
        double[] u = activities(ray);
        double size = 0;
        for (double part : LeontiefProgramme.joined(ray, x.values())) {
            size = Math.max(size, Math.abs(part));
        }
        LeontiefVerification.Kept along = verification.kept(x, y, u);
        boolean stays = stays(x.values(), size, programme.outputVariables())
                && stays(y, size, programme.deliveryVariables())
                && stays(u, size, programme.activityVariables());
        for (int k = 0; k < along.resources().length; k++) {
            double most = size * RAY_ROUNDING * (1 + Math.abs(along.resources()[k]) / size);
            stays &= stays(
                    along.resources()[k],
                    most,
                    programme.resourceLower()[k],
                    programme.resourceUpper()[k]);
        }
        if (!stays || !(sign * along.objective() > RAY_ROUNDING * size)) {
            return null;
        }
        Solution now = outputs(values);
        LeontiefVerification.Kept kept = verification.kept(now, deliveries(values), activities(values));
        if (!(kept.residual() <= options.tolerance())) {
            return null;
        }
        return solution(
                ProgrammeStatus.UNBOUNDED,
                values,
                now,
                kept.resources(),
                new double[programme.products() + programme.resources()],
                new double[2 * programme.products() + programme.activities()],
                null,
                withoutRounding(LeontiefProgramme.joined(x.values(), ray), size),
                report("a ray along which the objective grows for ever", pivots));
    }

    /** Outputs that stay at a bound but for rounding stay there. */
    private double[] withoutRounding(double[] ray, double size) {
        LeontiefProgramme.Variables bounds = programme.outputVariables();
        for (int i = 0; i < programme.products(); i++) {
            boolean isRounding = Math.abs(ray[i]) <= RAY_ROUNDING * size;
            ray[i] = isRounding && !stays(ray[i], 0, bounds.lower()[i], bounds.upper()[i]) ? 0 : ray[i];
        }
        return ray;
    }

    private static boolean stays(double[] direction, double size, LeontiefProgramme.Variables bounds) {
        for (int j = 0; j < direction.length; j++) {
            if (!stays(direction[j], RAY_ROUNDING * size, bounds.lower()[j], bounds.upper()[j])) {
                return false;
            }
        }
        return true;
    }

    private static boolean stays(double direction, double rounding, double lower, double upper) {
        boolean down = direction < -rounding && lower != Double.NEGATIVE_INFINITY;
        boolean up = direction > rounding && upper != Double.POSITIVE_INFINITY;
        return !down && !up;
    }

    private ProgrammeReport report(String stop, long pivots) {
        return new ProgrammeReport(
                ProgrammeMethod.REDUCED_FORM,
                "each product made by one technique at a time, so that outputs follow from deliveries",
                stop,
                pivots,
                (System.nanoTime() - begin) * 1e-9,
                notes);
    }

    /** Outputs that stand at a bound stand there to the last bit, where they are outside by rounding. */
    private double[] withinBounds(double[] x) {
        LeontiefProgramme.Variables bounds = programme.outputVariables();
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(bounds.lower()[i], Math.min(bounds.upper()[i], x[i]));
        }
        return x;
    }

    private LinearSolution solution(
            ProgrammeStatus status,
            double[] values,
            Solution x,
            double[] resources,
            double[] rowPrices,
            double[] reducedCosts,
            @Nullable OptimalityCertificate certificate,
            double[] proof,
            ProgrammeReport report) {
        // The balances, as the numbers that are returned give them: 0 but for rounding.
        double[] balances = new double[programme.products()];
        double[] rows = LeontiefProgramme.joined(balances, resources);
        return new LinearSolution(
                status,
                LeontiefProgramme.joined(
                        status == ProgrammeStatus.OPTIMAL ? withinBounds(x.values()) : x.values(), values),
                rows,
                rowPrices,
                reducedCosts,
                certificate,
                null,
                proof,
                report);
    }
}
