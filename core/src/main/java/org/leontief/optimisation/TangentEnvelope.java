package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.leontief.optimisation.Basis.Place;

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

    /** f(place) + slope · (x − place). */
    private record Tangent(double place, double value, double slope) {}

    private final ConcaveFunction function;
    private final double least;
    private final double most;
    private final TreeMap<Double, Tangent> tangents = new TreeMap<>();
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
        Double below = tangents.floorKey(within);
        Double above = tangents.ceilingKey(within);
        double apart = CLOSEST * Math.max(Math.abs(within), Double.MIN_NORMAL);
        boolean isNew = (below == null || within - below > apart) && (above == null || above - within > apart);
        if (isNew) {
            tangents.put(within, new Tangent(within, function.value(within), function.slope(within)));
        }
        return isNew;
    }

    /** Lays tangents at a place and half-way to its neighbours; false if that tells nothing new. */
    boolean refine(double place) {
        Double below = tangents.lowerKey(place);
        Double above = tangents.higherKey(place);
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
        List<Tangent> laid = List.copyOf(tangents.values());
        double from = least;
        for (int k = 0; k < laid.size(); k++) {
            double to = k + 1 == laid.size() ? most : meeting(laid.get(k), laid.get(k + 1));
            double lower = k == 0 ? least : 0;
            double upper = k == 0 ? to : Math.max(0, to - from);
            pieces.add(new Piece(lower, upper, laid.get(k).slope()));
            from = Math.max(from, to);
        }
        Tangent first = laid.get(0);
        constant = first.value() - first.slope() * first.place();
        allowance = rounding(laid);
    }

    /** Where two tangents cross: between the places that they touch at. */
    private static double meeting(Tangent left, Tangent right) {
        double fall = left.slope() - right.slope();
        if (!(fall > 0)) {
            return right.place();
        }
        double fromLeft = (right.value() - left.value() - right.slope() * (right.place() - left.place())) / fall;
        return Math.max(left.place(), Math.min(right.place(), left.place() + fromLeft));
    }

    /**
     * By how much the pieces, as they are stored, may run below the function: at the place that a piece touches at, its rounded
     * line may lie below it, and nowhere by more but for the rounding of the slope.
     */
    private double rounding(List<Tangent> laid) {
        double largest = 0;
        double steepest = laid.get(0).slope();
        for (Tangent tangent : laid) {
            double size = Math.abs(tangent.value()) + Math.abs(constant) + Math.abs(tangent.place() * steepest);
            double below = Math.max(0, tangent.value() - value(tangent.place()));
            largest = Math.max(largest, below + 4 * Math.ulp(size));
        }
        return largest;
    }

    /**
     * Where the columns of the pieces stand at a place: those before it full, those behind it empty, and as many as were basic
     * before from the one that holds it.
     */
    List<Place> standing(double place, int basic) {
        List<Place> places = new ArrayList<>();
        int left = basic;
        double end = 0;
        for (int k = 0; k < pieces.size(); k++) {
            Piece piece = pieces.get(k);
            double begin = k == 0 ? piece.lower() : end;
            end = k == 0 ? piece.upper() : end + piece.upper();
            boolean isBefore = end <= place || (left == 0 && end - place <= place - begin);
            boolean mustBeBasic = left > 0 && (!isBefore || pieces.size() - k == left);
            if (mustBeBasic) {
                left--;
            }
            places.add(
                    mustBeBasic
                            ? Place.BASIC
                            : isBefore && piece.upper() < Double.POSITIVE_INFINITY
                                    ? Place.UPPER
                                    : piece.lower() > Double.NEGATIVE_INFINITY ? Place.LOWER : Place.FREE);
        }
        return places;
    }

    /** The envelope at a place. */
    double value(double place) {
        double value =
                constant + pieces.get(0).slope() * Math.min(place, pieces.get(0).upper());
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
