package org.leontief.value;

import java.util.Arrays;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
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

    /** Names the row of the economy's own extensions where only the value is known; else what M is called. */
    private final String name;

    private final LabelledMatrix coefficients;
    private final Source source;

    private ImportedInputs(String name, LabelledMatrix coefficients, Source source) {
        this.name = name;
        this.coefficients = coefficients;
        this.source = source;
    }

    /** Without a matrix of its own. */
    private static ImportedInputs in(String name, Source source) {
        Labels none = Labels.of();
        return new ImportedInputs(
                name, LabelledMatrix.of(name, none, none, Units.NONE, SparseMatrix.zeros(0, 0)), source);
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
        return coefficients(LabelledMatrix.of(
                "Imported inputs", imported.rows(), imported.columns(), imported.rowUnits(), m.build()));
    }

    /**
     * Imported inputs per unit of output.
     *
     * @param m imported products × industries
     * @return M
     * @throws IllegalArgumentException if an entry is negative
     */
    public static ImportedInputs coefficients(LabelledMatrix m) {
        m.matrix().forEach((i, j, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException("Imported '" + m.rows().get(i) + "' in '"
                        + m.columns().get(j) + "' is " + value + "; an input cannot be negative.");
            }
        });
        return new ImportedInputs(m.name(), m, Source.MATRIX);
    }

    /**
     * Imported inputs that the table records product by product ({@link TechnicalCoefficients#importedInputs()}).
     *
     * @return M, of whichever economy is asked
     */
    public static ImportedInputs recorded() {
        return in("Imported inputs", Source.ECONOMY);
    }

    /**
     * Imported inputs of which only the value is recorded, as a row of value added or an extension.
     *
     * @param name such as "Imports"
     * @return m
     */
    public static ImportedInputs row(String name) {
        return in(name, Source.ROW);
    }

    /** The same with the economy's own M, if that is meant. */
    ImportedInputs resolved(TechnicalCoefficients economy) {
        return source != Source.ECONOMY
                ? this
                : coefficients(
                        economy.importedInputs()
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "The economy holds no imported inputs by product. A"
                                                        + " table is given them by imports(…), coefficients by withImportedInputs(…); of imports"
                                                        + " in a row of the table only the value is known: ImportedInputs.row(name).")));
    }

    /**
     * As if made here: λ = λ(A + M) + l. What the country saves or loses by trade is left out of account.
     *
     * @return the treatment
     * @throws IllegalStateException if only the value of imports is known, not which products they are
     */
    public ImportTreatment asProducedAtHome() {
        if (source == Source.ROW) {
            throw new IllegalStateException("Of the imports in the row '" + name + "' it is not known which products"
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
        return ImportTreatment.paidForByExports(this, exports, valueOfImports);
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
        return paidForByExports(exports, exports.total());
    }

    /**
     * Not valued in labour: μ = μA + m, the imports in a unit of each product, direct and indirect, stands beside λ.
     *
     * @return the treatment
     */
    public ImportTreatment keptApart() {
        return ImportTreatment.keptApart(this);
    }

    /** M over the industries of an economy, joined by label. */
    SparseMatrix matrix(TechnicalCoefficients economy) {
        return MatrixParts.aligned(coefficients, economy);
    }

    /** m = 1ᵀM per unit of each product, in one unit. */
    LabelledVector perUnit(TechnicalCoefficients economy) {
        if (source == Source.ROW) {
            return economy.extension(LabourRows.requireRow(economy, name, "row of imports"));
        }
        if (!coefficients.rowUnits().isUniform()) {
            throw new IllegalArgumentException("The imported inputs are in different units (" + coefficients.rowUnits()
                    + ") and have no total value. Value them first, or as produced at home.");
        }
        LabelledVector sums = coefficients.columnTotals();
        int[] places = economy.industries().placesIn(coefficients.columns(), "'" + name + "'");
        double[] moved = new double[places.length];
        for (int j = 0; j < moved.length; j++) {
            moved[j] = sums.at(places[j]);
        }
        return LabelledVector.of(
                name,
                economy.industries(),
                Units.of(coefficients.rowUnits().common()).per(economy.units()),
                moved);
    }

    /** The numbers of {@link #perUnit}; those of a row are stored, those of a matrix are sums. */
    RoundedNumbers rounded(TechnicalCoefficients economy) {
        double[] sums = perUnit(economy).toArray();
        double[] errors = new double[sums.length];
        if (source != Source.ROW) {
            int[] places = economy.industries().placesIn(coefficients.columns(), "'" + name + "'");
            AccurateSum[] exact = new AccurateSum[sums.length];
            Arrays.setAll(exact, j -> new AccurateSum());
            coefficients.matrix().forEach((i, j, value) -> exact[j].add(value));
            for (int j = 0; j < sums.length; j++) {
                double above = exact[places[j]].upper() - sums[j];
                double below = sums[j] - exact[places[j]].lower();
                double error = Math.max(above, below);
                errors[j] = error == 0 ? 0 : Math.nextUp(error);
            }
        }
        return new RoundedNumbers(sums, errors);
    }

    /** The unit of {@link #perUnit}, without the "per". */
    String unit(TechnicalCoefficients economy) {
        return source == Source.ROW
                ? economy.extensions()
                        .rowUnits()
                        .get(economy.extensions().rows().indexOf(name))
                : coefficients.rowUnits().common();
    }

    /** What they are called. */
    @Override
    public String toString() {
        return name;
    }
}
