package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/** The library's own layout of supply and use tables: there and back, and what is refused. */
class SupplyUseCsvTest {

    private static final String TABLE = """
            supply and use tables,basic prices,,industry,industry,final demand,imports,margins,taxes
            kind,name,unit,Farms,Works,Households,Imports,Trade,VAT
            supply,Food,million EUR,90.0,30.0,,5.0,0.0,0.0
            supply,Tools,million EUR,0.0,80.0,,0.0,0.0,0.5
            use,Food,million EUR,45.0,2.0,78.0,,,
            use,Tools,million EUR,5.0,20.0,55.0,,,
            imported use,Food,million EUR,1.0,0.0,4.0,,,
            imported use,Tools,million EUR,0.0,0.0,0.0,,,
            value added,Wages,million EUR,40.0,88.0,,,,
            extension,Employment,thousand persons,3.0,4.0,,,,
            """;

    @TempDir
    private Path folder;

    private SupplyUseTable read(String text) throws IOException {
        return SupplyUseCsv.read(Files.writeString(folder.resolve("t.csv"), text));
    }

    private static SupplyUseTableBuilder small() {
        return SupplyUseTable.builder(Labels.of("Food", "Tools"), Labels.of("Farms", "Works"))
                .unit("million EUR")
                .supply(new double[][] {{90, 30}, {0, 80}})
                .use(new double[][] {{45, 2}, {5, 20}})
                .finalDemand("Households", 78, 55)
                .imports("Imports", 5, 0)
                .margins("Trade", 0, 0)
                .taxes("VAT", 0, 0.5)
                .valueAdded("Wages", 40, 88)
                .extension("Employment", "thousand persons", 3, 4);
    }

    private static LabelledMatrix matrix(Labels rows, Labels columns, double[][] cells) {
        return LabelledMatrix.of("m", rows, columns, Units.of("million EUR"), SparseMatrix.of(cells));
    }

    @Test
    void isWrittenAsItIsDocumented() throws IOException {
        SupplyUseTable table = small().importedUse(
                        matrix(Labels.of("Food", "Tools"), Labels.of("Farms", "Works"), new double[][] {{1, 0}, {0, 0}
                        }),
                        matrix(Labels.of("Food", "Tools"), Labels.of("Households"), new double[][] {{4}, {0}}))
                .build();

        SupplyUseCsv.write(table, folder.resolve("w.csv"));

        assertThat(folder.resolve("w.csv")).hasContent(TABLE);
        assertThat(read(TABLE)).isEqualTo(table);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void rowsAreJoinedByName() throws IOException {
        String food = "use,Food,million EUR,45.0,2.0,78.0,,,\n";
        String tools = "use,Tools,million EUR,5.0,20.0,55.0,,,\n";

        assertThat(read(TABLE.replace(food + tools, tools + food))).isEqualTo(read(TABLE));
    }

    @Test
    void pricesAreKept() throws IOException {
        for (PriceBasis basis : PriceBasis.values()) {
            Path file = folder.resolve(basis + ".csv");
            SupplyUseCsv.write(small().usesAt(basis).build(), file);
            assertThat(SupplyUseCsv.read(file).prices()).isEqualTo(basis);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomTablesComeBackBitForBit(long seed) throws IOException {
        SupplyUseTable table = random(seed);
        CsvOptions options = seed % 3 == 0
                ? CsvOptions.defaults().withDelimiter(Delimiter.SEMICOLON).withDecimalComma()
                : CsvOptions.defaults();
        Path file = folder.resolve(seed % 2 == 0 ? "t.csv.gz" : "t.csv");

        SupplyUseCsv.write(table, file, options);
        SupplyUseTable back = SupplyUseCsv.read(file, options);

        assertThat(back).isEqualTo(table);
        assertThat(back.supply().matrix().toDense().data)
                .containsExactly(table.supply().matrix().toDense().data);
    }

    private static SupplyUseTable random(long seed) {
        Random choice = new Random(seed);
        RandomTables random = new RandomTables(seed);
        boolean regions = choice.nextBoolean();
        int products = 2 + choice.nextInt(8);
        int industries = 2 + choice.nextInt(8);
        Labels p = random.labels(products, regions);
        Labels s = random.labels(industries, regions);
        Labels users = random.labels(choice.nextInt(4), regions);
        Units units = choice.nextBoolean() ? random.units(products) : Units.of("million EUR");
        SupplyUseTableBuilder builder = SupplyUseTable.builder(p, s)
                .units(units)
                .usesAt(choice.nextBoolean() ? PriceBasis.BASIC : PriceBasis.PRODUCERS)
                .supply(labelled(random, p, s, units))
                .use(labelled(random, p, s, units))
                .finalDemand(labelled(random, p, users, units))
                .margins(labelled(random, p, random.labels(choice.nextInt(3), regions), units))
                .taxes(labelled(random, p, random.labels(choice.nextInt(3), regions), units));
        if (choice.nextBoolean()) {
            builder.importedUse(labelled(random, p, s, units), labelled(random, p, users, units));
        }
        if (choice.nextBoolean()) {
            builder.imports(labelled(random, p, random.labels(choice.nextInt(3), regions), units));
        }
        if (choice.nextBoolean()) {
            Labels rows = random.labels(1 + choice.nextInt(3), regions);
            builder.valueAdded(labelled(random, rows, s, random.units(rows.size())));
        }
        if (choice.nextBoolean()) {
            Labels rows = random.labels(1 + choice.nextInt(3), regions);
            Units rowUnits = random.units(rows.size());
            builder.extensions(labelled(random, rows, s, rowUnits));
            if (choice.nextBoolean()) {
                builder.finalDemandExtensions(labelled(random, rows, users, rowUnits));
            }
        }
        return builder.build();
    }

    private static LabelledMatrix labelled(RandomTables random, Labels rows, Labels columns, Units units) {
        return LabelledMatrix.of("m", rows, columns, units, random.matrix(rows.size(), columns.size()));
    }

    @Test
    void theUnitedStatesComeBack() throws IOException {
        Path data = Path.of(System.getProperty("leontief.shared.data", "no shared data"), "bea_us_2017");
        assumeTrue(Files.isDirectory(data), () -> "not there, so not tested: " + data);
        SupplyUseTable table = Bea.readSupplyUse(
                        data.resolve("Detail_Supply_2017_17sch.csv"), data.resolve("Detail_Use_SUT_2017_17sch.csv"))
                .table();

        SupplyUseCsv.write(table, folder.resolve("us.csv"));

        assertThat(SupplyUseCsv.read(folder.resolve("us.csv"))).isEqualTo(table);
    }

    private void fails(String text, String... messages) {
        for (String message : messages) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(CsvFormatException.class)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void whatIsWrongIsNamed() {
        fails(TABLE.replace("supply and use", "input-output"), "line 1", "'supply and use tables'");
        fails(TABLE.replace("basic prices", "prices"), "'prices'", "'basic prices', 'producers' prices'");
        fails(TABLE.replace("margins", "margin"), "the kind 'margin'", "'final demand', 'imports', 'margins'");
        fails(TABLE.replace("value added", "wages"), "line 9", "the kind 'wages'", "'imported use'");
        fails(TABLE.replace("88.0,,,,", "88.0,7,,,"), "line 9, column 6 ('Households'), row 'Wages'", "would be lost");
        fails(TABLE.replace("45.0,2.0", "45.0,"), "line 5, column 5 ('Works'), row 'Food'", "empty cell");
        fails(TABLE.replace("Works", "Farms"), "column 5", "'Farms' of industry stands twice");
        fails(TABLE.replace("supply,Tools", "supply,Food"), "line 4", "first on line 3");
        fails(TABLE.replace("\nuse,Tools", "\nuse,Toys"), "missing there: Tools", "not known here: Toys");
        fails(TABLE.replace("use,Tools,million EUR,5", "use,Tools,million USD,5"), "million USD", "million EUR");
        fails(TABLE.replace("thousand persons", ""), "line 10", "unit is expected");
        fails(TABLE.substring(0, TABLE.indexOf("kind,")), "the file ends");
    }

    @Test
    void regionsAreKept() throws IOException {
        Labels products = Labels.ofLabels(List.of(new Label("DEU", "Food"), new Label("FRA", "Food")));
        SupplyUseTable table = SupplyUseTable.builder(products, Labels.of("Farms"))
                .unit("t")
                .supply(new double[][] {{1}, {2}})
                .use(new double[][] {{0}, {1}})
                .build();

        SupplyUseCsv.write(
                table, folder.resolve("r.csv"), CsvOptions.defaults().withCharset(StandardCharsets.US_ASCII));

        assertThat(folder.resolve("r.csv")).hasContent("""
                supply and use tables,basic prices,,,industry
                region,,,,
                kind,region,name,unit,Farms
                supply,DEU,Food,t,1.0
                supply,FRA,Food,t,2.0
                use,DEU,Food,t,0.0
                use,FRA,Food,t,1.0
                """);
        assertThat(SupplyUseCsv.read(folder.resolve("r.csv"))).isEqualTo(table);
    }
}
