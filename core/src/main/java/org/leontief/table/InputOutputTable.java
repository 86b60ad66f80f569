package org.leontief.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;

/**
 * A symmetric input-output table: what was recorded in one period. Immutable.
 *
 * <pre>
 *               industries     final users
 * industries        Z               Y         x = Z 1 + Y 1
 * imports           Zm              Ym
 * primary inputs    V
 * extensions        F               FY
 * </pre>
 *
 * <p>Z[i,j], n × n: product of industry i used by industry j. Y, n × c: deliveries to final users by category. V, m × n:
 * value added by row, with other primary inputs (imports, taxes) where the table has them. F, k × n: extensions
 * (satellite accounts: employment, emissions), each row in its own unit; F_Y, k × c: what final users themselves emit or
 * use. Z_m and Y_m: imports product by product, where the table has them. Row i of Z, Y and x is in the unit of industry i; a
 * table in money has one unit.
 *
 * <p>Source: R. E. Miller and P. D. Blair, <i>Input-Output Analysis: Foundations and Extensions</i>, 2nd ed. (Cambridge
 * University Press 2009), section 2.2.
 */
public final class InputOutputTable {

    private final LabelledMatrix transactions;
    private final FinalDemand finalDemand;
    private final LabelledMatrix valueAdded;
    private final LabelledMatrix extensions;
    private final LabelledMatrix finalDemandExtensions;
    private final @Nullable ImportedProducts imports;
    private final LabelledVector grossOutput;
    private final @Nullable LabelledVector statedOutput;

    InputOutputTable(
            LabelledMatrix transactions,
            FinalDemand finalDemand,
            LabelledMatrix valueAdded,
            LabelledMatrix extensions,
            LabelledMatrix finalDemandExtensions,
            @Nullable ImportedProducts imports,
            LabelledVector grossOutput,
            @Nullable LabelledVector statedOutput) {
        this.transactions = transactions;
        this.finalDemand = finalDemand;
        this.valueAdded = valueAdded;
        this.extensions = extensions;
        this.finalDemandExtensions = finalDemandExtensions;
        this.imports = imports;
        this.grossOutput = grossOutput;
        this.statedOutput = statedOutput;
    }

    /**
     * Starts a table.
     *
     * @param industries the industries (or products), with regions where the table has them
     * @return a builder
     */
    public static InputOutputTableBuilder builder(Labels industries) {
        return new InputOutputTableBuilder(industries);
    }

    /**
     * Starts a table.
     *
     * @param industries names of the industries (or products)
     * @return a builder
     */
    public static InputOutputTableBuilder builder(String... industries) {
        Objects.requireNonNull(industries, "industries");
        return builder(Labels.of(industries));
    }

    /**
     * The industries.
     *
     * @return their labels, in order
     */
    public Labels industries() {
        return transactions.rows();
    }

    /**
     * The units of the industries' products.
     *
     * @return one for all or one for each industry
     */
    public Units units() {
        return transactions.rowUnits();
    }

    /**
     * Z: product of the row's industry used by the column's industry.
     *
     * @return n × n
     */
    public LabelledMatrix transactions() {
        return transactions;
    }

    /**
     * Y: deliveries to final users.
     *
     * @return n × c; c may be 0 in a closed table
     */
    public FinalDemand finalDemand() {
        return finalDemand;
    }

    /**
     * V: value added and other primary inputs by row.
     *
     * @return m × n; m may be 0
     */
    public LabelledMatrix valueAdded() {
        return valueAdded;
    }

    /**
     * F: extensions by row, each in its own unit.
     *
     * @return k × n; k may be 0
     */
    public LabelledMatrix extensions() {
        return extensions;
    }

    /**
     * F_Y: what final users themselves emit or use, such as the exhaust of private cars; beside what industries do for them.
     *
     * @return k × c, the rows of the extensions by the categories of final demand; 0 where nothing is recorded
     */
    public LabelledMatrix finalDemandExtensions() {
        return finalDemandExtensions;
    }

    /**
     * Z_m and Y_m: what came from abroad, product by product.
     *
     * @return empty if the table does not record it
     */
    public Optional<ImportedProducts> imports() {
        return Optional.ofNullable(imports);
    }

    /**
     * One extension by industry.
     *
     * @param name such as "Employment"
     * @return a vector over the industries, in the extension's unit
     * @throws org.leontief.label.UnknownLabelException if there is no such extension, with the nearest
     */
    public LabelledVector extension(String name) {
        Objects.requireNonNull(name, "name");
        return extensions.row(name);
    }

    /**
     * One row by industry, be it an extension or a row of value added: the same as that of the coefficients of this name.
     *
     * @param name such as "Employment" or "Wages"; region and name as one text where rows have regions
     * @return a vector over the industries, in the row's unit
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     */
    public LabelledVector row(String name) {
        Objects.requireNonNull(name, "name");
        int place = allRows().indexOf(name);
        int first = extensions.rows().size();
        LabelledMatrix block = place < first ? extensions : valueAdded;
        Labels rows = block.rows();
        return block.row(rows.get(place < first ? place : place - first).toString());
    }

    /**
     * What final users themselves emit or use of a row; 0 for rows of value added.
     *
     * @param name as in {@link #row}
     * @return a vector over the categories of final demand, in the row's unit
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     */
    public LabelledVector finalDemandRow(String name) {
        Objects.requireNonNull(name, "name");
        int place = allRows().indexOf(name);
        LabelledVector byIndustry = row(name);
        return place < extensions.rows().size()
                ? finalDemandExtensions.row(extensions.rows().get(place).toString())
                : LabelledVector.of(
                        byIndustry.name(),
                        finalDemandExtensions.columns(),
                        byIndustry.units(),
                        new double[finalDemandExtensions.columns().size()]);
    }

    /** Extensions, and behind them the rows of value added, as in the coefficients. */
    private Labels allRows() {
        List<Label> rows = new ArrayList<>(extensions.rows().asList());
        rows.addAll(valueAdded.rows().asList());
        return Labels.ofLabels(rows);
    }

    /**
     * x = Z 1 + Y 1; or what the source states, if the table was built with {@link TotalsPolicy#USE_STATED}.
     *
     * @return a vector over the industries
     */
    public LabelledVector grossOutput() {
        return grossOutput;
    }

    /**
     * Gross output as the source states it.
     *
     * @return empty if the source states none
     */
    public Optional<LabelledVector> statedOutput() {
        return Optional.ofNullable(statedOutput);
    }

    /**
     * How far rows, columns and stated totals agree.
     *
     * @return a report by industry
     */
    public BalanceReport balance() {
        return BalanceReport.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InputOutputTable that
                && transactions.equals(that.transactions)
                && finalDemand.equals(that.finalDemand)
                && valueAdded.equals(that.valueAdded)
                && extensions.equals(that.extensions)
                && finalDemandExtensions.equals(that.finalDemandExtensions)
                && Objects.equals(imports, that.imports)
                && grossOutput.equals(that.grossOutput)
                && Objects.equals(statedOutput, that.statedOutput);
    }

    @Override
    public int hashCode() {
        return Objects.hash(transactions, finalDemand, valueAdded, extensions);
    }

    /** Shape and unit. */
    @Override
    public String toString() {
        return "Input-output table of " + Listing.count(industries().size(), "industry", "industries") + " (" + units()
                + "), "
                + Listing.count(finalDemand.categories().size(), "category", "categories") + " of final demand, "
                + Listing.count(valueAdded.rows().size(), "row", "rows") + " of value added, "
                + Listing.count(extensions.rows().size(), "extension", "extensions")
                + (imports == null
                        ? ""
                        : ", " + Listing.count(imports.products().size(), "imported product", "imported products"));
    }
}
