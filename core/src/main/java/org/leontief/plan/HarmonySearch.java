package org.leontief.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.leontief.optimisation.ConcaveProgramme;
import org.leontief.optimisation.ConcaveSolution;
import org.leontief.optimisation.ConcaveTerm;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.optimisation.Sense;

/**
 * Finds the plan with the most harmony: the programme of the problem, with what is delivered of each product beside the demand
 * held against its target. The column of the multiple, which the target of other goals moves along, stays at 0.
 */
final class HarmonySearch {

    private HarmonySearch() {}

    static LinearSolution solve(PlanProgramme programme, ProgrammeOptions options) {
        PlanLayout layout = programme.layout();
        Conditions conditions = layout.conditions();
        List<ConcaveTerm> terms = new ArrayList<>();
        for (int i = 0; i < layout.products(); i++) {
            double target = conditions.target(i);
            if (target < 0) {
                throw new IllegalArgumentException(
                        "The target for '"
                                + layout.techniques().products().get(i) + "' is " + target
                                + ". Harmony is measured against targets above 0; what comes in from outside is a negative demand.");
            }
            if (target > 0) {
                Harmony harmony = new Harmony(target, conditions.demand().at(i));
                terms.add(new ConcaveTerm(layout.delivery(i), harmony, harmony.firstTangents()));
            }
        }
        ConcaveSolution found = ConcaveProgramme.of(withoutMultiple(programme.programme(), layout.multiple()), terms)
                .solve(new RevisedSimplex(), options);
        return found.asLinear();
    }

    private static LinearProgramme withoutMultiple(LinearProgramme programme, int multiple) {
        double[] upper = numbers(programme.columns(), programme::columnUpper);
        upper[multiple] = 0;
        return LinearProgramme.of(
                Sense.MAXIMISE,
                new double[programme.columns()],
                programme.matrix(),
                numbers(programme.rows(), programme::rowLower),
                numbers(programme.rows(), programme::rowUpper),
                numbers(programme.columns(), programme::columnLower),
                upper);
    }

    private static double[] numbers(int count, IntToDoubleFunction of) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, of);
        return numbers;
    }
}
