/**
 * Making tables: from supply and use to symmetric ones, aggregated and divided, balanced to new totals.
 *
 * <pre>{@code
 * SupplyUseTable source = SupplyUseTable.builder(Labels.of("Food", "Tools"), Labels.of("Farms", "Works"))
 *         .unit("million EUR")
 *         .make(new double[][] {{90, 0}, {30, 80}})
 *         .use(new double[][] {{45, 2}, {5, 20}})
 *         .finalDemand("Households", 73, 55)
 *         .valueAdded("Value added", 40, 88)
 *         .build();
 * InputOutputTable industries = CompiledTable.of(source, TransformationModel.FIXED_PRODUCT_SALES).table();
 * }</pre>
 */
@NullMarked
package org.leontief.compilation;

import org.jspecify.annotations.NullMarked;
