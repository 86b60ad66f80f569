package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.table.ImportedProducts;
import org.leontief.table.SupplyUseTable;

/** BEA's import matrices: of 2017, where the folder of shared data is there, and their layout in small. */
class BeaImportsTest {

    @TempDir
    private Path folder;

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("leontief.shared.data", "no shared data"), "bea_us_2017", name + ".csv");
        assumeTrue(Files.isRegularFile(file), () -> "not there, so not tested: " + file);
        return file;
    }

    private static LabelledMatrix plain(Path file) throws IOException {
        return MatrixCsv.read(
                file, MatrixLayout.withHeader().unit("million USD").named("plain"));
    }

    private static int same(LabelledMatrix part, LabelledMatrix file) {
        int compared = 0;
        for (Label row : part.rows()) {
            for (Label column : part.columns()) {
                assertThat(part.of(row.name(), column.name()))
                        .as("%s, %s", row, column)
                        .isEqualTo(file.of(row.name(), column.name()));
                compared++;
            }
        }
        return compared;
    }

    @Test
    void detailOf2017() throws IOException {
        Path imports = shared("Detail_Import_2017_BeforeRedef_17sch");
        DatabaseSupplyUse read = Bea.readMakeUse(
                shared("Detail_Make_2017_BeforeRedef_17sch"), shared("Detail_Use_2017_PRO_BeforeRedef_17sch"), imports);
        SupplyUseTable table = read.table();
        assertThat(read.source()).isEqualTo("BEA, make and use, imported use");
        ImportedProducts abroad = table.importedUse().orElseThrow();
        LabelledMatrix plain = plain(imports);
        assertThat(same(abroad.toIndustries(), plain) + same(abroad.toFinalUsers(), plain))
                .isEqualTo(402 * (402 + 19));
        LabelledMatrix use = plain(shared("Detail_Use_2017_PRO_BeforeRedef_17sch"));
        assertThat(table.finalDemand().categories().size()).isEqualTo(19);
        for (Label product : table.products()) {
            assertThat(table.imports().of(product.name(), "F05000")).isEqualTo(0 - use.of(product.name(), "F05000"));
        }
        // A product for industries, final users and from abroad: farm machinery and computers, rows of the three files.
        assertThat(table.imports().of("334111", "F05000")).isPositive();
        double balance = table.productOutput().of("334111")
                + table.imports().of("334111", "F05000")
                - table.use().rowTotals().of("334111")
                - table.finalDemand().byCategory().rowTotals().of("334111");
        // Numbers are rounded to millions, 400 of them to a row.
        assertThat(Math.abs(balance)).isLessThan(20);
        assertThat(read.notes()).anyMatch(note -> note.startsWith("Imports, column 'F05000' of the use table"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theLayoutInSmall() throws IOException {
        Path make = write("make.csv", ",11,21,T008\n11,90,0,90\n21,5,60,65\nT007,95,60,155\n");
        Path use = write("use.csv", """
                ,11,21,T001,F010,F050,T004,T007
                11,40,10,50,50,-5,45,95
                21,20,5,25,38,-3,35,60
                V001,30,50,80,0,0,0,0
                T008,90,65,155,0,0,0,0
                """);
        Path imports = write("import.csv", ",11,21,T001,F010,F050,T004\n11,1,0,1,4,-5,-1\n21,2,0,2,1.5,-3,-2\n");
        DatabaseSupplyUse read = Bea.readMakeUse(make, use, imports);
        SupplyUseTable table = read.table();
        assertThat(table.importedUse().orElseThrow().toIndustries().of("21", "11"))
                .isEqualTo(2);
        assertThat(table.importedUse().orElseThrow().toFinalUsers().of("11", "F010"))
                .isEqualTo(4);
        assertThat(table.imports().of("21", "F050")).isEqualTo(3);
        assertThat(table.finalDemand().categories().asList()).containsExactly(Label.of("F010"));
        assertThat(read.notes())
                .anyMatch(note -> note.contains("most for '21': 3 stated, 3.5 added up"))
                .noneMatch(note -> note.contains("The use of a product"));

        assertThatThrownBy(() -> Bea.readMakeUse(make, use, use))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("not an import matrix; it looks like a use table");
        assertThatThrownBy(() -> Bea.readMakeUse(make, imports))
                .hasMessageContaining("not a use table of the make-use framework; it looks like an import matrix");
        Path other = write("other.csv", ",11,21,T001,F010,F050,T004\n11,1,0,1,4,-5,-1\n23,2,0,2,1,-3,-2\n");
        assertThatThrownBy(() -> Bea.readMakeUse(make, use, other)).hasMessageContaining("'23'");
    }

    @Test
    void industriesAndTheOneColumnOfImportsAreThoseOfTheUseTable() throws IOException {
        Path make = write("make.csv", ",11,21,T008\n11,90,0,90\n21,5,60,65\nT007,95,60,155\n");
        Path use = write("use.csv", """
                ,11,21,T001,F010,F050,T004,T007
                11,40,10,50,50,-5,45,95
                21,20,5,25,38,-3,35,60
                V001,30,50,80,0,0,0,0
                T008,90,65,155,0,0,0,0
                """);
        Path other = write("other.csv", ",11,22,T001,F010,F050,T004\n11,1,0,1,4,-5,-1\n21,2,0,2,1,-3,-2\n");
        assertThatThrownBy(() -> Bea.readMakeUse(make, use, other))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("other.csv")
                .hasMessageContaining("industries");

        Path twice = write(
                "twice.csv",
                Files.readString(use)
                        .replace("F050,", "F050,F051,")
                        .replace("-5,45", "-4,-1,45")
                        .replace("-3,35", "-3,0,35")
                        .replace("80,0", "80,0,0")
                        .replace("155,0", "155,0,0")
                        .replace("F051", "F050A"));
        Path imports = write("import.csv", ",11,21,T001,F010,F050,T004\n11,1,0,1,4,-5,-1\n21,2,0,2,1,-3,-2\n");
        assertThatThrownBy(() -> Bea.readMakeUse(make, twice, imports))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("the use table has 2 columns of imports (F050)")
                .hasMessageContaining("[F050, F050A]");
    }
}
