package org.leontief.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/**
 * Builds an {@link InputOutputTable} from arrays, EJML matrices or labelled parts. What it is given is copied.
 *
 * <pre>{@code
 * InputOutputTable table = InputOutputTable.builder("Agriculture", "Manufacturing")
 *         .unit("million EUR")
 *         .transactions(new double[][] {{150, 500}, {200, 100}})
 *         .finalDemand("Final users", 350, 1700)
 *         .extension("Employment", "thousand persons", 12, 30)
 *         .build();
 * }</pre>
 */
public final class InputOutputTableBuilder {

    private static final double DEFAULT_TOLERANCE = 1e-6;

    private final Labels industries;
    private @Nullable Units units;
    private @Nullable SparseMatrix transactions;
    private final NamedColumns finalDemand;
    private final NamedRows valueAdded;
    private final NamedRows extensions;
    /** Units of parts that were given with labels, in the order of the industries. */
    private final Map<String, Units> labelledUnits = new LinkedHashMap<>();

    private final ExtensionsOfFinalUsers byFinalUsers = new ExtensionsOfFinalUsers();
    private @Nullable ImportedProducts imports;
    private double @Nullable [] stated;
    private TotalsPolicy totalsPolicy = TotalsPolicy.REFUSE_DIFFERENCES;
    private double totalsTolerance = DEFAULT_TOLERANCE;

    InputOutputTableBuilder(Labels industries) {
        if (industries.size() == 0) {
            throw new IllegalArgumentException("A table needs at least one industry.");
        }
        this.industries = industries;
        finalDemand = new NamedColumns("Final demand", "industries", industries);
        valueAdded = new NamedRows("Value added", "Value added", industries);
        extensions = new NamedRows("Extensions", "Extension", industries);
    }

    /**
     * One unit for the products of all industries.
     *
     * @param unit such as "million EUR"
     * @return this builder
     */
    public InputOutputTableBuilder unit(String unit) {
        Objects.requireNonNull(unit, "unit");
        return units(Units.of(unit));
    }

    /**
     * A unit for the product of each industry, for tables in physical or mixed units.
     *
     * @param unitByIndustry one for each industry
     * @return this builder
     */
    public InputOutputTableBuilder units(Units unitByIndustry) {
        units = unitByIndustry.requireSize(industries.size());
        return this;
    }

    /**
     * Z from an array.
     *
     * @param z z[i][j] is the product of industry i used by industry j; n × n, finite
     * @return this builder
     */
    public InputOutputTableBuilder transactions(double[][] z) {
        Objects.requireNonNull(z, "z");
        return transactions(ProductFlows.matrix("Transactions", industries, industries, z));
    }

    /**
     * Z from a dense EJML matrix.
     *
     * @param z n × n, finite
     * @return this builder
     */
    public InputOutputTableBuilder transactions(DMatrixRMaj z) {
        requireSquare(z.numRows, z.numCols);
        for (int i = 0; i < z.numRows; i++) {
            for (int j = 0; j < z.numCols; j++) {
                requireFinite("Transactions", i, industries.get(j).toString(), z.get(i, j));
            }
        }
        return transactions(SparseMatrix.of(z));
    }

    /**
     * Z from a sparse EJML matrix.
     *
     * @param z n × n, finite
     * @return this builder
     */
    public InputOutputTableBuilder transactions(DMatrixSparseCSC z) {
        requireSquare(z.numRows, z.numCols);
        for (int j = 0; j < z.numCols; j++) {
            for (int p = z.col_idx[j]; p < z.col_idx[j + 1]; p++) {
                requireFinite("Transactions", z.nz_rows[p], industries.get(j).toString(), z.nz_values[p]);
            }
        }
        return transactions(SparseMatrix.of(z));
    }

    /**
     * Z from a matrix of this library.
     *
     * @param z n × n
     * @return this builder
     */
    public InputOutputTableBuilder transactions(SparseMatrix z) {
        requireSquare(z.rows(), z.columns());
        transactions = z;
        return this;
    }

    /**
     * Z with its labels, joined to the industries; its units become those of the table if none are given.
     *
     * @param z n × n, in any order of the industries
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if an industry is missing on either side
     */
    public InputOutputTableBuilder transactions(LabelledMatrix z) {
        labelledUnits.put(z.name(), z.rowUnits().reorder(industries.placesIn(z.rows(), "'" + z.name() + "'")));
        return transactions(JoinedByLabel.of(z, industries, industries));
    }

    /**
     * One category of final demand.
     *
     * @param category such as "Households"
     * @param deliveries one for each industry, in its unit
     * @return this builder
     */
    public InputOutputTableBuilder finalDemand(String category, double... deliveries) {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(deliveries, "deliveries");
        finalDemand.add(category, deliveries);
        return this;
    }

    /**
     * All categories of final demand at once, in place of single ones.
     *
     * @param categories their labels, with regions where the table has them
     * @param deliveries n × c
     * @return this builder
     */
    public InputOutputTableBuilder finalDemand(Labels categories, SparseMatrix deliveries) {
        Objects.requireNonNull(categories, "categories");
        Objects.requireNonNull(deliveries, "deliveries");
        finalDemand.set(categories, deliveries);
        return this;
    }

    /**
     * Y with its labels, in place of single categories: rows joined to the industries.
     *
     * @param y industries × categories, in any order of the industries, in the units of the table
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if an industry is missing on either side
     */
    public InputOutputTableBuilder finalDemand(LabelledMatrix y) {
        labelledUnits.put(y.name(), y.rowUnits().reorder(industries.placesIn(y.rows(), "'" + y.name() + "'")));
        return finalDemand(y.columns(), JoinedByLabel.of(y, industries, y.columns()));
    }

    /**
     * V with its labels, in place of single rows: columns joined to the industries.
     *
     * @param v rows × industries, in any order of the industries, each row in its own unit
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if an industry is missing on either side
     */
    public InputOutputTableBuilder valueAdded(LabelledMatrix v) {
        Objects.requireNonNull(v, "v");
        valueAdded.set(v);
        return this;
    }

    /**
     * One row of value added, or of another primary input.
     *
     * @param row such as "Wages"
     * @param amounts one for each industry, in the unit of the table
     * @return this builder
     */
    public InputOutputTableBuilder valueAdded(String row, double... amounts) {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(amounts, "amounts");
        valueAdded.add(row, null, amounts);
        return this;
    }

    /**
     * One row of value added in a unit of its own, for tables whose products are in physical or mixed units.
     *
     * @param row such as "Wages"
     * @param unit such as "million EUR"
     * @param amounts one for each industry
     * @return this builder
     */
    public InputOutputTableBuilder valueAdded(String row, String unit, double... amounts) {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(amounts, "amounts");
        valueAdded.add(row, unit, amounts);
        return this;
    }

    /**
     * All rows of value added at once, in place of single ones.
     *
     * @param names their labels
     * @param unitByRow the unit of each, or one for all
     * @param amounts m × n
     * @return this builder
     */
    public InputOutputTableBuilder valueAdded(Labels names, Units unitByRow, SparseMatrix amounts) {
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(unitByRow, "unitByRow");
        Objects.requireNonNull(amounts, "amounts");
        valueAdded.set(names, unitByRow, amounts);
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
    public InputOutputTableBuilder extension(String name, String unit, double... amounts) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(amounts, "amounts");
        extensions.add(name, unit, amounts);
        return this;
    }

    /**
     * All extensions at once, in place of single ones.
     *
     * @param names their labels
     * @param unitByRow the unit of each
     * @param amounts k × n
     * @return this builder
     */
    public InputOutputTableBuilder extensions(Labels names, Units unitByRow, SparseMatrix amounts) {
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(unitByRow, "unitByRow");
        Objects.requireNonNull(amounts, "amounts");
        extensions.set(names, unitByRow, amounts);
        return this;
    }

    /**
     * All extensions at once, in place of single ones, joined to the industries by label.
     *
     * @param f k × n, in any order of the industries
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if an industry is missing on either side
     */
    public InputOutputTableBuilder extensions(LabelledMatrix f) {
        Objects.requireNonNull(f, "f");
        extensions.set(f);
        return this;
    }

    /**
     * What final users themselves emit or use of an extension, beside what the industries do: F_Y.
     *
     * @param extension its name, as in {@link #extension}
     * @param amounts one for each category of final demand, in the unit of the extension
     * @return this builder
     */
    public InputOutputTableBuilder finalDemandExtension(String extension, double... amounts) {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(amounts, "amounts");
        byFinalUsers.add(extension, amounts);
        return this;
    }

    /**
     * What final users themselves emit or use, all extensions at once: F_Y.
     *
     * @param amounts k × c, rows and columns in the order of the extensions and of the categories of final demand
     * @return this builder
     */
    public InputOutputTableBuilder finalDemandExtensions(SparseMatrix amounts) {
        Objects.requireNonNull(amounts, "amounts");
        byFinalUsers.set(amounts);
        return this;
    }

    /**
     * What came from abroad, product by product, beside Z and Y: Z_m and Y_m.
     *
     * @param toIndustries Z_m, imported products × industries, joined to the industries by label
     * @param toFinalUsers Y_m, imported products × categories of final demand, joined to them by label
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if industries or products do not match
     */
    public InputOutputTableBuilder imports(LabelledMatrix toIndustries, LabelledMatrix toFinalUsers) {
        if (imports != null) {
            throw new IllegalStateException("Imports were given twice; join the two into one matrix first.");
        }
        SparseMatrix joined = JoinedByLabel.of(toIndustries, toIndustries.rows(), industries);
        imports = new ImportedProducts(
                LabelledMatrix.of(
                        toIndustries.name(), toIndustries.rows(), industries, toIndustries.rowUnits(), joined),
                toFinalUsers);
        return this;
    }

    /**
     * What industries used from abroad, product by product, where nothing is recorded of imports to final users: Z_m.
     *
     * @param toIndustries Z_m, imported products × industries, joined to the industries by label
     * @return this builder
     * @throws org.leontief.label.UnknownLabelException if industries do not match
     */
    public InputOutputTableBuilder imports(LabelledMatrix toIndustries) {
        Labels none = Labels.of();
        return imports(
                toIndustries,
                LabelledMatrix.of(
                        "Imports to final users",
                        toIndustries.rows(),
                        none,
                        toIndustries.rowUnits(),
                        SparseMatrix.zeros(toIndustries.rows().size(), 0)));
    }

    /**
     * Gross output as the source states it; {@link #totals} says what becomes of it.
     *
     * @param x one for each industry, in its unit
     * @return this builder
     */
    public InputOutputTableBuilder statedOutput(double... x) {
        requireRows("Stated output", x.length);
        for (int i = 0; i < x.length; i++) {
            requireFinite("Stated output", i, "gross output", x[i]);
        }
        stated = x.clone();
        return this;
    }

    /**
     * What to do where a stated output differs from Z 1 + Y 1. Without this call: an error beyond one millionth.
     *
     * @param policy which of the two counts
     * @param tolerance largest difference relative to the larger of the two, at least 0; used by
     *     {@link TotalsPolicy#REFUSE_DIFFERENCES}
     * @return this builder
     */
    public InputOutputTableBuilder totals(TotalsPolicy policy, double tolerance) {
        Objects.requireNonNull(policy, "policy");
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("A tolerance of " + tolerance + " cannot be; it is 0 or more.");
        }
        totalsPolicy = policy;
        totalsTolerance = tolerance;
        return this;
    }

    /**
     * Whether the sums of the rows or the stated outputs count, where they differ.
     *
     * @param policy which of the two counts
     * @return this builder
     */
    public InputOutputTableBuilder totals(TotalsPolicy policy) {
        return totals(policy, DEFAULT_TOLERANCE);
    }

    /**
     * The table.
     *
     * @return an immutable table
     * @throws IllegalStateException if there are no transactions or no unit, parts were given in two ways, or value added has no
     *     unit of its own beside products in different units
     * @throws IllegalArgumentException if labels are repeated, or stated outputs differ and the policy refuses
     */
    public InputOutputTable build() {
        if (transactions == null) {
            throw new IllegalStateException("A table needs its transactions Z; call transactions(...) first.");
        }
        labelledUnits.forEach(this::requireUnits);
        if (units == null) {
            throw new IllegalStateException("A table says its unit; call unit(\"million EUR\") or units(...) first.");
        }
        LabelledMatrix z = LabelledMatrix.of("Transactions", industries, industries, units, transactions);
        FinalDemand y = new FinalDemand(finalDemand.build(units));
        LabelledMatrix v = valueAdded.build(units);
        LabelledMatrix f = extensions.build(units);
        requireDistinct(v.rows(), f.rows());
        LabelledVector computed = z.rowTotals().plus(y.total()).named("Gross output");
        LabelledVector statedOutput =
                stated == null ? null : LabelledVector.of("Stated gross output", industries, units, stated);
        LabelledVector x = new StatedOutput(statedOutput, totalsPolicy, totalsTolerance).reconciledWith(computed);
        return new InputOutputTable(
                z, y, v, f, byFinalUsers.build(f, y.categories()), importsTo(y.categories()), x, statedOutput);
    }

    /** The units of a labelled part are those of the table, or become them. */
    private void requireUnits(String part, Units own) {
        Units wanted = units == null ? own : units;
        units = wanted;
        for (int i = 0; i < industries.size(); i++) {
            if (!own.get(i).equals(wanted.get(i))) {
                throw new IllegalArgumentException("'" + part + "' counts '" + industries.get(i) + "' in " + own.get(i)
                        + ", the table in " + wanted.get(i) + ". Convert it first; units are never mixed silently.");
            }
        }
    }

    private @Nullable ImportedProducts importsTo(Labels users) {
        if (imports == null || imports.products().size() == 0) {
            return null;
        }
        LabelledMatrix zm = imports.toIndustries();
        LabelledMatrix ym = imports.toFinalUsers();
        SparseMatrix deliveries = ym.columns().size() == 0
                ? SparseMatrix.zeros(zm.rows().size(), users.size())
                : JoinedByLabel.of(ym, zm.rows(), users);
        return new ImportedProducts(
                LabelledMatrix.of("Imports", zm.rows(), industries, zm.rowUnits(), zm.matrix()),
                LabelledMatrix.of("Imports to final users", zm.rows(), users, zm.rowUnits(), deliveries));
    }

    private static void requireDistinct(Labels valueAdded, Labels extensions) {
        for (var label : extensions) {
            if (valueAdded.contains(label)) {
                throw new IllegalArgumentException("'" + label
                        + "' names both a row of value added and an extension; results are asked for by name, so it can"
                        + " be only one of them.");
            }
        }
    }

    private void requireSquare(int rows, int columns) {
        int n = industries.size();
        if (rows != n || columns != n) {
            throw new IllegalArgumentException("The transactions are " + rows + " × " + columns + "; for " + n
                    + " industries " + n + " × " + n + " are needed.");
        }
    }

    private void requireRows(String what, int length) {
        if (length != industries.size()) {
            throw new IllegalArgumentException(
                    what + " has " + length + " rows for " + industries.size() + " industries.");
        }
    }

    private void requireFinite(String what, int row, String column, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " for '" + industries.get(row) + "' is " + value + " (row "
                    + (row + 1) + ", column '" + column + "'); a finite number is needed. Maybe a missing value?");
        }
    }
}
