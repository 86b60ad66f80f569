package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.examples.GermanTable;
import org.leontief.label.LabelledVector;
import org.leontief.plan.BestPlan;
import org.leontief.plan.PlanProblem;
import org.leontief.table.InputOutputTable;

class OptimiseCommandTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void theLargestMultipleWithShadowPricesAndTheirRanges() throws IOException {
        InputOutputTable table = GermanTable.read();
        LabelledVector households = table.finalDemand().category("Households");
        BestPlan best = PlanProblem.of(table)
                .resource("Employment", 36_428)
                .resource("CO2", 618_318)
                .demand(table.finalDemand().total().minus(households))
                .target(households)
                .largestMultiple();
        assertThat(shell.run(
                        "optimise",
                        "--resource=Employment=36428",
                        "--resource=CO2=618318",
                        "--target=Households",
                        "--keep-others",
                        "--json"))
                .as(shell.err())
                .isZero();
        JsonTree json = shell.json();
        assertThat(json.at("facts").at("objective").at("value").number()).isEqualTo(best.multiple());
        // docs/planning.md has the same plan.
        assertThat(best.multiple()).isCloseTo(0.722255, within(5e-7));
        JsonTree carbon = json.row("what_holds_it_back", "CO2");
        assertThat(carbon.at("worth_a_unit").number())
                .isEqualTo(best.worth("CO2").worth());
        assertThat(carbon.at("holds_from").number())
                .isEqualTo(best.worth("CO2").holds().orElseThrow().lower());
        assertThat(json.row("plan", "Construction").at("delivered").number())
                .isEqualTo(best.deliveries().of("Construction"));
    }

    /** Nothing can be made of no labour: whether more or less of it is meant decides what it is worth, and both are said. */
    @Test
    void aPriceThatDiffersToBothSidesIsSaid() throws IOException {
        assertThat(shell.run("optimise", "--resource=Employment=0"))
                .as(shell.err())
                .isZero();
        // All of final demand takes 36,428 thousand persons, so one more makes 1/36428 of it.
        assertThat(1 / 36_428.0).isCloseTo(2.745141e-5, within(5e-12));
        assertThat(shell.out()).contains("Note: Employment: one unit more is worth 2.745141e-05");
    }

    /** The least employment for what was delivered is what the table records: there is one way to make each product. */
    @Test
    void theLeastOfARow() throws IOException {
        assertThat(shell.run("optimise", "--least=Employment", "--json"))
                .as(shell.err())
                .isZero();
        assertThat(shell.json().at("facts").at("objective").at("value").number())
                .isCloseTo(36_428, within(1e-6));
    }

    @Test
    void limitsThatClashAreNamedAndNothingIsWritten() {
        Path written = folder.resolve("best");
        assertThat(shell.run(
                        "optimise",
                        "--resource=Employment=100",
                        "--deliver=Construction=200000",
                        "--output=" + written))
                .isEqualTo(3);
        assertThat(shell.err())
                .contains("These clash")
                .contains("Employment ≤ 100")
                .contains("Construction ≥ 200000");
        assertThat(written).doesNotExist();
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void withoutAnyLimitThereIsNoBest() {
        assertThat(shell.run("optimise")).isEqualTo(3);
        assertThat(shell.err())
                .contains("From the shell: --resource, --capacity")
                .doesNotContain("\tat ");
    }

    @Test
    void twoBasketsAreWrongUsage() {
        assertThat(shell.run("optimise", "--target=Households", "--basket=b.csv"))
                .isEqualTo(2);
    }

    @Test
    void theSolverHeedsItsLimits() throws IOException {
        List<String> question = List.of("optimise", "--resource=Employment=36428", "--resource=CO2=618318", "--json");
        assertThat(run(question)).as(shell.err()).isZero();
        assertThat(run(question, "--iterations=1"))
                .as("not proved to be the best")
                .isEqualTo(3);
        assertThat(shell.out()).contains("\"value\" : \"STOPPED\"");
        assertThat(run(question, "--tolerance=0")).isEqualTo(2);
        assertThat(shell.err()).contains("tolerance is 0.0");
        assertThat(run(question, "--threads=0")).isEqualTo(2);
    }

    private int run(List<String> question, String... more) {
        return shell.run(Stream.concat(question.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
