package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;

/** BEA's tables of 2017, where the folder of shared data is there, and their layout in small. */
class BeaTest {

    @TempDir
    private Path folder;

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("leontief.shared.data", "no shared data"), "bea_us_2017", name + ".csv");
        assumeTrue(Files.isRegularFile(file), () -> "not there, so not tested: " + file);
        return file;
    }

    /** The same file by another reader, which knows nothing of what the codes mean. */
    private static LabelledMatrix plain(String name) throws IOException {
        return MatrixCsv.read(
                shared(name), MatrixLayout.withHeader().unit("million USD").named(name));
    }

    /** Every number of a part is that of the file, by its labels; returns how many were held against each other. */
    private static int assertAllIn(LabelledMatrix part, LabelledMatrix file, boolean isTransposed) {
        int compared = 0;
        for (int i = 0; i < part.rows().size(); i++) {
            for (int j = 0; j < part.columns().size(); j++) {
                String row = part.rows().get(i).name();
                String column = part.columns().get(j).name();
                double expected = isTransposed ? file.of(column, row) : file.of(row, column);
                assertThat(part.matrix().get(i, j)).as("%s, %s", row, column).isEqualTo(expected);
                compared++;
            }
        }
        return compared;
    }

    private static double[] at(LabelledVector vector, Labels labels) {
        return labels.asList().stream().mapToDouble(vector::of).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "Detail_Make_2017_BeforeRedef_17sch, Detail_Use_2017_PRO_BeforeRedef_17sch, 402, 402, T007, T008",
        "Detail_Make_2017_AfterRedef_17sch, Detail_Use_2017_PRO_AfterRedef_17sch, 402, 402, T007, T008",
        "Summary_Make_2017_BeforeRedef_17sch, Summary_Use_2017_PRO_BeforeRedef_17sch, 71, 73,"
                + " Total Commodity Output, Total Industry Output"
    })
    void makeAndUse(String make, String use, int industries, int products, String productTotals, String industryTotals)
            throws IOException {
        DatabaseSupplyUse read = Bea.readMakeUse(shared(make), shared(use));

        SupplyUseTable table = read.table();
        LabelledMatrix makeFile = plain(make);
        LabelledMatrix useFile = plain(use);
        assertThat(table.prices()).isEqualTo(PriceBasis.PRODUCERS);
        assertThat(table.units().common()).isEqualTo("million USD");
        assertThat(table.products().size()).isEqualTo(products);
        assertThat(table.industries().size()).isEqualTo(industries);
        assertThat(table.finalDemand().categories().size()).isEqualTo(20);
        assertThat(table.valueAdded().rows().size()).isEqualTo(3);
        // nothing is left over: labels and totals are all there is in the files
        assertThat(makeFile.rows().size()).isEqualTo(industries + 1);
        assertThat(makeFile.columns().size()).isEqualTo(products + 1);
        assertThat(useFile.rows().size()).isEqualTo(products + 3 + 3);
        assertThat(useFile.columns().size()).isEqualTo(industries + 20 + 3);
        assertThat(assertAllIn(table.supply(), makeFile, /* isTransposed= */ true))
                .isEqualTo(industries * products);
        assertAllIn(table.use(), useFile, /* isTransposed= */ false);
        assertAllIn(table.finalDemand().byCategory(), useFile, /* isTransposed= */ false);
        assertAllIn(table.valueAdded(), useFile, /* isTransposed= */ false);
        // the stated totals are of unrounded numbers
        assertThat(table.productOutput().toArray())
                .containsExactly(at(makeFile.row(productTotals), table.products()), within(10.0));
        assertThat(table.industryOutput().toArray())
                .containsExactly(at(makeFile.column(industryTotals), table.industries()), within(10.0));
        assertThat(table.balance().largest(1).get(0).difference()).isCloseTo(0, within(50.0));
        assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("Industry output"));
        assertThat(read.notes().stream().anyMatch(note -> note.contains("'NA', 'NA.1'")))
                .isEqualTo(useFile.columns().contains("NA.1"));
    }

    @ParameterizedTest
    @CsvSource({"Detail, 402, 402, TRADE, TRANS", "Summary, 71, 73, Trade, Trans"})
    void supplyAndUse(String level, int industries, int products, String trade, String transport) throws IOException {
        String supply = level + "_Supply_2017_17sch";
        String use = level + "_Use_SUT_2017_17sch";

        DatabaseSupplyUse read = Bea.readSupplyUse(shared(supply), shared(use));

        SupplyUseTable table = read.table();
        LabelledMatrix supplyFile = plain(supply);
        LabelledMatrix useFile = plain(use);
        assertThat(table.prices()).isEqualTo(PriceBasis.PURCHASERS);
        assertThat(table.products().size()).isEqualTo(products);
        assertThat(table.industries().size()).isEqualTo(industries);
        assertThat(table.finalDemand().categories().size()).isEqualTo(19);
        assertThat(table.imports().columns()).isEqualTo(Labels.of("MCIF", "MADJ"));
        assertThat(table.valuation().margins().columns()).isEqualTo(Labels.of(trade, transport));
        assertThat(table.valuation().taxes().columns()).isEqualTo(Labels.of("MDTY", "TOP", "SUB"));
        for (LabelledMatrix part : new LabelledMatrix[] {
            table.supply(),
            table.imports(),
            table.valuation().margins(),
            table.valuation().taxes()
        }) {
            assertAllIn(part, supplyFile, /* isTransposed= */ false);
        }
        for (LabelledMatrix part :
                new LabelledMatrix[] {table.use(), table.finalDemand().byCategory(), table.valueAdded()}) {
            assertAllIn(part, useFile, /* isTransposed= */ false);
        }
        assertThat(table.productOutput().toArray())
                .containsExactly(at(supplyFile.column("T007"), table.products()), within(10.0));
        assertThat(table.valuation().totalMargins().toArray())
                .containsExactly(at(supplyFile.column("T014"), table.products()), within(1.0));
        assertThat(table.valuation().totalTaxes().toArray())
                .containsExactly(at(supplyFile.column("T015"), table.products()), within(1.0));
        assertThat(table.valueAdded().columnTotals().toArray())
                .containsExactly(at(useFile.row("VABAS"), table.industries()), within(1.0));
        assertThat(table.industryOutput().toArray())
                .containsExactly(at(useFile.row("T018"), table.industries()), within(20.0));
        assertThat(table.balance().largest(1).get(0).difference()).isCloseTo(0, within(50.0));
        assertThat(read.notes())
                .anySatisfy(note -> assertThat(note).contains("'T018'").contains("stated"))
                .anySatisfy(note -> assertThat(note).contains("'T019'"))
                .anySatisfy(note -> assertThat(note).contains("'T016'"))
                .anySatisfy(note -> assertThat(note).contains("Row 'T00TOP', in total 7554"))
                .anySatisfy(note -> assertThat(note).contains("Row 'T00SUB', in total 5987"));
    }

    @Test
    void otherTablesAreRefused() {
        Path make = shared("Summary_Make_2017_BeforeRedef_17sch");
        Path use = shared("Summary_Use_2017_PRO_BeforeRedef_17sch");
        Path supply = shared("Summary_Supply_2017_17sch");
        Path detail = shared("Detail_Use_2017_PRO_BeforeRedef_17sch");

        assertThatThrownBy(() -> Bea.readMakeUse(use, make))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("not a make table; it looks like a use table of the make-use framework");
        assertThatThrownBy(() -> Bea.readSupplyUse(supply, use))
                .hasMessageContaining("it looks like a use table of the make-use framework");
        assertThatThrownBy(() -> Bea.readSupplyUse(make, use)).hasMessageContaining("it looks like a make table");
        assertThatThrownBy(() -> Bea.readMakeUse(make, detail))
                .hasMessageContaining("'1111A0'")
                .hasMessageContaining("and 392 more")
                .hasMessageContaining("different levels of detail");
        assertThatThrownBy(() -> Bea.readMakeUse(
                        shared("Detail_Make_2017_BeforeRedef_17sch"), shared("Detail_Use_2017_PUR_BeforeRedef_17sch")))
                .hasMessageContaining("'441000', '445000'")
                .hasMessageContaining("PUR");
    }

    private static final String MAKE = """
            The Make of Commodities by Industries - Sector
            (Millions of dollars)
            Bureau of Economic Analysis

            |Industries/Commodities|11|21|Used|
            IOCode|Name|Farms|Mining|Scrap|Total Industry Output
            11|Farms|90|...|1|91
            21|Mining|5|60|...|65
            |Total Commodity Output|95|60|1|156
            """;
    private static final String USE = """
            The Use of Commodities by Industries - Sector
            (Millions of dollars)
            Bureau of Economic Analysis

            |Commodities/Industries|11|21|T001|F010|F050|T004|T007
            IOCode|Name|Farms|Mining|Total Intermediate|Consumption|Imports|Total Final Uses|Total Commodity Output
            11|Farms|40|10|50|50|-5|45|95
            21|Mining|20|5|25|35|...|35|60
            Used|Scrap|...|2|2|...|-1|-1|1
            T005|Total Intermediate|60|17|77
            V001|Compensation|20|30|50
            V003|Surplus|11|18|29
            T008|Total Industry Output|91|65|156
            Legend / Footnotes:
            Note. Detail may not add to total due to rounding.
            """;

    private Path book(String name, String sheet) throws IOException {
        return SmallWorkbook.write(
                folder.resolve(name), Map.of("ReadMe", "About these tables|and their years", "2017", sheet));
    }

    @Test
    void workbooksWithTitlesNamesAndNotes() throws IOException {
        DatabaseSupplyUse read =
                Bea.readMakeUse(book("make.xlsx", MAKE), book("use.xlsx", USE), 2017, CsvOptions.defaults());

        SupplyUseTable table = read.table();
        assertThat(table.products()).isEqualTo(Labels.of("11", "21", "Used"));
        assertThat(table.industries()).isEqualTo(Labels.of("11", "21"));
        assertThat(table.supply().matrix().toDense().data).containsExactly(90, 5, 0, 60, 1, 0);
        assertThat(table.use().matrix().toDense().data).containsExactly(40, 10, 20, 5, 0, 2);
        assertThat(table.finalDemand().byCategory().of("11", "F050")).isEqualTo(-5);
        assertThat(table.finalDemand().categories()).isEqualTo(Labels.of("F010", "F050"));
        assertThat(table.valueAdded().rows()).isEqualTo(Labels.of("V001", "V003"));
        assertThat(table.balance().isBalanced(0)).isTrue();
    }

    @Test
    void codesBelowNames() throws IOException {
        String swapped = """
                The Make of Commodities by Industries - Detail
                Industries / Commodities||Farms|Mining|Total industry output
                Code|Industry Description|11|21|T008
                11|Farms|90|0|90
                21|Mining|5|60|65
                T007|Total Commodity Output|95|60|155
                """;
        String use = """
                Commodities / Industries||Farms|Mining|Consumption
                Code|Commodity Description|11|21|F01000
                11|Farms|40|10|45
                21|Mining|20|5|35
                V00100|Compensation|30|50|0
                """;

        SupplyUseTable table = Bea.readMakeUse(
                        book("make.xlsx", swapped), book("use.xlsx", use), 2017, CsvOptions.defaults())
                .table();

        assertThat(table.products()).isEqualTo(Labels.of("11", "21"));
        assertThat(table.finalDemand().categories()).isEqualTo(Labels.of("F01000"));
        assertThat(table.balance().isBalanced(0)).isTrue();
    }

    @Test
    void otherSubsidiesLowerValueAdded() throws IOException {
        Path supply = Files.writeString(folder.resolve("supply.csv"), """
                ,A,T007,MCIF,MADJ,T013,TRADE,TRANS,T014,MDTY,TOP,SUB,T015,T016
                A,100,100,7,-1,106,0,0,0,1,3,-2,2,108
                """);
        Path use = Files.writeString(folder.resolve("use.csv"), """
                ,A,T001,F010,T019
                A,60,60,48,108
                T005,60,60,48,108
                V001,30,30,0,0
                T00OTOP,4,4,0,0
                T00OSUB,3,3,0,0
                V003,9,9,0,0
                VABAS,40,40,0,0
                T018,100,100,0,0
                """);

        DatabaseSupplyUse read = Bea.readSupplyUse(supply, use);

        assertThat(read.table().valueAdded().of("T00OSUB", "A")).isEqualTo(-3);
        assertThat(read.table().balance().isBalanced(0)).isTrue();
        assertThat(read.notes()).hasSize(1).allSatisfy(note -> assertThat(note).contains("T00OSUB"));
    }

    @Test
    void aYearThatIsNotThere() throws IOException {
        Path make = book("make.xlsx", MAKE);
        Path use = book("use.xlsx", USE);

        assertThatThrownBy(() -> Bea.readMakeUse(make, use, 2018, CsvOptions.defaults()))
                .hasMessageContaining("make.xlsx")
                .hasMessageContaining("2018")
                .hasMessageContaining("2017");
        assertThatThrownBy(() -> Bea.readMakeUse(
                        SmallWorkbook.write(folder.resolve("first.xlsx"), Map.of("ReadMe", "Nothing|here")), use))
                .hasMessageContaining("reader that takes a year");
    }
}
