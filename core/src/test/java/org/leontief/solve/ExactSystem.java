package org.leontief.solve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The exact solution of (I − A) x = b, x_i = numerator_i / denominator, by fraction-free elimination (E. H. Bareiss, Math.
 * Comp. 22, 1968) on whole numbers: a double is a whole number times a power of two.
 */
final class ExactSystem {

    private final BigInteger[] numerators;
    private final BigInteger denominator;

    private ExactSystem(BigInteger[] numerators, BigInteger denominator) {
        this.numerators = numerators;
        this.denominator = denominator;
    }

    /** Solves; fails with an {@link ArithmeticException} if I − A is singular. */
    static ExactSystem of(double[][] a, double[] b) {
        int n = b.length;
        BigInteger[][] m = new BigInteger[n][];
        for (int i = 0; i < n; i++) {
            m[i] = wholeRow(a[i], i, b[i]);
        }
        BigInteger previous = BigInteger.ONE;
        for (int k = 0; k < n; k++) {
            bringPivot(m, k);
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    eliminate(m[i], m[k], k, previous);
                }
            }
            previous = m[k][k];
        }
        BigInteger[] numerators = new BigInteger[n];
        for (int i = 0; i < n; i++) {
            // After the last step every diagonal entry is the determinant.
            numerators[i] = m[i][n];
        }
        return new ExactSystem(numerators, previous);
    }

    private static void bringPivot(BigInteger[][] m, int k) {
        for (int i = k; i < m.length; i++) {
            if (m[i][k].signum() != 0) {
                BigInteger[] swap = m[i];
                m[i] = m[k];
                m[k] = swap;
                return;
            }
        }
        throw new ArithmeticException("I − A is singular");
    }

    private static void eliminate(BigInteger[] row, BigInteger[] pivotRow, int k, BigInteger previous) {
        BigInteger factor = row[k];
        BigInteger pivot = pivotRow[k];
        for (int j = 0; j < row.length; j++) {
            BigInteger next = row[j].multiply(pivot);
            if (factor.signum() != 0 && pivotRow[j].signum() != 0) {
                next = next.subtract(factor.multiply(pivotRow[j]));
            }
            row[j] = next.divide(previous);
        }
    }

    /** Row i of I − A and b_i, times the power of two that makes all of it whole. */
    private static BigInteger[] wholeRow(double[] row, int i, double b) {
        int exponent = Math.min(0, exponent(b));
        for (double entry : row) {
            exponent = Math.min(exponent, exponent(entry));
        }
        BigInteger[] whole = new BigInteger[row.length + 1];
        for (int j = 0; j < row.length; j++) {
            whole[j] = whole(row[j], exponent).negate();
        }
        whole[i] = whole[i].add(BigInteger.ONE.shiftLeft(-exponent));
        whole[row.length] = whole(b, exponent);
        return whole;
    }

    /** The power of two of which a double is a whole multiple. */
    private static int exponent(double value) {
        return value == 0 ? 0 : Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    }

    /** value · 2^−exponent. */
    private static BigInteger whole(double value, int exponent) {
        if (value == 0) {
            return BigInteger.ZERO;
        }
        int own = exponent(value);
        long digits = (long) Math.scalb(Math.scalb(value, -own / 2), -own + own / 2);
        return BigInteger.valueOf(digits).shiftLeft(own - exponent);
    }

    /** Whether |x_i − candidate| ≤ bound, exactly. */
    boolean isWithin(int i, double candidate, double bound) {
        if (bound == Double.POSITIVE_INFINITY) {
            return true;
        }
        int exponent = Math.min(0, Math.min(exponent(candidate), exponent(bound)));
        return difference(i, candidate, exponent)
                        .compareTo(whole(bound, exponent).multiply(denominator.abs()))
                <= 0;
    }

    /** bound / |x_i − candidate|; +∞ if the candidate is exact. */
    double overestimate(int i, double candidate, double bound) {
        int exponent = Math.min(0, Math.min(exponent(candidate), exponent(bound)));
        BigInteger difference = difference(i, candidate, exponent);
        if (difference.signum() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        BigInteger scaled = whole(bound, exponent).multiply(denominator.abs());
        return new BigDecimal(scaled)
                .divide(new BigDecimal(difference), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** x_i rounded. */
    double value(int i) {
        return new BigDecimal(numerators[i])
                .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** |numerator − candidate · denominator| · 2^−exponent. */
    private BigInteger difference(int i, double candidate, int exponent) {
        return numerators[i]
                .shiftLeft(-exponent)
                .subtract(whole(candidate, exponent).multiply(denominator))
                .abs();
    }
}
