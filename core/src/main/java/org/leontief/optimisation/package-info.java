/**
 * Linear programmes with no economics in them: the programme, its solvers, and the proof of how far an answer can be off.
 * Uses {@link org.leontief.solve} only.
 */
@NullMarked
package org.leontief.optimisation;

import org.jspecify.annotations.NullMarked;
