package org.leontief.optimisation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis.Place;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * The same programme with another technique of some products in the table. An activity j that brings o of product i and takes
 * a from the others is a second recipe of i. With it in the place of the first, x'_i = o u_j is the output of i, and the first
 * recipe is the activity:
 *
 * <pre>A'_i = a / o     E'_j = A_i − e_i     R'_i = Q_j / o     Q'_j = R_i</pre>
 *
 * Where the second recipe is the better one the output x'_i is not near its bound, while x_i would be held at 0 by a row.
 */
final class TechniqueExchange {

    /** No activity: the recipe of the table stays. */
    static final int NONE = -1;

    private final LeontiefProgramme original;
    private final LeontiefProgramme programme;
    /** The products whose recipe was replaced, what by, and how much that brings. */
    private final int[] product;

    private final int[] activity;
    private final double[] brought;

    private TechniqueExchange(LeontiefProgramme original, int[] standing, boolean[] isLeftOut) {
        this.original = original;
        product = IntStream.range(0, standing.length)
                .filter(i -> standing[i] != NONE)
                .toArray();
        activity = Arrays.stream(product).map(i -> standing[i]).toArray();
        brought = new double[product.length];
        for (int k = 0; k < product.length; k++) {
            brought[k] = -original.productsOfActivities().get(product[k], activity[k]);
        }
        programme = product.length == 0 && isLeftOut.length == 0 ? original : exchanged(isLeftOut);
    }

    /** Every recipe of the table stays. */
    static TechniqueExchange none(LeontiefProgramme programme) {
        int[] standing = new int[programme.products()];
        Arrays.fill(standing, NONE);
        return new TechniqueExchange(programme, standing, new boolean[0]);
    }

    /**
     * Exchanges.
     *
     * @param standing for each product the activity that takes the place of its recipe, or {@link #NONE}
     * @param isLeftOut activities that are not used, by number; of length 0 if all may be
     */
    static TechniqueExchange of(LeontiefProgramme original, int[] standing, boolean[] isLeftOut) {
        return new TechniqueExchange(original, standing, isLeftOut);
    }

    LeontiefProgramme original() {
        return original;
    }

    /** The programme with the exchanged techniques; the original itself if there are none. */
    LeontiefProgramme programme() {
        return programme;
    }

    int count() {
        return product.length;
    }

    private LeontiefProgramme exchanged(boolean[] isLeftOut) {
        double[][] x = copied(original.outputVariables());
        double[][] u = copied(original.activityVariables());
        for (int j = 0; j < isLeftOut.length; j++) {
            u[1][j] = isLeftOut[j] ? u[0][j] : u[1][j];
        }
        for (int k = 0; k < product.length; k++) {
            int i = product[k];
            int j = activity[k];
            double[] recipe = {x[0][i], x[1][i], x[2][i]};
            x[0][i] = u[0][j] * brought[k];
            x[1][i] = u[1][j] * brought[k];
            x[2][i] = u[2][j] / brought[k];
            for (int part = 0; part < 3; part++) {
                u[part][j] = recipe[part];
            }
        }
        SparseMatrix r = original.resourceUse();
        SparseMatrix q = original.resourcesOfActivities();
        return LeontiefProgramme.builder(original.sense(), system())
                .outputs(x[0], x[1])
                .outputObjective(x[2])
                .deliveries(
                        original.deliveryVariables().lower(),
                        original.deliveryVariables().upper())
                .deliveryObjective(original.deliveryVariables().objective())
                .resources(
                        product.length == 0 ? r : r.withColumns(product, perUnit(q.columns(activity))),
                        original.resourceLower(),
                        original.resourceUpper())
                .activities(
                        product.length == 0
                                ? original.productsOfActivities()
                                : original.productsOfActivities().withColumns(activity, recipes()),
                        product.length == 0 ? q : q.withColumns(activity, r.columns(product)),
                        u[0],
                        u[1],
                        u[2])
                .build();
    }

    private static double[][] copied(LeontiefProgramme.Variables variables) {
        return new double[][] {
            variables.lower().clone(),
            variables.upper().clone(),
            variables.objective().clone()
        };
    }

    private SparseMatrix perUnit(SparseMatrix columns) {
        return columns.scaleColumns(
                Arrays.stream(brought).map(amount -> 1 / amount).toArray());
    }

    /** I − A'. */
    private LeontiefSystem system() {
        if (product.length == 0) {
            return original.system();
        }
        SparseMatrixBuilder inputs = SparseMatrix.builder(original.products(), product.length);
        for (int k = 0; k < product.length; k++) {
            int column = k;
            original.productsOfActivities().forEachInColumn(activity[k], (i, j, amount) -> {
                if (i != product[column]) {
                    inputs.add(i, column, amount / brought[column]);
                }
            });
        }
        return original.system().withColumns(product, inputs.build());
    }

    /** A_i − e_i of the recipes that were replaced. */
    private SparseMatrix recipes() {
        SparseMatrix a = original.system().coefficients();
        SparseMatrixBuilder recipes = SparseMatrix.builder(original.products(), product.length);
        for (int k = 0; k < product.length; k++) {
            int column = k;
            double[] own = {-1};
            a.forEachInColumn(product[k], (i, j, amount) -> {
                if (i == j) {
                    own[0] += amount;
                } else {
                    recipes.add(i, column, amount);
                }
            });
            recipes.add(product[k], column, own[0]);
        }
        return recipes.build();
    }

    /** How far the recipes of the table and the activities of the original are run. */
    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    record Runs(double[] outputs, double[] activities) {}

    /** From deliveries and activities of the programme. */
    Runs runs(double[] found, SolveOptions options) {
        int n = original.products();
        double[] u = Arrays.copyOfRange(found, n, found.length);
        double[] demand = programme.productsOfActivities().multiply(u);
        for (int i = 0; i < n; i++) {
            demand[i] += found[i];
        }
        double[] x = ReducedForm.requireValues(programme.system().solve(demand, options))
                .values();
        for (int k = 0; k < product.length; k++) {
            double second = x[product[k]] / brought[k];
            x[product[k]] = u[activity[k]];
            u[activity[k]] = second;
        }
        return new Runs(x, u);
    }

    /** Deliveries and activities of the original, from those of the programme. */
    double[] values(double[] found, SolveOptions options) {
        double[] values = direction(found, options);
        int n = original.products();
        LeontiefProgramme.Variables bounds = original.activityVariables();
        for (int j : activity) {
            values[n + j] = Math.max(bounds.lower()[j], Math.min(bounds.upper()[j], values[n + j]));
        }
        return values;
    }

    /** The same for a direction, which need not keep bounds. */
    double[] direction(double[] found, SolveOptions options) {
        if (product.length == 0) {
            return found;
        }
        double[] deliveries = Arrays.copyOf(found, original.products());
        return LeontiefProgramme.joined(deliveries, runs(found, options).activities());
    }

    /**
     * Multipliers of resources and outputs of the original, from those of the programme, upward: that of a recipe which was
     * replaced is what it would bring less all it takes.
     *
     * @param sign of the objective, 0 for multipliers that prove that there is no plan
     */
    double[][] multipliers(double[][] found, double sign, SolveOptions options) {
        if (product.length == 0) {
            return found;
        }
        double[] value = valueOfProducts(found, sign, options);
        double[] q = found[0];
        double[] w = found[1].clone();
        double[] c = original.outputVariables().objective();
        SparseMatrix taken = programme.productsOfActivities();
        for (int k = 0; k < product.length; k++) {
            double[] net = {sign * c[product[k]]};
            taken.forEachInColumn(activity[k], (i, j, amount) -> net[0] += value[i] * amount);
            original.resourceUse().forEachInColumn(product[k], (r, j, amount) -> net[0] -= q[r] * amount);
            w[product[k]] = net[0];
        }
        return new double[][] {q, w};
    }

    /** t = (c' − q R' − w') (I − A')⁻¹: minus what a unit of each product costs. */
    private double[] valueOfProducts(double[][] found, double sign, SolveOptions options) {
        double[] right = programme.resourceUse().multiplyTransposed(found[0]);
        double[] c = programme.outputVariables().objective();
        for (int i = 0; i < right.length; i++) {
            right[i] = sign * c[i] - right[i] - found[1][i];
        }
        return ReducedForm.requireValues(programme.system().transposed().solve(right, options))
                .values();
    }

    /** The same vertex in the columns of the original. */
    @Nullable
    Basis basis(@Nullable Basis found) {
        if (found == null || product.length == 0) {
            return found;
        }
        int n = original.products();
        Place[] columns = new Place[found.columns()];
        Place[] rows = new Place[found.rows()];
        Arrays.setAll(columns, found::column);
        Arrays.setAll(rows, found::row);
        for (int k = 0; k < product.length; k++) {
            columns[product[k]] = found.column(2 * n + activity[k]);
            columns[2 * n + activity[k]] = found.column(product[k]);
        }
        return new Basis(columns, rows);
    }
}
