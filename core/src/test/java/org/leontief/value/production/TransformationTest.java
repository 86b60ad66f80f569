package org.leontief.value.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/** Transformations of values into prices, each by its author's own figures. */
class TransformationTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static LabelledVector vector(String name, Labels labels, double... values) {
        return LabelledVector.of(name, labels, Units.of("million pounds"), values);
    }

    /** K. Marx, Capital III, chapter 9: five spheres, average rate of profit 22 per cent. */
    @Test
    void fiveSpheresOfMarx() {
        Labels spheres = Labels.of("I", "II", "III", "IV", "V");
        LabelledVector v = vector("v", spheres, 20, 30, 40, 15, 5);

        MarxTransformation marx = MarxTransformation.of(
                vector("c", spheres, 80, 70, 60, 85, 95), vector("used", spheres, 50, 51, 51, 40, 10), v, v.named("s"));

        assertThat(marx.rateOfProfit()).isCloseTo(0.22, EXACT);
        assertThat(marx.costPrices().toArray()).containsExactly(new double[] {70, 81, 91, 55, 15}, EXACT);
        assertThat(marx.values().toArray()).containsExactly(new double[] {90, 111, 131, 70, 20}, EXACT);
        assertThat(marx.prices().toArray()).containsExactly(new double[] {92, 103, 113, 77, 37}, EXACT);
        assertThat(marx.deviations().toArray()).containsExactly(new double[] {2, -8, -18, 7, 17}, EXACT);
        assertThat(marx.deviations().total()).isCloseTo(0, EXACT);
        assertThatThrownBy(() -> MarxTransformation.of(v, vector("used", spheres, 50, 51, 51, 40, 10), v, v))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'I' advances 20.0, uses 50.0");
    }

    private static final Labels DEPARTMENTS = Labels.of("Means of production", "Workers' goods", "Gold");

    private static BortkiewiczTransformation bortkiewicz(Invariance invariance) {
        return BortkiewiczTransformation.ofDepartments(
                vector("c", DEPARTMENTS, 225, 100, 50),
                vector("v", DEPARTMENTS, 90, 120, 90),
                vector("s", DEPARTMENTS, 60, 80, 60),
                invariance);
    }

    /** L. von Bortkiewicz 1907, as in P. Sweezy 1942, chapter VII: factors 32/25, 16/15 and 1, r = 25 per cent. */
    @Test
    void threeDepartmentsOfBortkiewicz() {
        BortkiewiczTransformation found = bortkiewicz(Invariance.of("Gold"));

        assertThat(found.rateOfProfit()).isCloseTo(0.25, EXACT);
        assertThat(found.priceFactors().toArray()).containsExactly(new double[] {1.28, 16.0 / 15, 1}, EXACT);
        assertThat(found.prices().toArray()).containsExactly(new double[] {480, 320, 200}, within(1e-10));
        LabelledMatrix advanced = found.advancedAtPrices();
        assertThat(advanced.row("Means of production").toArray())
                .containsExactly(new double[] {288, 128, 64}, within(1e-10));
        assertThat(advanced.row("Workers' goods").toArray()).containsExactly(new double[] {96, 128, 96}, within(1e-10));
        assertThat(found.profits().toArray()).containsExactly(new double[] {96, 64, 40}, within(1e-10));
        CertifiedRate rate = found.certifiedRateOfProfit();
        assertThat(rate.upper() - rate.lower()).isLessThan(1e-14);
    }

    /** Another scale of the same prices: with total value kept, 1000 is shared out as 875; with surplus kept, 200 as 200. */
    @Test
    void invarianceSetsTheScaleAlone() {
        BortkiewiczTransformation gold = bortkiewicz(Invariance.of("Gold"));
        BortkiewiczTransformation value = bortkiewicz(Invariance.totalValue());
        BortkiewiczTransformation surplus = bortkiewicz(Invariance.totalSurplus());

        assertThat(value.prices().total()).isCloseTo(875, within(1e-10));
        assertThat(value.priceFactors().of("Gold")).isCloseTo(0.875, EXACT);
        assertThat(surplus.profits().total()).isCloseTo(200, within(1e-10));
        assertThat(surplus.rateOfProfit()).isEqualTo(gold.rateOfProfit());
        assertThatThrownBy(() -> bortkiewicz(Invariance.of("Golds")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Did you mean 'Gold'?");
    }

    /** For n products: prices by values are what prices of production by labour values are in the physical system. */
    @Test
    void factorsAreRatiosOfPricesToLabourValues() {
        Labels products = Labels.of("Agriculture", "Manufacture", "Services");
        double[][] a = {{0.265, 0.968, 0.00681}, {0.0121, 0.391, 0.0169}, {0.0408, 0.808, 0.165}};
        double[] l = {0.193, 3.562, 0.616};
        double[] b = {0.0109, 0.0275, 0.296};
        Technique technique = PricesOfProductionTest.technique(products, a, l).withWagesAdvanced();
        LabelledVector bundle = LabelledVector.of("Bundle", products, Units.of("t"), b);
        double[] values =
                technique.pricesAtRate(0, Numeraire.wage()).perUnit().values().toArray();
        double[] output = {3, 1, 2};
        double[][] flows = new double[3][3];
        double[] total = new double[3];
        for (int j = 0; j < 3; j++) {
            total[j] = values[j] * output[j];
            for (int i = 0; i < 3; i++) {
                flows[i][j] = values[i] * (a[i][j] + b[i] * l[j]) * output[j];
            }
        }

        BortkiewiczTransformation found = BortkiewiczTransformation.of(
                LabelledMatrix.of("Advanced", products, products, Units.of("hours"), SparseMatrix.of(flows)),
                LabelledVector.of("Values", products, Units.of("hours"), total),
                Invariance.of("Services"));

        PricesOfProduction prices = technique.pricesAtRealWage(bundle);
        assertThat(found.rateOfProfit()).isCloseTo(0.3877843, within(5e-8));
        double unit = prices.perUnit().at(2) / values[2];
        for (int j = 0; j < 3; j++) {
            assertThat(found.priceFactors().at(j)).isCloseTo(prices.perUnit().at(j) / values[j] / unit, within(1e-11));
        }
    }

    /** D. Foley 1982: of 4 money for an hour, 2.4 are wages, so that 36 minutes of each hour are paid. */
    @Test
    void newInterpretationKeepsProfitAndSurplusValueEqual() {
        Labels industries = Labels.of("Steel", "Bread");
        NewInterpretation reading = NewInterpretation.of(
                LabelledVector.of("Value added", industries, Units.of("dollars"), 500, 300),
                LabelledVector.of("Hours", industries, Units.of("hours"), 100, 100),
                LabelledVector.of("Wages", industries, Units.of("dollars"), 240, 240));

        assertThat(reading.moneyPerLabour()).isCloseTo(4, EXACT);
        assertThat(reading.valueOfMoney()).isCloseTo(0.25, EXACT);
        assertThat(reading.valueOfLabourPower()).isCloseTo(0.6, EXACT);
        assertThat(reading.rateOfSurplusValue()).isCloseTo(0.4 / 0.6, EXACT);
        assertThat(reading.surplusValue().toArray()).containsExactly(new double[] {160, 160}, EXACT);
        assertThat(reading.profits().toArray()).containsExactly(new double[] {260, 60}, EXACT);
        assertThat(reading.transfers().toArray()).containsExactly(new double[] {100, -100}, EXACT);
    }

    /** Constructed after N. Okishio 1961; rates of profit are 1/ρ(A + b l) − 1, costs at prices that add up to 1. */
    @Test
    void costReducingMethodRaisesTheRateOfProfit() {
        Labels products = Labels.of("Corn", "Ale");
        Technique old = PricesOfProductionTest.technique(products, new double[][] {{0.5, 0.2}, {0.1, 0.3}}, 0.3, 0.5)
                .withWagesAdvanced();
        Technique changed = old.withMethod("Corn", Map.of("Corn", 0.58, "Ale", 0.08), 0.18);
        LabelledVector bundle = LabelledVector.of("Bundle", products, Units.of("t"), 0, 0.6);

        OkishioTheorem theorem = OkishioTheorem.of(old, changed, bundle);

        assertThat(theorem.before().rateOfProfit()).isCloseTo(0.26283716209444075, within(1e-13));
        assertThat(theorem.after().rateOfProfit()).isCloseTo(0.27524201549782235, within(1e-13));
        double sum =
                theorem.before().perUnit().at(0) + theorem.before().perUnit().at(1);
        assertThat(theorem.unitCosts().of("Corn") / sum).isCloseTo(0.38771721589571984, within(1e-13));
        assertThat(theorem.newUnitCosts().of("Corn") / sum).isCloseTo(0.3799324937778281, within(1e-13));
        assertThat(theorem.isCostReducing()).isTrue();
        assertThat(theorem.raisesRateOfProfit()).isTrue();
        assertThat(theorem.changed()).extracting("name").containsExactly("Corn");
        OkishioTheorem back = OkishioTheorem.of(changed, old, bundle);
        assertThat(back.isCostReducing()).isFalse();
        assertThat(back.raisesRateOfProfit()).isFalse();
    }

    /** One product: 1 + r = W / M, exactly. */
    @Test
    void boundsOfTheRateCoverTheRoundingOfAdvancesPerValue() {
        SplittableRandom random = new SplittableRandom(31);
        Labels one = Labels.of("A");
        for (int round = 0; round < 4_000; round++) {
            double m = round == 0 ? 0.9171077126124628 : random.nextDouble(0.5, 1);
            double w = round == 0 ? 1.7890211414963675 : random.nextDouble(1, 2);
            CertifiedRate rate = BortkiewiczTransformation.of(
                            LabelledMatrix.of("M", one, one, Units.of("h"), SparseMatrix.of(new double[][] {{m}})),
                            LabelledVector.of("W", one, Units.of("h"), w),
                            Invariance.totalValue())
                    .certifiedRateOfProfit();
            Rational exact = Rational.of(w).over(Rational.of(m)).minus(Rational.ONE);
            assertThat(Rational.of(rate.lower()).compareTo(exact)).isLessThanOrEqualTo(0);
            assertThat(Rational.of(rate.upper()).compareTo(exact)).isGreaterThanOrEqualTo(0);
            assertThat(rate.upper() - rate.lower()).isLessThan(1e-13);
        }
    }
}
