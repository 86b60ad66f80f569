package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A concave function from above: the least of its tangents, as pieces between the places where two neighbours meet. Each piece
 * becomes a column of a linear programme with the slope as its objective; the programme fills the steep ones first, since it
 * maximises, and no row is added.
 */
final class TangentEnvelope {

    /** Tangents closer than this, relative to their place, tell nothing apart. */
    private static final double CLOSEST = 0x1p-40;

    /**
     * One piece.
     *
     * @param lower least amount of its column
     * @param upper most
     * @param slope what a unit of it adds
     */
    record Piece(double lower, double upper, double slope) {}

    private final ConcaveFunction function;
    private final double least;
    private final double most;
    private final TreeMap<Double, Double> slopes = new TreeMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private double constant;
    private double allowance;

    TangentEnvelope(ConcaveFunction function, double least, double most, List<Double> places) {
        this.function = function;
        this.least = least;
        this.most = most;
        places.forEach(this::lay);
        rebuild();
    }

    private boolean lay(double place) {
        double within = Math.max(least, Math.min(most, place));
        Double below = slopes.floorKey(within);
        Double above = slopes.ceilingKey(within);
        double apart = CLOSEST * Math.max(Math.abs(within), Double.MIN_NORMAL);
        boolean isNew = (below == null || within - below > apart) && (above == null || above - within > apart);
        if (isNew) {
            slopes.put(within, function.slope(within));
        }
        return isNew;
    }

    /** Lays tangents at a place and half-way to its neighbours; false if that tells nothing new. */
    boolean refine(double place) {
        Double below = slopes.lowerKey(place);
        Double above = slopes.higherKey(place);
        boolean isNew = lay(place);
        if (below != null) {
            isNew |= lay((below + place) / 2);
        }
        if (above != null) {
            isNew |= lay((above + place) / 2);
        }
        if (isNew) {
            rebuild();
        }
        return isNew;
    }

    /** Pieces from the left: the first starts at the least amount, all others at nothing. */
    private void rebuild() {
        pieces.clear();
        List<Double> places = new ArrayList<>(slopes.keySet());
        double from = least;
        double first = Double.NaN;
        for (int k = 0; k < places.size(); k++) {
            double slope = slopes.get(places.get(k));
            double to = k + 1 == places.size() ? most : meeting(places.get(k), places.get(k + 1));
            if (k == 0) {
                pieces.add(new Piece(least, to, slope));
                first = slope;
            } else {
                pieces.add(new Piece(0, Math.max(0, to - from), slope));
            }
            from = Math.max(from, to);
        }
        double firstPlace = places.get(0);
        constant = function.value(firstPlace) - first * firstPlace;
        allowance = rounding(places);
    }

    /** Where two tangents cross: between the places that they touch at. */
    private double meeting(double left, double right) {
        double fall = slopes.get(left) - slopes.get(right);
        if (!(fall > 0)) {
            return right;
        }
        double fromLeft = (function.value(right)
                        - function.value(left)
                        - slopes.get(right) * (right - left))
                / fall;
        return Math.max(left, Math.min(right, left + fromLeft));
    }

    /**
     * By how much the pieces, as they are stored, may run below the function: at the place that a piece touches at, its rounded
     * line may lie below it, and nowhere by more but for the rounding of the slope.
     */
    private double rounding(List<Double> places) {
        double largest = 0;
        for (double place : places) {
            double value = function.value(place);
            double size = Math.abs(value) + Math.abs(constant) + Math.abs(place * slopes.firstEntry().getValue());
            largest = Math.max(largest, Math.max(0, value - value(place)) + 4 * Math.ulp(size));
        }
        return largest;
    }

    /** The envelope at a place. */
    double value(double place) {
        double value = constant + pieces.get(0).slope() * Math.min(place, pieces.get(0).upper());
        double left = place - pieces.get(0).upper();
        for (int k = 1; k < pieces.size() && left > 0; k++) {
            value += pieces.get(k).slope() * Math.min(left, pieces.get(k).upper());
            left -= pieces.get(k).upper();
        }
        return value;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** What the objective of the pieces leaves out. */
    double constant() {
        return constant;
    }

    double allowance() {
        return allowance;
    }
}
