package org.leontief.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.leontief.label.LabelledVector;
import org.leontief.table.SupplyUseTable;

/** Gathers what supply and use tables cannot hold. */
final class SupplyUseNotes {

    /** Puts tables together from what was read. */
    @FunctionalInterface
    interface Assembly {
        DatabaseSupplyUse build() throws CsvFormatException;
    }

    private final String source;
    private final List<String> notes = new ArrayList<>();

    SupplyUseNotes(String source) {
        this.source = source;
    }

    /** What the tables refuse is an error of the file; numbers whose sums overflow are, too. */
    static DatabaseSupplyUse checked(CodedTable file, Assembly assembly) throws CsvFormatException {
        try {
            return assembly.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CsvFormatException(file.shown(), 0, file.shown() + ": " + e.getMessage(), e);
        }
    }

    void add(String sentence) {
        notes.add(sentence);
    }

    /** Says how many places of a file had no number. */
    void addEmptyCells(CodedTable read) {
        if (read.emptyCells() > 0) {
            add(read.emptyCells() + " empty cells of " + read.name() + " are 0 here.");
        }
    }

    /** Says that a row or column is not in the tables, if there is anything in it. */
    void addLeftOut(String which, LabelledVector lost, String why) {
        double[] amounts = lost.toArray();
        double total = 0;
        int count = 0;
        for (double amount : amounts) {
            total += amount;
            count += amount == 0 ? 0 : 1;
        }
        if (count > 0) {
            add(which + ", in total " + shown(total) + ", is not in the tables: " + why + ".");
        }
    }

    /** Says how far a total that the source states is from what the tables add up to, where it is furthest. */
    void addDifference(String what, String stated, LabelledVector statedTotals, LabelledVector sums) {
        int worst = -1;
        double largest = 0;
        for (int i = 0; i < sums.labels().size(); i++) {
            double difference = Math.abs(statedTotals.at(i) - sums.at(i));
            // Sums of decimal fractions differ in their last bits; that is no news.
            if (difference > largest && difference > 1e-9 * Math.abs(sums.at(i))) {
                worst = i;
                largest = difference;
            }
        }
        if (worst >= 0) {
            add(what + " is what the tables add up to; '" + stated + "' of the source differs, most for '"
                    + sums.labels().get(worst) + "': " + shown(statedTotals.at(worst)) + " stated, "
                    + shown(sums.at(worst)) + " added up.");
        }
    }

    /** Ten digits, without zeros at the end. */
    private static String shown(double amount) {
        return new BigDecimal(amount)
                .round(new MathContext(10))
                .stripTrailingZeros()
                .toPlainString();
    }

    DatabaseSupplyUse of(SupplyUseTable table) {
        return new DatabaseSupplyUse(source, table, notes);
    }
}
