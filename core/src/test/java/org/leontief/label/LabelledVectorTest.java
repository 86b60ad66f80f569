package org.leontief.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelledVectorTest {

    private static final Labels PRODUCTS = Labels.of("Coal", "Steel", "Wine");

    private static LabelledVector demand() {
        return LabelledVector.of("Demand", PRODUCTS, Units.of("EUR"), 1, -5, 3);
    }

    @Test
    void askedForByNameAndByPlace() {
        assertThat(demand().of("Steel")).isEqualTo(-5);
        assertThat(demand().at(1)).isEqualTo(-5);
        assertThat(demand().total()).isEqualTo(-1);
        assertThat(demand().size()).isEqualTo(3);
        assertThatThrownBy(() -> demand().of("Stel")).hasMessageContaining("Did you mean 'Steel'?");
    }

    @Test
    void askedForByRegion() {
        LabelledVector vector = LabelledVector.of(
                "Demand",
                Labels.ofRegions(List.of("DEU", "FRA"), List.of("Coal", "Wine")),
                Units.of("EUR"),
                1,
                2,
                3,
                4);

        assertThat(vector.of("FRA", "Coal")).isEqualTo(3);
        assertThat(vector.of("FRA / Wine")).isEqualTo(4);
        assertThat(vector.with("DEU / Wine", 9).toArray()).containsExactly(1, 9, 3, 4);
    }

    @Test
    void everyChangeGivesANewVector() {
        LabelledVector demand = demand();

        assertThat(demand.with("Steel", 7).toArray()).containsExactly(1, 7, 3);
        assertThat(demand.scale("Wine", 1.5).toArray()).containsExactly(1, -5, 4.5);
        assertThat(demand.plus("Coal", 0.5).toArray()).containsExactly(1.5, -5, 3);
        assertThat(demand.times(2).toArray()).containsExactly(2, -10, 6);
        assertThat(demand.named("Other").name()).isEqualTo("Other");
        assertThat(demand).isEqualTo(demand()).hasSameHashCodeAs(demand());
    }

    @Test
    void changesOfUnknownProductsAreRefused() {
        assertThatThrownBy(() -> demand().with("Coall", 1)).isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> demand().scale("Coall", 1)).isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> demand().plus("Coall", 1)).isInstanceOf(UnknownLabelException.class);
    }

    @Test
    void arraysAreCopiedInAndOut() {
        double[] values = {1, 2, 3};
        LabelledVector vector = LabelledVector.of("Demand", PRODUCTS, Units.of("EUR"), values);

        values[0] = 99;
        vector.toArray()[1] = 99;

        assertThat(vector.toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void valuesAreFiniteAndOneForEachLabel() {
        assertThatThrownBy(() -> demand().with("Coal", Double.NaN))
                .hasMessage("Demand for 'Coal' is NaN; a finite number is needed. Maybe a missing value?");
        assertThatThrownBy(() -> demand().times(Double.POSITIVE_INFINITY)).hasMessageContaining("is Infinity");
        assertThatThrownBy(() -> LabelledVector.of("Demand", PRODUCTS, Units.of("EUR"), 1, 2))
                .hasMessage("Demand has 2 values for 3 labels; one for each is needed.");
        assertThatThrownBy(() -> LabelledVector.of("Demand", PRODUCTS, Units.perLabel("t", "l"), 1, 2, 3))
                .hasMessageContaining("2 units for 3 labels");
    }

    @Test
    void namedNumbersAndZeroForTheRest() {
        assertThat(LabelledVector.of("Demand", PRODUCTS, Units.of("EUR"), Map.of("Wine", 2.0))
                        .toArray())
                .containsExactly(0, 0, 2);
        assertThatThrownBy(() -> LabelledVector.of("Demand", PRODUCTS, Units.of("EUR"), Map.of("Whine", 2.0)))
                .hasMessage("There is no 'Whine'. Did you mean 'Wine'?");
    }

    /** Found by this test: one of the two was dropped, and which one depended on the map. */
    @Test
    void twoNamesForOneLabelAreRefused() {
        Labels labels = Labels.ofLabels(List.of(new Label("DEU", "Coal"), new Label("FRA", "Wine")));

        assertThatThrownBy(() ->
                        LabelledVector.of("Demand", labels, Units.of("EUR"), Map.of("Wine", 1.0, "FRA / Wine", 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Demand is given twice for 'FRA / Wine', once with the region and once without.");
    }

    @Test
    void differentUnitsAreNeverAdded() {
        LabelledVector mixed = LabelledVector.of("Output", PRODUCTS, Units.perLabel("t", "t", "l"), 1, 2, 3);

        assertThatThrownBy(mixed::total)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("different units (t, l)");
        assertThatThrownBy(() -> mixed.plus(demand()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Demand' is in EUR where t, l is needed");
        assertThatThrownBy(() -> mixed.minus(demand())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLargestInAbsoluteValueComeFirst() {
        assertThat(demand().largest(2)).containsExactly(1, 2);
        assertThat(demand().largest(9)).containsExactly(1, 2, 0);
        assertThat(demand().times(0).largest(3)).containsExactly(0, 1, 2);
    }

    @Test
    void equalMeansNameLabelsUnitsAndNumbers() {
        assertThat(demand())
                .isNotEqualTo(demand().named("Other"))
                .isNotEqualTo(demand().with("Coal", 2))
                .isNotEqualTo(LabelledVector.of("Demand", PRODUCTS, Units.of("USD"), 1, -5, 3))
                .isNotEqualTo(LabelledVector.of("Demand", Labels.of("a", "b", "c"), Units.of("EUR"), 1, -5, 3));
    }

    @Test
    void twentyEntriesAreShownAndTheRestCounted() {
        Labels many = Labels.of(IntStream.range(0, 23).mapToObj(i -> "P" + i).toList());

        assertThat(LabelledVector.of("Demand", many, Units.of("EUR"), new double[23])
                        .toString())
                .startsWith("Demand (EUR)\n  P0  0.0\n")
                .endsWith("  P19  0.0\n  … and 3 more");
        assertThat(demand()).hasToString("Demand (EUR)\n  Coal  1.0\n  Steel  -5.0\n  Wine  3.0");
    }
}
