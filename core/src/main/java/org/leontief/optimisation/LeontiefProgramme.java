package org.leontief.optimisation;

import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/**
 * The best plan of an economy with one technique a product, as a linear programme whose structure is kept:
 *
 * <pre>
 * max or min  c·x + f·y + g·u
 * (I − A) x − E u = y        outputs x, final deliveries y, further activities u
 * l ≤ R x + Q u ≤ b          resources
 * x, y and u between bounds
 * </pre>
 *
 * A is n × n, R is m × n, E is n × p and Q is m × p. A further activity may be the multiple of a target basket (E its
 * products), an import, or the use of a second technique. Nothing of A is copied, so a million products are no trouble; {@link
 * #toLinearProgramme()} writes it out for a general solver. Immutable.
 */
public final class LeontiefProgramme {

    /** The three vectors of variables, in the order of the columns of {@link #toLinearProgramme()}. */
    enum Kind {
        OUTPUT,
        DELIVERY,
        ACTIVITY
    }

    /** What a vector of variables may be, and what a unit of each adds to the objective. */
    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    record Variables(double[] lower, double[] upper, double[] objective) {

        static Variables of(int size, double lower, double upper) {
            double[] low = new double[size];
            double[] high = new double[size];
            Arrays.fill(low, lower);
            Arrays.fill(high, upper);
            return new Variables(low, high, new double[size]);
        }

        Variables between(String what, double[] newLower, double[] newUpper) {
            requireBounds(what, newLower, newUpper, lower.length);
            return new Variables(newLower.clone(), newUpper.clone(), objective);
        }

        Variables adding(String what, double[] newObjective) {
            requireSize(what + " objective", newObjective, lower.length);
            for (int j = 0; j < newObjective.length; j++) {
                if (!Double.isFinite(newObjective[j])) {
                    throw new IllegalArgumentException(
                            "The objective of " + what + " " + j + " is " + newObjective[j] + "; it must be finite.");
                }
            }
            return new Variables(lower, upper, newObjective.clone());
        }
    }

    private final Sense sense;
    private final LeontiefSystem system;
    private final Variables outputs;
    private final Variables deliveries;
    private final Variables activities;
    private final SparseMatrix inBalances;
    private final SparseMatrix inResources;
    private final SparseMatrix resources;
    private final double[] resourceLower;
    private final double[] resourceUpper;

    private LeontiefProgramme(Builder from) {
        sense = from.sense;
        system = from.system;
        outputs = from.outputs;
        deliveries = from.deliveries;
        activities = from.activities;
        inBalances = from.inBalances;
        inResources = from.inResources == null
                ? SparseMatrix.zeros(from.resources.rows(), from.inBalances.columns())
                : from.inResources;
        resources = from.resources;
        resourceLower = from.resourceLower;
        resourceUpper = from.resourceUpper;
        if (inResources.rows() != resources.rows()) {
            throw new IllegalArgumentException("The activities use " + inResources.rows()
                    + " resources, of which there are " + resources.rows() + ".");
        }
    }

    /**
     * Starts a programme for the products of a system: x ≥ 0, y ≥ 0, nothing else limited and nothing wanted.
     *
     * @param sense which way the objective is wanted
     * @param system I − A, not transposed; kept, with all it has prepared
     * @return a builder
     */
    public static Builder builder(Sense sense, LeontiefSystem system) {
        return new Builder(sense, system);
    }

    /** Collects the parts of a programme; arrays are copied. */
    public static final class Builder {

        private final Sense sense;
        private final LeontiefSystem system;
        private Variables outputs;
        private Variables deliveries;
        private Variables activities = Variables.of(0, 0, 0);
        private SparseMatrix inBalances;
        private SparseMatrix resources;
        private double[] resourceLower = new double[0];
        private double[] resourceUpper = new double[0];
        private @Nullable SparseMatrix inResources;

        private Builder(Sense sense, LeontiefSystem system) {
            this.sense = Objects.requireNonNull(sense, "sense");
            this.system = Objects.requireNonNull(system, "system");
            int n = system.size();
            outputs = Variables.of(n, 0, Double.POSITIVE_INFINITY);
            deliveries = Variables.of(n, 0, Double.POSITIVE_INFINITY);
            inBalances = SparseMatrix.zeros(n, 0);
            resources = SparseMatrix.zeros(0, n);
        }

        /**
         * Bounds of outputs.
         *
         * @param lower least x, length n; −∞ where there is none
         * @param upper largest x, length n; +∞ where there is none
         * @return this builder
         * @throws IllegalArgumentException if a length does not fit, or bounds hold no number, with the place
         */
        public Builder outputs(double[] lower, double[] upper) {
            outputs = outputs.between("output", lower, upper);
            return this;
        }

        /**
         * What a unit of output adds to the objective.
         *
         * @param objective c, length n
         * @return this builder
         */
        public Builder outputObjective(double[] objective) {
            outputs = outputs.adding("output", objective);
            return this;
        }

        /**
         * Bounds of final deliveries.
         *
         * @param lower least y, length n; −∞ where there is none
         * @param upper largest y, length n; +∞ where there is none
         * @return this builder
         * @throws IllegalArgumentException if a length does not fit, or bounds hold no number, with the place
         */
        public Builder deliveries(double[] lower, double[] upper) {
            deliveries = deliveries.between("delivery", lower, upper);
            return this;
        }

        /**
         * What a unit of final delivery adds to the objective.
         *
         * @param objective f, length n
         * @return this builder
         */
        public Builder deliveryObjective(double[] objective) {
            deliveries = deliveries.adding("delivery", objective);
            return this;
        }

        /**
         * The resources.
         *
         * @param use R, m × n: what a unit of each output takes
         * @param lower least use, length m; −∞ where there is none
         * @param upper what there is, length m; +∞ where there is no limit
         * @return this builder
         * @throws IllegalArgumentException if a size does not fit, or bounds hold no number, with the place
         */
        public Builder resources(SparseMatrix use, double[] lower, double[] upper) {
            if (use.columns() != system.size()) {
                throw new IllegalArgumentException(
                        "R is " + use.rows() + " × " + use.columns() + " for " + system.size() + " products.");
            }
            requireBounds("resource", lower, upper, use.rows());
            resources = use;
            resourceLower = lower.clone();
            resourceUpper = upper.clone();
            return this;
        }

        /**
         * Further activities.
         *
         * @param products E, n × p: what a unit of each takes from the products, beside final deliveries; negative what it
         *     brings
         * @param use Q, m × p: what a unit of each takes from the resources
         * @param lower least u, length p; −∞ where there is none
         * @param upper largest u, length p; +∞ where there is none
         * @param objective g, length p: what a unit of each adds to the objective
         * @return this builder
         * @throws IllegalArgumentException if a size does not fit, or bounds hold no number, with the place
         */
        public Builder activities(
                SparseMatrix products, SparseMatrix use, double[] lower, double[] upper, double[] objective) {
            if (products.rows() != system.size() || use.columns() != products.columns()) {
                throw new IllegalArgumentException("Activities that take " + products.rows() + " × "
                        + products.columns()
                        + " products and " + use.rows() + " × " + use.columns() + " resources do not fit an economy of "
                        + system.size() + " products.");
            }
            activities = Variables.of(products.columns(), 0, 0)
                    .between("activity", lower, upper)
                    .adding("activity", objective);
            inBalances = products;
            inResources = use;
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the programme
         * @throws IllegalArgumentException if activities and resources differ in the number of resources
         */
        public LeontiefProgramme build() {
            return new LeontiefProgramme(this);
        }
    }

    /**
     * The same as a general programme. Columns: x, y, u; rows: the balances (I − A) x − y − E u = 0, then the resources.
     *
     * @return a programme with n + m rows and 2n + p columns; it holds a copy of A
     */
    public LinearProgramme toLinearProgramme() {
        int n = products();
        int m = resources();
        SparseMatrix a = system.coefficients();
        SparseColumnsBuilder columns = SparseMatrix.byColumns(
                n + m,
                2 * n + activities(),
                (long) a.nonZeros() + resources.nonZeros() + 2L * n + inBalances.nonZeros());
        ColumnOfProgramme column = new ColumnOfProgramme(n + m);
        for (int j = 0; j < n; j++) {
            column.add(j, 1);
            a.forEachInColumn(j, (i, k, value) -> column.add(i, -value));
            resources.forEachInColumn(j, (i, k, value) -> column.add(n + i, value));
            column.appendTo(columns);
        }
        for (int j = 0; j < n; j++) {
            column.add(j, -1);
            column.appendTo(columns);
        }
        for (int j = 0; j < activities(); j++) {
            inBalances.forEachInColumn(j, (i, k, value) -> column.add(i, -value));
            inResources.forEachInColumn(j, (i, k, value) -> column.add(n + i, value));
            column.appendTo(columns);
        }
        return LinearProgramme.of(
                sense,
                joined(outputs.objective, deliveries.objective, activities.objective),
                columns.build(),
                joined(new double[n], resourceLower),
                joined(new double[n], resourceUpper),
                joined(outputs.lower, deliveries.lower, activities.lower),
                joined(outputs.upper, deliveries.upper, activities.upper));
    }

    static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /** One column under way: its entries in any order, those of a row added up. */
    private static final class ColumnOfProgramme {

        private final double[] sum;
        private final TreeSet<Integer> rows = new TreeSet<>();

        ColumnOfProgramme(int height) {
            sum = new double[height];
        }

        void add(int row, double value) {
            sum[row] += value;
            rows.add(row);
        }

        void appendTo(SparseColumnsBuilder columns) {
            int[] number = rows.stream().mapToInt(Integer::intValue).toArray();
            double[] value = new double[number.length];
            for (int k = 0; k < number.length; k++) {
                value[k] = sum[number[k]];
                sum[number[k]] = 0;
            }
            columns.appendColumn(number, value, number.length);
            rows.clear();
        }
    }

    private static void requireSize(String what, double[] values, int size) {
        if (values.length != size) {
            throw new IllegalArgumentException(
                    "The " + what + " has " + values.length + " numbers where " + size + " are needed.");
        }
    }

    private static void requireBounds(String what, double[] lower, double[] upper, int size) {
        requireSize("lower bound of each " + what, lower, size);
        requireSize("upper bound of each " + what, upper, size);
        LinearProgramme.requireIntervals(what, lower, upper);
    }

    /**
     * Which way the objective is wanted.
     *
     * @return maximise or minimise
     */
    public Sense sense() {
        return sense;
    }

    /**
     * I − A.
     *
     * @return the system that the programme was given
     */
    public LeontiefSystem system() {
        return system;
    }

    /**
     * How many products.
     *
     * @return n
     */
    public int products() {
        return system.size();
    }

    /**
     * How many resources.
     *
     * @return m
     */
    public int resources() {
        return resources.rows();
    }

    /**
     * How many further activities.
     *
     * @return p
     */
    public int activities() {
        return inBalances.columns();
    }

    /** x. Arrays are shared and not written to. */
    Variables outputVariables() {
        return outputs;
    }

    Variables deliveryVariables() {
        return deliveries;
    }

    Variables activityVariables() {
        return activities;
    }

    /** R. */
    SparseMatrix resourceUse() {
        return resources;
    }

    /** E. */
    SparseMatrix productsOfActivities() {
        return inBalances;
    }

    /** Q. */
    SparseMatrix resourcesOfActivities() {
        return inResources;
    }

    /** R x + Q u. */
    double[] use(double[] outputs, double[] ofActivities) {
        double[] use = resources.multiply(outputs);
        double[] more = inResources.multiply(ofActivities);
        for (int k = 0; k < use.length; k++) {
            use[k] += more[k];
        }
        return use;
    }

    double[] resourceLower() {
        return resourceLower;
    }

    double[] resourceUpper() {
        return resourceUpper;
    }

    /** Its size. */
    @Override
    public String toString() {
        return "LeontiefProgramme[" + sense + ", " + products() + " products, " + resources() + " resources, "
                + activities() + " further activities]";
    }
}
