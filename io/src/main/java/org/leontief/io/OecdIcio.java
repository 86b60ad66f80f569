package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.io.WholeTable.Part;
import org.leontief.label.Label;

/**
 * Reads the OECD's Inter-Country Input-Output tables, one year a file: the editions of 2016, 2018, 2021, 2023 and later, also
 * the small ones ("SML"). A matrix in million USD at basic prices: industries {@code AUS_C10T12} of all regions on both
 * sides, final users at the right, taxes less subsidies and value added below, output at the bottom and, in some editions, in
 * the last column.
 *
 * <p>Labels are region and code: {@code new Label("AUS", "C10T12")}; categories of final demand likewise, {@code HFCE} of
 * {@code AUS}, in the edition of 2016 too, which writes {@code HFCE_AUS}. Regions that the OECD splits (CHN into CN1 and CN2,
 * MEX into MX1 and MX2) are kept as they are: their industries stand under the parts, their final demand under the whole.
 *
 * <p>What final users pay in taxes has no place in a table and is in the notes.
 *
 * <p>Source: OECD, <i>Inter-Country Input-Output tables</i>, the ReadMe of each edition.
 */
public final class OecdIcio {

    private static final String UNIT = "million USD";

    private static final Set<String> FINAL_DEMAND = Set.of(
            "HFCE",
            "NPISH",
            "NPS",
            "GGFC",
            "GFCF",
            "INVNT",
            "INV",
            "P33",
            "DPABR",
            "DIRP",
            "DIRPA",
            "NONRES",
            "FD",
            "CONS_ABR",
            "CONS_NONRES",
            "DISC",
            "HC");
    private static final Set<String> OUTPUT = Set.of("OUT", "OUTPUT", "TOTAL");
    private static final Set<String> VALUE_ADDED = Set.of("VA", "VALU", "VA+TAXSUB", "VALUE_ADDED", "TAXSUB", "TLS");

    private OecdIcio() {}

    /**
     * Reads one year.
     *
     * @param path the CSV file, or a ZIP archive or gzip file of it
     * @return the table, and what it could not hold
     * @throws CsvFormatException if the file is another
     * @throws IOException if it cannot be read
     */
    public static DatabaseTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads one year, watched.
     *
     * @param path the CSV file, or a ZIP archive or gzip file of it
     * @param options the listener that is told how far the read has come, if there is one
     * @return the table, and what it could not hold
     * @throws CsvFormatException if the file is another
     * @throws IOException if it cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        return Recognition.expecting(
                path,
                "a table of the OECD's ICIO",
                List.of(FileLooks.OECD_ICIO),
                () -> read(DataFile.of(path), options));
    }

    private static DatabaseTable read(DataFile file, CsvOptions options) throws IOException {
        Recognition.require(file, FileLooks.OECD_ICIO, options);
        HeadedMatrix all = HeadedMatrix.read(file, options.withMissingAsZero(""), new Shape(1, 1));
        List<Label> rows = RegionCodes.labels(all, "row", all.rowLabels(0), OecdIcio::label);
        List<Label> columns = RegionCodes.labels(all, "column", all.columnLabels(0), OecdIcio::label);
        MrioParts parts = new MrioParts("OECD ICIO, layout of " + edition(all), file.shown());
        parts.noteEmptyCells(all);
        WholeTable.split(
                all,
                rows,
                columns,
                row -> part(file, "row", row, VALUE_ADDED, Part.VALUE_ADDED),
                column -> part(file, "column", column, FINAL_DEMAND, Part.FINAL_DEMAND),
                UNIT,
                parts);
        return parts.build();
    }

    private static Label label(String code) {
        Label label = RegionCodes.regionFirst(code);
        String region = label.region();
        boolean isWhole = FINAL_DEMAND.contains(code) || VALUE_ADDED.contains(code) || OUTPUT.contains(code);
        if (isWhole) {
            return Label.of(code);
        }
        if (region != null && FINAL_DEMAND.contains(region)) {
            return new Label(/* region= */ label.name(), /* name= */ region);
        }
        return label;
    }

    private static Part part(DataFile file, String side, Label label, Set<String> known, Part part)
            throws CsvFormatException {
        if (label.region() == null && OUTPUT.contains(label.name())) {
            return Part.OUTPUT;
        }
        if (known.contains(label.name())) {
            return part;
        }
        throw new CsvFormatException(
                file.shown(),
                0,
                file.shown() + ": the " + side + " '" + label
                        + "' is neither an industry, which would be both a row and a"
                        + " column, nor one of "
                        + String.join(", ", known.stream().sorted().toList())
                        + ", which editions up to 2025 have. Maybe a row or column is missing, or the edition is newer?"
                        + TotalRows.hint(label.name()));
    }

    private static String edition(HeadedMatrix all) {
        List<String> rows = all.rowLabels(0);
        if (rows.contains("VA+TAXSUB")) {
            return "2016";
        }
        if (rows.contains("TLS")) {
            return "2023 or later";
        }
        return all.columnLabels(0).stream().anyMatch(code -> code.endsWith("_P33")) ? "2018" : "2021";
    }
}
