package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/** The interior-point method against hand computation, the simplex method, weak duality, and its own threads. */
class InteriorPointTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final ProgrammeOptions OPTIONS = ProgrammeOptions.defaults()
            .withMethod(ProgrammeMethod.INTERIOR_POINT)
            .withTolerance(1e-7);

    private static LinearSolution solve(LeontiefProgramme programme) {
        return LinearSolvers.solve(programme, OPTIONS);
    }

    private static double optimum(LeontiefProgramme programme) {
        return new RevisedSimplex()
                .solve(programme.toLinearProgramme(), ProgrammeOptions.defaults())
                .certificate()
                .orElseThrow()
                .objective();
    }

    /** Iron takes 0.5 of itself; corn takes 0.25 iron. An hour a unit of either; so iron embodies 2 hours, corn 1.5. */
    private static LeontiefProgramme ironAndCorn(double ironLeast, double ironMost) {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0.5, 0.25}, {0, 0}});
        return LeontiefProgramme.builder(Sense.MAXIMISE, LeontiefSystem.of(a))
                .outputs(new double[] {ironLeast, 0}, new double[] {ironMost, NONE})
                .deliveryObjective(new double[] {3, 2})
                .resources(SparseMatrix.of(new double[][] {{1, 1}}), new double[] {-NONE}, new double[] {30})
                .build();
    }

    @Test
    void hoursAndABoundOnOutputSharePricesAsByHand() {
        LinearSolution best = solve(ironAndCorn(0, 20));

        // Iron 20: 2 y₁ + y₂ / 2 = 20, and 20 + y₂ = 30. Hours q and iron w: 3 = 2 (q + w), 2 = q + (q + w) / 2.
        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.columns()).containsExactly(new double[] {20, 10, 7.5, 10}, within(1e-5));
        assertThat(best.rowPrices()[2]).isEqualTo(1.25, within(1e-5));
        assertThat(best.reducedCosts()[0]).isEqualTo(0.25, within(1e-5));
        assertThat(best.report().method()).isEqualTo(ProgrammeMethod.INTERIOR_POINT);
    }

    @Test
    void anOutputThatIsGivenIsMet() {
        LinearSolution best = solve(ironAndCorn(24, 24));

        // Iron 24, so 6 hours for 6 corn: 2 y₁ + 3 = 24.
        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.columns()).containsExactly(new double[] {24, 6, 10.5, 6}, within(1e-5));
    }

    @Test
    void limitsThatClashAreProvedToClash() {
        LeontiefProgramme programme = ironAndCorn(31, NONE);

        LinearSolution none = solve(programme);

        assertThat(none.status()).isEqualTo(ProgrammeStatus.INFEASIBLE);
        assertThat(new Verification(programme.toLinearProgramme()).provesInfeasible(none.proof()))
                .isTrue();
    }

    /** Every product takes so much of itself; up to one is wanted of each, and so much output is possible. */
    private static LeontiefProgramme eachForItself(int products, double ownUse, double capacity) {
        double[] own = new double[products];
        double[] ones = new double[products];
        double[] most = new double[products];
        double[] value = new double[products];
        Arrays.fill(own, ownUse);
        Arrays.fill(ones, 1);
        Arrays.fill(most, capacity);
        Arrays.setAll(value, i -> 1 + i % 7);
        SparseColumnsBuilder a = SparseMatrix.byColumns(products, products, products);
        for (int j = 0; j < products; j++) {
            a.appendColumn(new int[] {j}, new double[] {ownUse}, 1);
        }
        return LeontiefProgramme.builder(Sense.MAXIMISE, LeontiefSystem.of(a.build()))
                .deliveries(new double[products], ones)
                .deliveryObjective(value)
                .outputs(new double[products], most)
                .build();
    }

    /** Each takes half of itself and can make one, so half is delivered: Σ value / 2. Without limits it would be one. */
    @Test
    void isChosenWhereThousandsOfLimitsAreOverstepped() {
        int products = 8_400;
        LeontiefProgramme programme = eachForItself(products, 0.5, 1);

        LinearSolution best =
                LinearSolvers.solve(programme, ProgrammeOptions.defaults().withTolerance(1e-6));

        assertThat(best.report().method()).isEqualTo(ProgrammeMethod.INTERIOR_POINT);
        assertThat(best.report().choice()).contains("more than 8000 limits of outputs are overstepped");
        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.certificate().orElseThrow().objective())
                .isEqualTo(products * 4 / 2.0, within(1e-6 * products * 2));
        assertThat(LinearSolvers.solve(
                                eachForItself(7_900, 0.5, 1),
                                OPTIONS.withMethod(ProgrammeMethod.AUTOMATIC)
                                        .withListener(progress ->
                                                !progress.work().equals("INTERIOR_POINT") && progress.done() < 10))
                        .report()
                        .method())
                .isEqualTo(ProgrammeMethod.REDUCED_FORM);
    }

    /** 0.999 of itself: a delivery is a thousand of output, after some thirty thousand rounds of production. */
    @Test
    void anEconomyThatKeepsTooLittleIsLeftToTheReducedForm() {
        LeontiefProgramme programme = eachForItself(20, 0.999, 500);

        LinearSolution none = solve(programme);

        assertThat(none.status()).isEqualTo(ProgrammeStatus.STOPPED);
        assertThat(none.report().stop()).contains("too many rounds of production");
        assertThat(none.report().notes()).anyMatch(note -> note.contains("Use ProgrammeMethod.REDUCED_FORM"));
        assertThat(new InteriorPoint().solveIfFast(programme, OPTIONS, "a test"))
                .isNull();
        assertThat(new InteriorPoint().solveIfFast(eachForItself(20, 0.9, 5), OPTIONS, "a test"))
                .isNotNull();
    }

    /** Never a status or an objective that the simplex method contradicts. */
    @Test
    void agreesWithTheSimplexMethodOnProgrammesOfEveryKind() {
        int optimal = 0;
        int found = 0;
        for (long seed = 0; seed < 200; seed++) {
            LeontiefProgramme programme = SeededProgrammes.of(seed);
            LinearSolution general = new RevisedSimplex()
                    .solve(
                            programme.toLinearProgramme(),
                            ProgrammeOptions.defaults().withTolerance(1e-8));
            LinearSolution inner = solve(programme);
            boolean isDecided =
                    inner.status() != ProgrammeStatus.STOPPED && general.status() != ProgrammeStatus.STOPPED;
            if (isDecided) {
                assertThat(inner.status()).as("seed " + seed).isEqualTo(general.status());
            }
            if (general.status() == ProgrammeStatus.OPTIMAL) {
                optimal++;
                found += inner.status() == ProgrammeStatus.OPTIMAL ? 1 : 0;
                double best = general.certificate().orElseThrow().objective();
                double bound = inner.certificate().isEmpty()
                        ? best
                        : inner.certificate().orElseThrow().objectiveBound();
                double slack = 1e-6 * (1 + Math.abs(best));
                double beyond = programme.sense() == Sense.MAXIMISE ? bound - best : best - bound;
                assertThat(beyond).as("bound of seed " + seed).isGreaterThan(-slack);
                if (isDecided) {
                    assertThat(inner.certificate().orElseThrow().objective())
                            .as("seed " + seed)
                            .isEqualTo(best, within(slack));
                }
            }
        }
        assertThat(found).isGreaterThan((int) (0.7 * optimal));
    }

    @Test
    void manyBindingBoundsGiveTheOptimumOfTheSimplexMethod() {
        LeontiefProgramme programme = ReducedFormTest.crowded(150, 1.05, 1.02);

        LinearSolution inner = solve(programme);

        double best = optimum(programme);
        OptimalityCertificate certificate = inner.certificate().orElseThrow();
        assertThat(inner.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(certificate.primalResidual()).isZero();
        assertThat(certificate.objective()).isBetween(best * (1 - 1e-7), best);
        assertThat(certificate.objectiveBound()).isBetween(best, best * (1 + 1e-7));
    }

    @Test
    void stoppedAtAnyStepItsPlanKeepsAllLimitsAndItsBoundHolds() {
        LeontiefProgramme programme = ReducedFormTest.crowded(150, 1.05, 1.02);
        double best = optimum(programme);

        LinearSolution limited = LinearSolvers.solve(programme, OPTIONS.withIterationLimit(20));
        LinearSolution stopped =
                LinearSolvers.solve(programme, OPTIONS.withListener(progress -> !(progress.measure() < 0.05)));

        for (LinearSolution early : new LinearSolution[] {limited, stopped}) {
            OptimalityCertificate certificate = early.certificate().orElseThrow();
            assertThat(early.status()).isEqualTo(ProgrammeStatus.STOPPED);
            assertThat(certificate.primalResidual()).isZero();
            assertThat(certificate.objective()).isBetween(0.5 * best, best);
            assertThat(certificate.objectiveBound()).isBetween(best, 2 * best);
        }
        assertThat(stopped.certificate().orElseThrow().relativeGap()).isLessThan(0.05);
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        LeontiefProgramme programme = ReducedFormTest.crowded(2500, 1.05, 1.02);

        LinearSolution one =
                LinearSolvers.solve(programme, OPTIONS.withTolerance(1e-3).withThreads(1));
        LinearSolution three =
                LinearSolvers.solve(programme, OPTIONS.withTolerance(1e-3).withThreads(3));

        assertThat(one.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(three.columns()).isEqualTo(one.columns());
        assertThat(three.rowPrices()).isEqualTo(one.rowPrices());
        assertThat(three.certificate()).isEqualTo(one.certificate());
    }

    @Test
    void isTakenWhereTheReducedFormWouldNeedTooManyRows() {
        LeontiefProgramme programme = ReducedFormTest.crowded(150, 1.05, 1.02);

        assertThat(new ReducedForm().solveWithin(programme, OPTIONS, 20)).isNull();
        assertThat(new ReducedForm().solveWithin(programme, OPTIONS, 150)).isNotNull();
    }

    @Test
    void isForLeontiefProgrammesOfViableEconomies() {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0.9, 0.2}, {0.2, 0.9}});
        LeontiefProgramme programme = LeontiefProgramme.builder(Sense.MAXIMISE, LeontiefSystem.of(a))
                .deliveryObjective(new double[] {1, 1})
                .outputs(new double[2], new double[] {1, 1})
                .resources(SparseMatrix.of(new double[][] {{1, 1}}), new double[] {-NONE}, new double[] {30})
                .build();

        assertThatThrownBy(() -> solve(programme))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("viable");
        assertThatThrownBy(() -> LinearSolvers.solver(ProgrammeMethod.INTERIOR_POINT))
                .hasMessageContaining("LeontiefProgramme");
    }
}
