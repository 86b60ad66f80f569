/**
 * How industries hang together: linkages, the Ghosh model, extraction, paths, decomposition, fields of influence.
 *
 * <pre>{@code
 * InputOutputTable table = InputOutputTable.builder("Agriculture", "Manufacturing")
 *         .unit("million EUR")
 *         .transactions(new double[][] {{150, 500}, {200, 100}})
 *         .finalDemand("Households", 350, 1700)
 *         .build();
 * Linkages linkages = Linkages.of(table);
 * double pull = linkages.of(LinkageMeasure.TOTAL_BACKWARD).of("Manufacturing");
 * }</pre>
 */
@NullMarked
package org.leontief.structure;

import org.jspecify.annotations.NullMarked;
