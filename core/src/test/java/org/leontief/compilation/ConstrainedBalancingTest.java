package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.compilation.Balancing.EUR;
import static org.leontief.compilation.Balancing.columns;
import static org.leontief.compilation.Balancing.dense;
import static org.leontief.compilation.Balancing.prior;
import static org.leontief.compilation.Balancing.rows;

import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;

class ConstrainedBalancingTest {

    private static final double[][] CELLS = {{10, 20, 5}, {8, 0, 12}, {3, 6, -4}};

    private static LabelledMatrix cells() {
        return prior(CELLS);
    }

    /** Row and column totals alone, exact and without standard errors: the objective of GRAS, reached by another method. */
    @Test
    void withRowAndColumnTotalsItIsGras() {
        double[] u = {40, 22, 6};
        double[] v = {25, 28, 15};

        ReconciledMatrix found = ConstrainedBalancing.of(cells())
                .rowTotals(rows(u))
                .columnTotals(columns(v))
                .balance()
                .requireConverged();

        assertThat(dense(found.matrix()))
                .containsExactly(
                        dense(Gras.balance(cells(), rows(u), columns(v)).matrix()), within(1e-9));
        assertThat(found.unmet()).isEmpty();
    }

    /** A known block beside the totals, as in the three-stage RAS of Bacharach. */
    @Test
    void aBlockOfCellsIsHeldToItsTotal() {
        ReconciledMatrix found = ConstrainedBalancing.of(cells())
                .rowTotals(rows(40, 22, 6))
                .columnTotals(columns(25, 28, 15))
                .with(CellConstraint.of("Upper left", 24, "EUR").cells(List.of("a", "b"), List.of("A")))
                .balance()
                .requireConverged();

        assertThat(found.matrix().of("a", "A") + found.matrix().of("b", "A")).isCloseTo(24, within(1e-9));
        assertThat(found.matrix().rowTotals().toArray()).containsExactly(new double[] {40, 22, 6}, within(1e-9));
        assertThat(found.matrix().columnTotals().toArray()).containsExactly(new double[] {25, 28, 15}, within(1e-9));
        assertThat(found.matrix().of("b", "B")).isZero();
        assertThat(found.matrix().of("c", "C")).isNegative();
        assertThat(found.outcome("Upper left").adjustment()).isCloseTo(0, within(1e-9));
    }

    /** ln z_j is a combination of the coefficients of the constraints: the form of the optimum. */
    @Test
    void coefficientsMayBeAnything() {
        ReconciledMatrix found = ConstrainedBalancing.of(cells())
                .with(CellConstraint.of("Difference", 7, "EUR")
                        .cell("a", "B", 2)
                        .cell("b", "C", -3))
                .balance()
                .requireConverged();

        double aB = found.matrix().of("a", "B");
        double bC = found.matrix().of("b", "C");
        assertThat(2 * aB - 3 * bC).isCloseTo(7, within(1e-10));
        assertThat(Math.log(aB / 20) / 2).isCloseTo(Math.log(bC / 12) / -3, within(1e-11));
        assertThat(found.matrix().of("a", "A")).isEqualTo(10);
    }

    /**
     * Two sources for the same sum, 100 ± 3 and 112 ± 4, and cells of 60 and 40 known to a tenth. With wide cells the compromise is
     * the mean weighted by 1 / τ².
     */
    @Test
    void contradictoryTotalsMeetByTheirReliability() {
        LabelledMatrix two = prior(new double[] {60, 40});
        CellConstraint first = CellConstraint.of("First", 100, "EUR").row("a").withStandardError(3);
        CellConstraint second = CellConstraint.of("Second", 112, "EUR").row("a").withStandardError(4);

        ReconciledMatrix wide = ConstrainedBalancing.of(two)
                .withRelativeCellError(1000)
                .with(List.of(first, second))
                .balance()
                .requireConverged();

        double mean = (100 / 9.0 + 112 / 16.0) / (1 / 9.0 + 1 / 16.0);
        assertThat(wide.matrix().rowTotals().of("a")).isCloseTo(mean, within(1e-4));
        assertThat(wide.outcome("First").standardErrors()).isCloseTo((mean - 100) / 3, within(1e-4));
        assertThat(wide.largestAdjustments(5))
                .extracting(ConstraintOutcome::name)
                .containsExactly("Second", "First");
    }

    /** Close to the prior it is generalised least squares: x = a + V Gᵀ (G V Gᵀ + T)⁻¹ (c − G a), Stone and others 1942. */
    @Test
    void smallAdjustmentsAreThoseOfStone() {
        double scale = 1e-5;
        DMatrixRMaj g = new DMatrixRMaj(
                new double[][] {{1, 1, 1, 0, 0, 0, 0, 0, 0}, {1, 0, 0, 1, 0, 0, 1, 0, 0}, {0, 1, 0, 0, 0, 1, 0, 0, -1}
                });
        double[] c = {35 * (1 + scale), 21 * (1 - 2 * scale), 36 + 30 * scale};
        double[] tau = {0, 0.3, 0.5};
        double[] a = dense(cells());
        DMatrixRMaj covariance = new DMatrixRMaj(9, 9);
        for (int p = 0; p < 9; p++) {
            covariance.set(p, p, 0.01 * a[p] * a[p]);
        }
        DMatrixRMaj left = new DMatrixRMaj(9, 3);
        CommonOps_DDRM.multTransB(covariance, g, left);
        DMatrixRMaj normal = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(g, left, normal);
        DMatrixRMaj right = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.mult(g, new DMatrixRMaj(9, 1, true, a), right);
        for (int k = 0; k < 3; k++) {
            normal.add(k, k, tau[k] * tau[k]);
            right.set(k, c[k] - right.get(k));
        }
        DMatrixRMaj multipliers = new DMatrixRMaj(3, 1);
        CommonOps_DDRM.solve(normal, right, multipliers);
        DMatrixRMaj change = new DMatrixRMaj(9, 1);
        CommonOps_DDRM.mult(left, multipliers, change);

        ReconciledMatrix found = ConstrainedBalancing.of(cells())
                .withRelativeCellError(0.1)
                .with(CellConstraint.of("Row", c[0], "EUR").row("a"))
                .with(CellConstraint.of("Column", c[1], "EUR").column("A").withStandardError(tau[1]))
                .with(CellConstraint.of("Mixed", c[2], "EUR")
                        .cell("a", "B")
                        .cell("b", "C")
                        .cell("c", "C", -1)
                        .withStandardError(tau[2]))
                .balance()
                .requireConverged();

        double[] x = dense(found.matrix());
        for (int p = 0; p < 9; p++) {
            assertThat(x[p] - a[p]).isCloseTo(change.get(p), within(1e-8));
        }
        assertThat(change.get(0)).isNotCloseTo(0, within(1e-5));
    }

    @Test
    void cellsWithoutErrorStayAsTheyAre() {
        LabelledMatrix errors =
                LabelledMatrix.of("Errors", cells().rows(), cells().columns(), EUR, SparseMatrix.of(new double[][] {
                    {0, 2, 1}, {1, 0, 1}, {1, 1, 1}
                }));

        ReconciledMatrix found = ConstrainedBalancing.of(cells())
                .withCellErrors(errors)
                .rowTotals(rows(40, 22, 6))
                .balance()
                .requireConverged();

        assertThat(found.matrix().of("a", "A")).isEqualTo(10);
        assertThat(found.matrix().of("a", "B") + found.matrix().of("a", "C")).isCloseTo(30, within(1e-10));
        // σ² of a B is four times that of a C.
        assertThat(Math.log(found.matrix().of("a", "B") / 20) * 20 / 4)
                .isCloseTo(Math.log(found.matrix().of("a", "C") / 5) * 5, within(1e-9));
    }

    @Test
    void exactTotalsThatContradictEachOtherAreNamed() {
        ReconciledMatrix found = ConstrainedBalancing.of(cells())
                .rowTotals(rows(40, 22, 6))
                .with(CellConstraint.of("Part of a", 45, "EUR").cell("a", "A").cell("a", "B"))
                .balance();

        assertThat(found.report().stop()).isEqualTo(StopReason.STAGNATED);
        assertThat(found.contradiction()).extracting(ConstraintOutcome::name).containsExactly("row 'a'", "Part of a");
        assertThat(found.report().notes())
                .containsExactly("2 exact totals contradict each other, by 5.00000 EUR: see contradiction().");
        assertThat(found.unmet()).isNotEmpty();
        assertThatThrownBy(found::requireConverged)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Part of a")
                .hasMessageContaining("Give those that you trust least a standard error");
    }

    /** With standard errors the same contradiction has an answer. */
    @Test
    void andHaveACompromiseWhenTheyHaveStandardErrors() {
        ReconciledMatrix found = ConstrainedBalancing.of(cells())
                .withRelativeCellError(0.5)
                .rowTotals(rows(40, 22, 6), rows(1, 0, 0))
                .with(CellConstraint.of("Part of a", 45, "EUR")
                        .cell("a", "A")
                        .cell("a", "B")
                        .withStandardError(2))
                .balance()
                .requireConverged();

        assertThat(found.outcome("row 'b'").adjustment()).isCloseTo(0, within(1e-9));
        assertThat(found.outcome("row 'a'").adjustment()).isBetween(0.5, 3.0);
        assertThat(found.outcome("Part of a").adjustment()).isBetween(-10.0, -3.0);
        assertThat(found.matrix().of("a", "C")).isPositive();
    }

    @Test
    void aTotalOfZeroEmptiesItsCells() {
        ReconciledMatrix found = ConstrainedBalancing.of(cells())
                .rowTotals(rows(40, 0, 6))
                .balance()
                .requireConverged();

        assertThat(found.matrix().of("b", "A")).isZero();
        assertThat(found.matrix().of("b", "C")).isZero();
        assertThat(found.report().notes()).singleElement().asString().contains("2 cells are 0");
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        ConstrainedBalancing balancing = ConstrainedBalancing.of(cells());

        assertThatThrownBy(balancing::balance).hasMessageContaining("no constraints");
        assertThatThrownBy(() -> balancing
                        .with(CellConstraint.of("b", 5, "EUR").row("b").withStandardError(1))
                        .balance())
                .hasMessageContaining("withRelativeCellError(0.1)");
        assertThatThrownBy(() ->
                        balancing.with(CellConstraint.of("b", 5, "t").row("b")).balance())
                .hasMessageContaining("'b' is in t where EUR is needed");
        assertThatThrownBy(() -> balancing
                        .with(CellConstraint.of("b", 5, "EUR").cell("b", "B"))
                        .balance())
                .hasMessageContaining("row 'b' and column 'B', which is 0 in 'Prior'");
        assertThatThrownBy(() -> balancing
                        .with(CellConstraint.of("b", 5, "EUR").row("b").cell("b", "A"))
                        .balance())
                .hasMessageContaining("stands twice in 'b'");
        assertThatThrownBy(() -> balancing
                        .with(CellConstraint.of("b", 5, "EUR").cell("b", "D"))
                        .balance())
                .isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> balancing
                        .with(CellConstraint.of("b", -5, "EUR").row("b"))
                        .balance())
                .hasMessageContaining("The total of b is -5.0 and exact")
                .hasMessageContaining("keep their sign");
        assertThatThrownBy(() -> CellConstraint.of("x", Double.NaN, "EUR")).hasMessageContaining("NaN");
        assertThatThrownBy(() -> CellConstraint.of("x", 1, "EUR").withStandardError(-1))
                .hasMessageContaining("-1.0");
    }

    /** Many totals and blocks of a larger table, against GRAS with one of the blocks taken out beforehand. */
    @Test
    void aFixedBlockIsGrasForTheRest() {
        Random random = new Random(3);
        SparseMatrix matrix = RandomPriors.sparse(random, 40, 30, 0.3, 0.1);
        SparseMatrix other = RandomPriors.scaled(random, matrix);
        double[] u = other.rowSums();
        double[] v = other.columnSums();
        LabelledMatrix prior = prior(matrix);
        SparseMatrix withoutFirst = without(matrix);
        // Cell (0, 0) is known: the number that the totals were made with.
        double known = other.get(0, 0);
        double[] lessU = u.clone();
        double[] lessV = v.clone();
        lessU[0] -= known;
        lessV[0] -= known;

        ReconciledMatrix found = ConstrainedBalancing.of(prior)
                .rowTotals(rows(u))
                .columnTotals(columns(v))
                .with(CellConstraint.of("Known", known, "EUR")
                        .cell(prior.rows().get(0).name(), prior.columns().get(0).name()))
                .balance()
                .requireConverged();
        LabelledMatrix expected = Gras.balance(prior(withoutFirst), rows(lessU), columns(lessV))
                .requireConverged()
                .matrix();

        assertThat(without(found.matrix().matrix()).toDense().data)
                .containsExactly(expected.matrix().toDense().data, within(1e-7));
        assertThat(found.report().iterations()).isLessThan(40);
    }

    private static SparseMatrix without(SparseMatrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        matrix.forEach((i, j, value) -> rows[i][j] = i == 0 && j == 0 ? 0 : value);
        return SparseMatrix.of(rows);
    }
}
