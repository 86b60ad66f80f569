package org.leontief.value;

import java.util.Arrays;
import java.util.Map;
import org.leontief.label.Bounded;
import org.leontief.label.LabelledVector;
import org.leontief.solve.AccurateSum;
import org.leontief.technology.TechnicalCoefficients;

/** v: what a unit of each product costs beside its inputs, with what rounding did to the sums. */
final class ValueAddedPerUnit {

    private ValueAddedPerUnit() {}

    /** v = 1 − 1ᵀ A: all that is not intermediate. */
    static RoundedNumbers ofBalance(TechnicalCoefficients coefficients) {
        double[] v = new double[coefficients.industries().size()];
        double[] errors = new double[v.length];
        AccurateSum sum = new AccurateSum();
        for (int j = 0; j < v.length; j++) {
            sum.reset();
            sum.add(1);
            coefficients.matrix().matrix().forEachInColumn(j, (i, column, a) -> sum.add(-a));
            v[j] = sum.value();
            errors[j] = sum.error();
        }
        return new RoundedNumbers(v, errors);
    }

    /** The rows named, each unit at its payment. */
    static RoundedNumbers ofRows(TechnicalCoefficients coefficients, Map<String, Double> payments) {
        RoundedNumbers v =
                RoundedNumbers.exact(new double[coefficients.industries().size()]);
        for (Map.Entry<String, Double> payment : payments.entrySet()) {
            v = v.plus(payment.getValue(), coefficients.extension(payment.getKey()));
        }
        return v;
    }

    /** v with rows scaled by factors, where a unit of a row is paid its payment, or 1 if there is none, and more added. */
    static Bounded[] changed(
            RoundedNumbers v,
            TechnicalCoefficients coefficients,
            Map<String, RoundedNumbers> factors,
            Map<String, Double> payments,
            RoundedNumbers added) {
        Bounded[] changed = new Bounded[added.values().length];
        Arrays.setAll(changed, v::at);
        factors.forEach((row, factor) -> {
            LabelledVector perUnit = coefficients.extension(row);
            Bounded payment = Bounded.exact(payments.getOrDefault(row, 1.0));
            Arrays.setAll(changed, j -> {
                Bounded more = factor.at(j).minus(Bounded.exact(1));
                return changed[j].plus(more.times(payment).times(Bounded.exact(perUnit.at(j))));
            });
        });
        Arrays.setAll(changed, j -> changed[j].plus(added.at(j)));
        return changed;
    }
}
