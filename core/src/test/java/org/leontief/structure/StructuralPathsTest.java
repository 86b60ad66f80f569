package org.leontief.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.technology.Recipe.recipe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;

/** Structural path analysis, against all paths up to a length, listed one by one. */
class StructuralPathsTest {

    private static final InputOutputTable GERMANY = Germany1995.table();
    private static final TechnicalCoefficients ECONOMY = TechnicalCoefficients.of(GERMANY);

    /** Three products in different units, with loops: values by hand. */
    private static Economy steel() {
        return Economy.of(
                recipe("Coal").unit("t").uses("Electricity", 0.1).extension("CO2", "kg", 50),
                recipe("Electricity")
                        .unit("MWh")
                        .uses("Coal", 0.4)
                        .uses("Electricity", 0.05)
                        .extension("CO2", "kg", 900),
                recipe("Steel")
                        .unit("t")
                        .uses("Coal", 0.7)
                        .uses("Electricity", 0.5)
                        .extension("CO2", "kg", 1800));
    }

    @Test
    void theLargestByHand() {
        StructuralPaths paths = StructuralPaths.of(steel().coefficients(), "CO2", "Steel", PathLimits.largest(5));

        assertThat(paths.paths())
                .extracting(path -> path.chain().toString())
                .containsExactly(
                        "[Steel]",
                        "[Electricity, Steel]",
                        "[Electricity, Coal, Steel]",
                        "[Coal, Steel]",
                        "[Electricity, Electricity, Steel]");
        assertThat(paths.paths())
                .extracting(path -> path.amount().value())
                .usingComparatorForType(Comparator.comparingLong(x -> Math.round(x * 1e9)), Double.class)
                .containsExactly(1800.0, 450.0, 63.0, 35.0, 22.5);
        assertThat(paths.paths().get(2).deliveries()).isEqualTo(2);
        // x = L e_steel by hand: coal c = 0.7 + 0.4 e, electricity e = 0.5 + 0.1 c + 0.05 e
        double electricity = (0.5 + 0.07) / (0.95 - 0.04);
        double coal = 0.7 + 0.4 * electricity;
        double total = 1800 + 900 * electricity + 50 * coal;
        assertThat(paths.total().value()).isCloseTo(total, within(1e-11));
        assertThat(paths.remainder().value()).isCloseTo(total - 2370.5, within(1e-11));
        assertThat(paths.remainder().errorBound()).isLessThan(1e-11);
        // Electricity for the coal for the electricity: 900 · 0.1 · 0.4 · 0.5
        assertThat(paths.largestUnlisted()).isCloseTo(18, within(1e-12));
        assertThat(paths.unit()).isEqualTo("kg");
        assertThat(paths.toString()).contains("63.0000    2.6%  Electricity → Coal → Steel");
    }

    /** The amounts of all paths from the given demands with at most so many deliveries, largest first. */
    private static double[] all(double[][] a, double[] s, double[] y, int deliveries) {
        DoubleStream.Builder found = DoubleStream.builder();
        for (int p = 0; p < y.length; p++) {
            extend(found, a, s, p, y[p], deliveries);
        }
        return found.build()
                .filter(amount -> amount != 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Double amount) -> Math.abs(amount))
                        .reversed())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static void extend(
            DoubleStream.Builder found, double[][] a, double[] s, int first, double weight, int left) {
        found.add(weight * s[first]);
        for (int k = 0; k < a.length && left > 0; k++) {
            if (a[k][first] != 0) {
                extend(found, a, s, k, weight * a[k][first], left - 1);
            }
        }
    }

    @Test
    void theFirstTwoHundredOfGermanExports() {
        LabelledVector exports = GERMANY.finalDemand().category("Exports");
        StructuralPaths paths =
                StructuralPaths.of(ECONOMY, "CO2", exports, PathLimits.largest(200), SolveOptions.defaults());

        double[][] a = new double[6][6];
        ECONOMY.matrix().matrix().forEach((i, j, value) -> a[i][j] = value);
        double[] all = all(a, ECONOMY.extension("CO2").toArray(), exports.toArray(), 7);
        double listed = 0;
        for (int k = 0; k < 200; k++) {
            StructuralPath path = paths.paths().get(k);
            assertThat(path.amount().value()).as("path %s", k).isCloseTo(all[k], within(1e-9));
            assertThat(path.share())
                    .isCloseTo(path.amount().value() / paths.total().value(), within(1e-15));
            listed += all[k];
        }
        double total = 0;
        for (int i = 0; i < 6; i++) {
            total += Multipliers.ofExtension(ECONOMY, "CO2", SolveOptions.defaults())
                            .at(i)
                    * exports.at(i);
        }
        assertThat(paths.total().value()).isCloseTo(total, within(1e-8));
        assertThat(paths.remainder().value()).isCloseTo(total - listed, within(1e-7));
        assertThat(paths.remainderMagnitude().value())
                .isEqualTo(paths.remainder().value());
        assertThat(paths.largestUnlisted()).isCloseTo(all[200], within(1e-9));
    }

    /** No path can be missed: with random matrices, sparse and dense, and of any sign. */
    @Test
    void inOrderForRandomEconomies() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 60; trial++) {
            int n = 2 + random.nextInt(2);
            boolean signs = trial % 2 == 1;
            double[][] a = new double[n][n];
            double[] s = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                s[i] = random.nextInt(3) == 0 ? 0 : signed(random, signs);
                y[i] = random.nextInt(3) == 0 ? 0 : signed(random, signs);
                for (int j = 0; j < n; j++) {
                    a[i][j] = random.nextInt(3) == 0 ? 0 : signed(random, signs) * 0.5 / n;
                }
            }
            inOtherUnits(a, s, y, random);
            assertInOrder(a, s, y, trial);
        }
    }

    /** The same in other units, in which coefficients are far from 1 and each step may seem to gain. */
    private static void inOtherUnits(double[][] a, double[] s, double[] y, SplittableRandom random) {
        for (int i = 0; i < s.length; i++) {
            double units = Math.pow(10, random.nextInt(-3, 4));
            s[i] /= units;
            y[i] *= units;
            for (int j = 0; j < s.length; j++) {
                a[i][j] *= units;
                a[j][i] /= units;
            }
        }
    }

    private static double signed(SplittableRandom random, boolean signs) {
        return (signs && random.nextBoolean() ? -1 : 1) * random.nextDouble(0.05, 1);
    }

    private static void assertInOrder(double[][] a, double[] s, double[] y, int trial) {
        int n = a.length;
        Labels products = Labels.of(List.of("A", "B", "C").subList(0, n));
        TechnicalCoefficients economy = TechnicalCoefficients.of(
                LabelledMatrix.of("A", products, products, Units.of("kg"), SparseMatrix.of(a)),
                LabelledMatrix.of(
                        "S", Labels.of("Work"), products, Units.of("hours"), SparseMatrix.of(new double[][] {s})));
        LabelledVector demand = LabelledVector.of("y", products, Units.of("kg"), y);
        StructuralPaths paths =
                StructuralPaths.of(economy, "Work", demand, PathLimits.largest(8), SolveOptions.defaults());
        double[] all = all(a, s, y, 9);
        int expected = Math.min(8, all.length);
        assertThat(paths.paths()).as("trial %s", trial).hasSize(expected);
        double listed = 0;
        double magnitudes = 0;
        for (int k = 0; k < expected; k++) {
            double amount = paths.paths().get(k).amount().value();
            assertThat(Math.abs(amount)).as("trial %s, path %s", trial, k).isCloseTo(Math.abs(all[k]), within(1e-14));
            listed += amount;
            magnitudes += Math.abs(amount);
        }
        double rest = Arrays.stream(all).sum() - listed;
        double restOfMagnitudes = Arrays.stream(all).map(Math::abs).sum() - magnitudes;
        // Paths of more than nine deliveries are at most 2⁻¹⁰ of 2 n² in all.
        assertThat(paths.remainder().value()).isCloseTo(rest, within(2e-2));
        assertThat(paths.remainderMagnitude().value()).isCloseTo(restOfMagnitudes, within(2e-2));
        assertThat(paths.remainderMagnitude().value() + 1e-14)
                .isGreaterThanOrEqualTo(Math.abs(paths.remainder().value()));
    }

    @Test
    void allPathsOfAnEconomyWithoutLoops() {
        Economy economy = Economy.of(
                recipe("Ore").uses("Ore", 0).labour(2),
                recipe("Iron").uses("Ore", 3).labour(1),
                recipe("Tools").uses("Iron", 0.5).labour(4));
        StructuralPaths paths = StructuralPaths.of(economy.coefficients(), "Labour", "Tools", PathLimits.largest(100));

        assertThat(paths.paths()).extracting(path -> path.amount().value()).containsExactly(4.0, 3.0, 0.5);
        assertThat(paths.remainder().value()).isZero();
        assertThat(paths.largestUnlisted()).isZero();
    }

    @Test
    void limitsByShareAndCoverage() {
        LabelledVector exports = GERMANY.finalDemand().category("Exports");
        PathLimits many = PathLimits.largest(100_000);
        StructuralPaths large =
                StructuralPaths.of(ECONOMY, "CO2", exports, many.withSmallestShare(0.001), SolveOptions.defaults());
        StructuralPaths most =
                StructuralPaths.of(ECONOMY, "CO2", exports, many.withCoverage(0.9), SolveOptions.defaults());
        StructuralPaths stopped = StructuralPaths.of(
                ECONOMY, "CO2", exports, many.withListener(progress -> progress.done() < 512), SolveOptions.defaults());

        assertThat(large.paths()).allMatch(path -> path.share() >= 0.001);
        assertThat(large.largestUnlisted() / large.total().value()).isLessThan(0.001);
        double listed = most.paths().stream().mapToDouble(StructuralPath::share).sum();
        assertThat(listed).isGreaterThanOrEqualTo(0.9);
        assertThat(listed - most.paths().get(most.paths().size() - 1).share()).isLessThan(0.9);
        assertThat(stopped.paths()).hasSize(512);
    }

    @Test
    void mistakes() {
        assertThatThrownBy(() -> StructuralPaths.of(ECONOMY, "CO", "Trade", PathLimits.largest(1)))
                .hasMessageContaining("Did you mean 'CO2'?");
        assertThatThrownBy(() -> PathLimits.largest(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> PathLimits.largest(1).withCoverage(80)).hasMessageContaining("5% is 0.05");
        Economy hungry = Economy.of(recipe("Corn").uses("Corn", 1.1).labour(1));
        assertThatThrownBy(() -> StructuralPaths.of(hungry.coefficients(), "Labour", "Corn", PathLimits.largest(1)))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("'Corn'");
    }

    /** 0.1, 0.01, …: after 308 of them a double has no more digits, and 5000 paths were listed, most of them 0. */
    @Test
    void pathsThatUnderflowAreNotListed() {
        Economy loop = Economy.of(recipe("Steel").unit("t").uses("Steel", 0.1).extension("CO2", "kg", 1));

        StructuralPaths paths = StructuralPaths.of(loop.coefficients(), "CO2", "Steel", PathLimits.largest(5000));

        assertThat(paths.paths()).hasSizeBetween(306, 309);
        assertThat(paths.paths())
                .allSatisfy(
                        path -> assertThat(path.amount().relativeErrorBound()).isLessThan(1e-10));
        assertThat(paths.largestUnlisted()).isBetween(0.0, Double.MIN_NORMAL);
    }
}
