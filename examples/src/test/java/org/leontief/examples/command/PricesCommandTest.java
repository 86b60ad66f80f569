package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.Economy;
import org.leontief.examples.GermanTable;
import org.leontief.table.InputOutputTable;
import org.leontief.value.Prices;
import org.leontief.value.production.Numeraire;
import org.leontief.value.production.WageCurve;

class PricesCommandTest {

    private final Shell shell = new Shell();

    @Test
    void theSameChangesAsFromTheLibrary() throws IOException {
        InputOutputTable table = GermanTable.read();
        Prices prices = Economy.of(table)
                .prices()
                .scale("Compensation of employees", 1.10)
                .tax("Trade", 0.05)
                .unitTax("Agriculture", -0.01)
                .charge("CO2", 0.08)
                .fixPrice("Other services", 1.2)
                .solve();
        assertThat(shell.run(
                        "prices",
                        "--scale=Compensation of employees=1.10",
                        "--tax=Trade=0.05",
                        "--unit-tax=Agriculture=-0.01",
                        "--charge=CO2=0.08",
                        "--fix=Other services=1.2",
                        "--json"))
                .as(shell.err())
                .isZero();
        JsonTree json = shell.json();
        for (var product : table.industries()) {
            JsonTree row = json.row("prices", product.name());
            assertThat(row.at("price").number()).isEqualTo(prices.perUnit().of(product));
            assertThat(row.at("change").number()).isEqualTo(prices.change().of(product));
        }
        assertThat(json.row("final_users_pay_more", "Households").at("share").number())
                .isEqualTo(prices.passThrough(table.finalDemand()).of("Households"));
    }

    @Test
    void dearerLabourInOneIndustry() throws IOException {
        double expected = Economy.of(GermanTable.read())
                .prices()
                .scale("Compensation of employees", "Trade", 1.3)
                .solve()
                .perUnit()
                .of("Construction");
        assertThat(shell.run("prices", "--scale=Compensation of employees=1.3", "--in=Trade", "--json"))
                .isZero();
        assertThat(shell.json().row("prices", "Construction").at("price").number())
                .isEqualTo(expected);
    }

    @Test
    void theWageCurve() throws IOException {
        InputOutputTable table = GermanTable.read();
        WageCurve curve = Economy.of(table).technique("Employment").wageCurve(Numeraire.total(table.grossOutput()), 4);
        assertThat(shell.run("prices", "--wage-curve=4", "--json"))
                .as(shell.err())
                .isZero();
        JsonTree json = shell.json();
        for (int i = 0; i <= 4; i++) {
            assertThat(json.row("wage_curve", Integer.toString(i)).at("wage").number())
                    .isEqualTo(curve.points().get(i).wage());
        }
        assertThat(json.at("facts").at("maximum_rate_of_profit").at("value").number())
                .isEqualTo(curve.points().get(4).rateOfProfit());
    }

    @Test
    void whatIsNoNumberIsWrongUsage() {
        assertThat(shell.run("prices", "--scale=Imports")).isEqualTo(2);
        assertThat(shell.err()).contains("'Imports' is not NAME=NUMBER");
        assertThat(shell.run("prices", "--wage-curve=0")).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void anOptionWithoutEffectIsRefused() {
        assertThat(shell.run("prices", "--wage-curve=3", "--scale=Imports=2")).isEqualTo(2);
        assertThat(shell.err()).contains("--wage-curve is a question of its own");
        assertThat(shell.run("prices", "--numeraire=Trade")).isEqualTo(2);
        assertThat(shell.err()).contains("--wage-curve is missing");
        assertThat(shell.run("prices", "--in=Trade")).isEqualTo(2);
        assertThat(shell.err()).contains("--scale is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void aFixedPriceIsAboveZero(String price) {
        assertThat(shell.run("prices", "--fix=Trade=" + price)).isEqualTo(2);
        assertThat(shell.err()).contains("--fix Trade=" + price + ": a price is above 0");
        assertThat(shell.run("prices", "--fix=Trade=0.01")).as(shell.err()).isZero();
    }
}
