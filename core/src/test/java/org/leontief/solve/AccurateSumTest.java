package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sums of products and the bounds on their rounding, against decimal arithmetic without rounding. */
class AccurateSumTest {

    private final AccurateSum sum = new AccurateSum();
    private BigDecimal exact = BigDecimal.ZERO;

    private void reset() {
        sum.reset();
        exact = BigDecimal.ZERO;
    }

    private void add(double term) {
        sum.add(term);
        exact = exact.add(new BigDecimal(term));
    }

    private void addProduct(double a, double b) {
        sum.addProduct(a, b);
        exact = exact.add(new BigDecimal(a).multiply(new BigDecimal(b)));
    }

    private void assertBoundsHold() {
        BigDecimal error = exact.subtract(new BigDecimal(sum.value())).abs();
        assertThat(error).isLessThanOrEqualTo(new BigDecimal(sum.error()));
        assertThat(new BigDecimal(sum.lower())).isLessThanOrEqualTo(exact);
        assertThat(new BigDecimal(sum.upper())).isGreaterThanOrEqualTo(exact);
        assertThat(new BigDecimal(sum.magnitude())).isGreaterThanOrEqualTo(exact.abs());
    }

    @Test
    void boundsHoldForProductsOfAnySize() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 5_000; trial++) {
            reset();
            double decades = random.nextInt(4) == 0 ? 150 : 20 * random.nextDouble();
            double shift = random.nextInt(4) == 0 ? -160 * random.nextDouble() : 0;
            int terms = 1 + random.nextInt(40);
            for (int k = 0; k < terms; k++) {
                addProduct(any(random, decades, shift), any(random, decades, shift));
            }
            assertBoundsHold();
        }
    }

    @Test
    void boundsHoldWhereNearlyEverythingCancels() {
        SplittableRandom random = new SplittableRandom(2);
        double worst = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            reset();
            for (int k = 0; k < 10; k++) {
                addProduct(any(random, 3, 0), any(random, 3, 0));
            }
            // What is left is the rounding of the first ten.
            add(-sum.value());
            assertBoundsHold();
            if (exact.signum() != 0) {
                worst = Math.max(worst, sum.error() / exact.abs().doubleValue());
            }
        }
        // Plain summation would be off by as much as its result; here the result keeps digits.
        assertThat(worst).isLessThan(1e-6);
    }

    @Test
    void boundsHoldBelowTheSmallestNormalNumber() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 5_000; trial++) {
            reset();
            for (int k = 0; k < 6; k++) {
                addProduct(any(random, 6, -158), any(random, 6, -158));
            }
            assertBoundsHold();
        }
    }

    @Test
    void aProductThatVanishesIsStillCovered() {
        addProduct(Double.MIN_VALUE, 0.25);

        assertThat(sum.value()).isZero();
        assertThat(sum.error()).isPositive();
        assertThat(sum.lower()).isNegative();
        assertBoundsHold();
    }

    @Test
    void errorsBelowTheSmallestNumberAreCovered() {
        // The product is a normal number, its rounding error is not a double any more.
        addProduct(0x1.0000000000001p-500, 0x1.0000000000001p-520);

        assertBoundsHold();
        assertThat(sum.error()).isPositive();
    }

    @Test
    void claimsNoErrorOnlyWhereThereIsNone() {
        SplittableRandom random = new SplittableRandom(4);
        int exactSums = 0;
        for (int trial = 0; trial < 5_000; trial++) {
            reset();
            for (int k = 0; k < 3; k++) {
                addProduct(random.nextInt(1 << 14) * Math.scalb(1.0, -random.nextInt(20)), random.nextInt(1 << 14));
            }
            if (random.nextBoolean()) {
                add(1e-9 * random.nextDouble());
            }
            if (sum.error() == 0) {
                exactSums++;
                assertThat(exact).isEqualByComparingTo(new BigDecimal(sum.value()));
            }
        }
        assertThat(exactSums).isBetween(1_000, 4_000);
    }

    @Test
    void theBoundIsCloseToTheRounding() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 1_000; trial++) {
            reset();
            for (int k = 0; k < 50; k++) {
                addProduct(random.nextDouble(), random.nextDouble());
            }
            assertThat(sum.error()).isLessThan(4 * Math.ulp(sum.value()));
        }
    }

    @Test
    void anOverflowLeavesNothingThatLooksLikeANumber() {
        sum.addProduct(1e200, 1e200);
        sum.addProduct(1, 1);

        assertThat(sum.lower()).isNaN();
        assertThat(sum.magnitude()).isNaN();
    }

    private static double any(SplittableRandom random, double decades, double shift) {
        double size = Math.pow(10, (2 * random.nextDouble() - 1) * decades + shift);
        return (2 * random.nextDouble() - 1) * size;
    }
}
