package org.leontief.solve;

/**
 * How far a long computation or a long read has come.
 *
 * @param work what is being done, such as "BICGSTAB" or "reading flows.csv"
 * @param done steps done: iterations, rows
 * @param total steps in all, or the limit; −1 if unknown
 * @param measure what is being brought down, such as the relative residual; NaN if there is none
 */
public record Progress(String work, long done, long total, double measure) {}
