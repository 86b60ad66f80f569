package org.leontief.label;

import org.jspecify.annotations.Nullable;

/**
 * The name of one row or column: an industry, a product, a category of final demand, a stressor; with the region it
 * belongs to where the table has regions.
 *
 * @param region the region, or null where the table has none
 * @param name the name, not blank
 */
public record Label(@Nullable String region, String name) {

    /** Stands between region and name wherever a label is written as one text. */
    public static final String SEPARATOR = " / ";

    /**
     * Checks the parts.
     *
     * @param region as above
     * @param name as above
     * @throws IllegalArgumentException if a part is blank or has blanks at its ends
     */
    public Label {
        if (name.isBlank() || (region != null && region.isBlank())) {
            throw new IllegalArgumentException(
                    "A label cannot be blank (region '" + region + "', name '" + name + "').");
        }
        if (!name.equals(name.strip()) || (region != null && !region.equals(region.strip()))) {
            throw new IllegalArgumentException(
                    "The label '" + name + "'" + (region == null ? "" : " of '" + region + "'")
                            + " has blanks at its ends, which no reader sees. Strip them first.");
        }
    }

    /**
     * A label without a region.
     *
     * @param name the name
     * @return the label
     */
    public static Label of(String name) {
        return new Label(null, name);
    }

    /** The label as one text: {@code name}, or {@code region / name}. */
    @Override
    public String toString() {
        return region == null ? name : region + SEPARATOR + name;
    }
}
