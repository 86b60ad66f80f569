package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.optimisation.ProgrammeStatus;

/**
 * Random problems with several techniques a product, joint products, resources, capacities, floors and stocks. No solver checks
 * another here: from the numbers that were put in it is recomputed that the plan is feasible, and by weak duality that its
 * prices allow no better one.
 */
class RandomPlansTest {

    private static final int SEEDS_EACH = 50;

    /** What was put in, by hand. */
    private record Input(
            List<Map<String, Double>> outputs,
            List<Map<String, Double>> inputs,
            Map<String, Double> resources,
            Map<String, Double> capacities,
            Map<String, Double> floors,
            Map<String, Double> stocks,
            Map<String, Double> target) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void plansAreFeasibleAndPricesProveThem(int block) {
        int solved = 0;
        for (int seed = block * SEEDS_EACH; seed < (block + 1) * SEEDS_EACH; seed++) {
            Input input = random(new Random(seed));
            PlanProblem problem = problem(input);
            try {
                BestPlan best = problem.largestMultiple();
                assertThat(best.status()).as("seed %s", seed).isEqualTo(ProgrammeStatus.OPTIMAL);
                requireFeasible(input, best, seed);
                requireProved(input, best, seed);
                solved++;
            } catch (InfeasiblePlanException infeasible) {
                requireEnoughGivenWay(infeasible.conflict(), seed);
            }
        }
        assertThat(solved).as("problems with a plan").isGreaterThan(SEEDS_EACH / 2);
    }

    private static Input random(Random random) {
        int products = 3 + random.nextInt(10);
        int resources = 1 + random.nextInt(4);
        Input input = new Input(
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
        for (int k = 0; k < resources; k++) {
            input.resources.put("R" + k, 50 + 100 * random.nextDouble());
        }
        for (int i = 0; i < products; i++) {
            int techniques = 1 + random.nextInt(3);
            for (int j = 0; j < techniques; j++) {
                Map<String, Double> out = new HashMap<>(Map.of("P" + i, 1.0));
                if (random.nextInt(4) == 0) {
                    out.merge("P" + random.nextInt(products), random.nextDouble(), Double::sum);
                }
                Map<String, Double> in = new HashMap<>();
                for (int use = random.nextInt(4); use > 0; use--) {
                    in.put("P" + random.nextInt(products), 0.3 * random.nextDouble());
                }
                // Every technique takes some of the first resource, so that nothing is free and nothing grows for ever.
                in.put("R0", 0.1 + random.nextDouble());
                in.put("R" + random.nextInt(resources), 0.1 + random.nextDouble());
                input.outputs.add(out);
                input.inputs.add(in);
            }
            if (random.nextInt(3) == 0) {
                input.capacities.put("P" + i, 20 * random.nextDouble());
            }
            if (random.nextInt(4) == 0) {
                input.floors.put("P" + i, 6 * random.nextDouble());
            }
            if (random.nextInt(5) == 0) {
                input.stocks.put("P" + i, 3 * random.nextDouble());
            }
            if (random.nextInt(2) == 0 || i == 0) {
                input.target.put("P" + i, 0.2 + random.nextDouble());
            }
        }
        return input;
    }

    private static PlanProblem problem(Input input) {
        List<Activity> activities = new ArrayList<>();
        for (int j = 0; j < input.outputs.size(); j++) {
            Activity activity = activity("T" + j);
            for (Map.Entry<String, Double> out : input.outputs.get(j).entrySet()) {
                activity = activity.makes(out.getKey(), out.getValue());
            }
            for (Map.Entry<String, Double> in : input.inputs.get(j).entrySet()) {
                activity = activity.uses(in.getKey(), in.getValue());
            }
            activities.add(activity);
        }
        PlanProblem problem =
                PlanProblem.of(activities.toArray(Activity[]::new)).target(input.target);
        for (Map.Entry<String, Double> resource : input.resources.entrySet()) {
            boolean isUsed = input.inputs.stream().anyMatch(in -> in.containsKey(resource.getKey()));
            problem = isUsed ? problem.resource(resource.getKey(), resource.getValue()) : problem;
        }
        for (Map.Entry<String, Double> most : input.capacities.entrySet()) {
            problem = problem.output(most.getKey(), Limit.atMost(most.getValue()));
        }
        for (Map.Entry<String, Double> least : input.floors.entrySet()) {
            problem = problem.delivery(least.getKey(), Limit.atLeast(least.getValue()));
        }
        for (Map.Entry<String, Double> stock : input.stocks.entrySet()) {
            problem = problem.stock(stock.getKey(), stock.getValue());
        }
        return problem;
    }

    private static void requireFeasible(Input input, BestPlan best, int seed) {
        Map<String, Double> net = new HashMap<>(input.stocks);
        Map<String, Double> made = new HashMap<>();
        Map<String, Double> used = new HashMap<>();
        for (int j = 0; j < input.outputs.size(); j++) {
            double x = best.intensities().of("T" + j);
            assertThat(x).as("seed %s, T%s", seed, j).isGreaterThan(-1e-9);
            input.outputs.get(j).forEach((product, amount) -> {
                made.merge(product, amount * x, Double::sum);
                net.merge(product, amount * x, Double::sum);
            });
            input.inputs.get(j).forEach((name, amount) -> {
                used.merge(name, amount * x, Double::sum);
                net.merge(name, -amount * x, Double::sum);
            });
        }
        input.resources.forEach((name, amount) -> assertThat(used.getOrDefault(name, 0.0))
                .as("seed %s, %s", seed, name)
                .isLessThan(amount + 1e-7));
        input.capacities.forEach((name, amount) ->
                assertThat(made.get(name)).as("seed %s, %s", seed, name).isLessThan(amount + 1e-7));
        best.problem().products().forEach(label -> {
            String product = label.toString();
            double delivered = net.getOrDefault(product, 0.0);
            double wanted = Math.max(
                    input.floors.getOrDefault(product, 0.0),
                    best.objective() * input.target.getOrDefault(product, 0.0));
            assertThat(delivered).as("seed %s, %s", seed, product).isGreaterThan(wanted - 1e-7);
            assertThat(best.deliveries().of(product)).isCloseTo(delivered, within(1e-8));
        });
    }

    /**
     * For prices p, r, rents c and costs f of floors, all of the right sign, with no technique that gains and p·b − f·b ≥ 1,
     * every feasible plan has t ≤ p·stock + r·R + c·capacity − f·floors.
     */
    private static void requireProved(Input input, BestPlan best, int seed) {
        Map<String, Double> prices = new HashMap<>();
        best.problem()
                .products()
                .forEach(label -> prices.put(label.toString(), best.prices().of(label)));
        Map<String, Double> worth = new HashMap<>();
        Map<String, Double> rents = new HashMap<>();
        Map<String, Double> costs = new HashMap<>();
        for (LimitUse use : best.limits()) {
            Map<String, Double> kind = switch (use.limit().kind()) {
                case RESOURCE -> worth;
                case OUTPUT -> rents;
                default -> costs;
            };
            kind.put(use.limit().name(), use.worth());
        }
        double bound = 0;
        for (Map.Entry<String, Double> resource : worth.entrySet()) {
            assertThat(resource.getValue())
                    .as("seed %s, %s", seed, resource.getKey())
                    .isGreaterThan(-1e-9);
            bound += resource.getValue() * number(input.resources, resource.getKey());
        }
        for (Map.Entry<String, Double> rent : rents.entrySet()) {
            assertThat(rent.getValue())
                    .as("seed %s, rent of %s", seed, rent.getKey())
                    .isGreaterThan(-1e-9);
            bound += rent.getValue() * number(input.capacities, rent.getKey());
        }
        for (Map.Entry<String, Double> cost : costs.entrySet()) {
            assertThat(cost.getValue())
                    .as("seed %s, floor of %s", seed, cost.getKey())
                    .isLessThan(1e-9);
            bound += cost.getValue() * number(input.floors, cost.getKey());
        }
        for (Map.Entry<String, Double> stock : input.stocks.entrySet()) {
            bound += number(prices, stock.getKey()) * stock.getValue();
        }
        double basket = 0;
        for (Map.Entry<String, Double> wanted : input.target.entrySet()) {
            basket += wanted.getValue() * (number(prices, wanted.getKey()) + costs.getOrDefault(wanted.getKey(), 0.0));
        }
        assertThat(basket).as("seed %s, value of the target", seed).isGreaterThan(1 - 1e-9);
        prices.forEach((product, price) -> assertThat(price + costs.getOrDefault(product, 0.0))
                .as("seed %s, price of %s", seed, product)
                .isGreaterThan(-1e-9));
        for (int j = 0; j < input.outputs.size(); j++) {
            double gain = 0;
            for (Map.Entry<String, Double> out : input.outputs.get(j).entrySet()) {
                gain += out.getValue() * (number(prices, out.getKey()) - rents.getOrDefault(out.getKey(), 0.0));
            }
            for (Map.Entry<String, Double> in : input.inputs.get(j).entrySet()) {
                gain -= in.getValue() * prices.getOrDefault(in.getKey(), worth.getOrDefault(in.getKey(), 0.0));
            }
            assertThat(gain).as("seed %s, T%s", seed, j).isLessThan(1e-9);
            assertThat(best.appraisal("T" + j).net())
                    .as("seed %s, T%s", seed, j)
                    .isCloseTo(gain, within(1e-9));
            assertThat(best.advantages().of("T" + j))
                    .as("seed %s, T%s", seed, j)
                    .isCloseTo(gain, within(1e-9));
        }
        assertThat(best.objective()).as("seed %s", seed).isCloseTo(bound, within(1e-8 * Math.max(1, bound)));
        assertThat(best.objectiveBound()).isBetween(best.objective() - 1e-9, best.objective() + 1e-6);
    }

    private static double number(Map<String, Double> numbers, String name) {
        return numbers.getOrDefault(name, 0.0);
    }

    /** With one of the limits moved by as much as is said, and a little more, there is a plan. */
    private static void requireEnoughGivenWay(PlanConflict conflict, int seed) {
        assertThat(conflict.limits()).as("seed %s", seed).isNotEmpty();
        for (PlanConflict.ClashingLimit clashing : conflict.limits()) {
            if (Double.isFinite(clashing.givesWay())) {
                Input moved = random(new Random(seed));
                String name = clashing.limit().name();
                double more = clashing.givesWay() + 1e-6;
                switch (clashing.limit().kind()) {
                    case RESOURCE -> moved.resources.merge(name, more, Double::sum);
                    case OUTPUT -> moved.capacities.merge(name, more, Double::sum);
                    default -> moved.floors.merge(name, -more, Double::sum);
                }
                assertThat(problem(moved).largestMultiple().objective())
                        .as("seed %s, %s", seed, clashing)
                        .isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }
}
