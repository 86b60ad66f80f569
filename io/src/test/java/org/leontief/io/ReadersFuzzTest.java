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

    @FuzzTest(maxDuration = "1m")
    void longForm(byte[] content) throws IOException {
        read(content, ".csv", LongCsv::read);
        read(content, ".csv", VectorCsv::read);
        read(content, ".csv.gz", LongCsv::read);
    }

    @FuzzTest(maxDuration = "1m")
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
    @FuzzTest(maxDuration = "1m")
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

    /** The bytes as a workbook of before 2007; what a reader finds in one that is whole is tested elsewhere. */
    @FuzzTest(maxDuration = "1m")
    void oldWorkbook(byte[] content) throws IOException {
        readAs("AUS_AIR_May12.xls", content, file -> Wiod.readEnvironment(file, 2009));
        readAs("make.xls", content, file -> Bea.readMakeUse(file, file));
    }

    /** The bytes in place of one of the files of a folder of EXIOBASE hybrid. */
    @FuzzTest(maxDuration = "1m")
    void hybrid(byte[] content) throws IOException {
        String header = ",,,,,n,n\n,,,,,A,B\n,,,,,A_A,A_B\n,,,,,i1,i2\n";
        String flows = header + "n,a,C_A,p1,t,1,2\nn,b,C_B,p2,TJ,3,4\n";
        String demand = ",,,,,n\n,,,,,H\n,,,,,F_H\n,,,,,y1\nn,a,C_A,p1,t,1\nn,b,C_B,p2,TJ,2\n";
        String products = "n,n\nA,B\nA_A,A_B\ni1,i2\na,b\nC_A,C_B\np1,p2\nt,TJ\n";
        String[] names = {"_by_product_technology.csv", "_FD.csv", "_principal_production.csv"};
        String[] texts = {flows, demand, products};
        for (int replaced = 0; replaced < names.length; replaced++) {
            Path folder = Files.createTempDirectory("fuzz");
            try {
                for (int i = 0; i < names.length; i++) {
                    write(folder, "MR_HIOT_2011_v3_3_18" + names[i], texts[i]);
                }
                Files.write(folder.resolve("MR_HIOT_2011_v3_3_18" + names[replaced]), content);
                ExiobaseHybrid.read(folder);
            } catch (CsvFormatException e) {
                // What is wrong with the file has been said.
            } finally {
                for (String name : names) {
                    Files.deleteIfExists(folder.resolve("MR_HIOT_2011_v3_3_18" + name));
                }
                Files.delete(folder);
            }
        }
    }

    private static void readAs(String name, byte[] content, Reading reading) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        try {
            reading.of(Files.write(folder.resolve(name), content));
        } catch (CsvFormatException e) {
            // What is wrong with the file has been said.
        } finally {
            Files.deleteIfExists(folder.resolve(name));
            Files.delete(folder);
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
