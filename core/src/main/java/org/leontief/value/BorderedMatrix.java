package org.leontief.value;

import java.util.Arrays;
import java.util.List;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** A matrix of inputs bordered with sectors beside the industries. */
final class BorderedMatrix {

    /** A sector beside the industries: what a unit of it takes of every product, and what every product takes of it. */
    record Sector(String name, RoundedNumbers column, RoundedNumbers row) {

        Sector padded(int size) {
            return new Sector(name, column.padded(size), row.padded(size));
        }

        /** A sector with the errors of this one's numbers in their places. */
        Sector errors() {
            return new Sector(name, RoundedNumbers.exact(column.errors()), RoundedNumbers.exact(row.errors()));
        }
    }

    private BorderedMatrix() {}

    /** [A c; r 0] for every sector, with among[s][t] what a unit of sector t takes of sector s. */
    static SparseMatrix bordered(SparseMatrix a, List<Sector> sectors, double[][] among) {
        int n = a.rows();
        int size = n + sectors.size();
        SparseMatrixBuilder bordered = SparseMatrix.builder(size, size);
        a.forEach(bordered::add);
        for (int s = 0; s < sectors.size(); s++) {
            Sector sector = sectors.get(s);
            for (int i = 0; i < sector.column().values().length; i++) {
                addIfAny(bordered, i, n + s, sector.column().values()[i]);
            }
            for (int j = 0; j < sector.row().values().length; j++) {
                addIfAny(bordered, n + s, j, sector.row().values()[j]);
            }
            for (int t = 0; t < sectors.size(); t++) {
                addIfAny(bordered, n + s, n + t, among[s][t]);
            }
        }
        return bordered.build();
    }

    private static void addIfAny(SparseMatrixBuilder matrix, int i, int j, double entry) {
        if (entry != 0) {
            matrix.add(i, j, entry);
        }
    }

    /** The same numbers and 0 for the sectors beside the industries. */
    static double[] padded(double[] values, int size) {
        return Arrays.copyOf(values, size);
    }
}
