package org.leontief.optimisation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leontief.optimisation.Basis.Place;
import org.leontief.optimisation.SensitivityRanges.Range;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/**
 * How far one bound of a {@link LeontiefProgramme} can move before its prices change, found in the reduced form. At a vertex
 * some outputs and resources T stand at their bounds and as many deliveries and activities B between theirs. When a bound moves
 * by t, with W the rows of T in the columns B of (R L, L) and D what these take of the products,
 *
 * <pre>
 * W δ = r          what B does for one unit of t: r is 1 in the row of that bound, or − the column of a delivery or activity
 * (I − A) ẋ = D δ  how all outputs follow
 * t ≤ (bound − value) / rate     for every output, delivery, activity and resource that is between its bounds
 * </pre>
 *
 * so that the ranges are those of {@link SensitivityRanges} at the same basis, without factors of I − A. Preparing takes a solve
 * for each limit that binds and one dense factorisation of as many rows; each range then takes two or three solves. Computed
 * when asked for. Where the plan is degenerate a range may end at the bound itself.
 */
public final class LeontiefRanges implements BoundRanges {

    /** How near a bound a value counts as being at it, relative to 1 + |bound|: what the reduced form tolerates. */
    private static final double AT_BOUND = 1e-9;

    /** Rates below this share of what they are added up from are rounding. */
    private static final double ROUNDING = 1e-11;

    /** And those below this share of the largest one. */
    private static final double DUST = 1e-15;

    private static final double ZERO = 0x1p-46;
    private static final int TOGETHER = 128;

    private final LeontiefProgramme programme;
    private final SolveOptions solving;
    private final int n;
    private final double[] columns;
    private final double[] rows;
    private final Basis basis;
    /** Outputs i and resources n + k that stand at a bound; deliveries and activities between theirs, by column. */
    private final int[] tight;

    private final int[] basic;
    private final WorkingFactors factors;

    private LeontiefRanges(
            LeontiefProgramme programme, double[] columns, double[] rows, Basis basis, ProgrammeOptions options) {
        this.programme = programme;
        this.columns = columns;
        this.rows = rows;
        this.basis = basis;
        n = programme.products();
        solving = SolveOptions.defaults()
                .withCertification(SolveOptions.Certification.NONE)
                .withTolerance(1e-13)
                .withThreads(options.threads())
                .withListener(options.listener());
        tight = IntStream.concat(
                        IntStream.range(0, n).filter(i -> basis.column(i) != Place.BASIC),
                        IntStream.range(n, n + programme.resources()).filter(row -> basis.row(row) != Place.BASIC))
                .toArray();
        basic = IntStream.range(n, columns.length)
                .filter(j -> basis.column(j) == Place.BASIC)
                .toArray();
        if (tight.length != basic.length) {
            throw new IllegalArgumentException(
                    "In a basis of a planning programme as many deliveries and activities are"
                            + " basic as outputs and resources stand at their bounds; here they are " + basic.length
                            + " and "
                            + tight.length + ", so that a balance is basic.");
        }
        MemoryLimitException.require(
                "Factoring the " + tight.length + " limits that bind",
                (double) Double.BYTES * tight.length * tight.length,
                "Solve the problem again with another amount instead.");
        factors = new WorkingFactors(workingBasis());
    }

    /**
     * The ranges of an optimal solution.
     *
     * @param programme what was solved
     * @param solution its optimal solution, with a basis
     * @param options threads and listener for the solves
     * @return the ranges
     * @throws IllegalArgumentException if the solution is not optimal or has no basis
     * @throws MemoryLimitException if the limits that bind are too many
     */
    public static LeontiefRanges of(LeontiefProgramme programme, LinearSolution solution, ProgrammeOptions options) {
        if (solution.status() != ProgrammeStatus.OPTIMAL) {
            throw new IllegalArgumentException(
                    "The solution is " + solution.status() + "; ranges belong to an OPTIMAL one.");
        }
        Basis basis = solution.basis()
                .orElseThrow(() -> new IllegalArgumentException("The solution has no basis. Maybe it was found by a"
                        + " first-order method; the reduced form and the simplex method end with one."));
        return of(programme, solution.columns(), solution.rows(), basis, options);
    }

    /**
     * The ranges at an optimal vertex.
     *
     * @param programme what was solved
     * @param columns x, y and u
     * @param rows what balances and resources come to
     * @param basis of that vertex
     * @param options threads and listener for the solves
     * @return the ranges
     * @throws IllegalArgumentException if sizes do not fit, or a balance is basic
     * @throws MemoryLimitException if the limits that bind are too many
     */
    public static LeontiefRanges of(
            LeontiefProgramme programme, double[] columns, double[] rows, Basis basis, ProgrammeOptions options) {
        int width = 2 * programme.products() + programme.activities();
        int height = programme.products() + programme.resources();
        if (columns.length != width || basis.columns() != width || rows.length != height || basis.rows() != height) {
            throw new IllegalArgumentException("A vertex of " + columns.length + " columns and " + rows.length
                    + " rows with a basis of " + basis.columns() + " and " + basis.rows()
                    + " does not fit a programme of " + width + " and " + height + ".");
        }
        return new LeontiefRanges(programme, columns.clone(), rows.clone(), basis, options);
    }

    /** By column: what outputs and resources at their bounds get of a unit of each basic delivery or activity. */
    private double[][] workingBasis() {
        double[][] w = new double[basic.length][];
        for (int from = 0; from < basic.length; from += TOGETHER) {
            int[] block = Arrays.copyOfRange(basic, from, Math.min(basic.length, from + TOGETHER));
            double[][] demands = new double[block.length][];
            for (int k = 0; k < block.length; k++) {
                demands[k] = new double[n];
                addDemand(block[k], 1, demands[k]);
            }
            List<Solution> outputs = programme.system().solveAll(demands, solving);
            for (int k = 0; k < block.length; k++) {
                double[] x = ReducedForm.requireValues(outputs.get(k)).values();
                w[from + k] = atTight(x, used(x, new int[] {block[k]}, 1));
            }
        }
        return w;
    }

    /** What a column takes of the products. */
    private void addDemand(int column, double factor, double[] demand) {
        if (column < 2 * n) {
            demand[column - n] += factor;
        } else {
            programme
                    .productsOfActivities()
                    .forEachInColumn(column - 2 * n, (i, j, amount) -> demand[i] += factor * amount);
        }
    }

    /** R x + Q u, where each of some columns is run by one of so many amounts. */
    private double[] used(double[] x, int[] which, double... amounts) {
        double[] u = new double[programme.activities()];
        for (int k = 0; k < which.length; k++) {
            if (which[k] >= 2 * n) {
                u[which[k] - 2 * n] += amounts[k];
            }
        }
        return programme.use(x, u);
    }

    private double[] atTight(double[] x, double[] use) {
        return Arrays.stream(tight).mapToDouble(t -> t < n ? x[t] : use[t - n]).toArray();
    }

    @Override
    public Range rowLower(int row) {
        return ofRow(row, false);
    }

    @Override
    public Range rowUpper(int row) {
        return ofRow(row, true);
    }

    private synchronized Range ofRow(int row, boolean isUpper) {
        boolean isBalance = row < n;
        double lower = isBalance ? 0 : programme.resourceLower()[row - n];
        double upper = isBalance ? 0 : programme.resourceUpper()[row - n];
        Place place = isBalance ? Place.LOWER : basis.row(row);
        double value = isBalance ? 0 : rows[row];
        Moving moving = new Moving(isBalance ? -1 - row : 2 * n + programme.activities() + (row - n));
        return range(place, lower, upper, value, isUpper, moving);
    }

    @Override
    public Range columnLower(int column) {
        return ofColumn(column, false);
    }

    @Override
    public Range columnUpper(int column) {
        return ofColumn(column, true);
    }

    private synchronized Range ofColumn(int column, boolean isUpper) {
        return range(basis.column(column), lower(column), upper(column), columns[column], isUpper, new Moving(column));
    }

    private double lower(int column) {
        return variables(column).lower()[inKind(column)];
    }

    private double upper(int column) {
        return variables(column).upper()[inKind(column)];
    }

    private LeontiefProgramme.Variables variables(int column) {
        return column < n
                ? programme.outputVariables()
                : column < 2 * n ? programme.deliveryVariables() : programme.activityVariables();
    }

    private int inKind(int column) {
        return column < 2 * n ? column % n : column - 2 * n;
    }

    private Range range(Place place, double lower, double upper, double value, boolean isUpper, Moving moving) {
        boolean isEquation = lower == upper;
        boolean holds = place == (isUpper ? Place.UPPER : Place.LOWER) || (isEquation && place != Place.BASIC);
        if (isEquation && !holds) {
            // Its value is basic and cannot move with the bounds: of another height this basis does not know anything.
            return new Range(value, value);
        }
        if (!holds) {
            return isUpper ? new Range(value, Double.POSITIVE_INFINITY) : new Range(Double.NEGATIVE_INFINITY, value);
        }
        double bound = isUpper ? upper : lower;
        double[] room = moving.room();
        double from = moved(bound, -room[0]);
        double to = moved(bound, room[1]);
        // Beyond the other bound there would be nothing left between the two.
        return isEquation
                ? new Range(from, to)
                : isUpper ? new Range(Math.max(from, lower), to) : new Range(from, Math.min(to, upper));
    }

    /** A sum that is 0 but for rounding is 0. */
    private static double moved(double value, double by) {
        double sum = value + by;
        return Math.abs(sum) <= ZERO * Math.abs(value) ? 0 : sum;
    }

    /** What happens when one thing that is not basic grows by one unit. */
    private final class Moving {

        /** A column; behind the columns a resource; −1 − i for what is given of product i. */
        private final int what;

        private final double[] room = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};

        Moving(int what) {
            this.what = what;
        }

        /** How far it can go down and up before something else meets a bound. */
        double[] room() {
            double[] demand = new double[n];
            double[] delta = factors.solve(pull(demand), ROUNDING);
            double[] size = new double[n];
            for (int i = 0; i < n; i++) {
                size[i] = Math.abs(demand[i]);
            }
            for (int b = 0; b < basic.length; b++) {
                addDemand(basic[b], delta[b], demand);
                addSize(basic[b], Math.abs(delta[b]), size);
            }
            List<Solution> solved = programme.system().solveAll(new double[][] {demand, size}, solving);
            double[] rate = ReducedForm.requireValues(solved.get(0)).values();
            double[] scale = ReducedForm.requireValues(solved.get(1)).values();
            meetColumns(delta);
            meetOutputs(rate, scale);
            meetResources(delta, rate, scale);
            return room;
        }

        /** What has to be made up for by the basic columns, in the tight rows; and the demand of what moves itself. */
        private double[] pull(double[] demand) {
            boolean isOwnRow = (what >= 0 && what < n) || what >= columns.length;
            if (isOwnRow) {
                int row = what < n ? what : n + what - columns.length;
                return Arrays.stream(tight).mapToDouble(t -> t == row ? 1 : 0).toArray();
            }
            if (what < 0) {
                demand[-1 - what] = 1;
            } else {
                addDemand(what, 1, demand);
            }
            double[] x = ReducedForm.requireValues(programme.system().solve(demand, solving))
                    .values();
            double[] use = what < 0 ? used(x, new int[0]) : used(x, new int[] {what}, 1);
            return Arrays.stream(atTight(x, use)).map(value -> -value).toArray();
        }

        private void addSize(int column, double factor, double[] size) {
            if (column < 2 * n) {
                size[column - n] += factor;
            } else {
                programme
                        .productsOfActivities()
                        .forEachInColumn(column - 2 * n, (i, j, amount) -> size[i] += factor * Math.abs(amount));
            }
        }

        private void meetColumns(double[] delta) {
            for (int b = 0; b < basic.length; b++) {
                if (delta[b] != 0) {
                    meet(columns[basic[b]], delta[b], lower(basic[b]), upper(basic[b]));
                }
            }
        }

        private void meetOutputs(double[] rate, double[] scale) {
            double largest = Arrays.stream(scale).map(Math::abs).max().orElse(0);
            for (int i = 0; i < n; i++) {
                boolean isRounding = Math.abs(rate[i]) <= ROUNDING * Math.abs(scale[i]) + DUST * largest;
                if (basis.column(i) == Place.BASIC && !isRounding) {
                    meet(columns[i], rate[i], lower(i), upper(i));
                }
            }
        }

        private void meetResources(double[] delta, double[] rate, double[] scale) {
            double[] use = used(rate, basic, delta);
            double[] size = new double[use.length];
            SparseMatrix r = programme.resourceUse();
            r.forEach((k, i, amount) -> size[k] += Math.abs(amount) * Math.abs(scale[i]));
            double[] u = new double[programme.activities()];
            for (int b = 0; b < basic.length; b++) {
                if (basic[b] >= 2 * n) {
                    u[basic[b] - 2 * n] = Math.abs(delta[b]);
                }
            }
            if (what >= 2 * n && what < columns.length) {
                u[what - 2 * n] += 1;
                programme.resourcesOfActivities().forEach((k, j, amount) -> use[k] += j == what - 2 * n ? amount : 0);
            }
            programme.resourcesOfActivities().forEach((k, j, amount) -> size[k] += Math.abs(amount) * u[j]);
            for (int k = 0; k < use.length; k++) {
                boolean isRounding = Math.abs(use[k]) <= ROUNDING * size[k];
                if (basis.row(n + k) == Place.BASIC && !isRounding) {
                    meet(
                            rows[n + k],
                            use[k],
                            programme.resourceLower()[k],
                            programme.resourceUpper()[k]);
                }
            }
        }

        private void meet(double value, double rate, double lower, double upper) {
            double below = distance(value - lower, lower) / Math.abs(rate);
            double above = distance(upper - value, upper) / Math.abs(rate);
            room[0] = Math.min(room[0], rate > 0 ? below : above);
            room[1] = Math.min(room[1], rate > 0 ? above : below);
        }
    }

    private static double distance(double inside, double bound) {
        boolean isAtBound = Double.isFinite(bound) && inside <= AT_BOUND * (1 + Math.abs(bound));
        return isAtBound ? 0 : inside;
    }
}
