package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.io.MrioParts.Kind;
import org.leontief.io.MrioParts.Per;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * Reads Eora26, the simplified version of the Eora database with 26 sectors in every country, one year and price a folder:
 * {@code Eora26_2015_bp_T.txt} with _FD, _VA, _Q and _QY beside it, and {@code labels_T.txt} and so on. The labels may lie in
 * an archive of their own, {@code indices.zip}, in the same folder. Thousand USD.
 *
 * <p>Labels are the country's code and the sector: {@code new Label("AUS", "Agriculture")}. The unit of an extension is what
 * stands in parentheses in its label.
 *
 * <p>Source: M. Lenzen, K. Kanemoto, D. Moran and A. Geschke, <i>Mapping the structure of the world economy</i>, Environmental
 * Science &amp; Technology 46 (2012).
 */
public final class Eora26 {

    private static final String UNIT = "thousand USD";
    private static final Pattern UNIT_IN_LABEL = Pattern.compile("\\(([^()]+)\\)");
    private static final String NO_UNIT = "unit of the source";

    private final DataFolder folder;
    private final CsvOptions options;
    private final String table;
    private final MrioParts parts;

    private Eora26(DataFolder folder, CsvOptions options) throws IOException {
        this.folder = folder;
        this.options = options;
        String transactions = folder.only(
                        "transactions (a name like Eora26_2015_bp_T.txt)",
                        name -> name.matches("Eora26_\\d{4}_.._T\\.txt.*"))
                .name();
        table = transactions.substring(0, transactions.indexOf("_T.txt"));
        parts = new MrioParts(table.replace('_', ' '), folder.root().toString());
    }

    /**
     * Reads one year.
     *
     * @param path the folder or ZIP archive with the files of one year and price
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads one year, watched.
     *
     * @param path the folder or ZIP archive with the files of one year and price
     * @param options the listener that is told how far the read has come, if there is one
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        CsvOptions tabs = options.withDelimiter(Delimiter.TAB);
        return Recognition.expecting(
                path,
                "Eora26",
                List.of(FileLooks.EORA26, FileLooks.BARE_NUMBERS),
                () -> new Eora26(DataFolder.open(path), tabs).read());
    }

    private DatabaseTable read() throws IOException {
        Labels sectors = regional("T");
        Labels users = regional("FD");
        parts.sectors(sectors, Units.of(UNIT));
        parts.transactions(numbers("T", sectors.size(), sectors.size()).matrix());
        parts.finalDemand(users, numbers("FD", sectors.size(), users.size()).matrix());
        List<String> primary = joined("VA");
        parts.add(new MrioParts.Rows(
                "value added",
                Kind.VALUE_ADDED,
                primary,
                primary.stream().map(row -> UNIT).toList(),
                Per.PERIOD,
                numbers("VA", primary.size(), sectors.size()).matrix(),
                null));
        if (folder.named(name -> isPart(name, "Q")).isEmpty()) {
            parts.note("There are no satellite accounts (Q) in the folder.");
        } else {
            addSatellites(sectors, users);
        }
        return parts.build();
    }

    private void addSatellites(Labels sectors, Labels users) throws IOException {
        List<String> stressors = joined("Q");
        List<String> units = new ArrayList<>();
        LabelList without = new LabelList();
        for (String stressor : stressors) {
            Matcher unit = UNIT_IN_LABEL.matcher(stressor);
            boolean found = unit.find();
            units.add(found ? unit.group(1).strip() : NO_UNIT);
            if (!found) {
                without.add(stressor);
            }
        }
        if (!without.isEmpty()) {
            parts.note("The source gives no unit for " + without + "; it is called '" + NO_UNIT + "' here.");
        }
        parts.add(new MrioParts.Rows(
                "Q",
                Kind.EXTENSION,
                stressors,
                units,
                Per.PERIOD,
                numbers("Q", stressors.size(), sectors.size()).matrix(),
                numbers("QY", stressors.size(), users.size()).matrix()));
    }

    private boolean isPart(String name, String part) {
        return name.startsWith(table + "_" + part + ".txt");
    }

    private HeadedMatrix numbers(String part, int rows, int columns) throws IOException {
        DataFile file = folder.only("the part " + part, name -> isPart(name, part));
        HeadedMatrix read = HeadedMatrix.read(file, options, new Shape(0, 0));
        if (read.rows().size() != rows || read.columns().size() != columns) {
            throw SectorColumns.fails(
                    read,
                    "the matrix is " + read.rows().size() + " × "
                            + read.columns().size() + ", and the labels are for " + rows + " × " + columns
                            + ". Maybe the labels are of the full Eora, or of another release?");
        }
        return read;
    }

    /** Labels with a country: name, code, kind and sector. */
    private Labels regional(String part) throws IOException {
        List<Label> labels = new ArrayList<>();
        try (CsvSource source = labelSource(part)) {
            while (source.next()) {
                if (source.width() < 4) {
                    throw source.inRow(
                            "found " + source.width() + " cells where country, code, kind and sector are expected");
                }
                labels.add(new Label(source.cell(1), source.cell(3)));
            }
            return Labels.ofLabels(labels);
        } catch (IllegalArgumentException e) {
            throw folder.inFolder("labels_" + part + ".txt: " + e.getMessage());
        }
    }

    /** Labels of rows below the sectors: all cells that are not empty, as one text. */
    private List<String> joined(String part) throws IOException {
        List<String> labels = new ArrayList<>();
        try (CsvSource source = labelSource(part)) {
            while (source.next()) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < source.width(); c++) {
                    if (!source.cell(c).isEmpty()) {
                        cells.add(source.cell(c));
                    }
                }
                labels.add(String.join(Label.SEPARATOR, cells));
            }
        }
        return labels;
    }

    private CsvSource labelSource(String part) throws IOException {
        String wanted = "labels_" + part + ".txt";
        CsvSource source = CsvSource.open(folder.only(wanted, wanted::equals), options);
        source.anyDelimiter();
        return source;
    }
}
