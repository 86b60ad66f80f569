package org.leontief.optimisation;

import java.util.List;

/**
 * A concave objective over the limits of a {@link LeontiefProgramme}: max c·x + f·y + g·u + Σ_k f_k(z_k), each z_k a delivery or
 * an activity. Immutable.
 *
 * <p>Solved by outer linearisation as {@link ConcaveProgramme}; the pieces of the tangents are deliveries and activities, so
 * that each round is a programme with the same structure, which {@link ReducedForm} solves.
 */
public final class ConcaveLeontiefProgramme {

    private final ConcaveObjective objective;

    private ConcaveLeontiefProgramme(ConcaveObjective objective) {
        this.objective = objective;
    }

    /**
     * A programme.
     *
     * @param programme the linear part; to be maximised
     * @param terms what columns add beside it, each column once, numbered as in {@link LeontiefProgramme#toLinearProgramme()}
     * @return the programme
     * @throws IllegalArgumentException if the linear part is to be minimised, a column does not exist, stands twice, or is an
     *     output
     */
    public static ConcaveLeontiefProgramme of(LeontiefProgramme programme, List<ConcaveTerm> terms) {
        ConcaveObjective.requireMaximised(programme.sense());
        for (ConcaveTerm term : terms) {
            if (term.column() >= 0 && term.column() < programme.products()) {
                throw new IllegalArgumentException("A concave term for column " + term.column()
                        + ", which is an output. Deliveries and activities may have one.");
            }
        }
        return new ConcaveLeontiefProgramme(new ConcaveObjective(new LeontiefLinearisation(programme), terms));
    }

    /**
     * Solves it.
     *
     * @param options the tolerance is that of the gap, relative to the larger of 1 and the sum of all |f_k|; rounds go by the
     *     reduced form, whatever method they name
     * @return values, prices, and what no plan can better
     * @throws IllegalArgumentException if the economy is not viable
     * @throws org.leontief.solve.MemoryLimitException if the rows over all pieces do not fit into memory
     */
    public ConcaveSolution solve(ProgrammeOptions options) {
        return new OuterLinearisation(objective, options).solve();
    }

    /** Its size. */
    @Override
    public String toString() {
        return "ConcaveLeontiefProgramme[" + objective.programme().columns() + " columns, "
                + objective.terms().size() + " concave terms]";
    }
}
