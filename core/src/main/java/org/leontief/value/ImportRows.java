package org.leontief.value;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.leontief.label.Label;
import org.leontief.technology.TechnicalCoefficients;

/** Finds out whether an economy takes inputs from abroad, which no labour value may count by default. */
final class ImportRows {

    /** What a row may be called that begins with imports and is none: they are paid to the state at home. */
    private static final List<String> LEVIES = List.of("tax", "dut", "tariff", "levy", "levies", "subsid");

    private ImportRows() {}

    /** Rows of the extensions or of value added whose name says that they hold imports. */
    static List<String> of(TechnicalCoefficients economy) {
        return economy.extensions().rows().asList().stream()
                .map(Label::toString)
                .filter(ImportRows::namesImports)
                .toList();
    }

    private static boolean namesImports(String row) {
        String name = row.toLowerCase(Locale.ROOT);
        return name.startsWith("import") && LEVIES.stream().noneMatch(name::contains);
    }

    static void requireNone(TechnicalCoefficients economy) {
        boolean byProduct =
                economy.importedInputs().filter(m -> m.matrix().nonZeros() > 0).isPresent();
        Stream<String> which = byProduct
                ? Stream.of("ImportedInputs.recorded()")
                : of(economy).stream().map(row -> "ImportedInputs.row(\"" + row + "\")");
        which.findFirst().ifPresent(inputs -> {
            throw new IllegalStateException(
                    "The economy takes inputs from abroad, and how much labour is in them has to"
                            + " be said; there is no default. With imports = " + inputs + ", give the account "
                            + (byProduct ? ".importing(imports.asProducedAtHome()), " : "")
                            + ".importing(imports.paidForByExports(exports)), or .importing(imports.keptApart()), which leaves"
                            + " their labour out and reports the imports beside the values.");
        });
    }
}
