package org.leontief.optimisation;

/** A concave function of one variable, with its slope: f(z) ≤ f(x) + f'(x)(z − x) for all x and z. */
public interface ConcaveFunction {

    /**
     * f(x).
     *
     * @param x where
     * @return the value, finite wherever the programme can go
     */
    double value(double x);

    /**
     * f'(x), or any slope between those to the left and to the right where there is a kink.
     *
     * @param x where
     * @return the slope, falling in x
     */
    double slope(double x);
}
