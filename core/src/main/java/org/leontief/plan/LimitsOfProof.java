package org.leontief.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.leontief.plan.PlanLayout.LimitedRow;
import org.leontief.solve.SparseMatrix;

/**
 * What of a proof w that no plan keeps all limits each limit has a part in. With d = wᵀ M for the rows M of the programme,
 *
 * <pre>
 * Σ_j d_j x_j = Σ_i w_i (M x)_i,    excess = least of the left over the columns' bounds − most of the right over the rows' bounds
 * </pre>
 *
 * and there is no plan where the excess is above 0 (Farkas). Without a floor under x_j the left is less by d_j times what the floor
 * is above the next bound; limits that take less than the excess can be spared. What is concluded here is proved by a solve, with
 * outward rounding, before it is reported.
 */
final class LimitsOfProof {

    /** Of the terms of a sum: what is smaller is 0 but for the accuracy of the multipliers. */
    static final double ROUNDING = 1e-9;

    /** So much of the excess may be given away at once, that what is left can be proved. */
    private static final double SHARE = 0.9;

    private final PlanLayout layout;
    private final int rows;
    private final SparseMatrix matrix;
    private final SparseMatrix sizes;

    LimitsOfProof(PlanLayout layout, List<LimitedRow> limitedRows) {
        this.layout = layout;
        rows = limitedRows.size();
        matrix = PlanProgramme.matrix(layout, limitedRows);
        sizes = matrix.abs();
    }

    /** A limit, and by how much the excess is smaller without it. */
    private record Part(LimitSide side, double loss) {}

    /** Those of a set without which nothing is proved, as far as that can be told at once; the whole set if that cannot. */
    Set<LimitSide> needed(Collection<LimitSide> set, double[] multipliers) {
        Sums sums = new Sums(set, multipliers);
        double left = SHARE * sums.excess();
        Set<LimitSide> needed = new LinkedHashSet<>(set);
        if (!(left > 0)) {
            return needed;
        }
        List<Part> parts = sums.parts(set);
        parts.sort(Comparator.comparingDouble(Part::loss));
        for (Part part : parts) {
            left -= part.loss();
            if (left < 0) {
                break;
            }
            needed.remove(part.side());
        }
        return needed;
    }

    /** Those of a set which leave an excess, and no plan, even if they alone are left out. */
    Set<LimitSide> outweighed(Collection<LimitSide> set, double[] multipliers) {
        Sums sums = new Sums(set, multipliers);
        Set<LimitSide> outweighed = new LinkedHashSet<>();
        for (Part part : sums.parts(set)) {
            if (part.loss() < SHARE * sums.excess()) {
                outweighed.add(part.side());
            }
        }
        return outweighed;
    }

    /** Both sides of a proof under a set of limits. */
    private final class Sums {

        private final double[] weights;
        private final double[] ofColumns;
        private final KeptLimits kept;
        private final KeptLimits firm;
        private double sum;
        private double size;

        Sums(Collection<LimitSide> set, double[] multipliers) {
            weights = multipliers;
            ofColumns = matrix.multiplyTransposed(multipliers);
            double[] most = sizes.multiplyTransposed(
                    Arrays.stream(multipliers).map(Math::abs).toArray());
            kept = new KeptLimits(layout, rows, set);
            firm = new KeptLimits(layout, rows, List.of());
            for (int j = 0; j < ofColumns.length; j++) {
                ofColumns[j] = Math.abs(ofColumns[j]) <= ROUNDING * most[j] ? 0 : ofColumns[j];
                add(ofColumns[j], kept.column(j, ofColumns[j] < 0));
            }
            layout.conditions().stocks().forEach((i, stock) -> add(weights[i], stock));
            for (int k = 0; k < rows; k++) {
                double weight = weights[layout.products() + k];
                add(-weight, kept.row(k, weight > 0));
            }
        }

        private void add(double factor, double bound) {
            if (factor != 0) {
                sum += factor * bound;
                size += Math.abs(factor * bound);
            }
        }

        /** Not above 0, or no number, where nothing is proved. */
        double excess() {
            return sum - ROUNDING * size;
        }

        /** What each has in it: 0 for the looser one of two of the same column, and where the proof does not use it. */
        List<Part> parts(Collection<LimitSide> set) {
            List<Part> parts = new ArrayList<>();
            Set<List<Integer>> counted = new HashSet<>();
            for (LimitSide side : set) {
                double factor = side.isRow() ? -weights[layout.products() + side.place()] : ofColumns[side.place()];
                boolean isUsed = side.isUpper() ? factor < 0 : factor > 0;
                boolean isTightest = side.isRow() || isFirstTightest(side, counted);
                double next = side.isRow()
                        ? firm.row(side.place(), side.isUpper())
                        : firm.column(side.place(), side.isUpper());
                parts.add(new Part(side, isUsed && isTightest ? Math.abs(factor * (side.bound() - next)) : 0));
            }
            return parts;
        }

        private boolean isFirstTightest(LimitSide side, Set<List<Integer>> counted) {
            return side.bound() == kept.column(side.place(), side.isUpper())
                    && counted.add(List.of(side.place(), side.isUpper() ? 1 : 0));
        }
    }
}
