package org.leontief.region;

import java.util.List;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/**
 * The table "leather" of three countries and three industries from the documentation of the R package decompr (B. Quast and V.
 * Kummritz, "decompr: Global value chain decomposition in R", 2015), whose results are published there.
 */
final class ThreeCountries {

    static final List<String> COUNTRIES = List.of("Argentina", "Turkey", "Germany");
    static final List<String> SECTORS = List.of("Agriculture", "Textile and Leather", "Transport Equipment");

    static final double[][] Z = {
        {16.1, 5.1, 1.8, 3.2, 4.3, 0.4, 3.1, 2.8, 4.9},
        {2.4, 8.0, 3.2, 0.1, 3.2, 1.6, 1.2, 3.9, 11.5},
        {0.9, 0.5, 4.0, 0.0, 0.1, 0.3, 0.0, 0.4, 0.5},
        {1.1, 1.9, 0.2, 18.0, 13.2, 6.1, 9.0, 3.1, 8.9},
        {0.3, 2.8, 0.1, 6.1, 28.1, 6.3, 2.1, 2.5, 25.6},
        {0.0, 0.1, 0.3, 4.1, 3.2, 8.9, 0.2, 0.0, 1.8},
        {1.2, 4.2, 0.3, 4.1, 1.2, 0.6, 29.0, 19.5, 17.9},
        {1.3, 1.1, 0.0, 3.2, 4.8, 2.6, 5.1, 29.1, 24.1},
        {2.1, 1.4, 3.0, 4.1, 3.1, 3.9, 11.3, 8.1, 51.3}
    };

    static final double[][] Y = {
        {21.5, 6.1, 8.4},
        {16.2, 1.9, 5.1},
        {11.0, 0.5, 0.8},
        {7.5, 29.5, 14.2},
        {8.9, 24.9, 16.9},
        {1.2, 18.5, 4.9},
        {9.2, 17.9, 51.2},
        {7.9, 10.1, 38.5},
        {25.1, 35.2, 68.4}
    };

    private ThreeCountries() {}

    /** Value added is what output exceeds inputs by. */
    static InputOutputTable table() {
        return valued(Labels.ofRegions(COUNTRIES, SECTORS), Z, Labels.ofRegions(COUNTRIES, List.of("Final demand")), Y);
    }

    static InputOutputTable valued(Labels industries, double[][] z, Labels users, double[][] y) {
        double[] valueAdded = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                valueAdded[i] += z[i][j];
                valueAdded[j] -= z[i][j];
            }
            for (double delivered : y[i]) {
                valueAdded[i] += delivered;
            }
        }
        return InputOutputTable.builder(industries)
                .unit("billion USD")
                .transactions(z)
                .finalDemand(users, SparseMatrix.of(y))
                .valueAdded(
                        Labels.of("Value added"), Units.of("billion USD"), SparseMatrix.of(new double[][] {valueAdded}))
                .build();
    }
}
