package org.leontief.solve;

/** One method, as a way to correct: solves (I − A) y = r roughly, again and again, while the residual is kept outside. */
interface InnerSolver {

    /**
     * Solves (I − A) y = r roughly: until the target is reached, the watch says stop, or nothing is gained any more. How
     * good y is, the caller finds out from its residual.
     *
     * @param r the right-hand side; not modified
     * @param weight how residuals are measured: Σ weight_i |residual_i|
     * @param target the measure to reach
     * @param y overwritten with the solution
     * @param watch counts iterations
     */
    void solve(double[] r, double[] weight, double target, double[] y, Watch watch);
}
