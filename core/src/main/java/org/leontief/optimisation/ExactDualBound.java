package org.leontief.optimisation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis.Place;

/**
 * What the prices of a basis prove, in rational arithmetic. Where columns depend on each other exactly, as buying and selling at
 * one price do, only prices that no floating-point number may equal give all of them reduced costs of 0, and {@link DualBound}
 * can say nothing. For a small basis they are computed as fractions: D. L. Applegate, W. Cook, S. Dash and D. G. Espinoza,
 * "Exact solutions to linear programming problems", Operations Research Letters 35 (2007); the elimination is that of E. H.
 * Bareiss, Mathematics of Computation 22 (1968).
 */
final class ExactDualBound {

    /** Numbers grow with every step of the elimination, and the work with the cube at least. */
    static final int MOST_COLUMNS = 60;

    private static final int MANTISSA = 52;

    private final LinearProgramme programme;
    private final CompressedMatrix byColumn;
    private final int[] basicColumns;
    private final int[] pricedRows;

    /**
     * A bound and the prices, rounded, that prove it.
     *
     * @param bound no feasible x has an objective beyond it; +∞ where nothing is proved
     * @param prices of the rows
     */
    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    record Proof(double bound, double[] prices) {}

    /** Prices as fractions with one denominator. */
    @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
    private record Fractions(BigDecimal[] numerator, BigDecimal denominator) {

        Fractions negated() {
            return new Fractions(
                    Arrays.stream(numerator).map(BigDecimal::negate).toArray(BigDecimal[]::new), denominator);
        }

        double[] rounded() {
            return Arrays.stream(numerator)
                    .mapToDouble(
                            n -> n.divide(denominator, MathContext.DECIMAL128).doubleValue())
                    .toArray();
        }
    }

    ExactDualBound(LinearProgramme programme, CompressedMatrix byColumn, Basis basis) {
        this.programme = programme;
        this.byColumn = byColumn;
        basicColumns = IntStream.range(0, programme.columns())
                .filter(j -> basis.column(j) == Place.BASIC)
                .toArray();
        pricedRows = IntStream.range(0, programme.rows())
                .filter(i -> basis.row(i) != Place.BASIC)
                .toArray();
    }

    /** The bound for max c·x from the prices at which the reduced costs of basic columns are 0; empty if the basis is large. */
    Optional<Proof> ofObjective(double[] c) {
        return prices(c, -1).map(exact -> new Proof(above(c, exact), exact.rounded()));
    }

    /**
     * Whether the row of the basis inverse that belongs to a basic variable proves that no x keeps all bounds.
     *
     * @param variable a column, or the number of columns plus that of a row
     * @return the multipliers that do; empty if they do not, or the basis is large
     */
    Optional<double[]> ofRow(int variable) {
        double[] target = new double[programme.columns()];
        boolean isColumn = variable < target.length;
        if (isColumn) {
            target[variable] = 1;
        }
        Fractions exact =
                prices(target, isColumn ? -1 : variable - target.length).orElse(null);
        if (exact == null) {
            return Optional.empty();
        }
        double[] nothing = new double[target.length];
        for (Fractions candidate : new Fractions[] {exact, exact.negated()}) {
            if (above(nothing, candidate) < 0) {
                return Optional.of(candidate.rounded());
            }
        }
        return Optional.empty();
    }

    /** Prices with Σ_i M_ij y_i = target_j for basic columns; y is 1 for one row whose value is basic, 0 for the other ones. */
    private Optional<Fractions> prices(double[] target, int rowOfOne) {
        int size = basicColumns.length;
        if (size != pricedRows.length || size > MOST_COLUMNS) {
            return Optional.empty();
        }
        int[] place = new int[programme.rows()];
        Arrays.fill(place, -1);
        for (int k = 0; k < size; k++) {
            place[pricedRows[k]] = k;
        }
        BigInteger[][] system = new BigInteger[size][];
        for (int k = 0; k < size; k++) {
            system[k] = equation(basicColumns[k], target[basicColumns[k]], place, rowOfOne);
        }
        BigInteger determinant = eliminate(system);
        if (determinant == null) {
            return Optional.empty();
        }
        BigInteger[] solved = substitute(system, determinant);
        BigDecimal[] numerator = new BigDecimal[programme.rows()];
        Arrays.fill(numerator, BigDecimal.ZERO);
        BigInteger sign = BigInteger.valueOf(determinant.signum());
        for (int k = 0; k < size; k++) {
            numerator[pricedRows[k]] = new BigDecimal(solved[k].multiply(sign));
        }
        BigDecimal denominator = new BigDecimal(determinant.abs());
        if (rowOfOne >= 0) {
            numerator[rowOfOne] = denominator;
        }
        return Optional.of(new Fractions(numerator, denominator));
    }

    /** An equation in whole numbers; its right-hand side comes last. */
    private BigInteger[] equation(int column, double target, int[] place, int rowOfOne) {
        double[] entries = new double[pricedRows.length + 1];
        double right = target;
        for (int p = byColumn.start()[column]; p < byColumn.start()[column + 1]; p++) {
            int row = byColumn.index()[p];
            if (place[row] >= 0) {
                entries[place[row]] = byColumn.value()[p];
            } else if (row == rowOfOne) {
                right = -byColumn.value()[p];
            }
        }
        entries[pricedRows.length] = right;
        int smallest = Arrays.stream(entries)
                .filter(entry -> entry != 0)
                .mapToInt(Math::getExponent)
                .min()
                .orElse(0);
        return Arrays.stream(entries)
                .mapToObj(entry -> whole(entry, MANTISSA - smallest))
                .toArray(BigInteger[]::new);
    }

    private static BigInteger whole(double entry, int shift) {
        BigDecimal exact = new BigDecimal(entry);
        BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(shift)));
        return (shift >= 0 ? exact.multiply(power) : exact.divide(power)).toBigIntegerExact();
    }

    /** Makes the system triangular; its determinant but for the sign of exchanged equations, null if it is 0. */
    private static @Nullable BigInteger eliminate(BigInteger[][] system) {
        int size = system.length;
        BigInteger before = BigInteger.ONE;
        for (int k = 0; k < size; k++) {
            int pivot = k;
            while (pivot < size && system[pivot][k].signum() == 0) {
                pivot++;
            }
            if (pivot == size) {
                return null;
            }
            BigInteger[] row = system[pivot];
            system[pivot] = system[k];
            system[k] = row;
            for (int i = k + 1; i < size; i++) {
                BigInteger[] below = system[i];
                BigInteger factor = below[k];
                for (int c = k + 1; c <= size; c++) {
                    BigInteger changed = below[c].multiply(row[k]);
                    below[c] =
                            (factor.signum() == 0 ? changed : changed.subtract(row[c].multiply(factor))).divide(before);
                }
                below[k] = BigInteger.ZERO;
            }
            before = row[k];
        }
        return before;
    }

    /** The determinant times the solution: whole numbers, by Cramer's rule. */
    private static BigInteger[] substitute(BigInteger[][] triangle, BigInteger determinant) {
        int size = triangle.length;
        BigInteger[] solved = new BigInteger[size];
        for (int k = size - 1; k >= 0; k--) {
            BigInteger right = triangle[k][size].multiply(determinant);
            for (int c = k + 1; c < size; c++) {
                right = right.subtract(triangle[k][c].multiply(solved[c]));
            }
            solved[k] = right.divide(triangle[k][k]);
        }
        return solved;
    }

    /** Weak duality as in {@link DualBound}; one rounding, upward, at the end. */
    private double above(double[] c, Fractions price) {
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < programme.rows() && total != null; i++) {
            total = plus(total, price.numerator[i], programme.rowLower(i), programme.rowUpper(i));
        }
        for (int j = 0; j < c.length && total != null; j++) {
            BigDecimal reduced = new BigDecimal(c[j]).multiply(price.denominator);
            for (int p = byColumn.start()[j]; p < byColumn.start()[j + 1]; p++) {
                BigDecimal numerator = price.numerator[byColumn.index()[p]];
                if (numerator.signum() != 0) {
                    reduced = reduced.subtract(new BigDecimal(byColumn.value()[p]).multiply(numerator));
                }
            }
            total = plus(total, reduced, programme.columnLower(j), programme.columnUpper(j));
        }
        return total == null ? Double.POSITIVE_INFINITY : roundedUp(total, price.denominator);
    }

    /** Adds the most that a price can give within two bounds; null if that is infinite. */
    private static @Nullable BigDecimal plus(BigDecimal total, BigDecimal price, double lower, double upper) {
        if (price.signum() == 0) {
            return total;
        }
        double bound = price.signum() > 0 ? upper : lower;
        return Double.isInfinite(bound) ? null : total.add(price.multiply(new BigDecimal(bound)));
    }

    private static double roundedUp(BigDecimal numerator, BigDecimal denominator) {
        if (numerator.signum() == 0) {
            return 0;
        }
        BigDecimal quotient = numerator.divide(denominator, new MathContext(30, RoundingMode.CEILING));
        double nearest = quotient.doubleValue();
        boolean isBelow = Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(quotient) < 0;
        return isBelow ? Math.nextUp(nearest) : nearest;
    }
}
