package org.leontief.optimisation;

import org.jspecify.annotations.Nullable;

/**
 * The best plan of a {@link LeontiefProgramme} by an interior-point method, for programmes in which thousands of limits on outputs
 * bind. Deliveries and activities z are the unknowns, outputs follow from them, and the quantities G z that have bounds are
 *
 * <pre>
 * z        0 ≤ z ≤ 1
 * outputs  L (y + E u)          L = (I − A)⁻¹
 * uses     R L (y + E u) + Q u
 * </pre>
 *
 * A Newton step solves (Ŵ_z + Lᵀ Ŵ_x L + …) dz = r, where Ŵ says how firmly each bound is held, by conjugate gradients. Their
 * product with the matrix is a few passes over the coefficients of A and as many over Aᵀ; no row of L is made but those of resources and
 * of some important outputs, which precondition. Memory is 24 bytes a coefficient and 8 bytes for each of these rows and each
 * delivery that can vary.
 *
 * <p>Where a plan with room on all sides is found to begin with, every later one keeps all limits, and outputs are always those
 * that deliveries take; prices of resources and outputs, however rough, bound the optimum. So the gap is proved at whatever step the
 * run ends, by tolerance, limit or listener. Iterations are steps of conjugate gradients; each factor of ten takes about two or
 * three times as many in all, so ask for the tolerance that is needed. The answer is no vertex, and there is no basis.
 *
 * <p>The economy must be viable, and ρ(A) not above some 0.95: outputs come from at most 500 terms of a series, and where these
 * leave out more than 10⁻¹⁰ the run does not begin, which the report says. Results have the same bits on any number of threads, and are verified as those of {@link
 * ReducedForm} are. That limits clash is found where prices that rise for ever prove it; that nothing limits what is wanted, is
 * not found.
 *
 * <p>Sources: S. Mehrotra, SIAM Journal on Optimization 2 (1992); J. Gondzio, Matrix-free interior point method, Computational
 * Optimization and Applications 51 (2012); S. J. Wright, Primal-Dual Interior-Point Methods (1997), chapters 10 and 11.
 */
public final class InteriorPoint {

    /** A way of solving; it has no state. */
    public InteriorPoint() {}

    /**
     * Solves a programme.
     *
     * @param programme what is to be solved
     * @param options tolerance, limits (iterations are steps of conjugate gradients), threads, listener; whatever method they name
     * @return values, prices and what has been proved of them, columns and rows in the order of {@link
     *     LeontiefProgramme#toLinearProgramme()}
     * @throws IllegalArgumentException if the economy is not viable, or I − A is singular
     * @throws org.leontief.solve.MemoryLimitException if A in two orders and the rows of resources do not fit into memory
     */
    public LinearSolution solve(LeontiefProgramme programme, ProgrammeOptions options) {
        InteriorPointRun run = new InteriorPointRun(programme, options, "asked for");
        @Nullable LinearSolution solution = run.solve();
        return solution == null ? run.tooSlow() : solution;
    }

    /** The same for a stated reason; null where outputs follow from deliveries too slowly for this method. */
    @Nullable
    LinearSolution solveIfFast(LeontiefProgramme programme, ProgrammeOptions options, String choice) {
        return new InteriorPointRun(programme, options, choice).solve();
    }
}
