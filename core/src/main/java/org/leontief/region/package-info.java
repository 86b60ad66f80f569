/** Who makes it for whom: trade between regions, consumption- and production-based accounts, what is embodied in exports. */
@NullMarked
package org.leontief.region;

import org.jspecify.annotations.NullMarked;
