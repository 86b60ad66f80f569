/** What is recorded: input-output tables and supply and use tables, with final demand, value added and extensions. */
@NullMarked
package org.leontief.table;

import org.jspecify.annotations.NullMarked;
