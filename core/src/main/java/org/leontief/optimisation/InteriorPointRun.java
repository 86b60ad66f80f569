package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Progress;
import org.leontief.solve.SolveOptions;

/** One programme being solved by {@link InteriorPoint}. */
final class InteriorPointRun {

    /** How far artificial bounds lie, in units of the largest number of the programme. */
    private static final double FAR = 1e3;

    /** Newton steps in which the gap does not come down by a tenth, before the run is called stuck. */
    private static final int PATIENCE = 12;

    /** Of the way to the nearest bound. */
    private static final double NEARLY = 0.995;

    /** Residual at which conjugate gradients may end, relative. */
    private static final double ROUGH = 0.03;

    private static final double FINE = 0.1;

    /** The residual is what reduced costs will be off; its sum goes into the bound and has to be small beside the gap. */
    private static final double SHARE_OF_GAP = 0.3;

    /** A step aims at no smaller products of room and worth than this share of the gap. */
    private static final double LEAST_GOAL = 0.03;

    /** When both solves of a Newton step take more, rows are kept for the next. */
    private static final int MANY_STEPS = 40;

    private static final int MOST_STEPS_OF_ONE = 2_000;

    /** Of the present gap, what the series may leave out. */
    private static final double LEFT_OUT = 0.1;

    private static final double MOST_LEFT_OUT = 1e-3;
    private static final double LEAST_LEFT_OUT = 1e-12;

    /** Parts of a direction that are smaller than this share of the largest are left out of a proof. */
    private static final double DUST = 1e-7;

    private static final double ACCURACY = 1e-12;
    private static final double PROOF_ACCURACY = 1e-13;

    private final LeontiefProgramme programme;
    private final ProgrammeOptions options;
    private final String choice;
    private final SolveOptions solving;
    private final ImpliedLimits limits;
    private final ReducedColumns columns;
    private final double sign;
    private final long begin = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private long steps;
    private long newtonSteps;
    private boolean isStopped;

    /**
     * Prepares a run.
     *
     * @param choice why this method
     */
    InteriorPointRun(LeontiefProgramme programme, ProgrammeOptions options, String choice) {
        this.programme = programme;
        this.options = options;
        this.choice = choice;
        sign = programme.sense() == Sense.MAXIMISE ? 1 : -1;
        solving = SolveOptions.defaults()
                .withCertification(SolveOptions.Certification.NONE)
                .withTolerance(ACCURACY)
                .withThreads(options.threads())
                .withListener(options.listener());
        limits = new ImpliedLimits(programme, programme.system().coefficients());
        columns = new ReducedColumns(programme, limits, FAR);
    }

    /** The solution; null where outputs follow from deliveries too slowly, see {@link #tooSlow}. */
    @Nullable
    LinearSolution solve() {
        double @Nullable [] objective = columns.objective(solving);
        @Nullable
        LimitedQuantities quantities = objective == null ? null : LimitedQuantities.of(programme, columns, solving);
        if (objective == null || quantities == null) {
            return withoutPlan("stopped by the listener before the first plan");
        }
        if (!quantities.areExact()) {
            return null;
        }
        Course course = new Course(quantities, objective);
        String stop = course.run();
        notes.add(newtonSteps + " Newton steps, " + quantities.kept() + " rows kept for the preconditioner, over "
                + columns.count() + " deliveries and activities that can vary");
        double[] values = columns.values(course.plan);
        if (!course.isFeasible() && !isStopped) {
            return answer().infeasible(quantities.prices(direction(course.prices), 1), values, steps, stop);
        }
        return answer().of(values, quantities.prices(course.prices, course.unit), false, steps, stop);
    }

    /** The answer where the economy is so near to one that cannot reproduce itself that rounds of production do not end. */
    LinearSolution tooSlow() {
        notes.add(
                "Outputs follow from deliveries only after more rounds of production than this method can afford: the economy"
                        + " keeps too little of what it makes. Use ProgrammeMethod.REDUCED_FORM.");
        return withoutPlan("outputs that take too many rounds of production");
    }

    private LinearSolution withoutPlan(String stop) {
        double[][] none = {new double[programme.resources()], new double[programme.products()]};
        return answer().of(columns.values(new double[columns.count()]), none, false, 0, stop);
    }

    /** Prices on a scale of 1, without what is dust beside the largest. */
    private static double[] direction(double[] prices) {
        double largest = Arrays.stream(prices).map(Math::abs).max().orElse(0);
        return Arrays.stream(prices)
                .map(price -> Math.abs(price) > DUST * largest ? price / largest : 0)
                .toArray();
    }

    private ReducedAnswer answer() {
        SolveOptions proving =
                SolveOptions.defaults().withThreads(options.threads()).withTolerance(PROOF_ACCURACY);
        LeontiefVerification verification =
                new LeontiefVerification(programme, programme.system().coefficients(), limits, proving);
        return new ReducedAnswer(
                programme, verification, options, begin, notes, ProgrammeMethod.INTERIOR_POINT, choice);
    }

    private boolean proceed(long done, double gap) {
        isStopped |= !options.listener()
                .proceed(new Progress("INTERIOR_POINT", steps + done, options.iterationLimit(), gap));
        return !isStopped;
    }

    /** The Newton steps, the best plan that they came by, and the best prices. */
    private final class Course {

        private final LimitedQuantities quantities;
        private final BarrierState state;
        private final BarrierState.Newton none;
        private final double unit;
        private final double constant;
        private double[] plan;
        private double[] prices;
        private double best = Double.NEGATIVE_INFINITY;
        private double bound = Double.POSITIVE_INFINITY;
        private double mark = Double.POSITIVE_INFINITY;
        private long lastMark;
        private long stepsOfLast;

        Course(LimitedQuantities quantities, double[] objective) {
            this.quantities = quantities;
            double[] cost = columns.overVarying(objective);
            double largest = Arrays.stream(cost).map(Math::abs).max().orElse(0);
            unit = largest > 0 ? largest : 1;
            for (int c = 0; c < cost.length; c++) {
                cost[c] *= sign / unit;
            }
            constant = sign * columns.atLower(objective) / unit;
            state = new BarrierState(quantities, cost, quantities.roomiest());
            none = BarrierState.Newton.none(quantities.size);
            plan = state.plan();
            prices = state.prices();
        }

        boolean isFeasible() {
            return best > Double.NEGATIVE_INFINITY;
        }

        /** Returns why it ended. */
        String run() {
            for (; ; newtonSteps++) {
                double violation = look();
                if (gap() <= 0.5 * options.tolerance()) {
                    return "close enough";
                }
                if (!isFeasible() && bound - constant < state.leastObjective()) {
                    return "limits that clash";
                }
                if (isStuck(isFeasible() ? gap() : violation)) {
                    return "no nearer in " + PATIENCE + " Newton steps";
                }
                if (!proceed(0, gap())) {
                    return "stopped by the listener";
                }
                if (steps >= options.iterationLimit()) {
                    return "limit of steps";
                }
                step();
            }
        }

        /** Remembers what is better than before. Returns how far a bound is overstepped. */
        private double look() {
            double violation = state.violation();
            double now = constant + state.objective();
            if (violation <= 0.1 * options.tolerance() && now > best) {
                mark = isFeasible() ? mark : Double.POSITIVE_INFINITY;
                best = now;
                plan = state.plan();
            }
            double limit = constant + state.bound();
            if (limit < bound || (!isFeasible() && Double.isFinite(limit))) {
                bound = Math.min(bound, limit);
                prices = state.prices();
            }
            return violation;
        }

        private double gap() {
            return isFeasible() ? (bound - best) / Math.max(1 / unit, Math.abs(best)) : Double.POSITIVE_INFINITY;
        }

        private boolean isStuck(double measure) {
            if (measure < 0.9 * mark) {
                mark = measure;
                lastMark = newtonSteps;
            }
            return newtonSteps - lastMark > PATIENCE;
        }

        /** A step to the end of the way, and one that makes up for what is not straight about it (S. Mehrotra 1992). */
        private void step() {
            double now = state.complementarity();
            double[] firmness = state.firmness();
            if (stepsOfLast > MANY_STEPS && !quantities.keepImportant(firmness)) {
                isStopped = true;
                return;
            }
            BarrierSystem system = new BarrierSystem(quantities, firmness, terms(now), options.threads());
            double[] gradient = state.gradient();
            double[] dz =
                    solve(system, state.right(gradient, 0, none), new double[columns.count()], ROUGH, Double.MAX_VALUE);
            BarrierState.Newton straight = state.step(dz, 0, none);
            double left = state.complementarity(straight, state.lengthOfRoom(straight), state.lengthOfWorth(straight));
            double ratio = now > 0 ? left / now : 0;
            double wanting = isFeasible() ? bound - best : state.bounds() * now;
            // Products far below the gap would leave no room to bring down the rest of it.
            double least = Math.min(now, LEAST_GOAL * wanting / Math.max(1, state.bounds()));
            double goal = Math.max(least, ratio * ratio * ratio * now);
            dz = solve(system, state.right(gradient, goal, straight), dz, FINE, SHARE_OF_GAP * wanting);
            stepsOfLast = system.steps();
            steps += stepsOfLast;
            if (!isStopped) {
                BarrierState.Newton step = state.step(dz, goal, straight);
                state.move(
                        step,
                        Math.min(1, NEARLY * state.lengthOfRoom(step)),
                        Math.min(1, NEARLY * state.lengthOfWorth(step)));
            }
        }

        private double[] solve(BarrierSystem system, double[] right, double[] start, double share, double total) {
            return system.solve(right, start, share, total, done -> done < MOST_STEPS_OF_ONE && proceed(done, gap()));
        }

        private int terms(double complementarity) {
            double measure = isFeasible() ? Math.min(gap(), complementarity) : complementarity;
            return quantities.series().termsFor(Math.max(LEAST_LEFT_OUT, Math.min(MOST_LEFT_OUT, LEFT_OUT * measure)));
        }
    }
}
