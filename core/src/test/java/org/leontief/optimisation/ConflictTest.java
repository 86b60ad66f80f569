package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.optimisation.Programmes.NONE;
import static org.leontief.optimisation.Programmes.all;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.solve.SparseMatrix;

class ConflictTest {

    private static final ProgrammeOptions OPTIONS = ProgrammeOptions.defaults();

    private static Conflict conflict(LinearProgramme programme) {
        return Conflict.of(programme, new RevisedSimplex().solve(programme, OPTIONS), OPTIONS);
    }

    @Test
    void theSmallestClashingSetIsNamedAndByHowMuchEachMustGiveWay() {
        // Labour 0.3 x + 0.7 y ≤ 12 against x ≥ 20 and y ≥ 10 takes 13; two other limits have nothing to do with it.
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {1, 1},
                SparseMatrix.of(new double[][] {{0.3, 0.7}, {1, 0}, {0, 1}, {1, 1}, {1, -1}}),
                new double[] {-NONE, 20, 10, -NONE, -NONE},
                new double[] {12, NONE, NONE, 100, 50},
                all(2, 0),
                all(2, NONE));

        Conflict conflict = conflict(programme);

        assertThat(conflict.isIrreducible()).isTrue();
        assertThat(conflict.bounds())
                .extracting(ConflictingBound::kind)
                .containsExactly(BoundKind.ROW_LOWER, BoundKind.ROW_LOWER, BoundKind.ROW_UPPER);
        assertThat(conflict.bounds()).extracting(ConflictingBound::number).containsExactly(1, 2, 0);
        assertThat(conflict.bounds().stream()
                        .mapToDouble(ConflictingBound::givingWay)
                        .toArray())
                .containsExactly(new double[] {1 / 0.3, 1 / 0.7, 1}, within(1e-12));
        assertThat(conflict.toString()).contains("row 0 ≤ 12.0, which would have to give way by 1.0");
    }

    @Test
    void whereTwoConflictsExistGivingWayInOneDoesNotHelp() {
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {0, 0},
                SparseMatrix.of(new double[][] {{1, 0}, {0, 1}}),
                new double[] {2, 5},
                new double[] {NONE, NONE},
                all(2, 0),
                new double[] {1, 4});

        Conflict conflict = conflict(programme);

        assertThat(conflict.bounds()).hasSize(2).allMatch(bound -> Double.isInfinite(bound.givingWay()));
        assertThat(conflict.bounds().get(0).number())
                .isEqualTo(conflict.bounds().get(1).number());
    }

    /** Any of the bounds left out ends the conflict: each is tried by the programme of all the others. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144})
    void leavingOutAnyMemberEndsTheConflict(long seed) {
        LinearProgramme plan = Programmes.plan(seed);
        int multiple = plan.columns() - 1;
        double most = new RevisedSimplex()
                .solve(plan, OPTIONS)
                .certificate()
                .orElseThrow()
                .objectiveBound();
        LinearProgramme programme = plan.withColumnBounds(multiple, 1.25 * most + 0.01, NONE);

        Conflict conflict = conflict(programme);

        assertThat(conflict.isIrreducible()).isTrue();
        assertThat(conflict.bounds()).isNotEmpty();
        assertThat(status(only(programme, conflict, null))).isEqualTo(ProgrammeStatus.INFEASIBLE);
        for (ConflictingBound left : conflict.bounds()) {
            assertThat(status(only(programme, conflict, left))).isEqualTo(ProgrammeStatus.OPTIMAL);
            if (left.kind() == BoundKind.COLUMN_LOWER && left.number() == multiple) {
                assertThat(left.givingWay()).isCloseTo(0.25 * most + 0.01, within(1e-9));
            }
        }
    }

    private static ProgrammeStatus status(LinearProgramme programme) {
        return new RevisedSimplex().solve(programme, OPTIONS).status();
    }

    private static LinearProgramme only(
            LinearProgramme programme, Conflict conflict, @org.jspecify.annotations.Nullable ConflictingBound without) {
        double[] rowLower = all(programme.rows(), -NONE);
        double[] rowUpper = all(programme.rows(), NONE);
        double[] columnLower = all(programme.columns(), -NONE);
        double[] columnUpper = all(programme.columns(), NONE);
        for (ConflictingBound member : conflict.bounds()) {
            if (!member.equals(without)) {
                double[] bounds = switch (member.kind()) {
                    case ROW_LOWER -> rowLower;
                    case ROW_UPPER -> rowUpper;
                    case COLUMN_LOWER -> columnLower;
                    case COLUMN_UPPER -> columnUpper;
                };
                bounds[member.number()] = member.bound();
            }
        }
        return LinearProgramme.of(
                Sense.MAXIMISE,
                new double[programme.columns()],
                programme.matrix(),
                rowLower,
                rowUpper,
                columnLower,
                columnUpper);
    }

    /** Labour 0.3 x + 0.7 y ≤ 12 against x ≥ 20 and y ≥ 10 takes 13: what is firm is never named, and gives way to what is firm. */
    @Test
    void firmBoundsAreNotUpForDiscussion() {
        SparseMatrix matrix = SparseMatrix.of(new double[][] {{0.3, 0.7}, {1, 0}});
        LinearProgramme programme = LinearProgramme.of(
                Sense.MINIMISE,
                new double[] {1, 1},
                matrix,
                new double[] {-NONE, 20},
                new double[] {12, NONE},
                new double[] {0, 10},
                all(2, NONE));
        // Less labour than 12 cannot be had, of y no less than 8 is wanted: with it 0.3 x ≤ 6.4.
        LinearProgramme firm = programme.withColumnBounds(1, 8, NONE).withRowBounds(1, -NONE, NONE);
        LinearSolution solution = new RevisedSimplex().solve(programme, OPTIONS);

        Conflict conflict = Conflict.beyond(firm, programme, solution, OPTIONS);

        assertThat(conflict.isIrreducible()).isTrue();
        assertThat(conflict.bounds())
                .extracting(ConflictingBound::kind)
                .containsExactly(BoundKind.COLUMN_LOWER, BoundKind.ROW_LOWER);
        assertThat(conflict.bounds().stream()
                        .mapToDouble(ConflictingBound::givingWay)
                        .toArray())
                .containsExactly(new double[] {1 / 0.7, 1 / 0.3}, within(1e-12));
        assertThat(conflict.proof()).hasSize(2).doesNotContain(0.0);
        assertThatThrownBy(() -> Conflict.beyond(programme.withColumnBounds(1, 11, NONE), programme, solution, OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("COLUMN_LOWER bound 1 is 10.0, but 11.0");
    }

    @Test
    void whereFirmBoundsContradictEachOtherNothingIsNamed() {
        LinearProgramme firm = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {0},
                SparseMatrix.of(new double[][] {{1}, {2}}),
                new double[] {5, -NONE},
                new double[] {NONE, NONE},
                new double[] {0},
                new double[] {4});
        LinearProgramme programme = firm.withRowBounds(1, -NONE, 6);
        LinearSolution solution = new RevisedSimplex().solve(programme, OPTIONS);

        assertThat(Conflict.beyond(firm, programme, solution, OPTIONS).bounds()).isEmpty();
    }

    @Test
    void aFeasibleProgrammeHasNoConflict() {
        LinearProgramme programme = Programmes.plan(1);
        LinearSolution solution = new RevisedSimplex().solve(programme, OPTIONS);

        assertThatThrownBy(() -> Conflict.of(programme, solution, OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPTIMAL");
    }

    /** x ≥ 2 and x ≤ 1, y ≥ 5 and y ≤ 4, and a proof that adds up both: any two of the four that clash will do, and no more. */
    @Test
    void aProofThatTakesTwoConflictsTogetherIsThinnedOut() {
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {0, 0},
                SparseMatrix.of(new double[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}}),
                new double[] {2, -NONE, 5, -NONE},
                new double[] {NONE, 1, NONE, 4},
                all(2, -NONE),
                all(2, NONE));

        Conflict conflict = Conflict.of(programme, infeasible(programme, -1, 1, -1, 1), OPTIONS);

        assertThat(conflict.isIrreducible()).isTrue();
        assertThat(conflict.bounds()).extracting(ConflictingBound::number).containsExactly(2, 3);
        // What it proves is that of the two, not the sum of both that the search began with.
        assertThat(conflict.proof()[0]).isZero();
        assertThat(conflict.proof()[1]).isZero();
        assertThat(conflict.proof()[2]).isNotZero();
    }

    /** x + y ≥ 5, x ≤ 2, y ≤ 2. The multipliers need y ≤ 2, too, which follows from the third row: it has to be named. */
    @Test
    void aRowThatTheProofLeansOnWithoutAMultiplierIsNamed() {
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {0, 0},
                SparseMatrix.of(new double[][] {{1, 1}, {1, 0}, {0, 1}}),
                new double[] {5, -NONE, -NONE},
                new double[] {NONE, 2, 2},
                all(2, 0),
                all(2, NONE));
        assertThat(new Verification(programme).provesInfeasible(new double[] {-1, 1, 0}))
                .isTrue();

        Conflict conflict = Conflict.of(programme, infeasible(programme, -1, 1, 0), OPTIONS);

        assertThat(conflict.isIrreducible()).isTrue();
        assertThat(conflict.bounds()).extracting(ConflictingBound::number).containsExactly(0, 1, 2);
        assertThat(conflict.bounds().stream()
                        .mapToDouble(ConflictingBound::givingWay)
                        .toArray())
                .containsExactly(new double[] {1, 1, 1}, within(1e-12));
    }

    private static LinearSolution infeasible(LinearProgramme programme, double... proof) {
        ProgrammeReport report =
                new ProgrammeReport(ProgrammeMethod.PRIMAL_DUAL, "asked for", "by hand", 0, 0, java.util.List.of());
        return new LinearSolution(
                ProgrammeStatus.INFEASIBLE,
                new double[programme.columns()],
                new double[programme.rows()],
                new double[programme.rows()],
                new double[programme.columns()],
                null,
                null,
                proof,
                report);
    }

    @Test
    void stoppedEarlyItSaysThatMoreMayBeLeftOut() {
        LinearProgramme programme =
                Programmes.plan(7).withColumnBounds(Programmes.plan(7).columns() - 1, 1e6, NONE);
        LinearSolution none = infeasible(programme);

        Conflict conflict = Conflict.of(programme, none, OPTIONS.withListener(progress -> false));

        assertThat(conflict.isIrreducible()).isFalse();
        assertThat(conflict.bounds()).anyMatch(bound -> Double.isNaN(bound.givingWay()));
        assertThat(conflict.toString()).contains(", and by how much it would have to give way was not found out");
    }

    /** Column k of the sum of the rows is 0 but for rounding: its bounds have no part in it. */
    @Test
    void aProofUsesTheBoundsThatItsSignsPointAt() {
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[3],
                SparseMatrix.of(new double[][] {{0.1, 1, -1}, {0.2, 0, 0}, {0.3, 0, 0}}),
                new double[] {0, 0, 0},
                new double[] {9, 9, 9},
                new double[] {-5, -5, -5},
                new double[] {5, 5, 5});
        LinearProgramme firm = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[3],
                programme.matrix(),
                all(3, -NONE),
                all(3, NONE),
                all(3, -NONE),
                all(3, NONE));

        BoundSet used = BoundSet.beyond(firm, programme).usedBy(new double[] {1, 1, -1});

        // 0 = y·(M x) − (Mᵀ y)·x: −1 of x₁ is most at its lower bound, 1 of x₂ at its upper one.
        assertThat(used.members())
                .containsExactly(
                        new BoundSet.Member(BoundKind.COLUMN_LOWER, 1),
                        new BoundSet.Member(BoundKind.COLUMN_UPPER, 2),
                        new BoundSet.Member(BoundKind.ROW_LOWER, 2),
                        new BoundSet.Member(BoundKind.ROW_UPPER, 0),
                        new BoundSet.Member(BoundKind.ROW_UPPER, 1));
    }
}
