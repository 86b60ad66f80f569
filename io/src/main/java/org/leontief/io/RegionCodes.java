package org.leontief.io;

import java.util.List;
import java.util.function.Function;
import org.leontief.label.Label;

/** Codes that name a region and something in it as one text, such as {@code DEU_C10T12}. */
final class RegionCodes {

    private RegionCodes() {}

    /** The labels of the rows or columns of a matrix, each made of its code; an error if one has no code. */
    static List<Label> labels(HeadedMatrix read, String side, List<String> codes, Function<String, Label> labelOf)
            throws CsvFormatException {
        int without = codes.indexOf("");
        if (without >= 0) {
            throw SectorColumns.fails(read, side + " " + (without + 1) + " of the numbers has no label");
        }
        return codes.stream().map(labelOf).toList();
    }

    /** Region before the first underscore, name after it; a name alone where there is none. */
    static Label regionFirst(String code) {
        int bar = code.indexOf('_');
        return bar <= 0 || bar == code.length() - 1
                ? Label.of(code)
                : new Label(
                        code.substring(0, bar).strip(), code.substring(bar + 1).strip());
    }
}
