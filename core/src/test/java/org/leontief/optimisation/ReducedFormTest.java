package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;

/** The reduced form against hand computation, the general simplex method, finite differences, and weak duality. */
class ReducedFormTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final ProgrammeOptions OPTIONS = ProgrammeOptions.defaults();

    private static LinearSolution solve(LeontiefProgramme programme) {
        return new ReducedForm().solve(programme, OPTIONS);
    }

    /** Iron takes 0.5 of itself; corn takes 0.25 iron. An hour a unit of either; so iron embodies 2 hours, corn 1.5. */
    private static LeontiefProgramme.Builder ironAndCorn(Sense sense) {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0.5, 0.25}, {0, 0}});
        return LeontiefProgramme.builder(sense, LeontiefSystem.of(a));
    }

    private static SparseMatrix hours() {
        return SparseMatrix.of(new double[][] {{1, 1}});
    }

    private static double[] limit(double value) {
        return new double[] {value};
    }

    @Test
    void hoursGoToWhatIsWorthMostPerHourEmbodied() {
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .deliveries(new double[2], new double[] {NONE, NONE})
                .deliveryObjective(new double[] {3, 2})
                .resources(hours(), limit(-NONE), limit(30))
                .build();

        LinearSolution best = solve(programme);

        // 3 / 2 for an hour in iron, 2 / 1.5 in corn: all 30 hours make 15 of iron, which takes 30 of iron in all.
        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.columns()).containsExactly(new double[] {30, 0, 15, 0}, within(1e-9));
        assertThat(best.rows()).containsExactly(new double[] {0, 0, 30}, within(1e-9));
        // An hour more makes half an iron. Balances: a unit less to be delivered saves 2 hours, or 1.5.
        assertThat(best.rowPrices()).containsExactly(new double[] {-3, -2.25, 1.5}, within(1e-9));
        assertThat(best.reducedCosts()).containsExactly(new double[] {0, 0, 0, -0.25}, within(1e-9));
    }

    @Test
    void aBoundOnOutputIsAddedWhenItIsViolated() {
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .outputs(new double[2], new double[] {20, NONE})
                .deliveryObjective(new double[] {3, 2})
                .resources(hours(), limit(-NONE), limit(30))
                .build();

        LinearSolution best = solve(programme);

        // Iron 20: 2 y₁ + y₂ / 2 = 20, and 20 + y₂ = 30.
        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.columns()).containsExactly(new double[] {20, 10, 7.5, 10}, within(1e-9));
        assertThat(best.certificate().orElseThrow().objective()).isEqualTo(42.5, within(1e-9));
        // q hours and w iron: 3 = 2 (q + w), 2 = q + (q + w) / 2.
        assertThat(best.rowPrices()[2]).isEqualTo(1.25, within(1e-9));
        assertThat(best.reducedCosts()[0]).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void theLargestMultipleOfABasketIsAnActivity() {
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .deliveries(new double[2], new double[2])
                .resources(hours(), limit(-NONE), limit(35))
                .activities(
                        SparseMatrix.of(new double[][] {{1}, {1}}),
                        SparseMatrix.zeros(1, 1),
                        limit(0),
                        limit(NONE),
                        limit(1))
                .build();

        LinearSolution best = solve(programme);

        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.columns()[4]).isEqualTo(10, within(1e-9));
        assertThat(best.certificate().orElseThrow().relativeGap()).isLessThan(1e-11);
    }

    @Test
    void leastHoursForAGivenDemandArePricedByHoursEmbodied() {
        LeontiefProgramme programme = ironAndCorn(Sense.MINIMISE)
                .deliveries(new double[] {4, 6}, new double[] {NONE, NONE})
                .outputObjective(new double[] {1, 1})
                .build();

        LinearSolution least = solve(programme);

        assertThat(least.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(least.certificate().orElseThrow().objective()).isEqualTo(17, within(1e-9));
        assertThat(least.reducedCosts()).containsExactly(new double[] {0, 0, 2, 1.5}, within(1e-9));
    }

    @Test
    void limitsThatClashAreProvedToClash() {
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .deliveries(new double[] {4, 6}, new double[] {5, 7})
                .resources(hours(), limit(-NONE), limit(16.9))
                .build();

        LinearSolution none = solve(programme);

        assertThat(none.status()).isEqualTo(ProgrammeStatus.INFEASIBLE);
        assertThat(none.certificate()).isEmpty();
        assertThat(new Verification(programme.toLinearProgramme()).provesInfeasible(none.proof()))
                .isTrue();
    }

    @Test
    void withoutLimitsTheRayIsGiven() {
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .deliveryObjective(new double[] {0, 1})
                .build();

        LinearSolution endless = solve(programme);

        assertThat(endless.status()).isEqualTo(ProgrammeStatus.UNBOUNDED);
        double[] ray = endless.proof();
        assertThat(ray[3]).isPositive();
        assertThat(ray[0] / ray[3]).isEqualTo(0.5, within(1e-9));
        assertThat(new Verification(programme.toLinearProgramme()).provesUnbounded(endless.columns(), ray, 1e-9))
                .isTrue();
    }

    @Test
    void whatNobodyUsesIsFree() {
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .deliveries(new double[2], new double[] {2, 2})
                .deliveryObjective(new double[] {1, 1})
                .resources(SparseMatrix.of(new double[][] {{1, 1}, {0, 0}}), new double[] {-NONE, -NONE}, new double[] {
                    100, 5
                })
                .build();

        LinearSolution best = solve(programme);

        assertThat(best.columns()).containsExactly(new double[] {5, 2, 2, 2}, within(1e-9));
        assertThat(best.rowPrices()[2]).isZero();
        assertThat(best.rowPrices()[3]).isZero();
    }

    @Test
    void noDemandIsAPlanOfNothing() {
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .deliveries(new double[2], new double[2])
                .resources(hours(), limit(-NONE), limit(1))
                .build();

        LinearSolution best = solve(programme);

        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.columns()).containsOnly(0);
    }

    @Test
    void equalProductsShareAnOptimum() {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0.5, 0, 0}, {0, 0.5, 0}, {0, 0, 0.5}});
        LeontiefProgramme programme = LeontiefProgramme.builder(Sense.MAXIMISE, LeontiefSystem.of(a))
                .deliveries(new double[3], new double[] {4, 4, 4})
                .deliveryObjective(new double[] {1, 1, 1})
                .outputs(new double[3], new double[] {6, 6, 6})
                .resources(
                        SparseMatrix.of(new double[][] {{1, 1, 1}, {1, 1, 1}}),
                        new double[] {-NONE, -NONE},
                        new double[] {16, 16})
                .build();

        LinearSolution best = solve(programme);

        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.certificate().orElseThrow().objective()).isEqualTo(8, within(1e-9));
        assertThat(best.rowPrices()[3] + best.rowPrices()[4]).isEqualTo(0.5, within(1e-9));
    }

    /** Never a status that the general method contradicts; and hardly ever no status at all. */
    @Test
    void agreesWithTheSimplexMethodOnProgrammesOfEveryKind() {
        int undecided = 0;
        for (long seed = 0; seed < 400; seed++) {
            LeontiefProgramme programme = SeededProgrammes.of(seed);
            LinearSolution reduced = new ReducedForm().solve(programme, OPTIONS.withTolerance(1e-8));
            LinearProgramme written = programme.toLinearProgramme();
            LinearSolution general = new RevisedSimplex().solve(written, OPTIONS.withTolerance(1e-8));
            boolean isDecided =
                    reduced.status() != ProgrammeStatus.STOPPED && general.status() != ProgrammeStatus.STOPPED;
            undecided += isDecided ? 0 : 1;
            if (isDecided) {
                assertThat(reduced.status()).as("seed " + seed).isEqualTo(general.status());
            }
            if (isDecided && reduced.status() == ProgrammeStatus.OPTIMAL) {
                double best = general.certificate().orElseThrow().objective();
                assertThat(reduced.certificate().orElseThrow().objective())
                        .as("seed " + seed)
                        .isEqualTo(best, within(1e-7 * (1 + Math.abs(best))));
                requireDualIdentity(written, reduced, seed);
            }
        }
        assertThat(undecided).isLessThan(12);
    }

    /** c_j = Σ_i price_i M_ij + reducedCost_j. */
    private static void requireDualIdentity(LinearProgramme programme, LinearSolution solution, long seed) {
        double[] ofRows = programme.matrix().multiplyTransposed(solution.rowPrices());
        double[] reduced = solution.reducedCosts();
        for (int j = 0; j < ofRows.length; j++) {
            assertThat(ofRows[j] + reduced[j])
                    .as("seed " + seed + ", column " + j)
                    .isEqualTo(programme.objective(j), within(1e-7 * (1 + Math.abs(ofRows[j]))));
        }
    }

    /** Half of all outputs bounded closely, so that many bounds bind. */
    static LeontiefProgramme crowded(int n, double hours, double tightness) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] a = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < 6; k++) {
                a[random.nextInt(n)][j] += 0.1 * random.nextDouble();
            }
        }
        LeontiefSystem system = LeontiefSystem.of(SparseMatrix.of(a));
        double[] d = random.doubles(n, 1, 10).toArray();
        double[] x = system.solve(d).values();
        double[] cap = new double[n];
        double[][] use = new double[2][n];
        for (int i = 0; i < n; i++) {
            cap[i] = random.nextBoolean() ? tightness * x[i] : NONE;
            use[0][i] = random.nextDouble();
            use[1][i] = random.nextInt(5) == 0 ? random.nextDouble() : 0;
        }
        double[] there = SparseMatrix.of(use).multiply(x);
        return LeontiefProgramme.builder(Sense.MAXIMISE, system)
                .deliveries(
                        Arrays.stream(d).map(value -> 0.5 * value).toArray(),
                        Arrays.stream(d).map(value -> 2 * value).toArray())
                .deliveryObjective(random.doubles(n, 0.5, 1.5).toArray())
                .outputs(new double[n], cap)
                .resources(SparseMatrix.of(use), new double[] {-NONE, -NONE}, new double[] {
                    hours * there[0], 1.1 * there[1]
                })
                .build();
    }

    @Test
    void manyBindingBoundsGiveTheOptimumOfTheSimplexMethod() {
        LeontiefProgramme programme = crowded(150, 1.05, 1.02);

        LinearSolution reduced = solve(programme);
        LinearSolution general = new RevisedSimplex().solve(programme.toLinearProgramme(), OPTIONS);

        assertThat(reduced.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(reduced.certificate().orElseThrow().relativeGap()).isLessThan(1e-9);
        double best = general.certificate().orElseThrow().objective();
        assertThat(reduced.certificate().orElseThrow().objective()).isEqualTo(best, within(1e-9 * best));
        assertThat(reduced.rowPrices()).containsExactly(general.rowPrices(), within(1e-7));
    }

    /** Three hundred resources, each used by a tenth of the industries, of which some bind, and floors under the last ones. */
    @Test
    void ofManyResourcesThoseThatAreViolatedBecomeRows() {
        LeontiefProgramme base = crowded(120, 1.05, 1.02);
        SplittableRandom random = new SplittableRandom(11);
        double[][] use = new double[300][120];
        double[][] ofImport = new double[300][1];
        for (int k = 0; k < use.length; k++) {
            for (int i = 0; i < 12; i++) {
                use[k][random.nextInt(120)] = random.nextDouble();
            }
            ofImport[k][0] = random.nextInt(3) == 0 ? 1 : 0;
        }
        double[] now = SparseMatrix.of(use).multiply(Arrays.copyOf(solve(base).columns(), 120));
        double[] least = new double[300];
        double[] most = new double[300];
        for (int k = 0; k < now.length; k++) {
            least[k] = k >= 295 ? 1.01 * now[k] : -NONE;
            most[k] = k >= 295 ? NONE : now[k] * (0.97 + 0.2 * random.nextDouble());
        }
        LeontiefProgramme programme = LeontiefProgramme.builder(Sense.MAXIMISE, base.system())
                .deliveries(
                        base.deliveryVariables().lower(),
                        base.deliveryVariables().upper())
                .deliveryObjective(base.deliveryVariables().objective())
                .outputs(base.outputVariables().lower(), base.outputVariables().upper())
                .resources(SparseMatrix.of(use), least, most)
                .activities(importOf(3, 120), SparseMatrix.of(ofImport), limit(0), limit(4), limit(-0.7))
                .build();

        LinearSolution reduced = solve(programme);

        LinearSolution general = new RevisedSimplex().solve(programme.toLinearProgramme(), OPTIONS);
        assertThat(reduced.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        double best = general.certificate().orElseThrow().objective();
        assertThat(reduced.certificate().orElseThrow().objective()).isEqualTo(best, within(1e-9 * best));
        assertThat(reduced.rowPrices()).containsExactly(general.rowPrices(), within(1e-7));
        double[] ofResources = Arrays.copyOfRange(reduced.rowPrices(), 120, 420);
        assertThat(Arrays.stream(ofResources).filter(price -> price > 1e-6)).hasSizeGreaterThan(5);
        assertThat(Arrays.stream(ofResources).filter(price -> price < -1e-6)).isNotEmpty();
    }

    private static SparseMatrix importOf(int product, int products) {
        double[][] brings = new double[products][1];
        brings[product][0] = -1;
        return SparseMatrix.of(brings);
    }

    @Test
    void thePriceOfHoursIsADifferenceOfOptima() {
        double first =
                solve(crowded(60, 1.05, 1.02)).certificate().orElseThrow().objective();
        LeontiefProgramme more = crowded(60, 1.0501, 1.02);
        LinearSolution second = solve(more);

        double hours = more.resourceUpper()[0] - crowded(60, 1.05, 1.02).resourceUpper()[0];
        assertThat((second.certificate().orElseThrow().objective() - first) / hours)
                .isEqualTo(solve(crowded(60, 1.05, 1.02)).rowPrices()[60], within(1e-6));
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        LeontiefProgramme programme = crowded(300, 1.1, 1.02);

        LinearSolution one = new ReducedForm().solve(programme, OPTIONS.withThreads(1));
        LinearSolution three = new ReducedForm().solve(programme, OPTIONS.withThreads(3));

        assertThat(three.columns()).isEqualTo(one.columns());
        assertThat(three.rowPrices()).isEqualTo(one.rowPrices());
        assertThat(three.certificate()).isEqualTo(one.certificate());
    }

    @Test
    void stoppedEarlyItHasAFeasiblePlanAndABoundThatHolds() {
        LeontiefProgramme programme = crowded(150, 1.05, 1.02);
        double best = solve(programme).certificate().orElseThrow().objective();

        LinearSolution limited = new ReducedForm().solve(programme, OPTIONS.withIterationLimit(40));
        LinearSolution stopped =
                new ReducedForm().solve(programme, OPTIONS.withListener(progress -> progress.done() < 30));

        for (LinearSolution early : new LinearSolution[] {limited, stopped}) {
            OptimalityCertificate certificate = early.certificate().orElseThrow();
            assertThat(early.status()).isEqualTo(ProgrammeStatus.STOPPED);
            assertThat(certificate.primalResidual()).isLessThan(1e-9);
            assertThat(certificate.objective()).isBetween(0.3 * best, best);
            assertThat(certificate.objectiveBound()).isBetween(best, 3 * best);
        }
    }

    @Test
    void anEconomyThatUsesUpMoreThanItMakesIsRefused() {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0.9, 0.2}, {0.2, 0.9}});
        LeontiefProgramme programme = LeontiefProgramme.builder(Sense.MAXIMISE, LeontiefSystem.of(a))
                .deliveryObjective(new double[] {1, 1})
                .outputs(new double[2], new double[] {1, 1})
                .build();

        assertThatThrownBy(() -> solve(programme))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("viable")
                .hasMessageContaining("ProgrammeMethod.SIMPLEX");
    }
}
