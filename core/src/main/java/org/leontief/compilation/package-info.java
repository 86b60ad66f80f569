/** Making tables: supply and use tables to symmetric ones, basic prices, aggregation and disaggregation. */
@NullMarked
package org.leontief.compilation;

import org.jspecify.annotations.NullMarked;
