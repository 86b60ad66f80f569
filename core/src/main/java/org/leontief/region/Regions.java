package org.leontief.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;

/** Which industries and which final users belong to which region. Regions need not have the same industries. */
final class Regions {

    private static final int NAMED_IN_MESSAGES = 10;

    private final Labels names;
    private final Labels industries;
    private final int[] ofIndustry;
    private final int[] ofCategory;
    private final int[][] places;

    private Regions(Labels names, Labels industries, int[] ofIndustry, int[] ofCategory) {
        this.names = names;
        this.industries = industries;
        this.ofIndustry = ofIndustry;
        this.ofCategory = ofCategory;
        int[] counts = new int[names.size()];
        for (int region : ofIndustry) {
            counts[region]++;
        }
        places = new int[names.size()][];
        Arrays.setAll(places, region -> new int[counts[region]]);
        for (int i = ofIndustry.length - 1; i >= 0; i--) {
            places[ofIndustry[i]][--counts[ofIndustry[i]]] = i;
        }
    }

    /** Those of the industries, in their order, and after them those that only have final users. */
    static Regions of(InputOutputTable table) {
        Labels industries = table.industries();
        Labels categories = table.finalDemand().categories();
        requireRegions(
                industries,
                "industries",
                "A table of one economy has no regions to account for; one of several names them:"
                        + " InputOutputTable.builder(Labels.ofRegions(regions, sectors)), or labels new Label(\"DEU\", \"Steel\").");
        requireRegions(
                categories,
                "categories of final demand",
                "Who consumes decides whose footprint it is. Name the region of each:"
                        + " finalDemand(Labels.ofRegions(regions, categories), deliveries), or labels new Label(\"DEU\","
                        + " \"Households\"); users outside all regions are a region of their own: new Label(\"Rest of the world\","
                        + " \"Exports\").");
        Set<String> all = new LinkedHashSet<>(industries.regions());
        all.addAll(categories.regions());
        Labels names = Labels.of(List.copyOf(all));
        return new Regions(names, industries, regionOf(industries, names), regionOf(categories, names));
    }

    private static int[] regionOf(Labels labels, Labels names) {
        int[] regions = new int[labels.size()];
        for (int i = 0; i < regions.length; i++) {
            regions[i] = names.indexOf(Label.of(String.valueOf(labels.get(i).region())));
        }
        return regions;
    }

    private static void requireRegions(Labels labels, String what, String mend) {
        List<String> without = new ArrayList<>();
        for (Label label : labels) {
            if (label.region() == null) {
                without.add("'" + label + "'");
            }
        }
        if (!without.isEmpty()) {
            int more = without.size() - NAMED_IN_MESSAGES;
            throw new IllegalArgumentException("No region is named for the " + what + " "
                    + String.join(", ", without.subList(0, Math.min(NAMED_IN_MESSAGES, without.size())))
                    + (more > 0 ? " and " + more + " more" : "") + ". " + mend);
        }
    }

    Labels names() {
        return names;
    }

    int count() {
        return names.size();
    }

    String name(int region) {
        return names.get(region).name();
    }

    int indexOf(String region) {
        return names.indexOf(region);
    }

    int ofIndustry(int i) {
        return ofIndustry[i];
    }

    int ofCategory(int c) {
        return ofCategory[c];
    }

    /** The places of a region's industries among all; not to be written to. */
    int[] places(int region) {
        return places[region];
    }

    Labels industries(int region) {
        return labels(places[region]);
    }

    Labels labels(int[] chosen) {
        List<Label> labels = new ArrayList<>();
        for (int i : chosen) {
            labels.add(industries.get(i));
        }
        return Labels.ofLabels(labels);
    }

    int[] placesOutside(int region) {
        return IntStream.range(0, ofIndustry.length)
                .filter(i -> ofIndustry[i] != region)
                .toArray();
    }
}
