package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.compilation.Balancing.columns;
import static org.leontief.compilation.Balancing.prior;
import static org.leontief.compilation.Balancing.rows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Totals that no matrix can have are named by label, with the amount; and only those are refused. */
class InfeasibleMarginsTest {

    private static MarginConflict conflict(LabelledMatrix prior, double[] u, double[] v) {
        InfeasibleMarginsException e =
                catchThrowableOfType(InfeasibleMarginsException.class, () -> Gras.balance(prior, rows(u), columns(v)));
        assertThat(e).isNotNull();
        assertThat(e.conflicts()).hasSize(1);
        return e.conflicts().get(0);
    }

    @Test
    void aRowOfZerosCannotHaveATotal() {
        assertThatThrownBy(() ->
                        Ras.balance(prior(new double[] {1, 2}, new double[] {0, 0}), rows(5, 2), columns(3, 4)))
                .isInstanceOfSatisfying(InfeasibleMarginsException.class, e -> {
                    MarginConflict conflict = e.conflicts().get(0);
                    assertThat(conflict.kind()).isEqualTo(MarginConflict.Kind.NO_CELLS);
                    assertThat(conflict.rows()).containsExactly(Label.of("b"));
                    assertThat(conflict.amount()).isEqualTo(2);
                })
                .hasMessageContaining("'Prior'")
                .hasMessageContaining("The total of row 'b' is 2.0000 EUR, but no cell of it can be other than 0");
    }

    @Test
    void norAColumnWhoseRowsAreEmptied() {
        assertThatThrownBy(() ->
                        Ras.balance(prior(new double[] {1, 2}, new double[] {3, 0}), rows(0, 5), columns(3, 2)))
                .isInstanceOf(InfeasibleMarginsException.class)
                .hasMessageContaining("The total of column 'B' is 2.0000 EUR");
    }

    /** Rows a and b have cells in column A only, which takes 5 of the 6. */
    @Test
    void rowsThatExceedTheColumnTheyReach() {
        MarginConflict conflict = conflict(
                prior(new double[] {1, 0, 0}, new double[] {2, 0, 0}, new double[] {3, 4, 5}),
                new double[] {2, 4, 4},
                new double[] {5, 2, 3});

        assertThat(conflict.kind()).isEqualTo(MarginConflict.Kind.ROWS_EXCEED_COLUMNS);
        assertThat(conflict.rows()).containsExactly(Label.of("a"), Label.of("b"));
        assertThat(conflict.columns()).containsExactly(Label.of("A"));
        assertThat(conflict.asked()).isEqualTo(6);
        assertThat(conflict.possible()).isEqualTo(5);
        assertThat(conflict.toString())
                .contains("The rows 'a, b' are to add up to 6.0000 EUR", "in the columns 'A', which add up to 5.0000")
                .contains("1.0000 too much");
    }

    /** The smaller of the two sides of a contradiction is shown. */
    @Test
    void columnsThatExceedTheRowsTheyReach() {
        MarginConflict conflict = conflict(
                prior(new double[] {1, 1, 2, 1}, new double[] {0, 0, 2, 1}, new double[] {0, 0, 3, 5}),
                new double[] {3, 5, 5},
                new double[] {3, 2, 4, 4});

        assertThat(conflict.kind()).isEqualTo(MarginConflict.Kind.COLUMNS_EXCEED_ROWS);
        assertThat(conflict.columns()).containsExactly(Label.of("A"), Label.of("B"));
        assertThat(conflict.rows()).containsExactly(Label.of("a"));
        assertThat(conflict.amount()).isCloseTo(2, within(1e-12));
    }

    /** Two blocks that nothing joins, with the right sum over both and the wrong one in each. */
    @Test
    void blocksThatNothingJoins() {
        MarginConflict conflict = conflict(
                prior(new double[] {1, 2, 0}, new double[] {0, 0, 3}), new double[] {6, 4}, new double[] {2, 3, 5});

        assertThat(conflict.amount()).isCloseTo(1, within(1e-12));
    }

    /** A small contradiction takes long to show, but it is a proof all the same. */
    @Test
    void aThousandthTooMuch() {
        MarginConflict conflict = conflict(
                prior(new double[] {1, 0, 0}, new double[] {2, 1, 0}, new double[] {3, 4, 5}),
                new double[] {5.001, 1.999, 3},
                new double[] {5, 2, 3});

        assertThat(conflict.rows()).containsExactly(Label.of("a"));
        assertThat(conflict.amount()).isCloseTo(0.001, within(1e-9));
    }

    /** Row a has its positive cell in A, and A no negative cell: a cannot exceed A, whatever it takes away in B. */
    @Test
    void negativeCellsElsewhereDoNotHelp() {
        double[] u = {10, 4};
        double[] v = {8, 6};

        MarginConflict conflict = conflict(prior(new double[] {2, -1}, new double[] {3, 4}), u, v);

        assertThat(conflict.kind()).isEqualTo(MarginConflict.Kind.ROWS_EXCEED_COLUMNS);
        assertThat(conflict.rows()).containsExactly(Label.of("a"));
        assertThat(conflict.columns()).containsExactly(Label.of("A"));
        assertThat(conflict.amount()).isEqualTo(2);
        // With a negative cell in A the same totals can be met.
        assertThat(Gras.balance(prior(new double[] {2, -1}, new double[] {-3, 4}), rows(u), columns(v))
                        .report()
                        .stop()
                        .isSuccess())
                .isTrue();
    }

    /** Compared with all groups of rows and columns, one by one; also where a group is just full. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void exactlyTheContradictionsThatAllGroupsShow(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        int balanced = 0;
        int groups = 0;
        int largest = 0;
        for (int trial = 0; trial < 40; trial++) {
            SparseMatrix cells = RandomPriors.sparse(random, 4, 4, 0.2, trial % 2 == 0 ? 0 : 0.3);
            double[] u = totals(random, cells.rowSums());
            double[] v = totals(random, cells.columnSums());
            v[3] = 0;
            double left = Arrays.stream(u).sum() - Arrays.stream(v).sum();
            v[3] = left;
            double excess = AllGroups.largestExcess(cells, u, v);
            if (excess > 1e-9) {
                refused++;
                InfeasibleMarginsException e = catchThrowableOfType(
                        InfeasibleMarginsException.class, () -> Gras.balance(prior(cells), rows(u), columns(v)));
                assertThat(e).as("excess %s", excess).isNotNull();
                MarginConflict first = e.conflicts().get(0);
                if (first.kind() == MarginConflict.Kind.ROWS_EXCEED_COLUMNS
                        || first.kind() == MarginConflict.Kind.COLUMNS_EXCEED_ROWS) {
                    // Every group is a proof; the one shown need not be the largest, but mostly is.
                    assertThat(first.amount()).isLessThanOrEqualTo(excess + 1e-9);
                    groups++;
                    largest += first.amount() > excess - 1e-9 ? 1 : 0;
                }
            } else {
                balanced++;
                assertThat(Gras.balance(prior(cells), rows(u), columns(v))
                                .report()
                                .stop()
                                .isSuccess())
                        .as("excess %s", excess)
                        .isTrue();
            }
        }
        assertThat(refused).isPositive();
        assertThat(balanced).isPositive();
        assertThat(largest).isGreaterThanOrEqualTo(groups * 9 / 10);
    }

    /** Whole numbers, so that sums are exact. */
    private static double[] totals(Random random, double[] sums) {
        double[] totals = new double[sums.length];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = Math.rint(sums[i] * (0.6 + 0.8 * random.nextDouble()));
        }
        return totals;
    }

    /** Ten thousand rows and columns with a contradiction between a few of them. */
    @Test
    void tenThousandRowsAndColumnsWithAFewThatContradict() {
        int n = 10_000;
        Random random = new Random(5);
        SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
        double[] u = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            boolean[] taken = new boolean[n];
            // The last ten rows reach three columns only.
            for (int k = 0; k < 20; k++) {
                int j = i >= n - 10 ? random.nextInt(3) : random.nextInt(n);
                if (!taken[j]) {
                    taken[j] = true;
                    double value = 1 + random.nextDouble();
                    builder.add(i, j, value);
                    u[i] += value * (0.8 + 0.4 * random.nextDouble());
                    v[j] += value;
                }
            }
        }
        double sum = Arrays.stream(u).sum();
        double factor = sum / Arrays.stream(v).sum();
        for (int j = 0; j < n; j++) {
            v[j] *= factor;
        }
        SparseMatrix cells = builder.build();
        double[] infeasible = u.clone();
        infeasible[n - 1] += 500;
        infeasible[0] -= 10;
        for (int i = 0; i < 490; i++) {
            infeasible[i + 1] -= 1;
        }

        BalancedMatrix balanced = Ras.balance(prior(cells), rows(u), columns(v));
        MarginConflict conflict = conflict(prior(cells), infeasible, v);

        assertThat(balanced.report().stop().isSuccess()).isTrue();
        assertThat(conflict.rows())
                .hasSizeBetween(1, 10)
                .contains(prior(cells).rows().get(n - 1));
        assertThat(conflict.columns()).hasSizeBetween(1, 3);
        assertThat(conflict.amount()).isGreaterThan(300);
    }
}
