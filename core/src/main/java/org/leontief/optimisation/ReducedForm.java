package org.leontief.optimisation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Solution;

/**
 * The best plan of a {@link LeontiefProgramme} in its reduced form. With one technique a product outputs follow from what is
 * delivered, x = (I − A)⁻¹ (y + E u), so that
 *
 * <pre>
 * l ≤ R x + Q u ≤ b        becomes   l ≤ (R L) y + (R L E + Q) u ≤ b        m rows, m transposed solves
 * x_i ≤ bound              becomes   (row i of L) (y + E u) ≤ bound         one transposed solve, when it is violated
 * </pre>
 *
 * and what is left is a programme of a few rows over a box: without binding bounds on outputs as many rows as there are
 * resources, whatever the number of products. It is solved by a dual simplex method with long steps, which begins at the best
 * corner of the box and is never far from feasible again when rows are added; the half of all violated bounds that is violated
 * most is added at a time. Where an activity is a second recipe of a product, the better one stands in the table while it is
 * solved, so that none has to be held at 0 by a row. The inverse I − A is never formed; memory is 8 bytes for each row that was added and each delivery
 * that can vary, and for each entry of the working basis, and is refused before it is taken where it does not fit.
 *
 * <p>The economy must be viable. Results have the same bits on any number of threads, and are verified from the programme: see
 * {@link OptimalityCertificate}. The balances hold by construction: the outputs reported are within proven bounds of those
 * that the deliveries take, and its primal residual is that of the true outputs, bounds included.
 *
 * <p>Sources: R. Dorfman, P. A. Samuelson and R. M. Solow, Linear Programming and Economic Analysis (1958), chapters 9 and 10;
 * I. Maros, Computational Techniques of the Simplex Method (2003), section 10.2.3; J. J. Forrest and D. Goldfarb, Mathematical
 * Programming 57 (1992).
 */
public final class ReducedForm {

    /** A way of solving; it has no state. */
    public ReducedForm() {}

    /**
     * Solves a programme.
     *
     * @param programme what is to be solved
     * @param options tolerance, limits (iterations are pivots), threads, listener; whatever method they name
     * @return values, prices and what has been proved of them, columns and rows in the order of {@link
     *     LeontiefProgramme#toLinearProgramme()}
     * @throws IllegalArgumentException if the economy is not viable, or I − A is singular
     * @throws org.leontief.solve.MemoryLimitException if the rows do not fit into memory
     */
    public LinearSolution solve(LeontiefProgramme programme, ProgrammeOptions options) {
        return Objects.requireNonNull(solveWithin(programme, options, Integer.MAX_VALUE));
    }

    /** The same, or null where the best plan under the rows so far oversteps more than so many limits of outputs that have none. */
    @Nullable
    LinearSolution solveWithin(LeontiefProgramme programme, ProgrammeOptions options, int mostOverstepped) {
        TechniqueSearch search = new TechniqueSearch(programme, options, mostOverstepped);
        TechniqueExchange exchange = search.exchange();
        return search.hasTooMany() ? null : new ReducedRun(exchange, options, mostOverstepped).solve(search);
    }

    /** The solution, or an exception that says why there is none. */
    static Solution requireValues(Solution solution) {
        if (!solution.hasValues()) {
            throw new IllegalArgumentException("The reduced form needs a viable economy, and outputs do not follow from"
                    + " deliveries here (" + solution.report().stop() + ": " + solution.certification()
                    + "). Use ProgrammeMethod.SIMPLEX on toLinearProgramme().");
        }
        return solution;
    }
}
