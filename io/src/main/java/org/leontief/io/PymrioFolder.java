package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leontief.io.FileParameters.Entry;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.io.MrioParts.Kind;
import org.leontief.io.MrioParts.Per;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/**
 * Reads a table that stands as text in a folder or archive as pymrio saves it and EXIOBASE 3 is distributed: Z or A, Y and
 * units, and a folder for each set of extensions with F or S, F_Y and units.
 */
final class PymrioFolder {

    /** What one folder holds if it has no file that says so. */
    private static final Map<String, Entry> USUAL = Map.of(
            "Z", new Entry("Z.txt", 2, 2),
            "A", new Entry("A.txt", 2, 2),
            "Y", new Entry("Y.txt", 2, 2),
            "x", new Entry("x.txt", 2, 1),
            "F", new Entry("F.txt", 1, 2),
            "S", new Entry("S.txt", 1, 2),
            "F_Y", new Entry("F_Y.txt", 1, 2),
            "F_hh", new Entry("F_hh.txt", 1, 2),
            "unit", new Entry("unit.txt", 2, 1));

    /** What pymrio computes from the rest and saves beside it. */
    private static final Set<String> RESULTS = Set.of(
            "A",
            "L",
            "B",
            "G",
            "As",
            "x",
            "S",
            "S_Y",
            "M",
            "M_down",
            "D_cba",
            "D_pba",
            "D_imp",
            "D_exp",
            "D_cba_reg",
            "D_pba_reg",
            "D_imp_reg",
            "D_exp_reg",
            "D_cba_cap",
            "D_pba_cap",
            "D_imp_cap",
            "D_exp_cap");

    private static final Set<String> PRIMARY_INPUTS =
            Set.of("factor_inputs", "factor_input", "value_added", "primary_inputs");

    private final DataFolder folder;
    private final CsvOptions options;
    private final String root;
    private final MrioParts parts;
    private final LabelList results = new LabelList();

    PymrioFolder(DataFolder folder, CsvOptions options, String source) throws IOException {
        this.folder = folder;
        this.options = options;
        root = findRoot(folder);
        parts = new MrioParts(source, folder.root().toString());
    }

    /** The folder, with a slash at its end unless it is the outermost, that has Z or A; of several the outermost. */
    private static String findRoot(DataFolder folder) throws IOException {
        Set<String> roots = new LinkedHashSet<>();
        for (String name : folder.named(last -> last.matches("[ZA]\\.(txt|parquet|pq|pkl|pickle|gzip)(\\.gz)?"))) {
            roots.add(name.substring(0, name.lastIndexOf('/') + 1));
        }
        int depth = roots.stream().mapToInt(PymrioFolder::depth).min().orElse(-1);
        roots.removeIf(found -> depth(found) > depth);
        if (roots.size() != 1) {
            LabelList found = new LabelList();
            (roots.isEmpty() ? folder.names() : roots).forEach(found::add);
            throw folder.inFolder(
                    roots.isEmpty()
                            ? "neither Z nor A of a table as pymrio saves it is there, nor mrIot of EXIOBASE 1 or 2; there"
                                    + " is " + (folder.names().isEmpty() ? "nothing" : found)
                            : "there are several tables: " + found);
        }
        return roots.iterator().next();
    }

    private static int depth(String folderName) {
        return (int) folderName.chars().filter(c -> c == '/').count();
    }

    DatabaseTable read() throws IOException {
        Map<String, Entry> files = filesOf(root, FileParameters.SYSTEM);
        Labels sectors = readFlows(files);
        HeadedMatrix demand = require(root, files, "Y");
        Labels users = SectorColumns.ofColumns(demand);
        parts.finalDemand(users, SectorColumns.rowsAs(demand, ofRows(demand), sectors, "the transactions"));
        Optional<HeadedMatrix> output = find(root, files, "x");
        if (output.isPresent()) {
            HeadedMatrix x = output.get();
            parts.statedOutput(SectorColumns.rowsAs(x, ofRows(x), sectors, "the transactions")
                    .rowSums());
        }
        for (String subfolder : subfolders()) {
            readExtension(subfolder, sectors, users);
        }
        if (!results.isEmpty()) {
            parts.note("Not read, since they follow from the rest: " + results + ".");
        }
        return parts.build();
    }

    private Labels readFlows(Map<String, Entry> files) throws IOException {
        Optional<HeadedMatrix> z = find(root, files, "Z");
        HeadedMatrix flows = z.isPresent() ? z.get() : require(root, files, "A");
        Labels sectors = SectorColumns.ofColumns(flows);
        SparseMatrix matrix = SectorColumns.rowsAs(
                flows, ofRows(flows), sectors, "the columns of " + flows.file().name());
        if (z.isPresent()) {
            parts.transactions(matrix);
        } else {
            parts.coefficients(matrix);
        }
        parts.sectors(sectors, Units.perLabel(units(root, files, sectors)));
        for (String matrixName : files.keySet()) {
            boolean isUsed = matrixName.equals("x") || (matrixName.equals("A") && z.isEmpty());
            if (RESULTS.contains(matrixName) && !isUsed && isThere(root, files, matrixName)) {
                results.add(matrixName);
            }
        }
        return sectors;
    }

    private List<String> subfolders() {
        Set<String> found = new LinkedHashSet<>();
        for (String name : folder.names()) {
            if (name.startsWith(root)) {
                String inside = name.substring(root.length());
                int slash = inside.indexOf('/');
                if (slash > 0 && inside.indexOf('/', slash + 1) < 0) {
                    found.add(root + inside.substring(0, slash + 1));
                }
            }
        }
        return List.copyOf(found);
    }

    private void readExtension(String subfolder, Labels sectors, Labels users) throws IOException {
        Map<String, Entry> files = filesOf(subfolder, FileParameters.EXTENSION);
        Optional<HeadedMatrix> totals = find(subfolder, files, "F");
        Optional<HeadedMatrix> found = totals.isPresent() ? totals : find(subfolder, files, "S");
        String group = subfolder.substring(root.length(), subfolder.length() - 1);
        if (found.isEmpty()) {
            parts.note("The folder '" + group + "' has no extension (F or S) and was not read.");
            return;
        }
        HeadedMatrix rows = found.get();
        List<String> names = names(rows);
        Optional<HeadedMatrix> ofUsers = find(subfolder, files, "F_Y", "F_hh", "FY");
        for (String matrix : files.keySet()) {
            boolean isUsed = matrix.equals("S") && totals.isEmpty();
            if (RESULTS.contains(matrix) && !isUsed && isThere(subfolder, files, matrix)) {
                results.add(group + "/" + matrix);
            }
        }
        boolean primary = PRIMARY_INPUTS.contains(group.toLowerCase(Locale.ROOT));
        parts.add(new MrioParts.Rows(
                group,
                primary ? Kind.VALUE_ADDED : Kind.EXTENSION,
                names,
                units(subfolder, files, rows),
                totals.isPresent() ? Per.PERIOD : Per.UNIT_OF_OUTPUT,
                SectorColumns.columnsAs(rows, sectors, "the transactions"),
                ofUsers.isPresent() ? byFinalUser(ofUsers.get(), names, users) : null));
    }

    private static SparseMatrix byFinalUser(HeadedMatrix read, List<String> names, Labels users)
            throws CsvFormatException {
        List<String> own = names(read);
        if (!own.equals(names)) {
            throw SectorColumns.fails(read, "the stressors are not those of F, in its order");
        }
        return SectorColumns.columnsAs(read, users, "final demand");
    }

    private static List<String> names(HeadedMatrix read) {
        return read.rows().stream()
                .map(labels -> String.join(
                        Label.SEPARATOR,
                        labels.stream().filter(label -> !label.isEmpty()).toList()))
                .toList();
    }

    private static Labels ofRows(HeadedMatrix read) throws CsvFormatException {
        return SectorColumns.ofRows(read, read.rows().get(0).size());
    }

    private Map<String, Entry> filesOf(String where, String expectedType) throws IOException {
        if (!folder.has(where + FileParameters.FILE)) {
            return USUAL;
        }
        DataFile file = folder.file(where + FileParameters.FILE);
        FileParameters parameters = FileParameters.read(file);
        if (!parameters.systemType().equals(expectedType)) {
            throw new CsvFormatException(
                    file.shown(),
                    0,
                    file.shown() + ": the system type is " + NumberParser.quoted(parameters.systemType()) + ", and '"
                            + expectedType + "' is expected here.");
        }
        return parameters.files();
    }

    private boolean isThere(String where, Map<String, Entry> files, String matrix) {
        Entry entry = files.get(matrix);
        return entry != null && (folder.has(where + entry.file()) || folder.has(where + entry.file() + ".gz"));
    }

    /** The matrix under the first of these names; empty if there is no file for any of them. */
    @SuppressWarnings("ReferenceEquality") // a list in a file may say the same as USUAL, and is a list all the same
    private Optional<HeadedMatrix> find(String where, Map<String, Entry> files, String... names) throws IOException {
        for (String name : names) {
            Entry entry = files.get(name);
            // With a list of files, one that is named and not there is an error; without, it is just not there.
            if (entry != null && (files != USUAL || isThere(where, files, name))) {
                return Optional.of(HeadedMatrix.read(
                        textFile(where, entry), options, new Shape(entry.headerRows(), entry.labelColumns(), true)));
            }
        }
        return Optional.empty();
    }

    private HeadedMatrix require(String where, Map<String, Entry> files, String name) throws IOException {
        return find(where, files, name)
                .orElseThrow(
                        () -> folder.inFolder("there is no matrix " + name + (where.isEmpty() ? "" : " in " + where)));
    }

    private DataFile textFile(String where, Entry entry) throws CsvFormatException {
        String name = where + entry.file();
        if (name.matches(".*\\.(parquet|pkl|pickle|pq|gzip)")) {
            throw folder.inFolder(
                    NumberParser.quoted(name)
                            + " is not text. In pymrio, save the table with save_all(path, table_format=\"txt\") to read it here");
        }
        return folder.file(folder.has(name + ".gz") && !folder.has(name) ? name + ".gz" : name);
    }

    /** The units of all rows of an extension, by position of rows that must have the same labels. */
    private List<String> units(String where, Map<String, Entry> files, HeadedMatrix rows) throws IOException {
        List<String> units = new ArrayList<>();
        List<String> names = names(rows);
        readUnits(where, files, rows.rows().get(0).size(), (labels, unit, source) -> {
            String name = String.join(
                    Label.SEPARATOR,
                    labels.stream().filter(label -> !label.isEmpty()).toList());
            if (units.size() >= names.size() || !names.get(units.size()).equals(name)) {
                throw source.inRow("the rows are not those of the extension, in its order");
            }
            units.add(unit);
        });
        if (units.size() != names.size()) {
            throw folder.inFolder(where + "unit: there are " + units.size() + " units for " + names.size() + " rows");
        }
        return units;
    }

    private List<String> units(String where, Map<String, Entry> files, Labels sectors) throws IOException {
        @Nullable String[] units = new String[sectors.size()];
        int levels = sectors.get(0).region() == null ? 1 : 2;
        readUnits(where, files, levels, (labels, unit, source) -> {
            if (labels.contains("")) {
                throw source.inRow("a sector is expected, and " + levels + " of its labels, of which one is empty");
            }
            Label label = levels == 1 ? Label.of(labels.get(0)) : new Label(labels.get(0), labels.get(1));
            if (!sectors.contains(label)) {
                throw source.inRow("'" + label + "' is no sector of the table");
            }
            units[sectors.indexOf(label)] = unit;
        });
        List<String> all = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            String unit = units[i];
            if (unit == null) {
                throw folder.inFolder(where + "unit: there is no unit for '" + sectors.get(i) + "'");
            }
            all.add(unit);
        }
        return all;
    }

    @FunctionalInterface
    private interface UnitTaker {
        void take(List<String> labels, String unit, CsvSource source) throws CsvFormatException;
    }

    /** Label columns and the unit behind them; one header row. */
    private void readUnits(String where, Map<String, Entry> files, int levels, UnitTaker taker) throws IOException {
        Entry entry = Optional.ofNullable(files.get("unit"))
                .orElseThrow(() -> folder.inFolder("there is no file of units in '" + where + "'"));
        try (CsvSource source = CsvSource.open(textFile(where, entry), options)) {
            source.first();
            while (source.next()) {
                source.requireWidth(levels + 1);
                List<String> labels = new ArrayList<>();
                for (int c = 0; c < levels; c++) {
                    labels.add(source.cell(c));
                }
                if (source.cell(levels).isEmpty() || labels.stream().allMatch(String::isEmpty)) {
                    throw source.inRow("a label and a unit are expected");
                }
                taker.take(labels, source.cell(levels), source);
            }
        }
    }
}
