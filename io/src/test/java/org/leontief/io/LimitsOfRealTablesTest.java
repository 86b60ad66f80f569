package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.io.SharedData.GERMANY;
import static org.leontief.io.SharedData.data;
import static org.leontief.io.SharedData.matrix;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.plan.BestPlan;
import org.leontief.plan.Frontier;
import org.leontief.plan.FrontierPoint;
import org.leontief.plan.Goal;
import org.leontief.plan.Limit;
import org.leontief.plan.PlanProblem;
import org.leontief.quantity.MixedPlan;
import org.leontief.resource.ResourceCheck;
import org.leontief.resource.ResourceStanding;
import org.leontief.resource.Resources;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;

/**
 * What is possible within present employment, and at what price: Germany 1995 with a budget of carbon, the United States 2014
 * with one of imports, where the folder of shared data is there.
 */
class LimitsOfRealTablesTest {

    private static LabelledVector germanCarbonPerUnit(InputOutputTable table) throws IOException {
        LabelledVector row = matrix("germany1995/airpol.csv", "thousand t").row("CO2");
        double[] perUnit = new double[table.industries().size()];
        for (int i = 0; i < perUnit.length; i++) {
            perUnit[i] = row.of(table.industries().get(i)) / table.grossOutput().at(i);
        }
        return LabelledVector.of("CO2", table.industries(), Units.of("thousand t per million EUR"), perUnit);
    }

    /** Households may have from four fifths to six fifths of what they had of each product; all others what they had. */
    private static PlanProblem households(PlanProblem problem, LabelledVector households, LabelledVector others) {
        return problem.deliveriesAtLeast(others.plus(households.times(0.8)))
                .deliveriesAtMost(others.plus(households.times(1.2)));
    }

    private static LabelledVector worth(LabelledVector like) {
        double[] ones = new double[like.size()];
        Arrays.fill(ones, 1);
        return LabelledVector.of("prices of the table", like.labels(), Units.NONE, ones);
    }

    /** Each height solved by itself, and slopes against differences. */
    private static void assertFrontier(Frontier frontier, PlanProblem problem, Goal goal, String resource) {
        List<FrontierPoint> points = frontier.points();
        double first = points.get(0).limit();
        double last = points.get(points.size() - 1).limit();
        assertThat(frontier.isOptimal()).isTrue();
        for (int k = 1; k <= 10; k++) {
            double height = first + (last - first) * k / 10.5;
            BestPlan own = problem.available(resource, Limit.atMost(height)).best(goal);
            double step = 1e-7 * last;
            double difference = (problem.available(resource, Limit.atMost(height + step))
                                    .best(goal)
                                    .objective()
                            - problem.available(resource, Limit.atMost(height - step))
                                    .best(goal)
                                    .objective())
                    / (2 * step);
            assertThat(frontier.objectiveAt(height)).isCloseTo(own.objective(), within(1e-8 * own.objective()));
            assertThat(frontier.slopeAt(height)).isCloseTo(own.worth(resource).worth(), within(1e-9));
            assertThat(frontier.slopeAt(height)).isCloseTo(difference, within(1e-2 * difference));
        }
        for (int k = 1; k < points.size() - 1; k++) {
            assertThat(points.get(k).slopeAfter()).isLessThan(points.get(k).slopeBefore());
        }
    }

    @Test
    void carbonAndConsumptionInGermany() throws IOException {
        InputOutputTable table = InputOutputCsv.read(data("germany1995/table.csv"), GERMANY);
        LabelledVector had = table.finalDemand().category("P3_S14");
        LabelledVector others = table.finalDemand().total().minus(had);
        PlanProblem problem = households(PlanProblem.of(table), had, others)
                .resource("EMP", 36_428)
                .resource("CO2", "thousand t", germanCarbonPerUnit(table), 687_020);
        Goal goal = Goal.mostValue(worth(had));

        BestPlan best = problem.best(goal);
        Frontier frontier = Frontier.of(problem, goal, "CO2");

        // What was done is possible, so that the best is no worse.
        assertThat(best.objective()).isGreaterThan(table.finalDemand().total().total() - 1e-3);
        assertThat(best.use("EMP")).isLessThanOrEqualTo(36_428 * (1 + 1e-9));
        assertThat(frontier.points().size()).isGreaterThanOrEqualTo(4);
        assertFrontier(frontier, problem, goal, "CO2");
    }

    @Test
    void importsAndConsumptionInTheUnitedStates() throws IOException {
        InputOutputTable table = SharedData.unitedStates();
        LabelledVector had = table.finalDemand().category("CONS_h");
        LabelledVector others = table.finalDemand().total().minus(had);
        Economy economy = Economy.of(table);
        Resources resources = Resources.of(economy.coefficients())
                .row("EMP", table.extension("EMP").total())
                .importsPaidBy(table.finalDemand().category("EXP"));
        PlanProblem problem = households(PlanProblem.of(table), had, others).resources(resources);
        Goal goal = Goal.mostValue(worth(had));

        ResourceCheck check = ResourceCheck.of(economy.plan(table.finalDemand().total()), resources);
        BestPlan best = problem.best(goal);
        Frontier frontier = Frontier.of(problem, goal, "Imports");

        assertThat(check.of("EMP").standing()).isEqualTo(ResourceStanding.BINDING);
        assertThat(check.of("Imports").used().value())
                .isCloseTo(
                        Arrays.stream(matrix("wiod2016_usa/USA_2014/Zimp.csv", "million USD")
                                        .matrix()
                                        .columnSums())
                                .sum(),
                        within(1e-3));
        assertThat(best.objective()).isGreaterThan(table.finalDemand().total().total() - 1);
        assertThat(frontier.points().size()).isGreaterThanOrEqualTo(10);
        assertFrontier(frontier, problem, goal, "Imports");
    }

    /** A tenth of the oil refined in the United States is missing. */
    @Test
    void lessFuel() throws IOException {
        InputOutputTable table = SharedData.unitedStates();
        Economy economy = Economy.of(table);
        double before = table.grossOutput().of("C19");

        MixedPlan plan = MixedPlan.of(
                economy.coefficients(),
                table.finalDemand().total(),
                Map.of("C19", 0.9 * before),
                SolveOptions.defaults());

        assertThat(plan.finalDeliveries().isCertified()).isTrue();
        // All that is missing is missing to final users, and a little less than that, since less is used to make it.
        assertThat(plan.shortOfDemand().of("C19")).isBetween(0.8 * 0.1 * before, 0.1 * before);
        LabelledVector again =
                economy.plan(plan.finalDeliveries().values()).grossOutput().values();
        assertThat(again.of("C19")).isCloseTo(0.9 * before, within(1e-9 * before));
        assertThat(again.of("B")).isCloseTo(plan.grossOutput().of("B"), within(1e-9 * before));
    }
}
