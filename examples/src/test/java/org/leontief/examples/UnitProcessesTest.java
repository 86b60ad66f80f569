package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.io.LongCsv;
import org.leontief.io.LongLayout;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.TechnicalCoefficients;

/**
 * US life cycle inventory 2021: 639 unit processes in mixed physical units, with column sums up to 31,614 and a condition
 * number of 1.8e9, and yet viable.
 */
class UnitProcessesTest {

    /** The carbon dioxide flows among the elementary flows, as listed beside the reference. */
    private static final Set<Integer> CARBON_DIOXIDE = Set.of(602, 605, 606, 608, 609, 610);

    @Test
    void lifeCycleCarbonDioxideOfEveryProcess() throws IOException {
        Path folder = SharedData.folder("uslci_2021");
        TechnicalCoefficients coefficients = coefficients(folder);
        assertThat(coefficients.viability().isViable()).isTrue();
        assertThat(Arrays.stream(coefficients.matrix().matrix().columnSums())
                        .max()
                        .orElse(0))
                .isGreaterThan(31_000);

        double[] direct = new double[coefficients.industries().size()];
        LabelledMatrix flows = LongCsv.read(
                folder.resolve("S_coo.csv"),
                LongLayout.withColumns("flow", "process", "value").unit("mixed").columns(coefficients.industries()));
        flows.matrix().forEach((k, j, value) -> {
            if (CARBON_DIOXIDE.contains(Integer.parseInt(flows.rows().get(k).name()))) {
                direct[j] += value;
            }
        });
        BoundedVector lifeCycle = Multipliers.of(
                coefficients,
                LabelledVector.of("CO2", coefficients.industries(), Units.of("kg"), direct),
                SolveOptions.defaults());
        assertThat(lifeCycle.isCertified()).isTrue();
        for (CSVRecord row : records(folder.resolve("reference_co2.csv"))) {
            int j = Integer.parseInt(row.get("process"));
            double expected = Double.parseDouble(row.get("lifecycle_co2"));
            assertThat(lifeCycle.at(j)).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-15));
        }
    }

    @Test
    void aUnitOfOneProcessIsCertifiedInEveryEntry() throws IOException {
        Economy economy = Economy.of(coefficients(SharedData.folder("uslci_2021")));
        GrossOutputPlan plan = economy.plan(economy.demand(Map.of("1", 1.0)));
        assertThat(plan.grossOutput().isCertified()).isTrue();
        assertThat(plan.grossOutput().largestRelativeErrorBound()).isLessThan(1e-8);
        assertThat(plan.report().relativeResidual()).isLessThan(1e-12);
    }

    private static TechnicalCoefficients coefficients(Path folder) throws IOException {
        List<String> numbers = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (CSVRecord process : records(folder.resolve("processes.csv"))) {
            numbers.add(process.get("i"));
            units.add(process.get("unit"));
        }
        Labels processes = Labels.of(numbers);
        LabelledMatrix a = LongCsv.read(
                folder.resolve("A_coo.csv"),
                LongLayout.withColumns("row", "col", "value")
                        .unit("mixed")
                        .rows(processes)
                        .columns(processes));
        return TechnicalCoefficients.of(processes, Units.perLabel(units), a.matrix());
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                Files.newBufferedReader(file, StandardCharsets.UTF_8),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}
