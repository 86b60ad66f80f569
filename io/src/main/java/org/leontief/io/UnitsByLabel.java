package org.leontief.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.io.ByteRows.Cells;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** Gathers the unit of each label while a file is read; a label has one unit. */
final class UnitsByLabel {

    private final List<@Nullable String> units = new ArrayList<>();

    /** Which unit a label has, as a number from 1; 0 if none is known. */
    private int[] numberOfUnit = new int[16];

    private final ByteKeys numbers = new ByteKeys();

    /** Takes the unit cell of a label. */
    void put(CsvSource source, int column, int place) throws CsvFormatException {
        Cells bytes = source.bytes();
        if (bytes == null) {
            putText(source, column, place);
            return;
        }
        int number = numbers.find(bytes, -1, column);
        if (number < 0) {
            number = numbers.size() + 1;
            numbers.putLastSought(number);
        }
        if (place >= numberOfUnit.length) {
            numberOfUnit = Arrays.copyOf(numberOfUnit, Math.max(place + 1, 2 * numberOfUnit.length));
        }
        if (numberOfUnit[place] != number) {
            putText(source, column, place);
            numberOfUnit[place] = number;
        }
    }

    /** Takes a unit of at most eight bytes; false if the label has another. */
    boolean putShort(long word, int place) {
        int number = numbers.findShort(word);
        if (number < 0) {
            number = numbers.size() + 1;
            numbers.putLastSought(number);
        }
        if (place >= numberOfUnit.length) {
            numberOfUnit = Arrays.copyOf(numberOfUnit, Math.max(place + 1, 2 * numberOfUnit.length));
        }
        if (numberOfUnit[place] == 0) {
            numberOfUnit[place] = number;
            while (units.size() <= place) {
                units.add(null);
            }
            units.set(place, ByteKeys.text(word));
        }
        return numberOfUnit[place] == number;
    }

    private void putText(CsvSource source, int column, int place) throws CsvFormatException {
        String unit = source.cell(column);
        if (unit.isEmpty()) {
            throw source.inCell(column, "found an empty cell where a unit is expected. For pure numbers write 1.");
        }
        while (units.size() <= place) {
            units.add(null);
        }
        String earlier = units.get(place);
        if (earlier != null && !earlier.equals(unit)) {
            throw source.inCell(
                    column,
                    "found the unit " + NumberParser.quoted(unit) + " where an earlier row has "
                            + NumberParser.quoted(earlier) + " for the same label.");
        }
        units.set(place, unit);
    }

    /** The units in the order of the labels, those that are known where the file says none; an error if one has none. */
    Units toUnits(CsvSource source, Labels labels, @Nullable Units known) throws CsvFormatException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String unit = i < units.size() ? units.get(i) : null;
            if (unit == null && known != null) {
                unit = known.get(i);
            }
            if (unit == null) {
                throw source.inFile(
                        "no row gives the unit of '" + labels.get(i) + "'. Add a row of it, of 0 if it has nothing");
            }
            all.add(unit);
        }
        return Units.perLabel(all);
    }
}
