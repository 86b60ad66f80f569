/**
 * What is recorded: input-output tables and supply and use tables, with final demand, value added and extensions.
 *
 * <pre>{@code
 * InputOutputTable table = InputOutputTable.builder("Agriculture", "Manufacturing")
 *         .unit("million EUR")
 *         .transactions(new double[][] {{150, 500}, {200, 100}})
 *         .finalDemand("Households", 350, 1700)
 *         .valueAdded("Wages", 650, 1400)
 *         .extension("Employment", "thousand persons", 12, 30)
 *         .build();
 * double output = table.grossOutput().of("Agriculture");                      // x = Z 1 + Y 1
 * BalanceReport balance = table.balance();
 * }</pre>
 */
@NullMarked
package org.leontief.table;

import org.jspecify.annotations.NullMarked;
