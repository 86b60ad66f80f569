/**
 * What there is: whether people, plant, carbon and foreign exchange are enough for a plan, what breaks first, and how a fund is
 * divided. The plan is given here; which plan is the best under limits is asked in {@code org.leontief.plan}.
 *
 * <pre>{@code
 * Economy economy = Economy.of(
 *         recipe("Corn").unit("t").uses("Corn", 0.2).uses("Iron", 0.05).labour(2),
 *         recipe("Iron").unit("t").uses("Corn", 0.1).uses("Iron", 0.3).labour(5));
 * Resources resources = Resources.of(economy.coefficients()).row("Labour", 280).capacity("Iron", 10);
 * ResourceCheck check = ResourceCheck.of(economy.plan(Map.of("Corn", 100.0)), resources);
 * String breaksFirst = check.first().resource().name();
 * double fits = check.largestMultiple().value();                             // so many times the plan can be carried out
 * Shortage.Relief lessCorn = check.shortage("Labour").relief("Corn");         // or so much less corn
 * }</pre>
 */
@NullMarked
package org.leontief.resource;

import org.jspecify.annotations.NullMarked;
