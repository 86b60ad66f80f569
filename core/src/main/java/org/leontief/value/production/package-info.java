/**
 * Prices of production under one rate of profit, p = (1 + r) p A + w l: techniques, wage curves and switch points, basic products
 * and the standard commodity, and how labour values are transformed into such prices.
 */
@NullMarked
package org.leontief.value.production;

import org.jspecify.annotations.NullMarked;
