package org.leontief.optimisation;

import java.util.SplittableRandom;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;

/** Small planning programmes of every kind: both senses, bounds and their absence, ties, infeasible and unbounded ones. */
final class SeededProgrammes {

    private final SplittableRandom random;
    /** Whole numbers, which make ties and degenerate vertices. */
    private final boolean isNeat;

    private SeededProgrammes(long seed) {
        random = new SplittableRandom(seed);
        isNeat = random.nextBoolean();
    }

    static LeontiefProgramme of(long seed) {
        return new SeededProgrammes(seed).make();
    }

    private LeontiefProgramme make() {
        int n = 1 + random.nextInt(12);
        int m = random.nextInt(4);
        int p = random.nextInt(3);
        LeontiefProgramme.Builder builder = LeontiefProgramme.builder(
                random.nextBoolean() ? Sense.MAXIMISE : Sense.MINIMISE, LeontiefSystem.of(recipes(n)));
        double[][] x = new double[3][n];
        double[][] y = new double[3][n];
        for (int i = 0; i < n; i++) {
            x[0][i] = oneIn(8) ? number(3) : 0;
            x[1][i] = oneIn(3) ? x[0][i] + number(10) : Double.POSITIVE_INFINITY;
            x[2][i] = oneIn(4) ? number(2) - 1 : 0;
            y[0][i] = oneIn(4) ? number(2) : 0;
            y[1][i] = oneIn(3) ? y[0][i] : oneIn(4) ? Double.POSITIVE_INFINITY : y[0][i] + number(10);
            y[2][i] = oneIn(4) ? 0 : number(3) - (oneIn(3) ? 2 : 0);
        }
        builder.outputs(x[0], x[1]).outputObjective(x[2]).deliveries(y[0], y[1]).deliveryObjective(y[2]);
        double[][] limits = new double[2][m];
        for (int k = 0; k < m; k++) {
            limits[1][k] = oneIn(10) ? Double.POSITIVE_INFINITY : number(30 * n / 4.0);
            limits[0][k] = oneIn(5) ? Math.min(limits[1][k], number(8)) : Double.NEGATIVE_INFINITY;
        }
        builder.resources(matrix(m, n, 0), limits[0], limits[1]);
        double[][] u = new double[3][p];
        for (int j = 0; j < p; j++) {
            u[1][j] = random.nextBoolean() ? Double.POSITIVE_INFINITY : number(5);
            u[2][j] = number(3);
        }
        return builder.activities(matrix(n, p, 2), matrix(m, p, 1), u[0], u[1], u[2])
                .build();
    }

    private SparseMatrix recipes(int n) {
        double[][] a = new double[n][n];
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                a[i][j] = oneIn(3) ? (isNeat ? 1 : random.nextDouble()) : 0;
                sum += a[i][j];
            }
            double share = isNeat ? 0.5 : 0.3 + 0.5 * random.nextDouble();
            for (int i = 0; i < n && sum > 0; i++) {
                a[i][j] *= share / sum;
            }
        }
        return SparseMatrix.of(a);
    }

    /** Half of the cells filled, a third of those lowered by so much. */
    private SparseMatrix matrix(int rows, int columns, double lowered) {
        if (rows == 0 || columns == 0) {
            return SparseMatrix.zeros(rows, columns);
        }
        double[][] cells = new double[rows][columns];
        for (double[] row : cells) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextBoolean() ? number(2) - (lowered > 0 && oneIn(3) ? lowered : 0) : 0;
            }
        }
        return SparseMatrix.of(cells);
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private double number(double most) {
        return isNeat ? random.nextInt(1 + (int) Math.max(1, most)) : most * random.nextDouble();
    }
}
