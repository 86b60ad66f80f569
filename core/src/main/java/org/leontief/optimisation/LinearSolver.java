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
}
