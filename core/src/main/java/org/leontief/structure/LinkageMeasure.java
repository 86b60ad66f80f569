package org.leontief.structure;

/** How strongly an industry hangs together with its suppliers (backward) or its users (forward). */
public enum LinkageMeasure {
    /** Column sums of A: inputs per unit of output (H. B. Chenery and T. Watanabe, Econometrica 26, 1958). */
    DIRECT_BACKWARD("Direct backward linkage", true),
    /** Column sums of L: all output per unit of final demand (P. N. Rasmussen 1956, power of dispersion). */
    TOTAL_BACKWARD("Total backward linkage", true),
    /** Row sums of B: the share of output that goes to industries. */
    DIRECT_FORWARD("Direct forward linkage", false),
    /** Row sums of G: all output that a unit of primary inputs sets in motion through deliveries (L. P. Jones, 1976). */
    TOTAL_FORWARD("Total forward linkage", false),
    /**
     * Row sums of L: output for a unit of final demand for everything (Rasmussen's sensitivity of dispersion). The older
     * forward measure; Miller and Blair 2009, section 12.2.2, advise {@link #TOTAL_FORWARD}.
     */
    SENSITIVITY("Sensitivity of dispersion", false),
    /**
     * Column sums of L times final demand over output: what final demand for the product sets in motion, beside what the
     * industry makes for all (J. Oosterhaven and D. Stelder, Journal of Regional Science 42, 2002). Above 1, others depend on
     * it more than it on them. Miller and Blair 2009, section 12.2.3.
     */
    NET_BACKWARD("Net backward linkage", true),
    /** Row sums of G times primary inputs over output: the same seen from supply. */
    NET_FORWARD("Net forward linkage", false);

    private final String title;
    private final boolean backward;

    LinkageMeasure(String title, boolean backward) {
        this.title = title;
        this.backward = backward;
    }

    /**
     * Whether it looks at suppliers rather than users.
     *
     * @return true for the backward measures
     */
    public boolean isBackward() {
        return backward;
    }

    String title() {
        return title;
    }
}
