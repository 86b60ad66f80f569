package org.leontief.plan;

import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.UnitRatio;
import org.leontief.label.Units;
import org.leontief.optimisation.Sense;

/**
 * A goal in the columns of a programme.
 *
 * @param goal what is wanted
 * @param coefficients c by column
 * @param unit of c·x
 */
record Objective(Goal goal, Coefficients coefficients, String unit) {

    private static final String MULTIPLES = "multiples";

    static Objective of(Goal goal, PlanLayout layout, PlanProblem problem) {
        return switch (goal.kind()) {
            case MULTIPLE -> multiple(goal, layout);
            case HARMONY -> harmony(goal, layout);
            case VALUE -> value(goal, layout);
            case DELIVERY -> delivery(goal, layout);
            case LEAST, MOST -> use(goal, layout, problem);
        };
    }

    private static Objective multiple(Goal goal, PlanLayout layout) {
        if (!layout.conditions().hasTarget()) {
            throw new IllegalStateException(
                    "There is no target of which the plan could deliver a multiple. Give one: problem.target(basket).");
        }
        return new Objective(goal, Coefficients.one(layout.multiple()), MULTIPLES);
    }

    /** Concave, so that it has no coefficients: see {@link HarmonySearch}. */
    private static Objective harmony(Goal goal, PlanLayout layout) {
        if (!layout.conditions().hasTarget()) {
            throw new IllegalStateException(
                    "There is no target that the plan could be in harmony with. Give one: problem.target(basket).");
        }
        return new Objective(goal, Coefficients.NONE, "harmony");
    }

    private static Objective delivery(Goal goal, PlanLayout layout) {
        int product = layout.techniques().products().indexOf(goal.name());
        Coefficients.Collector c = new Coefficients.Collector(2);
        c.append(layout.delivery(product), 1);
        c.append(layout.multiple(), layout.conditions().target(product));
        return new Objective(goal, c.collected(), layout.techniques().units().get(product));
    }

    private static Objective value(Goal goal, PlanLayout layout) {
        LabelledVector weights = goal.weights().orElseThrow();
        Labels products = layout.techniques().products();
        Units units = weights.units().reorder(products.placesIn(weights.labels(), "'" + weights.name() + "'"));
        LabelledVector w = weights.alignedTo(products, units);
        Coefficients.Collector c = new Coefficients.Collector(w.size());
        double ofTarget = 0;
        for (int i = 0; i < w.size(); i++) {
            c.append(layout.delivery(i), w.at(i));
            ofTarget += w.at(i) * layout.conditions().target(i);
        }
        c.append(layout.multiple(), ofTarget);
        // "EUR per t" of steel and "EUR per kWh" of electricity can be added up.
        String unit = UnitRatio.numerator(
                "'" + w.name() + "'", w.units(), products, layout.techniques().units());
        return new Objective(goal, c.collected(), unit);
    }

    private static Objective use(Goal goal, PlanLayout layout, PlanProblem problem) {
        PlanResource resource = problem.resourceOrRow(goal.name());
        return new Objective(goal, layout.columnsOf(resource), resource.unit());
    }

    Sense sense() {
        return goal.kind() == Goal.Kind.LEAST ? Sense.MINIMISE : Sense.MAXIMISE;
    }

    /** +1 where more is better, −1 where less is. */
    int direction() {
        return goal.kind() == Goal.Kind.LEAST ? -1 : 1;
    }

    /** c of one column. */
    double[] dense(int columns) {
        return coefficients.dense(columns);
    }

    /** What is improved, in words. */
    String what() {
        return goal.toString();
    }
}
