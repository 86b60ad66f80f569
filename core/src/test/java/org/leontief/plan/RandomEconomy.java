package org.leontief.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/** Products P0, P1, …; every one takes of the resource R0, and every third or so of each of the others. */
final class RandomEconomy {

    /** What a product takes of the others. */
    interface Inputs {
        void of(int product, SparseMatrixBuilder a);
    }

    private RandomEconomy() {}

    static TechnicalCoefficients of(Random random, int n, int resources, Inputs inputs) {
        SparseMatrixBuilder a = SparseMatrix.builder(n, n);
        SparseMatrixBuilder s = SparseMatrix.builder(resources, n);
        for (int j = 0; j < n; j++) {
            inputs.of(j, a);
            for (int k = 0; k < resources; k++) {
                s.add(k, j, k == 0 || random.nextInt(3) == 0 ? 0.1 + random.nextDouble() : 0);
            }
        }
        Labels products = labels("P", n);
        return TechnicalCoefficients.of(
                LabelledMatrix.of("A", products, products, Units.of("t"), a.build()),
                LabelledMatrix.of("S", labels("R", resources), products, Units.of("units"), s.build()));
    }

    private static Labels labels(String letter, int count) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            names.add(letter + k);
        }
        return Labels.of(names);
    }

    static LabelledVector amounts(String name, TechnicalCoefficients economy, Random random, double least) {
        double[] values = random.doubles(economy.industries().size())
                .map(value -> least + value)
                .toArray();
        return LabelledVector.of(name, economy.industries(), economy.units(), values);
    }
}
