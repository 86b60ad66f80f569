package org.leontief.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixSparseCSC;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to enter a matrix: column by column, or cell by cell in the order of columns or of rows?
 *
 * <p>{@code D500}: 500 sectors, 32% filled. {@code P1e5}, {@code P1e6}: as many products with 50 inputs each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare() before anything else
public class ConstructionBenchmark {

    /** The economy. */
    @Param({"D500", "P1e5", "P1e6"})
    public String size;

    private SparseMatrix matrix;
    private DMatrixSparseCSC columns;
    private SparseMatrix transposed;

    /** Generates the economy and lays its cells out both ways. */
    @Setup
    public void prepare() {
        matrix = SyntheticEconomy.named(size, 1).coefficients();
        columns = matrix.toSparse();
        transposed = matrix.transpose();
    }

    /** Column by column, rows ascending. */
    @Benchmark
    public SparseMatrix byColumns() {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(matrix.rows(), matrix.columns(), matrix.nonZeros());
        for (int j = 0; j < matrix.columns(); j++) {
            int from = columns.col_idx[j];
            int to = columns.col_idx[j + 1];
            builder.appendColumn(
                    Arrays.copyOfRange(columns.nz_rows, from, to),
                    Arrays.copyOfRange(columns.nz_values, from, to),
                    to - from);
        }
        return builder.build();
    }

    /** Cell by cell, as columns have them. */
    @Benchmark
    public SparseMatrix byCells() {
        SparseMatrixBuilder builder = SparseMatrix.builder(matrix.rows(), matrix.columns());
        matrix.forEach(builder::add);
        return builder.build();
    }

    /** Cell by cell, as rows have them, so that they have to be put in order. */
    @Benchmark
    public SparseMatrix byCellsInOrderOfRows() {
        SparseMatrixBuilder builder = SparseMatrix.builder(matrix.rows(), matrix.columns());
        transposed.forEach((column, row, v) -> builder.add(row, column, v));
        return builder.build();
    }
}
