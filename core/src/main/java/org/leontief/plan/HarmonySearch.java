package org.leontief.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.ConcaveLeontiefProgramme;
import org.leontief.optimisation.ConcaveProgramme;
import org.leontief.optimisation.ConcaveTerm;
import org.leontief.optimisation.LeontiefProgramme;
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
        @Nullable LeontiefForm form = PlanSolvers.form(programme, options);
        if (form == null) {
            return ConcaveProgramme.of(written(programme), terms(programme, column -> column))
                    .solve(new RevisedSimplex(), options)
                    .asLinear();
        }
        List<ConcaveTerm> terms = terms(programme, form::place);
        return form.ofPlan(ConcaveLeontiefProgramme.of(structured(programme, form), terms)
                .solve(options)
                .asLinear());
    }

    /** The harmony of each product in the target, as a term of the column that its delivery has. */
    private static List<ConcaveTerm> terms(PlanProgramme programme, IntUnaryOperator placeOf) {
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
                terms.add(new ConcaveTerm(placeOf.applyAsInt(layout.delivery(i)), harmony, harmony.firstTangents()));
            }
        }
        return terms;
    }

    private static LeontiefProgramme structured(PlanProgramme programme, LeontiefForm form) {
        int multiple = programme.layout().multiple();
        Limit[] columns = new Limit[programme.layout().columns()];
        Arrays.setAll(
                columns,
                column -> Limit.between(
                        programme.columnLower(column), column == multiple ? 0 : programme.columnUpper(column)));
        Limit[] rows =
                programme.limitedRows().stream().map(row -> row.limit().limit()).toArray(Limit[]::new);
        return form.programme(Sense.MAXIMISE, Coefficients.NONE, columns, rows);
    }

    private static LinearProgramme written(PlanProgramme programme) {
        LinearProgramme written = programme.programme();
        double[] upper = numbers(written.columns(), written::columnUpper);
        upper[programme.layout().multiple()] = 0;
        return LinearProgramme.of(
                Sense.MAXIMISE,
                new double[written.columns()],
                written.matrix(),
                numbers(written.rows(), written::rowLower),
                numbers(written.rows(), written::rowUpper),
                numbers(written.columns(), written::columnLower),
                upper);
    }

    private static double[] numbers(int count, IntToDoubleFunction of) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, of);
        return numbers;
    }
}
