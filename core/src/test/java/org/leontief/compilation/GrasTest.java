package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.compilation.Balancing.columns;
import static org.leontief.compilation.Balancing.dense;
import static org.leontief.compilation.Balancing.prior;
import static org.leontief.compilation.Balancing.rows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.LabelledMatrix;
import org.leontief.solve.SparseMatrix;

class GrasTest {

    /** Goods, services, net taxes × goods, services, consumption, net exports: Junius and Oosterhaven 2003, table 1. */
    private static final double[][] JUNIUS_OOSTERHAVEN = {{7, 3, 5, -3}, {2, 9, 8, 1}, {-2, 0, 2, 1}};

    private static final double[] U = {15, 26, -1};
    private static final double[] V = {9, 16, 17, -2};

    private static BalancedMatrix juniusOosterhaven() {
        return Gras.balance(
                prior(JUNIUS_OOSTERHAVEN),
                rows(U),
                columns(V),
                BalancingOptions.defaults().withTolerance(0));
    }

    /** The example of Junius and Oosterhaven; the expected cells by Newton's method on the conditions of the optimum. */
    @Test
    void juniusAndOosterhavenTable1() {
        BalancedMatrix balanced = juniusOosterhaven().requireConverged();

        assertThat(dense(balanced.matrix()))
                .containsExactly(OptimumByNewton.of(SparseMatrix.of(JUNIUS_OOSTERHAVEN), U, V), within(1e-10));
        assertThat(balanced.report().largestError()).isLessThan(1e-14);
        assertThat(balanced.matrix().of("c", "B")).isZero();
        assertThat(balanced.matrix().of("a", "D")).isNegative();
    }

    /** Negative cells are divided by what positive cells are multiplied with. */
    @Test
    void negativeCellsTakeTheReciprocals() {
        BalancedMatrix balanced = juniusOosterhaven();

        double factor =
                balanced.rowMultipliers().of("a") * balanced.columnMultipliers().of("D");

        assertThat(balanced.matrix().of("a", "D")).isCloseTo(-3 / factor, within(1e-12));
        assertThat(balanced.matrix().of("a", "A"))
                .isCloseTo(
                        7
                                * balanced.rowMultipliers().of("a")
                                * balanced.columnMultipliers().of("A"),
                        within(1e-12));
    }

    /** With the objective of 2003 every cell would have been multiplied by 1 / e: Lenzen, Wood and Gallego 2007. */
    @Test
    void aPriorThatHasItsTotalsStaysAsItIs() {
        LabelledMatrix prior = prior(JUNIUS_OOSTERHAVEN);

        BalancedMatrix balanced = Gras.balance(prior, rows(12, 20, 1), columns(7, 12, 15, -1));

        assertThat(balanced.matrix()).isEqualTo(prior);
    }

    /** Near such a prior the change is small: continuous, where the objective of 2003 leaps. */
    @Test
    void aSmallChangeOfTotalsChangesLittle() {
        BalancedMatrix balanced =
                Gras.balance(prior(JUNIUS_OOSTERHAVEN), rows(12 + 1e-6, 20, 1), columns(7 + 1e-6, 12, 15, -1));

        assertThat(balanced.requireConverged().largestChanges(1).get(0).change())
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void withoutNegativeCellsItIsRas() {
        LabelledMatrix prior = prior(new double[] {1, 2, 0}, new double[] {3, 4, 5});

        assertThat(Gras.balance(prior, rows(5, 10), columns(4, 5, 6)).matrix())
                .isEqualTo(Ras.balance(prior, rows(5, 10), columns(4, 5, 6)).matrix());
    }

    /** Temurshoev, Miller and Bouwmeester 2013: a row without positive cells has r = −n / u. */
    @Test
    void rowsAndColumnsOfNegativeCellsOnly() {
        double[][] subsidies = {{4, 3, -1}, {5, 6, -2}, {-1, -2, 0}};
        double[] u = {7, 10, -5};
        double[] v = {9, 7, -4};

        BalancedMatrix balanced = Gras.balance(
                        prior(subsidies),
                        rows(u),
                        columns(v),
                        BalancingOptions.defaults().withTolerance(0))
                .requireConverged();

        assertThat(dense(balanced.matrix()))
                .containsExactly(OptimumByNewton.of(SparseMatrix.of(subsidies), u, v), within(1e-10));
        assertThat(balanced.matrix().of("c", "A") + balanced.matrix().of("c", "B"))
                .isCloseTo(-5, within(1e-13));
    }

    @Test
    void aTotalOfZeroWithCellsOfBothSignsKeepsThem() {
        double[][] cells = {{4, -3}, {5, 6}};

        BalancedMatrix balanced =
                Gras.balance(prior(cells), rows(0, 12), columns(8, 4)).requireConverged();

        assertThat(balanced.matrix().of("a", "A")).isPositive();
        assertThat(balanced.matrix().of("a", "B")).isCloseTo(-balanced.matrix().of("a", "A"), within(1e-10));
    }

    /** Taking the cells of row a away leaves column A with negative cells and the total 0, and so on. */
    @Test
    void zerosSpread() {
        double[][] cells = {{4, 0, 0}, {-3, 2, 0}, {0, 1, 5}};

        BalancedMatrix balanced =
                Gras.balance(prior(cells), rows(0, 2, 7), columns(0, 4, 5)).requireConverged();

        assertThat(dense(balanced.matrix())).containsExactly(new double[] {0, 0, 0, 0, 2, 0, 0, 2, 5}, within(1e-10));
        assertThat(balanced.report().notes()).hasSize(2);
    }

    @Test
    void wrongSignsAreNamed() {
        assertThatThrownBy(() ->
                        Gras.balance(prior(new double[] {4, 3}, new double[] {-1, -2}), rows(-2, 5), columns(1, 2)))
                .isInstanceOfSatisfying(
                        InfeasibleMarginsException.class,
                        e -> assertThat(e.conflicts())
                                .extracting(MarginConflict::kind)
                                .containsExactly(MarginConflict.Kind.WRONG_SIGN, MarginConflict.Kind.WRONG_SIGN))
                .hasMessageContaining("row 'a' is -2.0000 EUR, but all of its cells are positive")
                .hasMessageContaining("row 'b' is 5.0000 EUR, but all of its cells are negative");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOptimumOfRandomMatrices(long seed) {
        Random random = new Random(seed);
        SparseMatrix cells = RandomPriors.sparse(random, 6, 5, 0.6, 0.25);
        SparseMatrix other = RandomPriors.scaled(random, cells);
        double[] u = other.rowSums();
        double[] v = other.columnSums();

        BalancedMatrix balanced =
                Gras.balance(prior(cells), rows(u), columns(v)).requireConverged();

        assertThat(dense(balanced.matrix())).containsExactly(OptimumByNewton.of(cells, u, v), within(1e-7));
    }
}
