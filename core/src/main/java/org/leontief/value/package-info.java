/** The dual side, λ = λA + l: labour values, their distribution, and households as an industry. */
@NullMarked
package org.leontief.value;

import org.jspecify.annotations.NullMarked;
