package org.leontief.label;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and numbers in a message: the first ten names, and how many more there are; a number with its noun. */
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
     * A number with its noun.
     *
     * @param number how many
     * @param one the noun for one
     * @param many the noun otherwise
     * @return "1 row", "2 rows"
     */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
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
