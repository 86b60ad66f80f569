package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.leontief.io.InputOutputCsv;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;

/** A table of as many industries as asked, each of which uses four others; 400 are solved with an iteration. */
final class ManyIndustries {

    private ManyIndustries() {}

    static Path write(Path file, int n) throws IOException {
        Random random = new Random(17);
        SparseMatrixBuilder z = SparseMatrix.builder(n, n);
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < 4; k++) {
                z.add((j + k * (n / 4) + random.nextInt(n / 4)) % n, j, 1 + random.nextInt(20));
            }
        }
        SparseMatrix flows = z.build();
        double[] out = flows.rowSums();
        double[] in = flows.columnSums();
        double[] demand = new double[n];
        double[] wages = new double[n];
        for (int i = 0; i < n; i++) {
            double output = Math.max(out[i], in[i]) + 40;
            demand[i] = output - out[i];
            wages[i] = output - in[i];
        }
        List<String> names =
                IntStream.range(0, n).mapToObj(i -> "Industry " + i).toList();
        InputOutputCsv.write(
                InputOutputTable.builder(Labels.of(names))
                        .unit("EUR")
                        .transactions(flows)
                        .finalDemand("Households", demand)
                        .valueAdded("Wages", wages)
                        .build(),
                file);
        return file;
    }
}
