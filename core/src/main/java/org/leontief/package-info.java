/** The front door: one line for each question, each handed on to the packages below. */
@NullMarked
package org.leontief;

import org.jspecify.annotations.NullMarked;
