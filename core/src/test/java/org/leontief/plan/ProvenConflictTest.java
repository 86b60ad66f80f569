package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;
import static org.leontief.plan.Limit.atLeast;
import static org.leontief.plan.Limit.atMost;
import static org.leontief.technology.Recipe.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.plan.PlanConflict.ClashingLimit;
import org.leontief.technology.Recipe;
import org.leontief.technology.TechnicalCoefficients;

/** Limits that clash, as the reduced form finds them, checked limit by limit by the simplex method. */
class ProvenConflictTest {

    private static final ProgrammeOptions REDUCED =
            ProgrammeOptions.defaults().withMethod(ProgrammeMethod.REDUCED_FORM);
    private static final ProgrammeOptions SIMPLEX = ProgrammeOptions.defaults().withMethod(ProgrammeMethod.SIMPLEX);

    private static final int PRODUCTS = 14;

    /** How a limit is stated at a height. */
    private interface Statement extends BiFunction<PlanProblem, Double, PlanProblem> {}

    /** Limits by what they limit, and where they stand. */
    private static final class Limits {

        private final PlanProblem bare;
        private final Map<String, Statement> statements = new LinkedHashMap<>();
        private final Map<String, Double> heights = new LinkedHashMap<>();

        Limits(PlanProblem bare) {
            this.bare = bare;
        }

        void add(String what, double height, Statement statement) {
            statements.put(what, statement);
            heights.put(what, height);
        }

        double height(String what) {
            return Objects.requireNonNull(heights.get(what));
        }

        private PlanProblem stated(PlanProblem problem, String what, double height) {
            return Objects.requireNonNull(statements.get(what)).apply(problem, height);
        }

        PlanProblem only(Iterable<String> kept) {
            PlanProblem problem = bare;
            for (String what : kept) {
                problem = stated(problem, what, height(what));
            }
            return problem;
        }

        PlanProblem all() {
            return only(statements.keySet());
        }

        PlanProblem without(List<String> of, String spared) {
            List<String> rest = new ArrayList<>(of);
            rest.remove(spared);
            return only(rest);
        }

        PlanProblem moved(String what, double height) {
            return stated(without(List.copyOf(statements.keySet()), what), what, height);
        }
    }

    private static TechnicalCoefficients economy(Random random) {
        List<Recipe> recipes = new ArrayList<>();
        for (int j = 0; j < PRODUCTS; j++) {
            Recipe recipe = recipe("P" + j).unit("t").labour(0.2 + random.nextDouble());
            for (int i = 0; i < PRODUCTS; i++) {
                recipe = random.nextInt(3) == 0 ? recipe.uses("P" + i, 2.0 * random.nextDouble() / PRODUCTS) : recipe;
            }
            recipes.add(recipe.extension("Land", "ha", random.nextInt(3) == 0 ? random.nextDouble() : 0));
        }
        return TechnicalCoefficients.ofRecipes(recipes);
    }

    /** Too many floors for too little labour, land and capacity; some of what is delivered counts in the target, or is in stock. */
    private static Limits limits(int seed) {
        Random random = new Random(seed);
        PlanProblem bare = PlanProblem.of(economy(random))
                .activities(
                        activity("Second way").makes("P1", 1).uses("P2", 0.3).uses("Labour", 0.4))
                .activities(
                        activity("Kit").makes("Kit", "kits", 1).uses("P3", 1).uses("P4", 0.5));
        bare = seed % 2 == 0 ? bare.target(Map.of("P5", 1.0, "P6", 2.0)) : bare;
        bare = seed % 3 == 0 ? bare.stock("P7", 0.5).stock("Kit", 0.2) : bare;
        Limits limits = new Limits(bare);
        limits.add("Labour", 6 + 8 * random.nextDouble(), (problem, most) -> problem.resource("Labour", most));
        limits.add("Land", 1 + 2 * random.nextDouble(), (problem, most) -> problem.resource("Land", most));
        for (int i : new int[] {5, 6, 7, 8, 9, 10, 11}) {
            String name = "P" + i;
            limits.add(
                    "delivery of " + name,
                    0.5 + 2 * random.nextDouble(),
                    (problem, least) -> problem.delivery(name, atLeast(least)));
        }
        limits.add("demand for P12", 1, (problem, amount) -> problem.demand(Map.of("P12", amount)));
        limits.add("delivery of Kit", 3, (problem, least) -> problem.delivery("Kit", atLeast(least)));
        limits.add("output of P3", 2 + 2 * random.nextDouble(), (problem, most) -> problem.output("P3", atMost(most)));
        limits.add(
                "intensity of P8",
                1 + 2 * random.nextDouble(),
                (problem, most) -> problem.intensity("P8", atMost(most)));
        return limits;
    }

    private static PlanProblem counted(PlanProblem problem) {
        return problem.resources().contains("Labour") ? problem : problem.counting("Labour");
    }

    private static void requireFeasible(PlanProblem problem, String what) {
        assertThatCode(() -> counted(problem).with(SIMPLEX).least("Land"))
                .as(what)
                .doesNotThrowAnyException();
    }

    private static void requireInfeasible(PlanProblem problem, String what) {
        assertThatThrownBy(() -> counted(problem).with(SIMPLEX).least("Land"))
                .as(what)
                .isInstanceOf(InfeasiblePlanException.class);
    }

    private static PlanConflict conflict(PlanProblem problem) {
        InfeasiblePlanException thrown = catchThrowableOfType(
                InfeasiblePlanException.class, () -> problem.with(REDUCED).least("Land"));
        assertThat(thrown).isNotNull();
        return thrown.conflict();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noneOfThoseNamedCanBeSpared(int seed) {
        Limits limits = limits(seed);

        PlanConflict conflict = conflict(limits.all());

        List<String> named =
                conflict.limits().stream().map(limit -> limit.limit().what()).toList();
        assertThat(named).isNotEmpty().doesNotHaveDuplicates();
        requireInfeasible(limits.only(named), "all that are named");
        named.forEach(spared -> requireFeasible(limits.without(named, spared), spared));
    }

    /** In the whole problem: just so far is enough, a little less is not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void eachGivesWayAsFarAsItMust(int seed) {
        Limits limits = limits(seed);

        for (ClashingLimit clashing : conflict(limits.all()).limits()) {
            String what = clashing.limit().what();
            double way = clashing.givesWay();
            assertThat(way).as(what).isPositive();
            double height = limits.height(what);
            double towards = clashing.limit().limit().upper() == Double.POSITIVE_INFINITY ? -1 : 1;
            if (Double.isInfinite(way)) {
                requireInfeasible(limits.without(List.copyOf(limits.statements.keySet()), what), what);
            } else {
                requireFeasible(limits.moved(what, height + towards * way * (1 + 1e-6)), what);
                requireInfeasible(limits.moved(what, height + towards * way * (1 - 1e-4)), what);
            }
        }
    }

    /**
     * 3 t of each make 3 · 2 + 3 · 5 = 21 hours of work, and corn alone cannot make up for it: iron for it is short. The
     * interior-point method comes near to how far a limit has to give way, not to the last digit.
     */
    @Test
    void theWayIsKnownWhateverMethodIsAskedFor() {
        PlanProblem problem = PlanProblem.of(TechnicalCoefficients.ofRecipes(List.of(
                        recipe("Corn")
                                .unit("t")
                                .uses("Corn", 0.2)
                                .uses("Iron", 0.05)
                                .labour(2),
                        recipe("Iron")
                                .unit("t")
                                .uses("Corn", 0.1)
                                .uses("Iron", 0.3)
                                .labour(5))))
                .with(ProgrammeOptions.defaults().withMethod(ProgrammeMethod.INTERIOR_POINT))
                .resource("Labour", 250)
                .available("Labour", atLeast(200))
                .output("Corn", atMost(3))
                .output("Iron", atMost(3))
                .target(Map.of("Corn", 1.0));

        InfeasiblePlanException thrown = catchThrowableOfType(InfeasiblePlanException.class, problem::largestMultiple);

        assertThat(thrown).isNotNull();
        assertThat(thrown.conflict().limits())
                .hasSizeGreaterThan(1)
                .allSatisfy(limit -> assertThat(limit.givesWay())
                        .isEqualTo(
                                limit.limit().what().equals("Labour") ? 179 : Double.POSITIVE_INFINITY, within(1e-9)));
    }

    @Test
    void aFloorAboveACeilingIsAConflictOfTwo() {
        PlanProblem problem = limits(1)
                .all()
                .intensity("P4", atLeast(3))
                .output("P4", atMost(2))
                .available("Labour", atMost(1000))
                .available("Land", atMost(1000));

        PlanConflict conflict = conflict(problem);

        assertThat(conflict.limits())
                .extracting(limit -> limit.limit().what())
                .containsExactlyInAnyOrder("intensity of P4", "output of P4");
    }
}
