/**
 * Reads and writes tables and results as CSV.
 *
 * <p>{@link org.leontief.io.InputOutputCsv} whole tables, {@link org.leontief.io.MatrixCsv} wide matrices,
 * {@link org.leontief.io.LongCsv} sparse matrices with one number to a row, {@link org.leontief.io.VectorCsv} vectors. What
 * is written reads back bit for bit. The layout of other people's files is declared, never guessed, and a file that does
 * not fit ends in a {@link org.leontief.io.CsvFormatException} that names the cell. Files are written whole or not at all.
 */
@NullMarked
package org.leontief.io;

import org.jspecify.annotations.NullMarked;
