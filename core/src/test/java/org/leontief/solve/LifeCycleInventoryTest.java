package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The US life-cycle inventory of 2021: 639 unit processes in wildly mixed units, column sums up to 31,614. The reference
 * values were computed by others.
 */
class LifeCycleInventoryTest {

    private static final int PROCESSES = 639;
    private static Path folder = Path.of("");
    private static SparseMatrix a = SparseMatrix.zeros(0, 0);

    @BeforeAll
    static void read() throws IOException {
        folder = Path.of(System.getProperty("leontief.shared.data", "absent")).resolve("uslci_2021");
        Assumptions.assumeTrue(
                Files.isRegularFile(folder.resolve("A_coo.csv")), () -> "no data in " + folder + "; skipped");
        SparseMatrixBuilder builder = SparseMatrix.builder(PROCESSES, PROCESSES);
        for (String[] cells : rows("A_coo.csv")) {
            builder.add(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Double.parseDouble(cells[2]));
        }
        a = builder.build();
    }

    private static List<String[]> rows(String file) throws IOException {
        try (var lines = Files.lines(folder.resolve(file))) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodSolvesUnitDemands(SolveMethod method) {
        LeontiefSystem system = LeontiefSystem.of(a);
        SolveOptions options =
                SolveOptions.defaults().withMethod(method).withTolerance(0).withThreads(1);
        for (int process = 0; process < PROCESSES; process += 40) {
            double[] demand = new double[PROCESSES];
            demand[process] = 1;

            Solution solution = system.solve(demand, options);

            assertThat(solution.report().stop().isSuccess())
                    .as("process %d: %s", process, solution.report())
                    .isTrue();
            assertThat(solution.certificate()).isPresent();
            assertThat(solution.errorBound(process)).isLessThan(1e-12 * Math.abs(solution.value(process)));
        }
    }

    @Test
    void carbonDioxideAgreesWithTheReference() throws IOException {
        double[] direct = new double[PROCESSES];
        Set<Integer> flows = carbonDioxideFlows();
        for (String[] cells : rows("S_coo.csv")) {
            if (flows.contains(Integer.parseInt(cells[0]))) {
                direct[Integer.parseInt(cells[1])] += Double.parseDouble(cells[2]);
            }
        }

        Solution lifeCycle = LeontiefSystem.of(a)
                .transposed()
                .solve(direct, SolveOptions.defaults().withTolerance(0));

        assertThat(lifeCycle.requireConverged().certificate()).isPresent();
        for (String[] cells : rows("reference_co2.csv")) {
            int process = Integer.parseInt(cells[0]);
            double reference = Double.parseDouble(cells[2]);
            assertThat(lifeCycle.value(process))
                    .as("process %d", process)
                    .isCloseTo(reference, Offset.offset(1e-9 * Math.abs(reference) + 1e-15));
        }
    }

    private static Set<Integer> carbonDioxideFlows() throws IOException {
        Set<Integer> flows = new HashSet<>();
        Matcher numbers = Pattern.compile("\\d+")
                .matcher(Files.readString(folder.resolve("reference_co2_flows.json"))
                        .replaceAll("\"[^\"]*\"", ""));
        while (numbers.find()) {
            flows.add(Integer.valueOf(numbers.group()));
        }
        return flows;
    }
}
