package org.leontief.label;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a message: the first ten, and how many more there are. */
public final class Listing {

    private static final int NAMED = 10;

    private Listing() {}

    /**
     * Items as they are.
     *
     * @param items such as names
     * @return "Coal, Iron and 3 more"; empty for none
     */
    public static String of(Collection<?> items) {
        String first = items.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return items.size() > NAMED ? first + " and " + (items.size() - NAMED) + " more" : first;
    }

    /**
     * Items in quotation marks.
     *
     * @param items such as labels
     * @return "'Coal', 'Iron' and 3 more"; empty for none
     */
    public static String quoted(Collection<?> items) {
        return of(items.stream().map(item -> "'" + item + "'").toList());
    }
}
