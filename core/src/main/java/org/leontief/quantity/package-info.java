/**
 * The quantity side, x = Ax + d: plans, multipliers and scenarios.
 *
 * <pre>{@code
 * Economy economy = Economy.of(
 *         recipe("Corn").unit("t").uses("Corn", 0.2).uses("Iron", 0.05).labour(2),
 *         recipe("Iron").unit("t").uses("Corn", 0.1).uses("Iron", 0.3).labour(5));
 * GrossOutputPlan plan = economy.plan(Map.of("Corn", 100.0));
 * GrossOutputPlan after = economy.plan(plan.finalDemand(), Scenario.named("Less iron").scaleCoefficient("Iron", "Corn", 0.8));
 * List<PlanComparison.Change> changes = after.comparedWith(plan).grossOutput();
 * }</pre>
 */
@NullMarked
package org.leontief.quantity;

import org.jspecify.annotations.NullMarked;
