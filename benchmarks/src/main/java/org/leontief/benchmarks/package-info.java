/** JMH benchmarks of the library. */
@NullMarked
package org.leontief.benchmarks;

import org.jspecify.annotations.NullMarked;
