package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;

/** A planning programme written out, and what is refused. */
class LeontiefProgrammeTest {

    private static final SparseMatrix A = SparseMatrix.of(new double[][] {{0.5, 0.25}, {0, 0.125}});

    private static LeontiefProgramme.Builder builder() {
        return LeontiefProgramme.builder(Sense.MINIMISE, LeontiefSystem.of(A));
    }

    @Test
    void isWrittenOutWithOutputsThenDeliveriesThenActivities() {
        LinearProgramme written = builder()
                .outputs(new double[] {1, 2}, new double[] {3, 4})
                .deliveries(new double[] {5, 6}, new double[] {7, 8})
                .outputObjective(new double[] {9, 10})
                .deliveryObjective(new double[] {11, 12})
                .resources(SparseMatrix.of(new double[][] {{13, 14}}), new double[] {15}, new double[] {16})
                .activities(
                        SparseMatrix.of(new double[][] {{17}, {0}}),
                        SparseMatrix.of(new double[][] {{18}}),
                        new double[] {19},
                        new double[] {20},
                        new double[] {21})
                .build()
                .toLinearProgramme();

        assertThat(written.matrix()).isEqualTo(SparseMatrix.of(new double[][] {
            {0.5, -0.25, -1, 0, -17}, {0, 0.875, 0, -1, 0}, {13, 14, 0, 0, 18}
        }));
        assertThat(written.sense()).isEqualTo(Sense.MINIMISE);
        double[][] columns = {{1, 3, 9}, {2, 4, 10}, {5, 7, 11}, {6, 8, 12}, {19, 20, 21}};
        for (int j = 0; j < columns.length; j++) {
            assertThat(new double[] {written.columnLower(j), written.columnUpper(j), written.objective(j)})
                    .containsExactly(columns[j]);
        }
        double[][] rows = {{0, 0}, {0, 0}, {15, 16}};
        for (int i = 0; i < rows.length; i++) {
            assertThat(new double[] {written.rowLower(i), written.rowUpper(i)}).containsExactly(rows[i]);
        }
    }

    @Test
    void ofTheTransposedOrAChangedSystemItTakesTheRecipesOfThatSystem() {
        LeontiefSystem changed =
                LeontiefSystem.of(A).withColumns(new int[] {1}, SparseMatrix.of(new double[][] {{0}, {0.25}}));

        assertThat(changed.coefficients()).isEqualTo(SparseMatrix.of(new double[][] {{0.5, 0}, {0, 0.25}}));
        assertThat(LeontiefSystem.of(A).transposed().coefficients()).isEqualTo(A);
    }

    @Test
    void boundsThatHoldNothingAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> builder().outputs(new double[] {0, 3}, new double[] {1, 2}))
                .hasMessageContaining("output 1")
                .hasMessageContaining("[3.0, 2.0]");
        assertThatThrownBy(() -> builder().deliveries(new double[] {0, Double.NaN}, new double[] {1, 2}))
                .hasMessageContaining("delivery 1");
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> builder().resources(SparseMatrix.zeros(1, 3), new double[1], new double[1]))
                .hasMessageContaining("R is 1 × 3 for 2 products");
        assertThatThrownBy(() -> builder().deliveryObjective(new double[3]))
                .hasMessageContaining("3 numbers where 2 are needed");
        assertThatThrownBy(() -> builder()
                        .activities(
                                SparseMatrix.zeros(2, 1),
                                SparseMatrix.zeros(1, 1),
                                new double[1],
                                new double[1],
                                new double[1])
                        .build())
                .hasMessageContaining("1 resources, of which there are 0");
    }

    @Test
    void anObjectiveThatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> builder().outputObjective(new double[] {0, Double.NaN}))
                .hasMessageContaining("output 1 is NaN");
    }

    @Test
    void changingTheArraysAfterwardsChangesNothing() {
        double[] own = {1, 2};
        double[] amount = {3};
        SparseMatrix one = SparseMatrix.of(new double[][] {{1, 1}});
        SparseMatrix activity = SparseMatrix.of(new double[][] {{1}, {1}});
        LeontiefProgramme programme = builder()
                .outputs(own, own)
                .deliveries(own, own)
                .outputObjective(own)
                .deliveryObjective(own)
                .resources(one, amount, amount)
                .activities(activity, SparseMatrix.zeros(1, 1), amount, amount, amount)
                .build();
        LinearProgramme before = programme.toLinearProgramme();

        own[1] = 99;
        amount[0] = 99;

        LinearProgramme after = programme.toLinearProgramme();
        for (int j = 0; j < before.columns(); j++) {
            assertThat(after.columnLower(j)).isEqualTo(before.columnLower(j));
            assertThat(after.columnUpper(j)).isEqualTo(before.columnUpper(j));
            assertThat(after.objective(j)).isEqualTo(before.objective(j));
        }
        assertThat(new double[] {after.rowLower(2), after.rowUpper(2)}).containsExactly(3, 3);
    }

    @Test
    void activitiesThatDoNotFitAreRefusedWithBothShapes() {
        double[] one = {1};
        assertThatThrownBy(
                        () -> builder().activities(SparseMatrix.zeros(2, 1), SparseMatrix.zeros(1, 2), one, one, one))
                .hasMessageContaining("2 × 1 products and 1 × 2 resources do not fit an economy of 2 products");
        assertThatThrownBy(
                        () -> builder().activities(SparseMatrix.zeros(3, 1), SparseMatrix.zeros(1, 1), one, one, one))
                .hasMessageContaining("3 × 1 products");
    }
}
