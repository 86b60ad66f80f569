package org.leontief.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** Every bound against exact fractions, for economies close to the edge, where rounding counts for much. */
class BoundsOfStructureTest {

    private static final int N = 4;
    private static final Labels PRODUCTS = Labels.of("A", "B", "C", "D");
    private static final double[] DEMAND = {3.3, 0.7, 1.9, 2.1};
    private static final double[] HOURS = {0.1, 0.2, 0.7, 0.4};

    /** Column sums are random below 1, or all of them a millionth below. */
    private static SparseMatrix matrix(long seed, boolean isAtTheEdge) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] a = new double[N][N];
        for (int j = 0; j < N; j++) {
            double sum = 0;
            for (int i = 0; i < N; i++) {
                a[i][j] = random.nextDouble(0.01, 1);
                sum += a[i][j];
            }
            double wanted = isAtTheEdge ? 1 - 1e-6 : random.nextDouble(0.3, 0.9);
            for (int i = 0; i < N; i++) {
                a[i][j] *= wanted / sum;
            }
        }
        return SparseMatrix.of(a);
    }

    private static TechnicalCoefficients economy(SparseMatrix a) {
        return TechnicalCoefficients.of(
                LabelledMatrix.of("A", PRODUCTS, PRODUCTS, Units.of("EUR"), a),
                LabelledMatrix.of(
                        "S", Labels.of("Hours"), PRODUCTS, Units.of("hours"), SparseMatrix.of(new double[][] {HOURS})));
    }

    private static GrossOutputPlan plan(SparseMatrix a) {
        return GrossOutputPlan.of(
                economy(a),
                LabelledVector.of("d", PRODUCTS, Units.of("EUR"), DEMAND),
                SolveOptions.defaults().withTolerance(0));
    }

    private static Rational[] exact(double... values) {
        return Arrays.stream(values).mapToObj(Rational::of).toArray(Rational[]::new);
    }

    private static Rational dot(Rational[] a, Rational[] b) {
        Rational[] terms = new Rational[a.length];
        Arrays.setAll(terms, i -> a[i].times(b[i]));
        return ExactArithmetic.sum(terms);
    }

    private static double[] unit(int place) {
        double[] unit = new double[N];
        unit[place] = 1;
        return unit;
    }

    private static void assertHolds(Bounded computed, Rational exact, double largestRelativeBound) {
        ExactArithmetic.assertWithin(computed.value(), computed.errorBound(), exact);
        assertThat(computed.errorBound()).isLessThanOrEqualTo(largestRelativeBound * Math.abs(exact.doubleValue()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void linkages(boolean isAtTheEdge) {
        for (int seed = 0; seed < 10; seed++) {
            SparseMatrix a = matrix(seed, isAtTheEdge);
            Linkages linkages = Linkages.of(plan(a), SolveOptions.defaults());

            Rational[] backward = ExactArithmetic.solve(a.transpose(), 1, 1, 1, 1);
            Rational mean = ExactArithmetic.sum(backward).over(Rational.of(N));
            Rational[] normalised =
                    Arrays.stream(backward).map(each -> each.over(mean)).toArray(Rational[]::new);
            ExactArithmetic.assertWithinBounds(linkages.of(LinkageMeasure.TOTAL_BACKWARD), backward, 1e-7);
            ExactArithmetic.assertWithinBounds(linkages.normalised(LinkageMeasure.TOTAL_BACKWARD), normalised, 1e-7);
            ExactArithmetic.assertWithinBounds(
                    linkages.of(LinkageMeasure.SENSITIVITY), ExactArithmetic.solve(a, 1, 1, 1, 1), 1e-7);
            Rational[] sums = exact(new double[N]);
            a.forEach((i, j, value) -> sums[j] = sums[j].plus(Rational.of(value)));
            ExactArithmetic.assertWithinBounds(linkages.of(LinkageMeasure.DIRECT_BACKWARD), sums, 1e-15);
        }
    }

    @ParameterizedTest
    @EnumSource(ExtractionScope.class)
    void extraction(ExtractionScope scope) {
        for (int seed = 0; seed < 10; seed++) {
            SparseMatrix a = matrix(seed, seed % 2 == 1);
            HypotheticalExtraction extraction = HypotheticalExtraction.from(plan(a));
            Rational[] hours = exact(HOURS);
            Rational before = dot(hours, ExactArithmetic.solve(a, DEMAND));
            Rational[] losses = new Rational[N];
            for (int j = 0; j < N; j++) {
                Rational[] after = ExactArithmetic.solve(without(a, scope, j), demandWithout(scope, j));
                losses[j] = before.minus(dot(hours, after));
                BoundedVector computed =
                        extraction.of(scope, PRODUCTS.get(j).toString()).after();
                for (int i = 0; i < N; i++) {
                    ExactArithmetic.assertWithin(computed.at(i), computed.errorBoundAt(i), after[i]);
                    assertThat(computed.errorBoundAt(i)).isLessThanOrEqualTo(1e-6 * (1 + computed.at(i)));
                }
            }
            ExactArithmetic.assertWithinBounds(extraction.lossOfEach(scope, "Hours"), losses, 1e-6);
        }
    }

    private static SparseMatrix without(SparseMatrix a, ExtractionScope scope, int industry) {
        SparseMatrixBuilder rest = SparseMatrix.builder(N, N);
        a.forEach((i, j, value) -> {
            if (scope.keeps(i == industry, j == industry)) {
                rest.add(i, j, value);
            }
        });
        return rest.build();
    }

    private static double[] demandWithout(ExtractionScope scope, int industry) {
        double[] demand = DEMAND.clone();
        demand[industry] = scope == ExtractionScope.INDUSTRY ? 0 : demand[industry];
        return demand;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheListedPathsLeave(boolean isAtTheEdge) {
        for (int seed = 0; seed < 10; seed++) {
            SparseMatrix a = matrix(seed, isAtTheEdge);
            GrossOutputPlan plan = plan(a);
            StructuralPaths paths = StructuralPaths.of(
                    plan.coefficients(), "Hours", plan.finalDemand(), PathLimits.largest(40), SolveOptions.defaults());

            Rational total = dot(exact(HOURS), ExactArithmetic.solve(a, DEMAND));
            Rational rest = total;
            for (StructuralPath path : paths.paths()) {
                Rational amount = amount(a, path);
                assertHolds(path.amount(), amount, 1e-14);
                rest = rest.minus(amount);
            }
            assertHolds(paths.total(), total, 1e-6);
            assertHolds(paths.remainder(), rest, 1e-6);
        }
    }

    private static Rational amount(SparseMatrix a, StructuralPath path) {
        int[] chain = path.chain().stream()
                .mapToInt((Label label) -> PRODUCTS.indexOf(label))
                .toArray();
        Rational amount = Rational.of(HOURS[chain[0]]).times(Rational.of(DEMAND[chain[chain.length - 1]]));
        for (int k = 0; k + 1 < chain.length; k++) {
            amount = amount.times(Rational.of(a.get(chain[k], chain[k + 1])));
        }
        return amount;
    }

    @Test
    void influences() {
        for (int seed = 0; seed < 10; seed++) {
            SparseMatrix a = matrix(seed, seed % 2 == 1);
            FieldOfInfluence field = FieldOfInfluence.onExtension(plan(a), "Hours", SolveOptions.defaults());
            Rational[] x = ExactArithmetic.solve(a, DEMAND);
            Rational[] m = ExactArithmetic.solve(a.transpose(), HOURS);
            Rational[] column = ExactArithmetic.solve(a, unit(1));
            Rational left = Rational.ONE.plus(Rational.of(0.25).times(column[2]));

            assertHolds(field.of("B", "C").perUnit(), m[1].times(x[2]), 1e-6);
            // A fall of the coefficient, which the economy always survives.
            Rational[] change = new Rational[N];
            Arrays.setAll(
                    change, k -> column[k].times(Rational.of(-0.25)).times(x[2]).over(left));
            ExactArithmetic.assertWithinBounds(field.outputChange("B", "C", -0.25), change, 1e-6);
            for (TolerableChange each : field.mostImportant(0.01, N * N)) {
                int i = PRODUCTS.indexOf(each.input());
                int j = PRODUCTS.indexOf(each.product());
                Rational[] ofInput = ExactArithmetic.solve(a, unit(i));
                Rational p = Rational.of(0.01);
                Rational effect = ofInput[i].times(x[j]).over(x[i]).plus(p.times(ofInput[j]));
                assertHolds(each.relative(), p.over(effect.times(Rational.of(a.get(i, j)))), 1e-6);
            }
        }
    }

    /** ½ (ŝ¹ − ŝ⁰)(x⁰ + x¹) and so on, in two polar forms, for the coefficients as they are stored. */
    @Test
    void decomposition() {
        InputOutputTable before = table(1, 5);
        InputOutputTable after = table(2, 6);
        SparseMatrix a0 = TechnicalCoefficients.of(before).matrix().matrix();
        SparseMatrix a1 = TechnicalCoefficients.of(after).matrix().matrix();
        Rational[] s0 =
                exact(TechnicalCoefficients.of(before).extension("Hours").toArray());
        Rational[] s1 = exact(TechnicalCoefficients.of(after).extension("Hours").toArray());
        double[] d0 = before.finalDemand().total().toArray();
        double[] d1 = after.finalDemand().total().toArray();
        Rational[] x00 = ExactArithmetic.solve(a0, d0);
        Rational[] x01 = ExactArithmetic.solve(a0, d1);
        Rational[] x10 = ExactArithmetic.solve(a1, d0);
        Rational[] x11 = ExactArithmetic.solve(a1, d1);
        Rational half = Rational.of(0.5);

        Decomposition found = StructuralDecomposition.between(before, after)
                .withIntensity("Hours")
                .withForm(DecompositionForm.POLAR_MEAN)
                .with(SolveOptions.defaults().withTolerance(0))
                .compute();

        for (Map.Entry<String, Rational[][]> effect : Map.of(
                        "Intensity", new Rational[][] {s1, x00, s0, x00, s1, x11, s0, x11},
                        "Technology", new Rational[][] {s1, x10, s1, x00, s0, x11, s0, x01},
                        "Final demand", new Rational[][] {s1, x11, s1, x10, s0, x01, s0, x00})
                .entrySet()) {
            Rational[][] of = effect.getValue();
            BoundedVector computed = found.effect(effect.getKey());
            for (int i = 0; i < N; i++) {
                Rational exact = of[0][i].times(of[1][i])
                        .minus(of[2][i].times(of[3][i]))
                        .plus(of[4][i].times(of[5][i]))
                        .minus(of[6][i].times(of[7][i]))
                        .times(half);
                ExactArithmetic.assertWithin(computed.at(i), computed.errorBoundAt(i), exact);
                assertThat(computed.errorBoundAt(i)).isLessThan(1e-11);
            }
        }
    }

    private static InputOutputTable table(int seed, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] z = new double[N][N];
        double[] d = new double[N];
        for (int i = 0; i < N; i++) {
            d[i] = random.nextDouble(1, 3) * scale;
            for (int j = 0; j < N; j++) {
                z[i][j] = random.nextDouble();
            }
        }
        return InputOutputTable.builder(PRODUCTS)
                .unit("EUR")
                .transactions(z)
                .finalDemand("Final users", d)
                .extension("Hours", "hours", HOURS)
                .build();
    }
}
