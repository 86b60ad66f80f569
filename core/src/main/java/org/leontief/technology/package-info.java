/** What a unit of output takes: technical coefficients, recipes and viability. */
@NullMarked
package org.leontief.technology;

import org.jspecify.annotations.NullMarked;
