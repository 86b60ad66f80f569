package org.leontief.examples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.DustPolicy;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.Viability;
import org.leontief.technology.ZeroOutputPolicy;
import picocli.CommandLine.Command;

/** Is the table fit to be computed with? */
@Command(
        name = "check",
        description = {
            "Is the table fit to be computed with? Its balance, zero and dust outputs, negatives, labels and units, and whether"
                    + " the economy can reproduce itself.",
            "",
            "  viable: there is an x > 0 with x > A x",
            ""
        },
        footer = {"Example: leontief check --table docs/three-regions.csv"})
final class CheckCommand extends Question {

    @Override
    Answer answer() throws IOException {
        InputOutputTable table = table();
        List<Finding> findings =
                new ArrayList<>(new TableDiagnosis(table, technology().policies()).findings());
        Answer answer = new Answer(source().source() + ": " + table);
        TechnicalCoefficients coefficients;
        try {
            coefficients = TechnicalCoefficients.of(table, technology().policies());
        } catch (IllegalArgumentException e) {
            // What the policies refuse is a finding here; the rest of the table is still looked at.
            findings.add(Finding.mend("Recipes", String.valueOf(e.getMessage())));
            coefficients = TechnicalCoefficients.of(
                    table,
                    TechnologyOptions.defaults()
                            .withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE)
                            .withDust(DustPolicy.EMPTY_RECIPE));
            answer.note("Viability is that of the economy without what has no recipe: --zero-output EMPTY_RECIPE --dust"
                    + " EMPTY_RECIPE.");
        }
        Viability viability = coefficients.viability();
        findings.add(
                viability.isViable()
                        ? Finding.fine("Viability", viability.explanation())
                        : Finding.mend("Viability", viability.explanation()));
        return totals(viability.isViable() ? answer : answer.no(), table)
                .fact("Viable", viability.isViable())
                .sheet(Sheet.ofNames(
                                "Findings",
                                "Of",
                                findings.stream().map(Finding::of).toList())
                        .texts("Standing", i -> findings.get(i).standing().name())
                        .texts("Finding", i -> findings.get(i).text()));
    }

    private static Answer totals(Answer answer, InputOutputTable table) {
        answer.fact("Industries", table.industries().size());
        if (!table.units().isUniform()) {
            return answer;
        }
        String unit = table.units().common();
        answer.fact("Gross output", table.grossOutput().total(), unit)
                .fact("Final demand", table.finalDemand().total().total(), unit);
        return table.valueAdded().rows().size() > 0
                        && table.valueAdded().rowUnits().isUniform()
                ? answer.fact(
                        "Value added",
                        table.valueAdded().rowTotals().total(),
                        table.valueAdded().rowUnits().common())
                : answer;
    }
}
