package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The cost-push price model p = p A + v: what every product costs when inputs are bought at the prices of all others and v
 * is paid on top. Immutable; every change gives a new model, and {@link #solve()} the prices.
 *
 * <pre>{@code
 * Prices prices = PriceModel.ofBaseYear(coefficients).scale("Wages", 1.10).tax("Fuel", 0.20).solve();
 * }</pre>
 *
 * <p>p, v: n. In a table in money the prices of the base year are 1 and v = 1 − 1ᵀ A; in a physical one v and p are in money
 * per unit. With ad valorem rates t and unit taxes u (negative: subsidies) the buyer pays q = (1 + t) p + u, and p = q A + v.
 * A product whose price is fixed (a world price, a controlled one) keeps it whatever its costs are. Existing taxes are part
 * of v. Source: W. Leontief, "Wages, profits and prices", Quarterly Journal of Economics 61 (1946); Miller and Blair 2009,
 * section 2.6.
 */
public final class PriceModel {

    private static final String NAME = "Prices";

    private static final SolutionRequirement SOUGHT = new SolutionRequirement(
            "there are no prices, or no single ones, that cover these costs",
            "No prices cover these costs, taxes on products included: passed on to the next buyer, they come back larger.");

    private final TechnicalCoefficients coefficients;
    private final Units priceUnits;
    /** v before any change; sums that may have been rounded. */
    private final RoundedNumbers base;
    /** The rows that make up v, with what is paid per unit of each; null where v is all that is not intermediate. */
    private final @Nullable Map<String, Double> rows;

    private final PriceChanges changes;
    private final SolveOptions options;

    private PriceModel(
            TechnicalCoefficients coefficients,
            Units priceUnits,
            RoundedNumbers base,
            @Nullable Map<String, Double> rows,
            PriceChanges changes,
            SolveOptions options) {
        this.coefficients = coefficients;
        this.priceUnits = priceUnits;
        this.base = base;
        this.rows = rows;
        this.changes = changes;
        this.options = options;
    }

    private static PriceModel unchanged(
            TechnicalCoefficients coefficients,
            Units priceUnits,
            RoundedNumbers base,
            @Nullable Map<String, Double> rows) {
        return new PriceModel(
                coefficients, priceUnits, base, rows, PriceChanges.none(base.values().length), SolveOptions.defaults());
    }

    /**
     * The base year of a table in money: all prices 1, and v = 1 − 1ᵀ A, whatever it is paid for.
     *
     * @param coefficients the technology, in one unit
     * @return the model
     * @throws IllegalStateException if the products are in different units: say then what v is made of
     */
    public static PriceModel ofBaseYear(TechnicalCoefficients coefficients) {
        if (!coefficients.units().isUniform()) {
            throw new IllegalStateException(
                    "The products are in different units (" + coefficients.units()
                            + "), so the prices of the base year are not 1. Say what is paid per unit, by the names of its rows.");
        }
        return unchanged(coefficients, Units.NONE, ValueAddedPerUnit.ofBalance(coefficients), null);
    }

    /**
     * Prices that cover the named rows and nothing else.
     *
     * @param coefficients the technology
     * @param rows rows of value added (or extensions) in one unit of money
     * @return the model; prices are in that money per unit of product
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     * @throws IllegalArgumentException if the rows are in different units, or none is named
     */
    public static PriceModel of(TechnicalCoefficients coefficients, List<String> rows) {
        Objects.requireNonNull(coefficients, "coefficients");
        Objects.requireNonNull(rows, "rows");
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("Prices need something that is paid: name at least one row.");
        }
        LabelledVector first = coefficients.extension(rows.get(0));
        for (String row : rows.subList(1, rows.size())) {
            LabelledVector next = coefficients.extension(row);
            if (!next.units().equals(first.units())) {
                throw new IllegalArgumentException("'" + row + "' is in " + next.units() + ", '" + rows.get(0) + "' in "
                        + first.units()
                        + ": they cannot be added up to a price. For labour give what a unit of it is paid:"
                        + " PriceModel.of(coefficients, \"EUR\", Map.of(\"" + row + "\", 30.0)).");
            }
        }
        Map<String, Double> payments = new LinkedHashMap<>();
        rows.forEach(row -> payments.put(row, 1.0));
        if (payments.size() < rows.size()) {
            throw new IllegalArgumentException("A row is named twice among " + String.join(", ", rows) + ".");
        }
        return unchanged(coefficients, first.units(), ValueAddedPerUnit.ofRows(coefficients, payments), payments);
    }

    /**
     * Prices that cover what is paid per unit of some rows, such as a wage per hour and a rent per hectare.
     *
     * @param coefficients the technology
     * @param money the unit of the payments, such as "dollars"
     * @param payments by row, money per unit of the row
     * @return the model; prices are in that money per unit of product
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     */
    public static PriceModel of(TechnicalCoefficients coefficients, String money, Map<String, Double> payments) {
        Objects.requireNonNull(coefficients, "coefficients");
        Objects.requireNonNull(money, "money");
        Objects.requireNonNull(payments, "payments");
        if (payments.isEmpty()) {
            throw new IllegalArgumentException("Prices need something that is paid: name at least one row.");
        }
        payments.forEach((row, payment) -> requireFinite("The payment for '" + row + "'", payment));
        return unchanged(
                coefficients,
                Units.of(money).per(coefficients.units()),
                ValueAddedPerUnit.ofRows(coefficients, payments),
                new LinkedHashMap<>(payments));
    }

    /**
     * Prices that cover a given v.
     *
     * @param coefficients the technology
     * @param perUnit v, joined by label; its unit becomes that of the prices
     * @return the model
     * @throws org.leontief.label.UnknownLabelException if the labels do not match
     */
    public static PriceModel of(TechnicalCoefficients coefficients, LabelledVector perUnit) {
        int[] places = coefficients.industries().placesIn(perUnit.labels(), "'" + perUnit.name() + "'");
        Units units = perUnit.units().reorder(places);
        double[] v = perUnit.alignedTo(coefficients.industries(), units).toArray();
        return unchanged(coefficients, units, RoundedNumbers.exact(v), Map.of());
    }

    /**
     * Pays one row at another rate in all industries.
     *
     * @param row such as "Wages"
     * @param factor 1.10 for ten per cent more; calls for the same row are multiplied
     * @return a new model
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     * @throws IllegalArgumentException if the row is not part of v or not in the money of the prices
     */
    public PriceModel scale(String row, double factor) {
        Objects.requireNonNull(row, "row");
        double[] all = new double[base.values().length];
        Arrays.fill(all, factor);
        return scaled(row, all);
    }

    /**
     * Pays one row at another rate in one industry.
     *
     * @param row such as "Wages"
     * @param industry where
     * @param factor 1.10 for ten per cent more; calls for the same row are multiplied
     * @return a new model
     * @throws org.leontief.label.UnknownLabelException if there is no such row or industry, with the nearest
     * @throws IllegalArgumentException if the row is not part of v or not in the money of the prices
     */
    public PriceModel scale(String row, String industry, double factor) {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(industry, "industry");
        double[] one = new double[base.values().length];
        Arrays.fill(one, 1);
        one[place(industry)] = factor;
        return scaled(row, one);
    }

    /**
     * Pays more on top of v, or less.
     *
     * @param perUnit what is added, joined by label, in the unit of the prices
     * @return a new model
     */
    public PriceModel plus(LabelledVector perUnit) {
        return with(changes.paying(changes.added().plus(1, perUnit.alignedTo(coefficients.industries(), priceUnits))));
    }

    /**
     * Pays another price for one imported product that industries use and the table records ({@link
     * TechnicalCoefficients#importedInputs()}). What final users import themselves is in no price here.
     *
     * @param product which, among the imported ones
     * @param factor 1.10 for ten per cent more than in the base year; changes of several calls are added
     * @return a new model
     * @throws org.leontief.label.UnknownLabelException if it is not imported, with the nearest
     * @throws IllegalStateException if imports are not recorded by product
     * @throws IllegalArgumentException if they are not in the money of the prices, or prices cover named rows only
     */
    public PriceModel scaleImports(String product, double factor) {
        Objects.requireNonNull(product, "product");
        LabelledMatrix imported = coefficients
                .importedInputs()
                .orElseThrow(
                        () -> new IllegalStateException("Imports are not recorded by product. Where a row holds their"
                                + " value, use scale(row, factor)."));
        requireFinite("The factor of imported '" + product + "'", factor);
        if (rows != null) {
            throw new IllegalArgumentException("Imports by product are not paid in this price model"
                    + (rows.isEmpty() ? "" : ", which covers " + String.join(", ", rows.keySet()))
                    + ", so that they cannot become dearer. Use plus(...), or the prices of the base year.");
        }
        LabelledVector row = imported.row(product);
        LabelledVector perUnit = LabelledVector.of(
                "Imported '" + product + "'", row.labels(), row.units().per(coefficients.units()), row.toArray());
        if (!perUnit.units().equals(priceUnits)) {
            throw new IllegalArgumentException("Imported '" + product + "' is in " + perUnit.units()
                    + ", prices are in " + priceUnits + ". Add what it costs more with plus(...).");
        }
        return with(changes.paying(changes.added().plus(factor, perUnit).plus(-1, perUnit)));
    }

    /**
     * Charges for every unit of an extension that production causes: a price of carbon, a royalty on water.
     *
     * @param extension such as "CO2"
     * @param payment in the money of the prices per unit of the extension
     * @return a new model
     * @throws org.leontief.label.UnknownLabelException if there is no such extension, with the nearest
     */
    public PriceModel charge(String extension, double payment) {
        Objects.requireNonNull(extension, "extension");
        requireFinite("The charge on '" + extension + "'", payment);
        return with(changes.paying(changes.added().plus(payment, coefficients.extension(extension))));
    }

    /**
     * Taxes a product ad valorem, wherever it is sold.
     *
     * @param product which
     * @param rate share of the producer's price that the buyer pays on top, above −1; negative for a subsidy; rates of
     *     several calls are added
     * @return a new model
     */
    public PriceModel tax(String product, double rate) {
        Objects.requireNonNull(product, "product");
        int j = place(product);
        return with(changes.withRates(changes.rates().with(j, moreTax(j, rate))));
    }

    /**
     * Taxes products ad valorem, all at once.
     *
     * @param byProduct rates, joined by label, pure numbers; as in {@link #tax(String, double)}
     * @return a new model
     * @throws org.leontief.label.UnknownLabelException if a product is missing
     */
    public PriceModel tax(LabelledVector byProduct) {
        LabelledVector aligned = byProduct.alignedTo(coefficients.industries(), Units.NONE);
        Bounded[] changed = new Bounded[aligned.size()];
        Arrays.setAll(changed, j -> moreTax(j, aligned.at(j)));
        return with(changes.withRates(RoundedNumbers.of(changed)));
    }

    /**
     * Taxes every unit of a product.
     *
     * @param product which
     * @param amount in the unit of its price; negative for a subsidy; amounts of several calls are added
     * @return a new model
     */
    public PriceModel unitTax(String product, double amount) {
        Objects.requireNonNull(product, "product");
        int j = place(product);
        requireFinite("The tax on a unit of '" + product + "'", amount);
        Bounded sum = changes.unitTaxes().at(j).plus(Bounded.exact(amount));
        return with(changes.withUnitTaxes(changes.unitTaxes().with(j, sum)));
    }

    /**
     * Fixes what buyers pay for a product, whatever it costs to make: others pass it on.
     *
     * @param product which
     * @param price in the unit of its price; in a table in money 2 is twice the price of the base year
     * @return a new model
     */
    public PriceModel fixPrice(String product, double price) {
        Objects.requireNonNull(product, "product");
        int j = place(product);
        return with(changes.fixing(j, requireFinite("The price of '" + product + "'", price)));
    }

    /**
     * Solves in another way.
     *
     * @param newOptions how
     * @return a new model
     */
    public PriceModel with(SolveOptions newOptions) {
        Objects.requireNonNull(newOptions, "newOptions");
        return new PriceModel(coefficients, priceUnits, base, rows, changes, newOptions);
    }

    /**
     * The prices under all changes, beside those without any.
     *
     * @return the prices with guaranteed bounds
     * @throws org.leontief.technology.NotViableException if no prices cover these costs; the message names the group
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public Prices solve() {
        Bounded[] right = ValueAddedPerUnit.changed(
                base, coefficients, changes.factors(), rows == null ? Map.of() : rows, changes.added());
        List<Integer> changed = new ArrayList<>();
        for (int j = 0; j < right.length; j++) {
            right[j] = changes.right(j, right[j]);
            if (changes.changesColumn(j)) {
                changed.add(j);
            }
        }
        TechnicalCoefficients taxed = taxed(changed);
        EnclosedSolution solution = solve(taxed, columnErrors(), RoundedNumbers.of(right));
        return new Prices(
                coefficients,
                before(),
                bounded(solution),
                changes.rates(),
                changes.unitTaxes(),
                changes.isFixed(),
                solution);
    }

    private EnclosedSolution solve(TechnicalCoefficients system, SparseMatrix errors, RoundedNumbers right) {
        return new RoundedSystem(system.system(), system.matrix().matrix(), errors)
                .solve(List.of(right), true, options, solution -> SOUGHT.requireConverged(system, solution))
                .get(0);
    }

    private BoundedVector bounded(EnclosedSolution solution) {
        return BoundedVector.of(NAME, coefficients.industries(), priceUnits, solution::at);
    }

    /** How far the entries of A (I + t̂) may be from the exact products. */
    private SparseMatrix columnErrors() {
        SparseMatrix a = coefficients.matrix().matrix();
        SparseMatrixBuilder errors = SparseMatrix.builder(a.rows(), a.columns());
        a.forEach((i, j, value) -> {
            // A rate too small to change an entry is an error of it all the same.
            double error = changes.columnError(j, value);
            if (error != 0) {
                errors.add(i, j, error);
            }
        });
        return errors.build();
    }

    /** A (I + t̂), with empty columns where the price is fixed. */
    private TechnicalCoefficients taxed(List<Integer> changed) {
        if (changed.isEmpty()) {
            return coefficients;
        }
        int[] columns = changed.stream().mapToInt(Integer::intValue).toArray();
        double[] factor =
                Arrays.stream(columns).mapToDouble(changes::columnFactor).toArray();
        SparseMatrix a = coefficients.matrix().matrix();
        return coefficients.with(
                a.withColumns(columns, a.columns(columns).scaleColumns(factor)),
                coefficients.extensions().matrix());
    }

    private BoundedVector before() {
        if (rows == null) {
            return BoundedVector.of(NAME, coefficients.industries(), priceUnits, j -> Bounded.exact(1));
        }
        return bounded(solve(coefficients, SparseMatrix.zeros(base.values().length, base.values().length), base));
    }

    private PriceModel scaled(String row, double[] factor) {
        LabelledVector perUnit = coefficients.extension(row);
        if (rows != null && !rows.containsKey(row)) {
            throw new IllegalArgumentException("'" + row + "' is not paid in this price model, so it cannot be scaled."
                    + (rows.isEmpty() ? " Use plus(...)." : " Paid are: " + String.join(", ", rows.keySet()) + "."));
        }
        if (!perUnit.units().equals(priceUnits) && rows == null) {
            throw new IllegalArgumentException("'" + row + "' is in " + perUnit.units()
                    + ", not in the money of the prices (" + coefficients.units() + "). Use charge(\"" + row
                    + "\", payment) with what a unit of it costs.");
        }
        for (double each : factor) {
            requireFinite("The factor of '" + row + "'", each);
        }
        return with(changes.scaling(row, factor));
    }

    private PriceModel with(PriceChanges newChanges) {
        return new PriceModel(coefficients, priceUnits, base, rows, newChanges, options);
    }

    private int place(String product) {
        return coefficients.industries().indexOf(product);
    }

    /** The rate on product j with another one added. */
    private Bounded moreTax(int j, double rate) {
        Bounded sum = changes.rates().at(j).plus(Bounded.exact(rate));
        if (!(sum.value() > -1 && sum.value() <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("The ad valorem rate on '"
                    + coefficients.industries().get(j) + "' is " + sum.value()
                    + "; it must be above −1, or nothing is left to pay. Is it a per cent? 20% is 0.20.");
        }
        return sum;
    }

    private static double requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; a finite number is needed.");
        }
        return value;
    }
}
