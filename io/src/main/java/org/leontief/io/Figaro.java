package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.io.WholeTable.Part;
import org.leontief.label.Label;
import org.leontief.label.Labels;

/**
 * Reads Eurostat's FIGARO input-output tables (full international and global accounts for research in input-output analysis),
 * industry by industry or product by product, one year a file, in matrix form ({@code rowLabels,AR_A01,…}) or in flat form
 * ({@code refArea,rowIi,counterpartArea,colIi,obsValue}). Million EUR at basic prices.
 *
 * <p>Labels are region and code: {@code new Label("DE", "A01")}, final demand {@code P3_S14} of {@code DE}; the rows below the
 * industries ({@code D21X31}, {@code D1}, {@code B2A3G}…) stand in the source under the area {@code W2}, and do so here.
 * Both forms give the same table. In the flat form a cell that the file does not name is 0, and the notes count them.
 *
 * <p>What final users pay in taxes on products (D21X31) has no place in a table and is in the notes.
 *
 * <p>Source: Eurostat, <i>FIGARO tables</i>, user's guide to the inter-country supply, use and input-output tables.
 */
public final class Figaro {

    private static final List<FileLooks> LOOKS = List.of(FileLooks.FIGARO_MATRIX, FileLooks.FIGARO_FLAT);
    private static final String UNIT = "million EUR";
    private static final Set<String> FINAL_DEMAND = Set.of("P3_S13", "P3_S14", "P3_S15", "P51G", "P5M", "P52", "P53");
    /** What Eurostat's codes call sums of the others. */
    private static final Set<String> TOTALS =
            Set.of("P1", "P2", "P3", "P5", "P6", "P7", "TU", "TFU", "TI", "TS_BP", "TS_PP", "P3_P5", "B0", "GO");
    /** Codes that contain others: of each either it or its parts. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "P5M", Set.of("P52", "P53"),
            "B2A3G", Set.of("B2G", "B3G"),
            "B1G", Set.of("D1", "D29X39", "B2A3G", "B2G", "B3G"));

    private static final Set<String> PRIMARY_INPUTS =
            Set.of("D21X31", "OP_RES", "OP_NRES", "D1", "D29X39", "B2A3G", "B3G", "B2G", "B1G");

    private Figaro() {}

    /**
     * Reads one year.
     *
     * @param path the CSV file, in matrix or in flat form, or a ZIP archive or gzip file of it
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
     * @param path the CSV file, in matrix or in flat form, or a ZIP archive or gzip file of it
     * @param options the listener that is told how far the read has come, if there is one
     * @return the table, and what it could not hold
     * @throws CsvFormatException if the file is another
     * @throws IOException if it cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        return Recognition.expecting(path, "a FIGARO table", LOOKS, () -> read(DataFile.of(path), options));
    }

    private static DatabaseTable read(DataFile file, CsvOptions options) throws IOException {
        if (Recognition.ofText(file, options) == FileLooks.FIGARO_FLAT) {
            return table(readFlat(file, options), "FIGARO, flat form");
        }
        Recognition.require(file, FileLooks.FIGARO_MATRIX, options);
        return table(HeadedMatrix.read(file, options, new Shape(1, 1)), "FIGARO, matrix form");
    }

    private static DatabaseTable table(HeadedMatrix all, String source) throws CsvFormatException {
        MrioParts parts = new MrioParts(source, all.file().shown());
        parts.noteEmptyCells(all);
        List<Label> rows = RegionCodes.labels(all, "row", all.rowLabels(0), RegionCodes::regionFirst);
        List<Label> columns = RegionCodes.labels(all, "column", all.columnLabels(0), RegionCodes::regionFirst);
        requireNoPartBesideItsWhole(all, "row", rows);
        requireNoPartBesideItsWhole(all, "column", columns);
        WholeTable.split(
                all,
                rows,
                columns,
                row -> part(all.file(), "row", row, PRIMARY_INPUTS, Part.VALUE_ADDED),
                column -> part(all.file(), "column", column, FINAL_DEMAND, Part.FINAL_DEMAND),
                UNIT,
                parts);
        return parts.build();
    }

    private static void requireNoPartBesideItsWhole(HeadedMatrix all, String side, List<Label> labels)
            throws CsvFormatException {
        Map<String, Set<String>> namesOfRegion = new LinkedHashMap<>();
        for (Label label : labels) {
            namesOfRegion
                    .computeIfAbsent(String.valueOf(label.region()), region -> new LinkedHashSet<>())
                    .add(label.name());
        }
        for (Map.Entry<String, Set<String>> region : namesOfRegion.entrySet()) {
            for (Map.Entry<String, Set<String>> whole : PARTS.entrySet()) {
                List<String> parts = region.getValue().stream()
                        .filter(name -> whole.getValue().contains(name))
                        .toList();
                if (region.getValue().contains(whole.getKey()) && !parts.isEmpty()) {
                    throw SectorColumns.fails(
                            all,
                            "the " + side + " '" + whole.getKey() + "' of " + region.getKey()
                                    + " is a total that stands beside its parts " + String.join(", ", parts)
                                    + ", which would be counted twice. Take one of the two out of the file");
                }
            }
        }
    }

    private static Part part(DataFile file, String side, Label label, Set<String> known, Part part)
            throws CsvFormatException {
        if (known.contains(label.name())) {
            return part;
        }
        if (TOTALS.contains(label.name()) || TotalRows.isNamedLikeTotal(label.name())) {
            throw new CsvFormatException(
                    file.shown(),
                    0,
                    file.shown() + ": the " + side + " '" + label
                            + "' looks like a total, which FIGARO's input-output tables do not have. Take it out of the"
                            + " file; taken as " + (part == Part.FINAL_DEMAND ? "final demand" : "a primary input")
                            + " it would be counted twice.");
        }
        throw new CsvFormatException(
                file.shown(),
                0,
                file.shown() + ": the " + side + " '" + label
                        + "' is neither an industry, which would be both a row and a"
                        + " column, nor one of "
                        + String.join(", ", known.stream().sorted().toList())
                        + ". Maybe a row or column is missing? Supply and use tables are no input-output tables.");
    }

    /** The flat form, as the matrix that it spells out. */
    private static HeadedMatrix readFlat(DataFile file, CsvOptions options) throws IOException {
        try (CsvSource source = CsvSource.open(file, options)) {
            CsvHeader header = CsvHeader.readFrom(source);
            int rowArea = header.require("refArea");
            int columnArea = header.require("counterpartArea");
            int row = firstOf(source, header, "rowIi", "rowPi");
            int column = firstOf(source, header, "colIi", "colPi");
            int value = header.require("obsValue");
            for (String repeated : List.of("icioiRow", "icioiCol", "icioRow", "icioCol", "icioPRow", "icioPCol")) {
                header.find(repeated);
            }
            header.requireNoOther("Maybe this is another edition or another kind of table?");
            LabelPlaces rows = LabelPlaces.asTheyCome();
            LabelPlaces columns = LabelPlaces.asTheyCome();
            CellList cells = new CellList();
            while (source.next()) {
                source.requireWidth(header.width());
                source.nameRowBy(row);
                cells.add(
                        rows.place(source, rowArea, row),
                        columns.place(source, columnArea, column),
                        source.number(value),
                        source.line());
            }
            Labels rowLabels = rows.labels();
            Labels columnLabels = columns.labels();
            return new HeadedMatrix(
                    file,
                    codes(rowLabels),
                    codes(columnLabels),
                    List.of(),
                    cells.toDistinct(source, rowLabels, columnLabels),
                    (long) rowLabels.size() * columnLabels.size() - cells.size());
        }
    }

    private static int firstOf(CsvSource source, CsvHeader header, String... names) throws CsvFormatException {
        for (String name : names) {
            OptionalInt column = header.find(name);
            if (column.isPresent()) {
                return column.getAsInt();
            }
        }
        throw source.inRow("the header has no column " + String.join(" or ", names));
    }

    private static List<List<String>> codes(Labels labels) {
        return labels.asList().stream()
                .map(label -> List.of(label.region() + "_" + label.name()))
                .toList();
    }
}
