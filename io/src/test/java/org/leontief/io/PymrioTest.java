package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/** Tables in the layout of pymrio's save_all, both ways. */
class PymrioTest {

    @TempDir
    Path folder;

    private static final Labels SECTORS = Labels.ofRegions(List.of("north", "south"), List.of("food", "steel"));

    private static InputOutputTable table() {
        return InputOutputTable.builder(SECTORS)
                .units(Units.perLabel("t", "M.EUR", "t", "M.EUR"))
                .transactions(new double[][] {{1, 2, 0, 0.1}, {0, 3, 1e-300, 0}, {5, 0, -6, 1}, {0, 0, 0, 0}})
                .finalDemand(
                        Labels.ofRegions(List.of("north", "south"), List.of("Households")),
                        SparseMatrix.of(new double[][] {{10, 0}, {1.0 / 3, 7}, {0, 2}, {0, 5e10}}))
                .valueAdded("Wages", "M.EUR", 1, 2, 3, 4)
                .extensions(
                        Labels.of("CO2 / air", "N / water"),
                        Units.perLabel("kg", "t"),
                        SparseMatrix.of(new double[][] {{1, 0, 2, 0}, {0, 0, 0, 0.5}}))
                .finalDemandExtensions(SparseMatrix.of(new double[][] {{3, 4}, {0, 0}}))
                .build();
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws IOException {
        Pymrio.write(table(), folder);
        DatabaseTable read = Pymrio.read(folder);
        assertThat(read.table()).isEqualTo(table());
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void aTableWithoutRegions() throws IOException {
        InputOutputTable national = InputOutputTable.builder("food", "steel")
                .unit("M.EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand("Households", 5, 6)
                .extension("CO2", "kg", 7, 8)
                .build();
        Pymrio.write(national, folder);
        assertThat(Pymrio.read(folder).table()).isEqualTo(national);
    }

    /** pandas writes the names of both indices so: those of the columns beside them, those of the rows on a row of their own. */
    @Test
    void theTextIsWhatPandasWrites() throws IOException {
        Pymrio.write(table(), folder);
        assertThat(Files.readAllLines(folder.resolve("Z.txt")))
                .startsWith(
                        "region\t\tnorth\tnorth\tsouth\tsouth",
                        "sector\t\tfood\tsteel\tfood\tsteel",
                        "region\tsector\t\t\t\t",
                        "north\tfood\t1.0\t2.0\t0.0\t0.1");
        assertThat(Files.readAllLines(folder.resolve("extensions/F_Y.txt")))
                .containsExactly(
                        "region\t\tnorth\tsouth",
                        "category\t\tHouseholds\tHouseholds",
                        "stressor\tcompartment\t\t",
                        "CO2\tair\t3.0\t4.0",
                        "N\twater\t0.0\t0.0");
        assertThat(Files.readAllLines(folder.resolve("factor_inputs/F.txt")))
                .startsWith(
                        "region\tnorth\tnorth\tsouth\tsouth",
                        "sector\tfood\tsteel\tfood\tsteel",
                        "stressor\t\t\t\t",
                        "Wages\t1.0\t2.0\t3.0\t4.0");
        assertThat(Files.readAllLines(folder.resolve("unit.txt")))
                .startsWith("region\tsector\tunit", "north\tfood\tt", "north\tsteel\tM.EUR");
        assertThat(Files.readString(folder.resolve("file_parameters.json")).replaceAll("\\s", ""))
                .isEqualTo("{\"files\":{\"Z\":{\"name\":\"Z.txt\",\"nr_index_col\":\"2\",\"nr_header\":\"2\"},"
                        + "\"Y\":{\"name\":\"Y.txt\",\"nr_index_col\":\"2\",\"nr_header\":\"2\"},"
                        + "\"unit\":{\"name\":\"unit.txt\",\"nr_index_col\":\"2\",\"nr_header\":\"1\"}},"
                        + "\"systemtype\":\"IOSystem\"}");
    }

    @Test
    void anArchiveIsReadInPlace() throws IOException {
        Path saved = Files.createDirectory(folder.resolve("saved"));
        Pymrio.write(table(), saved);
        Path archive = folder.resolve("saved.zip");
        zip(saved, archive, "inside/");
        assertThat(Pymrio.read(archive).table()).isEqualTo(table());
    }

    private static void zip(Path from, Path archive, String prefix) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(prefix + from.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    @Test
    void resultsThatPymrioSavesAreNotReadAndNamed() throws IOException {
        Pymrio.write(table(), folder);
        Files.copy(folder.resolve("Z.txt"), folder.resolve("A.txt"));
        Path parameters = folder.resolve("file_parameters.json");
        Files.writeString(
                parameters,
                Files.readString(parameters)
                        .replaceFirst(
                                "\"Z\"", "\"A\": {\"name\": \"A.txt\", \"nr_index_col\": 2, \"nr_header\": 2}, \"Z\""));
        DatabaseTable read = Pymrio.read(folder);
        assertThat(read.table()).isEqualTo(table());
        assertThat(read.notes()).containsExactly("Not read, since they follow from the rest: 'A'.");
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() throws IOException {
        Pymrio.write(table(), folder);
        Path parameters = folder.resolve("file_parameters.json");
        String text = Files.readString(parameters);
        for (String name : List.of("../Z.txt", "/etc/passwd", "C:/Z.txt", "a/../../Z.txt")) {
            Files.writeString(parameters, text.replace("Z.txt", name));
            assertThatThrownBy(() -> Pymrio.read(folder))
                    .isInstanceOf(CsvFormatException.class)
                    .hasMessageContaining("leads out of the folder")
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aSectorThatIsMissingSomewhereIsNamed() throws IOException {
        Pymrio.write(table(), folder);
        Path y = folder.resolve("Y.txt");
        Files.writeString(y, Files.readString(y).replace("south\tsteel", "south\tstell"));
        assertThatThrownBy(() -> Pymrio.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("Y.txt")
                .hasMessageContaining("south / steel");
    }

    @Test
    void rowsInAnotherOrderAreJoinedByLabel() throws IOException {
        Pymrio.write(table(), folder);
        Path y = folder.resolve("Y.txt");
        List<String> lines = Files.readAllLines(y);
        Files.write(
                y,
                List.of(
                        lines.get(0),
                        lines.get(1),
                        lines.get(2),
                        lines.get(6),
                        lines.get(3),
                        lines.get(5),
                        lines.get(4)));
        assertThat(Pymrio.read(folder).table()).isEqualTo(table());
    }

    @Test
    void otherFormatsOfPymrioAreNamed() throws IOException {
        Pymrio.write(table(), folder);
        Path parameters = folder.resolve("file_parameters.json");
        Files.writeString(parameters, Files.readString(parameters).replace("Z.txt", "Z.parquet"));
        Files.move(folder.resolve("Z.txt"), folder.resolve("Z.parquet"));
        assertThatThrownBy(() -> Pymrio.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("table_format=\"txt\"");
    }

    @Test
    void aFolderOfSomethingElse() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Pymrio.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("'data.csv'");
        Pymrio.write(table(), folder);
        Files.writeString(folder.resolve("file_parameters.json"), "{\"files\": [1, {\"a\"");
        assertThatThrownBy(() -> Pymrio.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("file_parameters.json");
    }

    @Test
    void someSectorsWithoutRegionsAreRefused() {
        InputOutputTable mixed = InputOutputTable.builder(
                        Labels.ofLabels(List.of(Label.of("food"), new Label("x", "steel"))))
                .unit("t")
                .transactions(new double[2][2])
                .build();
        assertThatThrownBy(() -> Pymrio.write(mixed, folder)).hasMessageContaining("x / steel");
    }

    @Test
    void whatTheFolderCannotHoldIsSaid() throws IOException {
        Labels sectors = Labels.of("Steel");
        InputOutputTable table = InputOutputTable.builder(sectors)
                .unit("EUR")
                .transactions(new double[][] {{3}})
                .finalDemand("Homes", 5)
                .imports(LabelledMatrix.of(
                        "Imports", Labels.of("Oil"), sectors, Units.of("EUR"), SparseMatrix.of(new double[][] {{1}})))
                .statedOutput(8.5)
                .totals(TotalsPolicy.USE_STATED)
                .build();

        assertThat(Pymrio.write(table, folder))
                .hasSize(2)
                .anySatisfy(note -> assertThat(note).contains("Imports of 1 products"))
                .anySatisfy(note -> assertThat(note).contains("Stated gross output"));
        assertThat(Pymrio.write(table(), folder.resolve("whole"))).isEmpty();
    }
}
