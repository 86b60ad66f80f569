/** The quantity side, x = Ax + d: plans, multipliers and scenarios. */
@NullMarked
package org.leontief.quantity;

import org.jspecify.annotations.NullMarked;
