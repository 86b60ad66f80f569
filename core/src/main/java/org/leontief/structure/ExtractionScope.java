package org.leontief.structure;

/**
 * What is taken out of the economy with the industries extracted. What others bought from them they are taken to import.
 */
public enum ExtractionScope {
    /** The industries are gone: rows and columns of A, and final demand for their products. */
    INDUSTRY("the industry"),
    /** Rows and columns of A; final demand for their products is still met. */
    TRANSACTIONS("purchases and deliveries"),
    /** Columns of A: the industries buy no inputs, but deliver as before. The backward side. */
    PURCHASES("purchases"),
    /** Rows of A: the industries deliver to final users alone. The forward side, as seen from demand. */
    DELIVERIES("deliveries to industries"),
    /**
     * What the industries exchange with the others, in both directions; what they use of their own products, and final demand,
     * stay (G. Cella, "The input-output measurement of interindustry linkages", Oxford Bulletin of Economics and Statistics
     * 46, 1984).
     */
    LINKS("links with other industries");

    private final String description;

    ExtractionScope(String description) {
        this.description = description;
    }

    /** Whether a coefficient stays whose row and column are, or are not, in the group. */
    boolean keeps(boolean isFromGroup, boolean isToGroup) {
        return switch (this) {
            case INDUSTRY, TRANSACTIONS -> !isFromGroup && !isToGroup;
            case PURCHASES -> !isToGroup;
            case DELIVERIES -> !isFromGroup;
            case LINKS -> isFromGroup == isToGroup;
        };
    }

    String description() {
        return description;
    }
}
