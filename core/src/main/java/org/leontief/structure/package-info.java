/** How industries hang together: linkages, the Ghosh model, extraction, paths, decomposition, fields of influence. */
@NullMarked
package org.leontief.structure;

import org.jspecify.annotations.NullMarked;
