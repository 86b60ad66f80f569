package org.leontief.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.leontief.optimisation.LeontiefProgramme;
import org.leontief.optimisation.Sense;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/**
 * A planning programme on a synthetic economy whose base plan x₀ delivers its final demand d: deliveries from d / 2 to 2 d, each
 * worth a number from [0.5, 1.5]; m resources, of which m − 1 are used by every fifth product and the last is labour, with up to
 * a tenth more there than the base plan takes; and, if outputs are limited, a limit that is x₀ itself for one product in ten and
 * up to twice that for the others.
 */
final class PlanningProblem {

    private static final double USED = 0.2;
    private static final double TIGHT = 0.1;
    private static final double SPARE = 0.1;

    private final SyntheticEconomy economy;
    private final LeontiefSystem system;
    private final SparseMatrix resources;
    private final double[] available;
    private final double[] least;
    private final double[] most;
    private final double[] worth;
    private final double[] limit;

    /**
     * Draws the limits of an economy.
     *
     * @param resources m, at least 1
     * @param isLimited whether outputs have limits
     */
    PlanningProblem(SyntheticEconomy economy, int resources, boolean isLimited, long seed) {
        this.economy = economy;
        system = LeontiefSystem.of(economy.coefficients());
        double[] d = economy.finalDemand();
        double[] base = system.solve(d).values();
        SplittableRandom random = new SplittableRandom(seed ^ 0x2545F491L);
        int n = d.length;
        least = new double[n];
        most = new double[n];
        worth = new double[n];
        limit = new double[n];
        for (int i = 0; i < n; i++) {
            least[i] = 0.5 * d[i];
            most[i] = 2 * d[i];
            worth[i] = 0.5 + random.nextDouble();
            boolean isTight = random.nextDouble() < TIGHT;
            double spare = 1 + random.nextDouble();
            limit[i] = !isLimited ? Double.POSITIVE_INFINITY : isTight ? base[i] : spare * base[i];
        }
        this.resources = use(resources, random);
        available = this.resources.multiply(base);
        for (int k = 0; k < resources; k++) {
            available[k] *= 1 + SPARE * random.nextDouble();
        }
    }

    private SparseMatrix use(int m, SplittableRandom random) {
        double[] labour = economy.labour();
        SparseColumnsBuilder columns =
                SparseMatrix.byColumns(m, labour.length, (long) ((USED * m + 1.5) * labour.length));
        int[] row = new int[m];
        double[] value = new double[m];
        for (double hours : labour) {
            int count = 0;
            for (int k = 0; k < m - 1; k++) {
                if (random.nextDouble() < USED) {
                    row[count] = k;
                    value[count++] = random.nextDouble();
                }
            }
            row[count] = m - 1;
            value[count++] = hours;
            columns.appendColumn(row, value, count);
        }
        return columns.build();
    }

    /** The programme, on the system that the base plan has prepared. */
    LeontiefProgramme programme() {
        return LeontiefProgramme.builder(Sense.MAXIMISE, system)
                .outputs(new double[limit.length], limit)
                .deliveries(least, most)
                .deliveryObjective(worth)
                .resources(resources, unlimited(), available)
                .build();
    }

    private double[] unlimited() {
        double[] none = new double[available.length];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        return none;
    }

    LeontiefSystem system() {
        return system;
    }

    /** R by rows, dense. */
    double[][] denseResources() {
        double[][] rows = new double[available.length][limit.length];
        resources.forEach((k, j, value) -> rows[k][j] = value);
        return rows;
    }

    double[] available() {
        return available.clone();
    }

    double[] worth() {
        return worth.clone();
    }

    double[] limits() {
        return limit.clone();
    }
}
