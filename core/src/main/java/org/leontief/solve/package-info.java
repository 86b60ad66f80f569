/** The mathematics under everything, which knows matrices and vectors only: storage, solvers, options, reports and certificates. */
@NullMarked
package org.leontief.solve;

import org.jspecify.annotations.NullMarked;
