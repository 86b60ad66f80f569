package org.leontief.io;

import java.util.Arrays;
import java.util.Optional;
import org.leontief.io.TableForm.Totals;
import org.leontief.label.LabelledVector;
import org.leontief.table.BalanceReport;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/** What stated outputs are to the sums of the rows, and what the library's own layouts call that. */
enum StatedKind {
    /** It must agree. */
    AGREES("stated output", Totals.DEFAULT.policy(), Totals.DEFAULT.tolerance()),
    /** It is the gross output. */
    COUNTS("stated output (counts)", TotalsPolicy.USE_STATED, 0),
    /** It may differ, and the sums are the gross output. */
    COMPARED("stated output (compared)", TotalsPolicy.USE_COMPUTED, 0);

    private final String written;
    private final TotalsPolicy policy;
    private final double tolerance;

    StatedKind(String written, TotalsPolicy policy, double tolerance) {
        this.written = written;
        this.policy = policy;
        this.tolerance = tolerance;
    }

    /** Which of the two totals counts cannot be asked of a table, but it shows. */
    static StatedKind of(InputOutputTable table, LabelledVector stated) {
        if (Arrays.equals(table.grossOutput().toArray(), stated.toArray())) {
            return COUNTS;
        }
        return table.balance().lines().stream().allMatch(StatedKind::agrees) ? AGREES : COMPARED;
    }

    private static boolean agrees(BalanceReport.Line line) {
        double larger =
                Math.max(Math.abs(line.rowTotal()), Math.abs(line.statedTotal().orElse(0)));
        return Math.abs(line.statedDifference()) <= Totals.DEFAULT.tolerance() * larger;
    }

    /** The kind that a file names. */
    static Optional<StatedKind> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.written.equals(text)).findFirst();
    }

    String written() {
        return written;
    }

    Totals totals() {
        return new Totals(policy, tolerance);
    }
}
