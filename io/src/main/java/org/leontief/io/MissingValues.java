package org.leontief.io;

/** What it means that a cell has no value: that it is empty, or holds a mark such as "..". */
public enum MissingValues {
    /** It is an error, which names the cell. */
    REFUSE,
    /** The number is 0. */
    ZERO
}
