package org.leontief.plan.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Balanced growth against eigenvalues found in another way, the backward solution against exact recursion. The model is that
 * of Miller and Blair 2009, section 13.4: x(t) = (I − A + B)⁻¹ (B x(t+1) + d(t)).
 */
class DynamicLeontiefTest {

    private static final Labels TWO = Labels.of("Agriculture", "Manufacturing");
    private static final Units TONNES = Units.of("t");

    private static DynamicLeontief model(Labels products, double[][] a, double[][] b) {
        return DynamicLeontief.of(
                TechnicalCoefficients.of(products, TONNES, SparseMatrix.of(a)),
                LabelledMatrix.of("Capital", products, products, TONNES, SparseMatrix.of(b)));
    }

    private static LabelledMatrix demand(Labels products, Labels years, double[][] byProduct) {
        return LabelledMatrix.of("Final demand", products, years, TONNES, SparseMatrix.of(byProduct));
    }

    @Test
    void twoProductsGrowAtTheRootOfTheirDeterminant() {
        double[][] a = {{0.1, 0.2}, {0.3, 0.4}};
        double[][] b = {{0.5, 0.25}, {0.75, 1.5}};
        BalancedGrowth growth = model(TWO, a, b).balancedGrowth();

        // The smaller root of det (I − A − g B) = 0.
        double second = b[0][0] * b[1][1] - b[0][1] * b[1][0];
        double first = -((1 - a[0][0]) * b[1][1] + (1 - a[1][1]) * b[0][0] + a[0][1] * b[1][0] + a[1][0] * b[0][1]);
        double constant = (1 - a[0][0]) * (1 - a[1][1]) - a[0][1] * a[1][0];
        double g = 2 * constant / (-first + Math.sqrt(first * first - 4 * second * constant));
        assertThat(growth.rate().value()).isCloseTo(g, within(1e-14));
        assertThat(growth.rate().upper() - growth.rate().lower()).isLessThan(1e-14);

        LabelledVector q = growth.proportions();
        double ratio = q.of("Agriculture") / q.of("Manufacturing");
        assertThat(ratio).isCloseTo((a[0][1] + g * b[0][1]) / (1 - a[0][0] - g * b[0][0]), within(1e-13));
        assertThat(growth.distanceOf(q.times(17))).isLessThan(1e-14);
        assertThat(growth.distanceOf(q.scale("Agriculture", 2))).isCloseTo(Math.log(2), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 20})
    void growthIsOneOverTheLargestEigenvalueOfCapitalEmbodied(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = "Product " + i;
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextDouble() / n;
                b[i][j] = i % 3 == 0 ? 2 * random.nextDouble() : 0;
            }
        }
        BalancedGrowth growth = model(Labels.of(names), a, b).balancedGrowth();

        assertThat(growth.rate().value()).isCloseTo(1 / largestEigenvalue(a, b), within(1e-12));
        double[] q = growth.proportions().toArray();
        for (int i = 0; i < n; i++) {
            double needed = 0;
            for (int j = 0; j < n; j++) {
                needed += (a[i][j] + growth.rate().value() * b[i][j]) * q[j];
            }
            assertThat(needed).isCloseTo(q[i], within(1e-13));
        }
    }

    /** Of (I − A)⁻¹ B, by powers; each product with the inverse by rounds of production. */
    private static double largestEigenvalue(double[][] a, double[][] b) {
        int n = a.length;
        double[] v = new double[n];
        Arrays.fill(v, 1);
        double root = 0;
        for (int step = 0; step < 200; step++) {
            double[] stocks = times(b, v);
            double[] x = stocks.clone();
            for (int round = 0; round < 300; round++) {
                double[] used = times(a, x);
                for (int i = 0; i < n; i++) {
                    x[i] = stocks[i] + used[i];
                }
            }
            root = 0;
            for (double entry : x) {
                root = Math.max(root, entry);
            }
            for (int i = 0; i < n; i++) {
                v[i] = x[i] / root;
            }
        }
        return root;
    }

    private static double[] times(double[][] m, double[] v) {
        double[] product = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i] += m[i][j] * v[j];
            }
        }
        return product;
    }

    @Test
    void productsThatTheTurnpikeDoesWithoutHaveNoPlaceOnIt() {
        Labels products = Labels.of("Machines", "Steel", "Toys");
        double[][] a = {{0, 0, 0}, {0.5, 0.2, 0.1}, {0, 0, 0}};
        double[][] b = {{2, 1, 1}, {0, 0, 0}, {0, 0, 0}};
        BalancedGrowth growth = model(products, a, b).balancedGrowth();

        // Machines m = g (2 m + s), steel s = 0.5 m + 0.2 s: s = 0.625 m and g = 1 / 2.625.
        assertThat(growth.rate().value()).isCloseTo(1 / 2.625, within(1e-14));
        assertThat(growth.proportions().of("Steel")).isCloseTo(0.625, within(1e-14));
        assertThat(growth.proportions().of("Toys")).isZero();
        assertThat(growth.setBy()).extracting(Object::toString).containsExactly("Machines", "Steel");
        assertThat(growth.distanceOf(growth.proportions().with("Toys", 9))).isLessThan(1e-14);
    }

    /** Machines alone set the rate, 0.8 / 2; coal follows: c = 0.1 c + (0.5 + 0.4 · 0.25) m. */
    @Test
    void whatOthersTakeOfThemselvesIsOnTheTurnpikeToo() {
        BalancedGrowth growth = model(
                        Labels.of("Machines", "Coal"),
                        new double[][] {{0.2, 0}, {0.5, 0.1}},
                        new double[][] {{2, 0}, {0.25, 0}})
                .balancedGrowth();

        assertThat(growth.rate().value()).isCloseTo(0.4, within(1e-14));
        assertThat(growth.proportions().of("Coal") / growth.proportions().of("Machines"))
                .isCloseTo(0.6 / 0.9, within(1e-14));
    }

    @Test
    void withoutCapitalGrowthHasNoLimitAndWithoutASurplusThereIsNone() {
        double[][] a = {{0.1, 0.2}, {0.3, 0.4}};
        BalancedGrowth unlimited = model(TWO, a, new double[2][2]).balancedGrowth();
        assertThat(unlimited.rate().upper()).isInfinite();
        assertThat(unlimited).hasToString("Balanced growth has no limit: no product has to be there to make itself");
        assertThatThrownBy(() -> unlimited.distanceOf(unlimited.proportions()))
                .isInstanceOf(IllegalStateException.class);

        double[][] hungry = {{0.9, 0.2}, {0.3, 0.6}};
        assertThatThrownBy(() ->
                        model(TWO, hungry, new double[][] {{1, 1}, {1, 1}}).balancedGrowth())
                .isInstanceOf(NotViableException.class);
    }

    @Test
    void depreciationIsUsedUpBesideA() {
        double[][] a = {{0.1, 0.2}, {0.3, 0.4}};
        double[][] b = {{0.5, 0.25}, {0.75, 1.5}};
        double[][] both = {{0.125, 0.2125}, {0.3375, 0.475}};
        LabelledMatrix d = LabelledMatrix.of("Wear", TWO, TWO, TONNES, SparseMatrix.of(new double[][] {
            {0.025, 0.0125}, {0.0375, 0.075}
        }));

        double withWear =
                model(TWO, a, b).withDepreciation(d).balancedGrowth().rate().value();
        assertThat(withWear)
                .isCloseTo(model(TWO, both, b).balancedGrowth().rate().value(), within(1e-13));
        // D is B / 20, so that a twentieth of growth is lost.
        assertThat(withWear).isCloseTo(model(TWO, a, b).balancedGrowth().rate().value() - 0.05, within(1e-13));
    }

    @Test
    void theBackwardSolutionIsThatOfExactRecursionWithinItsBounds() {
        double[][] a = {{0.1, 0.2}, {0.3, 0.4}};
        double[][] b = {{0.5, 0.25}, {0.75, 1.5}};
        double[][] d = {{100, 101, 103, 106}, {200, 204, 210, 217}};
        double[] after = {540, 930};
        Labels years = Labels.of("2027", "2028", "2029", "2030");
        BackwardSolution found =
                model(TWO, a, b).backward(demand(TWO, years, d), LabelledVector.of("Afterwards", TWO, TONNES, after));

        BigDecimal[] next = {new BigDecimal(after[0]), new BigDecimal(after[1])};
        for (int t = 3; t >= 0; t--) {
            next = exactYearBefore(a, b, next, d[0][t], d[1][t]);
            for (int i = 0; i < 2; i++) {
                double bound = found.output(years.get(t).name()).errorBoundAt(i);
                double value = found.output(years.get(t).name()).at(i);
                assertThat(new BigDecimal(value).subtract(next[i]).abs()).isLessThanOrEqualTo(new BigDecimal(bound));
                assertThat(bound).isLessThan(1e-10);
            }
        }
        assertThat(found.isPossible()).isTrue();
        LabelledVector grown =
                found.output("2028").values().minus(found.output("2027").values());
        assertThat(found.investment("2027").of("Agriculture"))
                .isCloseTo(0.5 * grown.at(0) + 0.25 * grown.at(1), within(1e-10));
    }

    /** Cramer's rule with the doubles taken as they are. */
    private static BigDecimal[] exactYearBefore(double[][] a, double[][] b, BigDecimal[] next, double d0, double d1) {
        BigDecimal[][] g = new BigDecimal[2][2];
        BigDecimal[] r = {new BigDecimal(d0), new BigDecimal(d1)};
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                BigDecimal bij = new BigDecimal(b[i][j]);
                g[i][j] = bij.subtract(new BigDecimal(a[i][j])).add(i == j ? BigDecimal.ONE : BigDecimal.ZERO);
                r[i] = r[i].add(bij.multiply(next[j]));
            }
        }
        BigDecimal det = g[0][0].multiply(g[1][1]).subtract(g[0][1].multiply(g[1][0]));
        MathContext digits = new MathContext(60);
        return new BigDecimal[] {
            r[0].multiply(g[1][1]).subtract(r[1].multiply(g[0][1])).divide(det, digits),
            r[1].multiply(g[0][0]).subtract(r[0].multiply(g[1][0])).divide(det, digits)
        };
    }

    @Test
    void onTheTurnpikeTheBackwardSolutionStaysOnIt() {
        DynamicLeontief model =
                model(TWO, new double[][] {{0.1, 0.2}, {0.3, 0.4}}, new double[][] {{0.5, 0.25}, {0.75, 1.5}});
        BalancedGrowth growth = model.balancedGrowth();
        LabelledMatrix nothing = demand(TWO, Labels.of("1", "2", "3"), new double[2][3]);
        BackwardSolution found = model.backward(nothing, growth.proportions());
        double factor = Math.pow(1 + growth.rate().value(), -3);
        assertThat(found.output("1").of("Agriculture"))
                .isCloseTo(factor * growth.proportions().of("Agriculture"), within(1e-13));
        assertThat(found.capitalAtStart().of("Manufacturing"))
                .isCloseTo(factor * model.capitalFor(growth.proportions()).of("Manufacturing"), within(1e-13));
    }

    @Test
    void anEndOutOfProportionCannotBeReachedAndIsNamed() {
        DynamicLeontief model =
                model(TWO, new double[][] {{0.1, 0.2}, {0.3, 0.4}}, new double[][] {{0.1, 0.9}, {0.9, 0.1}});
        LabelledMatrix nothing = demand(TWO, Labels.of("1"), new double[2][1]);
        BackwardSolution found = model.backward(nothing, LabelledVector.of("Afterwards", TWO, TONNES, 1, 100));
        assertThat(found.isPossible()).isFalse();
        assertThat(found.negativeOutputs().get(0)).isEqualTo("'Manufacturing' in 1 is -154.143 t");
        assertThat(found.toString()).contains("impossible: 'Manufacturing' in 1");

        BackwardSolution shrinking = model.backward(
                demand(TWO, Labels.of("1", "2"), new double[][] {{100, 50}, {100, 50}}),
                LabelledVector.of("Afterwards", TWO, TONNES, 100, 100));
        assertThat(shrinking.releasedCapital().get(0)).startsWith("'Agriculture' after 1: output falls from");
    }

    @Test
    void manyProductsHaveBoundsByTheRadiusAndManyYearsKeepThem() {
        int n = 2100;
        SparseMatrixBuilder a = SparseMatrix.builder(n, n);
        SparseMatrixBuilder b = SparseMatrix.builder(n, n);
        String[] names = new String[n];
        for (int j = 0; j < n; j++) {
            names[j] = "Product " + j;
            a.add((j + 1) % n, j, 0.3).add((j + 7) % n, j, 0.1);
            b.add((j + 1) % n, j, 0.2);
        }
        Labels products = Labels.of(names);
        DynamicLeontief model = DynamicLeontief.of(
                TechnicalCoefficients.of(products, TONNES, a.build()),
                LabelledMatrix.of("Capital", products, products, TONNES, b.build()));
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        LabelledMatrix nothing =
                LabelledMatrix.of("Final demand", products, Labels.of("1", "2"), TONNES, SparseMatrix.zeros(n, 2));
        BackwardSolution found = model.backward(nothing, LabelledVector.of("Afterwards", products, TONNES, ones));
        // All columns are alike: (1 − 0.4 + 0.2) x = 0.2 y.
        assertThat(found.output("1").at(5)).isCloseTo(0.0625, within(1e-14));
        assertThat(found.output("1").isCertified()).isTrue();
        assertThat(found.certification()).contains("ρ(|A − B|) < 1");
    }

    @Test
    void labelsAndUnitsAreJoinedByName() {
        TechnicalCoefficients a = TechnicalCoefficients.of(TWO, TONNES, SparseMatrix.zeros(2, 2));
        SparseMatrix row = SparseMatrix.of(new double[][] {{1, 2}});
        assertThatThrownBy(() -> DynamicLeontief.of(
                        a, LabelledMatrix.of("Capital", Labels.of("Manufactoring"), TWO, TONNES, row)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Manufacturing'?");
        assertThatThrownBy(() -> DynamicLeontief.of(
                        a, LabelledMatrix.of("Capital", Labels.of("Manufacturing"), TWO, Units.of("kg"), row)))
                .hasMessageContaining("'Manufacturing' in kg, the economy in t");
        assertThatThrownBy(() -> DynamicLeontief.of(
                        a,
                        LabelledMatrix.of(
                                "Capital", Labels.of("Manufacturing"), TWO, TONNES, SparseMatrix.of(new double[][] {
                                    {1, -2}
                                }))))
                .hasMessageContaining("-2.0 of 'Manufacturing' in 'Manufacturing'");
    }
}
