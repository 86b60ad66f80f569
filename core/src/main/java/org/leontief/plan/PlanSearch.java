package org.leontief.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.NumberText;
import org.leontief.optimisation.Basis;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.OptimalityCertificate;
import org.leontief.optimisation.ProgrammeStatus;

/** Finds the best plan: checks that the question makes sense, then one programme for each goal in turn. */
final class PlanSearch {

    private PlanSearch() {}

    static BestPlan best(PlanProblem problem, List<Goal> goals) {
        return best(problem, goals, null);
    }

    /** The same from where the last goal of a plan with other amounts was reached. */
    static BestPlan best(PlanProblem problem, List<Goal> goals, @Nullable Basis start) {
        requireHarmonyLast(goals);
        requireSupplied(problem);
        requireDeliverable(problem);
        PlanLayout layout = new PlanLayout(problem.technology(), problem.conditions());
        if (PlanProgramme.isContradictory(layout)) {
            throw new InfeasiblePlanException(contradiction(layout, problem));
        }
        List<HeldGoal> held = new ArrayList<>();
        for (int k = 0; ; k++) {
            Objective objective = Objective.of(goals.get(k), layout, problem);
            PlanProgramme programme = PlanProgramme.of(layout, objective, held);
            LinearSolution solution = solve(programme, problem, k == goals.size() - 1 ? start : null);
            if (solution.status() == ProgrammeStatus.INFEASIBLE) {
                throw new InfeasiblePlanException(conflict(programme, solution, problem));
            }
            if (solution.status() == ProgrammeStatus.UNBOUNDED) {
                throw UnboundedPlanException.of(programme, solution);
            }
            if (k == goals.size() - 1 || solution.status() == ProgrammeStatus.STOPPED) {
                return new BestPlan(
                        problem, programme, solution, List.copyOf(held), goals.subList(k + 1, goals.size()));
            }
            OptimalityCertificate reached = solution.certificate().orElseThrow();
            held.add(new HeldGoal(objective, reached.objective(), reached.objectiveBound()));
        }
    }

    /** A floor above a ceiling. */
    private static PlanConflict contradiction(PlanLayout layout, PlanProblem problem) {
        Objective none = new Objective(Goal.largestMultiple(), Coefficients.NONE, "");
        PlanProgramme programme = PlanProgramme.of(layout, none, List.of());
        @Nullable LeontiefForm form = PlanSolvers.form(programme, problem.options());
        return form == null
                ? new ConflictSearch(layout, layout.rows(), problem.options()).find()
                : new ProvenConflict(programme, form, problem.options()).ofContradiction();
    }

    /** Limits that clash, by the method that found that there is no plan. */
    private static PlanConflict conflict(PlanProgramme programme, LinearSolution solution, PlanProblem problem) {
        @Nullable LeontiefForm form = PlanSolvers.form(programme, problem.options());
        return form == null || solution.proof().length == 0
                ? new ConflictSearch(programme.layout(), programme.limitedRows(), problem.options()).find()
                : new ProvenConflict(programme, form, problem.options()).provedBy(solution.proof());
    }

    private static void requireHarmonyLast(List<Goal> goals) {
        for (Goal goal : goals.subList(0, goals.size() - 1)) {
            if (goal.kind() == Goal.Kind.HARMONY) {
                throw new IllegalArgumentException(
                        "'" + goal + "' is followed by another goal, but what holds it would be"
                                + " no linear limit. Let it be the last.");
            }
        }
    }

    private static LinearSolution solve(PlanProgramme programme, PlanProblem problem, @Nullable Basis start) {
        return programme.objective().goal().kind() == Goal.Kind.HARMONY
                ? HarmonySearch.solve(programme, problem.options())
                : PlanSolvers.solve(programme, problem.options(), start);
    }

    /** Whatever activities use has to be made, to be given an amount, or to be a row of the table. */
    private static void requireSupplied(PlanProblem problem) {
        Techniques techniques = problem.technology();
        Labels rows = techniques.coefficients() == null
                ? Labels.of()
                : techniques.coefficients().extensions().rows();
        for (Map.Entry<String, Activity> used : techniques.usedButNotMade().entrySet()) {
            String name = used.getKey();
            if (!rows.contains(name) && !problem.conditions().resources().containsKey(name)) {
                String known = nearest(problem, name);
                throw new IllegalArgumentException("'" + used.getValue().name() + "' uses '" + name
                        + "', which no technique makes and of which no amount is given." + known
                        + " Say how much there is, resource(\"" + name
                        + "\", amount), or that it is only counted, counting(\"" + name + "\").");
            }
        }
    }

    private static String nearest(PlanProblem problem, String name) {
        List<Label> names = new ArrayList<>(problem.products().asList());
        problem.resources().stream()
                .map(Label::of)
                .filter(label -> !names.contains(label))
                .forEach(names::add);
        String message = String.valueOf(Labels.ofLabels(names).unknown(name).getMessage());
        int mend = message.indexOf("Did you mean");
        return mend < 0 ? "" : " " + message.substring(mend);
    }

    /** Nothing can be asked for that no technique makes and no stock holds. */
    private static void requireDeliverable(PlanProblem problem) {
        Conditions conditions = problem.conditions();
        Techniques techniques = problem.technology();
        boolean[] isMade = new boolean[problem.products().size()];
        for (int j = 0; j < techniques.count(); j++) {
            if (techniques.isIndustry(j)) {
                isMade[j] |= techniques.hasRecipe(j);
            } else {
                techniques.outputs(j).forEach((product, amount) -> isMade[product] |= amount > 0);
            }
        }
        for (int i = 0; i < isMade.length; i++) {
            double wanted = Math.max(conditions.target(i), conditions.leastDelivery(i));
            if (!isMade[i] && wanted > 0 && conditions.stocks().at(i) <= 0) {
                throw new IllegalArgumentException("'" + problem.products().get(i) + "' is "
                        + (conditions.target(i) > 0 ? "in the target" : "to be delivered")
                        + " (" + NumberText.of(wanted) + " "
                        + problem.units().get(i)
                        + "), but no technique makes it and there is no stock of it. Give an activity that does, or leave"
                        + " it out.");
            }
        }
    }
}
