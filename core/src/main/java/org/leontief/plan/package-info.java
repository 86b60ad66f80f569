/** Choosing under limits: resources, the best plan, what each scarce thing is worth, and the years ahead. */
@NullMarked
package org.leontief.plan;

import org.jspecify.annotations.NullMarked;
