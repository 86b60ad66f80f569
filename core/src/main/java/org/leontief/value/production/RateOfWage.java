package org.leontief.value.production;

import org.jspecify.annotations.Nullable;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveOptions.Certification;
import org.leontief.solve.StopReason;

/** Finds r with w(r) = w: the curve falls, so a rate at which the wage is provably higher is a lower bound. */
final class RateOfWage {

    private static final int MOST_STEPS = 100;
    private static final double LARGEST = 0x1p60;

    /** Of the largest wage: a wage that is missed by more lies beyond a jump of the curve. */
    private static final double MISSED = 1e-9;

    private final Technique technique;
    private final PriceEquation equation;
    private final SolveOptions options;

    private final double wage;
    private final Numeraire numeraire;
    private final String hint;
    private final double[] basket;

    /**
     * A wage to be found.
     *
     * @param hint what to say beside the refusal of a wage that is too high
     */
    RateOfWage(Technique technique, double wage, Numeraire numeraire, String hint) {
        this.technique = technique;
        equation = technique.equation();
        options = technique.options();
        this.wage = wage;
        this.numeraire = numeraire;
        this.hint = hint;
        double @Nullable [] quantities = numeraire.quantities(technique.coefficients());
        basket = quantities == null ? new double[0] : quantities;
    }

    CertifiedRate rate() {
        double atZero = wageAt(0, Rounding.NEAREST);
        if (atZero == 0) {
            equation.system(0, Rounding.NEAREST).viability().requireViable(Technique.WITHOUT_PROFIT);
        }
        if (wage > atZero * (1 + 4 * Math.ulp(1.0))) {
            throw new IllegalArgumentException("A wage of " + wage + ", where " + numeraire + ", leaves no profit: the"
                    + " largest wage, at which the rate of profit is 0, is " + atZero + "." + hint);
        }
        if (wage >= atZero) {
            return certified(0);
        }
        double high = 1;
        while (wageAt(high, Rounding.NEAREST) > wage) {
            high *= 2;
            if (high > LARGEST) {
                throw doesNotFall();
            }
        }
        double r = root(0, atZero - wage, high, wageAt(high, Rounding.NEAREST) - wage);
        if (wageAt(r * (1 - 4 * Math.ulp(1.0)), Rounding.NEAREST) - wage > MISSED * atZero) {
            throw new IllegalArgumentException("At a wage of " + wage + ", where " + numeraire
                    + ", there are no positive prices. " + technique.maximumRateOfProfit() + ".");
        }
        return certified(r);
    }

    /** Regula falsi with the Illinois correction; beyond the maximum the wage counts as 0. */
    private double root(double from, double fromExcess, double to, double toExcess) {
        double low = from;
        double high = to;
        double above = fromExcess;
        double below = toExcess;
        int side = 0;
        for (int step = 0; step < MOST_STEPS && high - low > 2 * Math.ulp(high); step++) {
            double next = below == -wage ? low + (high - low) / 2 : low + above * (high - low) / (above - below);
            if (!(next > low && next < high)) {
                next = low + (high - low) / 2;
            }
            double excess = wageAt(next, Rounding.NEAREST) - wage;
            if (excess == 0) {
                return next;
            }
            if (excess > 0) {
                low = next;
                above = excess;
                below = side < 0 && below != -wage ? below / 2 : below;
                side = -1;
            } else {
                high = next;
                below = excess;
                above = side > 0 ? above / 2 : above;
                side = 1;
            }
        }
        return low + (high - low) / 2;
    }

    private CertifiedRate certified(double r) {
        if (options.certification() == Certification.NONE) {
            return new CertifiedRate(r, r);
        }
        double step = 4 * Math.ulp(1 + r);
        double low = r;
        while (low > equation.lowestRate() && !(wageAt(low, Rounding.UP) >= wage)) {
            low = Math.max(equation.lowestRate(), r - step);
            step *= 2;
        }
        if (equation.isCirculating() && low == equation.lowestRate()) {
            throw doesNotFall();
        }
        step = 4 * Math.ulp(1 + r);
        double high = r;
        while (!(wageAt(high, Rounding.DOWN) <= wage)) {
            high = r + step;
            step *= 2;
            if (high > LARGEST) {
                throw doesNotFall();
            }
        }
        return new CertifiedRate(low, high);
    }

    private IllegalArgumentException doesNotFall() {
        return new IllegalArgumentException("Where " + numeraire + ", the wage does not fall to " + wage
                + " at any single rate of profit: no capital is advanced that profit could be made on.");
    }

    /** UP: a wage that the exact one is not below, from coefficients rounded up; DOWN: one that it is not above. */
    private double wageAt(double r, Rounding rounding) {
        boolean proves = rounding != Rounding.NEAREST;
        SolveOptions how = proves ? options : options.withCertification(Certification.NONE);
        Solution solution = equation.labourCommanded(r, rounding, how);
        StopReason stop = solution.report().stop();
        if (stop == StopReason.CANCELLED || stop == StopReason.ITERATION_LIMIT) {
            solution.requireConverged();
        }
        if (!solution.hasValues() || (proves && solution.certificate().isEmpty())) {
            // Beyond the maximum, which is proved, there is no wage; where nothing is proved nothing is said.
            boolean isBeyond = stop == StopReason.NOT_VIABLE || !proves;
            return isBeyond || rounding == Rounding.UP ? 0 : Double.POSITIVE_INFINITY;
        }
        AccurateSum cost = new AccurateSum();
        for (int i = 0; i < basket.length; i++) {
            if (basket[i] != 0) {
                double p = solution.value(i);
                if (p < 0) {
                    return 0;
                }
                double off = proves ? solution.errorBound(i) : 0;
                cost.addProduct(
                        basket[i],
                        rounding == Rounding.UP
                                ? Math.nextUp(p + off)
                                : rounding == Rounding.DOWN ? Math.nextDown(p - off) : p);
            }
        }
        return switch (rounding) {
            case NEAREST -> {
                Pricing.requireCost(cost.value(), numeraire);
                yield numeraire.worth() / cost.value();
            }
            case UP -> Math.nextDown(numeraire.worth() / cost.upper());
            case DOWN -> cost.lower() > 0 ? Math.nextUp(numeraire.worth() / cost.lower()) : Double.POSITIVE_INFINITY;
        };
    }
}
