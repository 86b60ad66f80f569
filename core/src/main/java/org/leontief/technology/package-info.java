/**
 * What a unit of output takes: technical coefficients, recipes and viability.
 *
 * <pre>{@code
 * TechnicalCoefficients coefficients = TechnicalCoefficients.ofRecipes(List.of(
 *         recipe("Corn").unit("t").uses("Corn", 0.2).uses("Iron", 0.05).labour(2),
 *         recipe("Iron").unit("t").uses("Corn", 0.1).uses("Iron", 0.3).labour(5)));
 * double ironInCorn = coefficients.matrix().of("Iron", "Corn");               // column j is the recipe of one unit of j
 * }</pre>
 */
@NullMarked
package org.leontief.technology;

import org.jspecify.annotations.NullMarked;
