package org.leontief.plan.years;

import java.util.Locale;

/**
 * What a plan has to leave behind, so that it does not eat its capital in its last years. Immutable.
 *
 * <p>For T years it concerns stocks of capital when year T+1 begins, capital under construction, inventories, and outputs that
 * are on their way.
 */
public final class TerminalCondition {

    /** Which condition. */
    enum Kind {
        NONE,
        AS_AT_START,
        BALANCED_GROWTH
    }

    private static final TerminalCondition NONE = new TerminalCondition(Kind.NONE, 0);
    private static final TerminalCondition AS_AT_START = new TerminalCondition(Kind.AS_AT_START, 0);

    private final Kind kind;
    private final double rate;

    private TerminalCondition(Kind kind, double rate) {
        this.kind = kind;
        this.rate = rate;
    }

    /**
     * Nothing: whatever comes afterwards is worth nothing to the plan.
     *
     * @return the condition
     */
    public static TerminalCondition none() {
        return NONE;
    }

    /**
     * Every stock at least as at the start: capital of each kind in each industry, inventories, capital under construction that
     * becomes usable so many years after the end as it did after the start, outputs on their way.
     *
     * @return the condition
     */
    public static TerminalCondition stocksAtLeastAsAtStart() {
        return AS_AT_START;
    }

    /**
     * Everything can go on growing in step for ever: outputs of year T+1 exist that what is left allows, that provide for their
     * own inputs, for replacement and growth of capital and inventories, and for the final deliveries of the last year
     * grown by one year; under the yearly limits of the last year grown by one year.
     *
     * @param rate g a year: 0.02 for 2 per cent; above −1
     * @return the condition
     * @throws IllegalArgumentException if the rate is not finite or not above −1
     */
    public static TerminalCondition balancedGrowth(double rate) {
        if (!(rate > -1 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Growth of " + rate + " a year cannot be; 0.02 stands for 2 per cent.");
        }
        return new TerminalCondition(Kind.BALANCED_GROWTH, rate);
    }

    /**
     * Everything can go on as it is: balanced growth at 0.
     *
     * @return the condition
     */
    public static TerminalCondition stationary() {
        return balancedGrowth(0);
    }

    Kind kind() {
        return kind;
    }

    double rate() {
        return rate;
    }

    /** In words. */
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "nothing has to be left";
            case AS_AT_START -> "stocks at the end at least as at the start";
            case BALANCED_GROWTH ->
                rate == 0
                        ? "all can go on as in the last year"
                        : String.format(Locale.ROOT, "all can go on growing by %.4g%% a year", 100 * rate);
        };
    }
}
