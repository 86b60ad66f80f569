/** The dual side: labour values and their distribution, λ = λA + l; price models and prices of production, p = pA + v. */
@NullMarked
package org.leontief.value;

import org.jspecify.annotations.NullMarked;
