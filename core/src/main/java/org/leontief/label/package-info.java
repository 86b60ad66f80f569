/** Names for rows and columns; two things join by label, never by position. */
@NullMarked
package org.leontief.label;

import org.jspecify.annotations.NullMarked;
