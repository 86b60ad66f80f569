package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final String CHOICE = "one technique a product, so that outputs follow from deliveries";

    /** Accuracy of rows and outputs: below the tightest tolerance that makes sense for the limits. */
    private static final double LOOSEST = 1e-8;

    private static final double TIGHTEST = 1e-13;

    /** Of the violated bounds the worst of this share are added, and no fewer than so many. */
    private static final double SHARE = 0.5;

    private static final int FEWEST = 64;

    private final LeontiefProgramme programme;
    private final ProgrammeOptions options;
    private final SolveOptions solving;
    private final ImpliedLimits limits;
    private final LeontiefVerification verification;
    private final long begin = System.nanoTime();
    private final double sign;
    /** More limits of outputs than this are not begun with. */
    private final int mostOverstepped;

    private boolean hasTooMany;
    private final List<String> notes = new ArrayList<>();
    private long pivots;
    private boolean isStopped;
    private double @Nullable [] outputs;

    ReducedRun(LeontiefProgramme programme, ProgrammeOptions options, int mostOverstepped) {
        this.mostOverstepped = mostOverstepped;
        this.programme = programme;
        this.options = options;
        sign = programme.sense() == Sense.MAXIMISE ? 1 : -1;
        double accuracy = Math.max(TIGHTEST, Math.min(LOOSEST, 1e-3 * options.tolerance()));
        solving = SolveOptions.defaults()
                .withCertification(SolveOptions.Certification.NONE)
                .withTolerance(accuracy)
                .withThreads(options.threads())
                .withListener(options.listener());
        SparseMatrix a = programme.system().coefficients();
        limits = new ImpliedLimits(programme, a);
        SolveOptions proving =
                SolveOptions.defaults().withThreads(options.threads()).withTolerance(TIGHTEST);
        verification = new LeontiefVerification(programme, a, limits, proving);
    }

    /** The solution; null if the first plan oversteps too many limits of outputs. */
    @Nullable
    LinearSolution solve() {
        double far = FAR;
        for (int attempt = 1; ; attempt++) {
            ReducedColumns columns = new ReducedColumns(programme, limits, far);
            Attempt run = new Attempt(columns);
            String stop = run.rounds();
            if (hasTooMany) {
                return null;
            }
            pivots += run.simplex.pivots();
            ReducedAnswer answer = new ReducedAnswer(
                    programme, verification, options, begin, notes, ProgrammeMethod.REDUCED_FORM, CHOICE);
            if (run.clash != null) {
                return answer.infeasible(run.clash, run.values(), pivots, stop);
            }
            double @Nullable [] ray = isStopped ? null : run.ray();
            if (ray == null || attempt == ATTEMPTS) {
                return answer.of(run.values(), run.prices(), run.isFinished, pivots, stop);
            }
            @Nullable LinearSolution unbounded = answer.unbounded(run.values(), ray, pivots);
            if (unbounded != null) {
                return unbounded;
            }
            notes.add("An artificial bound of " + far + " times the largest number was reached: it was moved out.");
            far *= FARTHER;
        }
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
            if (isStopped || !rows.addResources()) {
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
                    if (!rows.addOutputs(violated)) {
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

        /** The outputs whose bounds the present plan violates and that have no row yet: the worst of them. */
        private int[] violated() {
            Solution solution = plan(columns.demand(values()));
            if (isStopped) {
                return new int[0];
            }
            double[] x = ReducedForm.requireValues(solution).values();
            outputs = x;
            LeontiefProgramme.Variables bounds = programme.outputVariables();
            double[] off = new double[x.length];
            int count = 0;
            for (int i = 0; i < x.length; i++) {
                off[i] = LeontiefVerification.violation(x[i], x[i], bounds.lower()[i], bounds.upper()[i]);
                if (off[i] > 0.1 * options.tolerance() && !rows.hasOutput(i)) {
                    count++;
                } else {
                    off[i] = 0;
                }
            }
            hasTooMany = count > mostOverstepped;
            double[] sorted =
                    Arrays.stream(off).filter(value -> value > 0).sorted().toArray();
            int taken = Math.max((int) (SHARE * count), Math.min(count, FEWEST));
            double least = taken == 0 ? Double.POSITIVE_INFINITY : sorted[count - taken];
            int[] worst = new int[count];
            int found = 0;
            for (int i = 0; i < x.length; i++) {
                if (off[i] >= least) {
                    worst[found++] = i;
                }
            }
            return Arrays.copyOf(worst, found);
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
