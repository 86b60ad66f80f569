package org.leontief.technology;

/**
 * How a table is turned into technical coefficients where it is not clear of itself. Immutable.
 *
 * @param zeroOutput industries without output
 * @param dust industries whose output is dust
 * @param dustThreshold largest output that counts as dust, as a share of the largest output in the same unit
 * @param negativeFlows negative transactions
 */
public record TechnologyOptions(
        ZeroOutputPolicy zeroOutput, DustPolicy dust, double dustThreshold, NegativeFlowPolicy negativeFlows) {

    /** A billionth of the largest industry: a thousand euros beside a trillion. */
    public static final double DEFAULT_DUST_THRESHOLD = 1e-9;

    private static final TechnologyOptions DEFAULTS = new TechnologyOptions(
            ZeroOutputPolicy.EMPTY_INDUSTRIES_ONLY, DustPolicy.REFUSE, DEFAULT_DUST_THRESHOLD, NegativeFlowPolicy.KEEP);

    /**
     * Checks the parts.
     *
     * @param zeroOutput as above
     * @param dust as above
     * @param dustThreshold as above
     * @param negativeFlows as above
     * @throws IllegalArgumentException if the threshold is not between 0 and 1
     */
    public TechnologyOptions {
        if (!(dustThreshold >= 0 && dustThreshold < 1)) {
            throw new IllegalArgumentException(
                    "dustThreshold is " + dustThreshold + "; it must be at least 0 and below 1.");
        }
    }

    /**
     * Empty industries stay without a recipe, dust is refused, negative transactions are kept.
     *
     * @return the defaults
     */
    public static TechnologyOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another policy.
     *
     * @param policy for industries without output
     * @return new options
     */
    public TechnologyOptions withZeroOutput(ZeroOutputPolicy policy) {
        return new TechnologyOptions(policy, dust, dustThreshold, negativeFlows);
    }

    /**
     * The same with another policy.
     *
     * @param policy for industries whose output is dust
     * @return new options
     */
    public TechnologyOptions withDust(DustPolicy policy) {
        return new TechnologyOptions(zeroOutput, policy, dustThreshold, negativeFlows);
    }

    /**
     * The same with another threshold.
     *
     * @param share of the largest output in the same unit
     * @return new options
     */
    public TechnologyOptions withDustThreshold(double share) {
        return new TechnologyOptions(zeroOutput, dust, share, negativeFlows);
    }

    /**
     * The same with another policy.
     *
     * @param policy for negative transactions
     * @return new options
     */
    public TechnologyOptions withNegativeFlows(NegativeFlowPolicy policy) {
        return new TechnologyOptions(zeroOutput, dust, dustThreshold, policy);
    }
}
