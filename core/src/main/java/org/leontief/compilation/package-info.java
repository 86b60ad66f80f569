/** Making tables: from supply and use to symmetric ones, aggregated and divided, balanced to new totals. */
@NullMarked
package org.leontief.compilation;

import org.jspecify.annotations.NullMarked;
