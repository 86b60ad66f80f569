package org.leontief.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.AlignedInputs;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What a unit of each product takes from abroad: M = Z<sub>m</sub> x̂⁻¹, by imported product, beside the inputs A from home;
 * or only its value, m = 1ᵀM, as a row of the table. How much labour is in it no table says: name one of three treatments.
 *
 * <p>M: imported products × industries, in units of the row per unit of the column's product. That imports are made as at home
 * is the assumption of W. Leontief, "Domestic production and foreign trade" (1953), for competing imports. Immutable.
 */
public final class ImportedInputs {

    /** Where the numbers are. */
    private enum Source {
        /** M is at hand. */
        MATRIX,
        /** A row of the economy's own extensions holds the value. */
        ROW,
        /** The economy holds M. */
        ECONOMY
    }

    /** Names the rows of the economy's own extensions where only the value is known; else what M is called. */
    private final List<String> names;

    private final LabelledMatrix coefficients;
    private final Source source;
    /** What flows were divided by; null where M was given. */
    private final @Nullable LabelledVector output;

    private ImportedInputs(
            List<String> names, LabelledMatrix coefficients, Source source, @Nullable LabelledVector output) {
        this.names = List.copyOf(names);
        this.coefficients = coefficients;
        this.source = source;
        this.output = output;
    }

    /** Without a matrix of its own. */
    private static ImportedInputs in(List<String> names, Source source) {
        Labels none = Labels.of();
        LabelledMatrix nothing = LabelledMatrix.of("Imported inputs", none, none, Units.NONE, SparseMatrix.zeros(0, 0));
        return new ImportedInputs(names, nothing, source, null);
    }

    /**
     * Imported inputs as a table records them, to be divided by gross output.
     *
     * @param imported Z<sub>m</sub>: which imported products each industry used
     * @param grossOutput of the industries, joined by label
     * @return M
     * @throws org.leontief.label.UnknownLabelException if the industries do not match
     * @throws IllegalArgumentException if an industry without output has imported inputs
     */
    public static ImportedInputs flows(LabelledMatrix imported, LabelledVector grossOutput) {
        int[] places = imported.columns().placesIn(grossOutput.labels(), "'" + grossOutput.name() + "'");
        SparseMatrixBuilder m =
                SparseMatrix.builder(imported.rows().size(), imported.columns().size());
        imported.matrix().forEach((i, j, flow) -> {
            double output = grossOutput.at(places[j]);
            if (flow != 0 && !(output > 0)) {
                throw new IllegalArgumentException("'" + imported.columns().get(j) + "' has imported inputs ("
                        + imported.rows().get(i) + ": " + flow + ") but an output of " + output
                        + "; a coefficient needs an output above 0.");
            }
            m.add(i, j, flow == 0 ? 0 : flow / output);
        });
        LabelledMatrix quotients = LabelledMatrix.of(
                "Imported inputs", imported.rows(), imported.columns(), imported.rowUnits(), m.build());
        return notNegative(quotients, grossOutput);
    }

    /**
     * Imported inputs per unit of output.
     *
     * @param m imported products × industries
     * @return M
     * @throws IllegalArgumentException if an entry is negative
     */
    public static ImportedInputs coefficients(LabelledMatrix m) {
        return notNegative(m, null);
    }

    private static ImportedInputs notNegative(LabelledMatrix m, @Nullable LabelledVector output) {
        m.matrix().forEach((i, j, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException("Imported '" + m.rows().get(i) + "' in '"
                        + m.columns().get(j) + "' is " + value + "; an input cannot be negative.");
            }
        });
        return new ImportedInputs(List.of(m.name()), m, Source.MATRIX, output);
    }

    /**
     * Imported inputs that the table records product by product ({@link TechnicalCoefficients#importedInputs()}).
     *
     * @return M, of whichever economy is asked
     */
    public static ImportedInputs recorded() {
        return in(List.of("Imported inputs"), Source.ECONOMY);
    }

    /**
     * Imported inputs of which only the value is recorded, as rows of value added or extensions.
     *
     * @param name such as "Imports"
     * @param more further rows in the same unit, which are added
     * @return m
     * @throws IllegalArgumentException if a row is named twice
     */
    public static ImportedInputs row(String name, String... more) {
        List<String> names = Stream.concat(Stream.of(name), Arrays.stream(more)).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("A row of imports is named twice: " + String.join(", ", names) + ".");
        }
        return in(names, Source.ROW);
    }

    /**
     * The same with the economy's own M, if that is meant, after a look at whether they fit together.
     *
     * @throws IllegalStateException if the economy has no M, or more rows of imports than are named
     * @throws IllegalArgumentException if flows were divided by outputs in other units than the economy's
     */
    ImportedInputs resolved(TechnicalCoefficients economy) {
        switch (source) {
            case ROW -> {
                names.forEach(name -> economy.extension(name, "row of imports"));
                ImportRows.requireAll(economy, names);
            }
            case MATRIX -> requireOutputOf(economy);
            case ECONOMY -> {
                return coefficients(
                        economy.importedInputs()
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "The economy holds no imported inputs by product. A"
                                                        + " table is given them by imports(…), coefficients by withImportedInputs(…); of imports"
                                                        + " in a row of the table only the value is known: ImportedInputs.row(name).")));
            }
        }
        return this;
    }

    private void requireOutputOf(TechnicalCoefficients economy) {
        if (output != null) {
            int[] places = economy.industries().placesIn(output.labels(), "'" + output.name() + "'");
            Units units = output.units().reorder(places);
            for (int j = 0; j < places.length; j++) {
                if (!units.get(j).equals(economy.units().get(j))) {
                    throw new IllegalArgumentException("Imported flows were divided by the output of '"
                            + economy.industries().get(j) + "' in " + units.get(j) + ", the economy counts it in "
                            + economy.units().get(j) + ". Convert it first; units are never mixed silently.");
                }
            }
        }
    }

    /**
     * As if made here: λ = λ(A + M) + l. What the country saves or loses by trade is left out of account.
     *
     * @return the treatment
     * @throws IllegalStateException if only the value of imports is known, not which products they are
     */
    public ImportTreatment asProducedAtHome() {
        if (source == Source.ROW) {
            throw new IllegalStateException("Of the imports in the row '" + this + "' it is not known which products"
                    + " they are, so that they cannot be valued as produced at home. Give them by product"
                    + " (ImportedInputs.flows), or treat them otherwise.");
        }
        return ImportTreatment.asProducedAtHome(this);
    }

    /**
     * By the labour in the exports that pay for them: a unit of imports takes λ<sub>m</sub> = λ·e / V, and
     * λ = λA + λ<sub>m</sub> m + l.
     *
     * @param exports e, joined by label
     * @param valueOfImports V: all imports that these exports pay for, to final users too, in the unit of the imports
     * @return the treatment
     * @throws IllegalArgumentException if V is not above 0
     */
    public ImportTreatment paidForByExports(LabelledVector exports, double valueOfImports) {
        return ImportTreatment.paidForByExports(this, exports, valueOfImports, null);
    }

    /**
     * By the labour in exports of the same value: V = 1·e, so that surplus or deficit of trade does not enter.
     *
     * @param exports e, joined by label, in one unit
     * @return the treatment
     * @throws IllegalStateException if the exports are in different units
     * @throws IllegalArgumentException if their value is not above 0
     */
    public ImportTreatment paidForByExports(LabelledVector exports) {
        double value = exports.total();
        if (!(value > 0)) {
            throw new IllegalArgumentException("'" + exports.name() + "' are worth " + value
                    + "; only exports of some value can pay for imports.");
        }
        return ImportTreatment.paidForByExports(
                this, exports, value, exports.units().common());
    }

    /**
     * Not valued in labour: μ = μA + m, the imports in a unit of each product, direct and indirect, stands beside λ.
     *
     * @return the treatment
     */
    public ImportTreatment keptApart() {
        return ImportTreatment.keptApart(this);
    }

    /**
     * M over the industries of an economy, as if made by them.
     *
     * @param economy the technology
     * @return n × n, joined by label, in the units of the economy
     * @throws IllegalStateException if only the value of imports is known, or the economy has more of them
     * @throws UnknownLabelException if something is imported that is no product of the economy
     * @throws IllegalArgumentException if units do not match
     */
    public SparseMatrix byProduct(TechnicalCoefficients economy) {
        return resolved(economy).asProducedAtHome().inputs().matrix(economy);
    }

    /** M over the industries of an economy, joined by label. */
    SparseMatrix matrix(TechnicalCoefficients economy) {
        for (Label product : coefficients.rows()) {
            if (!economy.industries().contains(product)) {
                throw new UnknownLabelException("Imported '" + product
                        + "' is no product of the economy, so that it cannot be valued as produced at home. "
                        + economy.industries().unknown(product.toString()).getMessage()
                        + " Value such imports by the exports that pay for them, or keep them apart.");
            }
        }
        return AlignedInputs.of(coefficients, economy);
    }

    /** m = 1ᵀM per unit of each product, in one unit. */
    LabelledVector perUnit(TechnicalCoefficients economy) {
        return LabelledVector.of(
                toString(),
                economy.industries(),
                Units.of(unit(economy)).per(economy.units()),
                rounded(economy).values());
    }

    /** The numbers of {@link #perUnit}; those of one row are stored, others are sums. */
    RoundedNumbers rounded(TechnicalCoefficients economy) {
        AccurateSum[] exact = new AccurateSum[economy.industries().size()];
        Arrays.setAll(exact, j -> new AccurateSum());
        if (source == Source.ROW) {
            for (String name : names) {
                LabelledVector row = economy.extension(name);
                for (int j = 0; j < exact.length; j++) {
                    exact[j].add(row.at(j));
                }
            }
        } else {
            int[] places = coefficients.columns().placesIn(economy.industries(), "'" + this + "'");
            coefficients.matrix().forEach((i, j, value) -> exact[places[j]].add(value));
        }
        double[] sums = new double[exact.length];
        double[] errors = new double[exact.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = exact[j].value();
            double error = Math.max(exact[j].upper() - sums[j], sums[j] - exact[j].lower());
            errors[j] = error == 0 ? 0 : Math.nextUp(error);
        }
        return new RoundedNumbers(sums, errors);
    }

    /**
     * The unit of {@link #perUnit}, without the "per".
     *
     * @throws IllegalArgumentException if there is no common one
     */
    String unit(TechnicalCoefficients economy) {
        Units units = coefficients.rowUnits();
        if (source == Source.ROW) {
            LabelledMatrix rows = economy.extensions();
            units = Units.perLabel(names.stream()
                    .map(name -> rows.rowUnits().get(rows.rows().indexOf(name)))
                    .toList());
        }
        if (!units.isUniform()) {
            throw new IllegalArgumentException("The imported inputs are in different units (" + units
                    + ") and have no total value. Value them first, or as produced at home.");
        }
        return units.common();
    }

    /** What they are called. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
