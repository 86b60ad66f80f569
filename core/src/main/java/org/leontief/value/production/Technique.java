package org.leontief.value.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.UnitRatio;
import org.leontief.label.Units;
import org.leontief.solve.MatrixSum;
import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.PerronRoot;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.AlignedInputs;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.value.ImportedInputs;

/**
 * A technique: what a unit of each product uses up, what has to be advanced for it, and the labour it takes; and the prices of
 * production that it allows. Immutable; every change gives a new technique.
 *
 * <pre>
 * p = (1 + r) p A + w l                        wages paid afterwards
 * p = (1 + r) (p A + w l)                      wages advanced
 * p = p (A + D) + r p K + w l (1 [+ r])        with depreciation D and stocks of capital K
 * A + M in the place of A                      with imported inputs at home prices
 * </pre>
 *
 * <p>A, D, K: n × n, per unit of the column's product, none negative; D and K in the units of the rows. l: n, labour per unit.
 * p and w: in the numéraire. Without K what is used up, A + D, is what is advanced, turned over once in a period; with K it is
 * K, and circulating stocks have to be part of it. Source: P. Sraffa, <i>Production of Commodities by Means of Commodities</i>
 * (1960), part I; L. Pasinetti, <i>Lectures on the Theory of Production</i> (1977), chapter 5; with capital stocks E. Ochoa,
 * "Values, prices, and wage–profit curves in the US economy", Cambridge Journal of Economics 13 (1989).
 */
public final class Technique {

    /** What follows where a technique is not viable. */
    static final String WITHOUT_PROFIT = "No prices of it are positive at a rate of profit of 0 or more.";

    private final PriceEquation equation;
    private final Units labourUnits;
    private final String labourUnit;
    private final SolveOptions options;

    private Technique(PriceEquation equation, Units labourUnits, String labourUnit, SolveOptions options) {
        this.equation = equation;
        this.labourUnits = labourUnits;
        this.labourUnit = labourUnit;
        this.options = options;
    }

    /**
     * Coefficients with one of their rows as labour.
     *
     * @param coefficients the technology
     * @param labour the name of the row, such as "Hours"
     * @return the technique, wages paid afterwards
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     * @throws IllegalArgumentException if a coefficient is negative, or no product takes labour
     */
    public static Technique of(TechnicalCoefficients coefficients, String labour) {
        return of(coefficients, coefficients.extension(labour, "labour row"));
    }

    /**
     * Coefficients with labour from elsewhere.
     *
     * @param coefficients the technology
     * @param labour l, joined by label, in one unit per unit of each product, such as "hours per t"
     * @return the technique, wages paid afterwards
     * @throws org.leontief.label.UnknownLabelException if the labels do not match
     * @throws IllegalArgumentException if units do not match, a coefficient is negative, or no product takes labour
     */
    public static Technique of(TechnicalCoefficients coefficients, LabelledVector labour) {
        Labels products = coefficients.industries();
        Units units = labour.units().reorder(products.placesIn(labour.labels(), "'" + labour.name() + "'"));
        LabelledVector l = labour.alignedTo(products, units);
        String unit = UnitRatio.numerator("'" + labour.name() + "'", units, products, coefficients.units());
        boolean any = false;
        for (int j = 0; j < l.size(); j++) {
            if (l.at(j) < 0) {
                throw new IllegalArgumentException("'" + labour.name() + "' for '" + products.get(j) + "' is " + l.at(j)
                        + " " + units.get(j) + "; labour cannot be negative.");
            }
            any |= l.at(j) > 0;
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "'" + labour.name() + "' is 0 for every product, so that nothing can be paid"
                            + " for it. If what workers consume stands among the inputs, ask for ExchangeValues.");
        }
        SingleProduction.require(
                "'" + coefficients.matrix().name() + "'", coefficients.matrix().matrix(), products);
        PriceEquation equation = new PriceEquation(coefficients, null, null, null, l.toArray(), WageTiming.AFTERWARDS);
        return new Technique(equation, units, unit, SolveOptions.defaults());
    }

    /**
     * With fixed capital that wears out.
     *
     * @param depreciation D: what is used up of each product per unit of output, beside A; rows and columns joined by label,
     *     products that do not wear out may be left out
     * @return a new technique
     * @throws IllegalArgumentException if units do not match or an entry is negative
     */
    public Technique withDepreciation(LabelledMatrix depreciation) {
        SparseMatrix d = alignedNotNegative(depreciation);
        return with(equation.with(d, equation.stocks(), equation.timing()));
    }

    /**
     * With profit made on stocks.
     *
     * @param stocks K: what has to be there of each product per unit of output of the period, circulating stocks included;
     *     rows and columns joined by label, products of which there need be none may be left out
     * @return a new technique
     * @throws IllegalArgumentException if units do not match or an entry is negative
     */
    public Technique withCapital(LabelledMatrix stocks) {
        SparseMatrix k = alignedNotNegative(stocks);
        return with(equation.with(equation.depreciation(), k, equation.timing()));
    }

    /**
     * With imported inputs at the prices of the same products at home, used up beside A: p = (1 + r) p (A + M) + w l.
     *
     * @param imports M, such as {@link ImportedInputs#recorded()}; by product, which must be products of this technique
     * @return a new technique
     * @throws IllegalStateException if only the value of imports is known, or the imports are counted already
     * @throws org.leontief.label.UnknownLabelException if something is imported that is no product here
     * @throws IllegalArgumentException if units do not match
     */
    public Technique withImportsAsProducedAtHome(ImportedInputs imports) {
        if (countsImports()) {
            throw new IllegalStateException("This technique counts its imports already.");
        }
        SparseMatrix m = imports.byProduct(coefficients());
        return with(equation.withImports(m));
    }

    private SparseMatrix alignedNotNegative(LabelledMatrix inputs) {
        SparseMatrix aligned = AlignedInputs.of(inputs, coefficients());
        SingleProduction.require(
                "'" + inputs.name() + "'", aligned, coefficients().industries());
        return aligned;
    }

    /**
     * With wages advanced: profit is made on them, too.
     *
     * @return a new technique
     */
    public Technique withWagesAdvanced() {
        return with(equation.with(equation.depreciation(), equation.stocks(), WageTiming.ADVANCED));
    }

    /**
     * With another method of production for one product.
     *
     * @param product which
     * @param inputs what a unit of it uses up, by product, in their units; nothing of the others, and nothing imported
     * @param labourPerUnit labour that a unit of it takes
     * @return a new technique with the same depreciation and stocks
     * @throws org.leontief.label.UnknownLabelException if a product is not known, with the nearest
     * @throws IllegalArgumentException if an amount is negative or not finite
     */
    public Technique withMethod(String product, Map<String, Double> inputs, double labourPerUnit) {
        Labels products = coefficients().industries();
        int j = products.indexOf(product);
        SparseMatrixBuilder column = SparseMatrix.builder(products.size(), 1);
        inputs.forEach((input, amount) -> column.add(products.indexOf(input), 0, amount));
        SparseMatrix a = coefficients().matrix().matrix().withColumns(new int[] {j}, column.build());
        TechnicalCoefficients changed =
                coefficients().with(a, coefficients().extensions().matrix());
        Technique technique = of(changed, labour().with(product, labourPerUnit));
        SparseMatrix nothing = SparseMatrix.zeros(products.size(), 1);
        @Nullable SparseMatrix m = equation.imports();
        PriceEquation method = technique
                .equation
                .with(equation.depreciation(), equation.stocks(), equation.timing())
                .withImports(m == null ? null : m.withColumns(new int[] {j}, nothing));
        return new Technique(method, labourUnits, labourUnit, options);
    }

    /**
     * Solved in another way.
     *
     * @param newOptions how
     * @return a new technique
     */
    public Technique with(SolveOptions newOptions) {
        return new Technique(equation, labourUnits, labourUnit, newOptions);
    }

    private Technique with(PriceEquation newEquation) {
        return new Technique(newEquation, labourUnits, labourUnit, options);
    }

    /**
     * The technology.
     *
     * @return A and S
     */
    public TechnicalCoefficients coefficients() {
        return equation.coefficients();
    }

    /**
     * l: labour per unit of each product.
     *
     * @return in the order of the products
     */
    public LabelledVector labour() {
        return LabelledVector.of("Labour", coefficients().industries(), labourUnits, equation.labour());
    }

    /**
     * Which products enter into all others.
     *
     * @return basics and non-basics, by what is used up and what is advanced
     */
    public BasicProducts basics() {
        return BasicProducts.of(coefficients(), equation.at(1, Rounding.NEAREST), equation.labour());
    }

    /**
     * R: the rate of profit at a wage of 0, beyond which not all prices are positive.
     *
     * @return with guaranteed bounds and the products that set it; computed at every call
     * @throws org.leontief.technology.NotViableException if the technique uses up more than it makes
     */
    public MaximumRateOfProfit maximumRateOfProfit() {
        RateEnclosure.Found found = RateEnclosure.of(equation);
        if (found.rate().upper() <= 0) {
            equation.system(0, Rounding.NEAREST).viability().requireViable(Technique.WITHOUT_PROFIT);
        }
        BasicProducts basics = basics();
        Optional<CertifiedRate> ofBasics = Optional.empty();
        if (basics.any()) {
            boolean same = found.group().stream().anyMatch(basics::isBasic);
            ofBasics = Optional.of(
                    same
                            ? found.rate()
                            : RateEnclosure.of(new PartOfInputs(equation, basics.requireBasics()))
                                    .rate());
        }
        List<Label> group =
                found.group().stream().map(coefficients().industries()::get).toList();
        return new MaximumRateOfProfit(found.rate(), group, ofBasics, ImportsOfTechniques.notes(this));
    }

    /**
     * The standard commodity and the standard ratio.
     *
     * @return of the basic products
     * @throws IllegalStateException if there are no basic products
     */
    public StandardCommodity standardCommodity() {
        int[] members = basics().requireBasics();
        PartOfInputs part = new PartOfInputs(equation, members);
        CertifiedRate ratio = RateEnclosure.of(part).rate();
        SparseMatrix used = part.used(Rounding.NEAREST);
        double[] q = PerronRoot.of(MatrixSum.of(used, ratio.value(), part.advanced(Rounding.NEAREST), Rounding.NEAREST))
                .vector();
        double takes = 0;
        for (int k = 0; k < members.length; k++) {
            takes += equation.labour()[members[k]] * q[k];
        }
        if (takes == 0) {
            throw new IllegalStateException("The basic products " + Listing.quoted(basics().basics())
                    + " take no labour, so that the standard commodity cannot be measured by it.");
        }
        double[] levels = new double[equation.labour().length];
        double[] net = new double[levels.length];
        double[] usedUp = used.multiply(q);
        for (int k = 0; k < members.length; k++) {
            levels[members[k]] = q[k] / takes;
            net[members[k]] = (q[k] - usedUp[k]) / takes;
        }
        Labels products = coefficients().industries();
        Units units = coefficients().units();
        return new StandardCommodity(
                ratio,
                LabelledVector.of("Standard system", products, units, levels),
                LabelledVector.of("Standard net product", products, units, net));
    }

    /**
     * Prices at a rate of profit.
     *
     * @param r 0.25 for 25 per cent; above −1, and at least 0 where profit is made on stocks
     * @param numeraire what prices are counted in
     * @return prices and wage with bounds
     * @throws IllegalArgumentException if r is at or beyond the maximum, which the message says, or too low
     */
    public PricesOfProduction pricesAtRate(double r, Numeraire numeraire) {
        return pricing().atRate(r, numeraire);
    }

    /**
     * Prices at a wage.
     *
     * @param wage for a unit of labour, in the numéraire
     * @param numeraire what prices and the wage are counted in
     * @return prices and the rate of profit with bounds
     * @throws IllegalArgumentException if the wage is not positive or above the largest, at which there is no profit; the
     *     message says it
     */
    public PricesOfProduction pricesAtWage(double wage, Numeraire numeraire) {
        return pricing().atWage(wage, numeraire);
    }

    /**
     * Prices at a real wage: a unit of labour buys the bundle b. r is 1/ρ(A + b l) − 1 on circulating capital with wages
     * advanced.
     *
     * @param bundle b, quantities per unit of labour, joined by label; the numéraire
     * @return prices at which the bundle costs 1, which is the wage; with bounds
     * @throws IllegalArgumentException if the bundle takes more labour than it pays for, so that there is no profit
     */
    public PricesOfProduction pricesAtRealWage(LabelledVector bundle) {
        return pricing().atRealWage(bundle);
    }

    /**
     * Prices at the maximum rate of profit, where the wage is 0: p = p U + R p K.
     *
     * @param numeraire a basket or a product; not the wage, which is 0
     * @return prices, without bounds
     * @throws IllegalStateException if there are no basic products, or non-basic ones set the maximum
     */
    public PricesOfProduction pricesAtMaximumRate(Numeraire numeraire) {
        return pricing().atMaximum(numeraire);
    }

    /**
     * The wage that goes with each rate of profit from 0 to the maximum.
     *
     * @param numeraire what the wage is counted in; not the wage
     * @param intervals how many steps of equal length, at most 10,000
     * @return intervals + 1 points
     */
    public WageCurve wageCurve(Numeraire numeraire, int intervals) {
        return WageCurve.of(this, numeraire, intervals);
    }

    /**
     * The wage at given rates of profit.
     *
     * @param numeraire what the wage is counted in; not the wage
     * @param rates of profit, each below the maximum
     * @return one point for each
     */
    public WageCurve wageCurve(Numeraire numeraire, double... rates) {
        List<WageCurve.Point> points = new ArrayList<>();
        for (double r : rates) {
            points.add(WageCurve.Point.of(pricesAtRate(r, numeraire)));
        }
        return new WageCurve(this, numeraire, points);
    }

    PriceEquation equation() {
        return equation;
    }

    /** Whether imported inputs are among those of the technique. */
    boolean countsImports() {
        return equation.imports() != null;
    }

    String labourUnit() {
        return labourUnit;
    }

    SolveOptions options() {
        return options;
    }

    /** How many products, and what is counted. */
    @Override
    public String toString() {
        return "Technique of " + coefficients().industries().size() + " products, labour in " + labourUnit + ", wages "
                + (equation.timing() == WageTiming.ADVANCED ? "advanced" : "paid afterwards")
                + (equation.depreciation() == null ? "" : ", with depreciation")
                + (countsImports() ? ", with imports" : "")
                + (equation.stocks() == null ? "" : ", with stocks of capital");
    }

    private Pricing pricing() {
        return new Pricing(this);
    }
}
