package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.LeontiefInverse;

/**
 * Germany 1995: Eurostat Manual of Supply, Use and Input-Output Tables (2008), chapter 15 (J. Beutel), tables 15.10 to
 * 15.20, as printed.
 */
class EurostatManualGermany1995Test {

    private static final Offset<Double> PRINTED = within(0.00005);

    private static final Economy ECONOMY = Economy.of(Germany1995.table());

    @Test
    void diagonalOfTheLeontiefInverse() {
        LeontiefInverse inverse = ECONOMY.leontiefInverse();

        assertThat(inverse.of("Agriculture", "Agriculture")).isCloseTo(1.0339, PRINTED);
        assertThat(inverse.of("Manufacturing", "Manufacturing")).isCloseTo(1.4292, PRINTED);
        assertThat(inverse.of("Construction", "Construction")).isCloseTo(1.0289, PRINTED);
    }

    @Test
    void outputMultipliers() {
        assertThat(ECONOMY.outputMultipliers().values().toArray())
                .containsExactly(new double[] {1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782}, PRINTED);
    }

    /** The Ghosh inverse is G = x̂⁻¹ L x̂ (Miller and Blair 2009, section 12.1): supplies set in motion by agriculture. */
    @Test
    void agricultureInTheGhoshInverse() {
        LeontiefInverse inverse = ECONOMY.leontiefInverse();
        LabelledVector x = Germany1995.table().grossOutput();
        double[] column = ECONOMY.industries().asList().stream()
                .map(Object::toString)
                .mapToDouble(industry -> inverse.of(industry, "Agriculture") * x.of("Agriculture") / x.of(industry))
                .toArray();

        assertThat(column).containsExactly(new double[] {1.0339, 0.0118, 0.0037, 0.0103, 0.0117, 0.0043}, PRINTED);
    }

    @Test
    void employmentMultipliers() {
        BoundedVector employment = ECONOMY.multipliers("Employment");

        assertThat(employment.values().toArray())
                .containsExactly(new double[] {0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242}, PRINTED);
        assertThat(employment.values().units().common()).isEqualTo("thousand persons per million EUR");
    }

    @Test
    void grossValueAddedMultipliers() {
        assertThat(ECONOMY.multipliers("Gross value added").values().toArray())
                .containsExactly(new double[] {0.8450, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199}, PRINTED);
    }

    /** Recomputed from the published table, not printed. */
    @Test
    void carbonMultipliers() {
        double[] recomputed = {
            0.4184705279238581,
            0.768627743217321,
            0.2725499292680237,
            0.23570916229232938,
            0.058287509541766626,
            0.12341872401507191
        };

        assertThat(ECONOMY.multipliers("CO2").values().toArray()).containsExactly(recomputed, within(1e-13));
    }

    /** Value added, imports and net taxes are all that goes in from outside: together one euro in every euro. */
    @Test
    void primaryInputsTogetherAreOneEuroInEveryEuro() {
        BoundedVector valueAdded = ECONOMY.multipliers("Gross value added");
        BoundedVector imports = ECONOMY.multipliers("Imports");
        BoundedVector taxes = ECONOMY.multipliers("Net taxes on products");

        for (int j = 0; j < 6; j++) {
            assertThat(valueAdded.at(j) + imports.at(j) + taxes.at(j)).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void theYearsFinalDemandTakesTheYearsOutputAndEmployment() {
        GrossOutputPlan plan = ECONOMY.plan(Germany1995.table().finalDemand().total());

        assertThat(plan.grossOutput().of("Manufacturing")).isCloseTo(1_079_446, within(1e-6));
        assertThat(plan.extension("Employment").total()).isCloseTo(36_428, within(1e-8));
        assertThat(plan.extension("CO2").of("Manufacturing")).isCloseTo(558_327, within(1e-6));
        ExactArithmetic.assertWithinBounds(
                plan.grossOutput(),
                ExactArithmetic.solve(
                        ECONOMY.coefficients().matrix().matrix(),
                        plan.finalDemand().toArray()),
                1e-13);
    }
}
