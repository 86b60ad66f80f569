package org.leontief.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leontief.label.Label;
import org.leontief.technology.TechnicalCoefficients;

/** Finds out whether an economy takes inputs from abroad, which no labour value may count by default. */
final class ImportRows {

    private static final Pattern WORD = Pattern.compile("\\bimport(s|ed)?\\b");

    /** Duties on imports are paid to the state at home. They must be the head of the name, not something that it mentions. */
    private static final Pattern LEVY = Pattern.compile(
            "^import (tax|dut|tariff|lev|subsid)|^[^,]*(tax|dut|tariff|lev|subsid)[^,]*\\bon\\b.*\\bimport");

    /** Imports in the European System of Accounts, and in tables of the World Input-Output Database. */
    private static final Set<String> CODES = Set.of("p7", "p.7", "p71", "p72", "imp", "ii_fob");

    private ImportRows() {}

    /** Rows of the extensions or of value added whose name says that they hold imports. */
    static List<String> of(TechnicalCoefficients economy) {
        return economy.extensions().rows().asList().stream()
                .filter(row -> namesImports(row.name().toLowerCase(Locale.ROOT)))
                .map(Label::toString)
                .toList();
    }

    private static boolean namesImports(String name) {
        return CODES.contains(name)
                || (WORD.matcher(name).find() && !LEVY.matcher(name).find());
    }

    private static boolean areByProduct(TechnicalCoefficients economy) {
        return economy.importedInputs().filter(m -> m.matrix().nonZeros() > 0).isPresent();
    }

    /** Refuses an economy with imports, where an account does not say how to count them. */
    static void requireNone(TechnicalCoefficients economy) {
        List<String> rows = of(economy);
        boolean byProduct = areByProduct(economy);
        if (byProduct || !rows.isEmpty()) {
            throw new IllegalStateException(
                    "The economy takes inputs from abroad, and how much labour is in them has to"
                            + " be said; there is no default. With imports = "
                            + (byProduct ? "ImportedInputs.recorded()" : inCode(rows)) + ", give the account "
                            + (byProduct ? ".importing(imports.asProducedAtHome()), " : "")
                            + ".importing(imports.paidForByExports(exports)), or .importing(imports.keptApart()), which leaves"
                            + " their labour out and reports the imports beside the values.");
        }
    }

    /** Refuses rows of imports beside those that an account counts. */
    static void requireAll(TechnicalCoefficients economy, List<String> counted) {
        List<String> all = of(economy);
        if (all.stream().anyMatch(counted::contains) && !counted.containsAll(all)) {
            throw new IllegalStateException("The economy has more rows of imports than are counted: "
                    + all.stream().filter(row -> !counted.contains(row)).collect(Collectors.joining("', '", "'", "'"))
                    + ". Count all of them: " + inCode(all) + ".");
        }
    }

    private static String inCode(List<String> rows) {
        return rows.stream().collect(Collectors.joining("\", \"", "ImportedInputs.row(\"", "\")"));
    }

    /** What has to be known of imports that are not among the inputs of a technique. */
    static List<String> notes(Technique technique) {
        TechnicalCoefficients economy = technique.coefficients();
        List<String> notes = new ArrayList<>();
        if (!technique.countsImports()) {
            of(economy)
                    .forEach(row -> notes.add("The row '" + row
                            + "' looks like imported inputs, which are not among the inputs of this technique: rates of"
                            + " profit are higher without them. Add them by product to the coefficients, or to D."));
            if (areByProduct(economy)) {
                notes.add(
                        "Imported inputs are recorded, but not among the inputs of this technique: rates of profit are"
                                + " higher without them. See withImportsAsProducedAtHome(ImportedInputs.recorded()).");
            }
        }
        return notes;
    }

    /** Refuses to compare a technique with its imports to one without. */
    static void requireAlike(Technique one, Technique other) {
        if (one.countsImports() != other.countsImports()) {
            throw new IllegalArgumentException(
                    "One technique counts its imported inputs, the other does not: what differs"
                            + " would be the counting. See withImportsAsProducedAtHome.");
        }
    }
}
