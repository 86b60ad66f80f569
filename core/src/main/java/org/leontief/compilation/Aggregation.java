package org.leontief.compilation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.ImportedProducts;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.TotalsPolicy;

/**
 * Brings tables into a coarser classification, or into another one by shares: Z* = S Z Sᵀ, Y* = S Y, V* = V Sᵀ, F* = F Sᵀ.
 *
 * <p>S is the matrix of a {@link Concordance}, targets × sources. Totals are kept and checked. Sectors of different units are not
 * added up. Where a sector is divided by shares, its parts have one recipe and one pattern of sales; {@link Disaggregation} does
 * better where more is known. Source: Miller and Blair 2009, section 4.9. Immutable.
 */
public final class Aggregation {

    private final Concordance sectors;
    private final @Nullable Concordance categories;
    private final @Nullable Concordance importedProducts;

    private Aggregation(Concordance sectors, @Nullable Concordance categories, @Nullable Concordance importedProducts) {
        this.sectors = sectors;
        this.categories = categories;
        this.importedProducts = importedProducts;
    }

    /**
     * Aggregates sectors; categories of final demand stay as they are.
     *
     * @param sectors from the sectors of a table to the new ones
     * @return the aggregation
     */
    public static Aggregation of(Concordance sectors) {
        return new Aggregation(sectors, null, null);
    }

    /**
     * The same with categories of final demand aggregated too, as regions of final users have to be with regions of sectors.
     *
     * @param concordance from the categories of a table to the new ones
     * @return a new aggregation
     */
    public Aggregation withCategories(Concordance concordance) {
        return new Aggregation(sectors, concordance, importedProducts);
    }

    /**
     * The same with imported products aggregated too. Without this, they follow the sectors if they have the same labels, and stay as they
     * are if not.
     *
     * @param concordance from the imported products of a table to the new ones
     * @return a new aggregation
     */
    public Aggregation withImportedProducts(Concordance concordance) {
        return new Aggregation(sectors, categories, concordance);
    }

    /**
     * The concordance of the sectors.
     *
     * @return S
     */
    public Concordance sectors() {
        return sectors;
    }

    /**
     * A table in the new classification.
     *
     * @param table joined by label: its sectors are the sources of the concordance
     * @return a new table; stated outputs are aggregated, and count where they did
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if sectors of different units would be added up
     */
    public InputOutputTable apply(InputOutputTable table) {
        SparseMatrix s = sectors.joinedTo(table.industries(), "the concordance of sectors");
        SparseMatrix st = s.transpose();
        Labels users = table.finalDemand().categories();
        Concordance byCategory = categories == null ? Concordance.identity(users) : categories;
        requireSameRegions(sectors, byCategory);
        SparseMatrix ct =
                byCategory.joinedTo(users, "the concordance of categories").transpose();
        Units units = sectors.unitsOfTargets(table.industries(), table.units(), "the concordance of sectors");
        PreservedTotals totals = new PreservedTotals();
        SparseMatrix z =
                SparseProduct.of(s, SparseProduct.of(table.transactions().matrix(), st));
        SparseMatrix y = SparseProduct.of(
                s, SparseProduct.of(table.finalDemand().byCategory().matrix(), ct));
        LabelledMatrix v = columns(table.valueAdded(), sectors.targets(), st, totals);
        LabelledMatrix f = columns(table.extensions(), sectors.targets(), st, totals);
        LabelledMatrix fy = columns(table.finalDemandExtensions(), byCategory.targets(), ct, totals);
        InputOutputTableBuilder result = InputOutputTable.builder(sectors.targets())
                .units(units)
                .transactions(z)
                .finalDemand(byCategory.targets(), y)
                .valueAdded(v.rows(), v.rowUnits(), v.matrix())
                .extensions(f.rows(), f.rowUnits(), f.matrix())
                .finalDemandExtensions(fy.matrix());
        table.imports().ifPresent(abroad -> addImports(result, abroad, table, st, byCategory, ct));
        addStatedOutput(result, table, s);
        InputOutputTable aggregated = result.build();
        requireSameOutput(table, aggregated, totals);
        totals.requireKept();
        return aggregated;
    }

    /** Final users of regions that have been made one would go on importing from their own. */
    private static void requireSameRegions(Concordance sectors, Concordance users) {
        List<String> before = sectors.sources().regions();
        List<String> after = sectors.targets().regions();
        List<String> leftBehind = users.targets().regions().stream()
                .filter(region -> before.contains(region) && !after.contains(region))
                .toList();
        if (!after.isEmpty() && !leftBehind.isEmpty()) {
            throw new IllegalArgumentException("Sectors of " + leftBehind + " are now in " + after
                    + ", but categories of final demand are still in the old regions. Aggregate them as well:"
                    + " withCategories(Concordance.ofRegions(table.finalDemand().categories(), …)).");
        }
    }

    /**
     * A vector over the sectors in the new classification: S d.
     *
     * @param vector final demand or output, joined by label
     * @return a vector over the new sectors
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     */
    public LabelledVector apply(LabelledVector vector) {
        SparseMatrix s = sectors.joinedTo(vector.labels(), "the concordance of sectors");
        Units units = sectors.unitsOfTargets(vector.labels(), vector.units(), "the concordance of sectors");
        return LabelledVector.of(vector.name(), sectors.targets(), units, s.multiply(vector.toArray()));
    }

    private static LabelledMatrix columns(
            LabelledMatrix rows, Labels targets, SparseMatrix transposedShares, PreservedTotals totals) {
        LabelledMatrix made = LabelledMatrix.of(
                rows.name(), rows.rows(), targets, rows.rowUnits(), SparseProduct.of(rows.matrix(), transposedShares));
        totals.compareRows(rows.name(), rows, made);
        return made;
    }

    private void addImports(
            InputOutputTableBuilder result,
            ImportedProducts abroad,
            InputOutputTable table,
            SparseMatrix st,
            Concordance byCategory,
            SparseMatrix ct) {
        Labels products = abroad.products();
        boolean areSectors = products.equals(table.industries());
        Concordance byProduct =
                Optional.ofNullable(importedProducts).orElse(areSectors ? sectors : Concordance.identity(products));
        SparseMatrix s = byProduct.joinedTo(products, "the concordance of imported products");
        Units units = byProduct.unitsOfTargets(
                products, abroad.toIndustries().rowUnits(), "the concordance of imported products");
        PreservedTotals totals = new PreservedTotals();
        LabelledMatrix toIndustries = columns(abroad.toIndustries(), sectors.targets(), st, totals);
        LabelledMatrix toUsers = columns(abroad.toFinalUsers(), byCategory.targets(), ct, totals);
        totals.requireKept();
        result.imports(
                LabelledMatrix.of(
                        "Imports",
                        byProduct.targets(),
                        sectors.targets(),
                        units,
                        SparseProduct.of(s, toIndustries.matrix())),
                LabelledMatrix.of(
                        "Imports to final users",
                        byProduct.targets(),
                        byCategory.targets(),
                        units,
                        SparseProduct.of(s, toUsers.matrix())));
    }

    /** If stated outputs are the gross output of the table, so they are afterwards. */
    private static void addStatedOutput(InputOutputTableBuilder result, InputOutputTable table, SparseMatrix s) {
        table.statedOutput().ifPresent(stated -> {
            boolean counts = stated.named("").equals(table.grossOutput().named(""));
            result.statedOutput(s.multiply(stated.toArray()))
                    .totals(counts ? TotalsPolicy.USE_STATED : TotalsPolicy.USE_COMPUTED);
        });
    }

    /** S x = x*, sector by sector. */
    private void requireSameOutput(InputOutputTable table, InputOutputTable aggregated, PreservedTotals totals) {
        LabelledVector expected = apply(table.grossOutput());
        double[] size = sectors.joinedTo(table.industries(), "the concordance of sectors")
                .multiply(table.transactions().matrix().abs().rowSums());
        totals.compareVectors("Gross output", expected, aggregated.grossOutput(), size);
    }

    /** What is aggregated. */
    @Override
    public String toString() {
        return "Aggregation of " + sectors.sources().size() + " sectors into "
                + sectors.targets().size();
    }
}
