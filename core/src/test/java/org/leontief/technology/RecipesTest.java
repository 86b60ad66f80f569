package org.leontief.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leontief.technology.Recipe.recipe;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;

class RecipesTest {

    private static final Recipe COAL =
            recipe("Coal").unit("t").uses("Steel", 0.01).labour(0.5).extension("CO2", "kg", 3);
    private static final Recipe STEEL =
            recipe("Steel").unit("t").uses("Coal", 0.4).uses("Power", 600).labour(2);
    private static final Recipe POWER =
            recipe("Power").unit("kWh").uses("Coal", 0.0004).extension("CO2", "kg", 0.9);

    @Test
    void columnsAreRecipes() {
        TechnicalCoefficients technology = TechnicalCoefficients.ofRecipes(List.of(COAL, STEEL, POWER));

        assertThat(technology.industries()).isEqualTo(Labels.of("Coal", "Steel", "Power"));
        assertThat(technology.units()).isEqualTo(Units.perLabel("t", "t", "kWh"));
        assertThat(technology.matrix().column("Steel").toArray()).containsExactly(0.4, 0, 600);
        assertThat(technology.matrix().of("Steel", "Coal")).isEqualTo(0.01);
        assertThat(technology.extension("Labour").toArray()).containsExactly(0.5, 2, 0);
        assertThat(technology.extension("CO2").toArray()).containsExactly(3, 0, 0.9);
        assertThat(technology.extension("CO2").units()).isEqualTo(Units.perLabel("kg per t", "kg per t", "kg per kWh"));
        assertThat(technology.extensions().rowUnits()).isEqualTo(Units.perLabel("hours", "kg"));
    }

    @Test
    void aPlanFromRecipes() {
        Economy economy = Economy.of(COAL, STEEL, POWER);

        var plan = economy.plan(economy.demand(Map.of("Steel", 100.0)));

        ExactArithmetic.assertWithinBounds(
                plan.grossOutput(),
                ExactArithmetic.solve(economy.coefficients().matrix().matrix(), 0, 100, 0),
                1e-12);
        assertThat(plan.extensionNames()).containsExactly("Labour", "CO2");
    }

    @Test
    void anUnknownInputIsNamedWithTheNearest() {
        assertThatThrownBy(() -> Economy.of(COAL, recipe("Steel").uses("Coall", 1)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessage("The recipe of 'Steel' uses 'Coall', which has no recipe. There is no 'Coall'. Did you mean"
                        + " 'Coal'?");
    }

    @Test
    void oneRecipeForEachProduct() {
        assertThatThrownBy(() -> Economy.of(COAL, STEEL, POWER, COAL))
                .hasMessageStartingWith("The label 'Coal' stands twice, at places 1 and 4.");
        assertThatThrownBy(Economy::of).hasMessage("An economy needs at least one recipe.");
    }

    @Test
    void oneLineForEachInput() {
        assertThatThrownBy(() -> STEEL.uses("Coal", 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The recipe of 'Steel' names 'Coal' twice: 0.4 and 0.1. Add the amounts up first.");
        assertThatThrownBy(() -> STEEL.labour(1)).hasMessage("The recipe of 'Steel' counts 'Labour' twice.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void amountsAreFiniteAndNotNegative(double amount) {
        String message = "The recipe of 'Tea' takes " + amount + " of 'Water'; an amount is finite and not negative.";

        assertThatThrownBy(() -> recipe("Tea").uses("Water", amount)).hasMessage(message);
        assertThatThrownBy(() -> recipe("Tea").extension("Water", "l", amount)).hasMessage(message);
        assertThatThrownBy(() -> recipe("Tea").labour(amount)).hasMessageContaining("of 'Labour'");
    }

    @Test
    void oneNameHasOneUnit() {
        assertThatThrownBy(() -> Economy.of(COAL, recipe("Wine").extension("CO2", "t", 1)))
                .hasMessage("The recipe of 'Wine' counts 'CO2' in t, an earlier one in kg. One name has one unit.");
    }

    @Test
    void everyCallGivesANewRecipe() {
        Recipe tea = recipe("Tea");

        Recipe stronger = tea.unit("cup").uses("Leaves", 2);

        assertThat(tea.inputs()).isEmpty();
        assertThat(tea.unit()).isEqualTo("unit");
        assertThat(stronger.inputs()).containsExactly(Map.entry("Leaves", 2.0));
        assertThat(stronger.product()).isEqualTo("Tea");
        assertThat(stronger.unit()).isEqualTo("cup");
        assertThatThrownBy(() -> stronger.inputs().put("Milk", 1.0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> COAL.extensions().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRecipeReadsAsASentence() {
        assertThat(STEEL).hasToString("One t of 'Steel' takes 0.4 of 'Coal', 600.0 of 'Power', 2.0 hours of 'Labour'");
        assertThat(recipe("Air")).hasToString("One unit of 'Air' takes nothing");
    }
}
