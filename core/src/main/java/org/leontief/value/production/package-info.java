/**
 * Prices of production under one rate of profit, p = (1 + r) p A + w l: techniques, wage curves and switch points, basic products
 * and the standard commodity, and how labour values are transformed into such prices.
 *
 * <pre>{@code
 * Economy economy = Economy.of(
 *         recipe("Corn").unit("t").uses("Corn", 0.2).uses("Iron", 0.05).labour(2),
 *         recipe("Iron").unit("t").uses("Corn", 0.1).uses("Iron", 0.3).labour(5));
 * Technique technique = economy.technique("Labour");
 * PricesOfProduction prices = technique.pricesAtRate(0.2, Numeraire.product("Corn"));
 * double wage = prices.wage();
 * WageCurve curve = technique.wageCurve(Numeraire.product("Corn"), 20);
 * }</pre>
 */
@NullMarked
package org.leontief.value.production;

import org.jspecify.annotations.NullMarked;
