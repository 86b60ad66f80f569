package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.leontief.label.BoundedVector;
import org.leontief.solve.SparseMatrix;

/**
 * Exact rational arithmetic: every double is a fraction, so (I − A) x = d has an exact answer to which computed ones and
 * their bounds are held.
 */
public final class ExactArithmetic {

    private ExactArithmetic() {}

    /**
     * A fraction in lowest terms.
     *
     * @param numerator any integer
     * @param denominator above 0
     */
    public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

        public static final Rational ZERO = of(0);
        public static final Rational ONE = of(1);

        public Rational {
            BigInteger divisor = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                divisor = divisor.negate();
            }
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }

        /** The number that the double stands for, to its last bit. */
        public static Rational of(double value) {
            BigDecimal exact = new BigDecimal(value);
            return exact.scale() <= 0
                    ? new Rational(exact.toBigIntegerExact(), BigInteger.ONE)
                    : new Rational(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
        }

        public Rational plus(Rational other) {
            return new Rational(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        public Rational negate() {
            return new Rational(numerator.negate(), denominator);
        }

        public Rational minus(Rational other) {
            return plus(other.negate());
        }

        public Rational times(Rational other) {
            return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
        }

        public Rational over(Rational other) {
            return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
        }

        public Rational abs() {
            return new Rational(numerator.abs(), denominator);
        }

        public double doubleValue() {
            return new BigDecimal(numerator)
                    .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                    .doubleValue();
        }

        @Override
        public int compareTo(Rational other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
        }
    }

    /** The exact solution of (I − A) x = d. */
    public static Rational[] solve(SparseMatrix a, double... d) {
        Rational[][] system = new Rational[d.length][d.length + 1];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                Rational identity = i == j ? Rational.ONE : Rational.ZERO;
                system[i][j] = identity.minus(Rational.of(a.get(i, j)));
            }
            system[i][d.length] = Rational.of(d[i]);
        }
        return eliminate(system);
    }

    /** Gauss and Jordan, on a system with its right-hand side as the last column. */
    public static Rational[] eliminate(Rational[][] system) {
        int n = system.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            while (system[pivot][k].equals(Rational.ZERO)) {
                pivot++;
            }
            Rational[] row = system[pivot];
            system[pivot] = system[k];
            system[k] = row;
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    Rational factor = system[i][k].over(row[k]);
                    for (int j = k; j <= n; j++) {
                        system[i][j] = system[i][j].minus(factor.times(row[j]));
                    }
                }
            }
        }
        Rational[] solution = new Rational[n];
        Arrays.setAll(solution, i -> system[i][n].over(system[i][i]));
        return solution;
    }

    /** M v, exactly. */
    public static Rational[] multiply(SparseMatrix m, double... v) {
        Rational[] product = new Rational[m.rows()];
        Arrays.fill(product, Rational.ZERO);
        m.forEach(
                (i, j, entry) -> product[i] = product[i].plus(Rational.of(entry).times(Rational.of(v[j]))));
        return product;
    }

    public static Rational sum(Rational... terms) {
        return Arrays.stream(terms).reduce(Rational.ZERO, Rational::plus);
    }

    /** Every number within its bound of the exact one, and the bound small enough to be of use. */
    public static void assertWithinBounds(BoundedVector computed, Rational[] exact, double largestRelativeBound) {
        assertThat(computed.labels().size()).isEqualTo(exact.length);
        for (int i = 0; i < exact.length; i++) {
            assertWithin(computed.at(i), computed.errorBoundAt(i), exact[i]);
            assertThat(computed.errorBoundAt(i))
                    .isLessThanOrEqualTo(largestRelativeBound * Math.abs(exact[i].doubleValue()));
        }
    }

    /** |exact − value| ≤ bound, without any rounding. */
    public static void assertWithin(double value, double bound, Rational exact) {
        assertThat(exact.minus(Rational.of(value)).abs())
                .as("error of %s, exactly %s", value, exact.doubleValue())
                .isLessThanOrEqualTo(Rational.of(bound));
    }
}
