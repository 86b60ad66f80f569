package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;
import static org.leontief.plan.Limit.atLeast;
import static org.leontief.plan.Limit.atMost;
import static org.leontief.plan.SmallEconomy.COEFFICIENTS;
import static org.leontief.plan.SmallEconomy.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.SolveOptions;

/** Where no plan keeps all limits, those that clash are named; where nothing limits the goal, it is said by which techniques. */
class InfeasiblePlanTest {

    private static final BoundedVector LABOUR_VALUES =
            Multipliers.ofExtension(COEFFICIENTS, "Labour", SolveOptions.defaults());

    @Test
    void labourDoesNotSufficeForTheFloor() {
        PlanProblem problem = problem()
                .resource("Labour", 100)
                .resource("CO2", 1e6)
                .output("Coal", atMost(1e6))
                .delivery("Food", atLeast(20));

        PlanConflict conflict = conflictOf(problem);

        assertThat(conflict.limits())
                .extracting(limit -> limit.limit().toString())
                .containsExactlyInAnyOrder("Labour ≤ 100 hours", "delivery of Food ≥ 20 t");
        double needed = 20 * LABOUR_VALUES.of("Food");
        assertThat(givesWay(conflict, "Labour")).isCloseTo(needed - 100, within(1e-9));
        assertThat(givesWay(conflict, "delivery of Food")).isCloseTo(20 - 100 / LABOUR_VALUES.of("Food"), within(1e-9));
        assertThatThrownBy(() -> problem.least("Labour"))
                .hasMessageContaining("Labour ≤ 100 hours (84.68")
                .hasMessageContaining("delivery of Food ≥ 20 t (9.17")
                .hasMessageContaining("Food");
    }

    /** Twelve goods of an hour each, of which one is to be made, in eleven hours: all twelve floors clash with the labour. */
    @Test
    void ofManyLimitsTheFirstAreNamed() {
        PlanProblem problem = PlanProblem.of(IntStream.rangeClosed(1, 12)
                        .mapToObj(k ->
                                activity("make " + k).makes("Good " + k, "t", 1).uses("Labour", "hours", 1))
                        .toArray(Activity[]::new))
                .resource("Labour", 11);
        for (int k = 1; k <= 12; k++) {
            problem = problem.delivery("Good " + k, atLeast(1));
        }

        PlanConflict conflict = conflictOf(problem);

        assertThat(conflict.limits()).hasSize(13);
        assertThat(conflict.toString())
                .contains("; and 3 more.")
                .contains("Good 10 and 2 more.")
                .doesNotContain("Good 12");
    }

    private static PlanConflict conflictOf(PlanProblem problem) {
        InfeasiblePlanException thrown =
                catchThrowableOfType(InfeasiblePlanException.class, () -> problem.least("Labour"));
        assertThat(thrown).isNotNull();
        return thrown.conflict();
    }

    private static double givesWay(PlanConflict conflict, String what) {
        return conflict.limits().stream()
                .filter(limit -> limit.limit().what().equals(what))
                .findFirst()
                .orElseThrow()
                .givesWay();
    }

    /** Six limits of which some clash: of those that are named none can be spared, and with any one gone the rest can be kept. */
    @Test
    void noneOfThoseNamedCanBeSpared() {
        Map<String, UnaryOperator<PlanProblem>> limits = new LinkedHashMap<>();
        limits.put("Labour", problem -> problem.resource("Labour", 900));
        limits.put("CO2", problem -> problem.resource("CO2", 60));
        limits.put("delivery of Food", problem -> problem.delivery("Food", atLeast(30)));
        limits.put("delivery of Steel", problem -> problem.delivery("Steel", atLeast(25)));
        limits.put("output of Coal", problem -> problem.output("Coal", atMost(70)));
        limits.put("demand for Coal", problem -> problem.demand(Map.of("Coal", 40.0)));
        PlanProblem all = with(limits, "");

        PlanConflict conflict = conflictOf(all);

        List<String> named = new ArrayList<>();
        conflict.limits().forEach(limit -> named.add(limit.limit().what()));
        assertThat(named).isNotEmpty().allMatch(limits::containsKey);
        Map<String, UnaryOperator<PlanProblem>> clashing = new LinkedHashMap<>();
        named.forEach(name -> clashing.put(name, limits.get(name)));
        assertThatThrownBy(() -> with(clashing, "").least("Labour")).isInstanceOf(InfeasiblePlanException.class);
        for (String spared : named) {
            assertThat(with(clashing, spared).least("Labour").objective())
                    .as(spared)
                    .isFinite();
        }
    }

    private static PlanProblem with(Map<String, UnaryOperator<PlanProblem>> limits, String spared) {
        PlanProblem problem = problem();
        for (Map.Entry<String, UnaryOperator<PlanProblem>> limit : limits.entrySet()) {
            if (!limit.getKey().equals(spared)) {
                problem = limit.getValue().apply(problem);
            }
        }
        return problem;
    }

    @Test
    void aTableThatCannotReproduceItselfHasNoPlan() {
        PlanProblem problem = PlanProblem.of(
                        activity("Mill").makes("Flour", "t", 1).uses("Grain", 1.2),
                        activity("Farm").makes("Grain", "t", 1).uses("Flour", 0.9))
                .delivery("Flour", atLeast(1));

        InfeasiblePlanException thrown =
                catchThrowableOfType(InfeasiblePlanException.class, () -> problem.best(Goal.mostOf("Grain")));

        assertThat(thrown.conflict().limits())
                .extracting(limit -> limit.limit().what())
                .containsExactly("delivery of Flour");
        assertThat(thrown.conflict().products()).containsExactlyInAnyOrder("Flour", "Grain");
    }

    @Test
    void nothingLimitsTheMultiple() {
        PlanProblem problem = problem()
                .resource("CO2", 100)
                .target(Map.of("Coal", 1.0))
                .activities(activity("Clean pit").makes("Coal", 1).uses("Labour", "hours", 10));

        assertThatThrownBy(problem::largestMultiple)
                .isInstanceOf(UnboundedPlanException.class)
                .hasMessageContaining("largest multiple of the target")
                .hasMessageContaining("'Clean pit'")
                .hasMessageContaining("resource(name, amount)");
        UnboundedPlanException thrown = catchThrowableOfType(UnboundedPlanException.class, problem::largestMultiple);
        assertThat(thrown.techniques()).containsExactly("Clean pit");
    }

    /** Of 20 t wanted 5 are in stock: 15 take 120 hours. */
    @Test
    void whatIsInStockCountsInHowFarALimitHasToGiveWay() {
        PlanProblem problem = PlanProblem.of(
                        activity("Farm").makes("Food", "t", 1).uses("Labour", "hours", 8))
                .resource("Labour", 100)
                .stock("Food", 5)
                .delivery("Food", Limit.atLeast(20));

        assertThatThrownBy(() -> problem.least("Labour"))
                .isInstanceOf(InfeasiblePlanException.class)
                .hasMessageContaining("Labour ≤ 100 hours (20 more would do)")
                .hasMessageContaining("delivery of Food ≥ 20 t (2.5 less would do)");
    }

    /** Half a tonne of coal for a tonne of steel: the five that may come in from outside make ten. */
    @Test
    void aFloorBelowNothingLetsSoMuchIn() {
        PlanProblem problem = PlanProblem.of(
                        activity("Mine").makes("Coal", "t", 1).uses("Labour", "hours", 100),
                        activity("Works")
                                .makes("Steel", "t", 1)
                                .uses("Coal", 0.5)
                                .uses("Labour", 1))
                .resource("Labour", 10)
                .delivery("Coal", Limit.atLeast(-5))
                .target(Map.of("Steel", 1.0));

        assertThat(problem.largestMultiple().objective()).isCloseTo(10, within(1e-12));
    }
}
