package org.leontief.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers are joined by label, never by position, and a mismatch names what is missing. */
class LabelMismatchTest {

    private static final Units EUR = Units.of("EUR");

    @Test
    void joinedByLabelWhateverTheOrder() {
        LabelledVector one = LabelledVector.of("One", Labels.of("Coal", "Steel", "Wine"), EUR, 1, 2, 3);
        LabelledVector other = LabelledVector.of("Other", Labels.of("Wine", "Coal", "Steel"), EUR, 30, 10, 20);

        assertThat(one.plus(other).toArray()).containsExactly(11, 22, 33);
        assertThat(one.minus(other).toArray()).containsExactly(-9, -18, -27);
        assertThat(one.plus(other).labels()).isSameAs(one.labels());
        assertThat(other.alignedTo(one.labels(), EUR).toArray()).containsExactly(10, 20, 30);
        assertThat(one.alignedTo(one.labels(), EUR)).isSameAs(one);
    }

    @Test
    void unitsMoveWithTheirLabels() {
        LabelledVector mixed = LabelledVector.of("Mixed", Labels.of("Coal", "Power"), Units.perLabel("t", "kWh"), 1, 2);
        Labels turned = Labels.of("Power", "Coal");

        assertThat(mixed.alignedTo(turned, Units.perLabel("kWh", "t")).toArray())
                .containsExactly(2, 1);
        assertThatThrownBy(() -> mixed.alignedTo(turned, Units.perLabel("t", "kWh")))
                .hasMessage("'Mixed' is in kWh, t where t, kWh is needed. Convert it first; units are never mixed"
                        + " silently.");
    }

    @Test
    void theMessageNamesWhatIsMissingAndWhatIsStrange() {
        LabelledVector one = LabelledVector.of("One", Labels.of("Coal", "Steel", "Wine"), EUR, 1, 2, 3);
        LabelledVector other = LabelledVector.of("Other", Labels.of("Coal", "Stell", "Wine"), EUR, 1, 2, 3);

        assertThatThrownBy(() -> one.plus(other))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessage(
                        "The labels of 'Other' do not match; missing there: Steel; not known here: Stell (for 'Stell',"
                                + " did you mean 'Steel'?). Two sets of numbers are joined by label, and every label must be in"
                                + " both.");
    }

    @Test
    void oneSideOfTheMismatchIsEnough() {
        LabelledVector small = LabelledVector.of("Small", Labels.of("Coal"), EUR, 1);
        LabelledVector large = LabelledVector.of("Large", Labels.of("Coal", "Shipping"), EUR, 1, 2);

        assertThatThrownBy(() -> large.plus(small))
                .hasMessageContaining("missing there: Shipping.")
                .hasMessageNotContaining("not known");
        assertThatThrownBy(() -> small.plus(large))
                .hasMessageContaining("not known here: Shipping.")
                .hasMessageNotContaining("missing");
    }

    @Test
    void tenAreNamedAndTheRestCounted() {
        List<String> names = IntStream.range(0, 25)
                .mapToObj(i -> "Product " + (char) ('A' + i))
                .toList();
        Labels all = Labels.of(names);
        Labels ofAnother = Labels.of(names.subList(0, 2));

        assertThatThrownBy(() -> all.placesIn(ofAnother, "the demand"))
                .hasMessageStartingWith("The labels of the demand do not match; missing there: Product C, Product D,"
                        + " Product E, Product F, Product G, Product H, Product I, Product J, Product K, Product L and 13"
                        + " more. ");
    }

    @Test
    void theSameNameInAnotherRegionIsAnotherLabel() {
        Labels german = Labels.ofRegions(List.of("DEU"), List.of("Coal"));
        Labels french = Labels.ofRegions(List.of("FRA"), List.of("Coal"));

        assertThatThrownBy(() -> german.placesIn(french, "the demand"))
                .hasMessageContaining("missing there: DEU / Coal; not known here: FRA / Coal");
    }
}
