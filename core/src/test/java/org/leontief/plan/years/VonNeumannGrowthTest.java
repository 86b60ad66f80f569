package org.leontief.plan.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;

import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/** Economies that grow in step, with joint production. */
class VonNeumannGrowthTest {

    private static LabelledMatrix of(String name, Labels goods, double[][] goodsByProcesses) {
        Labels processes = Labels.of("One", "Two");
        return LabelledMatrix.of(name, goods, processes, Units.of("units"), SparseMatrix.of(goodsByProcesses));
    }

    private static VonNeumannGrowth growth(Labels goods, double[][] a, double[][] b) {
        VonNeumannGrowth growth = VonNeumannGrowth.of(of("Inputs", goods, a), of("Outputs", goods, b));
        assertThat(growth.upper() / growth.lower() - 1).isBetween(0.0, 1e-12);
        return growth;
    }

    /**
     * Kemeny, Snell and Thompson, Introduction to Finite Mathematics, expanding economy: a chicken lays twelve eggs, or hatches
     * four: factor 3, intensities 1/2 each, prices 6/7 and 1/7.
     */
    @Test
    void chickensAndEggs() {
        VonNeumannGrowth growth =
                growth(Labels.of("Chicken", "Egg"), new double[][] {{1, 1}, {0, 4}}, new double[][] {{1, 5}, {12, 0}});

        assertThat(growth.lower()).isLessThanOrEqualTo(3);
        assertThat(growth.upper()).isGreaterThanOrEqualTo(3);
        assertThat(growth.intensities().of("One")).isCloseTo(0.5, within(1e-9));
        assertThat(growth.intensities().of("Two")).isCloseTo(0.5, within(1e-9));
        assertThat(growth.prices().of("Chicken")).isCloseTo(6.0 / 7, within(1e-9));
        assertThat(growth.prices().of("Egg")).isCloseTo(1.0 / 7, within(1e-9));
    }

    @Test
    void processesTypedByHand() {
        VonNeumannGrowth growth = VonNeumannGrowth.of(
                activity("lay").uses("Chicken", 1).makes("Chicken", 1).makes("Egg", "pieces", 12),
                activity("hatch").uses("Chicken", 1).uses("Egg", 4).makes("Chicken", 5));

        assertThat(growth.lower()).isCloseTo(3, within(1e-12));
        assertThat(growth.intensities().of("hatch")).isCloseTo(0.5, within(1e-9));
        assertThat(growth.prices().of("Egg")).isCloseTo(1.0 / 7, within(1e-9));
        assertThat(growth.prices().units().get(1)).isEqualTo("1 per pieces");
        assertThatThrownBy(() -> VonNeumannGrowth.of(
                        activity("lay").uses("Chicken", 1).uses("Grain", 2).makes("Chicken", 2)))
                .hasMessageContaining("No process makes 'Grain'");
        assertThatThrownBy(() -> VonNeumannGrowth.of(activity("find").makes("Chicken", 1)))
                .hasMessageContaining("'find' takes nothing");
    }

    /** Feathers are free, and so is what is made of them alone, however much; it says nothing of chickens. */
    @Test
    void whatOnlyFreeGoodsMakeLoosensNoBound() {
        VonNeumannGrowth growth = VonNeumannGrowth.of(
                activity("lay")
                        .uses("Chicken", 1)
                        .makes("Chicken", 1)
                        .makes("Egg", 12)
                        .makes("Feather", 1),
                activity("hatch").uses("Chicken", 1).uses("Egg", 4).makes("Chicken", 5),
                activity("sew").uses("Feather", 1).makes("Pillow", 7));

        assertThat(growth.lower()).isCloseTo(3, within(1e-11));
        assertThat(growth.upper()).isCloseTo(3, within(1e-11));
        assertThat(growth.prices().of("Pillow")).isCloseTo(0, within(1e-9));
    }

    /** Each makes its inputs of the other: 1 of Y takes 1 of X, 2 of X take 1 of Y: α² = 2, z₂ = α z₁ / 2. */
    @Test
    void eachMakesWhatTheOtherTakes() {
        VonNeumannGrowth growth =
                growth(Labels.of("X", "Y"), new double[][] {{1, 0}, {0, 1}}, new double[][] {{0, 2}, {1, 0}});

        assertThat(growth.lower() * growth.lower()).isLessThanOrEqualTo(2 + 1e-15);
        assertThat(growth.upper() * growth.upper()).isGreaterThanOrEqualTo(2 - 1e-15);
        assertThat(growth.intensities().of("Two") / growth.intensities().of("One"))
                .isCloseTo(Math.sqrt(0.5), within(1e-9));
    }

    /** Two that have nothing to do with each other grow by 3 and by 2: the economy can by 3. */
    @Test
    void thePartThatGrowsFastestSetsTheFactor() {
        VonNeumannGrowth growth =
                growth(Labels.of("X", "Y"), new double[][] {{1, 0}, {0, 1}}, new double[][] {{3, 0}, {0, 2}});

        assertThat(growth.lower()).isCloseTo(3, within(1e-11));
        assertThat(growth.intensities().of("One")).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatIsWrongIsNamed() {
        Labels goods = Labels.of("X", "Y");
        LabelledMatrix good = of("Inputs", goods, new double[][] {{1, 0}, {0, 1}});
        assertThatThrownBy(() -> VonNeumannGrowth.of(of("Inputs", goods, new double[][] {{1, 0}, {1, 0}}), good))
                .hasMessageContaining("'Two' takes nothing");
        assertThatThrownBy(() -> VonNeumannGrowth.of(good, of("Outputs", goods, new double[][] {{1, 0}, {0, -1}})))
                .hasMessageContaining("'Outputs' is -1.0 for 'Y' and 'Two'");
        assertThatThrownBy(() ->
                        VonNeumannGrowth.of(good, of("Outputs", Labels.of("X", "Z"), new double[][] {{1, 0}, {0, 1}})))
                .hasMessageContaining("the same, in the same order");
    }
}
