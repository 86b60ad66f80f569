package org.leontief.compilation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.leontief.label.LabelledMatrix;

/** Finds the cells that balancing changed most, in one pass and with memory for those that are asked for. */
final class LargestChanges {

    private record Change(int row, int column, double before, double after) {
        double size() {
            return Math.abs(after - before);
        }
    }

    /** Largest first; ties in the order of the matrix, so that the answer is always the same. */
    private static final Comparator<Change> LARGEST_FIRST = Comparator.comparingDouble(Change::size)
            .reversed()
            .thenComparingInt(Change::column)
            .thenComparingInt(Change::row);

    private LargestChanges() {}

    /** Both matrices have the same labels, and the second has no cell that the first has not. */
    static List<ChangedCell> of(LabelledMatrix before, LabelledMatrix after, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + "; it cannot be below 0.");
        }
        PriorityQueue<Change> kept = new PriorityQueue<>(LARGEST_FIRST.reversed());
        double[] column = new double[before.rows().size()];
        for (int j = 0; j < before.columns().size(); j++) {
            after.matrix().forEachInColumn(j, (i, place, value) -> column[i] = value);
            before.matrix().forEachInColumn(j, (i, place, value) -> {
                if (column[i] != value) {
                    kept.add(new Change(i, place, value, column[i]));
                    if (kept.size() > count) {
                        kept.remove();
                    }
                }
                column[i] = 0;
            });
        }
        List<Change> sorted = new ArrayList<>(kept);
        sorted.sort(LARGEST_FIRST);
        return sorted.stream()
                .map(change -> new ChangedCell(
                        before.rows().get(change.row()),
                        before.columns().get(change.column()),
                        change.before(),
                        change.after()))
                .toList();
    }
}
