package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeReport;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.plan.InfeasiblePlanException;
import org.leontief.plan.UnboundedPlanException;

/** Finds the best plan of several years, or says why there is none. */
final class YearsSearch {

    /** What grows by less than this share of the most is rounding. */
    private static final double SMALL = 1e-9;

    private YearsSearch() {}

    static MultiYearPlan best(YearsProblem problem, YearsObjective objective) {
        ProgrammeOptions options = problem.parts().options;
        requireSimplex(options);
        long begun = System.nanoTime();
        YearsProgramme programme = YearsProgramme.of(problem, objective);
        LinearProgramme linear = programme.programme();
        Optional<YearsReduction.Found> reduced = YearsReduction.basis(programme, linear, options);
        RevisedSimplex simplex = new RevisedSimplex();
        LinearSolution solution = reduced.isPresent()
                ? simplex.solve(linear, options, reduced.get().basis())
                : simplex.solve(linear, options);
        if (solution.status() == ProgrammeStatus.INFEASIBLE) {
            throw new InfeasiblePlanException(YearsConflict.of(programme, linear, solution, options));
        }
        if (solution.status() == ProgrammeStatus.UNBOUNDED) {
            throw unbounded(programme, objective, solution);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new MultiYearPlan(problem, objective, programme, solution, report(reduced, solution.report(), seconds));
    }

    private static void requireSimplex(ProgrammeOptions options) {
        if (options.method() != ProgrammeMethod.AUTOMATIC && options.method() != ProgrammeMethod.SIMPLEX) {
            throw new IllegalArgumentException("Plans of several years are found by the simplex method, not by "
                    + options.method() + ". Leave the method open, or ask for SIMPLEX.");
        }
    }

    private static ProgrammeReport report(
            Optional<YearsReduction.Found> reduced, ProgrammeReport last, double seconds) {
        if (reduced.isEmpty()) {
            return new ProgrammeReport(
                    last.method(), "the whole programme", last.stop(), last.iterations(), seconds, last.notes());
        }
        ProgrammeReport first = reduced.get().report();
        List<String> notes = new ArrayList<>(first.notes());
        notes.add("outputs left out: " + first.iterations() + " iterations; then the whole programme: "
                + last.iterations());
        notes.addAll(last.notes());
        return new ProgrammeReport(
                last.method(),
                "outputs follow from what they are used for",
                last.stop(),
                first.iterations() + last.iterations(),
                seconds,
                notes);
    }

    private static UnboundedPlanException unbounded(
            YearsProgramme programme, YearsObjective objective, LinearSolution solution) {
        double[] ray = solution.proof();
        YearsLayout layout = programme.layout();
        double[] grows = new double[layout.products];
        for (int j = 0; j < layout.products; j++) {
            for (int t = 0; t < layout.years; t++) {
                grows[j] = Math.max(grows[j], ray[layout.output(j, t)]);
            }
        }
        double least = SMALL * Arrays.stream(grows).max().orElse(0);
        List<String> industries = IntStream.range(0, layout.products)
                .filter(j -> grows[j] > least)
                .boxed()
                .sorted((a, b) -> Double.compare(grows[b], grows[a]))
                .map(j -> programme.numbers().problem.products().get(j).toString())
                .toList();
        return new UnboundedPlanException(
                "What is wanted (" + objective + ") has no end: it grows with "
                        + (industries.isEmpty() ? "capital that takes nothing" : "the outputs of "),
                industries,
                ", which no limit and no capital holds back. Give a YearlyLimit, or a CapitalGood that they need.");
    }
}
