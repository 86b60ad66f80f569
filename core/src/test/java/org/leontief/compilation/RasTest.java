package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.leontief.compilation.Balancing.EUR;
import static org.leontief.compilation.Balancing.columns;
import static org.leontief.compilation.Balancing.dense;
import static org.leontief.compilation.Balancing.prior;
import static org.leontief.compilation.Balancing.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.solve.StopReason;

class RasTest {

    /** After Miller and Blair 2009, section 7.4: A(0), outputs, and totals of the later year. */
    private static final SparseMatrix MILLER_BLAIR = SparseMatrix.of(
                    new double[][] {{0.120, 0.100, 0.049}, {0.210, 0.247, 0.265}, {0.026, 0.249, 0.145}})
            .scaleColumns(new double[] {421, 284, 283});

    private static BalancedMatrix millerBlair() {
        return Ras.balance(
                prior(MILLER_BLAIR),
                rows(245, 136, 159),
                columns(251, 107, 182),
                BalancingOptions.defaults().withTolerance(0));
    }

    /** Recomputed by maximising the dual of the entropy problem. */
    @Test
    void millerAndBlairSection74() {
        BalancedMatrix balanced = millerBlair().requireConverged();

        assertThat(dense(balanced.matrix()))
                .containsExactly(
                        new double[] {
                            165.21014820116213, 34.613604639477764, 45.1762471593601,
                            63.52861968216023, 18.786177953401445, 53.68520236443833,
                            22.26123211667764, 53.60021740712079, 83.13855047620157
                        },
                        within(1e-12));
        assertThat(balanced.matrix().of("a", "A") / 421).isCloseTo(0.39242315487211904, within(1e-14));
        assertThat(balanced.report().stop().isSuccess()).isTrue();
        assertThat(balanced.report().largestError()).isLessThan(1e-14);
        assertThat(balanced.report().iterations()).isBetween(5, 60);
    }

    /** X is r̂ A ŝ: every 2 × 2 minor keeps its ratio of products. */
    @Test
    void theResultIsTheMultipliersTimesThePrior() {
        BalancedMatrix balanced = millerBlair();

        for (String i : List.of("a", "b", "c")) {
            for (String j : List.of("A", "B", "C")) {
                double product = balanced.rowMultipliers().of(i)
                        * balanced.prior().of(i, j)
                        * balanced.columnMultipliers().of(j);
                assertThat(balanced.matrix().of(i, j)).isCloseTo(product, within(1e-12));
            }
        }
        assertThat(balanced.rowMultipliers().units()).isEqualTo(Units.NONE);
        assertThat(balanced.matrix().rowUnits()).isEqualTo(EUR);
    }

    @Test
    void theLargestChangesComeFirst() {
        BalancedMatrix balanced = millerBlair();

        List<ChangedCell> changes = balanced.largestChanges(3);

        assertThat(changes).hasSize(3);
        assertThat(changes.get(0).row().name()).isEqualTo("a");
        assertThat(changes.get(0).column().name()).isEqualTo("A");
        assertThat(changes.get(0).before()).isEqualTo(0.12 * 421);
        assertThat(changes.get(0).change()).isCloseTo(165.21014820116213 - 50.52, within(1e-9));
        assertThat(balanced.largestChanges(100)).hasSize(9);
        assertThat(balanced.toString())
                .contains("RAS: ", "Largest changes (EUR):\n  a → A: 50.5200 → 165.210 (+114.690, × 3.270)");
    }

    @Test
    void aPriorThatHasItsTotalsStaysAsItIs() {
        LabelledMatrix prior = prior(new double[] {1, 2}, new double[] {3, 4});

        BalancedMatrix balanced = Ras.balance(prior, rows(3, 7), columns(4, 6));

        assertThat(balanced.matrix()).isEqualTo(prior);
        assertThat(balanced.report().iterations()).isZero();
        assertThat(balanced.largestChanges(5)).isEmpty();
    }

    @Test
    void totalsAreJoinedByLabel() {
        LabelledMatrix prior = prior(new double[] {1, 2}, new double[] {3, 4});
        LabelledVector backwards = LabelledVector.of("Row totals", Labels.of("b", "a"), EUR, 8, 2);

        LabelledMatrix balanced =
                Ras.balance(prior, backwards, columns(5, 5)).requireConverged().matrix();

        assertThat(balanced.rowTotals().of("a")).isCloseTo(2, within(1e-11));
        assertThat(balanced.rowTotals().of("b")).isCloseTo(8, within(1e-11));
    }

    @Test
    void labelsAndUnitsMustFit() {
        LabelledMatrix prior = prior(new double[] {1, 2}, new double[] {3, 4});

        assertThatThrownBy(
                        () -> Ras.balance(prior, LabelledVector.of("u", Labels.of("a", "x"), EUR, 5, 5), columns(5, 5)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("missing there: b")
                .hasMessageContaining("not known here: x");
        assertThatThrownBy(() -> Ras.balance(
                        prior, LabelledVector.of("u", prior.rows(), Units.of("thousand EUR"), 5, 5), columns(5, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'u' is in thousand EUR where EUR is needed");
        LabelledMatrix mixed =
                LabelledMatrix.of("Mixed", prior.rows(), prior.columns(), Units.perLabel("t", "kWh"), prior.matrix());
        assertThatThrownBy(() -> Ras.balance(mixed, rows(5, 5), columns(5, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different units (t, kWh)");
    }

    @Test
    void aNegativeCellIsNamedAndGrasRecommended() {
        assertThatThrownBy(() ->
                        Ras.balance(prior(new double[] {1, 2}, new double[] {-3, 4}), rows(3, 1), columns(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-3.0 in row 'b' and column 'A'")
                .hasMessageContaining("Gras.balance");
    }

    @Test
    void aTotalOfZeroEmptiesItsRow() {
        BalancedMatrix balanced = Ras.balance(
                        prior(new double[] {1, 2}, new double[] {3, 4}), rows(0, 10), columns(4, 6))
                .requireConverged();

        assertThat(dense(balanced.matrix())).containsExactly(new double[] {0, 0, 4, 6}, within(1e-12));
        assertThat(balanced.rowMultipliers().of("a")).isZero();
        assertThat(balanced.report().notes()).singleElement().asString().contains("All cells are 0 in 1 row", ": a.");
    }

    /**
     * Row b takes up column B, so nothing is left there for row a. Scaling rows and columns in turn comes closer by 1 / k only;
     * found out, it is a matter of few iterations.
     */
    @Test
    void cellsThatTendToZeroAreFoundOut() {
        BalancedMatrix balanced = Ras.balance(
                        prior(new double[] {1, 1, 2}, new double[] {0, 1, 0}, new double[] {3, 1, 1}),
                        rows(3, 1, 4),
                        columns(4, 1, 3))
                .requireConverged();

        assertThat(balanced.matrix().of("a", "B")).isZero();
        assertThat(balanced.matrix().of("c", "B")).isZero();
        assertThat(balanced.matrix().of("b", "B")).isCloseTo(1, within(1e-12));
        assertThat(balanced.report().iterations()).isLessThan(100);
        assertThat(balanced.report().notes()).singleElement().asString().startsWith("2 cells are 0, since the rows");
    }

    /**
     * Two regions that hardly trade, and twice as much trade wanted: rows and columns in turn would take some hundred thousand
     * iterations. The trade of region 1 into 2 is known beforehand: what its rows deliver less what its columns get, and what
     * comes back.
     */
    @Test
    void regionsThatHardlyTradeDoNotTakeForEver() {
        int n = 12;
        Random random = new Random(2);
        double[][] cells = new double[n][n];
        double[][] other = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean isTrade = i < n / 2 != j < n / 2;
                cells[i][j] = (1 + random.nextDouble()) * (isTrade ? 1e-5 : 1);
                other[i][j] = cells[i][j] * (isTrade && i < n / 2 ? 3 : 0.8 + 0.4 * random.nextDouble());
            }
        }
        SparseMatrix wanted = SparseMatrix.of(other);

        BalancedMatrix balanced = Ras.balance(
                        prior(cells),
                        rows(wanted.rowSums()),
                        columns(wanted.columnSums()),
                        BalancingOptions.defaults().withTolerance(1e-13))
                .requireConverged();

        assertThat(balanced.report().iterations()).isBetween(65, 500);
        // Biproportional: trade out times trade back keeps its ratio to what stays, beside the totals.
        double[] x = dense(balanced.matrix());
        double[] a = dense(prior(cells));
        int out = n - 1;
        int back = (n - 1) * n;
        int stay = 0;
        int there = n * n - 1;
        assertThat(x[out] * x[back] / x[stay] / x[there])
                .isCloseTo(a[out] * a[back] / a[stay] / a[there], withinPercentage(1e-8));
        double net = 0;
        double expected = 0;
        for (int i = 0; i < n / 2; i++) {
            for (int j = n / 2; j < n; j++) {
                net += x[i * n + j] - x[j * n + i];
                expected += other[i][j] - other[j][i];
            }
        }
        assertThat(net).isCloseTo(expected, within(1e-10));
        assertThat(expected).isGreaterThan(5e-4);
    }

    /** The totals of the transposed problem are the same, so its result is the transposed result. */
    @Test
    void transposingCommutesWithBalancing() {
        Random random = new Random(7);
        SparseMatrix matrix = RandomPriors.sparse(random, 30, 20, 0.3, 0);
        double[] u = RandomPriors.scaled(random, matrix).rowSums();
        double[] v = matrix.columnSums();
        double factor = Arrays.stream(u).sum() / Arrays.stream(v).sum();
        for (int j = 0; j < v.length; j++) {
            v[j] *= factor;
        }

        // The totals come from different matrices with the same pattern; rows may exceed what columns take only by
        // chance.
        LabelledMatrix upright = Ras.balance(prior(matrix), rows(u), columns(v))
                .requireConverged()
                .matrix();
        LabelledMatrix lying = Ras.balance(prior(matrix.transpose()), rows(v), columns(u))
                .requireConverged()
                .matrix();

        assertThat(dense(upright)).containsExactly(lying.matrix().transpose().toDense().data, within(1e-7));
    }

    @Test
    void itCanBeWatchedStoppedAndLimited() {
        List<Double> errors = new ArrayList<>();
        BalancingOptions watched = BalancingOptions.defaults().withListener(progress -> {
            errors.add(progress.measure());
            return errors.size() < 4;
        });

        BalancedMatrix stopped = Ras.balance(prior(MILLER_BLAIR), rows(245, 136, 159), columns(251, 107, 182), watched);

        assertThat(stopped.report().stop()).isEqualTo(StopReason.CANCELLED);
        assertThat(stopped.report().iterations()).isEqualTo(3);
        assertThat(errors).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        BalancedMatrix limited = Ras.balance(
                prior(MILLER_BLAIR),
                rows(245, 136, 159),
                columns(251, 107, 182),
                BalancingOptions.defaults().withIterationLimit(2));
        assertThat(limited.report().stop()).isEqualTo(StopReason.ITERATION_LIMIT);
        assertThatThrownBy(limited::requireConverged)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ITERATION_LIMIT after 2 iterations")
                .hasMessageContaining("row '");
    }

    @Test
    void sumsOfTotalsThatDifferAreRefusedOrMovedByPolicy() {
        LabelledMatrix prior = prior(new double[] {1, 2}, new double[] {3, 4});

        assertThatThrownBy(() -> Ras.balance(prior, rows(3, 8), columns(4, 6)))
                .isInstanceOfSatisfying(
                        InfeasibleMarginsException.class,
                        e -> assertThat(e.conflicts()).singleElement().satisfies(conflict -> {
                            assertThat(conflict.kind()).isEqualTo(MarginConflict.Kind.TOTALS_DIFFER);
                            assertThat(conflict.amount()).isCloseTo(1, within(1e-12));
                        }))
                .hasMessageContaining("11.0000")
                .hasMessageContaining("10.0000")
                .hasMessageContaining("a difference of 1.0000 EUR");
        BalancedMatrix moved = Ras.balance(
                        prior,
                        rows(3, 8),
                        columns(4, 6),
                        BalancingOptions.defaults().withMargins(MarginPolicy.ADJUST_ROW_TOTALS))
                .requireConverged();
        assertThat(moved.matrix().columnTotals().of("A")).isCloseTo(4, within(1e-11));
        assertThat(moved.matrix().rowTotals().of("a")).isCloseTo(3 * 10 / 11.0, within(1e-11));
        assertThat(moved.report().notes()).singleElement().asString().contains("row totals were moved by -1.00000 EUR");
    }

    @Test
    void everyRunHasTheSameBits() {
        assertThat(millerBlair().matrix()).isEqualTo(millerBlair().matrix());
    }

    /** What the tolerance lets pass moves a total all the same, and the report says which side and by how much. */
    @Test
    void totalsThatDifferWithinTheToleranceMoveWithANote() {
        BalancingOptions options = BalancingOptions.defaults().withTolerance(1e-3);

        BalancedMatrix balanced =
                Ras.balance(prior(new double[] {1, 2}, new double[] {3, 4}), rows(40, 60.05), columns(50, 50), options);

        assertThat(balanced.report().notes())
                .singleElement()
                .asString()
                .contains("row totals were moved by -0.0500000 EUR")
                .contains("the tolerance allows that");
        double[] halves = {0.1 + 0.2, 0.3};
        assertThat(Ras.balance(prior(new double[] {1, 2}, new double[] {3, 4}), rows(halves), columns(0.25, 0.35))
                        .report()
                        .notes())
                .isEmpty();
    }

    /**
     * Each row shares a column with the next only, and is to become nearly separate from it: multipliers run over hundreds of powers
     * of e. Steps that were kept to two powers each came to the limit of iterations.
     */
    @Test
    void aLongChainOfRowsIsBalanced() {
        int n = 100;
        SplittableRandom random = new SplittableRandom(0);
        SparseMatrixBuilder chain = SparseMatrix.builder(n, n);
        double[] u = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j <= Math.min(n - 1, i + 1); j++) {
                chain.add(i, j, random.nextDouble(0.1, 1));
                double wanted = j == i ? 1 : 1e-3;
                u[i] += wanted;
                v[j] += wanted;
            }
        }

        BalancedMatrix balanced = Ras.balance(
                        prior(chain.build()),
                        rows(u),
                        columns(v),
                        BalancingOptions.defaults().withTolerance(1e-10))
                .requireConverged();

        // There are as many cells as totals less one, so that the totals alone say what is in them.
        for (int i = 0; i + 1 < n; i++) {
            assertThat(balanced.matrix().matrix().get(i, i)).isCloseTo(1, within(1e-6));
            assertThat(balanced.matrix().matrix().get(i, i + 1)).isCloseTo(1e-3, within(1e-6));
        }
        assertThat(balanced.report().notes())
                .singleElement()
                .asString()
                .contains("after 64 iterations Newton's method took turns with them");
    }

    /** The rows have their totals from the beginning, the columns have not; and the other way round. */
    @Test
    void bothSidesAreLookedAtBeforeItIsDone() {
        LabelledMatrix prior = prior(new double[] {1, 2}, new double[] {3, 4});

        LabelledMatrix byColumns =
                Ras.balance(prior, rows(3, 7), columns(5, 5)).requireConverged().matrix();
        LabelledMatrix byRows =
                Ras.balance(prior, rows(5, 5), columns(4, 6)).requireConverged().matrix();

        assertThat(byColumns.columnTotals().of("A")).isCloseTo(5, within(1e-11));
        assertThat(byColumns.rowTotals().of("a")).isCloseTo(3, within(1e-11));
        assertThat(byRows.rowTotals().of("b")).isCloseTo(5, within(1e-11));
    }

    /** The last row has a column of its own, which fits at once; the rows before it take their time. */
    @Test
    void oneRowThatFitsDoesNotEndIt() {
        LabelledMatrix prior = prior(new double[] {1, 2, 0}, new double[] {3, 1, 0}, new double[] {0, 0, 5});

        LabelledMatrix balanced = Ras.balance(prior, rows(4, 9, 5), columns(6, 7, 5))
                .requireConverged()
                .matrix();

        assertThat(balanced.rowTotals().of("a")).isCloseTo(4, within(1e-11));
        assertThat(balanced.rowTotals().of("b")).isCloseTo(9, within(1e-11));
        assertThat(balanced.columnTotals().of("A")).isCloseTo(6, within(1e-11));
    }
}
