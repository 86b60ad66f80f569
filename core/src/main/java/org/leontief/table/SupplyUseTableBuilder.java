package org.leontief.table;

import java.util.Locale;
import java.util.Objects;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * Builds a {@link SupplyUseTable} from arrays, matrices in the order of its labels, or labelled matrices, which are joined by label.
 *
 * <pre>{@code
 * SupplyUseTable table = SupplyUseTable.builder(Labels.of("Food", "Tools"), Labels.of("Farms", "Works"))
 *         .unit("million EUR")
 *         .make(new double[][] {{90, 0}, {10, 100}})
 *         .use(new double[][] {{12, 8}, {10, 7}})
 *         .finalDemand("Final users", 80, 83)
 *         .valueAdded("Value added", 68, 95)
 *         .build();
 * }</pre>
 */
public final class SupplyUseTableBuilder {

    private final Labels products;
    private final Labels industries;
    private @Nullable Units units;
    private @Nullable ProductFlows supply;
    private @Nullable ProductFlows use;
    private PriceBasis prices = PriceBasis.BASIC;
    private final NamedColumns finalDemand;
    private final NamedColumns imports;
    private final NamedColumns margins;
    private final NamedColumns taxes;
    private final NamedRows valueAdded;
    private final NamedRows extensions;
    private final ExtensionsOfFinalUsers byFinalUsers = new ExtensionsOfFinalUsers();
    private @Nullable ImportedProducts importedUse;
    private boolean isImportedUseBeside;

    SupplyUseTableBuilder(Labels products, Labels industries) {
        if (products.size() == 0 || industries.size() == 0) {
            throw new IllegalArgumentException("Supply and use tables need at least one product and one industry.");
        }
        this.products = products;
        this.industries = industries;
        finalDemand = new NamedColumns("Final demand", "products", products);
        imports = new NamedColumns("Imports", "products", products);
        margins = new NamedColumns("Margins", "products", products);
        taxes = new NamedColumns("Taxes less subsidies on products", "products", products);
        valueAdded = new NamedRows("Value added", "Value added", industries);
        extensions = new NamedRows("Extensions", "Extension", industries);
    }

    /**
     * One unit for all products.
     *
     * @param unit such as "million EUR"
     * @return this builder
     */
    public SupplyUseTableBuilder unit(String unit) {
        Objects.requireNonNull(unit, "unit");
        return units(Units.of(unit));
    }

    /**
     * A unit for each product, for tables in physical or mixed units.
     *
     * @param unitByProduct one for each product
     * @return this builder
     */
    public SupplyUseTableBuilder units(Units unitByProduct) {
        units = unitByProduct.requireSize(products.size());
        return this;
    }

    /**
     * V, supply at the prices that producers receive.
     *
     * @param v v[i][j] is product i made by industry j
     * @return this builder
     */
    public SupplyUseTableBuilder supply(double[][] v) {
        Objects.requireNonNull(v, "v");
        return supply(ProductFlows.ordered("Supply", products, industries, v));
    }

    /**
     * V, joined by label.
     *
     * @param v products × industries, in any order
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     */
    public SupplyUseTableBuilder supply(LabelledMatrix v) {
        Objects.requireNonNull(v, "v");
        return supply(ProductFlows.joined("Supply", products, industries, v));
    }

    private SupplyUseTableBuilder supply(ProductFlows flows) {
        if (supply != null) {
            throw new IllegalStateException("Supply was given twice, as supply or as make.");
        }
        supply = flows;
        return this;
    }

    /**
     * Vᵀ, the make matrix.
     *
     * @param make make[j][i] is product i made by industry j
     * @return this builder
     */
    public SupplyUseTableBuilder make(double[][] make) {
        Objects.requireNonNull(make, "make");
        SparseMatrix byIndustry = ProductFlows.matrix("Make", industries, products, make);
        return supply(new ProductFlows("Supply", products, industries, null, byIndustry.transpose()));
    }

    /**
     * Vᵀ, the make matrix, joined by label.
     *
     * @param make industries × products, in any order; all in one unit
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     */
    public SupplyUseTableBuilder make(LabelledMatrix make) {
        return supply(make.transpose());
    }

    /**
     * U, what industries use of all products, wherever they were made.
     *
     * @param u u[i][j] is product i used by industry j
     * @return this builder
     */
    public SupplyUseTableBuilder use(double[][] u) {
        Objects.requireNonNull(u, "u");
        return use(ProductFlows.ordered("Use", products, industries, u));
    }

    /**
     * U, joined by label.
     *
     * @param u products × industries, in any order
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     */
    public SupplyUseTableBuilder use(LabelledMatrix u) {
        Objects.requireNonNull(u, "u");
        return use(ProductFlows.joined("Use", products, industries, u));
    }

    private SupplyUseTableBuilder use(ProductFlows flows) {
        if (use != null) {
            throw new IllegalStateException("Use was given twice.");
        }
        use = flows;
        return this;
    }

    /**
     * The prices of U and Y; basic without this call.
     *
     * @param basis what users' payments include
     * @return this builder
     */
    public SupplyUseTableBuilder usesAt(PriceBasis basis) {
        Objects.requireNonNull(basis, "basis");
        prices = basis;
        return this;
    }

    /**
     * One category of final demand.
     *
     * @param category such as "Households"
     * @param deliveries one for each product, in its unit
     * @return this builder
     */
    public SupplyUseTableBuilder finalDemand(String category, double... deliveries) {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(deliveries, "deliveries");
        finalDemand.add(category, deliveries);
        return this;
    }

    /**
     * All categories of final demand at once, joined by label.
     *
     * @param y products × categories
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if products do not match
     */
    public SupplyUseTableBuilder finalDemand(LabelledMatrix y) {
        Objects.requireNonNull(y, "y");
        finalDemand.set(y);
        return this;
    }

    /**
     * Imports of one origin or kind, by product, valued like supply.
     *
     * @param origin such as "European Union", or "Imports"
     * @param amounts one for each product
     * @return this builder
     */
    public SupplyUseTableBuilder imports(String origin, double... amounts) {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(amounts, "amounts");
        imports.add(origin, amounts);
        return this;
    }

    /**
     * Imports of all origins at once, joined by label.
     *
     * @param byOrigin products × origins
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if products do not match
     */
    public SupplyUseTableBuilder imports(LabelledMatrix byOrigin) {
        Objects.requireNonNull(byOrigin, "byOrigin");
        imports.set(byOrigin);
        return this;
    }

    /**
     * The part of U and Y that came from abroad, at basic prices. Without a column of imports by product, its row totals are one.
     *
     * @param toIndustries products × industries, joined by label
     * @param toFinalUsers products × categories of final demand, joined by label
     * @return this builder
     */
    public SupplyUseTableBuilder importedUse(LabelledMatrix toIndustries, LabelledMatrix toFinalUsers) {
        importedUse = new ImportedProducts(toIndustries, toFinalUsers);
        isImportedUseBeside = false;
        return this;
    }

    /**
     * What came from abroad, where {@link #use(LabelledMatrix)} and {@link #finalDemand(LabelledMatrix)} were given of domestic
     * products only; it is added to them.
     *
     * @param toIndustries products × industries, joined by label
     * @param toFinalUsers products × categories of final demand, joined by label
     * @return this builder
     */
    public SupplyUseTableBuilder importedUseBeside(LabelledMatrix toIndustries, LabelledMatrix toFinalUsers) {
        importedUse(toIndustries, toFinalUsers);
        isImportedUseBeside = true;
        return this;
    }

    /**
     * One kind of margin by product.
     *
     * @param kind such as "Trade margins"
     * @param amounts one for each product: positive on goods, negative for the services that earn it
     * @return this builder
     */
    public SupplyUseTableBuilder margins(String kind, double... amounts) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amounts, "amounts");
        margins.add(kind, amounts);
        return this;
    }

    /**
     * All kinds of margins at once, joined by label.
     *
     * @param byKind products × kinds
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if products do not match
     */
    public SupplyUseTableBuilder margins(LabelledMatrix byKind) {
        Objects.requireNonNull(byKind, "byKind");
        margins.set(byKind);
        return this;
    }

    /**
     * All kinds of taxes less subsidies on products at once, joined by label.
     *
     * @param byKind products × kinds
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if products do not match
     */
    public SupplyUseTableBuilder taxes(LabelledMatrix byKind) {
        Objects.requireNonNull(byKind, "byKind");
        taxes.set(byKind);
        return this;
    }

    /**
     * One kind of taxes less subsidies on products, by product.
     *
     * @param kind such as "Taxes less subsidies on products"
     * @param amounts one for each product; a subsidy is negative
     * @return this builder
     */
    public SupplyUseTableBuilder taxes(String kind, double... amounts) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amounts, "amounts");
        taxes.add(kind, amounts);
        return this;
    }

    /**
     * One row of value added, or of another primary input.
     *
     * @param row such as "Wages"
     * @param amounts one for each industry, in the unit of the table
     * @return this builder
     */
    public SupplyUseTableBuilder valueAdded(String row, double... amounts) {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(amounts, "amounts");
        valueAdded.add(row, null, amounts);
        return this;
    }

    /**
     * All rows of value added at once, joined by label.
     *
     * @param w rows × industries
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if industries do not match
     */
    public SupplyUseTableBuilder valueAdded(LabelledMatrix w) {
        Objects.requireNonNull(w, "w");
        valueAdded.set(w);
        return this;
    }

    /**
     * One extension (satellite account).
     *
     * @param name such as "Employment"
     * @param unit such as "thousand persons"
     * @param amounts one for each industry
     * @return this builder
     */
    public SupplyUseTableBuilder extension(String name, String unit, double... amounts) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(amounts, "amounts");
        extensions.add(name, unit, amounts);
        return this;
    }

    /**
     * All extensions at once, joined by label.
     *
     * @param f k × industries
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if industries do not match
     */
    public SupplyUseTableBuilder extensions(LabelledMatrix f) {
        Objects.requireNonNull(f, "f");
        extensions.set(f);
        return this;
    }

    /**
     * What final users themselves emit or use of an extension, beside what the industries do.
     *
     * @param extension its name, as in {@link #extension}
     * @param amounts one for each category of final demand, in the unit of the extension
     * @return this builder
     */
    public SupplyUseTableBuilder finalDemandExtension(String extension, double... amounts) {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(amounts, "amounts");
        byFinalUsers.add(extension, amounts);
        return this;
    }

    /**
     * What final users themselves emit or use, all extensions at once, joined by label: F_Y.
     *
     * @param fy k × categories of final demand
     * @return this builder
     */
    public SupplyUseTableBuilder finalDemandExtensions(LabelledMatrix fy) {
        Objects.requireNonNull(fy, "fy");
        byFinalUsers.set(fy);
        return this;
    }

    /**
     * The table.
     *
     * @return an immutable table
     * @throws IllegalStateException if supply, use or the unit is missing, or something was given in two ways
     * @throws IllegalArgumentException if parts are in different units, or labels are repeated
     */
    public SupplyUseTable build() {
        if (supply == null || use == null) {
            throw new IllegalStateException(
                    "Supply and use tables need both parts; call supply(...) or make(...), and use(...) first.");
        }
        if (units == null) {
            throw new IllegalStateException("A table says its unit; call unit(\"million EUR\") or units(...) first.");
        }
        LabelledMatrix u = use.in(units);
        LabelledMatrix y = finalDemand.build(units);
        @Nullable ImportedProducts abroad = importedUse(y.columns(), units);
        if (abroad != null && isImportedUseBeside) {
            requireBasicPrices();
            u = sum(u, abroad.toIndustries());
            y = sum(y, abroad.toFinalUsers());
        }
        LabelledMatrix f = extensions.build(units);
        return new SupplyUseTable(
                supply.in(units),
                u,
                new FinalDemand(y),
                prices,
                abroad != null && imports.isEmpty() ? totalOf(abroad) : imports.build(units),
                abroad,
                new Valuation(margins.build(units), taxes.build(units)),
                valueAdded.build(units),
                f,
                byFinalUsers.build(f, y.columns()));
    }

    private @Nullable ImportedProducts importedUse(Labels users, Units tableUnits) {
        if (importedUse == null) {
            return null;
        }
        return new ImportedProducts(
                ProductFlows.joined("Imported use", products, industries, importedUse.toIndustries())
                        .in(tableUnits),
                ProductFlows.joined("Imports to final users", products, users, importedUse.toFinalUsers())
                        .in(tableUnits));
    }

    private void requireBasicPrices() {
        if (prices != PriceBasis.BASIC) {
            throw new IllegalStateException("Imported uses are at basic prices and cannot be added to uses at "
                    + prices.name().toLowerCase(Locale.ROOT)
                    + "' prices. Give the uses of all products, and importedUse(...).");
        }
    }

    private static LabelledMatrix sum(LabelledMatrix domestic, LabelledMatrix imported) {
        DMatrixSparseCSC total = new DMatrixSparseCSC(0, 0);
        CommonOps_DSCC.add(1, domestic.matrix().toSparse(), 1, imported.matrix().toSparse(), total, null, null);
        return LabelledMatrix.of(
                domestic.name(), domestic.rows(), domestic.columns(), domestic.rowUnits(), SparseMatrix.of(total));
    }

    private LabelledMatrix totalOf(ImportedProducts abroad) {
        double[] total = abroad.total().toArray();
        SparseMatrixBuilder column = SparseMatrix.builder(total.length, 1);
        for (int i = 0; i < total.length; i++) {
            column.add(i, 0, total[i]);
        }
        return LabelledMatrix.of(
                "Imports", products, Labels.of("Imports"), abroad.toIndustries().rowUnits(), column.build());
    }
}
