/**
 * Reads and writes tables and results: as CSV, and in the formats of the world's databases.
 *
 * <p>{@link org.leontief.io.InputOutputCsv} whole tables, {@link org.leontief.io.MatrixCsv} wide matrices,
 * {@link org.leontief.io.LongCsv} sparse matrices with one number to a row and {@link org.leontief.io.LongTable} whole tables of such
 * files, {@link org.leontief.io.VectorCsv} vectors;
 * {@link org.leontief.io.Pymrio} the folders of pymrio. The databases of the world have a reader each
 * ({@link org.leontief.io.Exiobase}, {@link org.leontief.io.Wiod}, {@link org.leontief.io.OecdIcio},
 * {@link org.leontief.io.Figaro}, {@link org.leontief.io.Eora26}, {@link org.leontief.io.Gloria}), which gives a
 * {@link org.leontief.io.DatabaseTable}: the table, and what it could not hold. What is written reads back bit for bit. The layout of other people's files is declared, never guessed, and a file that does
 * not fit ends in a {@link org.leontief.io.CsvFormatException} that names the cell. Files are written whole or not at all.
 *
 * <pre>{@code
 * InputOutputTable table = InputOutputCsv.read(Path.of("docs/three-regions.csv"));
 * Path folder = Files.createTempDirectory("saved");
 * Pymrio.write(table, folder.resolve("table"));
 * PlanFiles.write(Economy.of(table).plan(table.finalDemand().total()), folder.resolve("plan"));
 * boolean same = Pymrio.read(folder.resolve("table")).table().equals(table);
 * }</pre>
 */
@NullMarked
package org.leontief.io;

import org.jspecify.annotations.NullMarked;
