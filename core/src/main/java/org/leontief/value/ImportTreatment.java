package org.leontief.value;

import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledVector;
import org.leontief.technology.TechnicalCoefficients;

/**
 * How labour values count what comes from abroad: imported inputs with a named treatment. Made by {@link ImportedInputs}.
 * Immutable.
 */
public final class ImportTreatment {

    /** The three treatments. */
    public enum Kind {
        /** λ = λ(A + M) + l. */
        AS_PRODUCED_AT_HOME("imports valued as produced at home"),
        /** λ = λA + (λ·e / V) m + l. */
        PAID_FOR_BY_EXPORTS("imports valued by the labour in the exports that pay for them"),
        /** λ = λA + l, and beside it μ = μA + m. */
        KEPT_APART("imports kept apart, without labour");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The treatment in words. */
        @Override
        public String toString() {
            return words;
        }
    }

    private final Kind kind;
    private final ImportedInputs inputs;
    private final @Nullable LabelledVector exports;
    private final double valueOfImports;
    /** The unit of V where it is taken from the exports; null where the user gave V. */
    private final @Nullable String unitOfValue;

    private ImportTreatment(
            Kind kind,
            ImportedInputs inputs,
            @Nullable LabelledVector exports,
            double valueOfImports,
            @Nullable String unitOfValue) {
        this.kind = kind;
        this.inputs = inputs;
        this.exports = exports;
        this.valueOfImports = valueOfImports;
        this.unitOfValue = unitOfValue;
    }

    static ImportTreatment asProducedAtHome(ImportedInputs inputs) {
        return new ImportTreatment(Kind.AS_PRODUCED_AT_HOME, inputs, null, 0, null);
    }

    static ImportTreatment keptApart(ImportedInputs inputs) {
        return new ImportTreatment(Kind.KEPT_APART, inputs, null, 0, null);
    }

    static ImportTreatment paidForByExports(
            ImportedInputs inputs, LabelledVector exports, double valueOfImports, @Nullable String unitOfValue) {
        if (!(valueOfImports > 0 && Double.isFinite(valueOfImports))) {
            throw new IllegalArgumentException("The value of imports is " + valueOfImports
                    + "; for the labour in a unit of imports it must be above 0.");
        }
        for (int i = 0; i < exports.size(); i++) {
            if (exports.at(i) < 0) {
                throw new IllegalArgumentException(
                        "Exports of '" + exports.labels().get(i) + "' are " + exports.at(i)
                                + "; what pays for imports cannot be negative.");
            }
        }
        return new ImportTreatment(Kind.PAID_FOR_BY_EXPORTS, inputs, exports, valueOfImports, unitOfValue);
    }

    /**
     * Which of the three.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /** The same with the economy's own imports, if those are meant. */
    ImportTreatment resolved(TechnicalCoefficients economy) {
        ImportedInputs known = inputs.resolved(economy);
        if (unitOfValue != null && !unitOfValue.equals(known.unit(economy))) {
            throw new IllegalArgumentException("Imports are in " + known.unit(economy)
                    + ", the exports that pay for them in " + unitOfValue
                    + ". Convert them first, or give the value of imports: paidForByExports(exports, value).");
        }
        return new ImportTreatment(kind, known, exports, valueOfImports, unitOfValue);
    }

    ImportedInputs inputs() {
        return inputs;
    }

    /** e, where exports pay. */
    LabelledVector exports() {
        if (exports == null) {
            throw new IllegalStateException("No exports are named.");
        }
        return exports;
    }

    /** V, where exports pay. */
    double valueOfImports() {
        return valueOfImports;
    }

    /** The treatment in words. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
