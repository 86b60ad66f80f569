package org.leontief.value;

import org.leontief.solve.SparseMatrix;
import org.leontief.value.MatrixParts.Rounding;

/** U and K of some products alone. */
record PartOfInputs(
        SparseMatrix usedDown,
        SparseMatrix usedNearest,
        SparseMatrix usedUp,
        SparseMatrix stocks,
        boolean isCirculating)
        implements RateEnclosure.Inputs {

    PartOfInputs(RateEnclosure.Inputs whole, int[] members) {
        this(
                MatrixParts.part(whole.used(Rounding.DOWN), members, members),
                MatrixParts.part(whole.used(Rounding.NEAREST), members, members),
                MatrixParts.part(whole.used(Rounding.UP), members, members),
                MatrixParts.part(whole.advanced(Rounding.NEAREST), members, members),
                whole.isCirculating());
    }

    @Override
    public SparseMatrix used(Rounding rounding) {
        return switch (rounding) {
            case DOWN -> usedDown;
            case NEAREST -> usedNearest;
            case UP -> usedUp;
        };
    }

    @Override
    public SparseMatrix advanced(Rounding rounding) {
        return isCirculating ? used(rounding) : stocks;
    }
}
