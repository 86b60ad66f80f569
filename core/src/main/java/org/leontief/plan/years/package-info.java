/**
 * Plans of several years: capital by industry and kind, what building takes and how long, limits and budgets by year, what has to
 * be left at the end, and what changes when a year comes out otherwise.
 *
 * <pre>{@code
 * TechnicalCoefficients village = TechnicalCoefficients.ofRecipes(List.of(
 *         recipe("Corn").unit("t").uses("Corn", 0.2).uses("Iron", 0.05).labour(2),
 *         recipe("Iron").unit("t").uses("Corn", 0.1).uses("Iron", 0.3).labour(5)));
 * MultiYearPlan plan = YearsProblem.of(village, "2027", "2028", "2029")
 *         .consuming(Map.of("Corn", 1.0))
 *         .capital(CapitalGood.of("Furnaces", "furnaces").takes("Iron", 1).neededBy("Iron", 0.5).atStart("Iron", 9))
 *         .limit(YearlyLimit.of("Labour", "hours").available(300))
 *         .ending(TerminalCondition.stocksAtLeastAsAtStart())
 *         .plan(YearsObjective.consumption());
 * double first = plan.consumption().of("2027");
 * }</pre>
 */
@NullMarked
package org.leontief.plan.years;

import org.jspecify.annotations.NullMarked;
