package org.leontief.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @Test
    void aQuotientOfUnitsIsWrittenOut() {
        assertThat(Units.of("thousand persons").per(Units.of("million EUR")))
                .isEqualTo(Units.of("thousand persons per million EUR"));
        assertThat(Units.of("hours").per(Units.perLabel("t", "kWh")))
                .isEqualTo(Units.perLabel("hours per t", "hours per kWh"));
        assertThat(Units.perLabel("t", "kWh").per(Units.of("t"))).isEqualTo(Units.perLabel("1", "kWh per t"));
    }

    @Test
    void aUnitPerItselfIsAPureNumber() {
        assertThat(Units.of("EUR").per(Units.of("EUR"))).isEqualTo(Units.NONE);
    }

    @Test
    void aQuotientNeedsEquallyManyUnits() {
        assertThatThrownBy(() -> Units.perLabel("a", "b").per(Units.perLabel("x", "y", "z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 units for 3 labels");
        assertThatThrownBy(() -> Units.perLabel("x", "y", "z").per(Units.perLabel("a", "b")))
                .hasMessageContaining("2 units for 3 labels");
    }

    @Test
    void equalUnitsForAllAreOneUnit() {
        assertThat(Units.perLabel("t", "t", "t")).isEqualTo(Units.of("t")).hasSameHashCodeAs(Units.of("t"));
        assertThat(Units.perLabel("t", "t").isUniform()).isTrue();
        assertThat(Units.perLabel(List.of("t", "kWh", "t"))).hasToString("t, kWh");
        assertThat(Units.perLabel("t", "kWh").get(1)).isEqualTo("kWh");
        assertThat(Units.of("t").get(7)).isEqualTo("t");
    }

    @Test
    void differentUnitsHaveNothingInCommon() {
        assertThat(Units.of("t").common()).isEqualTo("t");
        assertThatThrownBy(() -> Units.perLabel("t", "kWh").common())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The numbers are in different units (t, kWh) and cannot be added up. Ask for the entries one"
                                + " by one.");
    }

    @Test
    void aUnitIsNotBlank() {
        assertThatThrownBy(() -> Units.of(" ")).hasMessage("A unit cannot be blank. For pure numbers write '1'.");
        assertThatThrownBy(() -> Units.perLabel("t", "")).hasMessageContaining("blank");
    }

    @Test
    void oneUnitForAllOrOneForEach() {
        assertThat(Units.of("t").requireSize(5)).isEqualTo(Units.of("t"));
        assertThatThrownBy(() -> Units.perLabel("t", "kWh").requireSize(3))
                .hasMessage("There are 2 units for 3 labels; one for each is needed, or one for all.");
    }

    /** The denominator is known, so that a stroke is read in one way only. */
    @ParameterizedTest
    @CsvSource({
        "hours per t, t, hours",
        "hours/t, t, hours",
        "hours / t, t, hours",
        "EUR/h/t, t, EUR/h",
        "EUR/t/h, t/h, EUR",
        "1, t, t"
    })
    void whatIsCountedPerUnitOfAProductIsReadHoweverItIsWritten(String ratio, String product, String counted) {
        assertThat(UnitRatio.numerator("Labour", Units.of(ratio), Labels.of("Steel"), Units.of(product)))
                .isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/t", "hours", "hours/kg", "hours per kg", "hours/lt"})
    void whatIsCountedPerSomethingElseIsNamed(String ratio) {
        assertThatThrownBy(() -> UnitRatio.numerator("Labour", Units.of(ratio), Labels.of("Steel"), Units.of("t")))
                .hasMessageContaining("Labour for 'Steel' is in '" + ratio + "'")
                .hasMessageContaining("per 't'");
    }
}
