package org.leontief.examples;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.leontief.io.InputOutputCsv;
import org.leontief.table.InputOutputTable;

/**
 * The input-output table of Germany 1995, six industries, in million EUR, with employment and carbon dioxide.
 *
 * <p>Source of the figures: Eurostat, <i>Manual of Supply, Use and Input-Output Tables</i> (2008 edition), chapter 15 (J.
 * Beutel). The manual's order of industries: agriculture (CPA A), manufacturing, mining and energy (B–E), construction (F),
 * trade, hotels and transport (G–I), finance, real estate and business services (J–N), other services (O–T). The printed row
 * total of manufacturing, 1,079,400, is a misprint: the row adds up to 1,079,446, which is also the total of its column. The
 * file keeps it as a stated output that is compared and does not count, so that {@code table.balance()} shows it.
 */
public final class GermanTable {

    private static final String FILE = "germany-1995.csv";

    private GermanTable() {}

    /**
     * Reads the table.
     *
     * @return the table
     * @throws IOException if it cannot be read
     */
    public static InputOutputTable read() throws IOException {
        Path copy = Files.createTempFile("germany-1995", ".csv");
        try (InputStream stream = GermanTable.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new FileNotFoundException("The bundled table " + FILE + " is missing from the jar.");
            }
            Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
            return InputOutputCsv.read(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
