package org.leontief.io;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whatever the bytes, a reader gives a table or a {@link CsvFormatException}. Run as a test this goes through the inputs in the
 * resources; with {@code JAZZER_FUZZ=1} and one method named, Jazzer makes up more.
 */
class ReadersFuzzTest {

    @FunctionalInterface
    private interface Reading {
        void of(Path file) throws IOException;
    }

    private static void read(byte[] content, String name, Reading reading) throws IOException {
        Path file = Files.createTempFile("fuzz", name);
        try {
            Files.write(file, content);
            reading.of(file);
        } catch (CsvFormatException e) {
            // What is wrong with the file has been said.
        } finally {
            Files.delete(file);
        }
    }

    @FuzzTest
    void longForm(byte[] content) throws IOException {
        read(content, ".csv", LongCsv::read);
        read(content, ".csv", VectorCsv::read);
        read(content, ".csv.gz", LongCsv::read);
    }

    @FuzzTest
    void oneFile(byte[] content) throws IOException {
        read(content, ".csv", OecdIcio::read);
        read(content, ".csv", Figaro::read);
        read(content, ".csv", InputOutputCsv::read);
        read(content, ".csv", MatrixCsv::read);
        read(content, ".csv", SupplyUseCsv::read);
        read(content, ".csv", file -> Bea.readMakeUse(file, file));
        read(content, ".csv", file -> Bea.readSupplyUse(file, file));
        read(content, ".csv", file -> EurostatSupplyUse.read(file, file, "million EUR"));
        read(content, ".zip", OecdIcio::read);
        read(content, ".xlsx", Wiod::read);
    }

    /** The bytes in place of Z, of the units and of the parameters of a folder that is whole otherwise. */
    @FuzzTest
    void saved(byte[] content) throws IOException {
        for (String replaced : new String[] {"Z.txt", "unit.txt", "file_parameters.json"}) {
            Path folder = Files.createTempDirectory("fuzz");
            try {
                write(folder, "Z.txt", "region\t\tn\tn\nsector\t\ta\tb\nregion\tsector\t\t\nn\ta\t1\t2\nn\tb\t3\t4\n");
                write(folder, "Y.txt", "region\t\tn\ncategory\t\tH\nregion\tsector\t\nn\ta\t1\nn\tb\t3\n");
                write(folder, "unit.txt", "region\tsector\tunit\nn\ta\tt\nn\tb\tt\n");
                Files.write(folder.resolve(replaced), content);
                Pymrio.read(folder);
            } catch (CsvFormatException e) {
                // What is wrong with the file has been said.
            } finally {
                for (String name : new String[] {"Z.txt", "Y.txt", "unit.txt", "file_parameters.json"}) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.delete(folder);
            }
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
