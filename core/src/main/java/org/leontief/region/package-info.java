/**
 * Who makes it for whom: trade between regions, consumption- and production-based accounts, what is embodied in exports.
 *
 * <pre>{@code
 * InputOutputTable table = InputOutputTable.builder(Labels.ofRegions(List.of("North", "South"), List.of("Goods")))
 *         .unit("million EUR")
 *         .transactions(new double[][] {{10, 5}, {20, 8}})
 *         .finalDemand(Labels.ofRegions(List.of("North", "South"), List.of("Households")),
 *                 SparseMatrix.of(new double[][] {{60, 10}, {30, 40}}))
 *         .extension("CO2", "kt", 20, 90)
 *         .build();
 * RegionalAccounts co2 = RegionalEconomy.of(table).accounts("CO2");
 * double footprint = co2.consumption().of("North");
 * double fromTheSouth = co2.bilateral().flow("South", "North").value();
 * }</pre>
 */
@NullMarked
package org.leontief.region;

import org.jspecify.annotations.NullMarked;
