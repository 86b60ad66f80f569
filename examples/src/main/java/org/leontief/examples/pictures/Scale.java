package org.leontief.examples.pictures;

/** How an axis is divided. */
public enum Scale {
    /** Equal steps for equal differences. */
    LINEAR,
    /** Equal steps for equal ratios. */
    LOGARITHMIC
}
