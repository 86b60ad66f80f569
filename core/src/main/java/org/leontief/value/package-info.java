/** The dual side: labour values and their distribution, λ = λA + l; price models, p = pA + v, with taxes and pass-through. */
@NullMarked
package org.leontief.value;

import org.jspecify.annotations.NullMarked;
