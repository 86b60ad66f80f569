package org.leontief.optimisation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.TangentEnvelope.Piece;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/**
 * A programme with the structure of an economy: the first piece of a delivery or activity stands in its place, and each other
 * piece is a further activity that takes the same, so that the linearised programme has the structure too.
 */
final class LeontiefLinearisation implements Linearisable {

    private final LeontiefProgramme programme;
    private final double[] lower;
    private final double[] upper;
    private final double[] objective;

    LeontiefLinearisation(LeontiefProgramme programme) {
        this.programme = programme;
        LeontiefProgramme.Variables x = programme.outputVariables();
        LeontiefProgramme.Variables y = programme.deliveryVariables();
        LeontiefProgramme.Variables u = programme.activityVariables();
        lower = LeontiefProgramme.joined(x.lower(), y.lower(), u.lower());
        upper = LeontiefProgramme.joined(x.upper(), y.upper(), u.upper());
        objective = LeontiefProgramme.joined(x.objective(), y.objective(), u.objective());
    }

    @Override
    public int columns() {
        return lower.length;
    }

    @Override
    public double columnLower(int column) {
        return lower[column];
    }

    @Override
    public double columnUpper(int column) {
        return upper[column];
    }

    @Override
    public double objective(int column) {
        return objective[column];
    }

    /** By the reduced form, which begins anew: that takes it less than to begin from a basis. */
    @Override
    public LinearSolution solve(PieceColumns pieces, ProgrammeOptions options, @Nullable Basis start) {
        int further = pieces.count() - pieces.columns();
        double[] low = Arrays.copyOf(lower, pieces.count());
        double[] high = Arrays.copyOf(upper, pieces.count());
        double[] wanted = Arrays.copyOf(objective, pieces.count());
        int[] copied = new int[further];
        int[] places = new int[pieces.count()];
        int next = columns();
        for (int j = 0; j < columns(); j++) {
            for (int k = 0; k < pieces.of(j).size(); k++) {
                Piece piece = pieces.of(j).get(k);
                int place = k == 0 ? j : next++;
                if (k > 0) {
                    copied[place - columns()] = j;
                }
                places[pieces.first(j) + k] = place;
                low[place] = piece.lower();
                high[place] = piece.upper();
                wanted[place] = objective[j] + piece.slope();
            }
        }
        return new ReducedForm()
                .solve(linearised(low, high, wanted, copied), options)
                .withColumns(places)
                .withoutBasis();
    }

    private LeontiefProgramme linearised(double[] low, double[] high, double[] wanted, int[] copied) {
        int n = programme.products();
        return LeontiefProgramme.builder(Sense.MAXIMISE, programme.system())
                .outputs(
                        programme.outputVariables().lower(),
                        programme.outputVariables().upper())
                .outputObjective(programme.outputVariables().objective())
                .deliveries(Arrays.copyOfRange(low, n, 2 * n), Arrays.copyOfRange(high, n, 2 * n))
                .deliveryObjective(Arrays.copyOfRange(wanted, n, 2 * n))
                .resources(programme.resourceUse(), programme.resourceLower(), programme.resourceUpper())
                .activities(
                        withCopies(programme.productsOfActivities(), copied, true),
                        withCopies(programme.resourcesOfActivities(), copied, false),
                        Arrays.copyOfRange(low, 2 * n, low.length),
                        Arrays.copyOfRange(high, 2 * n, high.length),
                        Arrays.copyOfRange(wanted, 2 * n, wanted.length))
                .build();
    }

    /** E or Q with the columns of the copies: a delivery takes a unit of its product and nothing of the resources. */
    private SparseMatrix withCopies(SparseMatrix ofActivities, int[] copied, boolean isOfProducts) {
        int n = programme.products();
        int activities = programme.activities();
        SparseColumnsBuilder columns = SparseMatrix.byColumns(
                ofActivities.rows(), activities + copied.length, (long) ofActivities.nonZeros() + copied.length);
        for (int j = 0; j < activities + copied.length; j++) {
            int original = j < activities ? 2 * n + j : copied[j - activities];
            if (original >= 2 * n) {
                append(ofActivities, original - 2 * n, columns);
            } else if (isOfProducts) {
                columns.appendColumn(new int[] {original - n}, new double[] {1}, 1);
            } else {
                columns.appendColumn(new int[0], new double[0], 0);
            }
        }
        return columns.build();
    }

    private static void append(SparseMatrix from, int column, SparseColumnsBuilder to) {
        int[] count = {0};
        from.forEachInColumn(column, (i, j, value) -> count[0]++);
        int[] place = new int[count[0]];
        double[] values = new double[count[0]];
        count[0] = 0;
        from.forEachInColumn(column, (i, j, value) -> {
            place[count[0]] = i;
            values[count[0]++] = value;
        });
        to.appendColumn(place, values, place.length);
    }
}
