package org.leontief.io;

import java.util.ArrayList;
import java.util.List;

/** Labels for a message: the first ten, and how many more. */
final class LabelList {

    private static final int SHOWN = 10;

    private final List<String> shown = new ArrayList<>();
    private int count;

    void add(String label) {
        count++;
        if (count <= SHOWN) {
            shown.add(label);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    @Override
    public String toString() {
        String text = "'" + String.join("', '", shown) + "'";
        return count > SHOWN ? text + " and " + (count - SHOWN) + " more" : text;
    }
}
