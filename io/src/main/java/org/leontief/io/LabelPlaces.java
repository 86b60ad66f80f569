package org.leontief.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.io.ByteRows.Cells;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.UnknownLabelException;

/** Turns the label cells of one side of a file in long form into places. */
final class LabelPlaces {

    /** Labels given from outside; null if the file's own are taken as they come. */
    private final @Nullable Labels given;

    private final List<Label> found = new ArrayList<>();
    private final Map<String, Integer> placeOfText = new HashMap<>();
    private final ByteKeys placeOfBytes = new ByteKeys();

    private LabelPlaces(@Nullable Labels given) {
        this.given = given;
    }

    /** The labels of the file, in order of first appearance. */
    static LabelPlaces asTheyCome() {
        return new LabelPlaces(null);
    }

    /** These labels and no others. */
    static LabelPlaces of(Labels labels) {
        return new LabelPlaces(labels);
    }

    /** The place of the label in the given columns of the row; regionColumn is −1 where there is none. */
    int place(CsvSource source, int regionColumn, int nameColumn) throws CsvFormatException {
        Cells bytes = source.bytes();
        if (bytes == null) {
            return placeOfText(source, regionColumn, nameColumn);
        }
        int known = placeOfBytes.find(bytes, regionColumn, nameColumn);
        if (known < 0) {
            known = placeOfText(source, regionColumn, nameColumn);
            placeOfBytes.putLastSought(known);
        }
        return known;
    }

    /** The place of a label of at most eight bytes; −1 if it is none of the given ones. */
    int placeOfShort(long word) {
        int known = placeOfBytes.findShort(word);
        if (known >= 0) {
            return known;
        }
        String name = ByteKeys.text(word);
        if (given != null && !given.contains(name)) {
            return -1;
        }
        int place = given == null ? append("", name) : given.indexOf(name);
        placeOfText.put(name, place);
        placeOfBytes.putLastSought(place);
        return place;
    }

    private int placeOfText(CsvSource source, int regionColumn, int nameColumn) throws CsvFormatException {
        String name = source.cell(nameColumn);
        String region = regionColumn < 0 ? "" : source.cell(regionColumn);
        // A text file holds no NUL, so the two parts cannot run into one another.
        String key = region.isEmpty() ? name : region + '\0' + name;
        Integer known = placeOfText.get(key);
        if (known != null) {
            return known;
        }
        if (name.isEmpty()) {
            throw source.inCell(nameColumn, "found an empty cell where a label is expected.");
        }
        int place = given == null ? append(region, name) : find(given, source, region, nameColumn);
        placeOfText.put(key, place);
        return place;
    }

    private int append(String region, String name) {
        found.add(new Label(region.isEmpty() ? null : region, name));
        return found.size() - 1;
    }

    private static int find(Labels given, CsvSource source, String region, int nameColumn) throws CsvFormatException {
        String name = source.cell(nameColumn);
        try {
            return region.isEmpty() ? given.indexOf(name) : given.indexOf(region, name);
        } catch (UnknownLabelException e) {
            throw source.inCell(nameColumn, e.getMessage() + TotalRows.hint(name));
        }
    }

    Labels labels() {
        return given == null ? Labels.ofLabels(found) : given;
    }
}
