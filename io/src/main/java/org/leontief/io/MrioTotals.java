package org.leontief.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;

/**
 * Looks for totals among what a database's table holds. One that the numbers prove would count everything twice, and is refused;
 * one that only its name suggests is told, since Eora has a sector that is called TOTAL and is none.
 */
final class MrioTotals {

    private MrioTotals() {}

    /** An error if a sector or a category of final demand is the sum of all others, or of all others of its region. */
    static void requireNone(Labels sectors, SparseMatrix transactions, Labels categories, SparseMatrix finalDemand) {
        int row = TotalRows.find(transactions);
        int sector = row >= 0 ? row : TotalRows.findColumn(transactions, new int[transactions.columns()], 1);
        if (sector >= 0) {
            throw new IllegalArgumentException("The sector '" + sectors.get(sector)
                    + "' is a total: its " + (row >= 0 ? "row" : "column") + " is the sum of all others, which would be"
                    + " counted twice. Take it out of the file.");
        }
        int inRegion = TotalRows.findColumn(finalDemand, regions(categories), categories.size());
        int category = inRegion >= 0 ? inRegion : TotalRows.findColumn(finalDemand, new int[categories.size()], 1);
        if (category >= 0) {
            throw new IllegalArgumentException("The category '" + categories.get(category)
                    + "' of final demand is a total: its column is the sum of all other categories"
                    + (inRegion >= 0 && categories.get(category).region() != null ? " of the region" : "")
                    + ", which would be counted twice. Take it out of the file.");
        }
    }

    /** A sentence on labels that say they are totals, and on rows of value added that are; empty if there are none. */
    static Optional<String> suspicion(Labels sectors, Labels categories, Labels primary, SparseMatrix valueAdded) {
        LabelList suspects = new LabelList();
        addNamedLikeTotals(sectors, suspects);
        addNamedLikeTotals(withoutThoseAlone(categories), suspects);
        addNamedLikeTotals(primary, suspects);
        int total = TotalRows.findColumn(valueAdded.transpose(), new int[valueAdded.rows()], 1);
        if (total >= 0 && !TotalRows.isNamedLikeTotal(primary.get(total).name())) {
            suspects.add(primary.get(total).toString());
        }
        return suspects.isEmpty()
                ? Optional.empty()
                : Optional.of("Maybe totals, and taken as what they stand among: " + suspects
                        + ". If they are totals, what they add up is counted twice.");
    }

    private static void addNamedLikeTotals(Iterable<Label> labels, LabelList suspects) {
        for (Label label : labels) {
            if (TotalRows.isNamedLikeTotal(label.name())) {
                suspects.add(label.toString());
            }
        }
    }

    /** A category that is alone in its region may be called what it likes: it is the total, and counted once. */
    private static List<Label> withoutThoseAlone(Labels categories) {
        int[] regions = regions(categories);
        int[] count = new int[categories.size()];
        for (int region : regions) {
            count[region]++;
        }
        List<Label> others = new ArrayList<>();
        for (int c = 0; c < regions.length; c++) {
            if (count[regions[c]] > 1) {
                others.add(categories.get(c));
            }
        }
        return others;
    }

    private static int[] regions(Labels labels) {
        Map<String, Integer> places = new HashMap<>();
        List<Integer> groups = new ArrayList<>();
        for (Label label : labels) {
            groups.add(places.computeIfAbsent(String.valueOf(label.region()), region -> places.size()));
        }
        return groups.stream().mapToInt(Integer::intValue).toArray();
    }
}
