package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.io.InputOutputCsv;
import org.leontief.table.InputOutputTable;

class BalanceCommandTest {

    private static final String COLUMNS = "label,value\nFood,110\nTools,210\nHouseholds,150\n";

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    private String[] arguments(double sign, String rows, String columns) throws IOException {
        Path table = folder.resolve("table.csv");
        InputOutputCsv.write(
                InputOutputTable.builder("Food", "Tools")
                        .unit("EUR")
                        .transactions(new double[][] {{10, 50}, {30, 100}})
                        .finalDemand("Households", 40, 70)
                        .valueAdded("Wages", 50, 60)
                        .valueAdded("Taxes", sign * 10, -10 * sign)
                        .extension("Jobs", "persons", 1, 2)
                        .build(),
                table);
        Path rowFile = Files.writeString(folder.resolve("rows.csv"), rows);
        Path columnFile = Files.writeString(folder.resolve("columns.csv"), columns);
        return new String[] {
            "balance",
            "--table=" + table,
            "--row-totals=" + rowFile,
            "--column-totals=" + columnFile,
            "--to=" + folder.resolve("balanced.csv")
        };
    }

    @Test
    void theWrittenTableHasTheTotals() throws IOException {
        assertThat(shell.run(arguments(1, "label,value\nFood,110\nTools,210\nWages,148\nTaxes,2\n", COLUMNS)))
                .as(shell.err())
                .isZero();
        assertThat(shell.out())
                .contains("GRAS")
                .contains("Extensions are not part of the flows")
                .contains("'Jobs'");
        InputOutputTable balanced = InputOutputCsv.read(folder.resolve("balanced.csv"));
        assertThat(balanced.grossOutput().of("Food")).isCloseTo(110, within(1e-8));
        assertThat(balanced.grossOutput().of("Tools")).isCloseTo(210, within(1e-8));
        assertThat(balanced.balance().isBalanced(1e-9)).isTrue();
        assertThat(balanced.valueAdded().row("Wages").total()).isCloseTo(148, within(1e-8));
        assertThat(balanced.finalDemand().category("Households").total()).isCloseTo(150, within(1e-8));
        assertThat(balanced.valueAdded().of("Taxes", "Tools"))
                .as("keeps its sign")
                .isNegative();
    }

    @Test
    void totalsThatNoTableHasAreThreeAndNothingIsWritten() throws IOException {
        assertThat(shell.run(arguments(0, "label,value\nFood,110\nTools,210\nWages,148\nTaxes,2\n", COLUMNS)))
                .isEqualTo(3);
        assertThat(shell.err()).contains("'Taxes'");
        assertThat(folder.resolve("balanced.csv")).doesNotExist();
    }

    @Test
    void aMissingTotalIsOne() throws IOException {
        assertThat(shell.run(arguments(1, "label,value\nFood,110\nTools,210\nWages,150\n", COLUMNS)))
                .isEqualTo(1);
        assertThat(shell.err()).contains("rows.csv").contains("Taxes");
        assertThat(shell.err()).as("an option that only plan has").doesNotContain("--partial-demand");
    }

    @Test
    void theLimitOfIterationsCounts() throws IOException {
        String[] arguments = arguments(1, "label,value\nFood,110\nTools,210\nWages,148\nTaxes,2\n", COLUMNS);
        List<String> limited = new ArrayList<>(List.of(arguments));
        limited.add("--iterations=1");
        assertThat(shell.run(limited.toArray(String[]::new))).isEqualTo(3);
        assertThat(shell.err()).contains("From the shell: --iterations");
        assertThat(folder.resolve("balanced.csv")).doesNotExist();
        limited.add("--tolerance=0.9");
        assertThat(shell.run(limited.toArray(String[]::new))).as(shell.err()).isZero();
    }
}
