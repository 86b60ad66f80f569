/**
 * Choosing under limits: the best plan, and what each scarce thing is worth.
 *
 * <pre>{@code
 * BestPlan best = PlanProblem.of(
 *                 activity("farm").makes("Corn", "t", 3).uses("Land", "ha", 1).uses("Work", "h", 20),
 *                 activity("garden").makes("Corn", 4).uses("Land", 1).uses("Work", 50))
 *         .resource("Land", 100)
 *         .resource("Work", 2600)
 *         .target(Map.of("Corn", 1.0))
 *         .largestMultiple();
 * ShadowPrice land = best.worth("Land");                                      // what one more hectare brings, and how far
 * double atMost = best.objectiveBound();                                      // no plan reaches more: proved
 * }</pre>
 */
@NullMarked
package org.leontief.plan;

import org.jspecify.annotations.NullMarked;
