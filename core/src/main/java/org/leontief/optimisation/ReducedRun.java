package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Progress;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;

/** One programme being solved in its reduced form: rows, pivots, the outputs that follow, and the bounds these violate. */
final class ReducedRun {

    /** How far artificial bounds lie, in units of the largest number of the programme. */
    private static final double FAR = 1e3;

    private static final double FARTHER = 1e3;
    private static final int ATTEMPTS = 3;

    private static final String CHOICE =
            "each product made by one technique at a time, so that outputs follow from deliveries";

    /** Accuracy of rows and outputs: below the tightest tolerance that makes sense for the limits. */
    private static final double LOOSEST = 1e-8;

    private static final double TIGHTEST = 1e-13;

    /** Of the violated bounds the worst of this share are added, and no fewer than so many. */
    private static final double SHARE = 0.5;

    private static final int FEWEST = 64;

    private final TechniqueExchange exchange;
    private final LeontiefProgramme programme;
    private final ProgrammeOptions options;
    private final SolveOptions solving;
    private final ImpliedLimits limits;
    private final double sign;
    /** More limits of outputs than this are not begun with. */
    private final int mostOverstepped;

    private boolean hasTooMany;
    private final List<String> notes = new ArrayList<>();
    private long pivots;
    private boolean isStopped;
    private double @Nullable [] outputs;

    ReducedRun(TechniqueExchange exchange, ProgrammeOptions options, int mostOverstepped) {
        this.exchange = exchange;
        this.mostOverstepped = mostOverstepped;
        programme = exchange.programme();
        this.options = options;
        sign = programme.sense() == Sense.MAXIMISE ? 1 : -1;
        double accuracy = Math.max(TIGHTEST, Math.min(LOOSEST, 1e-3 * options.tolerance()));
        solving = SolveOptions.defaults()
                .withCertification(SolveOptions.Certification.NONE)
                .withTolerance(accuracy)
                .withThreads(options.threads())
                .withListener(options.listener());
        limits = new ImpliedLimits(programme, programme.system().coefficients());
    }

    /** Whether it ended because too many limits of outputs are overstepped. */
    boolean hasTooMany() {
        return hasTooMany;
    }

    long pivots() {
        return pivots;
    }

    /**
     * What a run comes to that is not verified: deliveries and activities of the programme, multipliers of resources and
     * outputs, and the sign of the objective in them, 0 where they prove that there is no plan.
     */
    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    record Trial(double[] values, double[][] multipliers, double sign) {}

    /** One attempt; null if it was stopped. */
    @Nullable
    Trial trial() {
        Attempt run = new Attempt(new ReducedColumns(programme, limits, FAR));
        run.rounds();
        pivots += run.simplex.pivots();
        double @Nullable [][] clash = run.clash;
        if (clash != null) {
            return new Trial(run.values(), clash, 0);
        }
        return run.isFinished ? new Trial(run.values(), run.prices(), sign) : null;
    }

    /** Solves and verifies; what came before is part of the report. Null if a plan oversteps too many limits of outputs. */
    @Nullable
    LinearSolution solve(TechniqueSearch before) {
        notes.addAll(before.notes());
        pivots = before.pivots();
        long begin = before.begin();
        LeontiefVerification verification = verification();
        SolveOptions ending = SolveOptions.defaults()
                .withCertification(SolveOptions.Certification.NONE)
                .withTolerance(TIGHTEST)
                .withThreads(options.threads());
        double far = FAR;
        for (int attempt = 1; ; attempt++) {
            Attempt run = new Attempt(new ReducedColumns(programme, limits, far));
            String stop = run.rounds();
            if (hasTooMany) {
                return null;
            }
            pivots += run.simplex.pivots();
            ReducedAnswer answer = new ReducedAnswer(
                    exchange.original(), verification, options, begin, notes, ProgrammeMethod.REDUCED_FORM, CHOICE);
            double[] values = exchange.values(run.values(), ending);
            double @Nullable [][] clash = run.clash;
            if (clash != null) {
                return answer.infeasible(exchange.multipliers(clash, 0, ending), values, pivots, stop);
            }
            double @Nullable [] ray = isStopped ? null : run.ray();
            if (ray == null || attempt == ATTEMPTS) {
                double[][] prices = exchange.multipliers(run.prices(), sign, ending);
                LinearSolution found = answer.of(values, prices, run.isFinished, pivots, stop);
                boolean isOptimal = found.status() == ProgrammeStatus.OPTIMAL;
                return isOptimal
                        ? found.endingAt(
                                exchange.basis(run.basis()), exchange.original().outputVariables())
                        : found;
            }
            @Nullable LinearSolution unbounded = answer.unbounded(values, exchange.direction(ray, ending), pivots);
            if (unbounded != null) {
                return unbounded;
            }
            notes.add("An artificial bound of " + far + " times the largest number was reached: it was moved out.");
            far *= FARTHER;
        }
    }

    private LeontiefVerification verification() {
        LeontiefProgramme original = exchange.original();
        SparseMatrix a = original.system().coefficients();
        SolveOptions proving =
                SolveOptions.defaults().withThreads(options.threads()).withTolerance(TIGHTEST);
        ImpliedLimits implied = original == programme ? limits : new ImpliedLimits(original, a);
        return new LeontiefVerification(original, a, implied, proving);
    }

    private boolean proceed(long done) {
        isStopped |= !options.listener()
                .proceed(new Progress("REDUCED_FORM", pivots + done, options.iterationLimit(), Double.NaN));
        return !isStopped;
    }

    /** One choice of working bounds. */
    private final class Attempt {

        private final ReducedColumns columns;
        private final BoxedSimplex simplex;
        private final ReducedRows rows;
        private final double unit;
        private double @Nullable [][] clash;
        private boolean isFinished;

        Attempt(ReducedColumns columns) {
            this.columns = columns;
            double @Nullable [] objective = columns.objective(solving);
            isStopped |= objective == null;
            double[] cost = objective == null ? new double[columns.count()] : columns.overVarying(objective);
            double largest = 0;
            for (double c : cost) {
                largest = Math.max(largest, Math.abs(c));
            }
            unit = largest > 0 ? largest : 1;
            for (int c = 0; c < cost.length; c++) {
                cost[c] *= sign / unit;
            }
            double tolerance = Math.min(1e-9, 0.1 * options.tolerance());
            simplex = new BoxedSimplex(cost, tolerance, options.threads());
            rows = new ReducedRows(programme, columns, solving, simplex);
        }

        /** Pivots and rows in turn. Returns why it ended. */
        String rounds() {
            if (isStopped || !rows.addFewResources()) {
                isStopped = true;
                return "stopped by the listener before the first plan";
            }
            boolean isPerturbed = true;
            for (int round = 1; ; round++) {
                BoxedSimplex.End end =
                        simplex.solve(options.iterationLimit() - pivots, () -> proceed(simplex.pivots()));
                if (end == BoxedSimplex.End.INFEASIBLE) {
                    clash = rows.multipliers(simplex.clash(), 1);
                    return "limits that clash";
                }
                if (end != BoxedSimplex.End.OPTIMAL) {
                    return words(end);
                }
                int[] violated = violated();
                if (isStopped) {
                    return words(BoxedSimplex.End.STOPPED);
                }
                if (hasTooMany) {
                    return "too many limits of outputs";
                }
                if (violated.length > 0) {
                    if (!rows.add(violated)) {
                        isStopped = true;
                        return words(BoxedSimplex.End.STOPPED);
                    }
                } else if (isPerturbed) {
                    simplex.withTrueCost();
                    isPerturbed = false;
                } else {
                    isFinished = true;
                    notes.add(round + " rounds, " + simplex.rows() + " rows of which " + simplex.tightRows()
                            + " bind, over " + columns.count() + " deliveries and activities that can vary");
                    return "best vertex";
                }
            }
        }

        private String words(BoxedSimplex.End end) {
            return switch (end) {
                case LIMIT -> "limit of pivots";
                case STOPPED -> "stopped by the listener";
                default -> "the working basis became singular";
            };
        }

        /** Outputs i and resources −1 − k whose bounds the present plan violates and that have no row yet: the worst. */
        private int[] violated() {
            double[] values = values();
            Solution solution = plan(columns.demand(values));
            if (isStopped) {
                return new int[0];
            }
            double[] x = ReducedForm.requireValues(solution).values();
            outputs = x;
            double[] off = new double[x.length + programme.resources()];
            LeontiefProgramme.Variables bounds = programme.outputVariables();
            addViolations(x, bounds.lower(), bounds.upper(), 0, off);
            hasTooMany = Arrays.stream(off).filter(value -> value > 0).count() > mostOverstepped;
            addViolations(
                    programme.use(x, columns.activities(values)),
                    programme.resourceLower(),
                    programme.resourceUpper(),
                    x.length,
                    off);
            int[] worst = worst(off);
            return Arrays.stream(worst)
                    .map(place -> place < x.length ? place : x.length - 1 - place)
                    .toArray();
        }

        private void addViolations(double[] values, double[] lower, double[] upper, int offset, double[] off) {
            for (int i = 0; i < values.length; i++) {
                double by = LeontiefVerification.violation(values[i], values[i], lower[i], upper[i]);
                boolean counts = by > 0.1 * options.tolerance() && !rows.has(offset == 0 ? i : -1 - i);
                off[offset + i] = counts ? by : 0;
            }
        }

        /** Places of the largest numbers above 0. */
        private int[] worst(double[] off) {
            double[] sorted =
                    Arrays.stream(off).filter(value -> value > 0).sorted().toArray();
            int taken = Math.max((int) (SHARE * sorted.length), Math.min(sorted.length, FEWEST));
            double least = taken == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - taken];
            return IntStream.range(0, off.length)
                    .filter(place -> off[place] >= least)
                    .toArray();
        }

        private Solution plan(double[] demand) {
            double @Nullable [] start = outputs;
            Solution solution = start == null
                    ? programme.system().solve(demand, solving)
                    : programme.system().solve(demand, solving, start);
            isStopped |= solution.report().stop() == StopReason.CANCELLED;
            return solution;
        }

        double[] values() {
            double[] z = new double[columns.count()];
            for (int c = 0; c < z.length; c++) {
                z[c] = simplex.value(c);
            }
            return columns.values(z);
        }

        /** Of resources and of outputs, upward; with the sign that the bound has which holds the row. */
        double[][] prices() {
            double[] prices = new double[simplex.rows()];
            for (int i = 0; i < prices.length; i++) {
                prices[i] = simplex.price(i);
            }
            return rows.multipliers(prices, unit);
        }

        /** Where it ended; null before the best vertex, or where no basis of the programme belongs to it. */
        @Nullable
        Basis basis() {
            return isFinished ? ReducedBasis.of(programme, columns, rows, simplex) : null;
        }

        /** The direction in which an artificial bound holds the plan back; null if none does. */
        double @Nullable [] ray() {
            for (int c = 0; c < columns.count(); c++) {
                boolean above = simplex.isAtUpper(c);
                boolean holds = !simplex.isBasic(c)
                        && columns.isArtificial(c, above)
                        && Math.abs(simplex.reducedCost(c)) > options.tolerance();
                if (holds) {
                    return columns.direction(simplex.ray(c, above ? 1 : -1));
                }
            }
            return null;
        }
    }
}
