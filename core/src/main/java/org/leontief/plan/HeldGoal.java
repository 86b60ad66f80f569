package org.leontief.plan;

/**
 * A goal that has been reached and is held from now on.
 *
 * @param objective what is wanted, over the columns of the programme
 * @param best how far it was reached
 * @param bound what no plan can better
 */
record HeldGoal(Objective objective, double best, double bound) {

    /** The row that holds it. */
    PlanLayout.LimitedRow row() {
        Goal goal = objective.goal();
        double worst = goal.held(best);
        Limit limit = goal.kind() == Goal.Kind.LEAST ? Limit.atMost(worst) : Limit.atLeast(worst);
        return new PlanLayout.LimitedRow(
                new PlanLimit(LimitKind.GOAL, goal.toString(), objective.unit(), limit), objective.coefficients());
    }
}
