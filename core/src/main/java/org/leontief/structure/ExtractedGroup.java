package org.leontief.structure;

import java.util.BitSet;
import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.Labels;

/** The industries that are taken out together: at least one, each named once. */
final class ExtractedGroup {

    private final Labels industries;
    private final BitSet places;

    private ExtractedGroup(Labels industries, BitSet places) {
        this.industries = industries;
        this.places = places;
    }

    static ExtractedGroup of(Labels industries, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Name at least one industry to extract.");
        }
        BitSet places = new BitSet();
        for (String name : names) {
            int place = industries.indexOf(name);
            if (places.get(place)) {
                throw new IllegalArgumentException("'" + industries.get(place) + "' is named twice.");
            }
            places.set(place);
        }
        return new ExtractedGroup(industries, places);
    }

    static ExtractedGroup ofRegion(Labels industries, String region) {
        List<String> regions = industries.regions();
        if (!regions.contains(region)) {
            throw Labels.of(regions).unknown(region);
        }
        BitSet places = new BitSet();
        for (int i = 0; i < industries.size(); i++) {
            if (region.equals(industries.get(i).region())) {
                places.set(i);
            }
        }
        return new ExtractedGroup(industries, places);
    }

    boolean holds(int industry) {
        return places.get(industry);
    }

    List<Label> labels() {
        return places.stream().mapToObj(industries::get).toList();
    }
}
