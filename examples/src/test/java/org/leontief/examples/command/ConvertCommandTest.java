package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.examples.GermanTable;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.LongCsv;
import org.leontief.io.Tables;
import org.leontief.table.InputOutputTable;

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
}
