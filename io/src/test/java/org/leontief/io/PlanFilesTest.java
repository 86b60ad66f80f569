package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.Economy;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveOptions.Certification;
import org.leontief.table.InputOutputTable;

class PlanFilesTest {

    private static final InputOutputTable TABLE = InputOutputTable.builder(
                    Labels.ofRegions(List.of("North", "South, \"old\""), List.of("Corn", "Iron")))
            .units(Units.perLabel("t", "t", "kg", "t"))
            .transactions(new double[][] {{10, 2, 0, 1}, {0.1, 3, 2, 0}, {5, 0, 7, 1.0 / 3}, {1, 1, 1, 1}})
            .finalDemand("Households", 90, 70, 110, 30)
            .extension("Employment", "persons", 12, 7, 0.1, 9)
            .extension("CO2", "t", 1, 2, 3, 4)
            .build();

    @TempDir
    Path folder;

    private final GrossOutputPlan plan =
            Economy.of(TABLE).plan(TABLE.finalDemand().total());

    @Test
    void everyFileReadsBackBitForBit() throws IOException {
        PlanFiles.write(plan, folder.resolve("plan"));
        Path directory = folder.resolve("plan");
        assertThat(VectorCsv.read(directory.resolve(PlanFiles.FINAL_DEMAND))).isEqualTo(plan.finalDemand());
        BoundedVector output = VectorCsv.readBounded(directory.resolve(PlanFiles.GROSS_OUTPUT));
        assertThat(output.values()).isEqualTo(plan.grossOutput().values());
        assertThat(output.errorBounds()).isEqualTo(plan.grossOutput().errorBounds());
        assertThat(MatrixCsv.read(directory.resolve(PlanFiles.INTERMEDIATE_USE)))
                .isEqualTo(plan.intermediateUse());
        LongLayout layout =
                LongLayout.withColumns("extension", "label", "value").ignoreColumns("region", "error_bound");
        Path extensions = directory.resolve(PlanFiles.EXTENSIONS);
        // Without the region the labels repeat, so one region is read at a time.
        Path north = folder.resolve("north.csv");
        try (Stream<String> lines = Files.lines(extensions)) {
            Files.write(north, lines.filter(line -> !line.contains("South")).toList());
        }
        LabelledMatrix read = LongCsv.read(north, layout);
        assertThat(read.of("CO2", "Corn")).isEqualTo(plan.extension("CO2").of("North", "Corn"));
        assertThat(read.of("Employment", "Iron"))
                .isEqualTo(plan.extension("Employment").of("North", "Iron"));
    }

    @Test
    void everyOtherResultIsAMatrixThatReadsBackBitForBit() throws IOException {
        Economy economy = Economy.of(TABLE);
        GrossOutputPlan more = economy.plan(TABLE.finalDemand().total().times(1.1));
        for (LabelledMatrix matrix : List.of(
                economy.leontiefInverse().toMatrix(),
                economy.rounds(TABLE.finalDemand().total(), 4).toMatrix(),
                more.comparedWith(plan).toMatrix(),
                TABLE.balance().toMatrix())) {
            Path file = folder.resolve("matrix.csv");
            MatrixCsv.write(matrix, file);
            assertThat(MatrixCsv.read(file)).isEqualTo(matrix);
            assertThat(matrix.matrix().nonZeros()).isPositive();
        }
    }

    @Test
    void theReportIsJson() throws IOException {
        PlanFiles.write(plan, folder);
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve(PlanFiles.REPORT).toFile());
        assertThat(report.get("industries").asInt()).isEqualTo(4);
        assertThat(report.at("/solve/stop").asText()).isEqualTo("CONVERGED");
        assertThat(report.at("/certificate/certified").asBoolean()).isTrue();
        assertThat(report.at("/extensions/0/total").asDouble())
                .isEqualTo(plan.extension("Employment").total());
    }

    @Test
    void whatIsNotKnownIsNullInTheReport() throws IOException {
        Economy economy = Economy.of(TABLE).with(SolveOptions.defaults().withCertification(Certification.NONE));
        PlanFiles.write(economy.plan(TABLE.finalDemand().total()), folder);
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve(PlanFiles.REPORT).toFile());
        assertThat(report.at("/certificate/largest_relative_error_bound").isNull())
                .isTrue();
        assertThat(VectorCsv.readBounded(folder.resolve(PlanFiles.GROSS_OUTPUT)).isCertified())
                .isFalse();
    }

    @Test
    void nothingIsLeftWhereAFileIsInTheWay() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("plan"), "mine");
        assertThatThrownBy(() -> PlanFiles.write(plan, inTheWay))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("a folder is needed");
        assertThat(inTheWay).hasContent("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(inTheWay);
        }
    }

    @Test
    void olderFilesAreReplaced() throws IOException {
        PlanFiles.write(plan, folder);
        GrossOutputPlan second =
                Economy.of(TABLE).plan(TABLE.finalDemand().total().times(2));
        PlanFiles.write(second, folder);
        assertThat(VectorCsv.read(folder.resolve(PlanFiles.FINAL_DEMAND))).isEqualTo(second.finalDemand());
    }
}
