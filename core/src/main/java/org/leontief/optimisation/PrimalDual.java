package org.leontief.optimisation;

/**
 * A first-order method for very large programmes: the primal–dual hybrid gradient method in its reflected Halpern form with
 * restarts. An iteration is one product with M and one with Mᵀ, each row and column a sum of its own, shared by threads; no
 * factors are made, and memory is three times the coefficients. Rows and columns are brought to one scale first (D. Ruiz 2001;
 * T. Pock and A. Chambolle 2011); the weight of primal against dual steps is renewed at every restart.
 *
 * <p>It comes close fast and then takes its time: ask for a tolerance of 10⁻⁴ to 10⁻⁶. Its values keep bounds and rows to that
 * tolerance, they are no vertex, and there is no basis. What it returns is verified as any other answer. That a programme is
 * infeasible or unbounded it finds out only where the drift of its iterates proves it.
 *
 * <p>Sources: D. Applegate et al., Practical large-scale linear programming using primal-dual hybrid gradient (2021); H. Lu and
 * J. Yang, Restarted Halpern PDHG for linear programming (2024).
 */
public final class PrimalDual implements LinearSolver {

    /** One for any number of programmes. */
    public PrimalDual() {}

    @Override
    public LinearSolution solve(LinearProgramme programme, ProgrammeOptions options) {
        return new PrimalDualRun(programme, options).solve();
    }
}
