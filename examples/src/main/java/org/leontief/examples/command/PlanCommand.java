package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.Economy;
import org.leontief.io.MissingLabels;
import org.leontief.io.PlanFiles;
import org.leontief.io.VectorCsv;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.PlanComparison;
import org.leontief.quantity.PlanComparison.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What must every industry produce? */
@Command(
        name = "plan",
        description = {
            "What must every industry produce to deliver a final demand? With a guaranteed bound on every number.",
            "",
            "  x = A x + d",
            ""
        },
        footer = {"Example: leontief plan --scale Construction=1.10"})
final class PlanCommand extends EconomyQuestion {

    @Option(
            names = "--demand",
            paramLabel = "FILE",
            description = "Final demand to plan for: label,value. Without it: the table's own.")
    private @Nullable Path demand;

    @Option(
            names = "--partial-demand",
            description = "Industries that the demand file does not name are demanded nothing. Without it: an error.")
    private boolean partialDemand;

    @Option(
            names = "--scale",
            paramLabel = "INDUSTRY=FACTOR",
            converter = Assignment.Converter.class,
            description = "Multiply the final demand for one industry: Construction=1.10. Can be repeated for others.")
    private List<Assignment> scale = List.of();

    @Option(
            names = "--compare",
            description = "Also print what changes against a plan for the table's own final demand.")
    private boolean compare;

    @Override
    Answer answer() throws IOException {
        requireWith("--partial-demand", "--demand");
        if (demand != null && Files.isDirectory(demand)) {
            throw usage("--demand names a folder, and a file is needed: '" + demand + "'.");
        }
        Economy economy = economy();
        LabelledVector own = table().finalDemand().total();
        LabelledVector demanded = demand == null ? own : readDemand(demand);
        for (Assignment factor : scale) {
            demanded = demanded.scale(factor.name(), factor.number());
        }
        GrossOutputPlan plan = economy.plan(demanded);
        Answer answer = answer(plan);
        if (!compare) {
            return answer.printedAs(plan.summary());
        }
        PlanComparison changes = plan.comparedWith(economy.plan(own));
        return answer.sheet(changes(changes)).printedAs(plan.summary() + "\n\n" + changes);
    }

    private LabelledVector readDemand(Path file) throws IOException {
        MissingLabels missing = partialDemand ? MissingLabels.ZERO : MissingLabels.REFUSE;
        return VectorCsv.read(file, table().industries(), table().units(), missing, tables().csvOptions());
    }

    private static Answer answer(GrossOutputPlan plan) {
        List<BoundedVector> extensions =
                plan.extensionNames().stream().map(plan::extension).toList();
        return new Answer("What every industry must produce")
                .fact("Viable", true)
                .fact("Method", plan.report().method().name())
                .fact("Certified", plan.grossOutput().isCertified())
                .fact("Largest relative error bound", plan.grossOutput().largestRelativeErrorBound())
                .sheet(new Sheet("Gross output", "Industry", plan.industries())
                        .bounded("Gross output", plan.grossOutput())
                        .vector("Final demand", plan.finalDemand()))
                .sheet(Sheet.ofNames("Extensions", "Row", plan.extensionNames())
                        .texts("Unit", i -> extensions.get(i).values().units().toString())
                        .numbers("Total", "", i -> extensions.get(i).total())
                        .numbers(Sheet.BOUND, "", i -> extensions.get(i).totalErrorBound()))
                .notes(plan.notes())
                .withFiles(folder -> PlanFiles.write(plan, folder));
    }

    private static Sheet changes(PlanComparison comparison) {
        List<Change> changes = comparison.grossOutput();
        return new Sheet(
                        "Changes",
                        "Industry",
                        changes.stream().map(Change::label).toList())
                .numbers("Difference", "", i -> changes.get(i).difference())
                .numbers(Sheet.BOUND, "", i -> changes.get(i).errorBound())
                .numbers("Before", "", i -> changes.get(i).before())
                .numbers("After", "", i -> changes.get(i).after());
    }
}
