package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.MatrixCsv;
import org.leontief.io.MatrixLayout;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** Office for National Statistics, UK Input-Output Analytical Tables 2010, product by product, 127 products. */
class UnitedKingdomTest {

    @Test
    void publishedCoefficientsAndInverse() throws IOException {
        Path folder = SharedData.folder("uk2010");
        Economy economy = economy(folder);
        assertSame(economy.coefficients().matrix(), published(folder, "A_published.csv"));
        LeontiefInverse inverse = economy.leontiefInverse();
        LabelledMatrix expected = published(folder, "L_published.csv");
        expected.matrix().forEach((i, j, value) -> {
            double computed = inverse.of(
                    expected.rows().get(i).toString(), expected.columns().get(j).toString());
            assertThat(computed).isCloseTo(value, within(1e-12));
        });
        assertThat(inverse.largestErrorBound()).isLessThan(1e-14);
    }

    @Test
    void everyPublishedMultiplier() throws IOException {
        Path folder = SharedData.folder("uk2010");
        Economy economy = economy(folder);
        BoundedVector output = economy.outputMultipliers();
        BoundedVector employment = economy.multipliers("Compensation of employees");
        try (CSVParser published = CSVParser.parse(
                Files.newBufferedReader(folder.resolve("published_multipliers.csv"), StandardCharsets.UTF_8),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            int i = 0;
            for (CSVRecord row : published) {
                // The file names products in words, in the order of the table.
                assertThat(output.at(i)).isCloseTo(Double.parseDouble(row.get("Output multiplier")), within(1e-12));
                assertThat(employment.at(i))
                        .isCloseTo(Double.parseDouble(row.get("Employment cost effects")), within(1e-12));
                i++;
            }
            assertThat(i).isEqualTo(127);
        }
    }

    private static Economy economy(Path folder) throws IOException {
        InputOutputTable table =
                InputOutputCsv.read(folder.resolve("iot_pxp_domestic_full.csv"), SharedData.UNITED_KINGDOM);
        assertThat(table.balance().isBalanced(1e-12)).isTrue();
        return Economy.of(table);
    }

    private static LabelledMatrix published(Path folder, String file) throws IOException {
        return MatrixCsv.read(folder.resolve(file), MatrixLayout.withHeader().unit("1"));
    }

    private static void assertSame(LabelledMatrix computed, LabelledMatrix expected) {
        assertThat(computed.rows()).isEqualTo(expected.rows());
        SparseMatrix other = expected.matrix();
        for (int i = 0; i < other.rows(); i++) {
            for (int j = 0; j < other.columns(); j++) {
                assertThat(computed.matrix().get(i, j)).isCloseTo(other.get(i, j), within(1e-12));
            }
        }
    }
}
