package org.leontief.optimisation;

import org.jspecify.annotations.Nullable;

/** The solvers of general programmes by the name of their method. */
public final class LinearSolvers {

    /** From so many coefficients on the factors of a basis may take more time than anybody has. */
    private static final int SIMPLEX_ENTRIES = 20_000_000;

    private static final int SIMPLEX_ROWS = 200_000;

    /** Up to so many products the simplex method is asked where the reduced form could not prove what it found. */
    private static final int SECOND_OPINION = 5_000;

    /** Where more limits of outputs than this are overstepped to begin with, rows for them would take hours and memory. */
    private static final int MOST_OVERSTEPPED = 8_000;

    private LinearSolvers() {}

    /**
     * The solver of a method.
     *
     * @param method which; automatic is the simplex method up to 200,000 rows and 20 million coefficients, and the first-order
     *     method above
     * @return the solver
     * @throws IllegalArgumentException for {@link ProgrammeMethod#REDUCED_FORM} and {@link ProgrammeMethod#INTERIOR_POINT}, which
     *     need the structure of a {@link LeontiefProgramme}
     */
    public static LinearSolver solver(ProgrammeMethod method) {
        return switch (method) {
            case AUTOMATIC ->
                (programme, options) -> isLarge(programme)
                        ? new PrimalDual().solve(programme, options)
                        : new RevisedSimplex().solve(programme, options);
            case SIMPLEX -> new RevisedSimplex();
            case PRIMAL_DUAL -> new PrimalDual();
            case REDUCED_FORM, INTERIOR_POINT ->
                throw new IllegalArgumentException(method + " solves a LeontiefProgramme, not a general programme."
                        + " Maybe solve(LeontiefProgramme, options) is meant?");
        };
    }

    private static boolean isLarge(LinearProgramme programme) {
        return programme.rows() > SIMPLEX_ROWS || programme.matrix().nonZeros() > SIMPLEX_ENTRIES;
    }

    /**
     * Solves a programme by the method that the options name.
     *
     * @param programme what is to be solved
     * @param options method and all else
     * @return values, prices and what has been proved of them
     * @throws IllegalArgumentException as for {@link #solver}
     */
    public static LinearSolution solve(LinearProgramme programme, ProgrammeOptions options) {
        return solver(options.method()).solve(programme, options);
    }

    /**
     * Solves a planning programme by the method that the options name. Automatic is its reduced form; the interior-point method
     * where more than 8,000 limits of outputs are overstepped by the best plan under others, if ρ(A) is not too near to 1; and where the reduced form has a
     * plan but no proof of it, the simplex method up to 5,000 products. Other methods get it written out.
     *
     * @param programme what is to be solved
     * @param options method and all else
     * @return values, prices and what has been proved of them, in the order of {@link LeontiefProgramme#toLinearProgramme()}
     * @throws IllegalArgumentException if the reduced form is used and the economy is not viable
     */
    public static LinearSolution solve(LeontiefProgramme programme, ProgrammeOptions options) {
        return switch (options.method()) {
            case AUTOMATIC -> automatic(programme, options);
            case REDUCED_FORM -> new ReducedForm().solve(programme, options);
            case INTERIOR_POINT -> new InteriorPoint().solve(programme, options);
            case SIMPLEX, PRIMAL_DUAL -> solve(programme.toLinearProgramme(), options);
        };
    }

    private static LinearSolution automatic(LeontiefProgramme programme, ProgrammeOptions options) {
        boolean[] isStopped = {false};
        ProgrammeOptions watched = options.withListener(progress -> {
            isStopped[0] |= !options.listener().proceed(progress);
            return !isStopped[0];
        });
        @Nullable LinearSolution reduced = new ReducedForm().solveWithin(programme, watched, MOST_OVERSTEPPED);
        if (reduced == null) {
            String choice = "more than " + MOST_OVERSTEPPED
                    + " limits of outputs are overstepped, each a row in the reduced form";
            @Nullable LinearSolution inside = new InteriorPoint().solveIfFast(programme, options, choice);
            reduced = inside != null
                    ? inside
                    : new ReducedForm()
                            .solve(programme, watched)
                            .noting("Outputs follow from deliveries too slowly for the interior-point method.");
        }
        boolean isWanting = reduced.status() == ProgrammeStatus.STOPPED
                && !isStopped[0]
                && reduced.report().iterations() < options.iterationLimit();
        if (!isWanting || programme.products() > SECOND_OPINION) {
            return reduced;
        }
        LinearSolution general = new RevisedSimplex().solve(programme.toLinearProgramme(), options);
        return general.status() == ProgrammeStatus.STOPPED
                ? reduced
                : general.noting("The reduced form ended without a proof ("
                        + reduced.report().stop() + "): the simplex method took over.");
    }
}
