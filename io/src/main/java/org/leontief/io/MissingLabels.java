package org.leontief.io;

/** What it means that a file has no row for a label. */
public enum MissingLabels {
    /** It is an error, which names the labels. */
    REFUSE,
    /** The number is 0: the file lists only what differs from it. */
    ZERO
}
