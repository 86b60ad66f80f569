/** Pictures of results: charts with labels, units and source, as PNG, SVG or an image for a notebook. */
@NullMarked
package org.leontief.examples.pictures;

import org.jspecify.annotations.NullMarked;
