package org.leontief.table;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;

/**
 * Supply and use tables: which industries made which products, and who used them. Rectangular; products and industries need not be
 * equally many, nor have the same names. Immutable.
 *
 * <pre>
 *               industries   final users
 * supply             V                       imports   margins, taxes
 * use                U            Y
 * primary inputs     W
 * extensions         F            FY
 * </pre>
 *
 * <p>V[i,j], products × industries: product i made by industry j, at basic (or producers') prices; the make matrix is its transpose.
 * U[i,j]: product i used by industry j. Y, products × c: deliveries to final users by category. U and Y hold all that is used,
 * wherever it was made, in the prices of {@link #prices()}; the part that came from abroad is {@link #importedUse()}, where
 * it is recorded. Imports and {@link #valuation()} are columns over the products. W, m × industries: value added by row. F, k ×
 * industries: extensions, each row in its own unit. Row i of V, U and Y is in the unit of product i.
 *
 * <p>What is supplied, V 1 + imports (+ margins + taxes, where uses are at purchasers' prices), is what is used, U 1 + Y 1; and
 * what an industry makes, 1ᵀV, is what goes into it, 1ᵀU + 1ᵀW. {@link #balance()} says how far.
 *
 * <p>Source: Eurostat, <i>Manual of Supply, Use and Input-Output Tables</i> (2008), chapters 4 and 5; R. E. Miller and P. D. Blair,
 * <i>Input-Output Analysis</i>, 2nd ed. (2009), section 5.2.
 */
public final class SupplyUseTable {

    private final LabelledMatrix supply;
    private final LabelledMatrix use;
    private final FinalDemand finalDemand;
    private final PriceBasis prices;
    private final LabelledMatrix imports;
    private final @Nullable ImportedProducts importedUse;
    private final Valuation valuation;
    private final LabelledMatrix valueAdded;
    private final LabelledMatrix extensions;
    private final LabelledMatrix finalDemandExtensions;

    SupplyUseTable(
            LabelledMatrix supply,
            LabelledMatrix use,
            FinalDemand finalDemand,
            PriceBasis prices,
            LabelledMatrix imports,
            @Nullable ImportedProducts importedUse,
            Valuation valuation,
            LabelledMatrix valueAdded,
            LabelledMatrix extensions,
            LabelledMatrix finalDemandExtensions) {
        this.supply = supply;
        this.use = use;
        this.finalDemand = finalDemand;
        this.prices = prices;
        this.imports = imports;
        this.importedUse = importedUse;
        this.valuation = valuation;
        this.valueAdded = valueAdded;
        this.extensions = extensions;
        this.finalDemandExtensions = finalDemandExtensions;
    }

    /**
     * Starts a table.
     *
     * @param products the products (commodities)
     * @param industries the industries
     * @return a builder
     */
    public static SupplyUseTableBuilder builder(Labels products, Labels industries) {
        return new SupplyUseTableBuilder(products, industries);
    }

    /**
     * The products.
     *
     * @return their labels, in order
     */
    public Labels products() {
        return supply.rows();
    }

    /**
     * The industries.
     *
     * @return their labels, in order
     */
    public Labels industries() {
        return supply.columns();
    }

    /**
     * The units of the products.
     *
     * @return one for all or one for each product
     */
    public Units units() {
        return supply.rowUnits();
    }

    /**
     * The prices of U and Y.
     *
     * @return basic where nothing else was said
     */
    public PriceBasis prices() {
        return prices;
    }

    /**
     * V: the row's product made by the column's industry.
     *
     * @return products × industries
     */
    public LabelledMatrix supply() {
        return supply;
    }

    /**
     * Vᵀ, the make matrix: the column's product made by the row's industry.
     *
     * @return industries × products
     * @throws IllegalStateException if the products are in different units, which rows of industries cannot carry
     */
    public LabelledMatrix make() {
        return LabelledMatrix.of(
                "Make",
                industries(),
                products(),
                Units.of(units().common()),
                supply.matrix().transpose());
    }

    /**
     * U: the row's product used by the column's industry.
     *
     * @return products × industries
     */
    public LabelledMatrix use() {
        return use;
    }

    /**
     * Y: deliveries of products to final users.
     *
     * @return products × c
     */
    public FinalDemand finalDemand() {
        return finalDemand;
    }

    /**
     * Imports by product and origin (or kind: goods, services, adjustment cif to fob), valued like supply.
     *
     * @return products × origins; without columns where the table has no imports, or has them as a negative final demand
     */
    public LabelledMatrix imports() {
        return imports;
    }

    /**
     * The part of U and Y that came from abroad, at basic prices.
     *
     * @return empty if the table does not record it
     */
    public Optional<ImportedProducts> importedUse() {
        return Optional.ofNullable(importedUse);
    }

    /**
     * Margins and taxes by product: what leads from basic to purchasers' prices.
     *
     * @return empty columns if the table does not record them
     */
    public Valuation valuation() {
        return valuation;
    }

    /**
     * W: value added and other primary inputs by row.
     *
     * @return m × industries; m may be 0
     */
    public LabelledMatrix valueAdded() {
        return valueAdded;
    }

    /**
     * F: extensions by row, each in its own unit.
     *
     * @return k × industries; k may be 0
     */
    public LabelledMatrix extensions() {
        return extensions;
    }

    /**
     * F_Y: what final users themselves emit or use, beside what industries do for them.
     *
     * @return k × c; 0 where nothing is recorded
     */
    public LabelledMatrix finalDemandExtensions() {
        return finalDemandExtensions;
    }

    /**
     * q = V 1: what all industries make of each product.
     *
     * @return a vector over the products
     */
    public LabelledVector productOutput() {
        return supply.rowTotals().named("Product output");
    }

    /**
     * g = 1ᵀV: what each industry makes of all products.
     *
     * @return a vector over the industries
     * @throws IllegalStateException if an industry makes products in different units
     */
    public LabelledVector industryOutput() {
        return LabelledVector.of(
                "Industry output",
                industries(),
                industryUnits(),
                supply.matrix().columnSums());
    }

    /**
     * The units of the industries: those of the products they make.
     *
     * @return one for all or one for each industry
     * @throws IllegalStateException if an industry makes products in different units, or none in a table with several units
     */
    public Units industryUnits() {
        return IndustryUnits.of(supply);
    }

    /**
     * How far supply and use agree, by product and by industry.
     *
     * @return a report
     */
    public SupplyUseBalance balance() {
        return SupplyUseBalance.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SupplyUseTable that
                && supply.equals(that.supply)
                && use.equals(that.use)
                && finalDemand.equals(that.finalDemand)
                && prices == that.prices
                && imports.equals(that.imports)
                && Objects.equals(importedUse, that.importedUse)
                && valuation.equals(that.valuation)
                && valueAdded.equals(that.valueAdded)
                && extensions.equals(that.extensions)
                && finalDemandExtensions.equals(that.finalDemandExtensions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(supply, use, finalDemand, valueAdded, extensions);
    }

    /** Shape and unit. */
    @Override
    public String toString() {
        return "Supply and use tables of " + Listing.count(products().size(), "product", "products") + " and "
                + Listing.count(industries().size(), "industry", "industries") + " (" + units() + "), "
                + Listing.count(finalDemand.categories().size(), "category", "categories") + " of final demand, "
                + Listing.count(valueAdded.rows().size(), "row", "rows") + " of value added, "
                + Listing.count(extensions.rows().size(), "extension", "extensions");
    }
}
