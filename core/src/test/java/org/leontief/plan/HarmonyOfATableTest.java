package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.technology.TechnicalCoefficients;

/** Harmony in rounds of the reduced form: against the simplex method, finite differences, and bisection on the one price. */
class HarmonyOfATableTest {

    private static final ProgrammeOptions REDUCED =
            ProgrammeOptions.defaults().withMethod(ProgrammeMethod.REDUCED_FORM);
    private static final ProgrammeOptions SIMPLEX = ProgrammeOptions.defaults().withMethod(ProgrammeMethod.SIMPLEX);

    private static TechnicalCoefficients economy(Random random, int n, int resources) {
        return RandomEconomy.of(random, n, resources, (j, a) -> {
            for (int i : random.ints(5, 0, n).distinct().toArray()) {
                a.add(i, j, 0.2 * random.nextDouble());
            }
        });
    }

    /** What the target takes of every resource, times a share that grows from one to the next. */
    private static PlanProblem scarce(TechnicalCoefficients economy, LabelledVector target, double share) {
        LabelledVector outputs = outputs(economy, target);
        PlanProblem problem = PlanProblem.of(economy).target(target);
        for (int k = 0; k < economy.extensions().rows().size(); k++) {
            double takes = 0;
            for (int j = 0; j < outputs.size(); j++) {
                takes += economy.extension("R" + k).at(j) * outputs.at(j);
            }
            problem = problem.resource("R" + k, (share + 0.05 * k) * takes);
        }
        return problem;
    }

    private static LabelledVector outputs(TechnicalCoefficients economy, LabelledVector deliveries) {
        return LabelledVector.of(
                "Outputs",
                economy.industries(),
                economy.units(),
                economy.system().solve(deliveries.toArray()).values());
    }

    /** Capacities, floors, stocks, second recipes, makers of what no industry makes, and resources used by deliveries. */
    private static PlanProblem manifold(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = economy(random, 30 + random.nextInt(20), 1 + random.nextInt(3));
        LabelledVector target = RandomEconomy.amounts("Target", economy, random, 0.2);
        LabelledVector outputs = outputs(economy, target);
        PlanProblem plain = scarce(economy, target, 0.7);
        PlanProblem problem = seed % 2 == 0
                ? plain
                : plain.usedByDeliveries(
                        "R0",
                        LabelledVector.of(
                                "Use",
                                economy.industries(),
                                Units.of("units per t"),
                                random.doubles(economy.industries().size(), 0, 0.1)
                                        .toArray()));
        return problem.output("P1", Limit.atMost(0.6 * outputs.at(1)))
                .output("P2", Limit.atMost(0.7 * outputs.at(2)))
                .delivery("P3", Limit.atLeast(1.2 * target.at(3)))
                .delivery("P4", Limit.atMost(0.5 * target.at(4)))
                .stock("P5", 3)
                .activities(
                        activity("Second").makes("P6", 1).uses("P7", 0.1).uses("R0", 0.1),
                        activity("New").makes("N", 1).uses("P8", 0.2).uses("R0", 0.3))
                .delivery("N", Limit.atLeast(0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void samePlanAsBySimplex(int seed) {
        PlanProblem problem = manifold(seed);
        BestPlan simplex = problem.with(SIMPLEX).harmony();
        BestPlan reduced = problem.with(REDUCED).harmony();

        assertThat(simplex.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(reduced.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(simplex.solverReport().method()).isEqualTo(ProgrammeMethod.SIMPLEX);
        assertThat(reduced.solverReport().method()).isEqualTo(ProgrammeMethod.REDUCED_FORM);
        double slack = 1e-8 * problem.products().size();
        assertThat(reduced.objective()).isLessThanOrEqualTo(simplex.objectiveBound() + 1e-12);
        assertThat(simplex.objective()).isLessThanOrEqualTo(reduced.objectiveBound() + 1e-12);
        assertThat(reduced.objective()).isCloseTo(simplex.objective(), within(slack));
        double[] prices = simplex.prices().toArray();
        for (int i = 0; i < prices.length; i++) {
            assertThat(reduced.prices().at(i)).isCloseTo(prices[i], within(2e-3 * (0.1 + Math.abs(prices[i]))));
        }
        for (LimitUse use : simplex.limits()) {
            double worth = reduced.limit(use.limit().kind(), use.limit().name()).worth();
            assertThat(worth).as(use.toString()).isCloseTo(use.worth(), within(2e-3 * (0.1 + Math.abs(use.worth()))));
        }
        double[] delivered = simplex.deliveries().toArray();
        assertThat(reduced.deliveries().toArray()).containsExactly(delivered, within(2e-2));
    }

    /** Labour, and a capacity. */
    @Test
    void whatIsScarceIsWorthAFiniteDifference() {
        Random random = new Random(3);
        TechnicalCoefficients economy = economy(random, 60, 1);
        LabelledVector target = RandomEconomy.amounts("Target", economy, random, 0.2);
        double capacity = 0.5 * outputs(economy, target).at(7);
        PlanProblem free = scarce(economy, target, 0.7).with(REDUCED);
        PlanProblem problem = free.output("P7", Limit.atMost(capacity));
        BestPlan plan = problem.harmony();
        double hours = plan.limit(LimitKind.RESOURCE, "R0").limit().limit().upper();
        double more = 1e-3 * hours;
        double ofHours =
                (problem.available("R0", Limit.atMost(hours + more)).harmony().objective()
                                - problem.available("R0", Limit.atMost(hours - more))
                                        .harmony()
                                        .objective())
                        / (2 * more);
        double larger = 1e-3 * capacity;
        double ofCapacity =
                (free.output("P7", Limit.atMost(capacity + larger)).harmony().objective()
                                - free.output("P7", Limit.atMost(capacity - larger))
                                        .harmony()
                                        .objective())
                        / (2 * larger);

        assertThat(plan.worth("R0").worth()).isCloseTo(ofHours, within(1e-3 * ofHours));
        assertThat(plan.worth(LimitKind.OUTPUT, "P7").worth()).isCloseTo(ofCapacity, within(1e-3 * ofCapacity));
    }

    /** With labour alone, H'(y) = p λ for every product, λ its labour value, and one p at which the hours are used up. */
    @Test
    void aLargeTableUnderOneLimitIsSolvedByOnePrice() {
        int n = 1500;
        Random random = new Random(11);
        TechnicalCoefficients economy = economy(random, n, 1);
        LabelledVector target = RandomEconomy.amounts("Target", economy, random, 0.2);
        PlanProblem problem = scarce(economy, target, 0.8);
        double[] values = economy.system()
                .transposed()
                .solve(economy.extension("R0").toArray())
                .values();
        double hours = 0;
        for (int i = 0; i < n; i++) {
            hours += 0.8 * values[i] * target.at(i);
        }
        double low = 0;
        double high = 1e6;
        for (int halving = 0; halving < 200; halving++) {
            double price = (low + high) / 2;
            double used = 0;
            for (int i = 0; i < n; i++) {
                used += values[i] * delivered(price * values[i] * target.at(i), target.at(i));
            }
            low = used > hours ? price : low;
            high = used > hours ? high : price;
        }
        double best = 0;
        for (int i = 0; i < n; i++) {
            best += Harmony.of(delivered(high * values[i] * target.at(i), target.at(i)), target.at(i));
        }

        BestPlan plan =
                problem.with(ProgrammeOptions.defaults().withTolerance(1e-7)).harmony();

        assertThat(plan.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(plan.solverReport().method()).isEqualTo(ProgrammeMethod.REDUCED_FORM);
        assertThat(plan.objective()).isCloseTo(best, within(2e-4));
        assertThat(plan.objectiveBound()).isGreaterThanOrEqualTo(best - 1e-9);
        assertThat(plan.certificate().primalResidual()).isLessThan(1e-9);
        assertThat(plan.worth("R0").worth()).isCloseTo(high, within(1e-3 * high));
    }

    /** y from target · H'(y): 1 − s below the target, 1/(1 + s) above it, nothing where it costs more than 2. */
    private static double delivered(double slope, double target) {
        return target * (slope >= 1 ? Math.max(0, 2 - slope) : 1 / slope);
    }

    /** After the first rounds: a plan that keeps the limits, and a bound that the best does not overstep. */
    @Test
    void whoStopsItHasAPlanAndABound() {
        PlanProblem problem = manifold(2);
        double best = problem.with(SIMPLEX).harmony().objective();
        for (int most : new int[] {1, 30, 100, 200}) {
            int[] asked = {0};
            BestPlan plan = problem.with(REDUCED.withListener(progress -> ++asked[0] < most))
                    .harmony();

            assertThat(plan.status()).isEqualTo(ProgrammeStatus.STOPPED);
            assertThat(plan.objectiveBound()).isGreaterThanOrEqualTo(best - 1e-9);
            if (plan.certificate().primalResidual() <= 1e-9) {
                assertThat(plan.objective()).isLessThanOrEqualTo(best + 1e-7);
            }
        }
    }

    @Test
    void limitsThatClashAreNamed() {
        Random random = new Random(5);
        TechnicalCoefficients economy = economy(random, 40, 1);
        LabelledVector target = RandomEconomy.amounts("Target", economy, random, 0.2);
        PlanProblem problem =
                scarce(economy, target, 0.5).delivery("P3", Limit.atLeast(1000)).with(REDUCED);

        assertThatThrownBy(problem::harmony)
                .isInstanceOf(InfeasiblePlanException.class)
                .hasMessageContaining("P3")
                .hasMessageContaining("R0");
    }

    @Test
    void withoutAnyLimitThereIsNoEnd() {
        TechnicalCoefficients economy = economy(new Random(5), 40, 1);
        PlanProblem problem = PlanProblem.of(economy)
                .target(RandomEconomy.amounts("Target", economy, new Random(6), 0.2))
                .with(REDUCED);

        assertThatThrownBy(problem::harmony).isInstanceOf(UnboundedPlanException.class);
    }
}
