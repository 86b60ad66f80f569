package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.MatrixSum;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;

/**
 * (I − A) x = b or its transpose, where A and b are sums and quotients that were rounded: one more solve, of {@link #upper()},
 * bounds what that does to x (see {@link EnclosedSolution}).
 */
final class RoundedSystem {

    private final LeontiefSystem system;
    private final SparseMatrix a;
    private final SparseMatrix errors;

    /**
     * A system.
     *
     * @param system of a
     * @param a à as it is stored
     * @param errors E: how far each entry may be from what it stands for
     */
    RoundedSystem(LeontiefSystem system, SparseMatrix a, SparseMatrix errors) {
        this.system = system;
        this.a = a;
        this.errors = errors;
    }

    SparseMatrix errors() {
        return errors;
    }

    /** |Ã| + E, rounded up: no matrix that à stands for is above it. */
    SparseMatrix upper() {
        return MatrixSum.of(a.abs(), 1, errors, MatrixSum.Rounding.UP);
    }

    /**
     * Solves.
     *
     * @param right the b
     * @param transposed whether x = Aᵀ x + b is asked for
     * @param check throws where there is no solution to be had
     * @return with bounds that hold for what was rounded, as far as options ask for any
     */
    List<EnclosedSolution> solve(
            List<RoundedNumbers> right, boolean transposed, SolveOptions options, Consumer<Solution> check) {
        double[][] values = right.stream().map(RoundedNumbers::values).toArray(double[][]::new);
        List<EnclosedSolution> found = new ArrayList<>();
        for (Solution solution : oriented(system, transposed).solveAll(values, options)) {
            check.accept(solution);
            found.add(EnclosedSolution.of(solution));
        }
        boolean isExact = errors.nonZeros() == 0 && right.stream().allMatch(RoundedNumbers::isExact);
        if (isExact || options.certification() == SolveOptions.Certification.NONE) {
            return found;
        }
        SparseMatrix ofMatrix = transposed ? errors.transpose() : errors;
        double[][] effects = new double[found.size()][];
        Arrays.setAll(effects, k -> effect(ofMatrix, found.get(k), right.get(k).errors()));
        List<Solution> differences =
                oriented(LeontiefSystem.of(upper()), transposed).solveAll(effects, options);
        for (int k = 0; k < effects.length; k++) {
            if (differences.get(k).report().stop() == StopReason.CANCELLED) {
                differences.get(k).requireConverged();
            }
            found.set(k, found.get(k).widenedBy(differences.get(k)));
        }
        return found;
    }

    private static LeontiefSystem oriented(LeontiefSystem system, boolean transposed) {
        return transposed ? system.transposed() : system;
    }

    /** E |x̃| + δ, upward. Where there is no bound on x̃ there is none in the end, whatever is added here. */
    private static double[] effect(SparseMatrix ofMatrix, EnclosedSolution solution, double[] ofRight) {
        double[] sum = ofRight.clone();
        ofMatrix.forEach((i, j, error) -> {
            double size = Math.nextUp(Math.abs(solution.value(j)) + solution.errorBound(j));
            if (size < Double.POSITIVE_INFINITY) {
                sum[i] = Math.nextUp(sum[i] + Math.nextUp(error * size));
            }
        });
        return sum;
    }
}
