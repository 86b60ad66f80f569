package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.leontief.label.Labels;

/**
 * The columns of a file in long form, found by their headers. Every column must be asked for or named as one to be
 * ignored: a column "year" that nobody reads is more likely a mistake than not.
 */
final class CsvHeader {

    private final CsvSource source;
    private final List<String> names = new ArrayList<>();
    private final TreeSet<Integer> left = new TreeSet<>();

    private CsvHeader(CsvSource source) {
        this.source = source;
    }

    /** Reads the header, which is the next row of the source. */
    static CsvHeader readFrom(CsvSource source) throws IOException {
        source.first();
        CsvHeader columns = new CsvHeader(source);
        for (int c = 0; c < source.width(); c++) {
            String name = source.cell(c);
            if (name.isEmpty()) {
                throw source.inCell(c, "the column has no name in the header");
            }
            int earlier = columns.names.indexOf(name);
            if (earlier >= 0) {
                throw source.inCell(
                        c,
                        "the header " + NumberParser.quoted(name) + " stands twice, in columns " + (earlier + 1)
                                + " and " + (c + 1));
            }
            columns.names.add(name);
            columns.left.add(c);
        }
        source.nameColumns(columns.names);
        return columns;
    }

    int width() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    /** The column of a name; an error if there is none. */
    int require(String name) throws CsvFormatException {
        OptionalInt column = find(name);
        if (column.isEmpty()) {
            throw source.inRow("the header has no column " + NumberParser.quoted(name) + ". "
                    + Labels.of(names).unknown(name).getMessage());
        }
        return column.getAsInt();
    }

    /** The column of a name, if there is one. */
    OptionalInt find(String name) {
        int column = names.indexOf(name);
        if (column >= 0) {
            left.remove(column);
        }
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** The one column that nobody has asked for; an error if there is none or more than one. */
    int requireOnlyOther(String what) throws CsvFormatException {
        if (left.size() != 1) {
            throw source.inRow("the header " + String.join(", ", names) + " must have one more column, with " + what
                    + ", but has " + (left.isEmpty() ? "none" : left.size() + ": " + leftNames()));
        }
        int only = left.first();
        left.remove(only);
        return only;
    }

    /** An error if there is a column that nobody has asked for. */
    void requireNoOther(String mend) throws CsvFormatException {
        if (!left.isEmpty()) {
            throw source.inRow("the header has columns that are not expected: " + leftNames() + ". " + mend);
        }
    }

    private String leftNames() {
        return String.join(", ", left.stream().map(names::get).toList());
    }

    /** The name of the numbers in a column: its header, or the name of the file if that is only "value". */
    String nameOfNumbers(int column, String fileName) {
        return Optional.of(name(column))
                .filter(name -> !name.equals(VectorCsv.VALUE))
                .orElse(fileName);
    }
}
