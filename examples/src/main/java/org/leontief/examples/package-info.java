/** Programs that show the library at work. */
@NullMarked
package org.leontief.examples;

import org.jspecify.annotations.NullMarked;
