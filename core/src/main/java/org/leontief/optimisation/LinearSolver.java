package org.leontief.optimisation;

/** One way to solve a linear programme. All ways keep the same contract; each answer is verified before it has a status. */
public interface LinearSolver {

    /**
     * Solves a programme.
     *
     * @param programme what is to be solved
     * @param options tolerance, limits, listener
     * @return values, prices and what has been proved of them; reaching a limit is a status and no exception
     */
    LinearSolution solve(LinearProgramme programme, ProgrammeOptions options);

    /**
     * Solves a programme from where another one of as many rows and columns ended. A method that has no use for a basis begins
     * anew.
     *
     * @param programme what is to be solved
     * @param options tolerance, limits, listener
     * @param start where the other one ended; need be neither feasible nor regular here
     * @return as for {@link #solve(LinearProgramme, ProgrammeOptions)}
     */
    default LinearSolution solve(LinearProgramme programme, ProgrammeOptions options, Basis start) {
        return solve(programme, options);
    }
}
