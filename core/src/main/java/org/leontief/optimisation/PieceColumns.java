package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.List;
import org.leontief.optimisation.TangentEnvelope.Piece;

/** Of which columns of a linearised programme each column is the sum, in order; one without a term is a single piece. */
final class PieceColumns {

    private final List<List<Piece>> pieces = new ArrayList<>();
    private final int[] first;

    /** The pieces of each column. */
    PieceColumns(List<List<Piece>> ofColumns) {
        first = new int[ofColumns.size() + 1];
        for (int j = 0; j < ofColumns.size(); j++) {
            pieces.add(List.copyOf(ofColumns.get(j)));
            first[j + 1] = first[j] + ofColumns.get(j).size();
        }
    }

    /** How many columns the programme itself has. */
    int columns() {
        return pieces.size();
    }

    /** How many the linearised one has. */
    int count() {
        return first[pieces.size()];
    }

    List<Piece> of(int column) {
        return pieces.get(column);
    }

    /** The place of the first piece of a column. */
    int first(int column) {
        return first[column];
    }

    /** x from the columns of the linearised programme. */
    double[] gathered(double[] columns) {
        double[] x = new double[pieces.size()];
        for (int j = 0; j < x.length; j++) {
            for (int place = first[j]; place < first[j + 1]; place++) {
                x[j] += columns[place];
            }
        }
        return x;
    }
}
