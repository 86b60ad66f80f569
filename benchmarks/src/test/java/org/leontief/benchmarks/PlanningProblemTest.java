package org.leontief.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.OptimalityCertificate;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.ReducedForm;

class PlanningProblemTest {

    private static LinearSolution best(boolean isLimited) {
        PlanningProblem problem = new PlanningProblem(SyntheticEconomy.ofProducts(400, 20, 3), 5, isLimited, 3);
        return new ReducedForm()
                .solve(problem.programme(), ProgrammeOptions.defaults().withTolerance(1e-6));
    }

    @Test
    void manyLimitsBindAndCostSomething() {
        LinearSolution limited = best(true);
        LinearSolution free = best(false);

        assertThat(limited.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(free.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        long binding = Arrays.stream(limited.reducedCosts(), 0, 400)
                .filter(price -> price > 1e-9)
                .count();
        assertThat(binding).isGreaterThan(30);
        assertThat(objective(limited)).isLessThan(objective(free));
    }

    private static double objective(LinearSolution solution) {
        return solution.certificate().map(OptimalityCertificate::objective).orElseThrow();
    }
}
