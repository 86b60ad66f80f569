/**
 * Plans of several years: capital by industry and kind, what building takes and how long, limits and budgets by year, what has to
 * be left at the end, and what changes when a year comes out otherwise.
 */
@NullMarked
package org.leontief.plan.years;

import org.jspecify.annotations.NullMarked;
