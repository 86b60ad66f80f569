package org.leontief.optimisation;

import java.util.List;

/**
 * A concave objective over the limits of a linear programme: max c·x + Σ_k f_k(x_{j_k}) subject to l ≤ M x ≤ u and
 * lower ≤ x ≤ upper. Immutable.
 *
 * <p>Solved by outer linearisation: each f is replaced by the least of a few of its tangents, which gives a linear programme
 * whose bound holds for the concave one too; tangents are added where its solution lies until the bound is met. J. E. Kelley,
 * "The cutting-plane method for solving convex programs", <em>J. SIAM</em> 8 (1960), 703–712.
 */
public final class ConcaveProgramme {

    private final LinearProgramme linear;
    private final List<ConcaveTerm> terms;

    private ConcaveProgramme(LinearProgramme linear, List<ConcaveTerm> terms) {
        this.linear = linear;
        this.terms = terms;
    }

    /**
     * A programme.
     *
     * @param linear c, M and the bounds; to be maximised
     * @param terms what columns add beside c, each column once
     * @return the programme
     * @throws IllegalArgumentException if the linear part is to be minimised, a column does not exist or stands twice
     */
    public static ConcaveProgramme of(LinearProgramme linear, List<ConcaveTerm> terms) {
        ConcaveObjective.requireMaximised(linear.sense());
        ConcaveObjective.requireEachOnce(terms, linear.columns());
        return new ConcaveProgramme(linear, List.copyOf(terms));
    }

    /**
     * Solves it.
     *
     * @param solver of the linear programmes
     * @param options the tolerance is that of the gap, relative to the larger of 1 and the sum of all |f_k|
     * @return values, prices, and what no x can better
     */
    public ConcaveSolution solve(LinearSolver solver, ProgrammeOptions options) {
        ConcaveObjective objective = new ConcaveObjective(new GeneralLinearisation(linear, solver), terms);
        return new OuterLinearisation(objective, options).solve();
    }
}
