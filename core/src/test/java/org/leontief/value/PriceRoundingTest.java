package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What is paid per unit is a balance or a sum, and a taxed coefficient is a product. Close to ρ = 1 their rounding weighs
 * more than that of the solver, and bounds hold without it, in exact fractions.
 */
class PriceRoundingTest {

    private static final int N = 4;
    private static final Labels GOODS = Labels.of("a", "b", "c", "d");

    /** Proportions that leave some columns of A with sums far above 1, so that v has both signs. */
    private static final double[] UNIT = {1, 20, 0.3, 5};

    private static SparseMatrix coefficients(SplittableRandom random, double gap) {
        double[][] a = new double[N][N];
        for (int j = 0; j < N; j++) {
            double sum = 0;
            for (int i = 0; i < N; i++) {
                a[i][j] = random.nextDouble();
                sum += a[i][j];
            }
            for (int i = 0; i < N; i++) {
                a[i][j] *= (1 - gap) / sum * UNIT[i] / UNIT[j];
            }
        }
        return SparseMatrix.of(a);
    }

    private static TechnicalCoefficients economy(SplittableRandom random, double gap) {
        return TechnicalCoefficients.of(
                LabelledMatrix.of("A", GOODS, GOODS, Units.of("EUR"), coefficients(random, gap)),
                LabelledMatrix.of(
                        "S",
                        Labels.of("Wages", "CO2"),
                        GOODS,
                        Units.perLabel("EUR", "t"),
                        SparseMatrix.of(new double[][] {
                            random.doubles(N).toArray(), random.doubles(N).toArray()
                        })));
    }

    /** v = 1 − 1ᵀ A. */
    private static Rational[] balance(SparseMatrix a) {
        Rational[] v = new Rational[N];
        Arrays.fill(v, Rational.ONE);
        a.forEach((i, j, entry) -> v[j] = v[j].minus(Rational.of(entry)));
        return v;
    }

    /** p = p A (1 + t̂) + right. */
    private static Rational[] prices(SparseMatrix a, double[] rates, Rational[] right) {
        Rational[][] system = new Rational[N][N + 1];
        for (int j = 0; j < N; j++) {
            Rational factor = Rational.ONE.plus(Rational.of(rates[j]));
            for (int i = 0; i < N; i++) {
                Rational one = i == j ? Rational.ONE : Rational.ZERO;
                system[j][i] = one.minus(factor.times(Rational.of(a.get(i, j))));
            }
            system[j][N] = right[j];
        }
        return ExactArithmetic.eliminate(system);
    }

    private static void assertWithin(BoundedVector computed, Rational[] exact, double largest) {
        for (int i = 0; i < N; i++) {
            ExactArithmetic.assertWithin(computed.at(i), computed.errorBoundAt(i), exact[i]);
            assertThat(computed.errorBoundAt(i)).isLessThan(largest);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1e-3, 1e-6, 1e-9})
    void pricesOfTheBaseYearAreOne(double gap) {
        for (int seed = 0; seed < 60; seed++) {
            TechnicalCoefficients economy = economy(new SplittableRandom(seed), gap);

            Prices prices = PriceModel.ofBaseYear(economy).solve();

            Rational[] ones = new Rational[N];
            Arrays.fill(ones, Rational.ONE);
            assertWithin(prices.perUnit(), ones, 1e-11 / gap);
            Rational[] none = new Rational[N];
            Arrays.fill(none, Rational.ZERO);
            assertWithin(prices.change(), none, 1e-11 / gap);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1e-3, 1e-6})
    void changesTaxesAndCharges(double gap) {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TechnicalCoefficients economy = economy(random, gap);
            double rate = -0.1 * gap * random.nextDouble();
            double unit = random.nextDouble();
            double factor = 1 + random.nextDouble();
            double carbon = random.nextDouble();

            Prices prices = PriceModel.ofBaseYear(economy)
                    .scale("Wages", factor)
                    .charge("CO2", carbon)
                    .tax("a", rate)
                    .unitTax("c", unit)
                    .solve();

            SparseMatrix a = economy.matrix().matrix();
            Rational[] right = balance(a);
            double[] rates = {rate, 0, 0, 0};
            for (int j = 0; j < N; j++) {
                Rational wages = Rational.of(economy.extension("Wages").at(j));
                Rational co2 = Rational.of(economy.extension("CO2").at(j));
                Rational more = Rational.of(factor).minus(Rational.ONE).times(wages);
                right[j] = right[j].plus(more)
                        .plus(Rational.of(carbon).times(co2))
                        .times(Rational.ONE.plus(Rational.of(rates[j])))
                        .plus(j == 2 ? Rational.of(unit) : Rational.ZERO);
            }
            assertWithin(prices.perUnit(), prices(a, rates, right), 1e-9 / gap / gap);
        }
    }

    /** v = 0.5 without inputs: what several calls for one product add up to is exact in the sense of real numbers. */
    @Test
    void changesThatAreAddedUpKeepTheirRounding() {
        PriceModel model = PriceModel.of(
                TechnicalCoefficients.of(
                        LabelledMatrix.of("A", Labels.of("A"), Labels.of("A"), Units.of("t"), SparseMatrix.zeros(1, 1)),
                        LabelledMatrix.of(
                                "S", Labels.of("W"), Labels.of("A"), Units.of("EUR"), SparseMatrix.of(new double[][] {
                                    {0.5}
                                }))),
                List.of("W"));
        Rational v = Rational.of(0.5);
        Rational tenth = Rational.of(0.1);
        Rational factor = Rational.of(1.1);

        assertHolds(
                model.tax("A", 0.1).tax("A", 0.2),
                v.times(Rational.ONE.plus(tenth).plus(Rational.of(0.2))));
        assertHolds(model.unitTax("A", 0.1).unitTax("A", 0.2), v.plus(tenth).plus(Rational.of(0.2)));
        assertHolds(model.scale("W", 1.1).scale("W", 1.1), v.times(factor).times(factor));
        Prices fixed = model.fixPrice("A", 1e-5).solve();
        ExactArithmetic.assertWithin(
                fixed.change().of("A"),
                fixed.change().errorBound("A"),
                Rational.of(1e-5).over(v).minus(Rational.ONE));
    }

    private static void assertHolds(PriceModel model, Rational exact) {
        Prices prices = model.solve();
        ExactArithmetic.assertWithin(prices.perUnit().of("A"), prices.perUnit().errorBound("A"), exact);
        assertThat(prices.perUnit().errorBound("A")).isLessThan(1e-15);
    }

    @Test
    void whatACertificateBuysCoversTheRoundingOfTheAccount() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 300; round++) {
            double l = random.nextDouble();
            double gross = random.nextDouble(1, 1000);
            double collective = gross * random.nextDouble(0.3);
            double support = gross * random.nextDouble(0.3);
            LabourValues values = Economy.of(TechnicalCoefficients.of(
                            LabelledMatrix.of(
                                    "A", Labels.of("A"), Labels.of("A"), Units.of("t"), SparseMatrix.zeros(1, 1)),
                            LabelledMatrix.of(
                                    "S",
                                    Labels.of("Hours"),
                                    Labels.of("A"),
                                    Units.of("hours"),
                                    SparseMatrix.of(new double[][] {{l}}))))
                    .labourValues("Hours");
            Bounded buys = values.certificates(SocialAccount.of(gross, "hours")
                            .withCollectiveConsumption(collective)
                            .withSupport(support))
                    .buys("A");
            Rational exact = Rational.of(gross)
                    .minus(Rational.of(collective))
                    .minus(Rational.of(support))
                    .over(Rational.of(gross).times(Rational.of(l)));
            ExactArithmetic.assertWithin(buys.value(), buys.errorBound(), exact);
        }
        assertThat(SocialAccount.of(0.3, "hours")
                        .withCollectiveConsumption(0.1)
                        .withSupport(0.2)
                        .certificatePerUnit())
                .isZero();
    }
}
