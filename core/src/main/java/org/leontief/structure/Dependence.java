package org.leontief.structure;

/** The four kinds of industries by normalised linkages, above or below the mean of 1. Miller and Blair 2009, section 12.2.4. */
public enum Dependence {
    /** Both below: generally independent. */
    INDEPENDENT,
    /** Forward above: dependent on what industries demand. */
    ON_INTERINDUSTRY_DEMAND,
    /** Backward above: dependent on what industries supply. */
    ON_INTERINDUSTRY_SUPPLY,
    /** Both above: generally dependent, a key sector. */
    KEY_SECTOR;

    static Dependence of(double backward, double forward) {
        if (backward > 1) {
            return forward > 1 ? KEY_SECTOR : ON_INTERINDUSTRY_SUPPLY;
        }
        return forward > 1 ? ON_INTERINDUSTRY_DEMAND : INDEPENDENT;
    }
}
