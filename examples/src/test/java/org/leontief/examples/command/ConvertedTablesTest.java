package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leontief.examples.GermanTable;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.Tables;
import org.leontief.table.InputOutputTable;

/** What convert writes is read again as the same table, to the last bit, in every format. */
class ConvertedTablesTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void theBundledTable() throws IOException {
        Path file = folder.resolve("germany.csv");
        InputOutputCsv.write(GermanTable.read(), file);
        everyFormat(file);
    }

    @ParameterizedTest
    @MethodSource("org.leontief.examples.command.RealTables#names")
    void realTables(String name) throws IOException {
        everyFormat(RealTables.write(name, folder.resolve("table.csv")));
    }

    private void everyFormat(Path file) throws IOException {
        InputOutputTable table = InputOutputCsv.read(file);
        Path again = folder.resolve("again.csv.gz");
        convert(file, "csv", again);
        assertThat(Tables.read(again).table()).isEqualTo(table);
        convert(again, "long", folder.resolve("long"));
        assertThat(Tables.read(folder.resolve("long")).table()).isEqualTo(table);
        convert(folder.resolve("long"), "pymrio", folder.resolve("pymrio"));
        assertSameParts(Tables.read(folder.resolve("pymrio")).table(), table);
    }

    private void convert(Path from, String format, Path to) {
        assertThat(shell.run("convert", "--table=" + from, "--as=" + format, "--to=" + to))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).doesNotContain("Not read");
    }

    /** Without stated outputs and imports by product, for which pymrio has no place, as the command says. */
    private void assertSameParts(InputOutputTable read, InputOutputTable table) {
        assertThat(read.transactions()).isEqualTo(table.transactions());
        assertThat(read.finalDemand()).isEqualTo(table.finalDemand());
        assertThat(read.valueAdded()).isEqualTo(table.valueAdded());
        assertThat(read.extensions()).isEqualTo(table.extensions());
        assertThat(read.finalDemandExtensions()).isEqualTo(table.finalDemandExtensions());
        assertThat(shell.out().contains("Stated gross output was not written"))
                .isEqualTo(table.statedOutput().isPresent());
        assertThat(shell.out().contains("Imports by product were not written"))
                .isEqualTo(table.imports().isPresent());
    }
}
