package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.io.DatabaseSupplyUse;
import org.leontief.io.LongCsv;
import org.leontief.io.LongLayout;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Listing;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;
import org.leontief.technology.DustPolicy;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.Viability;
import org.leontief.technology.ZeroOutputPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Is the table fit to be computed with? */
@Command(
        name = "check",
        description = {
            "Is the table fit to be computed with? Its balance, zero and dust outputs, negatives, labels and units, and whether"
                    + " the economy can reproduce itself. Of supply and use: how far they agree, and which models can make a table"
                    + " of them.",
            "",
            "  viable: there is an x > 0 with x > A x",
            ""
        },
        footer = {"Example: leontief check --table docs/three-regions.csv"})
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls anything
final class CheckCommand extends Question {

    @Option(
            order = 1,
            names = "--coefficients",
            paramLabel = "FILE",
            description = "Instead of a table: coefficients in long form, such as an inventory of unit processes.")
    private @Nullable Path recipes;

    @Option(
            order = 2,
            names = "--columns",
            paramLabel = "FROM,TO,VALUE",
            split = ",",
            arity = "1",
            defaultValue = "from,to,value",
            description = "Its columns: what is used, by what, and how much a unit takes. Default: ${DEFAULT-VALUE}.")
    private List<String> columns;

    @Mixin
    private TechnologyArguments technology;

    @Override
    Answer answer() throws IOException {
        requireWith("--columns", "--coefficients");
        requireWithout(
                "--coefficients",
                "--table",
                "--format",
                "--model",
                "--use",
                "--pair",
                "--year",
                "--not-made",
                "--zero-output",
                "--dust",
                "--unit",
                "--final-demand",
                "--value-added",
                "--extension",
                "--stated-output");
        if (recipes != null) {
            return ofCoefficients(recipes);
        }
        Optional<DatabaseSupplyUse> supplyUse = tables().supplyUse(watch());
        return supplyUse.isPresent() ? ofSupplyUse(supplyUse.get()) : ofTable();
    }

    private Answer ofSupplyUse(DatabaseSupplyUse source) {
        SupplyUseTable pair = source.table();
        SupplyUseDiagnosis diagnosis = new SupplyUseDiagnosis(pair, tables().compilation(), technology.policies());
        List<Finding> findings = diagnosis.findings();
        Answer answer = new Answer(source.source() + ": " + pair).notes(source.notes());
        return findings(diagnosis.isAnyViable() ? answer : answer.no(), findings)
                .fact("Products", pair.products().size())
                .fact("Industries", pair.industries().size())
                .fact("Some model makes a viable table", diagnosis.isAnyViable());
    }

    private Answer ofCoefficients(Path file) throws IOException {
        if (columns.size() != 3) {
            throw usage("--columns takes three names, such as from,to,value.");
        }
        LabelledMatrix a = LongCsv.read(
                file,
                LongLayout.withColumns(columns.get(0), columns.get(1), columns.get(2))
                        .unit("unit")
                        .square(),
                tables().csvOptions().withProgress(watch()));
        CoefficientsDiagnosis diagnosis =
                new CoefficientsDiagnosis(TechnicalCoefficients.of(a.rows(), a.rowUnits(), a.matrix()));
        Answer answer = new Answer("coefficients: " + Listing.count(a.rows().size(), "product", "products") + ", "
                + Listing.count(a.matrix().nonZeros(), "input", "inputs"));
        return findings(diagnosis.isViable() ? answer : answer.no(), diagnosis.findings())
                .fact("Viable", diagnosis.isViable())
                .fact("Products", a.rows().size());
    }

    private static Answer findings(Answer answer, List<Finding> findings) {
        return answer.sheet(Sheet.ofNames(
                        "Findings", "Of", findings.stream().map(Finding::of).toList())
                .texts("Standing", i -> findings.get(i).standing().name())
                .texts("Finding", i -> findings.get(i).text()));
    }

    private Answer ofTable() throws IOException {
        InputOutputTable table = table();
        List<Finding> findings = new ArrayList<>(new TableDiagnosis(table, technology.policies()).findings());
        Answer answer = new Answer(source().source() + ": " + table);
        TechnicalCoefficients coefficients;
        try {
            coefficients = TechnicalCoefficients.of(table, technology.policies());
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
        return findings(totals(viability.isViable() ? answer : answer.no(), table), findings)
                .fact("Viable", viability.isViable());
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
