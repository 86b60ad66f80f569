package org.leontief.value;

import java.util.List;
import java.util.stream.Collectors;
import org.leontief.label.Listing;
import org.leontief.technology.RecordedImports;
import org.leontief.technology.TechnicalCoefficients;

/** Sees to it that inputs from abroad, which no labour value may count by default, are counted as an account says. */
final class ImportRows {

    private ImportRows() {}

    /** Refuses an economy with imports, where an account does not say how to count them. */
    static void requireNone(TechnicalCoefficients economy) {
        RecordedImports imports = RecordedImports.of(economy);
        if (!imports.isEmpty()) {
            throw new IllegalStateException(
                    "The economy takes inputs from abroad, and how much labour is in them has to"
                            + " be said; there is no default. With imports = "
                            + (imports.areByProduct() ? "ImportedInputs.recorded()" : inCode(imports.rows()))
                            + ", give the account "
                            + (imports.areByProduct() ? ".importing(imports.asProducedAtHome()), " : "")
                            + ".importing(imports.paidForByExports(exports)), or .importing(imports.keptApart()), which leaves"
                            + " their labour out and reports the imports beside the values.");
        }
    }

    /** Refuses rows of imports beside those that an account counts. */
    static void requireAll(TechnicalCoefficients economy, List<String> counted) {
        List<String> all = RecordedImports.of(economy).rows();
        if (all.stream().anyMatch(counted::contains) && !counted.containsAll(all)) {
            throw new IllegalStateException("The economy has more rows of imports than are counted: "
                    + Listing.quoted(
                            all.stream().filter(row -> !counted.contains(row)).toList())
                    + ". Count all of them: " + inCode(all) + ".");
        }
    }

    private static String inCode(List<String> rows) {
        return rows.stream().collect(Collectors.joining("\", \"", "ImportedInputs.row(\"", "\")"));
    }
}
