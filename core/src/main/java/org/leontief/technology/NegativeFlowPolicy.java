package org.leontief.technology;

/** What becomes of negative transactions, as the product-technology compilation and by-products make them. */
public enum NegativeFlowPolicy {
    /** They are used as they stand and listed in the notes. Bounds then rest on |A| and are given where ρ(|A|) &lt; 1. */
    KEEP,
    /** A negative transaction is an error that names the cell. */
    REFUSE
}
