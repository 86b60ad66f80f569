package org.leontief.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeReport;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.RevisedSimplex;

/** Finds the best plan of several years, or says why there is none. */
final class YearsSearch {

    private static final double SMALL = 1e-9;
    private static final int MOST_NAMED = 10;

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
            throw new IllegalStateException("No plan keeps all limits. These clash: " + clashing(programme, solution));
        }
        if (solution.status() == ProgrammeStatus.UNBOUNDED) {
            throw new IllegalStateException(
                    "Nothing limits what is wanted (" + objective
                            + "): it grows without end. Is there a limit of labour, or a kind of capital, that all industries need?");
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

    /** The limits that the proof of infeasibility rests on. */
    private static String clashing(YearsProgramme programme, LinearSolution solution) {
        double[] multipliers = solution.proof();
        double[] weight = new double[multipliers.length];
        double largest = 0;
        for (int i = 0; i < weight.length; i++) {
            double bound = programme.made().bound(i);
            weight[i] = Math.abs(multipliers[i]) * (bound == 0 ? 1 : Math.abs(bound));
            largest = Math.max(largest, weight[i]);
        }
        List<String> limits = new ArrayList<>();
        for (int i = 0; i < weight.length; i++) {
            YearsRows.Row row = programme.made().row(i);
            if (row.kind().isLimit() && weight[i] > SMALL * largest) {
                limits.add(YearsNames.of(row, programme) + " ("
                        + programme.made().bound(i) + " " + YearsNames.unit(row, programme) + ")");
            }
        }
        String named = String.join(", ", limits.subList(0, Math.min(MOST_NAMED, limits.size())));
        return named + (limits.size() > MOST_NAMED ? " and " + (limits.size() - MOST_NAMED) + " more" : "")
                + ", with the deliveries of " + String.join(", ", demanded(programme)) + ".";
    }

    private static List<String> demanded(YearsProgramme programme) {
        List<String> years = new ArrayList<>();
        YearsNumbers numbers = programme.numbers();
        for (int t = 0; t < numbers.years; t++) {
            double[] delivered = numbers.deliveries[t];
            boolean asks = numbers.parts.leastConsumption[t] > 0;
            for (int i = 0; i < delivered.length && !asks; i++) {
                asks = delivered[i] > 0;
            }
            if (asks) {
                years.add(numbers.yearName(t));
            }
        }
        return years;
    }
}
