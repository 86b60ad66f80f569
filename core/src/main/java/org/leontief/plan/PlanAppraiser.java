package org.leontief.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.plan.Appraisal.Part;
import org.leontief.plan.OpportunityCost.Use;
import org.leontief.plan.PlanValuation.PricedLimit;

/** Values techniques and their inputs at the prices of a plan. */
final class PlanAppraiser {

    private final BestPlan plan;
    private final PlanProblem problem;
    private final PlanLayout layout;
    private final PlanValuation valuation;

    PlanAppraiser(BestPlan plan) {
        this.plan = plan;
        problem = plan.problem();
        layout = plan.programme().layout();
        valuation = plan.valuation();
    }

    Appraisal of(int technique) {
        Techniques techniques = problem.technology();
        List<Part> parts = new ArrayList<>();
        techniques.outputs(technique).forEach((product, amount) -> parts.add(part(product, amount)));
        techniques.inputs(technique).forEach((product, amount) -> parts.add(part(product, -amount)));
        for (PricedLimit limit : valuation.limits()) {
            double amount = limit.coefficients().at(technique);
            if (amount != 0 && isCost(limit)) {
                parts.add(new Part(
                        limit.use().limit().what(), -amount, limit.use().worth()));
            }
        }
        double byGoal = plan.programme().objective().coefficients().at(technique);
        if (byGoal != 0) {
            int direction = plan.programme().objective().direction();
            parts.add(new Part(plan.goal().name() + ", by the goal", direction * byGoal, 1));
        }
        return new Appraisal(problem.techniques().get(technique).toString(), plan.unit(), parts);
    }

    /** A floor that keeps a losing technique running does not make it worthwhile. */
    private static boolean isCost(PricedLimit limit) {
        LimitKind kind = limit.use().limit().kind();
        boolean isOwnLimit = kind == LimitKind.OUTPUT || kind == LimitKind.INTENSITY;
        return limit.use().worth() > 0 || (limit.use().worth() < 0 && !isOwnLimit);
    }

    private Part part(int product, double amount) {
        return new Part(problem.products().get(product).toString(), amount, valuation.price(product));
    }

    Appraisal of(Activity activity) {
        List<Part> parts = new ArrayList<>();
        activity.outputs().forEach((name, amount) -> {
            int product = problem.products().indexOf(name);
            requireUnit(activity, name, amount.unit(), problem.units().get(product));
            parts.add(part(product, amount.amount()));
        });
        activity.inputs().forEach((name, amount) -> {
            if (problem.products().contains(name)) {
                int product = problem.products().indexOf(name);
                requireUnit(activity, name, amount.unit(), problem.units().get(product));
                parts.add(part(product, -amount.amount()));
            } else {
                PlanResource resource = problem.resourceOrRow(name);
                requireUnit(activity, name, amount.unit(), resource.unit());
                parts.add(new Part(resource.name(), -amount.amount(), costOf(resource.name())));
            }
        });
        return new Appraisal(activity.name(), plan.unit(), parts);
    }

    private static void requireUnit(Activity activity, String name, Optional<String> stated, String known) {
        stated.filter(unit -> !unit.equals(known)).ifPresent(unit -> {
            throw new IllegalArgumentException("'" + activity.name() + "' counts '" + name + "' in " + unit
                    + ", the plan in " + known + ". Convert the amount first; units are never mixed silently.");
        });
    }

    /** What a unit of a resource costs whoever uses it: by its limits, by goals that are held, by the goal itself. */
    private double costOf(String resource) {
        double cost = rowCostOf(resource);
        for (PricedLimit limit : valuation.limits()) {
            if (!limit.isRow()) {
                cost += limit.use().worth() * perUnit(limit, resource);
            }
        }
        return cost;
    }

    /** The same without limits that are bounds of one technique: that part which the technique's gain has paid already. */
    private double rowCostOf(String resource) {
        double cost =
                isAbout(plan.goal(), resource) ? -plan.programme().objective().direction() : 0;
        for (PricedLimit limit : valuation.limits()) {
            if (limit.isRow()) {
                cost += limit.use().worth() * perUnit(limit, resource);
            }
        }
        for (HeldGoal held : plan.held()) {
            Goal goal = held.objective().goal();
            if (isAbout(goal, resource)) {
                cost += plan.limit(LimitKind.GOAL, goal.toString()).worth();
            }
        }
        return cost;
    }

    /** How a unit of a resource counts in a limit; 0 where it does not. */
    private int perUnit(PricedLimit limit, String resource) {
        PlanLimit of = limit.use().limit();
        return of.kind() == LimitKind.RESOURCE
                ? problem.resourceOrRow(of.name()).perUnit(resource)
                : 0;
    }

    private static boolean isAbout(Goal goal, String resource) {
        return (goal.kind() == Goal.Kind.LEAST || goal.kind() == Goal.Kind.MOST)
                && goal.name().equals(resource);
    }

    OpportunityCost opportunityCost(String thing) {
        if (problem.products().contains(thing)) {
            int product = problem.products().indexOf(thing);
            ShadowPrice price = plan.price(thing);
            return new OpportunityCost(
                    price.of(), price, plan.unit(), uses(usersOf(product), price.worth(), price.worth()));
        }
        PlanResource resource = resource(thing);
        double cost = costOf(thing);
        ShadowPrice price = resource.limit().isNone() || isAbout(plan.goal(), thing)
                ? unlimited(resource, cost)
                : plan.worth(thing);
        return new OpportunityCost(thing, price, plan.unit(), uses(layout.columnsOf(resource), rowCostOf(thing), cost));
    }

    private PlanResource resource(String thing) {
        boolean isKnown = problem.resources().contains(thing) || isAbout(plan.goal(), thing);
        if (!isKnown) {
            if (problem.products().asList().stream()
                    .anyMatch(product -> product.name().equals(thing))) {
                problem.products().indexOf(thing); // throws: it stands in several regions
            }
            List<String> names = new ArrayList<>(problem.resources());
            problem.products().forEach(product -> names.add(product.toString()));
            throw Labels.of(names).unknown(thing);
        }
        return problem.resourceOrRow(thing);
    }

    private ShadowPrice unlimited(PlanResource resource, double cost) {
        return new ShadowPrice(
                resource.name(),
                cost,
                Units.of(plan.unit()).per(Units.of(resource.unit())).get(0),
                plan.use(resource.name()),
                resource.unit(),
                Optional.empty(),
                isAbout(plan.goal(), resource.name()) ? "by the goal" : "not limited");
    }

    /** Which columns take a product, and how much per unit. */
    private Coefficients usersOf(int product) {
        Techniques techniques = problem.technology();
        Coefficients.Collector users = new Coefficients.Collector(8);
        for (int j = 0; j < techniques.count(); j++) {
            users.append(j, techniques.input(product, j));
        }
        users.append(layout.delivery(product), 1);
        users.append(layout.multiple(), layout.conditions().target(product));
        return users.collected();
    }

    /**
     * The value of every use: what the user's gain leaves for a unit, above what the gain has paid for it already.
     *
     * @param paid the part of the price that is in the gain of a column as a cost
     */
    private List<Use> uses(Coefficients users, double paid, double price) {
        List<Use> uses = new ArrayList<>();
        users.forEach((column, perUnit) -> {
            if (perUnit > 0) {
                double value = paid + valuation.gain(column) / perUnit;
                double amount = perUnit * plan.column(column);
                boolean isDelivery = column >= layout.delivery(0);
                if (!isDelivery || amount != 0) {
                    uses.add(new Use(
                            nameOf(column), perUnit, amount, value, OpportunityCost.isWorthwhile(value, price)));
                }
            }
        });
        uses.sort(Comparator.comparingDouble(Use::value).reversed());
        return uses;
    }

    private String nameOf(int column) {
        if (column < problem.techniques().size()) {
            return problem.techniques().get(column).toString();
        }
        if (column == layout.multiple()) {
            return "target";
        }
        return "delivery of " + problem.products().get(column - layout.delivery(0));
    }
}
