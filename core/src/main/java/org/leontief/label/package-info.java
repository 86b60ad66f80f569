/**
 * Names for rows and columns; two things join by label, never by position.
 *
 * <pre>{@code
 * Labels products = Labels.of("Coal", "Steel");
 * LabelledVector wanted = LabelledVector.of("Wanted", products, Units.of("t"), Map.of("Steel", 10.0));
 * double steel = wanted.of("Steel");
 * LabelledVector more = wanted.plus("Coal", 5).scale("Steel", 1.1);
 * Label german = new Label("DEU", "Steel");                                   // of a region
 * }</pre>
 */
@NullMarked
package org.leontief.label;

import org.jspecify.annotations.NullMarked;
