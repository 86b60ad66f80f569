package org.leontief.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names along one side of a matrix or a vector, in order, each once. Immutable.
 *
 * <p>A label is found by its name ({@code "Steel"}), by region and name ({@code "DEU", "Steel"}), or by both in one text
 * ({@code "DEU / Steel"}). A name that stands in several regions must be asked for with its region.
 */
public final class Labels implements Iterable<Label> {

    private static final int NAMED_IN_MESSAGES = 10;
    private static final int AMBIGUOUS = -2;

    private final List<Label> labels;
    private final Map<Label, Integer> index;
    /** Names alone, where they differ from the full label; AMBIGUOUS for a name of several regions. */
    private final Map<String, Integer> indexOfText;

    private Labels(List<Label> labels) {
        this.labels = List.copyOf(labels);
        index = new HashMap<>(labels.size() * 2);
        indexOfText = new HashMap<>(labels.size() * 2);
        for (int i = 0; i < this.labels.size(); i++) {
            Label label = this.labels.get(i);
            Integer earlier = index.put(label, i);
            if (earlier != null) {
                throw new IllegalArgumentException("The label '" + label + "' stands twice, at places " + (earlier + 1)
                        + " and " + (i + 1) + ". Every label must be there once; maybe a region column is missing?");
            }
            indexOfText.merge(label.name(), i, (a, b) -> AMBIGUOUS);
        }
        Map<String, Label> written = new HashMap<>(labels.size() * 2);
        for (int i = 0; i < this.labels.size(); i++) {
            Label label = this.labels.get(i);
            Label other = written.put(label.toString(), label);
            if (other != null) {
                throw new IllegalArgumentException("Two labels are both written '" + label + "': name '" + other.name()
                        + "' and name '" + label.name() + "'. A text must name one of them; change '" + Label.SEPARATOR
                        + "' in the region or the name.");
            }
            indexOfText.put(label.toString(), i);
        }
    }

    /**
     * Labels without regions.
     *
     * @param names the names in order, each once
     * @return the labels
     * @throws IllegalArgumentException if a name is blank or stands twice
     */
    public static Labels of(String... names) {
        return of(Arrays.asList(names));
    }

    /**
     * Labels without regions.
     *
     * @param names the names in order, each once
     * @return the labels
     * @throws IllegalArgumentException if a name is blank or stands twice
     */
    public static Labels of(List<String> names) {
        return new Labels(names.stream().map(Label::of).toList());
    }

    /**
     * Labels that may have regions.
     *
     * @param labels the labels in order, each once
     * @return the labels
     * @throws IllegalArgumentException if a label stands twice, or two are written alike
     */
    public static Labels ofLabels(List<Label> labels) {
        return new Labels(labels);
    }

    /**
     * Every sector in every region, region by region.
     *
     * @param regions region names
     * @param sectors sector names, the same in each region
     * @return regions.size() × sectors.size() labels
     */
    public static Labels ofRegions(List<String> regions, List<String> sectors) {
        List<Label> labels = new ArrayList<>();
        for (String region : regions) {
            for (String sector : sectors) {
                labels.add(new Label(region, sector));
            }
        }
        return new Labels(labels);
    }

    /**
     * How many there are.
     *
     * @return the number of labels
     */
    public int size() {
        return labels.size();
    }

    /**
     * The label at a place.
     *
     * @param i place, from 0
     * @return the label
     */
    public Label get(int i) {
        return labels.get(i);
    }

    /**
     * The labels in order.
     *
     * @return an immutable list
     */
    public List<Label> asList() {
        return labels;
    }

    /**
     * The place of a label.
     *
     * @param text a name, or region and name as one text
     * @return its place, from 0
     * @throws UnknownLabelException if there is none, with the nearest; or if several regions have the name
     */
    public int indexOf(String text) {
        Integer place = indexOfText.get(text);
        if (place == null) {
            throw unknown(text);
        }
        if (place == AMBIGUOUS) {
            throw new UnknownLabelException("'" + text + "' stands in several regions ("
                    + first(labels.stream()
                            .filter(label -> label.name().equals(text))
                            .map(label -> String.valueOf(label.region())))
                    + "). Ask with the region: (\"" + regionOfFirst(text) + "\", \"" + text + "\"), or as one text \""
                    + regionOfFirst(text) + Label.SEPARATOR + text + "\".");
        }
        return place;
    }

    /**
     * The place of a label of a region.
     *
     * @param region the region
     * @param name the name
     * @return its place, from 0
     * @throws UnknownLabelException if there is none, with the nearest
     */
    public int indexOf(String region, String name) {
        return indexOf(new Label(region, name));
    }

    /**
     * The place of a label.
     *
     * @param label the label
     * @return its place, from 0
     * @throws UnknownLabelException if there is none, with the nearest
     */
    public int indexOf(Label label) {
        Integer place = index.get(label);
        if (place == null) {
            throw unknown(label.toString());
        }
        return place;
    }

    /**
     * Whether a text names exactly one of these labels.
     *
     * @param text a name, or region and name as one text
     * @return true if {@link #indexOf(String)} finds it
     */
    public boolean contains(String text) {
        Integer place = indexOfText.get(text);
        return place != null && place != AMBIGUOUS;
    }

    /**
     * Whether a label is one of these.
     *
     * @param label the label
     * @return true if it is
     */
    public boolean contains(Label label) {
        return index.containsKey(label);
    }

    /**
     * The regions in order of first appearance.
     *
     * @return an immutable list, empty where there are no regions
     */
    public List<String> regions() {
        LinkedHashSet<String> regions = new LinkedHashSet<>();
        for (Label label : labels) {
            if (label.region() != null) {
                regions.add(label.region());
            }
        }
        return List.copyOf(regions);
    }

    /**
     * Where each of these labels stands in another list that must hold the same labels, in whatever order.
     *
     * @param other the other list
     * @param whose what the other list belongs to, for the message: "the final demand"
     * @return places[i] is the place in other of this list's label i
     * @throws UnknownLabelException if the two lists differ; it names the labels that are missing and those that are
     *     strange, ten of each at most, and says how many more
     */
    public int[] placesIn(Labels other, String whose) {
        List<Label> missing = labels.stream().filter(l -> !other.contains(l)).toList();
        List<Label> strange = other.labels.stream().filter(l -> !contains(l)).toList();
        if (!missing.isEmpty() || !strange.isEmpty()) {
            throw new UnknownLabelException("The labels of " + whose + " do not match"
                    + (missing.isEmpty() ? "" : "; missing there: " + first(missing.stream()))
                    + (strange.isEmpty() ? "" : "; not known here: " + first(strange.stream()) + suggestion(strange))
                    + ". Two sets of numbers are joined by label, and every label must be in both.");
        }
        int[] places = new int[size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = other.indexOf(labels.get(i));
        }
        return places;
    }

    @Override
    public Iterator<Label> iterator() {
        return labels.iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Labels that && labels.equals(that.labels));
    }

    @Override
    public int hashCode() {
        return labels.hashCode();
    }

    /** The first ten labels, and how many more there are. */
    @Override
    public String toString() {
        return first(labels.stream());
    }

    /**
     * The message for a name that is not here, with the nearest name that is.
     *
     * @param text what was asked for
     * @return the exception, not thrown
     */
    public UnknownLabelException unknown(String text) {
        if (labels.isEmpty()) {
            return new UnknownLabelException("There is no '" + text + "': there are no names here at all.");
        }
        String mend = NearestLabel.to(text, labels)
                .map(nearest -> "Did you mean '" + nearest + "'?")
                .orElse("Known are: " + this + ".");
        return new UnknownLabelException("There is no '" + text + "'. " + mend);
    }

    private String suggestion(List<Label> strange) {
        Label one = strange.get(0);
        return NearestLabel.to(one.toString(), labels)
                .map(nearest -> " (for '" + one + "', did you mean '" + nearest + "'?)")
                .orElse("");
    }

    private @Nullable String regionOfFirst(String name) {
        return labels.stream()
                .filter(label -> label.name().equals(name))
                .findFirst()
                .map(Label::region)
                .orElse(null);
    }

    /** The first ten of a list as one text, and how many more there are. */
    private static String first(Stream<?> items) {
        List<String> all = items.map(Objects::toString).toList();
        String shown = all.stream().limit(NAMED_IN_MESSAGES).collect(Collectors.joining(", "));
        int more = all.size() - NAMED_IN_MESSAGES;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
