package org.leontief.value.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/** Choice between two techniques: every switch point is found, and only those. */
class SwitchPointsTest {

    private static final Labels CORN_AND_IRON = Labels.of("Corn", "Iron");

    /** Labour that matures: p = (1 + r)^k l as a chain of k products, of which each is made of the one before. */
    private static Technique dated(double... labourOfStage) {
        int n = labourOfStage.length;
        String[] names = new String[n];
        double[][] a = new double[n][n];
        for (int stage = 0; stage < n; stage++) {
            names[stage] = stage == n - 1 ? "Champagne" : "Stage " + (stage + 1);
            if (stage > 0) {
                a[stage - 1][stage] = 1;
            }
        }
        return PricesOfProductionTest.technique(Labels.of(names), a, labourOfStage);
    }

    /**
     * P. Samuelson, "A Summing Up" (Quarterly Journal of Economics 80, 1966): 7 units of labour two periods before, or 2 units
     * three periods and 6 units one period before. 7 R² = 2 R³ + 6 R at R = 1.5 and R = 2.
     */
    @Test
    void samuelsonsChampagneReswitchesAtFiftyAndAHundredPerCent() {
        Technique alpha = dated(7, 0, 0);
        Technique beta = dated(2, 0, 6, 0);

        SwitchPoints points = SwitchPoints.between(alpha, beta, Numeraire.product("Champagne"), 4);

        assertThat(points.points()).hasSize(2);
        assertThat(points.points().get(0).rateOfProfit()).isCloseTo(0.5, within(1e-13));
        assertThat(points.points().get(1).rateOfProfit()).isCloseTo(1, within(1e-13));
        assertThat(points.points().get(0).wage()).isCloseTo(1 / 15.75, within(1e-14));
        assertThat(points.isReswitching()).isTrue();
        assertThat(points.cheaper(0.1)).isSameAs(alpha);
        assertThat(points.cheaper(0.75)).isSameAs(beta);
        assertThat(points.cheaper(2)).isSameAs(alpha);
        assertThat(points.searchedTo()).isEqualTo(4);
        assertThat(points.toString()).startsWith("Reswitching").contains("0.500000");
        assertThatThrownBy(() -> SwitchPoints.between(alpha, beta, Numeraire.product("Champagne")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("up to which rate");
    }

    /** a R² + b R + c + 2k against a R² + (b + 2k) R + c: they differ by 2k (1 − R), which is 0 at r = 0 alone. */
    @Test
    void oneRootNextToZeroIsOneSwitchPoint() {
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < 40; round++) {
            double k = random.nextDouble(1e-5, 1e-2);
            double a = random.nextDouble(0.1, 1);
            double b = random.nextDouble(0.1, 1);
            double c = random.nextDouble(0.1, 1);
            SwitchPoints points = SwitchPoints.between(
                    dated(a, b, c + 2 * k), dated(a, b + 2 * k, c), Numeraire.product("Champagne"), 3);

            assertThat(points.isReswitching()).isFalse();
            assertThat(points.points()).hasSizeLessThanOrEqualTo(1);
        }
    }

    /** 4 R against 2 R² are equal at R = 2, the last rate that is searched. */
    @Test
    void aCrossingAtTheLastRateIsFoundFromBothSides() {
        Technique alpha = dated(4, 0);
        Technique beta = dated(2, 0, 0);
        Numeraire champagne = Numeraire.product("Champagne");

        for (SwitchPoints points : new SwitchPoints[] {
            SwitchPoints.between(alpha, beta, champagne, 1), SwitchPoints.between(beta, alpha, champagne, 1)
        }) {
            assertThat(points.points())
                    .singleElement()
                    .satisfies(point -> assertThat(point.rateOfProfit()).isCloseTo(1, within(1e-12)));
        }
    }

    /** A double root: 4 R² against R³ + 4 R is R (R − 2)² = 0. */
    @Test
    void curvesThatTouchAreFound() {
        SwitchPoints points =
                SwitchPoints.between(dated(4, 0, 0), dated(1, 0, 4, 0), Numeraire.product("Champagne"), 3);

        assertThat(points.points()).singleElement().satisfies(point -> {
            assertThat(point.rateOfProfit()).isCloseTo(1, within(1e-6));
        });
        assertThat(points.isReswitching()).isFalse();
    }

    private static Technique cornAndIron(double[] corn, double[] iron) {
        return PricesOfProductionTest.technique(
                CORN_AND_IRON, new double[][] {{corn[0], iron[0]}, {corn[1], iron[1]}}, corn[2], iron[2]);
    }

    /**
     * Two methods of making iron. Both pay where three processes break even at one set of prices, that is where a determinant
     * quadratic in 1 + r vanishes; solved here in closed form.
     */
    @Test
    void twoSectorsAgreeWithTheQuadratic() {
        double[] corn = {0.4, 0.14, 1};
        double[] ironOfAlpha = {0.11, 0.39, 2.1};
        double[] ironOfBeta = {0.43, 0.07, 2.6};
        Technique alpha = cornAndIron(corn, ironOfAlpha);
        Technique beta = alpha.withMethod("Iron", Map.of("Corn", 0.43, "Iron", 0.07), 2.6);

        SwitchPoints points = SwitchPoints.between(alpha, beta, Numeraire.product("Corn"));

        double[] roots = roots(corn, ironOfAlpha, ironOfBeta);
        assertThat(roots[0]).isBetween(1.1, 1.2);
        assertThat(points.points()).hasSize(2);
        assertThat(points.points().get(0).rateOfProfit()).isCloseTo(roots[0] - 1, within(1e-12));
        assertThat(points.points().get(1).rateOfProfit()).isCloseTo(roots[1] - 1, within(1e-12));
        // Where techniques differ in one method, switch points are the same in every numéraire, and with wages
        // advanced.
        for (Numeraire numeraire : new Numeraire[] {
            Numeraire.product("Iron"), Numeraire.basket(LabelledVector.of("Basket", CORN_AND_IRON, Units.of("t"), 1, 2))
        }) {
            SwitchPoints others = SwitchPoints.between(alpha.withWagesAdvanced(), beta.withWagesAdvanced(), numeraire);
            assertThat(others.points()).hasSize(2);
            assertThat(others.points().get(0).rateOfProfit()).isCloseTo(roots[0] - 1, within(1e-12));
            assertThat(others.points().get(1).rateOfProfit()).isCloseTo(roots[1] - 1, within(1e-12));
        }
    }

    /** 200 random pairs: as many switch points as the quadratic has roots in [1, 1 + R). */
    @Test
    void countsAgreeWithTheQuadraticOnRandomTechniques() {
        SplittableRandom random = new SplittableRandom(3);
        int switching = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] corn = method(random, 1);
            double[] ironOfAlpha = method(random, 2);
            double[] ironOfBeta = method(random, 2);
            Technique alpha = cornAndIron(corn, ironOfAlpha);
            Technique beta = cornAndIron(corn, ironOfBeta);

            SwitchPoints points = SwitchPoints.between(alpha, beta, Numeraire.product("Corn"));

            int expected = 0;
            for (double root : roots(corn, ironOfAlpha, ironOfBeta)) {
                expected += root >= 1 && root - 1 <= points.searchedTo() ? 1 : 0;
            }
            assertThat(points.points()).hasSize(expected);
            switching += expected;
        }
        assertThat(switching).isGreaterThan(20);
    }

    private static double[] method(SplittableRandom random, double labour) {
        return new double[] {
            0.05 + 0.4 * random.nextDouble(), 0.05 + 0.4 * random.nextDouble(), labour * (0.5 + random.nextDouble())
        };
    }

    /** The roots of the determinant in 1 + r, ascending; none if they are not real. */
    private static double[] roots(double[] corn, double[] ironOfAlpha, double[] ironOfBeta) {
        double atZero = determinant(0, corn, ironOfAlpha, ironOfBeta);
        double atOne = determinant(1, corn, ironOfAlpha, ironOfBeta);
        double atMinusOne = determinant(-1, corn, ironOfAlpha, ironOfBeta);
        double a = (atOne + atMinusOne) / 2 - atZero;
        double b = (atOne - atMinusOne) / 2;
        double discriminant = b * b - 4 * a * atZero;
        if (discriminant < 0) {
            return new double[0];
        }
        double q = -(b + Math.copySign(Math.sqrt(discriminant), b)) / 2;
        double[] roots = {q / a, atZero / q};
        Arrays.sort(roots);
        return roots;
    }

    private static double determinant(double x, double[] c, double[] a, double[] b) {
        double[][] m = {
            {1 - x * c[0], -x * c[1], c[2]}, {-x * a[0], 1 - x * a[1], a[2]}, {-x * b[0], 1 - x * b[1], b[2]}
        };
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    /** The slope that encloses the curves, beside a difference quotient; wages advanced, and on stocks of capital. */
    @Test
    void slopesAgreeWithDifferenceQuotients() {
        LabelledMatrix stocks = LabelledMatrix.of(
                "Capital", CORN_AND_IRON, CORN_AND_IRON, Units.of("t"), SparseMatrix.of(new double[][] {
                    {0.3, 0.1}, {0.4, 0.6}
                }));
        Technique alpha = cornAndIron(new double[] {0.4, 0.1, 1}, new double[] {0.1, 0.4, 2});
        for (Technique technique : new Technique[] {
            alpha, alpha.withWagesAdvanced(), alpha.withCapital(stocks).withWagesAdvanced()
        }) {
            WageCost cost = new WageCost(technique, Numeraire.product("Corn"));
            double quotient = (cost.at(0.2 + 1e-5).cost() - cost.at(0.2 - 1e-5).cost()) / 2e-5;

            assertThat(cost.at(0.2).slope()).isCloseTo(quotient, within(1e-7));
            assertThat(1 / cost.at(0.2).cost())
                    .isCloseTo(
                            technique
                                    .pricesAtRate(0.2, Numeraire.product("Corn"))
                                    .wage(),
                            within(1e-14));
        }
    }

    /** Two ways to make a luxury have the same R, that of corn. (1 + r) 0.1 p = 0.5 with p = 1/(1 − 0.5 (1 + r)): 1 + r = 10/7. */
    @Test
    void techniquesOfANonBasicProductShareTheirMaximum() {
        Labels products = Labels.of("Corn", "Lace");
        Technique alpha = PricesOfProductionTest.technique(products, new double[][] {{0.5, 0.2}, {0, 0}}, 1, 1);
        Technique beta = alpha.withMethod("Lace", Map.of("Corn", 0.3), 0.5);

        SwitchPoints points = SwitchPoints.between(alpha, beta, Numeraire.product("Lace"));

        assertThat(points.points()).singleElement().satisfies(point -> {
            assertThat(point.rateOfProfit()).isCloseTo(3.0 / 7, within(1e-13));
            assertThat(point.isCrossing()).isTrue();
        });
        assertThat(points.cheaper(0.1)).isSameAs(beta);
        assertThat(points.cheaper(0.99)).isSameAs(alpha);
        assertThatThrownBy(() -> SwitchPoints.between(alpha, beta, Numeraire.product("Corn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same wage");
    }

    @Test
    void oneTechniqueDoesNotSwitchWithItself() {
        Technique alpha = cornAndIron(new double[] {0.4, 0.1, 1}, new double[] {0.1, 0.4, 2});

        assertThatThrownBy(() -> SwitchPoints.between(alpha, alpha, Numeraire.product("Corn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same wage at every rate");
        assertThatThrownBy(() -> SwitchPoints.between(alpha, alpha, Numeraire.wage()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("numéraire");
    }

    @Test
    void aTechniqueThatIsBetterThroughoutHasNoSwitchPoint() {
        Technique alpha = cornAndIron(new double[] {0.4, 0.1, 1}, new double[] {0.1, 0.4, 2});
        Technique beta = alpha.withMethod("Iron", Map.of("Corn", 0.09, "Iron", 0.39), 1.9);

        SwitchPoints points = SwitchPoints.between(alpha, beta, Numeraire.product("Corn"));

        assertThat(points.points()).isEmpty();
        assertThat(points.cheaper(0.3)).isSameAs(beta);
        TechnicalCoefficients coefficients = TechnicalCoefficients.of(
                CORN_AND_IRON, Units.of("t"), SparseMatrix.of(new double[][] {{0.4, 0.09}, {0.1, 0.39}}));
        assertThat(beta.coefficients().matrix().matrix())
                .isEqualTo(coefficients.matrix().matrix());
    }
}
