package org.leontief.value;

import java.util.Arrays;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;

/**
 * Numbers that a system is made of, and how far each may be from what it stands for.
 *
 * @param values the numbers
 * @param errors bounds, as many; 0 where nothing was rounded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not handed out
record RoundedNumbers(double[] values, double[] errors) {

    static RoundedNumbers exact(double[] values) {
        return new RoundedNumbers(values, new double[values.length]);
    }

    static RoundedNumbers of(BoundedVector vector) {
        return new RoundedNumbers(vector.values().toArray(), vector.errorBounds());
    }

    static RoundedNumbers of(Bounded... numbers) {
        return new RoundedNumbers(
                Arrays.stream(numbers).mapToDouble(Bounded::value).toArray(),
                Arrays.stream(numbers).mapToDouble(Bounded::errorBound).toArray());
    }

    /** Each divided by a number that is itself off by its last place at most, such as a sum rounded once. */
    static RoundedNumbers quotients(double[] numerators, double divisor) {
        double[] quotients = new double[numerators.length];
        double[] errors = new double[numerators.length];
        for (int i = 0; i < quotients.length; i++) {
            quotients[i] = numerators[i] / divisor;
            errors[i] = numerators[i] == 0 ? 0 : 3 * Math.ulp(quotients[i]);
        }
        return new RoundedNumbers(quotients, errors);
    }

    /** Each with the factor times another number added. */
    RoundedNumbers plus(double factor, LabelledVector others) {
        Bounded[] sums = new Bounded[values.length];
        Arrays.setAll(sums, i -> at(i).plus(Bounded.exact(factor).times(Bounded.exact(others.at(i)))));
        return of(sums);
    }

    RoundedNumbers times(RoundedNumbers others) {
        Bounded[] products = new Bounded[values.length];
        Arrays.setAll(products, i -> at(i).times(others.at(i)));
        return of(products);
    }

    /** The same but for one. */
    RoundedNumbers with(int i, Bounded number) {
        double[] changed = values.clone();
        double[] changedErrors = errors.clone();
        changed[i] = number.value();
        changedErrors[i] = number.errorBound();
        return new RoundedNumbers(changed, changedErrors);
    }

    /** The same and exact zeros behind them. */
    RoundedNumbers padded(int size) {
        return new RoundedNumbers(Arrays.copyOf(values, size), Arrays.copyOf(errors, size));
    }

    Bounded at(int i) {
        return new Bounded(values[i], errors[i]);
    }

    boolean isExact() {
        return Arrays.stream(errors).allMatch(error -> error == 0);
    }
}
