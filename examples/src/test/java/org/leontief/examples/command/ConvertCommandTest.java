package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.compilation.CompiledTable;
import org.leontief.compilation.TransformationModel;
import org.leontief.examples.GermanTable;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.LongCsv;
import org.leontief.io.SupplyUseCsv;
import org.leontief.io.Tables;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;

class ConvertCommandTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void thereAndBackAgain() throws IOException {
        Path csv = folder.resolve("germany.csv.gz");
        assertThat(shell.run("convert", "--to=" + csv)).as(shell.err()).isZero();
        assertThat(InputOutputCsv.read(csv)).isEqualTo(GermanTable.read());
        assertThat(shell.out()).doesNotContain("Note:").contains("Written to " + csv);

        Path saved = folder.resolve("germany");
        assertThat(shell.run("convert", "--table=" + csv, "--as=pymrio", "--to=" + saved))
                .isZero();
        assertThat(shell.out()).contains("Stated gross output was not written");
        InputOutputTable read = Tables.read(saved).table();
        assertThat(read.transactions()).isEqualTo(GermanTable.read().transactions());
        assertThat(read.extensions()).isEqualTo(GermanTable.read().extensions());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing temporary stays").containsExactlyInAnyOrder(csv, saved);
        }
    }

    @Test
    void matricesInLongForm() throws IOException {
        Path files = folder.resolve("long");
        assertThat(shell.run("convert", "--as=long", "--to=" + files))
                .as(shell.err())
                .isZero();
        assertThat(LongCsv.read(files.resolve("extensions.csv")).of("Employment", "Trade"))
                .isEqualTo(9251);
        assertThat(LongCsv.read(files.resolve("transactions.csv")).of("Agriculture", "Manufacturing"))
                .isEqualTo(25_480);
        assertThat(files.resolve("imports-to-industries.csv")).doesNotExist();
    }

    @Test
    void supplyAndUseByAModel() throws IOException {
        SupplyUseTable accounts = SupplyUseTable.builder(Labels.of("Food", "Tools"), Labels.of("Farms", "Works"))
                .unit("EUR")
                .supply(new double[][] {{90, 10}, {0, 80}})
                .use(new double[][] {{40, 10}, {5, 20}})
                .finalDemand("Households", 50, 55)
                .valueAdded("Wages", 45, 60)
                .build();
        Path file = folder.resolve("accounts.csv");
        SupplyUseCsv.write(accounts, file);
        Path target = folder.resolve("table.csv");
        assertThat(shell.run("convert", "--table=" + file, "--to=" + target)).isEqualTo(1);
        assertThat(shell.err()).contains("supply and use").contains("From the shell: --model");
        assertThat(shell.run("convert", "--table=" + file, "--model=industry_technology", "--to=" + target))
                .as(shell.err())
                .isZero();
        assertThat(InputOutputCsv.read(target))
                .isEqualTo(CompiledTable.of(accounts, TransformationModel.INDUSTRY_TECHNOLOGY)
                        .table());
    }

    @Test
    void aFolderInUseIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("Z.txt"), "old");
        assertThat(shell.run("convert", "--as=pymrio", "--to=" + folder)).isEqualTo(1);
        assertThat(shell.err()).contains("new or empty");
        assertThat(file).hasContent("old");
    }

    @Test
    void aFormatThatTheTableIsNotInIsRefusedByName() throws IOException {
        Path csv = folder.resolve("germany.csv");
        shell.run("convert", "--to=" + csv);
        Path target = folder.resolve("other.csv");
        assertThat(shell.run("convert", "--table=" + csv, "--format=figaro", "--to=" + target))
                .isEqualTo(1);
        assertThat(shell.err()).contains("not a FIGARO table").contains("library's own layout");
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.xlsx", "x.XLS", "x.xlsb", "x.ods", "x.zip"})
    void workbooksAndArchivesAreNotWritten(String name) {
        Path target = folder.resolve(name);
        for (String format : List.of("csv", "pymrio", "long")) {
            assertThat(shell.run("convert", "--as=" + format, "--to=" + target)).isEqualTo(2);
            assertThat(shell.err()).contains("'" + target + "'").contains(".csv or .csv.gz");
        }
        assertThat(shell.run("balance", "--row-totals=r.csv", "--column-totals=c.csv", "--to=" + target))
                .isEqualTo(2);
        assertThat(shell.err()).contains("'" + target + "'");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileIsNoFolderOnTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("notes"), "old");
        assertThat(shell.run("convert", "--to=" + file.resolve("x.csv"))).isEqualTo(1);
        assertThat(shell.err()).contains("Cannot use " + file + ": it is a file, and a folder is needed.");
        assertThat(shell.run("plan", "--output=" + file.resolve("x"))).isEqualTo(1);
        assertThat(shell.err()).contains("Cannot use " + file + ": it is a file, and a folder is needed.");
        assertThat(file).hasContent("old");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceIsNoFile() {
        assertThat(shell.run("convert", "--to=/dev/null")).isEqualTo(1);
        assertThat(shell.err()).contains("/dev/null: it is a pipe or a device, and a file is needed");
        assertThat(shell.run("check", "--table=/dev/null")).isEqualTo(1);
        assertThat(shell.err())
                .contains("/dev/null: this is a pipe or a device")
                .contains("Save it to a file");
    }

    @Test
    void aFolderIsNoPlaceForAFile() {
        assertThat(shell.run("convert", "--to=" + folder)).isEqualTo(1);
        assertThat(shell.err())
                .contains("Cannot use " + folder + ": it is a folder, and a file is needed")
                .doesNotContain(".tmp");
        assertThat(folder).isEmptyDirectory();
        assertThat(shell.run("convert", "--to=")).isEqualTo(2);
        assertThat(shell.err()).contains("no file or folder is named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "pymrio"})
    void aFolderIsNotCalledLikeAFile(String format) {
        Path file = folder.resolve("germany.csv");
        assertThat(shell.run("convert", "--as=" + format, "--to=" + file)).isEqualTo(2);
        assertThat(shell.err()).contains("writes a folder").contains("--as CSV");
        assertThat(file).doesNotExist();
    }
}
