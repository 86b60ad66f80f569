package org.leontief.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;

/** Arithmetic on numbers with bounds, against exact fractions at the ends of both intervals. */
class BoundedTest {

    private static Bounded random(SplittableRandom random) {
        double value = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-40, 40));
        return new Bounded(value, random.nextInt(3) == 0 ? 0 : Math.abs(value) * random.nextDouble() * 1e-3);
    }

    private static Rational[] ends(Bounded number) {
        Rational value = Rational.of(number.value());
        Rational bound = Rational.of(number.errorBound());
        return new Rational[] {value.minus(bound), value.plus(bound)};
    }

    private static void assertHolds(Bounded computed, Rational exact) {
        ExactArithmetic.assertWithin(computed.value(), computed.errorBound(), exact);
    }

    @Test
    void boundsHoldForAllThatTheTermsMayBe() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 20_000; k++) {
            Bounded a = random(random);
            Bounded b = random(random);
            for (Rational x : ends(a)) {
                for (Rational y : ends(b)) {
                    assertHolds(a.plus(b), x.plus(y));
                    assertHolds(a.minus(b), x.minus(y));
                    assertHolds(a.times(b), x.times(y));
                    assertHolds(a.over(b), x.over(y));
                }
            }
        }
    }

    @Test
    void whatIsExactHasNoBound() {
        assertThat(Bounded.exact(0.75).plus(Bounded.exact(0.5))).isEqualTo(Bounded.exact(1.25));
        assertThat(Bounded.exact(0.75).times(Bounded.exact(3))).isEqualTo(Bounded.exact(2.25));
        assertThat(Bounded.exact(0.1).plus(Bounded.exact(0.2)).errorBound()).isBetween(1e-17, 1e-16);
        // The product is below every number that there is.
        assertThat(Bounded.exact(1e-200).times(Bounded.exact(1e-200)).errorBound())
                .isPositive();
        assertThatThrownBy(() -> Bounded.exact(1).over(new Bounded(1e-9, 1e-8)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("may be 0");
    }

    @Test
    void sumsOfProductsHoldForAllThatTheTermsMayBe() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 500; k++) {
            BoundedSum sum = new BoundedSum();
            Rational low = Rational.of(0);
            Rational high = Rational.of(0);
            for (int i = 0; i < 12; i++) {
                Bounded a = random(random);
                Bounded b = random(random);
                sum.addProduct(a, b).subtract(a);
                Rational[] corners = new Rational[4];
                for (int c = 0; c < corners.length; c++) {
                    Rational x = ends(a)[c % 2];
                    corners[c] = x.times(ends(b)[c / 2]).minus(x);
                }
                Arrays.sort(corners);
                low = low.plus(corners[0]);
                high = high.plus(corners[3]);
            }
            assertHolds(sum.total(), low);
            assertHolds(sum.total(), high);
        }
    }

    @Test
    void aBoundThatUnderflowsIsNotForgotten() {
        // 0 · b is exactly 0, but a may be 1e-200 and not 0: what is lost is 1e-400, which is below every double.
        Bounded mayNotBeZero = new Bounded(0, 1e-200);

        assertThat(mayNotBeZero.times(Bounded.exact(1e-200)).errorBound()).isPositive();
        assertThat(new BoundedSum().addProduct(1e-200, mayNotBeZero).total().errorBound())
                .isPositive();
    }

    @Test
    void whatOverflowsHasNoBoundRatherThanNone() {
        Bounded large = Bounded.exact(Double.MAX_VALUE);

        assertThat(large.plus(large).isCertified()).isFalse();
        assertThat(large.times(large).isCertified()).isFalse();
        assertThat(new BoundedSum().add(large).add(large).total().isCertified()).isFalse();
        assertThat(Bounded.exact(1).overOrUncertified(new Bounded(1e-9, 1e-8)).isCertified())
                .isFalse();
        assertThatThrownBy(() -> new Bounded(1, Double.NaN)).hasMessageContaining("cannot be");
    }

    /** What is taken out of vectors takes its bounds along: to places, totals, sums and products of sums. */
    @Test
    void boundsOfVectorsComeAlong() {
        BoundedVector vector = BoundedVector.of(
                LabelledVector.of("v", Labels.of("a", "b"), Units.of("t"), 3, -5), new double[] {0.25, 0.5});
        double[] two = {2, 4};

        assertThat(Bounded.of(vector, 1)).isEqualTo(new Bounded(-5, 0.5));
        assertThat(Bounded.totalOf(vector).value()).isEqualTo(-2);
        assertThat(Bounded.totalOf(vector).errorBound()).isBetween(0.75, 0.75 + 1e-15);
        assertBound(Bounded.dot(vector, two), -14, 0.25 * 2 + 0.5 * 4);
        // |a| δb + |b| δa + δa δb for each place: 3 · 1 + 2 · 0.25 + 0.25, and 5 · 2 + 4 · 0.5 + 0.5 · 2.
        assertBound(
                Bounded.dot(new double[] {3, -5}, new double[] {0.25, 0.5}, two, new double[] {1, 2}), -14, 3.75 + 13);
        assertBound(
                new BoundedSum()
                        .add(vector, 0)
                        .add(new Bounded(1, 0.125))
                        .add(2)
                        .total(),
                6,
                0.375);
        assertBound(new BoundedSum().addProduct(2, vector, 1).total(), -10, 1);
        assertThat(BoundedSum.zeros(2)[1].add(vector, 1).total().value()).isEqualTo(-5);
    }

    private static void assertBound(Bounded number, double value, double bound) {
        assertThat(number.value()).isEqualTo(value);
        assertThat(number.errorBound()).isBetween(bound, bound * (1 + 1e-14));
    }

    @Test
    void aTermOfWhichNothingIsProvedLeavesASumWithoutABound() {
        Bounded sum = new BoundedSum().add(Bounded.uncertified(1)).add(2).total();

        assertThat(sum.value()).isEqualTo(3);
        assertThat(sum.errorBound()).isInfinite();
    }

    @Test
    void whatMayBeZeroIsNotNonZero() {
        assertThat(new Bounded(-2, 1.5).isNonZero()).isTrue();
        assertThat(new Bounded(-2, 2).isNonZero()).isFalse();
        assertThat(Bounded.exact(0).isNonZero()).isFalse();
        assertThat(Bounded.exact(Double.MIN_VALUE).isNonZero()).isTrue();
        assertThat(new Bounded(-2, 0.5).relativeErrorBound()).isBetween(0.25, 0.25 + 1e-16);
        assertThat(Bounded.exact(0).relativeErrorBound()).isZero();
        assertThat(new Bounded(0, 1).relativeErrorBound()).isInfinite();
        assertThatThrownBy(() -> new Bounded(1, -1)).hasMessageContaining("A bound of -1.0 cannot be");
    }
}
