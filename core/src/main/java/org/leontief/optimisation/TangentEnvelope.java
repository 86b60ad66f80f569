package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis.Place;

/**
 * A concave function from above: the least of its tangents, as pieces between the places where two neighbours meet. Each piece
 * becomes a column of a linear programme with the slope as its objective; the programme fills the steep ones first, since it
 * maximises, and no row is added.
 */
final class TangentEnvelope {

    /** Tangents closer than this, relative to their place, tell nothing apart. */
    private static final double CLOSEST = 0x1p-40;

    /** Into how many parts an interval is divided. */
    private static final int PARTS = 4;

    /** Tangents on each side of the place that is sought; with 8 the places wander, and it does not end. */
    private static final int KEPT = 16;

    /** Of an interval, to the last bit. */
    private static final int HALVINGS = 53;

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
    private final Set<Double> first;
    private final TreeMap<Double, Tangent> tangents = new TreeMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private double constant;
    private double allowance;

    TangentEnvelope(ConcaveFunction function, double least, double most, List<Double> places) {
        this.function = function;
        this.least = least;
        this.most = most;
        places.forEach(this::lay);
        first = Set.copyOf(tangents.keySet());
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

    /**
     * Divides the interval between the two tangents about a place, and the one on each side of it, to which the place may move
     * yet, and forgets tangents that are far away; false if that tells nothing new.
     */
    boolean refine(double place) {
        Double left = tangents.floorKey(place);
        Double right = tangents.higherKey(place);
        boolean isNew = lay(place);
        isNew |= divide(left, right);
        isNew |= left != null && divide(tangents.lowerKey(left), left);
        isNew |= right != null && divide(right, tangents.higherKey(right));
        if (isNew) {
            forgetFarFrom(place);
            rebuild();
        }
        return isNew;
    }

    private boolean divide(@Nullable Double from, @Nullable Double to) {
        boolean isNew = false;
        for (int part = 1; from != null && to != null && part < PARTS; part++) {
            isNew |= lay(from + (to - from) * part / PARTS);
        }
        return isNew;
    }

    /** Keeps the first tangents, and so many others on each side of a place. */
    private void forgetFarFrom(double place) {
        forgetBeyond(tangents.headMap(place, false).descendingMap());
        forgetBeyond(tangents.tailMap(place, false));
    }

    private void forgetBeyond(NavigableMap<Double, Tangent> nearestFirst) {
        List<Double> far = nearestFirst.keySet().stream()
                .filter(place -> !first.contains(place))
                .skip(KEPT)
                .toList();
        far.forEach(tangents::remove);
    }

    /** Where the function less what a unit costs is the largest, as far as its slopes at the outer tangents tell. */
    double best(double cost) {
        double from = tangents.firstKey();
        double to = tangents.lastKey();
        for (Tangent tangent : tangents.values()) {
            if (tangent.slope() >= cost) {
                from = tangent.place();
            } else {
                to = tangent.place();
                break;
            }
        }
        for (int halving = 0; halving < HALVINGS && from < to; halving++) {
            double middle = from + (to - from) / 2;
            if (function.slope(middle) >= cost) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
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
