package org.leontief.solve;

/** How a system (I − A) x = b is solved. */
public enum SolveMethod {
    /** Chosen from size, density and what the viability proof showed; the choice and its reason are in the report. */
    AUTOMATIC,
    /** Dense LU factors with partial pivoting, kept for further right-hand sides. Needs 8 n² bytes. */
    DENSE_LU,
    /**
     * Gauss–Seidel: each output is brought up to date in turn, using the newest values. For A ≥ 0 and b ≥ 0 it climbs
     * towards the solution from below and is accurate for small entries beside large ones.
     */
    GAUSS_SEIDEL,
    /**
     * Generalised conjugate residuals on top of Gauss–Seidel sweeps in stages (S. C. Eisenstat, H. C. Elman and M. H.
     * Schultz, SIAM J. Numer. Anal. 20, 1983): one pass over the coefficients an iteration, in the order in which they are
     * stored. The fastest for large tables, and the automatic choice there.
     */
    GCR,
    /**
     * BiCGSTAB, a Krylov method, in variables scaled by the viability vector (H. A. van der Vorst, SIAM J. Sci. Stat.
     * Comput. 13, 1992). Few passes over large sparse systems.
     */
    BICGSTAB,
    /**
     * The power series x = b + A b + A² b + …, round by round of production (Miller and Blair 2009, section 2.4). Slow, but
     * every round has a meaning.
     */
    NEUMANN
}
