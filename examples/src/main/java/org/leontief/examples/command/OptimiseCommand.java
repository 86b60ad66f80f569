package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.io.MissingLabels;
import org.leontief.io.VectorCsv;
import org.leontief.label.LabelledVector;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.plan.BestPlan;
import org.leontief.plan.Limit;
import org.leontief.plan.LimitUse;
import org.leontief.plan.PlanProblem;
import org.leontief.plan.ShadowPrice;
import org.leontief.technology.TechnicalCoefficients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is the best plan under limits? */
@Command(
        name = "optimise",
        description = {
            "What is the best plan under limits, and what is each scarce thing worth in it?",
            "",
            "  the largest z with x ≥ A x + d + z t and S x ≤ b, or the least of a row for given deliveries",
            ""
        },
        footer = {"Example: leontief optimise --resource Employment=36428 --target Households --keep-others"})
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class OptimiseCommand extends Question {

    private static final String REPEATED = " Can be repeated for others.";

    @Option(
            names = "--resource",
            paramLabel = "ROW=AMOUNT",
            converter = Assignment.Converter.class,
            description = "How much there is of a row of the table: Employment=36428." + REPEATED)
    private List<Assignment> resources = List.of();

    @Option(
            names = "--capacity",
            paramLabel = "INDUSTRY=AMOUNT",
            converter = Assignment.Converter.class,
            description = "The most that an industry can make." + REPEATED)
    private List<Assignment> capacities = List.of();

    @Option(
            names = "--deliver",
            paramLabel = "PRODUCT=AMOUNT",
            converter = Assignment.Converter.class,
            description = "The least that is delivered of a product." + REPEATED)
    private List<Assignment> deliveries = List.of();

    @Option(
            names = "--target",
            paramLabel = "CATEGORY",
            description = "The final users whose basket is delivered as often as possible. Without it: all of them.")
    private @Nullable String target;

    @Option(
            names = "--keep-others",
            description = "All other final users get what the table records, beside the target.")
    private boolean keepOthers;

    @Option(
            names = "--basket",
            paramLabel = "FILE",
            description = "Instead of --target: label,value. Products that it does not name are not in it.")
    private @Nullable Path basket;

    @Option(
            names = "--least",
            paramLabel = "ROW",
            description = "Instead of the largest multiple: deliver the basket once with the least of this row.")
    private @Nullable String least;

    @Mixin
    private TechnologyArguments technology;

    @Mixin
    private ProgrammeArguments programme;

    @Override
    Answer answer() throws IOException {
        requireWith("--keep-others", "--target", "--basket");
        if (target != null && basket != null) {
            throw usage("--target and --basket both say what is delivered: leave out one of them.");
        }
        LabelledVector wanted = wanted();
        LabelledVector others = table().finalDemand().total().minus(wanted);
        PlanProblem problem = limits(PlanProblem.of(TechnicalCoefficients.of(table(), technology.policies()))
                .with(programme.options(watch())));
        BestPlan best;
        if (least == null) {
            best = (keepOthers ? problem.demand(others) : problem)
                    .target(wanted)
                    .largestMultiple();
        } else {
            best = (isLimited(least) ? problem : problem.counting(least))
                    .demand(keepOthers ? wanted.plus(others) : wanted)
                    .least(least);
        }
        return answer(best);
    }

    private boolean isLimited(String row) {
        return resources.stream().anyMatch(resource -> resource.name().equals(row));
    }

    private LabelledVector wanted() throws IOException {
        if (basket != null) {
            return VectorCsv.read(
                    basket, table().industries(), table().units(), MissingLabels.ZERO, tables().csvOptions());
        }
        return target == null
                ? table().finalDemand().total()
                : table().finalDemand().category(target);
    }

    private PlanProblem limits(PlanProblem unlimited) {
        PlanProblem problem = unlimited;
        for (Assignment resource : resources) {
            problem = problem.resource(resource.name(), resource.number());
        }
        for (Assignment capacity : capacities) {
            problem = problem.output(capacity.name(), Limit.atMost(capacity.number()));
        }
        for (Assignment delivery : deliveries) {
            problem = problem.delivery(delivery.name(), Limit.atLeast(delivery.number()));
        }
        return problem;
    }

    private static Answer answer(BestPlan best) {
        List<LimitUse> binding = best.binding();
        List<ShadowPrice> worth = binding.stream()
                .map(use -> best.worth(use.limit().kind(), use.limit().name()))
                .toList();
        Answer answer = new Answer("The best plan: " + best.goal())
                .fact("Objective", best.objective(), best.unit())
                .fact("At best", best.objectiveBound(), best.unit())
                .fact("Relative gap", best.certificate().relativeGap())
                .fact("Status", best.status().name())
                .sheet(Sheet.ofNames(
                                "What holds it back",
                                "Limit",
                                binding.stream().map(use -> use.limit().what()).toList())
                        .texts(
                                "Stands at",
                                i -> binding.get(i).limit().limit() + " "
                                        + binding.get(i).limit().unit())
                        .numbers("Worth a unit", "", i -> worth.get(i).worth())
                        .texts("Unit", i -> worth.get(i).unit())
                        .numbers("Holds from", "", i -> side(worth.get(i), false))
                        .numbers("Holds to", "", i -> side(worth.get(i), true)))
                .sheet(new Sheet("Plan", "Product", best.grossOutput().labels())
                        .vector("Gross output", best.grossOutput())
                        .vector("Delivered", best.deliveries())
                        .vector("Price", best.prices()))
                .notes(worth.stream()
                        .filter(price -> !price.note().isEmpty())
                        .map(price -> price.of() + ": " + price.note() + ".")
                        .toList())
                .notes(best.solverReport().notes());
        return best.status() == ProgrammeStatus.OPTIMAL
                ? answer
                : answer.no().note("It is not proved that no plan is better: " + best.certificate() + ".");
    }

    /** NaN where the range is not known. */
    private static double side(ShadowPrice price, boolean isUpper) {
        return price.holds()
                .map(limit -> isUpper ? limit.upper() : limit.lower())
                .orElse(Double.NaN);
    }
}
