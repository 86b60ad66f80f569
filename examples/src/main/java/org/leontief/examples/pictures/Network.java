package org.leontief.examples.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.leontief.label.LabelledMatrix;

/**
 * The largest flows of a square matrix, from row to column, without what stays where it is.
 *
 * @param names of the places that have one of these flows, shortened
 * @param flows largest first
 */
record Network(List<String> names, List<Flow> flows) {

    /**
     * One arrow.
     *
     * @param from place in the names
     * @param to place in the names
     * @param amount of the matrix
     */
    record Flow(int from, int to, double amount) {}

    static Network of(LabelledMatrix matrix, int count) {
        if (!matrix.rows().equals(matrix.columns())) {
            throw new IllegalArgumentException(
                    "'" + matrix.name() + "' has other columns than rows. A network needs the same"
                            + " labels for both, such as those of intermediate use.");
        }
        if (count < 1) {
            throw new IllegalArgumentException("A network of " + count + " flows cannot be; ask for at least 1.");
        }
        List<Flow> all = new ArrayList<>();
        matrix.matrix().forEach((i, j, amount) -> {
            if (i != j && amount > 0) {
                all.add(new Flow(i, j, amount));
            }
        });
        List<Flow> largest = all.stream()
                .sorted(Comparator.comparingDouble((Flow flow) -> -flow.amount())
                        .thenComparingInt(Flow::from)
                        .thenComparingInt(Flow::to))
                .limit(count)
                .toList();
        if (largest.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is nothing to draw: no amount of '" + matrix.name() + "' goes from one place to another.");
        }
        TreeSet<Integer> used = new TreeSet<>();
        largest.forEach(flow -> {
            used.add(flow.from());
            used.add(flow.to());
        });
        List<Integer> places = List.copyOf(used);
        List<String> names =
                ShortLabels.of(places.stream().map(matrix.rows()::get).toList(), 22);
        return new Network(
                names,
                largest.stream()
                        .map(flow -> new Flow(places.indexOf(flow.from()), places.indexOf(flow.to()), flow.amount()))
                        .toList());
    }
}
