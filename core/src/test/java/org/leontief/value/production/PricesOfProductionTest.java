package org.leontief.value.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
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
import org.leontief.value.ImportedInputs;

/** Prices of production on published economies, and on small ones solved by other means. */
class PricesOfProductionTest {

    private static final Units UNIT = Units.of("t");
    private static final Units HOURS = Units.of("hour per t");

    static Technique technique(Labels products, double[][] a, double... labour) {
        return Technique.of(
                TechnicalCoefficients.of(products, UNIT, SparseMatrix.of(a)),
                LabelledVector.of("Labour", products, HOURS, labour));
    }

    private static final Labels THREE = Labels.of("Agriculture", "Manufacture", "Services");
    private static final double[][] OCHOA = {{0.265, 0.968, 0.00681}, {0.0121, 0.391, 0.0169}, {0.0408, 0.808, 0.165}};

    private static Technique ochoa() {
        return technique(THREE, OCHOA, 0.193, 3.562, 0.616);
    }

    private static LabelledVector basket(Labels products, double... amounts) {
        return LabelledVector.of("Bundle", products, UNIT, amounts);
    }

    /** The dominant eigenvalue by EJML. */
    static double radius(double[][] a) {
        var eigen = DecompositionFactory_DDRM.eig(a.length, false);
        eigen.decompose(new DMatrixRMaj(a));
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, eigen.getEigenvalue(i).getMagnitude());
        }
        return largest;
    }

    /** After E. Ochoa 1984, as in the R package clptheory: r = 0.3877843 with wages advanced. */
    @Test
    void rateOfProfitAtOchoasRealWage() {
        LabelledVector bundle = basket(THREE, 0.0109, 0.0275, 0.296);

        PricesOfProduction prices = ochoa().withWagesAdvanced().pricesAtRealWage(bundle);

        assertThat(prices.rateOfProfit()).isCloseTo(0.3877843, within(5e-8));
        double[] l = {0.193, 3.562, 0.616};
        double[][] augmented = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                augmented[i][j] = OCHOA[i][j] + bundle.at(i) * l[j];
            }
        }
        double byEigenvalue = 1 / radius(augmented) - 1;
        assertThat(prices.rateOfProfit()).isCloseTo(byEigenvalue, within(1e-13));
        CertifiedRate rate = prices.certifiedRateOfProfit();
        assertThat(rate.upper() - rate.lower()).isLessThan(1e-13);
        assertThat(prices.wage()).isCloseTo(1, within(1e-13));
        // Each price is (1 + r) times what it costs, the bundle included.
        for (int j = 0; j < 3; j++) {
            double cost = 0;
            for (int i = 0; i < 3; i++) {
                cost += prices.perUnit().at(i) * augmented[i][j];
            }
            assertThat(prices.perUnit().at(j)).isCloseTo((1 + byEigenvalue) * cost, within(1e-12));
        }
        LabelledVector parts = prices.materials().plus(prices.wages()).plus(prices.profits());
        for (int j = 0; j < 3; j++) {
            assertThat(parts.at(j)).isCloseTo(prices.perUnit().at(j), within(1e-12));
        }
    }

    /** At r = 0 labour commanded is labour embodied: 0.439842, 7.739431, 0.897954 (the same source). */
    @Test
    void withoutProfitPricesAreLabourValues() {
        PricesOfProduction prices = ochoa().pricesAtRate(0, Numeraire.wage());

        assertThat(prices.perUnit().values().toArray())
                .containsExactly(new double[] {0.439842, 7.739431, 0.897954}, within(5e-7));
        assertThat(prices.perUnit().values().units()).isEqualTo(HOURS);
        assertThat(prices.wage()).isEqualTo(1);
    }

    /** After R. L. Vienneau, A Sraffian Interpretation of Marx (2004), table 1; the same at r = 0 with wages advanced. */
    @Test
    void cornAndAleOfVienneau() {
        Labels products = Labels.of("Corn", "Ale");
        Technique technique = technique(products, new double[][] {{0.125, 0.375}, {0.0625, 0.0625}}, 1, 1);

        double[] values = technique
                .withWagesAdvanced()
                .pricesAtRate(0, Numeraire.wage())
                .perUnit()
                .values()
                .toArray();

        assertThat(values).containsExactly(new double[] {64.0 / 51, 80.0 / 51}, within(1e-15));
    }

    /** Bounds hold for exact arithmetic with the exact 1 + r, though it is rounded when coefficients are multiplied by it. */
    @Test
    void boundsHoldForTheExactRate() {
        for (double r : new double[] {0.1, 0.3, 0.7}) {
            PricesOfProduction afterwards = ochoa().pricesAtRate(r, Numeraire.product("Services"));
            PricesOfProduction advanced = ochoa().withWagesAdvanced().pricesAtRate(r, Numeraire.product("Services"));

            Rational[] exact = exactLabourCommanded(r);
            Rational onePlus = Rational.ONE.plus(Rational.of(r));
            for (int j = 0; j < 3; j++) {
                Rational relative = exact[j].over(exact[2]);
                ExactArithmetic.assertWithin(
                        afterwards.perUnit().at(j), afterwards.perUnit().errorBoundAt(j), relative);
                ExactArithmetic.assertWithin(
                        advanced.perUnit().at(j), advanced.perUnit().errorBoundAt(j), relative);
                assertThat(afterwards.perUnit().errorBoundAt(j)).isLessThan(1e-12);
            }
            Rational wage = Rational.ONE.over(exact[2]);
            ExactArithmetic.assertWithin(afterwards.wage(), afterwards.wageErrorBound(), wage);
            ExactArithmetic.assertWithin(advanced.wage(), advanced.wageErrorBound(), wage.over(onePlus));
        }
    }

    /** Close to the maximum, 1.02493919, the rounding of 1 + r counts a million times as much as that of the solution. */
    @Test
    void boundsHoldCloseToTheMaximum() {
        for (double r : new double[] {1.0249, 1.02491, 1.02492, 1.02493, 1.024935, 1.024939, 1.0249391}) {
            PricesOfProduction prices = ochoa().pricesAtRate(r, Numeraire.wage());

            Rational[] exact = exactLabourCommanded(r);
            for (int j = 0; j < 3; j++) {
                ExactArithmetic.assertWithin(
                        prices.perUnit().at(j), prices.perUnit().errorBoundAt(j), exact[j]);
                assertThat(prices.perUnit().errorBoundAt(j))
                        .isLessThan(1e-6 * prices.perUnit().at(j));
            }
        }
    }

    /** (I − (1 + r) Aᵀ) π = l in fractions. */
    private static Rational[] exactLabourCommanded(double r) {
        Rational onePlus = Rational.ONE.plus(Rational.of(r));
        Rational[][] system = new Rational[3][4];
        double[] l = {0.193, 3.562, 0.616};
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 3; i++) {
                Rational identity = i == j ? Rational.ONE : Rational.ZERO;
                system[j][i] = identity.minus(onePlus.times(Rational.of(OCHOA[i][j])));
            }
            system[j][3] = Rational.of(l[j]);
        }
        return ExactArithmetic.eliminate(system);
    }

    /** L. Pasinetti, Lectures on the Theory of Production (1977): wheat, iron and turkeys; R and vertically integrated labour. */
    @Test
    void wheatIronAndTurkeysOfPasinetti() {
        Labels products = Labels.of("Wheat", "Iron", "Turkeys");
        double[][] a = {
            {186.0 / 450, 54.0 / 21, 30.0 / 60}, {12.0 / 450, 6.0 / 21, 3.0 / 60}, {9.0 / 450, 6.0 / 21, 15.0 / 60}
        };
        Technique technique = technique(products, a, 18.0 / 450, 12.0 / 21, 30.0 / 60);

        MaximumRateOfProfit maximum = technique.maximumRateOfProfit();

        assertThat(maximum.value()).isCloseTo(0.48253715164984334, within(1e-14));
        assertThat(maximum.rate().upper() - maximum.rate().lower()).isLessThan(1e-14);
        assertThat(maximum.setBy()).hasSize(3);
        double[] values =
                technique.pricesAtRate(0, Numeraire.wage()).perUnit().values().toArray();
        assertThat(values).containsExactly(new double[] {2.0 / 11, 20.0 / 11, 10.0 / 11}, within(1e-14));
    }

    /** With the standard net product as numéraire the wage is 1 − r/R (Sraffa 1960, section 30), whatever the prices. */
    @Test
    void wageFallsInAStraightLineInTheStandardCommodity() {
        StandardCommodity standard = ochoa().standardCommodity();
        double ratio = standard.ratio().value();

        assertThat(ratio).isCloseTo(1 / radius(OCHOA) - 1, within(1e-13));
        for (WageCurve.Point point : ochoa().wageCurve(standard.numeraire(), 10).points()) {
            assertThat(point.wage()).isCloseTo(1 - point.rateOfProfit() / ratio, within(1e-12));
        }
        // Net and gross product of the standard system have the same proportions.
        for (int i = 0; i < 3; i++) {
            double used = standard.levels().at(i) - standard.netProduct().at(i);
            assertThat(standard.netProduct().at(i) / used).isCloseTo(ratio, within(1e-12));
        }
    }

    /**
     * Sraffa 1960, section 25: iron, coal and wheat. The standard system takes all of the first industry, 3/5 of the second and
     * 3/4 of the third; R is 20 per cent.
     */
    @Test
    void standardSystemOfSraffa() {
        Labels products = Labels.of("Iron", "Coal", "Wheat");
        double[][] inputs = {{90, 120, 60}, {50, 125, 150}, {40, 40, 200}};
        double[] output = {180, 450, 480};
        double[][] a = new double[3][3];
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 3; i++) {
                a[i][j] = inputs[j][i] / output[j];
            }
        }
        Technique technique = technique(products, a, 3.0 / 16 / 180, 5.0 / 16 / 450, 8.0 / 16 / 480);

        StandardCommodity standard = technique.standardCommodity();

        assertThat(standard.ratio().value()).isCloseTo(0.20, within(1e-14));
        // It takes 12/16 of the labour; for all of the labour it is a third larger.
        double[] levels = {180 * 4 / 3.0, 270 * 4 / 3.0, 360 * 4 / 3.0};
        double[] net = {40, 60, 80};
        assertThat(standard.levels().toArray()).containsExactly(levels, within(1e-10));
        assertThat(standard.netProduct().toArray()).containsExactly(net, within(1e-10));
        // Three quarters of the standard net product for wages leave a quarter of R.
        assertThat(technique.pricesAtRate(0.05, standard.numeraire()).wage()).isCloseTo(0.75, within(1e-12));
        assertThat(technique.pricesAtWage(0.75, standard.numeraire()).rateOfProfit())
                .isCloseTo(0.05, within(1e-12));
    }

    /** The six branches of Germany 1995 with persons employed, by the front door; R by EJML. */
    @Test
    void germanyByItsEmployment() {
        InputOutputTable table = Germany1995.table();
        Technique technique = Economy.of(table).technique("Employment");
        Numeraire total = Numeraire.total(table.grossOutput());

        double[][] a = new double[6][6];
        technique.coefficients().matrix().matrix().forEach((i, j, value) -> a[i][j] = value);
        assertThat(technique.maximumRateOfProfit().value()).isCloseTo(1 / radius(a) - 1, within(1e-12));
        PricesOfProduction prices = technique.pricesAtRate(0.15, total);
        assertThat(prices.perUnit().values().units()).isEqualTo(Units.NONE);
        assertThat(prices.wageUnit()).isEqualTo("million EUR per thousand persons");
        LabelledVector parts = prices.materials().plus(prices.wages()).plus(prices.profits());
        double sum = 0;
        for (int j = 0; j < 6; j++) {
            assertThat(parts.at(j)).isCloseTo(prices.perUnit().at(j), within(1e-13));
            sum += prices.perUnit().at(j) * table.grossOutput().at(j);
        }
        assertThat(sum).isCloseTo(table.grossOutput().total(), within(1e-6));
        // Without profit the whole net product goes to 36,428 thousand persons, and prices are proportional to labour
        // values.
        double atZero = technique.pricesAtRate(0, total).wage();
        double[] values =
                technique.pricesAtRate(0, Numeraire.wage()).perUnit().values().toArray();
        double netLabour = 0;
        double[] used = technique
                .coefficients()
                .matrix()
                .matrix()
                .multiply(table.grossOutput().toArray());
        double net = 0;
        for (int i = 0; i < 6; i++) {
            netLabour += values[i] * (table.grossOutput().at(i) - used[i]);
            net += technique.pricesAtRate(0, total).perUnit().at(i)
                    * (table.grossOutput().at(i) - used[i]);
        }
        assertThat(netLabour).isCloseTo(36428, within(1e-8));
        assertThat(net / 36428).isCloseTo(atZero, within(1e-12));
        assertThatThrownBy(() -> Economy.of(table).technique("Employmnt"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Employment'?");
    }

    @Test
    void curveFallsToZeroInEveryNumeraire() {
        WageCurve curve = ochoa().withWagesAdvanced().wageCurve(Numeraire.basket(basket(THREE, 1, 2, 3)), 8);

        assertThat(curve.points()).hasSize(9);
        assertThat(curve.points().get(8).wage()).isZero();
        for (int k = 1; k < 9; k++) {
            assertThat(curve.points().get(k).wage())
                    .isLessThan(curve.points().get(k - 1).wage());
        }
        // At R prices are the left eigenvector of A; they are what prices just below it tend to.
        double[] atMaximum = curve.prices(8).perUnit().values().toArray();
        double nearly = curve.points().get(8).rateOfProfit() * (1 - 1e-9);
        double[] below = ochoa().withWagesAdvanced()
                .pricesAtRate(nearly, Numeraire.basket(basket(THREE, 1, 2, 3)))
                .perUnit()
                .values()
                .toArray();
        for (int i = 0; i < 3; i++) {
            assertThat(atMaximum[i]).isCloseTo(below[i], within(1e-7));
        }
    }

    @Test
    void wageAndRateOfProfitAreTwoSidesOfOneCurve() {
        Numeraire numeraire = Numeraire.product("Agriculture");
        for (double r : new double[] {0.05, 0.4, 0.8}) {
            PricesOfProduction there = ochoa().pricesAtRate(r, numeraire);
            PricesOfProduction back = ochoa().pricesAtWage(there.wage(), numeraire);

            assertThat(back.rateOfProfit()).isCloseTo(r, within(1e-12));
            // Exactly: the wage lies between those at the two ends of r.
            CertifiedRate rate = back.certifiedRateOfProfit();
            assertThat(rate.upper() - rate.lower()).isLessThan(1e-12);
            Rational wage = Rational.of(there.wage());
            assertThat(Rational.ONE.over(exactLabourCommanded(rate.lower())[0])).isGreaterThanOrEqualTo(wage);
            assertThat(Rational.ONE.over(exactLabourCommanded(rate.upper())[0])).isLessThanOrEqualTo(wage);
        }
    }

    /**
     * Profit on stocks: p = p (A + D) + w l + r p K. R is 1/ρ of (I − A − D)⁻¹ K, here by dense EJML; and the prices obey the
     * equation they are defined by.
     */
    @Test
    void stocksOfCapitalAndDepreciation() {
        double[][] k = {{0.4, 0.1, 0.2}, {0.9, 2.0, 0.5}, {0.1, 0.3, 0.05}};
        double[][] d = {{0, 0, 0}, {0.05, 0.1, 0.02}, {0, 0.01, 0}};
        Technique technique = ochoa().withDepreciation(
                        LabelledMatrix.of("Depreciation", THREE, THREE, UNIT, SparseMatrix.of(d)))
                .withCapital(LabelledMatrix.of("Capital", THREE, THREE, UNIT, SparseMatrix.of(k)))
                .withWagesAdvanced();

        MaximumRateOfProfit maximum = technique.maximumRateOfProfit();

        DMatrixRMaj inverse = CommonOps_DDRM.identity(3);
        CommonOps_DDRM.subtractEquals(inverse, new DMatrixRMaj(OCHOA));
        CommonOps_DDRM.subtractEquals(inverse, new DMatrixRMaj(d));
        CommonOps_DDRM.invert(inverse);
        DMatrixRMaj product = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(inverse, new DMatrixRMaj(k), product);
        double[][] rows = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = product.get(i, j);
            }
        }
        double bySecondMethod = 1 / radius(rows);
        assertThat(maximum.value()).isCloseTo(bySecondMethod, within(1e-12));
        assertThat(maximum.rate().upper() - maximum.rate().lower()).isLessThan(1e-13);
        PricesOfProduction prices = technique.pricesAtRate(0.02, Numeraire.total(basket(THREE, 10, 5, 2)));
        double[] l = {0.193, 3.562, 0.616};
        for (int j = 0; j < 3; j++) {
            double cost = prices.wage() * l[j] * 1.02;
            for (int i = 0; i < 3; i++) {
                cost += prices.perUnit().at(i) * (OCHOA[i][j] + d[i][j] + 0.02 * k[i][j]);
            }
            assertThat(prices.perUnit().at(j)).isCloseTo(cost, within(1e-12));
        }
        assertThat(10 * prices.perUnit().at(0)
                        + 5 * prices.perUnit().at(1)
                        + 2 * prices.perUnit().at(2))
                .isCloseTo(17, within(1e-12));
        StandardCommodity standard = technique.standardCommodity();
        assertThat(standard.ratio().value()).isCloseTo(bySecondMethod, within(1e-12));
        double[] needed = SparseMatrix.of(k).multiply(standard.levels().toArray());
        for (int i = 0; i < 3; i++) {
            assertThat(standard.netProduct().at(i) / needed[i]).isCloseTo(bySecondMethod, within(1e-9));
        }
    }

    @Test
    void productsThatDoNotWearOutMayBeLeftOutAsInLabourValues() {
        LabelledMatrix whole = LabelledMatrix.of("Depreciation", THREE, THREE, UNIT, SparseMatrix.of(new double[][] {
            {0, 0, 0}, {0.05, 0.1, 0.02}, {0, 0, 0}
        }));
        LabelledMatrix machines = LabelledMatrix.of(
                "Depreciation", Labels.of("Manufacture"), THREE, UNIT, SparseMatrix.of(new double[][] {{0.05, 0.1, 0.02}
                }));

        PricesOfProduction prices = ochoa().withDepreciation(machines).pricesAtRate(0.1, Numeraire.wage());

        assertThat(prices.perUnit().values().toArray())
                .isEqualTo(ochoa().withDepreciation(whole)
                        .pricesAtRate(0.1, Numeraire.wage())
                        .perUnit()
                        .values()
                        .toArray());
    }

    /** Beans (Sraffa 1960, appendix B) use up so much of themselves that their own rate, 1/0.8 − 1, is below that of corn. */
    @Test
    void beansSetTheMaximumAndAreNamed() {
        Technique technique = technique(Labels.of("Corn", "Beans"), new double[][] {{0.5, 0.1}, {0, 0.8}}, 1, 1);

        MaximumRateOfProfit maximum = technique.maximumRateOfProfit();

        assertThat(maximum.value()).isCloseTo(0.25, within(1e-15));
        assertThat(maximum.isSetByNonBasics()).isTrue();
        assertThat(maximum.ofBasics().orElseThrow().value()).isCloseTo(1, within(1e-15));
        assertThat(maximum.setBy()).extracting("name").containsExactly("Beans");
        BasicProducts basics = technique.basics();
        assertThat(basics.basics()).extracting("name").containsExactly("Corn");
        assertThat(basics.nonBasics()).extracting("name").containsExactly("Beans");
        assertThatThrownBy(() -> technique.pricesAtRate(0.5, Numeraire.product("Corn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.250000")
                .hasMessageContaining("'Beans'")
                .hasMessageContaining("1.000000");
        assertThatThrownBy(() -> technique.pricesAtWage(0.1, Numeraire.product("Corn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Beans'");
        assertThatThrownBy(() -> technique.pricesAtMaximumRate(Numeraire.product("Corn")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'Beans'");
        // The standard commodity is of basics alone: R = 1, and half of the corn is net product.
        StandardCommodity standard = technique.standardCommodity();
        assertThat(standard.ratio().value()).isCloseTo(1, within(1e-15));
        assertThat(standard.levels().toArray()).containsExactly(1, 0);
        assertThat(standard.netProduct().toArray()).containsExactly(0.5, 0);
        assertThat(technique.wageCurve(standard.numeraire(), 4).points()).hasSize(4);
    }

    @Test
    void aRowOfImportsThatIsNoInputIsMentioned() {
        Labels corn = Labels.of("Corn");
        TechnicalCoefficients open = TechnicalCoefficients.of(
                LabelledMatrix.of("A", corn, corn, Units.of("EUR"), SparseMatrix.of(new double[][] {{0.5}})),
                LabelledMatrix.of(
                        "S",
                        Labels.of("Hours", "Imports"),
                        corn,
                        Units.perLabel("hours", "EUR"),
                        SparseMatrix.of(new double[][] {{1}, {0.2}})));

        PricesOfProduction prices = Economy.of(open).technique("Hours").pricesAtRate(0.1, Numeraire.wage());

        assertThat(prices.notes())
                .singleElement()
                .asString()
                .startsWith("The row 'Imports' looks like imported inputs");
    }

    /** Half of the inputs of Ochoa's economy come from abroad: counted at home prices, nothing of it changes. */
    @Test
    void importsAtHomePricesAreInputs() {
        double[][] half = Arrays.stream(OCHOA)
                .map(row -> Arrays.stream(row).map(a -> a / 2).toArray())
                .toArray(double[][]::new);
        LabelledMatrix abroad = LabelledMatrix.of("M", THREE, THREE, UNIT, SparseMatrix.of(half));
        Technique open = Technique.of(
                TechnicalCoefficients.of(THREE, UNIT, SparseMatrix.of(half)).withImportedInputs(abroad),
                ochoa().labour());
        Numeraire numeraire = Numeraire.product("Services");

        Technique counted = open.withImportsAsProducedAtHome(ImportedInputs.recorded());

        assertThat(counted.maximumRateOfProfit().value())
                .isCloseTo(ochoa().maximumRateOfProfit().value(), within(1e-14));
        PricesOfProduction prices = counted.pricesAtRate(0.3, numeraire);
        PricesOfProduction closed = ochoa().pricesAtRate(0.3, numeraire);
        for (int j = 0; j < 3; j++) {
            assertThat(prices.perUnit().at(j))
                    .isCloseTo(
                            closed.perUnit().at(j),
                            within(prices.perUnit().errorBoundAt(j)
                                    + closed.perUnit().errorBoundAt(j)));
        }
        assertThat(prices.notes()).isEmpty();
        assertThat(open.pricesAtRate(0.3, numeraire).notes())
                .singleElement()
                .asString()
                .contains("withImportsAsProducedAtHome");
        assertThat(counted.toString()).contains("3 products").contains("imports");
        assertThatThrownBy(() -> counted.withImportsAsProducedAtHome(ImportedInputs.recorded()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ochoa().withImportsAsProducedAtHome(ImportedInputs.recorded()))
                .hasMessageContaining("no imported inputs by product");
    }

    /** A + M + D = (0.35 0.2; 0.2 0.35), whose dominant eigenvalue is 0.55; without M of the first product, 0.4 and 0.35. */
    @Test
    void importsAndDepreciationDoNotReplaceOneAnother() {
        Labels two = Labels.of("A", "B");
        Technique home = technique(two, new double[][] {{0.2, 0.1}, {0.1, 0.2}}, 1, 1);
        ImportedInputs m = ImportedInputs.coefficients(LabelledMatrix.of(
                "M", two, two, UNIT, SparseMatrix.of(new double[][] {{0.1, 0.1}, {0.1, 0.1}})));
        LabelledMatrix d =
                LabelledMatrix.of("D", two, two, UNIT, SparseMatrix.of(new double[][] {{0.05, 0}, {0, 0.05}}));

        Technique first = home.withImportsAsProducedAtHome(m).withDepreciation(d);
        Technique second = home.withDepreciation(d).withImportsAsProducedAtHome(m);

        assertThat(first.maximumRateOfProfit().rate())
                .isEqualTo(second.maximumRateOfProfit().rate());
        assertThat(first.maximumRateOfProfit().value()).isCloseTo(1 / 0.55 - 1, within(1e-14));
        assertThat(home.withImportsAsProducedAtHome(m)
                        .withMethod("A", Map.of(), 1)
                        .maximumRateOfProfit()
                        .value())
                .as("a new method imports nothing")
                .isCloseTo(1 / 0.3 - 1, within(1e-14));
        LabelledVector bundle = basket(two, 0.1, 0.1);
        assertThatThrownBy(() -> OkishioTheorem.of(home, first, bundle))
                .hasMessageContaining("counts its imported inputs");
        assertThatThrownBy(() -> SwitchPoints.between(home, first, Numeraire.product("A")))
                .hasMessageContaining("counts its imported inputs");
    }

    @Test
    void aRateWithinTheBoundsOfTheMaximumIsNotCalledBeyondIt() {
        Technique technique = technique(Labels.of("Corn", "Iron"), new double[][] {{0.3, 0.5}, {0.1, 0.2}}, 1, 2);
        CertifiedRate maximum = technique.maximumRateOfProfit().rate();
        assertThat(maximum.lower()).isLessThan(maximum.upper());

        assertThatThrownBy(() -> technique.pricesAtRate(maximum.value(), Numeraire.wage()))
                .hasMessageContaining("cannot be told apart from the maximum");
        assertThatThrownBy(() -> technique.pricesAtRate(maximum.upper() + 0.1, Numeraire.wage()))
                .hasMessageContaining("no positive prices");
    }

    /** As an industry that stands in the list of a table and is empty there. */
    @Test
    void whatIsNotMadeIsNeitherBasicNorInTheWay() {
        Technique technique = technique(Labels.of("Corn", "Nothing"), new double[][] {{0.5, 0}, {0, 0}}, 1, 0);

        assertThat(technique.basics().basics()).extracting("name").containsExactly("Corn");
        assertThat(technique.basics().nonBasics()).isEmpty();
        PricesOfProduction prices = technique.pricesAtRate(0.1, Numeraire.product("Corn"));
        assertThat(prices.notes()).singleElement().asString().startsWith("'Nothing': takes neither");
        assertThatThrownBy(() -> technique.pricesAtRate(0.1, Numeraire.product("Nothing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Nothing'");
        assertThat(technique.wageCurve(Numeraire.product("Corn"), 2).points()).hasSize(3);
    }

    @Test
    void curvesWithoutEndAreRefused() {
        Technique technique = ochoa();
        Numeraire basket = Numeraire.basket(basket(THREE, 1, 2, 3));
        assertThatThrownBy(() -> technique.wageCurve(basket, 100_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000000 intervals")
                .hasMessageContaining("at most 10000");
        assertThat(technique.wageCurve(basket, 0.1, 0.2).points()).hasSize(2);
    }

    @Test
    void modestNonBasicsDoNotMatter() {
        Technique technique = technique(Labels.of("Corn", "Beans"), new double[][] {{0.5, 0.1}, {0, 0.2}}, 1, 1);

        assertThat(technique.maximumRateOfProfit().isSetByNonBasics()).isFalse();
        assertThat(technique.maximumRateOfProfit().value()).isCloseTo(1, within(1e-15));
        double[] p = technique
                .pricesAtMaximumRate(Numeraire.product("Corn"))
                .perUnit()
                .values()
                .toArray();
        assertThat(p).containsExactly(new double[] {1, 2 * 0.1 / (1 - 2 * 0.2)}, within(1e-14));
    }

    @Test
    void errorsSayTheLimit() {
        Technique technique = ochoa();
        double maximum = technique.maximumRateOfProfit().value();

        assertThatThrownBy(() -> technique.pricesAtRate(1.5, Numeraire.wage()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5")
                .hasMessageContaining(String.format(Locale.ROOT, "%.6f", maximum))
                .hasMessageContaining("per cent");
        assertThatThrownBy(() -> technique.pricesAtRate(-1, Numeraire.wage()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above −1");
        double largest =
                technique.pricesAtRate(0, Numeraire.product("Services")).wage();
        assertThatThrownBy(() -> technique.pricesAtWage(2 * largest, Numeraire.product("Services")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("largest wage")
                .hasMessageContaining(String.valueOf(largest).substring(0, 8));
        assertThatThrownBy(() -> technique.pricesAtRealWage(basket(THREE, 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leaves no profit");
        assertThatThrownBy(() -> technique(THREE, OCHOA, 1, -2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Manufacture' is -2.0 hour per t");
        assertThatThrownBy(() -> technique(THREE, OCHOA, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ExchangeValues");
        TechnicalCoefficients coefficients = technique.coefficients();
        assertThatThrownBy(() -> Technique.of(
                        coefficients, LabelledVector.of("Labour", THREE, Units.of("hour per kg"), 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hour per kg")
                .hasMessageContaining("per 't'");
        assertThatThrownBy(() -> technique(THREE, new double[][] {{0.5, -0.1, 0}, {0, 0, 0}, {0, 0, 0}}, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.1 of 'Agriculture' in 'Manufacture'")
                .hasMessageContaining("joint");
        Technique unviable = technique(Labels.of("Corn", "Ale"), new double[][] {{0.9, 0.5}, {0.5, 0.9}}, 1, 1);
        assertThatThrownBy(unviable::maximumRateOfProfit)
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("No prices of it are positive");
        assertThatThrownBy(() -> technique.pricesAtWage(1, Numeraire.wage()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("basket or a product");
        assertThatThrownBy(() -> technique.pricesAtRate(0, Numeraire.basket(basket(THREE, 1, -1, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1.0 of 'Manufacture'");
    }

    /** Sraffa 1960, sections 1, 2 and 5. */
    @Test
    void exchangeValuesOfSraffa() {
        ExchangeValues subsistence =
                sraffa(Labels.of("Wheat", "Iron"), new double[][] {{280, 12}, {120, 8}}, new double[] {400, 20});
        assertThat(subsistence.rateOfProfit()).isCloseTo(0, within(1e-14));
        assertThat(subsistence.perUnit().of("Iron")).isCloseTo(10, within(1e-13));

        ExchangeValues three = sraffa(
                Labels.of("Wheat", "Iron", "Pigs"),
                new double[][] {{240, 12, 18}, {90, 6, 12}, {120, 3, 30}},
                new double[] {450, 21, 60});
        assertThat(three.rateOfProfit()).isCloseTo(0, within(1e-14));
        assertThat(three.perUnit().toArray()).containsExactly(new double[] {1, 10, 5}, within(1e-13));

        ExchangeValues surplus =
                sraffa(Labels.of("Wheat", "Iron"), new double[][] {{280, 12}, {120, 8}}, new double[] {575, 20});
        assertThat(surplus.rateOfProfit()).isCloseTo(0.25, within(1e-14));
        assertThat(surplus.perUnit().of("Iron")).isCloseTo(15, within(1e-13));
        CertifiedRate rate = surplus.certifiedRateOfProfit();
        assertThat(rate.upper() - rate.lower()).isLessThan(1e-14);
    }

    private static ExchangeValues sraffa(Labels products, double[][] inputsByIndustry, double[] outputs) {
        double[][] a = new double[outputs.length][outputs.length];
        for (int j = 0; j < outputs.length; j++) {
            for (int i = 0; i < outputs.length; i++) {
                a[i][j] = inputsByIndustry[j][i] / outputs[j];
            }
        }
        return ExchangeValues.of(
                TechnicalCoefficients.of(products, UNIT, SparseMatrix.of(a)), Numeraire.product("Wheat"));
    }

    /** After D. C. Lay, Linear Algebra and Its Applications, section 1.6: 94, 85 and 100. */
    @Test
    void closedExchangeModelOfLay() {
        TechnicalCoefficients closed = TechnicalCoefficients.of(
                Labels.of("Coal", "Electric", "Steel"),
                Units.of("dollars"),
                SparseMatrix.of(new double[][] {{0, 0.4, 0.6}, {0.6, 0.1, 0.2}, {0.4, 0.5, 0.2}})
                        .transpose());

        double[] p =
                ExchangeValues.of(closed, Numeraire.product("Steel")).perUnit().toArray();

        // Columns of the book's table are what others buy of a sector, p = E p: what a sector buys is a column of its
        // transpose.
        assertThat(p).containsExactly(new double[] {0.4 * 28 / 33 + 0.6, 28.0 / 33, 1}, within(1e-13));
    }

    @Test
    void oddSystemsAreNamed() {
        Technique labourAlone = technique(Labels.of("Song"), new double[][] {{0}}, 2);
        assertThat(labourAlone.pricesAtRate(3, Numeraire.wage()).perUnit().of("Song"))
                .isEqualTo(2);
        assertThat(labourAlone.maximumRateOfProfit().value()).isInfinite();
        assertThatThrownBy(() -> labourAlone.pricesAtWage(0.1, Numeraire.product("Song")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no capital");
        assertThatThrownBy(() -> labourAlone.wageCurve(Numeraire.product("Song"), 4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no maximum rate of profit");
        assertThatThrownBy(() -> ochoa().wageCurve(Numeraire.wage(), 4)).isInstanceOf(IllegalArgumentException.class);
        TechnicalCoefficients losing = TechnicalCoefficients.of(
                Labels.of("Corn", "Ale"), UNIT, SparseMatrix.of(new double[][] {{0.9, 0.5}, {0.5, 0.9}}));
        assertThatThrownBy(() -> ExchangeValues.of(losing, Numeraire.product("Corn")))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("'Corn', 'Ale'");
    }

    @Test
    void exchangeValuesNameWhoHasNone() {
        TechnicalCoefficients beans = TechnicalCoefficients.of(
                Labels.of("Corn", "Beans"), UNIT, SparseMatrix.of(new double[][] {{0.5, 0.1}, {0, 0.8}}));
        assertThatThrownBy(() -> ExchangeValues.of(beans, Numeraire.product("Corn")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'Beans'");
        TechnicalCoefficients apart = TechnicalCoefficients.of(
                Labels.of("Corn", "Ale"), UNIT, SparseMatrix.of(new double[][] {{0.5, 0}, {0, 0.5}}));
        assertThatThrownBy(() -> ExchangeValues.of(apart, Numeraire.product("Corn")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("basic");
    }

    /** Basics by brute force: products from which every product can be reached. */
    @Test
    void basicsAgreeWithReachability() {
        SplittableRandom random = new SplittableRandom(7);
        int withBasics = 0;
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(7);
            boolean[][] enters = new boolean[n][n];
            boolean[] isThere = new boolean[n];
            double[][] a = new double[n][n];
            for (int edge = 0; edge < random.nextInt(1, 3 * n); edge++) {
                int i = random.nextInt(n);
                int j = random.nextInt(n);
                a[i][j] = 0.1;
                enters[i][j] = true;
                isThere[i] = true;
                isThere[j] = true;
            }
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        enters[i][j] |= enters[i][k] && enters[k][j];
                    }
                }
            }
            String[] names = new String[n];
            Arrays.setAll(names, i -> "P" + i);
            BasicProducts found =
                    BasicProducts.of(TechnicalCoefficients.of(Labels.of(names), UNIT, SparseMatrix.of(a)));
            for (int i = 0; i < n; i++) {
                boolean all = isThere[i];
                for (int j = 0; j < n; j++) {
                    all &= enters[i][j] || !isThere[j];
                }
                assertThat(found.isBasic("P" + i)).isEqualTo(all);
                withBasics += all ? 1 : 0;
            }
        }
        assertThat(withBasics).isGreaterThan(50);
    }

    @Test
    void aWageInAProductOfLabourAloneNamesNoRateOfProfit() {
        Labels products = Labels.of("Song", "Corn");
        TechnicalCoefficients coefficients = TechnicalCoefficients.of(
                products, Units.of("unit"), SparseMatrix.of(new double[][] {{0, 0.1}, {0, 0.5}}));
        Technique technique =
                Technique.of(coefficients, LabelledVector.of("Labour", products, Units.of("hour per unit"), 2, 1));

        // A song takes two hours and nothing else: the wage is half a song at every rate of profit.
        assertThatThrownBy(() -> technique.pricesAtWage(0.5, Numeraire.product("Song")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Song'")
                .hasMessageContaining("does not fall to 0.5 at any single rate of profit");
    }
}
