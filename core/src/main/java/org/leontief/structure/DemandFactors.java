package org.leontief.structure;

import java.util.List;

/** Into which factors final demand is split: d = Y 1, with Y by category. Source: Miller and Blair 2009, section 13.1. */
public enum DemandFactors {
    /** d as a whole. */
    TOTAL,
    /** How much is demanded in all, and in which proportions of products: d = level · mix. */
    LEVEL_AND_MIX,
    /** How much in all, its distribution over the categories, and the mix of products within each. */
    LEVEL_CATEGORIES_AND_MIX;

    List<String> names() {
        return switch (this) {
            case TOTAL -> List.of("Final demand");
            case LEVEL_AND_MIX -> List.of("Demand level", "Demand mix");
            case LEVEL_CATEGORIES_AND_MIX -> List.of("Demand level", "Demand categories", "Demand mix");
        };
    }
}
