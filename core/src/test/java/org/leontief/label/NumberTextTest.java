package org.leontief.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.1, 0.1",
        "1234.56789, 1234.568",
        "-0.000123456789, -0.0001234568",
        "0.0000123456789, 1.234568e-05",
        "9999999.6, 10000000",
        "1.5e12, 1.500000e+12",
        "NaN, unknown",
        "Infinity, ∞",
        "-Infinity, −∞"
    })
    void sevenDigits(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2355972987.4, 2355972987",
        "-31457280, -31457280",
        "207752104.4316, 207752104",
        "999999999999.4, 999999999999"
    })
    void noDigitOfAWholeNumberIsMadeZero(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @Test
    void offByHalfAUnitOfTheLastDigitAtMost() {
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 1000; k++) {
            double value = Math.pow(10, random.nextDouble(-3, 12));
            double off = new BigDecimal(NumberText.of(value))
                    .subtract(new BigDecimal(value))
                    .abs()
                    .doubleValue();
            assertThat(off).as("%s", value).isLessThanOrEqualTo(Math.min(0.5, 5e-7 * value));
        }
    }
}
