package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.Germany1995;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;

/** The cost-push model on textbook economies and on Germany 1995. */
class PriceModelTest {

    /** After Miller and Blair 2009, section 2.6; of value added 0.30 and 0.25 are wages. */
    private static InputOutputTable millerBlair() {
        return InputOutputTable.builder("1", "2")
                .unit("million EUR")
                .transactions(new double[][] {{150, 500}, {200, 100}})
                .finalDemand("Households", 200, 700)
                .finalDemand("Exports", 150, 1000)
                .valueAdded("Wages", 300, 500)
                .valueAdded("Other", 350, 900)
                .extension("CO2", "t", 40, 10)
                .build();
    }

    /** Wages of industry 1 rise by 30%, so that its value added is 0.74 in the place of 0.65: prices 1.113 and 1.030. */
    @Test
    void wageRiseOfMillerAndBlair() {
        Economy economy = Economy.of(millerBlair());

        Prices prices = economy.prices().scale("Wages", "1", 1.30).solve();

        assertThat(prices.perUnit().of("1")).isCloseTo(1.113, within(0.0005));
        assertThat(prices.perUnit().of("2")).isCloseTo(1.030, within(0.0005));
        assertThat(prices.before().values().toArray()).containsExactly(1, 1);
        SparseMatrix transposed = economy.coefficients().matrix().matrix().transpose();
        ExactArithmetic.assertWithinBounds(
                prices.perUnit(), ExactArithmetic.solve(transposed, 0.65 + (1.3 - 1) * 0.3, 0.7), 1e-14);
        assertThat(prices.change().of("1")).isCloseTo(prices.perUnit().of("1") - 1, within(1e-15));
        assertThat(prices.change().errorBound("1")).isLessThan(1e-14);
    }

    /** What households pay more is what they buy at the higher prices; and all groups together pay what v has grown by. */
    @Test
    void passThroughByConsumerGroupAddsUpToTheRise() {
        InputOutputTable table = millerBlair();

        Prices prices = Economy.of(table).prices().scale("Wages", 1.10).solve();
        LabelledVector paid = prices.passThrough(table.finalDemand());

        double households =
                200 * (prices.perUnit().of("1") - 1) + 700 * (prices.perUnit().of("2") - 1);
        assertThat(paid.of("Households")).isCloseTo(households / 900, within(1e-14));
        assertThat(paid.of("Households") * 900 + paid.of("Exports") * 1150).isCloseTo(0.1 * 800, within(1e-10));
    }

    @Test
    void aCategoryThatBuysNothingPaysNothingMore() {
        InputOutputTable table = InputOutputTable.builder("1")
                .unit("million EUR")
                .transactions(new double[][] {{50}})
                .finalDemand("Households", 50)
                .finalDemand("Nobody", 0)
                .valueAdded("Wages", 50)
                .build();

        LabelledVector paid =
                Economy.of(table).prices().scale("Wages", 1.2).solve().passThrough(table.finalDemand());

        assertThat(paid.labels().asList()).extracting("name").containsExactly("Households");
        assertThat(paid.of("Households")).isCloseTo(0.2, within(1e-15));
    }

    /** p = (q − u)/(1 + t) covers inputs at q and v; buyers pay the taxes. By Cramer's rule. */
    @Test
    void taxesAreWhatBuyersPayOnTop() {
        Prices prices = Economy.of(millerBlair())
                .prices()
                .tax("1", 0.20)
                .unitTax("2", 0.05)
                .solve();

        // q1 = 1.2 (0.15 q1 + 0.20 q2 + 0.65), q2 = 0.25 q1 + 0.05 q2 + 0.70 + 0.05
        double determinant = (1 - 1.2 * 0.15) * (1 - 0.05) - 1.2 * 0.20 * 0.25;
        double q1 = (1.2 * 0.65 * (1 - 0.05) + 1.2 * 0.20 * 0.75) / determinant;
        double q2 = ((1 - 1.2 * 0.15) * 0.75 + 0.25 * 1.2 * 0.65) / determinant;
        assertThat(prices.perUnit().of("1")).isCloseTo(q1, within(1e-14));
        assertThat(prices.perUnit().of("2")).isCloseTo(q2, within(1e-14));
        assertThat(prices.producers().of("1")).isCloseTo(q1 / 1.2, within(1e-14));
        assertThat(prices.producers().of("2")).isCloseTo(q2 - 0.05, within(1e-14));
        assertThat(prices.producers().errorBound("1")).isPositive().isLessThan(1e-13);
        LabelledVector sold = LabelledVector.of("Sold", prices.perUnit().labels(), Units.of("million EUR"), 1000, 2000);
        assertThat(prices.revenue(sold).toArray()).containsExactly(new double[] {200 * q1 / 1.2, 100}, within(1e-10));
    }

    /** Dearer imports by product cost what a row of the same amounts costs. */
    @Test
    void dearerImportsByProduct() {
        Labels industries = Labels.of("1", "2");
        InputOutputTable table = InputOutputTable.builder(industries)
                .unit("million EUR")
                .transactions(new double[][] {{150, 500}, {200, 100}})
                .finalDemand("Households", 350, 1700)
                .imports(LabelledMatrix.of(
                        "Imports",
                        Labels.of("Oil", "Tea"),
                        industries,
                        Units.of("million EUR"),
                        SparseMatrix.of(new double[][] {{50, 100}, {7, 0}})))
                .valueAdded("Imported oil", 50, 100)
                .build();
        PriceModel model = Economy.of(table).prices();

        Prices byProduct = model.scaleImports("Oil", 1.1).solve();

        Prices byRow = model.scale("Imported oil", 1.1).solve();
        for (int j = 0; j < 2; j++) {
            assertThat(byProduct.perUnit().at(j)).isGreaterThan(1);
            assertThat(byProduct.perUnit().at(j)).isCloseTo(byRow.perUnit().at(j), within(1e-15));
            assertThat(byProduct.perUnit().errorBoundAt(j)).isLessThan(1e-14);
        }
        assertThatThrownBy(() -> Economy.of(table).prices("Imported oil").scaleImports("Oil", 1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("covers Imported oil");
        assertThatThrownBy(() -> model.scaleImports("Oli", 1.1)).hasMessageContaining("Did you mean 'Oil'?");
        assertThatThrownBy(() -> Economy.of(millerBlair()).prices().scaleImports("Oil", 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("scale(row, factor)");
    }

    @Test
    void ratesForAllProductsAreOneTaxAfterTheOther() {
        PriceModel model = Economy.of(millerBlair()).prices();
        LabelledVector rates = LabelledVector.of("Rates", Labels.of("2", "1"), Units.NONE, 0.25, -0.05);

        assertThat(model.tax(rates).tax("1", 0.01).solve().perUnit().values())
                .isEqualTo(model.tax("1", -0.05)
                        .tax("1", 0.01)
                        .tax("2", 0.25)
                        .solve()
                        .perUnit()
                        .values());
        assertThatThrownBy(() -> model.tax(rates.times(-4))).hasMessageContaining("rate on '2' is -1.0");
        assertThatThrownBy(() -> model.tax(LabelledVector.of("Rates", Labels.of("1"), Units.NONE, 0.2)))
                .hasMessageContaining("missing there: 2");
    }

    /** A subsidy on everything that is bought again takes away what the tax added. */
    @Test
    void subsidyIsANegativeTax() {
        Prices prices = Economy.of(millerBlair())
                .prices()
                .tax("1", 0.20)
                .tax("1", -0.20)
                .unitTax("2", 0.3)
                .unitTax("2", -0.3)
                .solve();

        assertThat(prices.perUnit().values().toArray()).containsExactly(new double[] {1, 1}, within(1e-15));
    }

    /** Households buy 200 and 700; two points on the second product alone, which producers do not pay. */
    @Test
    void aTaxOnFinalSalesDoesNotGoIntoCosts() {
        InputOutputTable table = millerBlair();
        Prices prices = Economy.of(table).prices().solve();
        LabelledVector tax = LabelledVector.of("Tax", table.industries(), Units.NONE, 0, 0.02);

        double more = prices.passThrough(table.finalDemand().category("Households"), tax);

        assertThat(more).isCloseTo(0.02 * 700 / 900, within(1e-15));
    }

    @Test
    void fixedPriceIsPassedOn() {
        Prices prices = Economy.of(millerBlair()).prices().fixPrice("1", 2).solve();

        assertThat(prices.perUnit().of("1")).isEqualTo(2);
        assertThat(prices.perUnit().of("2")).isCloseTo((0.25 * 2 + 0.70) / 0.95, within(1e-15));
        assertThat(prices.fixed()).extracting("name").containsExactly("1");
    }

    /** A charge of 0.5 on 0.04 t and 0.005 t per unit is the same as paying that much more. */
    @Test
    void chargeOnAnExtension() {
        Economy economy = Economy.of(millerBlair());
        LabelledVector more = LabelledVector.of("Carbon", economy.industries(), Units.NONE, 0.5 * 0.04, 0.5 * 0.005);

        Prices prices = economy.prices().charge("CO2", 0.5).solve();

        assertThat(prices.perUnit().values())
                .isEqualTo(economy.prices().plus(more).solve().perUnit().values());
        assertThat(prices.change().of("1")).isPositive();
    }

    /** After W. Leontief, Input-Output Economics, 2nd ed. (1986), chapter 2: $2 a bushel and $5 a yard at a wage of $1. */
    @Test
    void pricesOfLeontiefsWheatAndCloth() {
        InputOutputTable table = InputOutputTable.builder("Agriculture", "Manufacture")
                .units(Units.perLabel("bushel", "yard"))
                .transactions(new double[][] {{25, 20}, {14, 6}})
                .finalDemand("Households", 55, 30)
                .extension("Labour", "man-year", 80, 180)
                .build();
        TechnicalCoefficients coefficients = TechnicalCoefficients.of(table);

        PriceModel model = PriceModel.of(coefficients, "dollar", Map.of("Labour", 1.0));
        Prices prices = model.scale("Labour", 3).solve();

        assertThat(prices.before().values().toArray()).containsExactly(new double[] {2, 5}, within(1e-14));
        assertThat(prices.perUnit().values().toArray()).containsExactly(new double[] {6, 15}, within(1e-14));
        assertThat(prices.perUnit().values().units()).isEqualTo(Units.perLabel("dollar per bushel", "dollar per yard"));
        assertThatThrownBy(() -> PriceModel.ofBaseYear(coefficients))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bushel, yard");
    }

    /** After Miller and Blair 2009, section 2.6: the same economy in physical units, with prices of 2 and 5. */
    @Test
    void physicalUnitsOfMillerAndBlair() {
        InputOutputTable table = InputOutputTable.builder("1", "2")
                .units(Units.perLabel("bushel", "ton"))
                .transactions(new double[][] {{75, 250}, {40, 20}})
                .finalDemand("Final users", 175, 340)
                .valueAdded("Value added", "dollar", 650, 1400)
                .build();

        Prices prices = Economy.of(table).prices("Value added").solve();

        assertThat(prices.perUnit().values().toArray()).containsExactly(new double[] {2, 5}, within(1e-14));
        assertThat(prices.perUnit().values().units()).isEqualTo(Units.perLabel("dollar per bushel", "dollar per ton"));
        LabelledVector sold = table.grossOutput();
        assertThat(Economy.of(table)
                        .prices("Value added")
                        .unitTax("2", 1)
                        .solve()
                        .revenue(sold)
                        .units())
                .isEqualTo(Units.of("dollar"));
    }

    @Test
    void negativePricesAreNamed() {
        Prices prices = Economy.of(millerBlair()).prices().unitTax("1", -3).solve();

        assertThat(prices.perUnit().of("1")).isNegative();
        assertThat(prices.notes()).singleElement().asString().startsWith("'1'").contains("negative");
    }

    /** Imports, net taxes and gross value added make up what is not intermediate, so prices that cover them are 1. */
    @Test
    void namedRowsOfGermanyGiveThePricesOfTheBaseYear() {
        Economy economy = Economy.of(Germany1995.table());

        Prices prices = economy.prices("Imports", "Net taxes on products", "Gross value added")
                .scale("Imports", 1.5)
                .solve();

        assertThat(prices.before().values().toArray()).containsOnly(new double[] {1}, within(1e-13));
        Prices ofBaseYear = economy.prices().scale("Imports", 1.5).solve();
        for (int i = 0; i < 6; i++) {
            assertThat(prices.perUnit().at(i)).isCloseTo(ofBaseYear.perUnit().at(i), within(1e-13));
        }
        assertThat(prices.toString()).contains("Manufacturing").contains("iterations");
    }

    /** Dearer imports are paid for by final users in all: Σ (q − 1) d = Δv x, whoever pays. */
    @Test
    void finalUsersOfGermanyPayWhatImportsCostMore() {
        InputOutputTable table = Germany1995.table();

        Prices prices = Economy.of(table).prices().scale("Imports", 1.10).solve();

        LabelledVector paid = prices.passThrough(table.finalDemand());
        double more = 0;
        for (String group :
                List.of("Households", "Government", "Capital formation", "Change of inventories", "Exports")) {
            more += paid.of(group) * table.finalDemand().category(group).total();
        }
        assertThat(more).isCloseTo(0.10 * 222143, within(1e-6));
        assertThat(paid.of("Exports")).isGreaterThan(paid.of("Government"));
        assertThat(prices.perUnit().largestRelativeErrorBound()).isLessThan(1e-14);
    }

    @Test
    void errorsNameWhatIsWrongAndTheMend() {
        Economy economy = Economy.of(Germany1995.table());
        PriceModel model = economy.prices();

        assertThatThrownBy(() -> model.scale("Employment", 1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thousand persons per million EUR")
                .hasMessageContaining("charge(\"Employment\"");
        assertThatThrownBy(() -> model.scale("Import", 1.1))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Imports'?");
        assertThatThrownBy(() -> economy.prices("Imports", "Employment"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Employment' is in thousand persons per million EUR");
        assertThatThrownBy(() -> economy.prices("Imports").scale("Gross value added", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Paid are: Imports");
        assertThatThrownBy(() -> model.tax("Manufacturing", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above −1");
        PriceModel tooHigh = model.tax("Manufacturing", 20);
        assertThatThrownBy(tooHigh::solve)
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("'Manufacturing'")
                .hasMessageContaining("taxes on products included");
        assertThatThrownBy(() -> PriceModel.of(economy.coefficients(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one row");
    }
}
