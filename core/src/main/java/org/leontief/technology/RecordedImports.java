package org.leontief.technology;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.leontief.label.Label;

/**
 * What an economy records of its inputs from abroad: rows whose name says that they hold imports, and whether they are known
 * by product. Duties on imports are paid to the state at home and are none.
 *
 * @param rows names among the extensions and the rows of value added
 * @param areByProduct whether there are {@link TechnicalCoefficients#importedInputs()} above 0
 */
public record RecordedImports(List<String> rows, boolean areByProduct) {

    private static final Pattern WORD = Pattern.compile("\\bimport(s|ed)?\\b");

    /** The levy must be the head of the name, not something that it mentions. */
    private static final Pattern LEVY = Pattern.compile(
            "^import (tax|dut|tariff|lev|subsid)|^[^,]*(tax|dut|tariff|lev|subsid)[^,]*\\bon\\b.*\\bimport");

    /** Imports in the European System of Accounts, and in tables of the World Input-Output Database. */
    private static final Set<String> CODES = Set.of("p7", "p.7", "p71", "p72", "imp", "ii_fob");

    /**
     * What was found.
     *
     * @param rows as above
     * @param areByProduct as above
     */
    public RecordedImports {
        rows = List.copyOf(rows);
    }

    /**
     * Looks for imports.
     *
     * @param economy the technology
     * @return what there is
     */
    public static RecordedImports of(TechnicalCoefficients economy) {
        List<String> rows = economy.extensions().rows().asList().stream()
                .filter(row -> namesImports(row.name().toLowerCase(Locale.ROOT)))
                .map(Label::toString)
                .toList();
        return new RecordedImports(
                rows,
                economy.importedInputs().filter(m -> m.matrix().nonZeros() > 0).isPresent());
    }

    private static boolean namesImports(String name) {
        return CODES.contains(name)
                || (WORD.matcher(name).find() && !LEVY.matcher(name).find());
    }

    /**
     * Whether there are none.
     *
     * @return true if nothing says that there are inputs from abroad
     */
    public boolean isEmpty() {
        return rows.isEmpty() && !areByProduct;
    }
}
