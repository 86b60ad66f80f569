package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** Measures of deviation by hand, and what they must not depend on. */
class PriceDeviationTest {

    private static final Labels PRODUCTS = Labels.of("A", "B", "C");

    private static LabelledVector vector(String name, double... values) {
        return LabelledVector.of(name, PRODUCTS, Units.of("1"), values);
    }

    /** d = (2, 1, 1) · 0.8 beside prices of 1 and output (1, 2, 1): q = (1.6, 0.8, 0.8). */
    @Test
    void measuresByHand() {
        PriceDeviation deviation = PriceDeviation.ofTable(vector("Labour values", 2, 1, 1), vector("Output", 1, 2, 1));

        assertThat(deviation.ratios().toArray()).containsExactly(new double[] {1.6, 0.8, 0.8}, within(1e-15));
        assertThat(deviation.meanAbsolute()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(deviation.meanAbsoluteWeighted()).isCloseTo((0.6 + 0.4 + 0.2) / 4, within(1e-15));
        assertThat(deviation.normalisedVectorDistance()).isCloseTo(Math.sqrt((0.36 + 0.16 + 0.04) / 6), within(1e-15));
        // The cosine between (2, 1, 1) and (1, 1, 1).
        double cosine = 4 / Math.sqrt(6 * 3);
        assertThat(deviation.angleInDegrees()).isCloseTo(Math.toDegrees(Math.acos(cosine)), within(1e-12));
        assertThat(deviation.distance()).isCloseTo(Math.sqrt(2 * (1 - cosine)), within(1e-14));
        assertThat(deviation.coefficientOfVariation()).isCloseTo(Math.tan(Math.acos(cosine)), within(1e-14));
    }

    @Test
    void angleDoesNotDependOnScaleOrPhysicalUnits() {
        PriceDeviation one =
                PriceDeviation.of(vector("Values", 2, 1, 5), vector("Prices", 1, 2, 3), vector("Output", 4, 5, 6));
        // B counted in units a thousandth as large; values in minutes for hours.
        PriceDeviation other = PriceDeviation.of(
                vector("Values", 120, 0.06, 300), vector("Prices", 1, 0.002, 3), vector("Output", 4, 5000, 6));

        assertThat(other.angleInDegrees()).isCloseTo(one.angleInDegrees(), within(1e-12));
        assertThat(other.meanAbsoluteWeighted()).isCloseTo(one.meanAbsoluteWeighted(), within(1e-14));
        assertThat(other.normalisedVectorDistance()).isCloseTo(one.normalisedVectorDistance(), within(1e-14));
    }

    @Test
    void proportionalPricesDoNotDeviate() {
        PriceDeviation none =
                PriceDeviation.of(vector("Values", 3, 6, 9), vector("Prices", 1, 2, 3), vector("Output", 4, 5, 6));

        assertThat(none.meanAbsolute()).isZero();
        assertThat(none.angleInDegrees()).isZero();
    }

    @Test
    void productsWithoutOutputAreLeftOutByName() {
        PriceDeviation deviation = PriceDeviation.ofTable(vector("Values", 2, 0, 1), vector("Output", 1, 0, 1));

        assertThat(deviation.leftOut()).extracting("name").containsExactly("B");
        assertThat(deviation.toString()).contains("without output: 'B'");
        assertThatThrownBy(() -> PriceDeviation.ofTable(vector("Values", 2, 0, 1), vector("Output", 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Values' for 'B' is 0.0");
        LabelledVector tons = LabelledVector.of("Output", PRODUCTS, Units.of("t"), 1, 1, 1);
        LabelledVector perKilogram = LabelledVector.of("Values", PRODUCTS, Units.of("hour per kg"), 1, 1, 1);
        LabelledVector perTon = LabelledVector.of("Prices", PRODUCTS, Units.of("EUR per t"), 1, 1, 1);
        assertThatThrownBy(() -> PriceDeviation.of(perKilogram, perTon, tons))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hour per kg")
                .hasMessageContaining("per 't'");
    }
}
