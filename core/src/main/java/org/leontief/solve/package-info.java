/**
 * The mathematics under everything, which knows matrices and vectors only: storage, solvers, options, reports and certificates.
 *
 * <pre>{@code
 * LeontiefSystem system = LeontiefSystem.of(SparseMatrix.of(new double[][] {{0.15, 0.25}, {0.20, 0.05}}));
 * Solution x = system.solve(new double[] {600, 1500}).requireConverged();     // (I − A) x = d, prepared once
 * double bound = x.errorBound(0);                                             // proved
 * Solution multipliers = system.transposed().solve(new double[] {1, 1});       // (I − Aᵀ) m = s
 * }</pre>
 */
@NullMarked
package org.leontief.solve;

import org.jspecify.annotations.NullMarked;
