package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.io.MrioParts.Kind;
import org.leontief.io.MrioParts.Per;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/**
 * Reads EXIOBASE, monetary: versions 1 and 2 ({@code mrIot….txt}, {@code mrFinalDemand….txt} and so on, coefficients or
 * transactions), and version 3 ({@code A.txt} or {@code Z.txt}, {@code Y.txt}, {@code unit.txt}, and a folder for each set of
 * extensions); each a folder or the ZIP archive as it is distributed.
 *
 * <p>Where a version has coefficients only, gross output is the solution of x = A x + Y 1, Z = A x̂ and F = S x̂; a note says
 * so. Stressors in compartments are called {@code "CO2 / air"}. In version 3 value added is among the extensions, as the
 * source has it, unless it has a folder {@code factor_inputs}. The hybrid tables are read by {@link ExiobaseHybrid}.
 *
 * <p>Source: A. Tukker et al., <i>EXIOPOL</i>, Economic Systems Research 25 (2013); K. Stadler et al., <i>EXIOBASE 3</i>, Journal
 * of Industrial Ecology 22 (2018).
 */
public final class Exiobase {

    private static final List<FileLooks> LOOKS =
            List.of(FileLooks.EXIOBASE_1_2, FileLooks.PYMRIO, FileLooks.TWO_HEADER_ROWS);
    private static final Pattern VERSION = Pattern.compile("version(\\d+(?:\\.\\d+)*)");
    private static final List<String> EXTENSIONS = List.of("Emissions", "Materials", "Resources");
    private static final String PER_OUTPUT = "/M.EUR";

    private final DataFolder folder;
    private final CsvOptions options;
    private final MrioParts parts;

    private Exiobase(DataFolder folder, CsvOptions options, String source) {
        this.folder = folder;
        this.options = options;
        parts = new MrioParts(source, folder.root().toString());
    }

    /**
     * Reads one year.
     *
     * @param path the folder or ZIP archive of one year and system (pxp or ixi)
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
     * @param path the folder or ZIP archive of one year and system (pxp or ixi)
     * @param options the listener that is told how far the read has come, if there is one
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return Recognition.expecting(path, "EXIOBASE", LOOKS, () -> read(DataFolder.open(path), options));
    }

    private static DatabaseTable read(DataFolder folder, CsvOptions options) throws IOException {
        CsvOptions tabs = options.withDelimiter(Delimiter.TAB);
        List<String> first = folder.named(name -> isPart(name, "mrIot"));
        if (first.isEmpty()) {
            return new PymrioFolder(folder, tabs, "EXIOBASE 3").read();
        }
        Matcher version = VERSION.matcher(first.get(0));
        String name = version.find() ? "EXIOBASE " + version.group(1) : "EXIOBASE 1";
        return new Exiobase(folder, tabs, name).read();
    }

    /**
     * Reads a file of extensions with one to five columns of labels: stressor; stressor and unit; stressor, compartment, unit
     * and perhaps more. To be joined to a table with {@code InputOutputTableBuilder.extensions}.
     *
     * @param path the file, or a gzip file or ZIP archive of it
     * @param unit the unit of all rows if the file names none; null if it does
     * @return stressors × sectors
     * @throws CsvFormatException if the file holds something else, or says its units and another is given
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix readExtension(Path path, @Nullable String unit) throws IOException {
        DataFile file = DataFile.of(path);
        HeadedMatrix read = readHeaded(file, CsvOptions.defaults().withDelimiter(Delimiter.TAB));
        int levels = read.rows().get(0).size();
        if ((levels > 1) == (unit != null)) {
            throw SectorColumns.fails(
                    read,
                    levels > 1 ? "the file names the units itself; give none" : "the file names no units; give one");
        }
        List<String> units = read.rows().stream()
                .map(labels -> unit == null ? labels.get(unitColumn(levels)) : unit)
                .toList();
        return LabelledMatrix.of(
                FileNames.stem(path),
                Labels.of(names(read)),
                SectorColumns.ofColumns(read),
                Units.perLabel(units),
                read.matrix());
    }

    private DatabaseTable read() throws IOException {
        HeadedMatrix flows = readHeaded(file("mrIot"), options);
        Labels sectors = SectorColumns.ofColumns(flows);
        SparseMatrix byRow = SectorColumns.rowsAs(
                flows,
                SectorColumns.ofRows(flows, 2),
                sectors,
                "the columns of " + flows.file().name());
        List<String> units = flows.rowLabels(2);
        parts.sectors(sectors, Units.perLabel(inOrder(flows, sectors, units)));
        if (units.stream().allMatch(unit -> unit.contains("/"))) {
            parts.coefficients(byRow);
        } else {
            parts.transactions(byRow);
        }
        HeadedMatrix demand = readHeaded(file("mrFinalDemand"), options);
        Labels users = SectorColumns.ofColumns(demand);
        parts.finalDemand(
                users,
                SectorColumns.rowsAs(
                        demand,
                        SectorColumns.ofRows(demand, 2),
                        sectors,
                        flows.file().name()));
        addRows("FactorInputs", Kind.VALUE_ADDED, sectors, users);
        for (String extension : EXTENSIONS) {
            addRows(extension, Kind.EXTENSION, sectors, users);
        }
        noteFilesLeft();
        return parts.build();
    }

    /** Units of output in the order of the sectors: "M.EUR" for coefficients in M.EUR/M.EUR. */
    private static List<String> inOrder(HeadedMatrix flows, Labels sectors, List<String> units)
            throws CsvFormatException {
        Labels rows = SectorColumns.ofRows(flows, 2);
        List<String> ordered = new ArrayList<>();
        for (Label sector : sectors) {
            String unit = units.get(rows.indexOf(sector));
            int slash = unit.indexOf('/');
            ordered.add(slash > 0 ? unit.substring(0, slash) : unit);
        }
        return ordered;
    }

    private void addRows(String group, Kind kind, Labels sectors, Labels users) throws IOException {
        if (folder.named(name -> isPart(name, "mr" + group)).isEmpty()) {
            return;
        }
        HeadedMatrix read = readHeaded(file("mr" + group), options);
        int unitColumn = unitColumn(read.rows().get(0).size());
        List<String> units = read.rowLabels(unitColumn);
        boolean perOutput = units.stream().allMatch(unit -> unit.endsWith(PER_OUTPUT));
        parts.add(new MrioParts.Rows(
                group,
                kind,
                names(read),
                units.stream()
                        .map(unit -> perOutput ? withoutOutput(unit) : unit)
                        .toList(),
                perOutput ? Per.UNIT_OF_OUTPUT : Per.PERIOD,
                SectorColumns.columnsAs(read, sectors, "the transactions"),
                byFinalUsers(group, read, users)));
    }

    private @Nullable SparseMatrix byFinalUsers(String group, HeadedMatrix bySector, Labels users) throws IOException {
        if (folder.named(name -> isPart(name, "mrFD" + group)).isEmpty()) {
            return null;
        }
        HeadedMatrix read = readHeaded(file("mrFD" + group), options);
        if (read.rowLabels(unitColumn(read.rows().get(0).size())).stream()
                .anyMatch(unit -> unit.endsWith(PER_OUTPUT))) {
            parts.note("Units of " + read.file().name() + " end in " + PER_OUTPUT
                    + "; what final users emit is no coefficient and is taken as a total.");
        }
        List<String> names = names(read);
        List<String> expected = names(bySector);
        SparseMatrix ordered = names.equals(expected)
                ? read.matrix()
                : SectorColumns.rowsAs(
                        read,
                        Labels.of(names),
                        Labels.of(expected),
                        bySector.file().name());
        HeadedMatrix inOrder = new HeadedMatrix(
                read.file(), bySector.rows(), read.columns(), read.corner(), ordered, read.emptyCells());
        return SectorColumns.columnsAs(inOrder, users, "final demand");
    }

    private void noteFilesLeft() {
        LabelList left = new LabelList();
        for (String name : folder.names()) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            boolean isRead = isPart(last, "mrIot")
                    || isPart(last, "mrFinalDemand")
                    || isPart(last, "mrFactorInputs")
                    || EXTENSIONS.stream()
                            .anyMatch(group -> isPart(last, "mr" + group) || isPart(last, "mrFD" + group));
            if (!isRead) {
                left.add(name);
            }
        }
        if (!left.isEmpty()) {
            parts.note("Not read: " + left + ".");
        }
    }

    private static String withoutOutput(String unit) {
        return unit.substring(0, unit.length() - PER_OUTPUT.length());
    }

    /** Stressor and what else there is beside the unit: "CO2 / air". */
    private static List<String> names(HeadedMatrix read) {
        List<String> names = new ArrayList<>();
        for (List<String> labels : read.rows()) {
            int unit = unitColumn(labels.size());
            List<String> kept = new ArrayList<>();
            for (int c = 0; c < labels.size(); c++) {
                if (c != unit && !labels.get(c).isEmpty() && !labels.get(c).equals("nan")) {
                    kept.add(labels.get(c));
                }
            }
            names.add(String.join(Label.SEPARATOR, kept));
        }
        return names;
    }

    /** The unit stands second of two label columns and third of more; −1 where there is only the stressor. */
    private static int unitColumn(int labelColumns) {
        return labelColumns == 1 ? -1 : Math.min(labelColumns - 1, 2);
    }

    private DataFile file(String part) throws IOException {
        return folder.only(part, name -> isPart(name, part));
    }

    private static boolean isPart(String name, String part) {
        return name.toLowerCase(Locale.ROOT)
                .matches(Pattern.quote(part.toLowerCase(Locale.ROOT)) + "(_.*)?\\.txt(\\.gz)?");
    }

    /** A matrix with two header rows; it has as many label columns as empty cells before the first region. */
    private static HeadedMatrix readHeaded(DataFile file, CsvOptions options) throws IOException {
        int labelColumns = 0;
        try (CsvSource source = CsvSource.open(file, options)) {
            source.first();
            while (labelColumns < source.width() && source.cell(labelColumns).isEmpty()) {
                labelColumns++;
            }
            if (labelColumns == 0 || labelColumns == source.width()) {
                throw source.inRow(
                        "regions are expected here, with empty cells before them over the labels of the rows");
            }
        }
        return HeadedMatrix.read(file, options, new Shape(2, labelColumns));
    }
}
