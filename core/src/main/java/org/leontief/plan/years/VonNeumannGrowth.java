package org.leontief.plan.years;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.optimisation.Sense;
import org.leontief.plan.Activity;
import org.leontief.plan.Activity.Amount;
import org.leontief.plan.PlanProblem;
import org.leontief.solve.MatrixSum;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * The largest factor α by which an economy can grow in every period, where a process may make several goods and a good may come
 * from several processes:
 *
 * <pre>
 * B z ≥ α A z    z ≥ 0, Σ z = 1      goods × processes, what a unit of each process makes (B) a period after what it takes (A)
 * p B ≤ β p A    p ≥ 0, Σ p = 1      no process brings more than the interest factor β
 * </pre>
 *
 * Any z proves that α is not below min (B z)_i / (A z)_i, and any p that it is not above max (p B)_j / (p A)_j; both are computed
 * with outward rounding. They are brought together by halving the distance: at each factor a linear programme gives the best z and
 * p of the game B − α A. Where the economy falls apart, α is that of the part that grows fastest. Immutable.
 *
 * <p>Sources: J. von Neumann, "A model of general economic equilibrium", Review of Economic Studies 13 (1945; German 1937); J. G.
 * Kemeny, O. Morgenstern and G. L. Thompson, Econometrica 24 (1956).
 *
 * @param lower α is not below it
 * @param upper α is not above it
 * @param intensities z of every process, sum 1, that grow by the lower factor
 * @param prices p of every good, sum 1, at which no process brings more than the upper factor
 */
public record VonNeumannGrowth(double lower, double upper, LabelledVector intensities, LabelledVector prices) {

    private static final double NEAR = 1e-13;

    /**
     * A process that takes only what is free, or a good that only idle processes make, proves nothing; with a little of the last
     * prices and intensities it does, and the bounds come nearer than the linear programme's tolerance would let them.
     */
    private static final double[] SHARES_OF_THE_LAST = {0, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1};

    /**
     * Finds the factor.
     *
     * @param inputs A, goods × processes, not negative; every process takes something
     * @param outputs B, with the same goods and processes, not negative
     * @return the factor between its bounds; where these are not near each other, rounding kept them apart
     * @throws IllegalArgumentException if labels or units differ, a number is negative, or a process takes nothing
     */
    public static VonNeumannGrowth of(LabelledMatrix inputs, LabelledMatrix outputs) {
        requireSame(inputs, outputs);
        return new Search(inputs, outputs).run();
    }

    /**
     * Finds the factor of processes typed by hand.
     *
     * @param processes what each takes, and what it makes of it a period after
     * @return the factor between its bounds
     * @throws IllegalArgumentException if there are none, a name stands twice, a good is counted in two units, a process takes
     *     nothing, or something is taken that no process makes, so that it cannot grow
     */
    public static VonNeumannGrowth of(Activity... processes) {
        PlanProblem problem = PlanProblem.of(processes);
        return of(
                goods("Inputs", problem, processes, Activity::inputs),
                goods("Outputs", problem, processes, Activity::outputs));
    }

    private static LabelledMatrix goods(
            String name, PlanProblem problem, Activity[] processes, Function<Activity, Map<String, Amount>> side) {
        Labels goods = problem.products();
        SparseMatrixBuilder cells = SparseMatrix.builder(goods.size(), processes.length);
        for (int j = 0; j < processes.length; j++) {
            for (Map.Entry<String, Amount> good : side.apply(processes[j]).entrySet()) {
                if (!goods.contains(good.getKey())) {
                    throw new IllegalArgumentException("No process makes '" + good.getKey() + "', which '"
                            + processes[j].name()
                            + "' takes, so that it cannot grow. Give one, as what workers consume makes labour.");
                }
                cells.add(goods.indexOf(good.getKey()), j, good.getValue().amount());
            }
        }
        return LabelledMatrix.of(name, goods, problem.techniques(), problem.units(), cells.build());
    }

    private static void requireSame(LabelledMatrix inputs, LabelledMatrix outputs) {
        if (!inputs.rows().equals(outputs.rows())
                || !inputs.columns().equals(outputs.columns())
                || !inputs.rowUnits().equals(outputs.rowUnits())) {
            throw new IllegalArgumentException("'" + inputs.name() + "' and '" + outputs.name()
                    + "' have other goods, processes or units. Give both the same, in the same order.");
        }
        requireNotNegative(inputs);
        requireNotNegative(outputs);
        double[] taken = inputs.matrix().multiplyTransposed(ones(inputs.rows().size()));
        for (int j = 0; j < taken.length; j++) {
            if (taken[j] == 0) {
                throw new IllegalArgumentException(
                        "'" + inputs.columns().get(j)
                                + "' takes nothing, so that nothing limits its growth. Give what it takes, labour's consumption included.");
            }
        }
    }

    private static void requireNotNegative(LabelledMatrix matrix) {
        matrix.matrix().forEach((i, j, value) -> {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("'" + matrix.name() + "' is " + value + " for '"
                        + matrix.rows().get(i) + "' and '" + matrix.columns().get(j)
                        + "'. What is taken is an input, what is made an output; neither is negative.");
            }
        });
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Such as "Growth factor between 2.99 and 3.01". */
    @Override
    public String toString() {
        return "Growth factor between " + lower + " and " + upper;
    }

    /** Bounds that come nearer to each other. */
    private static final class Search {

        private final LabelledMatrix inputs;
        private final SparseMatrix a;
        private final SparseMatrix b;
        private final int goods;
        private final int processes;
        private double[] z;
        private double[] p;
        private double lower;
        private double upper;

        Search(LabelledMatrix inputs, LabelledMatrix outputs) {
            this.inputs = inputs;
            a = inputs.matrix();
            b = outputs.matrix();
            goods = a.rows();
            processes = a.columns();
            z = normed(ones(processes));
            p = normed(ones(goods));
            lower = least(z);
            upper = most(p);
        }

        VonNeumannGrowth run() {
            double width = Double.POSITIVE_INFINITY;
            while (upper - lower > NEAR * upper && upper - lower < 0.75 * width) {
                width = upper - lower;
                improve(lower + width / 2);
            }
            return new VonNeumannGrowth(
                    lower,
                    upper,
                    LabelledVector.of("Intensities", inputs.columns(), Units.of("1"), z),
                    LabelledVector.of("Prices", inputs.rows(), Units.of("1").per(inputs.rowUnits()), p));
        }

        private void improve(double factor) {
            LinearSolution game = new RevisedSimplex().solve(game(factor), ProgrammeOptions.defaults());
            double[] better = normed(Arrays.copyOf(game.columns(), processes));
            double[] prices = Arrays.copyOf(game.rowPrices(), goods);
            double[] cheaper =
                    normed(Arrays.stream(prices).map(price -> 0 - price).toArray());
            for (double share : SHARES_OF_THE_LAST) {
                double[] intensities = mixed(better, z, share);
                if (least(intensities) > lower) {
                    lower = least(intensities);
                    z = intensities;
                }
                double[] values = mixed(cheaper, p, share);
                if (most(values) < upper) {
                    upper = most(values);
                    p = values;
                }
            }
        }

        private static double[] mixed(double[] found, double[] last, double share) {
            return normed(IntStream.range(0, found.length)
                    .mapToDouble(i -> found[i] + share * last[i])
                    .toArray());
        }

        /** max v,  (B − α A) z − v ≥ 0,  Σ z = 1; the prices of its rows are −p. */
        private LinearProgramme game(double factor) {
            SparseMatrixBuilder matrix = SparseMatrix.builder(goods + 1, processes + 1);
            MatrixSum.of(b, -factor, a, MatrixSum.Rounding.NEAREST).forEach(matrix::add);
            for (int i = 0; i < goods; i++) {
                matrix.add(i, processes, -1);
            }
            for (int j = 0; j < processes; j++) {
                matrix.add(goods, j, 1);
            }
            double[] objective = new double[processes + 1];
            objective[processes] = 1;
            double[] rowLower = new double[goods + 1];
            double[] rowUpper = new double[goods + 1];
            Arrays.fill(rowUpper, Double.POSITIVE_INFINITY);
            rowLower[goods] = 1;
            rowUpper[goods] = 1;
            double[] low = new double[processes + 1];
            low[processes] = Double.NEGATIVE_INFINITY;
            double[] high = new double[processes + 1];
            Arrays.fill(high, Double.POSITIVE_INFINITY);
            return LinearProgramme.of(Sense.MAXIMISE, objective, matrix.build(), rowLower, rowUpper, low, high);
        }

        /** Without what rounding left below 0; sum 1, or all 0. */
        private static double[] normed(double[] values) {
            double sum = Arrays.stream(values).map(value -> Math.max(0, value)).sum();
            return Arrays.stream(values)
                    .map(value -> sum == 0 ? 0 : Math.max(0, value) / sum)
                    .toArray();
        }

        /** min (B z)_i / (A z)_i, rounded down. */
        private double least(double[] intensities) {
            double[] made = b.multiply(intensities);
            double[] taken = a.multiply(intensities);
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < goods; i++) {
                least = taken[i] > 0 ? Math.min(least, made[i] / taken[i]) : least;
            }
            return least == Double.POSITIVE_INFINITY ? 0 : least * (1 - rounding(processes));
        }

        /** max (p B)_j / (p A)_j, rounded up; +∞ if a process takes nothing that has a price. */
        private double most(double[] values) {
            double[] made = b.multiplyTransposed(values);
            double[] taken = a.multiplyTransposed(values);
            double most = 0;
            for (int j = 0; j < processes; j++) {
                most = Math.max(most, taken[j] > 0 ? made[j] / taken[j] : Double.POSITIVE_INFINITY);
            }
            return most * (1 + rounding(goods));
        }

        /** Of a quotient of two sums of so many products that are not negative, each product and each addition rounded once. */
        private static double rounding(int terms) {
            return (2.0 * terms + 4) * 0x1p-52;
        }
    }
}
