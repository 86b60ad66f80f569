package org.leontief.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.NumberText;

/**
 * What a decision costs: by how much the goal would be better reached if the dial stood one unit higher. Positive for a ceiling
 * that binds, negative for a floor that does, 0 where the decision costs nothing. Immutable.
 */
public final class SocialPrice {

    private final Dial dial;
    private final double worth;
    private final String unit;
    private final @Nullable ShadowPrice price;
    private final double factor;
    private final BestPlan plan;

    SocialPrice(Dial dial, double worth, String unit, @Nullable ShadowPrice price, double factor, BestPlan plan) {
        this.dial = dial;
        this.worth = worth;
        this.unit = unit;
        this.price = price;
        this.factor = factor;
        this.plan = plan;
    }

    /**
     * What was decided.
     *
     * @return the dial
     */
    public Dial dial() {
        return dial;
    }

    /**
     * The price, as an improvement of the goal per unit of the dial.
     *
     * @return positive if the goal would be better reached with the dial one unit higher
     */
    public double worth() {
        return worth;
    }

    /**
     * The unit of the price.
     *
     * @return such as "multiples per thousand hours per head"
     */
    public String unit() {
        return unit;
    }

    /**
     * For which settings the price holds.
     *
     * @return empty where the solver cannot say, and for shares and standards, whose price changes with every plan
     */
    public Optional<Limit> holds() {
        return price == null
                ? Optional.empty()
                : price.holds().map(range -> new Limit(range.lower() / factor, range.upper() / factor));
    }

    /**
     * The best plan under the decision.
     *
     * @return the plan, with the price of every other limit
     */
    public BestPlan plan() {
        return plan;
    }

    /**
     * The problem with the decision taken, for the next one.
     *
     * @return the problem that the plan answers
     */
    public PlanProblem problem() {
        return plan.problem();
    }

    /** Dial, price, range. */
    @Override
    public String toString() {
        return dial + ": " + NumberText.of(worth) + " " + unit
                + holds().map(range -> ", holds for settings " + range).orElse("");
    }
}
