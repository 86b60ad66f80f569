package org.leontief.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;

class BoundedVectorTest {

    private static final Labels NAMES = Labels.of("Coal", "Steel");

    private static BoundedVector vector(double[] values, double[] bounds) {
        Labels labels = Labels.of(
                IntStream.range(0, values.length).mapToObj(i -> "P" + i).toList());
        return BoundedVector.of(LabelledVector.of("Output", labels, Units.of("EUR"), values), bounds);
    }

    @Test
    void numbersAndBoundsByName() {
        BoundedVector output = BoundedVector.of(
                LabelledVector.of("Output", Labels.ofLabels(List.of(new Label("DEU", "Coal"))), Units.of("t"), 5),
                new double[] {0.25});

        assertThat(output.of("Coal")).isEqualTo(5);
        assertThat(output.of("DEU", "Coal")).isEqualTo(5);
        assertThat(output.errorBound("DEU / Coal")).isEqualTo(0.25);
        assertThat(output.errorBound("DEU", "Coal")).isEqualTo(0.25);
        assertThat(output.errorBoundAt(0)).isEqualTo(0.25);
        assertThat(output.isCertified()).isTrue();
        assertThat(output).hasToString("Output (t)\n  DEU / Coal  5.0 ± 0.25");
        assertThatThrownBy(() -> output.errorBound("Coall")).isInstanceOf(UnknownLabelException.class);
    }

    /**
     * The worst the exact entries can do is to lie all at one end of their bounds. The total's bound covers that and the
     * rounding of the sum, in exact arithmetic, and is hardly larger.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 200})
    void theBoundOnTheTotalHolds(int size) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(size)
                    .map(v -> (v - 0.3) * Math.pow(10, random.nextInt(12)))
                    .toArray();
            double[] bounds = Arrays.stream(values)
                    .map(v -> Math.abs(v) * 0x1p-52 * random.nextDouble())
                    .toArray();
            BoundedVector vector = vector(values, bounds);
            Rational highest = Rational.ZERO;
            Rational lowest = Rational.ZERO;
            for (int i = 0; i < size; i++) {
                highest = highest.plus(Rational.of(values[i])).plus(Rational.of(bounds[i]));
                lowest = lowest.plus(Rational.of(values[i])).minus(Rational.of(bounds[i]));
            }

            ExactArithmetic.assertWithin(vector.total(), vector.totalErrorBound(), highest);
            ExactArithmetic.assertWithin(vector.total(), vector.totalErrorBound(), lowest);
        }
    }

    /** Bounds of 0 do not make a rounded sum exact: 1 + 2⁻⁵³ is not a double. */
    @Test
    void theRoundingOfTheSumIsInTheBound() {
        BoundedVector vector = vector(new double[] {1, 0x1p-53}, new double[2]);

        assertThat(vector.total()).isEqualTo(1);
        ExactArithmetic.assertWithin(vector.total(), vector.totalErrorBound(), Rational.ONE.plus(Rational.of(0x1p-53)));
        assertThat(vector.totalErrorBound()).isLessThan(1e-15);
    }

    @Test
    void totalsOfDifferentUnitsAreRefused() {
        BoundedVector mixed =
                BoundedVector.of(LabelledVector.of("Output", NAMES, Units.perLabel("t", "EUR"), 1, 2), new double[2]);

        assertThatThrownBy(mixed::total).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(mixed::totalErrorBound).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutProofTheBoundIsInfinite() {
        BoundedVector unknown = BoundedVector.uncertified(LabelledVector.of("Output", NAMES, Units.of("EUR"), 0, 2));

        assertThat(unknown.isCertified()).isFalse();
        assertThat(unknown.errorBounds()).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(unknown.totalErrorBound()).isInfinite();
        assertThat(unknown.largestRelativeErrorBound()).isInfinite();
    }

    @Test
    void theLargestRelativeBound() {
        assertThat(vector(new double[] {4, -8, 0}, new double[] {1, 4, 3}).largestRelativeErrorBound())
                .isEqualTo(Math.nextUp(0.5));
        assertThat(vector(new double[] {4, 0}, new double[2]).largestRelativeErrorBound())
                .isZero();
    }

    @Test
    void boundsAreNotNegativeAndOneForEachNumber() {
        LabelledVector values = LabelledVector.of("Output", NAMES, Units.of("EUR"), 1, 2);

        assertThatThrownBy(() -> BoundedVector.of(values, new double[] {0, -1})).hasMessageContaining("bound of -1.0");
        assertThatThrownBy(() -> BoundedVector.of(values, new double[] {0, Double.NaN}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> BoundedVector.of(values, new double[3])).hasMessage("3 bounds for 2 values.");
    }

    @Test
    void arraysAreCopiedInAndOut() {
        double[] bounds = {1, 2};
        BoundedVector vector = vector(new double[] {5, 6}, bounds);

        bounds[0] = 99;
        vector.errorBounds()[1] = 99;

        assertThat(vector.errorBounds()).containsExactly(1, 2);
    }
}
