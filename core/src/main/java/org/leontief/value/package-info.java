/**
 * The dual side: labour values and their distribution, λ = λA + l; price models, p = pA + v, with taxes and pass-through.
 *
 * <pre>{@code
 * Economy economy = Economy.of(
 *         recipe("Corn").unit("t").uses("Corn", 0.2).uses("Iron", 0.05).labour(2),
 *         recipe("Iron").unit("t").uses("Corn", 0.1).uses("Iron", 0.3).labour(5));
 * LabourValues values = economy.labourValues("Labour");
 * double hoursInATonneOfCorn = values.perUnit().of("Corn");
 * LabourBreakdown whose = values.byIndustry("Corn", 2);
 * }</pre>
 */
@NullMarked
package org.leontief.value;

import org.jspecify.annotations.NullMarked;
