package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/**
 * The cheapest technique of every product where there are several:
 *
 * <pre>p_i = min over the techniques t of i of  w_t + Σ_j p_j b_jt</pre>
 *
 * with b_t what a unit made by t takes from the products and w_t what it costs beside (labour, or resources at given
 * valuations). By the non-substitution theorem the choice is the same whatever is demanded. Found by policy iteration: prices
 * of the present choice by one solve, p = p A + w; every product goes over to its cheapest technique at those prices; prices
 * never rise, and it ends after few rounds, since each choice can occur only once. The systems share what they prepare while
 * few products change.
 *
 * <p>The centre of a planned economy can work in this way: it posts valuations of what is scarce, workplaces choose techniques.
 * Immutable.
 *
 * <p>Sources: P. A. Samuelson (1951) and T. C. Koopmans (1951) in Activity Analysis of Production and Allocation, chapters 7 and
 * 8; R. A. Howard, Dynamic Programming and Markov Processes (1960).
 */
public final class TechniqueChoice {

    /** A technique has to be cheaper by more than the rounding of prices, or equal ones would take turns. */
    private static final double CHEAPER = 1e-10;

    private static final int MOST_ROUNDS = 1000;

    private final int[] chosen;
    private final double[] prices;
    private final double[] disadvantage;
    private final int rounds;
    private final LeontiefSystem system;

    private TechniqueChoice(int[] chosen, double[] prices, double[] disadvantage, int rounds, LeontiefSystem system) {
        this.chosen = chosen;
        this.prices = prices;
        this.disadvantage = disadvantage;
        this.rounds = rounds;
        this.system = system;
    }

    /**
     * Chooses.
     *
     * @param inputs n × T, b: what a unit made by each technique takes from the products; not negative
     * @param productOf which product each technique makes, length T; every product has one at least
     * @param cost w, what a unit costs beside, length T; finite
     * @param options how to solve for prices; certification is left out
     * @return the choice
     * @throws IllegalArgumentException if sizes do not fit, a number is out of range, a product has no technique, or the
     *     techniques with the least inputs by count of units do not make a viable economy to begin with
     */
    public static TechniqueChoice cheapest(SparseMatrix inputs, int[] productOf, double[] cost, SolveOptions options) {
        requireTechniques(inputs, productOf, cost);
        return cheapest(inputs, productOf, cost, leastInputs(inputs, productOf), options);
    }

    /** The same from a choice that makes a viable economy. */
    static TechniqueChoice cheapest(
            SparseMatrix inputs, int[] productOf, double[] cost, int[] start, SolveOptions options) {
        int n = inputs.rows();
        SolveOptions solving = options.withCertification(SolveOptions.Certification.NONE);
        int[] chosen = start.clone();
        LeontiefSystem system = LeontiefSystem.of(inputs.columns(chosen));
        double[] prices = prices(system, chosen, cost, solving, new double[n]);
        double[] of = costs(inputs, cost, prices);
        int rounds = 1;
        for (int[] changed = improve(chosen, of, productOf);
                changed.length > 0 && rounds < MOST_ROUNDS;
                changed = improve(chosen, of, productOf)) {
            int[] techniques = Arrays.stream(changed).map(i -> chosen[i]).toArray();
            system = system.withColumns(changed, inputs.columns(techniques));
            prices = prices(system, chosen, cost, solving, prices);
            of = costs(inputs, cost, prices);
            rounds++;
        }
        for (int t = 0; t < of.length; t++) {
            of[t] -= prices[productOf[t]];
        }
        return new TechniqueChoice(chosen, prices, of, rounds, system);
    }

    private static void requireTechniques(SparseMatrix inputs, int[] productOf, double[] cost) {
        int n = inputs.rows();
        if (productOf.length != inputs.columns() || cost.length != inputs.columns()) {
            throw new IllegalArgumentException("There are inputs of " + inputs.columns() + " techniques, products of "
                    + productOf.length + " and costs of " + cost.length + ".");
        }
        if (inputs.hasNegative()) {
            throw new IllegalArgumentException("A technique with a negative input makes a joint product;"
                    + " policy iteration needs one product a technique. Use LinearSolvers on the programme itself.");
        }
        boolean[] isMade = new boolean[n];
        for (int t = 0; t < cost.length; t++) {
            if (productOf[t] < 0 || productOf[t] >= n) {
                throw new IllegalArgumentException(
                        "Technique " + t + " makes product " + productOf[t] + ", of which there are " + n + ".");
            }
            if (!Double.isFinite(cost[t])) {
                throw new IllegalArgumentException(
                        "The cost of technique " + t + " is " + cost[t] + "; it must be finite.");
            }
            isMade[productOf[t]] = true;
        }
        for (int i = 0; i < n; i++) {
            if (!isMade[i]) {
                throw new IllegalArgumentException("No technique makes product " + i + ".");
            }
        }
    }

    private static int[] leastInputs(SparseMatrix inputs, int[] productOf) {
        double[] sums = inputs.columnSums();
        int[] chosen = new int[inputs.rows()];
        Arrays.fill(chosen, -1);
        for (int t = 0; t < productOf.length; t++) {
            int i = productOf[t];
            if (chosen[i] < 0 || sums[t] < sums[chosen[i]]) {
                chosen[i] = t;
            }
        }
        return chosen;
    }

    private static double[] prices(
            LeontiefSystem system, int[] chosen, double[] cost, SolveOptions options, double[] start) {
        double[] own = Arrays.stream(chosen).mapToDouble(t -> cost[t]).toArray();
        Solution solution = system.transposed().solve(own, options, start);
        if (!solution.hasValues()) {
            throw new IllegalArgumentException(
                    "The techniques to begin with do not make a viable economy: " + solution.certification());
        }
        return solution.requireConverged().values();
    }

    private static double[] costs(SparseMatrix inputs, double[] cost, double[] prices) {
        double[] of = inputs.multiplyTransposed(prices);
        for (int t = 0; t < of.length; t++) {
            of[t] += cost[t];
        }
        return of;
    }

    /** Goes over to cheaper techniques. Returns the products that did. */
    private static int[] improve(int[] chosen, double[] of, int[] productOf) {
        boolean[] isChanged = new boolean[chosen.length];
        for (int t = 0; t < of.length; t++) {
            double present = of[chosen[productOf[t]]];
            if (of[t] < present - CHEAPER * Math.abs(present)) {
                chosen[productOf[t]] = t;
                isChanged[productOf[t]] = true;
            }
        }
        int[] changed = new int[chosen.length];
        int count = 0;
        for (int i = 0; i < changed.length; i++) {
            if (isChanged[i]) {
                changed[count++] = i;
            }
        }
        return Arrays.copyOf(changed, count);
    }

    /**
     * The technique of a product.
     *
     * @param product its number, from 0
     * @return the number of the cheapest technique; of equal ones the one that was in use first
     */
    public int technique(int product) {
        return chosen[product];
    }

    /**
     * p.
     *
     * @return what a unit of each product costs, in all
     */
    public double[] prices() {
        return prices.clone();
    }

    /**
     * By how much a technique loses.
     *
     * @param technique its number, from 0
     * @return what a unit made by it costs more than the price of its product; 0 but for rounding if it is in use
     */
    public double disadvantage(int technique) {
        return disadvantage[technique];
    }

    /**
     * How often prices were found.
     *
     * @return solves
     */
    public int rounds() {
        return rounds;
    }

    /**
     * I − A of the techniques chosen.
     *
     * @return the system, for plans and for a {@link LeontiefProgramme}
     */
    public LeontiefSystem system() {
        return system;
    }
}
