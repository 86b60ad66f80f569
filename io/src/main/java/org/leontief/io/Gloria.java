package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.io.MrioParts.Kind;
import org.leontief.io.MrioParts.Per;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * Reads GLORIA, one year: transactions T, final demand Y and value added V, the satellite accounts TQ and YQ if they are
 * there, and the names in the workbook {@code GLORIA_ReadMe}. All lie in one folder or in folders below it. Thousand USD.
 *
 * <p>GLORIA is a multi-region supply-use table: each region has its industries and then its products; industries supply
 * products, and products are used by industries. The table has both, {@code new Label("AUS", "Fishing (industry)")} and
 * {@code new Label("AUS", "Fishing (product)")}, one below the other: a product takes what its industries supply, an
 * industry takes products. Value added is by region of origin, {@code "AUS / Compensation of employees D.1"}.
 *
 * <p>Source: M. Lenzen et al., <i>Implementing the material footprint to measure progress towards Sustainable Development Goals
 * 8 and 12</i>, Nature Sustainability 5 (2022); <i>GLORIA ReadMe</i>.
 */
public final class Gloria {

    /** Which prices: basic, or with trade, transport and taxes; GLORIA calls them markups. */
    public enum Prices {
        /** Basic prices, Markup001. */
        BASIC("001"),
        /** Purchasers' prices, Markup005. */
        PURCHASERS("005");

        private final String code;

        Prices(String code) {
            this.code = code;
        }
    }

    private static final String UNIT = "thousand USD";

    private final DataFolder folder;
    private final Prices prices;
    private final CsvOptions options;
    private final DataFile readMe;

    private Gloria(DataFolder folder, Prices prices, CsvOptions options) throws IOException {
        this.folder = folder;
        this.prices = prices;
        this.options = options;
        readMe = folder.only("the names (GLORIA_ReadMe….xlsx)", name -> name.matches("GLORIA_ReadMe.*\\.xlsx"));
    }

    /**
     * Reads one year at basic prices.
     *
     * @param path the folder, or a ZIP archive, with the files of one year
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path) throws IOException {
        return read(path, Prices.BASIC, CsvOptions.defaults());
    }

    /**
     * Reads one year, watched.
     *
     * @param path the folder, or a ZIP archive, with the files of one year
     * @param prices which of the files with transactions and final demand; value added is there once
     * @param options the listener that is told how far the read has come, if there is one
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path, Prices prices, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(prices, "prices");
        Objects.requireNonNull(options, "options");
        return Recognition.expecting(
                path,
                "GLORIA",
                List.of(FileLooks.GLORIA, FileLooks.BARE_NUMBERS),
                () -> new Gloria(DataFolder.open(path), prices, options).read());
    }

    private DatabaseTable read() throws IOException {
        List<String> regions = column("Regions", "Region_acronyms");
        List<String> sectors = column("Sectors", "Sector_names");
        Labels industriesAndProducts = Labels.ofRegions(regions, bothKinds(sectors));
        Labels users = Labels.ofRegions(regions, column("Value added and final demand", "Final_demand_names"));
        Labels primary = Labels.ofRegions(regions, column("Value added and final demand", "Value_added_names"));
        int n = industriesAndProducts.size();
        MrioParts parts = new MrioParts(
                "GLORIA, " + prices.name().toLowerCase(Locale.ROOT) + " prices",
                folder.root().toString());
        parts.note("GLORIA is a supply-use table; industries and products stand in one table here, "
                + "so that gross output counts both.");
        parts.sectors(industriesAndProducts, Units.of(UNIT));
        parts.transactions(numbers("T", prices.code, n, n).matrix());
        parts.finalDemand(users, numbers("Y", prices.code, n, users.size()).matrix());
        parts.add(new MrioParts.Rows(
                "value added",
                Kind.VALUE_ADDED,
                primary.asList().stream().map(Label::toString).toList(),
                primary.asList().stream().map(row -> UNIT).toList(),
                Per.PERIOD,
                numbers("V", Prices.BASIC.code, primary.size(), n).matrix(),
                null));
        if (find("TQ", Prices.BASIC.code).isEmpty()) {
            parts.note("There are no satellite accounts (TQ) in the folder.");
        } else {
            addSatellites(parts, n, users.size());
        }
        return parts.build();
    }

    private void addSatellites(MrioParts parts, int sectors, int users) throws IOException {
        List<String> heads = column("Satellites", "Sat_head_indicator");
        List<String> indicators = column("Satellites", "Sat_indicator");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            names.add(heads.get(i) + Label.SEPARATOR + indicators.get(i));
        }
        parts.add(new MrioParts.Rows(
                "satellites",
                Kind.EXTENSION,
                names,
                column("Satellites", "Sat_unit"),
                Per.PERIOD,
                numbers("TQ", Prices.BASIC.code, names.size(), sectors).matrix(),
                numbers("YQ", Prices.BASIC.code, names.size(), users).matrix()));
    }

    private static List<String> bothKinds(List<String> sectors) {
        List<String> both = new ArrayList<>();
        sectors.forEach(sector -> both.add(sector + " (industry)"));
        sectors.forEach(sector -> both.add(sector + " (product)"));
        return both;
    }

    /** The cells of a column of the workbook, down to the first that is empty. */
    private List<String> column(String sheet, String header) throws IOException {
        List<String> cells = new ArrayList<>();
        try (CsvSource source = CsvSource.openSheet(readMe, sheet, options)) {
            source.first();
            int column = 0;
            while (column < source.width() && !source.cell(column).equals(header)) {
                column++;
            }
            if (column == source.width()) {
                throw source.inRow("sheet '" + sheet + "' has no column " + NumberParser.quoted(header));
            }
            while (source.next()
                    && source.width() > column
                    && !source.cell(column).isEmpty()) {
                cells.add(source.cell(column));
            }
            if (cells.isEmpty()) {
                throw source.inFile("sheet '" + sheet + "' has nothing below " + NumberParser.quoted(header));
            }
        }
        return cells;
    }

    private Optional<String> find(String part, String markup) throws IOException {
        String pattern = ".*_" + part + "-Results_.*_Markup" + markup + "\\(full\\)\\.csv(\\.gz)?";
        List<String> found = folder.named(name -> name.matches(pattern));
        if (found.size() > 1) {
            throw folder.inFolder("there are several files for the part " + part + ": " + String.join(", ", found)
                    + ". Give the folder of one year");
        }
        return found.stream().findFirst();
    }

    private HeadedMatrix numbers(String part, String markup, int rows, int columns) throws IOException {
        String name = find(part, markup)
                .orElseThrow(() -> folder.inFolder("there is no file for the part " + part + " (…_" + part
                        + "-Results_…_Markup" + markup + "…csv)"));
        HeadedMatrix read = HeadedMatrix.read(folder.file(name), options, new Shape(0, 0));
        if (read.rows().size() != rows || read.columns().size() != columns) {
            throw SectorColumns.fails(
                    read,
                    "the matrix is " + read.rows().size() + " × "
                            + read.columns().size() + ", and the ReadMe names " + rows + " × " + columns
                            + ". Maybe the ReadMe is of another release?");
        }
        return read;
    }
}
