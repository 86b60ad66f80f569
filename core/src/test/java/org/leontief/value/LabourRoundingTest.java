package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
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
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Sums and quotients that an account makes of its numbers are rounded, and close to ρ = 1 this weighs more than all rounding
 * of the solver. Bounds hold for what the numbers stand for, in exact fractions.
 */
class LabourRoundingTest {

    private static final int N = 4;
    private static final Labels GOODS = Labels.of("a", "b", "c", "d");
    private static final Units EUR = Units.of("EUR");

    /** In units so different that an error in the wrong place is much too small, or much too large. */
    private static final double[] WILD = {1, 0x1p20, 0x1p-13, 0x1p10};

    private static final double[] TAME = {1, 1, 1, 1};

    /** A random system whose A, D and M together have column sums of 1 − gap, nearly, but for the units. */
    private static final class Case {

        private final double[][] a = new double[N][N];
        private final double[][] d = new double[N][N];
        private final double[][] m = new double[N][N];
        private final double[][] rows = new double[3][N];
        private final SplittableRandom random;

        Case(int seed, double gap, double... unit) {
            random = new SplittableRandom(seed);
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (double[][] part : new double[][][] {a, d, m}) {
                    for (int i = 0; i < N; i++) {
                        part[i][j] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
                        sum += part[i][j];
                    }
                }
                for (double[][] part : new double[][][] {a, d, m}) {
                    for (int i = 0; i < N; i++) {
                        part[i][j] *= (1 - gap) / sum * unit[i] / unit[j];
                    }
                }
                for (double[] row : rows) {
                    row[j] = random.nextDouble() / unit[j];
                }
            }
        }

        Economy economy() {
            return Economy.of(TechnicalCoefficients.of(
                    LabelledMatrix.of("A", GOODS, GOODS, EUR, SparseMatrix.of(a)),
                    LabelledMatrix.of(
                            "Rows",
                            Labels.of("Skilled", "Simple", "Wages"),
                            GOODS,
                            Units.perLabel("hours", "hours", "EUR"),
                            SparseMatrix.of(rows))));
        }

        LabelledMatrix named(String name, double[][] matrix) {
            return LabelledMatrix.of(name, GOODS, GOODS, EUR, SparseMatrix.of(matrix));
        }

        /** The exact sum, or quotient, for every place of A + D (+ M). */
        Rational[][] sum(double[][]... parts) {
            Rational[][] sum = new Rational[N][N];
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    sum[i][j] = Rational.ZERO;
                    for (double[][] part : parts) {
                        sum[i][j] = sum[i][j].plus(Rational.of(part[i][j]));
                    }
                }
            }
            return sum;
        }
    }

    private static Rational[] exact(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Rational::of).toArray(Rational[]::new);
    }

    /** λ = λ M + row. */
    private static Rational[] values(Rational[][] m, Rational[] row) {
        int n = row.length;
        Rational[][] system = new Rational[n][n + 1];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                Rational one = i == j ? Rational.ONE : Rational.ZERO;
                system[j][i] = one.minus(m[i][j]);
            }
            system[j][n] = row[j];
        }
        return ExactArithmetic.eliminate(system);
    }

    private static void assertWithin(BoundedVector computed, Rational[] exact, double gap) {
        for (int i = 0; i < N; i++) {
            ExactArithmetic.assertWithin(computed.at(i), computed.errorBoundAt(i), exact[i]);
            // Some hundred roundings of numbers below 1, which the gap magnifies: a bound of that size is still of use.
            assertThat(computed.errorBoundAt(i)).isLessThan(1e-13 / gap * exact[i].doubleValue());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1e-3, 1e-6, 1e-9})
    void depreciationAndImportsMadeAtHome(double gap) {
        for (int seed = 0; seed < 40; seed++) {
            Case made = new Case(seed, gap, WILD);
            LabelledMatrix m = made.named("M", made.m);
            LabourAccount account = LabourAccount.of("Simple")
                    .withDepreciation(made.named("D", made.d))
                    .importing(ImportedInputs.coefficients(m).asProducedAtHome());
            Rational[][] whole = made.sum(made.a, made.d, made.m);

            LabourValues values = made.economy().labourValues(account);

            Rational[] exact = values(whole, exact(made.rows[1]));
            assertWithin(values.perUnit(), exact, gap);
            LabelledVector demand = made.economy().demand(Map.of("a", 1.0, "c", 3.0));
            assertThat(values.identity(demand).holds()).isTrue();
            assertParts(values, whole, made.rows[1], exact);
        }
    }

    /** By industry l_i x_i with x = M x + e_0, and by round l Mᵏ e_0. */
    private static void assertParts(LabourValues values, Rational[][] m, double[] l, Rational[] exact) {
        Rational[][] transposed = new Rational[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                transposed[j][i] = m[i][j];
            }
        }
        Rational[] x = values(transposed, exact(new double[] {1, 0, 0, 0}));
        for (LabourBreakdown.Part part : values.byIndustry("a", N).parts()) {
            int i = GOODS.indexOf(part.name());
            ExactArithmetic.assertWithin(part.amount(), part.labour().errorBound(), x[i].times(Rational.of(l[i])));
        }
        Rational[] round = exact(new double[] {1, 0, 0, 0});
        LabourBreakdown rounds = values.byRound("a", 3);
        for (LabourBreakdown.Part part : rounds.parts()) {
            ExactArithmetic.assertWithin(part.amount(), part.labour().errorBound(), dot(exact(l), round));
            Rational[] next = new Rational[N];
            for (int i = 0; i < N; i++) {
                next[i] = dot(m[i], round);
            }
            round = next;
        }
        Bounded rest = rounds.remainder().labour();
        ExactArithmetic.assertWithin(rest.value(), rest.errorBound(), dot(exact, round));
    }

    private static Rational dot(Rational[] a, Rational[] b) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.plus(a[i].times(b[i]));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1e-3, 1e-6})
    void weightedGrades(double gap) {
        for (int seed = 0; seed < 40; seed++) {
            Case made = new Case(seed, gap, WILD);
            double skilled = 1 + made.random.nextDouble();
            double simple = made.random.nextDouble();
            LabourAccount both = LabourAccount.of("Skilled", "Simple").withDepreciation(made.named("D", made.d));
            Rational[][] whole = made.sum(made.a, made.d);
            Rational[] given = new Rational[N];
            Rational[] relative = new Rational[N];
            for (int j = 0; j < N; j++) {
                given[j] = Rational.of(skilled)
                        .times(Rational.of(made.rows[0][j]))
                        .plus(Rational.of(simple).times(Rational.of(made.rows[1][j])));
                relative[j] = given[j].over(Rational.of(simple));
            }

            LabourValues byWeight = made.economy()
                    .labourValues(both.reducedBy(Reduction.weights(Map.of("Skilled", skilled, "Simple", simple))));
            LabourValues byWage = made.economy()
                    .labourValues(
                            both.reducedBy(Reduction.wages("Simple", Map.of("Skilled", skilled, "Simple", simple))));

            // D alone is a part of the whole: the gap is no longer small.
            assertWithin(byWeight.perUnit(), values(whole, given), 0.01);
            assertWithin(byWage.perUnit(), values(whole, relative), 0.01);
            ExactArithmetic.assertWithin(
                    byWage.weights().of("Skilled"),
                    byWage.weights().errorBound("Skilled"),
                    Rational.of(skilled).over(Rational.of(simple)));
        }
    }

    @Test
    void exportsThatPayAndPayThatStandsForHours() {
        for (int seed = 0; seed < 40; seed++) {
            Case made = new Case(seed, 0.1, TAME);
            double[] exports = {made.random.nextDouble(), 0, made.random.nextDouble(), 0.25};
            double worth = 3 + made.random.nextDouble();
            Economy economy = made.economy();
            LabelledVector e = LabelledVector.of("Exports", GOODS, EUR, exports);
            ImportedInputs imports = ImportedInputs.coefficients(made.named("M", made.m));
            LabourAccount account = LabourAccount.weightedByPay("Wages", worth, "hours");

            LabourValues paid = economy.labourValues(account.importing(imports.paidForByExports(e, worth)));
            LabourValues apart = economy.labourValues(account.importing(imports.keptApart()));

            Rational[] m = new Rational[N];
            Rational[] hours = new Rational[N];
            for (int j = 0; j < N; j++) {
                m[j] = Rational.ZERO;
                for (int i = 0; i < N; i++) {
                    m[j] = m[j].plus(Rational.of(made.m[i][j]));
                }
                hours[j] = Rational.of(made.rows[2][j]).over(Rational.of(worth));
            }
            Rational[][] bordered = new Rational[N + 1][N + 1];
            Rational[][] a = made.sum(made.a);
            for (int i = 0; i < N; i++) {
                System.arraycopy(a[i], 0, bordered[i], 0, N);
                bordered[i][N] = Rational.of(exports[i]).over(Rational.of(worth));
            }
            System.arraycopy(m, 0, bordered[N], 0, N);
            bordered[N][N] = Rational.ZERO;
            Rational[] withImports = Arrays.copyOf(hours, N + 1);
            withImports[N] = Rational.ZERO;

            assertWithin(paid.perUnit(), values(bordered, withImports), 0.01);
            assertWithin(apart.perUnit(), values(a, hours), 0.01);
            assertWithin(apart.imports(), values(a, m), 0.01);
        }
    }

    /** (A + D) + M leaves nothing of a number that was there: the coefficient is stored as 0. */
    @Test
    void whatIsLostInASumIsBoundedInEveryRound() {
        double lost = 0x1p-60;
        Case made = new Case(1, 0.5, TAME);
        made.a[0] = new double[] {0, -1, 0, 0};
        made.d[0] = new double[] {0, lost, 0, 0};
        made.m[0] = new double[] {0, 1, 0, 0};
        made.rows[1] = new double[] {1, 0, 0, 0};
        LabourAccount account = LabourAccount.of("Simple")
                .withDepreciation(made.named("D", made.d))
                .importing(ImportedInputs.coefficients(made.named("M", made.m)).asProducedAtHome());
        LabourBreakdown rounds = made.economy().labourValues(account).byRound("b", 3);

        Rational[][] whole = made.sum(made.a, made.d, made.m);
        assertThat(whole[0][1]).isEqualTo(Rational.of(lost));
        Rational[] round = exact(new double[] {0, 1, 0, 0});
        for (LabourBreakdown.Part part : rounds.parts()) {
            ExactArithmetic.assertWithin(part.amount(), part.labour().errorBound(), dot(exact(made.rows[1]), round));
            Rational[] next = new Rational[N];
            for (int i = 0; i < N; i++) {
                next[i] = dot(whole[i], round);
            }
            round = next;
        }
    }

    /** Two years of accounts whose direct labour is itself a weighted sum. */
    @Test
    void changesOfReducedLabourHaveBounds() {
        for (int seed = 0; seed < 20; seed++) {
            LabourAccount account = LabourAccount.of("Skilled", "Simple")
                    .reducedBy(Reduction.training(Training.of("Skilled", Map.of("Simple", 0.3))));
            LabourValues before = new Case(seed, 0.2, TAME).economy().labourValues(account);
            LabourValues after = new Case(seed + 1000, 0.2, TAME).economy().labourValues(account);

            for (LabourProductivityChange.Change change :
                    after.changeSince(before).changes()) {
                double sum = change.ownLabour() + change.suppliersLabour() + change.inputs();
                assertThat(change.errorBound()).isBetween(0.0, 1e-13);
                assertThat(Math.abs(sum - change.difference())).isLessThanOrEqualTo(change.errorBound());
            }
        }
    }
}
