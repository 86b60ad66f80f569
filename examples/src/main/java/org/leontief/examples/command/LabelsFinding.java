package org.leontief.examples.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Listing;

/** Whether labels sound like sums of others, or like each other. */
final class LabelsFinding {

    private static final Pattern TOTAL = Pattern.compile("(?i).*\\b(sub-?)?totals?\\b.*|(?i)sum( of .*)?");

    private LabelsFinding() {}

    /**
     * Looks at labels.
     *
     * @param of what the finding is called
     * @param one the noun for one of them
     * @param many the noun for all of them
     */
    static Finding of(String of, Labels labels, String one, String many) {
        List<Label> totals = StreamSupport.stream(labels.spliterator(), false)
                .filter(label -> TOTAL.matcher(label.name()).matches())
                .toList();
        if (!totals.isEmpty()) {
            return Finding.mend(
                    of,
                    Listing.quoted(totals) + " sounds like a sum of other " + many + ", which would be counted twice.");
        }
        Map<String, List<Label>> alike = new LinkedHashMap<>();
        for (Label label : labels) {
            String plain = label.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
            alike.computeIfAbsent(label.region() + Label.SEPARATOR + plain, key -> new ArrayList<>())
                    .add(label);
        }
        List<Label> doubtful = alike.values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .toList();
        return doubtful.isEmpty()
                ? Finding.fine(of, "All labels of " + many + " are plainly different.")
                : Finding.know(
                        of,
                        Listing.quoted(doubtful) + " differ in case, blanks or punctuation only; one " + one
                                + " may stand here twice.");
    }
}
