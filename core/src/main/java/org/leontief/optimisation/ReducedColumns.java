package org.leontief.optimisation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;

/**
 * The deliveries and activities that can vary, each as z from 0 to 1 between two working bounds. Where the programme has no
 * bound, one beyond what others imply is put in its place, and where nothing is implied an artificial one.
 */
final class ReducedColumns {

    private final LeontiefProgramme programme;
    private final int products;
    /** Numbers of those that vary: a product, or products + an activity. */
    private final int[] number;
    /** Lower working bounds of all, varying or not, deliveries first. */
    private final double[] lower;

    private final double[] width;
    private final boolean[] artificialBelow;
    private final boolean[] artificialAbove;

    /**
     * Chooses the working bounds.
     *
     * @param far how far beyond the largest number of the programme an artificial bound lies
     */
    ReducedColumns(LeontiefProgramme programme, ImpliedLimits limits, double far) {
        this.programme = programme;
        products = programme.products();
        LeontiefProgramme.Variables y = programme.deliveryVariables();
        LeontiefProgramme.Variables u = programme.activityVariables();
        int all = products + u.lower().length;
        lower = LeontiefProgramme.joined(y.lower(), u.lower());
        double[] upper = LeontiefProgramme.joined(y.upper(), u.upper());
        double scale = Math.max(1, largestNumber());
        int[] varying = new int[all];
        width = new double[all];
        artificialBelow = new boolean[all];
        artificialAbove = new boolean[all];
        int count = 0;
        for (int j = 0; j < all; j++) {
            LeontiefProgramme.Kind kind =
                    j < products ? LeontiefProgramme.Kind.DELIVERY : LeontiefProgramme.Kind.ACTIVITY;
            int place = j < products ? j : j - products;
            double impliedLow = limits.lower(kind, place);
            double impliedHigh = limits.upper(kind, place);
            // Beyond what is implied, so that no feasible plan stands at a bound that the programme does not have.
            double beyond = 1e-3 * scale + Math.max(finite(impliedHigh), -finite(impliedLow));
            artificialAbove[j] = impliedHigh == Double.POSITIVE_INFINITY;
            artificialBelow[j] = impliedLow == Double.NEGATIVE_INFINITY;
            if (upper[j] == Double.POSITIVE_INFINITY) {
                upper[j] = artificialAbove[j] ? Math.max(finite(impliedLow), 0) + far * scale : impliedHigh + beyond;
            }
            if (lower[j] == Double.NEGATIVE_INFINITY) {
                lower[j] = artificialBelow[j] ? Math.min(finite(impliedHigh), 0) - far * scale : impliedLow - beyond;
            }
            width[j] = upper[j] - lower[j];
            if (width[j] > 0) {
                varying[count++] = j;
            }
        }
        number = Arrays.copyOf(varying, count);
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? 0 : value;
    }

    private double largestNumber() {
        double largest = 0;
        for (double[] values : new double[][] {
            programme.deliveryVariables().lower(),
            programme.deliveryVariables().upper(),
            programme.activityVariables().lower(),
            programme.activityVariables().upper(),
            programme.outputVariables().lower(),
            programme.outputVariables().upper(),
            programme.resourceLower(),
            programme.resourceUpper()
        }) {
            for (double value : values) {
                largest = Double.isInfinite(value) ? largest : Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    /** f + c L for deliveries and g + c L E for activities; null if the listener stopped it. */
    double @Nullable [] objective(SolveOptions solving) {
        double[] c = programme.outputVariables().objective();
        double[] row = new double[c.length];
        if (Arrays.stream(c).anyMatch(value -> value != 0)) {
            Solution solution = programme.system().transposed().solve(c, solving);
            if (solution.report().stop() == StopReason.CANCELLED) {
                return null;
            }
            row = ReducedForm.requireValues(solution).values();
        }
        double[] all = overAll(row, -1);
        double[] own = LeontiefProgramme.joined(
                programme.deliveryVariables().objective(),
                programme.activityVariables().objective());
        for (int j = 0; j < all.length; j++) {
            all[j] += own[j];
        }
        return all;
    }

    int count() {
        return number.length;
    }

    /** Whether z at this end stands at a bound that the programme does not have. */
    boolean isArtificial(int column, boolean above) {
        return above ? artificialAbove[number[column]] : artificialBelow[number[column]];
    }

    /** Of all deliveries and activities, deliveries first, the one that varies here. */
    int number(int column) {
        return number[column];
    }

    /** Whether z at this end stands at a bound of the programme itself. */
    boolean isOwnBound(int column, boolean above) {
        int j = number[column];
        LeontiefProgramme.Variables kind = j < products ? programme.deliveryVariables() : programme.activityVariables();
        int place = j < products ? j : j - products;
        return Double.isFinite(above ? kind.upper()[place] : kind.lower()[place]);
    }

    /** What a unit of a row over outputs means for deliveries, which is itself, and for activities. */
    double[] overAll(double[] row, int resource) {
        double[] all = Arrays.copyOf(row, products + programme.activities());
        SparseMatrix e = programme.productsOfActivities();
        double[] ofActivities = e.multiplyTransposed(row);
        System.arraycopy(ofActivities, 0, all, products, ofActivities.length);
        if (resource >= 0) {
            for (int j = 0; j < programme.activities(); j++) {
                all[products + j] += programme.resourcesOfActivities().get(resource, j);
            }
        }
        return all;
    }

    /** The row for z, beside {@link #atLower}. */
    double[] overVarying(double[] all) {
        double[] varying = new double[number.length];
        for (int c = 0; c < number.length; c++) {
            varying[c] = all[number[c]] * width[number[c]];
        }
        return varying;
    }

    /** For squares of a row over outputs, about the squares of the row for z: those of activities as if products had nothing in common. */
    double[] squaredOverVarying(double[] squares) {
        double[] all = Arrays.copyOf(squares, products + programme.activities());
        programme.productsOfActivities().forEach((i, j, use) -> all[products + j] += use * use * squares[i]);
        double[] varying = new double[number.length];
        for (int c = 0; c < number.length; c++) {
            varying[c] = all[number[c]] * width[number[c]] * width[number[c]];
        }
        return varying;
    }

    /** For squares over z, about the squares of what they take of the products. */
    double[] squaredDemand(double[] squares) {
        double[] all = new double[products + programme.activities()];
        for (int c = 0; c < number.length; c++) {
            all[number[c]] = squares[c] * width[number[c]] * width[number[c]];
        }
        double[] demand = Arrays.copyOf(all, products);
        programme.productsOfActivities().forEach((i, j, use) -> demand[i] += use * use * all[products + j]);
        return demand;
    }

    /** The row at z = 0. */
    double atLower(double[] all) {
        double sum = 0;
        for (int j = 0; j < all.length; j++) {
            sum += all[j] * lower[j];
        }
        return sum;
    }

    /** Deliveries and activities at z, within the bounds of the programme to the last bit. */
    double[] values(double[] z) {
        double[] values = lower.clone();
        for (int c = 0; c < number.length; c++) {
            int j = number[c];
            double inside = Math.max(0, Math.min(1, z[c]));
            values[j] = inside == 1 ? lower[j] + width[j] : lower[j] + inside * width[j];
            values[j] = clamped(j, values[j]);
        }
        return values;
    }

    private double clamped(int j, double value) {
        LeontiefProgramme.Variables kind = j < products ? programme.deliveryVariables() : programme.activityVariables();
        int place = j < products ? j : j - products;
        return Math.max(kind.lower()[place], Math.min(kind.upper()[place], value));
    }

    /** What a direction in z is for deliveries and activities. */
    double[] direction(double[] dz) {
        double[] all = new double[lower.length];
        for (int c = 0; c < number.length; c++) {
            all[number[c]] = dz[c] * width[number[c]];
        }
        return all;
    }

    double[] deliveries(double[] all) {
        return Arrays.copyOf(all, products);
    }

    double[] activities(double[] all) {
        return Arrays.copyOfRange(all, products, all.length);
    }

    /** y + E u. */
    double[] demand(double[] all) {
        double[] demand = programme.productsOfActivities().multiply(activities(all));
        for (int i = 0; i < products; i++) {
            demand[i] += all[i];
        }
        return demand;
    }
}
