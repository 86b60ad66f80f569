package org.leontief.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.io.FileParameters.Entry;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** Writes a table as a folder in the layout of pymrio's {@code save_all}. */
final class PymrioWriter {

    private static final CsvOptions TABS = CsvOptions.defaults().withDelimiter(Delimiter.TAB);
    private static final List<String> SECTOR_LEVELS = List.of("region", "sector");
    private static final List<String> USER_LEVELS = List.of("region", "category");

    private final InputOutputTable table;
    private final Path folder;
    private final int levels;

    PymrioWriter(InputOutputTable table, Path folder) {
        this.table = table;
        this.folder = folder;
        levels = table.industries().get(0).region() == null ? 1 : 2;
        for (Label sector : table.industries()) {
            if ((sector.region() == null) != (levels == 1)) {
                throw new IllegalArgumentException("Some sectors have a region and '" + sector
                        + "' is not like them; pymrio's tables have regions for all sectors or for none.");
            }
        }
    }

    void write(String name) throws IOException {
        AtomicFile.createFolder(folder);
        Map<String, Entry> files = new LinkedHashMap<>();
        LabelledMatrix y = table.finalDemand().byCategory();
        files.put("Z", matrix(folder, "Z", table.transactions(), SECTOR_LEVELS, SECTOR_LEVELS));
        files.put("Y", matrix(folder, "Y", y, SECTOR_LEVELS, USER_LEVELS));
        files.put("unit", units(folder, table.industries(), table.units(), SECTOR_LEVELS));
        LabelledMatrix v = table.valueAdded();
        if (v.rows().size() > 0) {
            writeExtension("factor_inputs", "Factor inputs", v, null);
        }
        LabelledMatrix f = table.extensions();
        if (f.rows().size() > 0) {
            writeExtension("extensions", "Extensions", f, table.finalDemandExtensions());
        }
        writeMetadata(name);
        // Last, so that a folder without it is known to be incomplete.
        writeParameters(folder, FileParameters.SYSTEM, "", files);
    }

    private void writeExtension(String subfolder, String name, LabelledMatrix f, @Nullable LabelledMatrix fy)
            throws IOException {
        Path path = folder.resolve(subfolder);
        AtomicFile.createFolder(path);
        int depth = commonDepth(f.rows());
        List<String> stressorLevels = depth == 1
                ? List.of("stressor")
                : depth == 2 ? List.of("stressor", "compartment") : numbered("stressor", depth);
        Map<String, Entry> files = new LinkedHashMap<>();
        files.put("F", matrix(path, "F", f, stressorLevels, SECTOR_LEVELS));
        if (fy != null && fy.matrix().nonZeros() > 0) {
            files.put("F_Y", matrix(path, "F_Y", fy, stressorLevels, USER_LEVELS));
        }
        files.put("unit", units(path, f.rows(), f.rowUnits(), stressorLevels));
        writeParameters(path, FileParameters.EXTENSION, name, files);
    }

    private static List<String> numbered(String name, int depth) {
        List<String> levels = new ArrayList<>();
        for (int i = 1; i <= depth; i++) {
            levels.add(name + "_" + i);
        }
        return levels;
    }

    /** In how many parts all stressors fall at " / ", if all in equally many; else 1, and no name is split. */
    private static int commonDepth(Labels stressors) {
        int depth = split(stressors.get(0)).size();
        for (Label stressor : stressors) {
            if (split(stressor).size() != depth) {
                return 1;
            }
        }
        return depth;
    }

    private static List<String> split(Label label) {
        return List.of(label.toString().split(Label.SEPARATOR, -1));
    }

    /** The cells of a label; of a sector or category its region and name, of a stressor its parts. */
    private List<String> cells(Label label, List<String> levelNames) {
        if (levelNames.equals(SECTOR_LEVELS) || levelNames.equals(USER_LEVELS)) {
            String region = label.region();
            return levels == 1 ? List.of(label.toString()) : List.of(region == null ? "" : region, label.name());
        }
        return levelNames.size() == 1 ? List.of(label.toString()) : split(label);
    }

    private List<String> used(List<String> levelNames) {
        boolean regional = levelNames.equals(SECTOR_LEVELS) || levelNames.equals(USER_LEVELS);
        return regional && levels == 1 ? levelNames.subList(1, 2) : levelNames;
    }

    private Entry matrix(
            Path path, String name, LabelledMatrix matrix, List<String> rowLevels, List<String> columnLevels)
            throws IOException {
        String file = name + ".txt";
        List<String> rowNames = used(rowLevels);
        List<String> columnNames = used(columnLevels);
        CsvOutput.write(path.resolve(file), TABS, out -> {
            writeHeader(out, matrix, rowNames, columnNames, columnLevels);
            // By rows, though the matrix is stored by columns.
            SparseMatrix byRow = matrix.matrix().transpose();
            double[] row = new double[matrix.columns().size()];
            for (int i = 0; i < matrix.rows().size(); i++) {
                Arrays.fill(row, 0);
                byRow.forEachInColumn(i, (j, ignored, v) -> row[j] = v);
                for (String cell : cells(matrix.rows().get(i), rowLevels)) {
                    out.text(cell);
                }
                for (double value : row) {
                    out.number(value);
                }
                out.endRow();
            }
        });
        return new Entry(file, rowNames.size(), columnNames.size());
    }

    /** As pandas writes the two kinds of index: the names of several levels of columns stand in the label columns. */
    private void writeHeader(
            CsvOutput out,
            LabelledMatrix matrix,
            List<String> rowNames,
            List<String> columnNames,
            List<String> columnLevels)
            throws IOException {
        if (columnNames.size() == 1) {
            for (String name : rowNames) {
                out.text(name);
            }
            for (Label column : matrix.columns()) {
                out.text(cells(column, columnLevels).get(0));
            }
            out.endRow();
            return;
        }
        for (int level = 0; level < columnNames.size(); level++) {
            out.text(columnNames.get(level)).blanks(rowNames.size() - 1);
            for (Label column : matrix.columns()) {
                out.text(cells(column, columnLevels).get(level));
            }
            out.endRow();
        }
        for (String name : rowNames) {
            out.text(name);
        }
        out.blanks(matrix.columns().size()).endRow();
    }

    private Entry units(Path path, Labels labels, Units units, List<String> levelNames) throws IOException {
        List<String> names = used(levelNames);
        CsvOutput.write(path.resolve("unit.txt"), TABS, out -> {
            for (String name : names) {
                out.text(name);
            }
            out.text("unit").endRow();
            for (int i = 0; i < labels.size(); i++) {
                for (String cell : cells(labels.get(i), levelNames)) {
                    out.text(cell);
                }
                out.text(units.get(i)).endRow();
            }
        });
        return new Entry("unit.txt", names.size(), 1);
    }

    private static void writeParameters(Path path, String type, String name, Map<String, Entry> files)
            throws IOException {
        writeJson(path.resolve(FileParameters.FILE), json -> {
            json.writeObjectFieldStart("files");
            for (Map.Entry<String, Entry> file : files.entrySet()) {
                json.writeObjectFieldStart(file.getKey());
                json.writeStringField("name", file.getValue().file());
                json.writeStringField(
                        "nr_index_col", Integer.toString(file.getValue().labelColumns()));
                json.writeStringField(
                        "nr_header", Integer.toString(file.getValue().headerRows()));
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeStringField("systemtype", type);
            if (!name.isEmpty()) {
                json.writeStringField("name", name);
            }
        });
    }

    private void writeMetadata(String name) throws IOException {
        writeJson(folder.resolve("metadata.json"), json -> {
            json.writeStringField("description", table.toString());
            json.writeStringField("name", name);
            json.writeStringField("system", "");
            json.writeStringField("version", "");
            json.writeArrayFieldStart("history");
            json.writeEndArray();
        });
    }

    @FunctionalInterface
    private interface JsonFields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static void writeJson(Path path, JsonFields fields) throws IOException {
        AtomicFile.write(path, StandardCharsets.UTF_8, (Writer writer) -> {
            try (JsonGenerator json = new JsonFactory()
                    .createGenerator(writer)
                    .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
                json.writeStartObject();
                fields.writeTo(json);
                json.writeEndObject();
            }
        });
    }
}
