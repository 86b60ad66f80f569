package org.leontief.table;

/**
 * What to do with gross outputs that the source states, beside those that its cells add up to. Published tables are
 * rounded and sometimes misprinted, so the two differ.
 */
public enum TotalsPolicy {
    /** The cells count; a stated total that differs by more than the tolerance is an error that names the industry. */
    REFUSE_DIFFERENCES,
    /** The cells count, x = Z 1 + Y 1; differences are in the balance report. */
    USE_COMPUTED,
    /** The stated totals count as gross output; differences are in the balance report. */
    USE_STATED
}
