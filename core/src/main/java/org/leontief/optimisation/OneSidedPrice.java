package org.leontief.optimisation;

/**
 * A price that may differ by the side to which its bound moves.
 *
 * @param below what a unit more is worth coming from below: the change of the best objective for each unit that the bound is
 *     moved down, with the sign changed
 * @param above the change of the best objective for each unit that the bound is moved up. Infinite if no x keeps all bounds
 *     then, with the sign of something that makes the objective worse. NaN if it was not found out
 */
public record OneSidedPrice(double below, double above) {}
