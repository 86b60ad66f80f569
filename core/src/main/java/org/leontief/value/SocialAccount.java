package org.leontief.value;

import java.util.Objects;
import org.leontief.label.Bounded;

/**
 * What becomes of all labour performed: gross labour = individual consumption + collective consumption + accumulation + reserve.
 * Part of individual consumption is that of people who do not work; the rest belongs to those who do, hour for hour.
 *
 * <p>Depreciation is in accumulation unless labour values hold it. Source: K. Marx, <em>Critique of the Gotha Programme</em>
 * (1875), part I.
 *
 * @param unit of labour, such as "hours"
 * @param gross labour performed
 * @param collective schools, health, administration
 * @param accumulation means of production added
 * @param reserve insurance against accidents and bad harvests
 * @param support consumption of those who do not work
 */
public record SocialAccount(
        String unit, double gross, double collective, double accumulation, double reserve, double support) {

    /** What decimal fractions that add up to the whole may exceed it by. */
    private static final double ROUNDING = 8 * Math.ulp(1.0);

    /**
     * Checks that deductions are amounts and leave something or nothing.
     *
     * @param unit as above
     * @param gross as above
     * @param collective as above
     * @param accumulation as above
     * @param reserve as above
     * @param support as above
     * @throws IllegalArgumentException if an amount is negative, or the deductions are more than the whole
     */
    public SocialAccount {
        Objects.requireNonNull(unit, "unit");
        requireAmount("Gross labour", gross);
        requireAmount("Collective consumption", collective);
        requireAmount("Accumulation", accumulation);
        requireAmount("The reserve", reserve);
        requireAmount("Support of those who do not work", support);
        if (!(gross > 0)) {
            throw new IllegalArgumentException("Gross labour is " + gross + "; there is nothing to divide.");
        }
        double deducted = collective + accumulation + reserve + support;
        if (deducted > gross * (1 + ROUNDING)) {
            throw new IllegalArgumentException("Deductions of " + deducted + " " + unit + " are more than the " + gross
                    + " that are worked; " + (deducted - gross) + " are missing.");
        }
    }

    /**
     * All labour, with nothing deducted yet.
     *
     * @param gross labour performed
     * @param unit such as "hours"
     * @return the account
     */
    public static SocialAccount of(double gross, String unit) {
        return new SocialAccount(unit, gross, 0, 0, 0, 0);
    }

    /**
     * With collective consumption.
     *
     * @param labour in the unit of the account, such as λ·d of what government delivers
     * @return a new account
     */
    public SocialAccount withCollectiveConsumption(double labour) {
        return new SocialAccount(unit, gross, labour, accumulation, reserve, support);
    }

    /**
     * With accumulation.
     *
     * @param labour in the unit of the account
     * @return a new account
     */
    public SocialAccount withAccumulation(double labour) {
        return new SocialAccount(unit, gross, collective, labour, reserve, support);
    }

    /**
     * With a reserve.
     *
     * @param labour in the unit of the account
     * @return a new account
     */
    public SocialAccount withReserve(double labour) {
        return new SocialAccount(unit, gross, collective, accumulation, labour, support);
    }

    /**
     * With the consumption of those who do not work.
     *
     * @param labour in the unit of the account
     * @return a new account
     */
    public SocialAccount withSupport(double labour) {
        return new SocialAccount(unit, gross, collective, accumulation, reserve, labour);
    }

    /**
     * What is consumed individually, by those who work and those who do not.
     *
     * @return gross − collective − accumulation − reserve
     */
    public double individualConsumption() {
        return Math.max(0, gross - collective - accumulation - reserve);
    }

    /**
     * What a certificate for one unit of labour entitles to.
     *
     * @return (individual consumption − support) / gross, at most 1
     */
    public double certificatePerUnit() {
        return certificate().value();
    }

    /** The same with the rounding of the account's own arithmetic. */
    Bounded certificate() {
        Bounded left = Bounded.exact(gross);
        for (double deduction : new double[] {collective, accumulation, reserve, support}) {
            left = left.minus(Bounded.exact(deduction));
        }
        return left.value() > 0 ? left.over(Bounded.exact(gross)) : Bounded.exact(0);
    }

    private static void requireAmount(String what, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " is " + amount + "; it must be at least 0.");
        }
    }
}
