/**
 * Linear programmes with no economics in them: the programme, its solvers, and the proof of how far an answer can be off.
 * Uses {@link org.leontief.solve} only.
 *
 * <pre>{@code
 * double inf = Double.POSITIVE_INFINITY;
 * LinearProgramme programme = LinearProgramme.of(                                // max 3x + 5y
 *         Sense.MAXIMISE, new double[] {3, 5},
 *         SparseMatrix.of(new double[][] {{1, 0}, {0, 2}, {3, 2}}),
 *         new double[] {-inf, -inf, -inf}, new double[] {4, 12, 18},
 *         new double[] {0, 0}, new double[] {inf, inf});
 * LinearSolution best = LinearSolvers.solve(programme, ProgrammeOptions.defaults());
 * double gap = best.certificate().orElseThrow().gap();                           // recomputed, rounded outward
 * }</pre>
 */
@NullMarked
package org.leontief.optimisation;

import org.jspecify.annotations.NullMarked;
