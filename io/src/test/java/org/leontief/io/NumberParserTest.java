package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

    private static final NumberParser PLAIN = new NumberParser(CsvOptions.defaults());

    private static NumberParser with(ThousandsSeparator separator) {
        return new NumberParser(CsvOptions.defaults().withThousandsSeparator(separator));
    }

    private static NumberParser german() {
        return new NumberParser(
                CsvOptions.defaults().withDecimalComma().withThousandsSeparator(ThousandsSeparator.POINT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.0", "1", "+1", "1.5", ".5", "5.", "-1e3", "1E-300", "1.7976931348623157E308"})
    void readsWhatDoubleReads(String text) {
        assertThat(PLAIN.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void everyDoubleComesBackBitForBit() {
        Random random = new Random(1);
        for (int k = 0; k < 100_000; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                double read = PLAIN.parse(Double.toString(value));
                assertThat(Double.doubleToRawLongBits(read)).isEqualTo(Double.doubleToRawLongBits(value));
            }
        }
        assertThat(Double.doubleToRawLongBits(PLAIN.parse("-0.0"))).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1 2",
                "1d",
                "1f",
                "0x1p3",
                "NaN",
                "Infinity",
                "1.2.3",
                "1,2",
                "--1",
                "1e5.0",
                "12%",
                "١٢"
            })
    void refusesWhatIsNoPlainDecimalNumber(String text) {
        assertThat(PLAIN.parse(text)).isNaN();
    }

    @Test
    void groupsOfThreeAreReadAndOtherGroupsRefused() {
        NumberParser comma = with(ThousandsSeparator.COMMA);
        assertThat(comma.parse("1,234,567.5")).isEqualTo(1234567.5);
        assertThat(comma.parse("-12,345")).isEqualTo(-12345);
        assertThat(comma.parse("1234567.5")).isEqualTo(1234567.5);
        for (String wrong : new String[] {"1,23,4", "1,2345", ",123", "1234,567", "1,,234", "1,234,", "1.234,567"}) {
            assertThat(comma.parse(wrong)).as(wrong).isNaN();
        }
        assertThat(comma.whyNot("1,23,4")).contains("'1,23,4'").contains("groups of three");
    }

    @Test
    void separatorsThatLookAlikeAreRead() {
        assertThat(with(ThousandsSeparator.SPACE).parse("1 234\u00a0567\u202f890"))
                .isEqualTo(1234567890);
        assertThat(with(ThousandsSeparator.APOSTROPHE).parse("1'234’567.25")).isEqualTo(1234567.25);
        assertThat(german().parse("1.234.567,5e-2")).isEqualTo(12345.675);
        assertThat(german().parse("1.5")).isNaN();
    }

    @Test
    void oneCharacterCannotBeBothMarkAndSeparator() {
        assertThatThrownBy(() -> CsvOptions.defaults().withThousandsSeparator(ThousandsSeparator.POINT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'.'");
        assertThatThrownBy(() -> CsvOptions.defaults()
                        .withThousandsSeparator(ThousandsSeparator.COMMA)
                        .withDecimalComma())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5|withDecimalComma",
                "1,234|withThousandsSeparator(ThousandsSeparator.COMMA), or CsvOptions.withDecimalComma()",
                "1,234,567|withThousandsSeparator(ThousandsSeparator.COMMA)",
                "1 234|ThousandsSeparator.SPACE",
                "..|marks missing cells with '..'",
                "n/a|withMissingAsZero",
                "NaN|finite number",
                "-Infinity|finite number",
                "1e999|too large",
                "Products of agriculture|text stands among the numbers"
            })
    void saysTheLikelyMend(String text, String mend) {
        assertThat(PLAIN.parse(text)).isNaN();
        assertThat(PLAIN.whyNot(text)).contains("'" + text + "'").contains(mend);
    }

    @Test
    void anEmptyCellIsNoNumberUnlessDeclared() {
        assertThat(PLAIN.whyNot("")).contains("empty cell").contains("withMissingAsZero(\"\")");
        NumberParser lenient = new NumberParser(CsvOptions.defaults().withMissingAsZero("", "-9999"));
        assertThat(lenient.parse("")).isZero();
        assertThat(lenient.parse("-9999")).isZero();
        assertThat(lenient.parse("-")).isNaN();
        assertThat(new NumberParser(CsvOptions.defaults().withMissingAsZero("").withMissingRefused()).parse(""))
                .isNaN();
    }

    @Test
    void aLongTextIsShownShortAndOnOneLine() {
        assertThat(PLAIN.whyNot("a\nb" + "x".repeat(100)))
                .contains("a\\nb")
                .contains("…")
                .hasSizeLessThan(150);
    }
}
