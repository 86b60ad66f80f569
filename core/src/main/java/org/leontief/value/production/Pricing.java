package org.leontief.value.production;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveOptions.Certification;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;
import org.leontief.technology.TechnicalCoefficients;

/** Solves the price equation of a technique for a given rate of profit or wage. */
final class Pricing {

    private final Technique technique;
    private final PriceEquation equation;
    private final TechnicalCoefficients coefficients;
    private final SolveOptions options;

    Pricing(Technique technique) {
        this.technique = technique;
        equation = technique.equation();
        coefficients = technique.coefficients();
        options = technique.options();
    }

    /** Prices at w = 1. */
    private record Commanded(BoundedVector perUnit, Solution solution) {}

    PricesOfProduction atRate(double r, Numeraire numeraire) {
        requireRate(r);
        return prices(new CertifiedRate(r, r), numeraire);
    }

    private void requireRate(double r) {
        double lowest = equation.lowestRate();
        boolean isHighEnough = equation.isCirculating() ? r > lowest : r >= lowest;
        if (!(isHighEnough && r <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("A rate of profit of " + r + " cannot be; it is "
                    + (equation.isCirculating() ? "above −1" : "at least 0 where profit is made on stocks")
                    + " and finite. Is it a per cent? 25% is 0.25.");
        }
    }

    /** Prices at w = 1, which rise with r: between those of coefficients rounded down and rounded up. */
    private Commanded labourCommanded(CertifiedRate rate) {
        double r = rate.value();
        Solution nearest = requireSolved(r, equation.labourCommanded(r, Rounding.NEAREST, options));
        double[] values = nearest.values();
        double[] bounds = new double[values.length];
        if (options.certification() == Certification.NONE || (rate.lower() == rate.upper() && equation.isExactAt(r))) {
            Arrays.setAll(bounds, nearest::errorBound);
            return commanded(bounds, nearest);
        }
        Solution above = equation.labourCommanded(rate.upper(), Rounding.UP, options);
        Solution below = equation.labourCommanded(rate.lower(), Rounding.DOWN, options);
        for (Solution side : List.of(above, below)) {
            if (side.report().stop() == StopReason.CANCELLED) {
                side.requireConverged();
            }
        }
        for (int j = 0; j < bounds.length; j++) {
            bounds[j] = above.hasValues() && below.hasValues()
                    ? farther(values[j], below.value(j), below.errorBound(j), above.value(j), above.errorBound(j))
                    : Double.POSITIVE_INFINITY;
        }
        return commanded(bounds, nearest);
    }

    private Commanded commanded(double[] bounds, Solution solution) {
        return new Commanded(
                BoundedVector.of(
                        "Labour commanded",
                        coefficients.industries(),
                        Units.NONE,
                        j -> new Bounded(solution.value(j), bounds[j])),
                solution);
    }

    private static double farther(double value, double low, double lowBound, double high, double highBound) {
        double down = Math.nextUp(value - Math.nextDown(low - lowBound));
        double up = Math.nextUp(Math.nextUp(high + highBound) - value);
        return Math.max(0, Math.max(down, up));
    }

    /** Beyond the maximum there are values, too, but not all of them are prices. */
    private Solution requireSolved(double r, Solution solution) {
        boolean hasPrices =
                solution.hasValues() && Arrays.stream(solution.values()).noneMatch(p -> p < 0);
        if (!hasPrices
                || (options.certification() != Certification.NONE
                        && solution.certificate().isEmpty())) {
            MaximumRateOfProfit maximum = technique.maximumRateOfProfit();
            if (r >= maximum.rate().lower()) {
                String what = r < maximum.rate().upper()
                        ? "A rate of profit of " + r + " cannot be told apart from the maximum, at which prices end. "
                        : "At a rate of profit of " + r + " there are no positive prices. ";
                throw new IllegalArgumentException(
                        what + maximum + "." + (r >= 1 ? " Is it a per cent? 25% is 0.25." : ""));
            }
        }
        return solution.requireConverged();
    }

    private PricesOfProduction prices(CertifiedRate rate, Numeraire numeraire) {
        Commanded commanded = labourCommanded(rate);
        double @Nullable [] basket = numeraire.quantities(coefficients);
        BoundedVector perHour = commanded.perUnit();
        Optional<Solution> solution = Optional.of(commanded.solution());
        Bounded worth = Bounded.exact(numeraire.worth());
        if (basket == null) {
            return result(j -> Bounded.of(perHour, j), worth, rate, numeraire, solution);
        }
        Bounded cost = Bounded.dot(perHour, basket);
        requireCost(cost.value(), numeraire);
        return result(
                j -> worth.times(Bounded.of(perHour, j)).overOrUncertified(cost),
                worth.overOrUncertified(cost),
                rate,
                numeraire,
                solution);
    }

    static void requireCost(double cost, Numeraire numeraire) {
        if (!(cost > 0 && cost <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("Prices cannot be counted so that " + numeraire
                    + ": nothing in it takes any" + " labour, directly or indirectly.");
        }
    }

    private PricesOfProduction result(
            IntFunction<Bounded> p,
            Bounded wage,
            CertifiedRate rate,
            Numeraire numeraire,
            Optional<Solution> solution) {
        String unit = numeraire.unit(coefficients, technique.labourUnit());
        Units units = Units.of(unit).per(coefficients.units());
        BoundedVector perUnit = BoundedVector.of("Prices of production", coefficients.industries(), units, p);
        String wageUnit = Units.of(unit).per(Units.of(technique.labourUnit())).get(0);
        return new PricesOfProduction(
                equation, numeraire, rate, wage, wageUnit, perUnit, solution.map(Solution::report), notes());
    }

    private List<String> notes() {
        List<Label> notMade = new ArrayList<>();
        SparseMatrix used = equation.used(Rounding.NEAREST);
        for (int j = 0; j < coefficients.industries().size(); j++) {
            boolean[] takes = {equation.labour()[j] > 0};
            used.forEachInColumn(j, (i, column, value) -> takes[0] = true);
            if (!takes[0] || !coefficients.hasRecipe(j)) {
                notMade.add(coefficients.industries().get(j));
            }
        }
        List<String> notes = new ArrayList<>();
        if (!notMade.isEmpty()) {
            notes.add(Listing.quoted(notMade) + ": takes neither inputs nor labour; the price 0 says nothing.");
        }
        notes.addAll(ImportsOfTechniques.notes(technique));
        return notes;
    }

    PricesOfProduction atRealWage(LabelledVector bundle) {
        String hint = " The bundle takes more labour than it pays for. It is what one unit of labour buys ("
                + technique.labourUnit() + "): divide what is consumed in a year by the labour of the year.";
        return atWage(1, Numeraire.basket(bundle), hint);
    }

    PricesOfProduction atWage(double wage, Numeraire numeraire) {
        return atWage(wage, numeraire, "");
    }

    private PricesOfProduction atWage(double wage, Numeraire numeraire, String hint) {
        if (numeraire.quantities(coefficients) == null) {
            throw new IllegalArgumentException(
                    "With the wage as numéraire it is 1 at every rate of profit. Count the wage in a"
                            + " basket or a product.");
        }
        if (!(wage > 0 && wage <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "The wage is " + wage + "; it must be positive and finite. For a wage of 0 ask"
                            + " for the prices at the maximum rate of profit.");
        }
        return prices(new RateOfWage(technique, wage, numeraire, hint).rate(), numeraire);
    }

    PricesOfProduction atMaximum(Numeraire numeraire) {
        double @Nullable [] basket = numeraire.quantities(coefficients);
        if (basket == null) {
            throw new IllegalArgumentException(
                    "At the maximum rate of profit the wage is 0 and nothing can be counted in it."
                            + " Choose a basket or a product.");
        }
        MaximumRateOfProfit maximum = technique.maximumRateOfProfit();
        BasicProducts basics = technique.basics();
        basics.requireBasics();
        if (maximum.isSetByNonBasics()) {
            throw new IllegalStateException(maximum + ". Prices have no limit there.");
        }
        double[] p = EigenPrices.of(coefficients, equation.at(maximum.value(), Rounding.NEAREST), 1, basics);
        double cost = 0;
        for (int i = 0; i < p.length; i++) {
            cost += p[i] * basket[i];
        }
        requireCost(cost, numeraire);
        double unit = cost;
        return result(
                j -> Bounded.uncertified(p[j] * numeraire.worth() / unit),
                Bounded.exact(0),
                maximum.rate(),
                numeraire,
                Optional.empty());
    }
}
