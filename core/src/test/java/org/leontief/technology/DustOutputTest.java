package org.leontief.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.label.Units;
import org.leontief.table.InputOutputTable;

/**
 * An industry whose output is 1e-7 where the table is in millions, and whose own use equals it, makes I − A singular: its
 * coefficient on itself is 1. Balancing programs leave such numbers behind.
 */
class DustOutputTest {

    private static InputOutputTable table() {
        return InputOutputTable.builder("Coal", "Dust", "Steel")
                .unit("million EUR")
                .transactions(new double[][] {{100, 0, 400}, {0, 1e-7, 0}, {200, 0, 100}})
                .finalDemand("Homes", 500, 0, 700)
                .extension("Work", "hours", 10, 3e-8, 10)
                .build();
    }

    private static TechnologyOptions options(DustPolicy policy) {
        return TechnologyOptions.defaults().withDust(policy);
    }

    @Test
    void dustIsRefusedByDefault() {
        assertThatThrownBy(() -> TechnicalCoefficients.of(table()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'Dust' (1.0E-7): output that is dust beside the largest in the same unit (at most 1.0E-9 of"
                                + " it). Its recipe would be dust divided by dust. Decide:"
                                + " TechnologyOptions.withDust(DustPolicy.KEEP) or withDust(DustPolicy.EMPTY_RECIPE), or another"
                                + " withDustThreshold.");
    }

    @Test
    void keptDustMakesTheEconomyUnviable() {
        Economy economy = Economy.of(table(), options(DustPolicy.KEEP));

        assertThat(economy.coefficients().matrix().of("Dust", "Dust")).isEqualTo(1);
        assertThat(economy.coefficients().notes()).singleElement().asString().endsWith("; kept as it stands.");
        assertThat(economy.viability().group()).extracting("name").containsExactly("Dust");
        assertThatThrownBy(() -> economy.plan(table().finalDemand().total()))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("not viable: 'Dust' ");
    }

    @Test
    void dustWithAnEmptyRecipeIsLeftOutAndReported() {
        Economy economy = Economy.of(table(), options(DustPolicy.EMPTY_RECIPE));

        assertThat(economy.viability().isViable()).isTrue();
        assertThat(economy.coefficients().notes())
                .containsExactly("'Dust' (1.0E-7): output that is dust beside the largest in the same unit (at most"
                        + " 1.0E-9 of it); given an empty recipe, left out: 'Dust' in 'Dust' (1.0E-7), 'Work' in 'Dust'"
                        + " (3.0E-8).");
        assertThat(economy.coefficients().extension("Work").of("Dust")).isZero();
        assertThat(economy.plan(table().finalDemand().total()).grossOutput().of("Steel"))
                .isCloseTo(1000, within(1e-10));
    }

    @Test
    void theThresholdDecidesWhatDustIs() {
        TechnologyOptions smaller = TechnologyOptions.defaults().withDustThreshold(1e-10);
        TechnologyOptions none = TechnologyOptions.defaults().withDustThreshold(0);

        assertThatThrownBy(() -> TechnicalCoefficients.of(table(), smaller)).hasMessageContaining("'Dust'");
        assertThat(TechnicalCoefficients.of(
                                table(), TechnologyOptions.defaults().withDustThreshold(9e-11))
                        .notes())
                .isEmpty();
        assertThat(TechnicalCoefficients.of(table(), none).notes()).isEmpty();
    }

    /** Powers of two, so that the limit is met exactly. */
    @Test
    void anOutputAtTheThresholdIsDust() {
        InputOutputTable table = InputOutputTable.builder("Coal", "Dust")
                .unit("unit")
                .transactions(new double[2][2])
                .finalDemand("Homes", 1024, 0x1p-20)
                .build();
        TechnologyOptions atTheThreshold = TechnologyOptions.defaults().withDustThreshold(0x1p-30);
        TechnologyOptions below = TechnologyOptions.defaults().withDustThreshold(Math.nextDown(0x1p-30));

        assertThatThrownBy(() -> TechnicalCoefficients.of(table, atTheThreshold))
                .hasMessageStartingWith("'Dust' ");
        assertThat(TechnicalCoefficients.of(table, below).notes()).isEmpty();
    }

    /** A gram beside a megawatt hour is not dust; a gram beside a million tons, in grams, would be. */
    @Test
    void outputIsComparedInItsOwnUnitOnly() {
        InputOutputTable table = InputOutputTable.builder("Gold", "Power", "More power")
                .units(Units.perLabel("t", "kWh", "kWh"))
                .transactions(new double[][] {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}})
                .finalDemand("Homes", 1e-6, 1e12, 1)
                .build();

        assertThatThrownBy(() -> TechnicalCoefficients.of(table)).hasMessageStartingWith("'More power' (1.0): ");
    }

    @Test
    void aThresholdIsAShare() {
        for (double share : List.of(-0.1, 1.0, Double.NaN)) {
            assertThatThrownBy(() -> TechnologyOptions.defaults().withDustThreshold(share))
                    .hasMessage("dustThreshold is " + share + "; it must be at least 0 and below 1.");
        }
    }
}
