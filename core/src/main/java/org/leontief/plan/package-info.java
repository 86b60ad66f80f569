/** Choosing under limits: resources, the best plan, and what each scarce thing is worth. */
@NullMarked
package org.leontief.plan;

import org.jspecify.annotations.NullMarked;
