package org.leontief.optimisation;

/**
 * The simplex method on sparse factors of the basis: exact vertices, and prices that belong to them.
 *
 * <p>Where a basis is dual feasible, or can be made so by bounds that follow from the rows or by shifting costs for a time,
 * the dual method goes to feasibility first; the primal method does the rest. Programmes are scaled by powers of two. At the
 * end values and prices are refined in doubled precision, and everything is verified on the programme as given: the
 * optimum by weak duality, infeasibility by multipliers of the rows (J. Farkas 1902) with all rounding outward,
 * unboundedness by a feasible point and a ray, as far as floating point can tell.
 *
 * <p>Takes memory for the coefficients a few times and for the factors of the basis. Runs on one thread; the same bits
 * every time. Holds no state; safe for use by several threads.
 */
public final class RevisedSimplex implements LinearSolver {

    /** One for any number of programmes. */
    public RevisedSimplex() {}

    @Override
    public LinearSolution solve(LinearProgramme programme, ProgrammeOptions options) {
        return new SimplexRun(programme, options).fromSlacks();
    }

    /**
     * Solves a programme that differs little from one that has been solved: other bounds, other objective, a few other
     * coefficients, as long as rows and columns are the same in number.
     *
     * @param programme what is to be solved
     * @param options tolerance, limits, listener
     * @param start where the other one ended; need be neither feasible nor regular here
     * @return as for {@link #solve(LinearProgramme, ProgrammeOptions)}
     * @throws IllegalArgumentException if the basis has other numbers of rows or columns
     */
    @Override
    public LinearSolution solve(LinearProgramme programme, ProgrammeOptions options, Basis start) {
        if (start.rows() != programme.rows() || start.columns() != programme.columns()) {
            throw new IllegalArgumentException("The basis is of " + start.rows() + " rows and " + start.columns()
                    + " columns, the programme has " + programme.rows() + " and " + programme.columns() + ".");
        }
        return new SimplexRun(programme, options).from(start);
    }
}
