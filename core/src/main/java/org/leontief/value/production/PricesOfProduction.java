package org.leontief.value.production;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.SolveReport;
import org.leontief.solve.SparseMatrix;

/**
 * Prices of production: prices at which every industry makes the same rate of profit r on what it advances,
 *
 * <pre>p = p U + r p K + w l (1 + r where wages are advanced),</pre>
 *
 * with U = A + D what is used up and K what is advanced; K = U, so p = (1 + r) p A + w l, where no stocks are given. Bounds
 * hold for the stored coefficients and the stated r, the rounding of 1 + r included. Source: P. Sraffa, <i>Production of
 * Commodities by Means of Commodities</i> (1960), chapter 2; L. Pasinetti, <i>Lectures on the Theory of Production</i> (1977),
 * chapter 5. Immutable.
 */
public final class PricesOfProduction {

    private static final int MOST_LINES = 25;

    private final PriceEquation equation;
    private final Numeraire numeraire;
    private final CertifiedRate rateOfProfit;
    private final Bounded wage;
    private final String wageUnit;
    private final BoundedVector perUnit;
    private final Optional<SolveReport> report;
    private final List<String> notes;

    PricesOfProduction(
            PriceEquation equation,
            Numeraire numeraire,
            CertifiedRate rateOfProfit,
            Bounded wage,
            String wageUnit,
            BoundedVector perUnit,
            Optional<SolveReport> report,
            List<String> notes) {
        this.equation = equation;
        this.numeraire = numeraire;
        this.rateOfProfit = rateOfProfit;
        this.wage = wage;
        this.wageUnit = wageUnit;
        this.perUnit = perUnit;
        this.report = report;
        this.notes = List.copyOf(notes);
    }

    /**
     * p: the price of a unit of each product.
     *
     * @return in the numéraire, with bounds
     */
    public BoundedVector perUnit() {
        return perUnit;
    }

    /**
     * r: the uniform rate of profit.
     *
     * @return 0.25 for 25 per cent
     */
    public double rateOfProfit() {
        return rateOfProfit.value();
    }

    /**
     * r between guaranteed bounds.
     *
     * @return both ends the same where r was given
     */
    public CertifiedRate certifiedRateOfProfit() {
        return rateOfProfit;
    }

    /**
     * w: what a unit of labour is paid.
     *
     * @return in {@link #wageUnit}
     */
    public double wage() {
        return wage.value();
    }

    /**
     * How far the wage can be off.
     *
     * @return +∞ where nothing could be proved
     */
    public double wageErrorBound() {
        return wage.errorBound();
    }

    /**
     * The unit of the wage.
     *
     * @return such as "million EUR per hour"
     */
    public String wageUnit() {
        return wageUnit;
    }

    /**
     * What the prices are counted in.
     *
     * @return the numéraire
     */
    public Numeraire numeraire() {
        return numeraire;
    }

    /**
     * p U: what is used up in a unit of each product.
     *
     * @return in the unit of the prices
     */
    public LabelledVector materials() {
        return priced("Materials", equation.used(Rounding.NEAREST));
    }

    /**
     * w l: the wages paid for a unit of each product.
     *
     * @return in the unit of the prices
     */
    public LabelledVector wages() {
        double[] labour = equation.labour();
        double[] wages = new double[labour.length];
        for (int j = 0; j < wages.length; j++) {
            wages[j] = wage.value() * labour[j];
        }
        return vector("Wages", wages);
    }

    /**
     * p K, with w l where wages are advanced: the capital on which a unit of each product earns its profit.
     *
     * @return in the unit of the prices
     */
    public LabelledVector capital() {
        LabelledVector stocks = priced("Capital advanced", equation.advanced(Rounding.NEAREST));
        return equation.timing() == WageTiming.ADVANCED ? stocks.plus(wages()) : stocks;
    }

    /**
     * r times the capital advanced.
     *
     * @return in the unit of the prices
     */
    public LabelledVector profits() {
        return capital().times(rateOfProfit()).named("Profits");
    }

    /**
     * p U + w l: the cost of a unit of each product, without profit.
     *
     * @return in the unit of the prices
     */
    public LabelledVector unitCosts() {
        return materials().plus(wages()).named("Unit costs");
    }

    /** The same by the methods of another technique, at these prices. */
    LabelledVector unitCosts(Technique other) {
        LabelledVector p = perUnit.values()
                .alignedTo(other.coefficients().industries(), perUnit.values().units());
        double[] costs = other.equation().used(Rounding.NEAREST).multiplyTransposed(p.toArray());
        double[] labour = other.equation().labour();
        Arrays.setAll(costs, j -> costs[j] + wage.value() * labour[j]);
        return LabelledVector.of("New unit costs", p.labels(), p.units(), costs);
    }

    /**
     * How the prices were reached.
     *
     * @return empty where they are an eigenvector: at the maximum rate of profit
     */
    public Optional<SolveReport> report() {
        return report;
    }

    /**
     * What there is to know besides: industries without a recipe, groups that limit the rate of profit.
     *
     * @return sentences for a person
     */
    public List<String> notes() {
        return notes;
    }

    private LabelledVector priced(String name, SparseMatrix inputs) {
        return vector(name, inputs.multiplyTransposed(perUnit.values().toArray()));
    }

    private LabelledVector vector(String name, double[] values) {
        Units units = perUnit.values().units();
        return LabelledVector.of(name, perUnit.labels(), units, values);
    }

    /** Rate of profit, wage and prices. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Prices of production: r = %.6f, w = %.6g%s; %s",
                rateOfProfit(),
                wage.value(),
                unit(wageUnit),
                numeraire));
        for (int j = 0; j < Math.min(MOST_LINES, perUnit.labels().size()); j++) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %s  %.6g%s",
                    perUnit.labels().get(j),
                    perUnit.at(j),
                    unit(perUnit.values().units().get(j))));
        }
        if (perUnit.labels().size() > MOST_LINES) {
            text.append("\n  … and ")
                    .append(perUnit.labels().size() - MOST_LINES)
                    .append(" more");
        }
        notes.forEach(note -> text.append('\n').append(note));
        report.ifPresent(found -> text.append('\n').append(found));
        return text.toString();
    }

    /** A unit behind a number; nothing for pure numbers. */
    private static String unit(String unit) {
        return unit.equals("1") ? "" : " " + unit;
    }
}
