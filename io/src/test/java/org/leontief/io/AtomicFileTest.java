package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** A file is written whole or not at all. */
class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, StandardCharsets.UTF_8, writer -> {
                    writer.write("half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("x.csv");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("no").resolve("such");
        assertThatThrownBy(() -> AtomicFile.write(
                        nowhere.resolve("x.csv"), StandardCharsets.UTF_8, writer -> writer.write("new")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nowhere + ": this is the folder to write 'x.csv' in. Make it first");
    }

    @Test
    void aFolderInItsPlaceIsNamed() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("x"));
        assertThatThrownBy(() -> AtomicFile.write(taken, StandardCharsets.UTF_8, writer -> writer.write("new")))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(taken + ": it is a folder, and a file is needed");
        assertThat(folder.toFile().list()).containsExactly("x");
        assertThat(taken).isEmptyDirectory();
    }

    @Test
    void textThatTheEncodingDoesNotHoldIsAnErrorNotAQuestionMark() throws IOException {
        LabelledVector x = LabelledVector.of("x", Labels.of("日本"), Units.of("t"), 1);
        CsvOptions latin = CsvOptions.defaults().withCharset(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> VectorCsv.write(x, folder.resolve("x.csv"), latin))
                .isInstanceOf(IOException.class);
        LabelledVector nul = LabelledVector.of("x", Labels.of("a\0b"), Units.of("t"), 1);
        assertThatThrownBy(() -> VectorCsv.write(nul, folder.resolve("x.csv"))).hasMessageContaining("NUL");
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void aSymbolicLinkStaysOne() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        AtomicFile.write(link, StandardCharsets.UTF_8, writer -> writer.write("new"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.xlsx", "x.XLS", "x.ods", "x.zip", "x.json", "x.json.gz", "x.parquet"})
    void noTextUnderTheNameOfSomethingElse(String name) {
        LabelledVector x = LabelledVector.of("x", Labels.of("a"), Units.of("t"), 1);
        assertThatThrownBy(() -> VectorCsv.write(x, folder.resolve(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.resolve(name).toString())
                .hasMessageContaining("ends in .csv or .csv.gz");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesThatSayWhatIsWritten() throws IOException {
        LabelledVector x = LabelledVector.of("x", Labels.of("a"), Units.of("t"), 1);
        for (String name : new String[] {"x", "x.csv", "x.txt", "x.2024", "x.CSV.GZ"}) {
            VectorCsv.write(x, folder.resolve(name));
            assertThat(VectorCsv.read(folder.resolve(name))).isEqualTo(x);
        }
        assertThatThrownBy(() -> VectorCsv.write(x, folder.resolve("x.tsv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Delimiter.TAB");
        CsvOptions tabs = CsvOptions.defaults().withDelimiter(Delimiter.TAB);
        VectorCsv.write(x, folder.resolve("x.tsv"), tabs);
        assertThat(VectorCsv.read(folder.resolve("x.tsv"), tabs)).isEqualTo(x);
    }
}
