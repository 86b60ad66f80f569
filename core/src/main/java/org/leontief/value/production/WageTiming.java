package org.leontief.value.production;

/** When workers are paid, and so whether profit is made on wages. */
public enum WageTiming {
    /** Out of the product: p = (1 + r) p A + w l (P. Sraffa 1960, section 9). */
    AFTERWARDS,
    /** Before production, as part of the capital advanced: p = (1 + r) (p A + w l) (the classical and Marx's convention). */
    ADVANCED
}
