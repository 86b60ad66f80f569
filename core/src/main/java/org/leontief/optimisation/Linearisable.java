package org.leontief.optimisation;

import org.jspecify.annotations.Nullable;

/** A programme to be maximised whose columns can be split into the pieces of tangents, as {@link OuterLinearisation} does. */
interface Linearisable {

    /** How many columns it has. */
    int columns();

    double columnLower(int column);

    double columnUpper(int column);

    /** What a unit of a column adds beside its concave term. */
    double objective(int column);

    /**
     * Solves it with each column replaced by its pieces.
     *
     * @param start where a simplex method begins; null for anew
     * @return columns in the order of the pieces, rows of the programme; a basis only if the next round can start from it
     */
    LinearSolution solve(PieceColumns pieces, ProgrammeOptions options, @Nullable Basis start);
}
