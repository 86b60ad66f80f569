package org.leontief.compilation;

import java.util.BitSet;
import org.leontief.solve.SparseMatrix;

/**
 * Finds out what the signs alone decide: exact constraints that no cells of the right sign can meet, and cells that have to be 0
 * because they are of one sign and add up to 0. Those are set to 0 and kept there, since multipliers reach 0 only in the limit.
 */
final class ConstraintSigns {

    /** Relative difference below which what is left of a total is taken for 0. */
    private static final double ROUNDING = 1e-14;

    private final SparseMatrix constraints;
    private final double[] target;
    private final double[] targetVariance;
    private final double[] cells;
    private final double[] cellVariance;
    private int emptied;

    ConstraintSigns(
            SparseMatrix constraints, double[] target, double[] targetVariance, double[] cells, double[] cellVariance) {
        this.constraints = constraints;
        this.target = target;
        this.targetVariance = targetVariance;
        this.cells = cells;
        this.cellVariance = cellVariance;
    }

    /** How many cells were set to 0. */
    int emptied() {
        return emptied;
    }

    /**
     * Sets the cells to 0 that have to be, until there are no more.
     *
     * @return the number of a constraint that cannot be met, or −1
     */
    int settle() {
        while (true) {
            int size = target.length;
            int[] rising = new int[size];
            int[] falling = new int[size];
            double[] fixed = new double[size];
            double[] scale = new double[size];
            constraints.forEach((k, j, g) -> {
                if (cellVariance[j] == 0) {
                    fixed[k] += g * cells[j];
                    scale[k] += Math.abs(g * cells[j]);
                } else if (g * cells[j] > 0) {
                    rising[k]++;
                } else {
                    falling[k]++;
                }
            });
            BitSet zero = new BitSet();
            for (int k = 0; k < size; k++) {
                if (targetVariance[k] != 0) {
                    continue;
                }
                double left = target[k] - fixed[k];
                boolean isZero = Math.abs(left) <= ROUNDING * (Math.abs(target[k]) + scale[k]);
                if (!isZero && (left > 0 ? rising[k] : falling[k]) == 0) {
                    return k;
                }
                if (isZero && (rising[k] > 0) != (falling[k] > 0)) {
                    zero.set(k);
                }
            }
            if (zero.isEmpty()) {
                return -1;
            }
            empty(zero);
        }
    }

    private void empty(BitSet zero) {
        constraints.forEach((k, j, g) -> {
            if (zero.get(k) && cellVariance[j] != 0) {
                cells[j] = 0;
                cellVariance[j] = 0;
                emptied++;
            }
        });
    }
}
