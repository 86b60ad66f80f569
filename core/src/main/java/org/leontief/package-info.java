/**
 * The front door: one line for each question, each handed on to the packages below.
 *
 * <pre>{@code
 * Economy economy = Economy.of(
 *         recipe("Coal").unit("t").uses("Electricity", 0.1).labour(0.8),
 *         recipe("Electricity").unit("MWh").uses("Coal", 0.35).labour(0.1),
 *         recipe("Steel").unit("t").uses("Coal", 0.7).uses("Electricity", 0.5).labour(2.5));
 * economy.viability().requireViable();
 * GrossOutputPlan plan = economy.plan(Map.of("Steel", 1000.0));
 * double coal = plan.grossOutput().of("Coal");
 * double hours = plan.extension("Labour").total();
 * double hoursInATonne = economy.labourValues("Labour").perUnit().of("Steel");
 * BestPlan most = economy.problem().resource("Labour", 10_000).target(Map.of("Steel", 1.0)).largestMultiple();
 * }</pre>
 */
@NullMarked
package org.leontief;

import org.jspecify.annotations.NullMarked;
