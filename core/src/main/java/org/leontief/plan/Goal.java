package org.leontief.plan;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledVector;

/**
 * What makes one plan better than another. Goals can stand in an order: each is reached as far as those before it allow, and
 * those are held to their best within a stated share. Immutable.
 */
public final class Goal {

    /** How closely an earlier goal is held if nothing else is said: above rounding, below what anyone would notice. */
    public static final double CLOSELY = 1e-9;

    /** What is wanted. */
    enum Kind {
        MULTIPLE,
        HARMONY,
        VALUE,
        DELIVERY,
        LEAST,
        MOST
    }

    private final Kind kind;
    private final String name;
    private final @Nullable LabelledVector weights;
    private final double share;

    private Goal(Kind kind, String name, @Nullable LabelledVector weights, double share) {
        this.kind = kind;
        this.name = name;
        this.weights = weights;
        this.share = share;
    }

    /**
     * The largest multiple of the target: max t with deliveries of at least demand + t · target (Kantorovich 1939).
     *
     * @return the goal
     */
    public static Goal largestMultiple() {
        return new Goal(Kind.MULTIPLE, "multiple of the target", null, CLOSELY);
    }

    /**
     * The most harmony between deliveries and the target: max Σ H(y_i), which is concave. It has to be the last goal.
     *
     * @return the goal
     * @see Harmony
     */
    public static Goal harmony() {
        return new Goal(Kind.HARMONY, "harmony with the target", null, CLOSELY);
    }

    /**
     * The most value in final deliveries: max w·y.
     *
     * @param weights w, the value of a unit of each product, joined by label
     * @return the goal
     */
    public static Goal mostValue(LabelledVector weights) {
        return new Goal(Kind.VALUE, weights.name(), weights, CLOSELY);
    }

    /**
     * The largest final delivery of one product.
     *
     * @param product its name
     * @return the goal
     */
    public static Goal mostOf(String product) {
        return new Goal(Kind.DELIVERY, product, null, CLOSELY);
    }

    /**
     * The least use of a resource: labour, land, emissions.
     *
     * @param resource its name, also of a row of the table that nothing limits
     * @return the goal
     */
    public static Goal least(String resource) {
        return new Goal(Kind.LEAST, resource, null, CLOSELY);
    }

    /**
     * The most use of a resource, such as employment.
     *
     * @param resource its name, also of a row of the table that nothing limits
     * @return the goal
     */
    public static Goal most(String resource) {
        return new Goal(Kind.MOST, resource, null, CLOSELY);
    }

    /**
     * How much of it may be given up for the goals that come after it.
     *
     * @param shareGivenUp such as 0.01 for one per cent of its best; at least 0
     * @return a new goal
     * @throws IllegalArgumentException if the share is negative or not below 1
     */
    public Goal within(double shareGivenUp) {
        if (!(shareGivenUp >= 0 && shareGivenUp < 1)) {
            throw new IllegalArgumentException("The share of '" + this + "' that may be given up is " + shareGivenUp
                    + "; it must be at least 0 and below 1, such as 0.01 for one per cent.");
        }
        return new Goal(kind, name, weights, shareGivenUp);
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Optional<LabelledVector> weights() {
        return Optional.ofNullable(weights);
    }

    /** The worst value that still counts as holding a best one. */
    double held(double best) {
        double givenUp = share * Math.abs(best);
        return kind == Kind.LEAST ? best + givenUp : best - givenUp;
    }

    /** In words. */
    @Override
    public String toString() {
        return switch (kind) {
            case MULTIPLE -> "largest " + name;
            case HARMONY -> "most " + name;
            case VALUE -> "most value of deliveries by " + name;
            case DELIVERY -> "most delivered of " + name;
            case LEAST, MOST -> kind.name().toLowerCase(Locale.ROOT) + " use of " + name;
        };
    }
}
