package org.leontief.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A label is found by name, by region and name, or by both in one text; and what is not found has a helpful message. */
class LabelLookupTest {

    private static final Labels PLAIN = Labels.of("Coal", "Steel", "Machinery", "Electricity");
    private static final Labels REGIONAL = Labels.ofRegions(List.of("DEU", "FRA"), List.of("Coal", "Steel"));

    @Test
    void aPlainLabelIsFoundByItsName() {
        assertThat(PLAIN.indexOf("Machinery")).isEqualTo(2);
        assertThat(PLAIN.indexOf(Label.of("Machinery"))).isEqualTo(2);
        assertThat(PLAIN.get(2)).isEqualTo(new Label(null, "Machinery")).hasToString("Machinery");
        assertThat(PLAIN.regions()).isEmpty();
    }

    @Test
    void aRegionalLabelIsFoundInThreeWays() {
        assertThat(REGIONAL.indexOf("FRA", "Coal")).isEqualTo(2);
        assertThat(REGIONAL.indexOf("FRA / Coal")).isEqualTo(2);
        assertThat(REGIONAL.indexOf(new Label("FRA", "Coal"))).isEqualTo(2);
        assertThat(REGIONAL.regions()).containsExactly("DEU", "FRA");
        assertThat(REGIONAL)
                .extracting(Label::toString)
                .containsExactly("DEU / Coal", "DEU / Steel", "FRA / Coal", "FRA / Steel");
    }

    @Test
    void aNameOfOneRegionOnlyNeedsNoRegion() {
        Labels labels = Labels.ofLabels(List.of(new Label("DEU", "Coal"), new Label("FRA", "Wine")));

        assertThat(labels.indexOf("Wine")).isEqualTo(1);
        assertThat(labels.contains("Wine")).isTrue();
    }

    @Test
    void aNameOfSeveralRegionsMustBeAskedForWithItsRegion() {
        assertThatThrownBy(() -> REGIONAL.indexOf("Steel"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessage("'Steel' stands in several regions (DEU, FRA). Ask with the region: (\"DEU\", \"Steel\"),"
                        + " or as one text \"DEU / Steel\".");
        assertThat(REGIONAL.contains("Steel")).isFalse();
        assertThat(REGIONAL.contains("DEU / Steel")).isTrue();
        assertThat(REGIONAL.contains(new Label("DEU", "Steel"))).isTrue();
    }

    /** A national total may stand beside the regions: its full name is the plain one. */
    @Test
    void aLabelWithoutRegionWinsOverTheSameNameInARegion() {
        Labels labels = Labels.ofLabels(List.of(new Label("DEU", "Coal"), Label.of("Coal")));

        assertThat(labels.indexOf("Coal")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"steel, Steel", "Stel, Steel", "Machinary, Machinery", "electricty, Electricity"})
    void theNearestLabelIsSuggested(String mistyped, String meant) {
        assertThatThrownBy(() -> PLAIN.indexOf(mistyped))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessage("There is no '" + mistyped + "'. Did you mean '" + meant + "'?");
    }

    @Test
    void swappedLettersAreOneMistake() {
        assertThatThrownBy(() -> PLAIN.indexOf("Cola")).hasMessage("There is no 'Cola'. Did you mean 'Coal'?");
    }

    /** Two edits of four letters could mean anything. */
    @Test
    void aLabelTooFarAwayIsNotSuggested() {
        assertThatThrownBy(() -> PLAIN.indexOf("Clay"))
                .hasMessage("There is no 'Clay'. Known are: Coal, Steel, Machinery, Electricity.");
    }

    @Test
    void theNearestRegionalLabelIsSuggestedInFull() {
        assertThatThrownBy(() -> REGIONAL.indexOf("FRA", "Cole"))
                .hasMessage("There is no 'FRA / Cole'. Did you mean 'FRA / Coal'?");
        assertThatThrownBy(() -> REGIONAL.indexOf("DUE / Steel"))
                .hasMessage("There is no 'DUE / Steel'. Did you mean 'DEU / Steel'?");
    }

    @Test
    void whereNothingIsNearTheFirstTenAreNamed() {
        Labels many = Labels.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12");

        assertThatThrownBy(() -> many.indexOf("Shipbuilding"))
                .hasMessage(
                        "There is no 'Shipbuilding'. Known are: a1, a2, a3, a4, a5, a6, a7, a8, a9, a10 and 2 more.");
        assertThat(many).hasToString("a1, a2, a3, a4, a5, a6, a7, a8, a9, a10 and 2 more");
    }

    @Test
    void aLabelStandsOnce() {
        assertThatThrownBy(() -> Labels.of("Coal", "Steel", "Coal"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The label 'Coal' stands twice, at places 1 and 3.");
        assertThatThrownBy(() -> Labels.ofLabels(List.of(new Label("DEU", "Coal"), new Label("DEU", "Coal"))))
                .hasMessageStartingWith("The label 'DEU / Coal' stands twice, at places 1 and 2.");
    }

    /** Found by this test: the first of the two could not be asked for by text, and the second answered for it. */
    @Test
    void twoLabelsAreNotWrittenAlike() {
        assertThatThrownBy(() -> Labels.ofLabels(List.of(Label.of("DEU / Coal"), new Label("DEU", "Coal"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Two labels are both written 'DEU / Coal': name 'DEU / Coal' and name 'Coal'.");
        assertThatThrownBy(() -> Labels.ofLabels(List.of(new Label("A", "B / C"), new Label("A / B", "C"))))
                .hasMessageStartingWith("Two labels are both written 'A / B / C'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aLabelIsNotBlank(String blank) {
        assertThatThrownBy(() -> Labels.of("Coal", blank)).hasMessageStartingWith("A label cannot be blank");
        assertThatThrownBy(() -> new Label(blank, "Coal"))
                .hasMessage("A label cannot be blank (region '" + blank + "', name 'Coal').");
    }

    @Test
    void blanksAtTheEndsAreRefusedBecauseNobodySeesThem() {
        assertThatThrownBy(() -> Label.of("Coal "))
                .hasMessage("The label 'Coal ' has blanks at its ends, which no reader sees. Strip them first.");
        assertThatThrownBy(() -> new Label(" DEU", "Coal"))
                .hasMessage(
                        "The label 'Coal' of ' DEU' has blanks at its ends, which no reader sees. Strip them first.");
    }

    @Test
    void labelsAreEqualInTheSameOrderOnly() {
        assertThat(Labels.of("Coal", "Steel"))
                .isEqualTo(Labels.of(List.of("Coal", "Steel")))
                .hasSameHashCodeAs(Labels.of("Coal", "Steel"))
                .isNotEqualTo(Labels.of("Steel", "Coal"))
                .isNotEqualTo(Labels.of("Coal"));
    }
}
