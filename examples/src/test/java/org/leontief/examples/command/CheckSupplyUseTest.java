package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.examples.SharedData;
import org.leontief.io.SupplyUseCsv;
import org.leontief.label.Labels;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/** What check says of supply and use that no model has made one table of yet. */
class CheckSupplyUseTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    private static SupplyUseTableBuilder accounts() {
        return accounts(new double[][] {{90, 10}, {0, 80}});
    }

    private static SupplyUseTableBuilder accounts(double[][] supply) {
        return SupplyUseTable.builder(Labels.of("Food", "Tools"), Labels.of("Farms", "Works"))
                .unit("EUR")
                .supply(supply)
                .finalDemand("Households", 50, 55);
    }

    private int check(SupplyUseTableBuilder source, String... more) throws IOException {
        Path file = folder.resolve("accounts.csv");
        SupplyUseCsv.write(source.build(), file);
        String[] all = new String[more.length + 2];
        all[0] = "check";
        all[1] = "--table=" + file;
        System.arraycopy(more, 0, all, 2, more.length);
        return shell.run(all);
    }

    /** The line of a finding. */
    private String finding(String of) {
        return shell.out()
                .lines()
                .filter(line -> line.startsWith(of + "  "))
                .findFirst()
                .orElse("no finding " + of + " in " + shell.out());
    }

    @Test
    void supplyAndUseThatAgree() throws IOException {
        int code = check(accounts().use(new double[][] {{40, 10}, {5, 20}}).valueAdded("Wages", 45, 60));
        assertThat(code).as(shell.err()).isZero();
        assertThat(shell.out()).doesNotContain("MEND").contains("Some model makes a viable table: yes");
        assertThat(finding("Products")).contains("FINE", "agree within one millionth");
        // 10 of 180 are made beside the main product, all of them by works, of whose 90 they are a ninth.
        assertThat(finding("Secondary products")).contains("5.5556%", "'Works' (11.1111% of its own)");
        for (String letter : new String[] {"A", "B", "C", "D"}) {
            assertThat(finding("Model " + letter)).contains("FINE", "0 negative entries", "viable");
        }
    }

    @Test
    void whatDoesNotAgreeAndIsNegative() throws IOException {
        int code = check(accounts().use(new double[][] {{40, 13}, {5, -20}}).valueAdded("Wages", 45, 97));
        assertThat(code).isEqualTo(ExitCodes.THE_ANSWER_IS_NO);
        assertThat(finding("Products")).contains("MEND", "of 2 of 2 products", "'Tools', 80 and 40", "50%");
        assertThat(finding("Industries")).contains("FINE");
        assertThat(finding("Negatives"))
                .contains("KNOW", "In use 1 number is negative, the least -20 ('Tools' to 'Works')");
        assertThat(finding("Models")).contains("MEND", "All are refused", "not balanced within 0.01");
    }

    /** V by hand: with one maker each, V is diagonal and Z = U in all four models; otherwise products and industries are not the same. */
    @Test
    void whatIsMadeBesideTheMainProduct() throws IOException {
        check(accounts(new double[][] {{0, 100}, {80, 0}}).use(new double[][] {{40, 10}, {5, 20}}));
        assertThat(finding("Secondary products")).contains("FINE", "all models give one table");
        check(accounts(new double[][] {{60, 40}, {0, 0}}).use(new double[][] {{40, 10}, {5, 20}}));
        assertThat(finding("Secondary products"))
                .contains("FINE", "No industry makes a second product")
                .doesNotContain("one table");
        // Farms turn over 100, 20 of them a disposal that is entered as negative supply; all turn over 180.
        check(accounts(new double[][] {{80, 0}, {-20, 80}}).use(new double[][] {{40, 10}, {5, 20}}));
        assertThat(finding("Secondary products")).contains("KNOW", "11.1111%", "'Farms' (20% of its own)");
    }

    @Test
    void productsThatNobodyMakes() throws IOException {
        SupplyUseTableBuilder source = SupplyUseTable.builder(
                        Labels.of("Food", "Oil", "Salt"), Labels.of("Farms", "Mills"))
                .unit("EUR")
                .supply(new double[][] {{90, 0}, {0, 0}, {0, 0}})
                .use(new double[][] {{40, 0}, {5, 0}, {0, 0}})
                .finalDemand("Households", 50, -5, 0);
        assertThat(check(source)).isEqualTo(ExitCodes.THE_ANSWER_IS_NO);
        assertThat(finding("Products made"))
                .contains("MEND", "'Oil' is used by industries, and no industry makes", "'Salt' is empty throughout");
        assertThat(finding("Industries' output")).contains("KNOW", "'Mills' is empty throughout");
        assertThat(check(source, "--not-made=as_primary_inputs"))
                .as(shell.out())
                .isZero();
        assertThat(finding("Model B")).contains("viable");
    }

    @Test
    void whatIsDeliveredOnlyOrStandsIdle() throws IOException {
        check(SupplyUseTable.builder(Labels.of("Food", "Old cars", "Total food"), Labels.of("Farms", "Mines"))
                .unit("EUR")
                .supply(new double[][] {{90, 0}, {0, 0}, {0, 0}})
                .use(new double[][] {{40, 7}, {0, 0}, {0, 0}})
                .finalDemand("Households", 53, 5, 0)
                .imports("Abroad", 10, 5, 0));
        assertThat(finding("Products made")).contains("MEND", "'Old cars' is used by final users only");
        assertThat(finding("Industries' output")).contains("MEND", "'Mines' is recorded with inputs and no output");
        assertThat(finding("Imports")).contains("KNOW", "by product, not by user");
        assertThat(finding("Labels of products")).contains("MEND", "'Total food' sounds like a sum");
        assertThat(finding("Labels of industries")).contains("FINE");
    }

    @Test
    void twoFilesOfTheBea() {
        Path data = SharedData.folder("bea_us_2017");
        String make = "--table=" + data.resolve("Summary_Make_2017_BeforeRedef_17sch.csv");
        String use = "--use=" + data.resolve("Summary_Use_2017_PRO_BeforeRedef_17sch.csv");
        assertThat(shell.run("check", make, use, "--pair=BEA_MAKE_USE"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("73 products and 71 industries (million USD)");
        assertThat(finding("Model A")).contains("MEND", "as many products as industries");
        assertThat(finding("Model D")).contains("--model FIXED_PRODUCT_SALES", "71 industries");
        assertThat(shell.run("plan", make, use, "--pair=BEA_MAKE_USE", "--top=1"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--model is missing");
        assertThat(shell.run("plan", make, use, "--pair=BEA_MAKE_USE", "--model=FIXED_PRODUCT_SALES", "--top=1"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("the largest 1 of 71");
        assertThat(shell.run("check", make)).isEqualTo(1);
        assertThat(shell.err()).contains("Bea.readMakeUse").contains("--use, --pair");
        assertThat(shell.run("check", make, use, "--pair=EUROSTAT")).isEqualTo(2);
        assertThat(shell.err()).contains("--unit");
        assertThat(shell.run("check", make, use, "--pair=EUROSTAT", "--unit=EUR", "--year=2017"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("leave it out with EUROSTAT");
        assertThat(shell.run("check", make, "--pair=BEA_MAKE_USE")).isEqualTo(2);
        assertThat(shell.err()).contains("both --use and --pair");
        assertThat(shell.run("check", use.replace("--use", "--table"), use, "--pair=BEA_MAKE_USE"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("Summary_Use_2017");
    }

    @Test
    void filesOfTheBeaHaveTheDelimiterThatIsSaid() throws IOException {
        Path make = Files.writeString(folder.resolve("make.csv"), """
                ;11;21;T008
                11;90;0;90
                21;5;60;65
                T007;95;60;155
                """);
        Path use = Files.writeString(folder.resolve("use.csv"), """
                ;11;21;T001;F010;T004;T007
                11;40;10;50;45;45;95
                21;20;5;25;35;35;60
                V001;30;50;80;0;0;0
                T008;90;65;155;0;0;0
                """);
        assertThat(shell.run(
                        "check", "--table=" + make, "--use=" + use, "--pair=BEA_MAKE_USE", "--delimiter=SEMICOLON"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("2 products and 2 industries (million USD)");
        assertThat(shell.run("check", "--table=" + make, "--use=" + make, "--pair=EUROSTAT", "--unit=EUR"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("name the same file");
    }

    @Test
    void purchasersPricesAreSaidOnce() {
        Path data = SharedData.folder("bea_us_2017");
        assertThat(shell.run(
                        "check",
                        "--table=" + data.resolve("Summary_Supply_2017_17sch.csv"),
                        "--use=" + data.resolve("Summary_Use_SUT_2017_17sch.csv"),
                        "--pair=BEA_SUPPLY_USE"))
                .isEqualTo(ExitCodes.THE_ANSWER_IS_NO);
        assertThat(finding("Prices")).contains("MEND", "purchasers' prices");
        assertThat(finding("Models")).contains("MEND", "All are refused", "BasicPrices");
    }

    @Test
    void aLayoutMeansNothingBesideAModel() throws IOException {
        int code = check(
                accounts().use(new double[][] {{40, 10}, {5, 20}}).valueAdded("Wages", 45, 60),
                "--model=INDUSTRY_TECHNOLOGY",
                "--value-added=Wages");
        assertThat(code).isEqualTo(2);
        assertThat(shell.err()).contains("leave out the layout");
    }
}
