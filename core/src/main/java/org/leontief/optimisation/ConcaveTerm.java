package org.leontief.optimisation;

import java.util.List;
import java.util.Objects;

/**
 * What one column adds to an objective that is to be large: f(x_j).
 *
 * @param column j, from 0
 * @param function f
 * @param start where its first tangents are laid, at least one place; the better they enclose what is sought, the fewer
 *     rounds are needed
 */
public record ConcaveTerm(int column, ConcaveFunction function, List<Double> start) {

    /**
     * Checks the parts.
     *
     * @param column as above
     * @param function as above
     * @param start as above
     * @throws IllegalArgumentException if there is no place, or one is not finite
     */
    public ConcaveTerm {
        Objects.requireNonNull(function, "function");
        start = List.copyOf(start);
        if (start.isEmpty() || start.stream().anyMatch(place -> !Double.isFinite(place))) {
            throw new IllegalArgumentException("The first tangents of column " + column + " are to be laid at " + start
                    + "; at least one finite place is needed.");
        }
    }
}
