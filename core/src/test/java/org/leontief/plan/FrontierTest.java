package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.UnknownLabelException;

/** Frontiers drawn by hand, and random ones held against problems solved one by one. */
class FrontierTest {

    /** A dirty and a clean way to make the same thing: 1 hour and 2 t, or 2 hours and 0.5 t. */
    private static final PlanProblem TWO_WAYS = PlanProblem.of(
                    activity("Dirty")
                            .makes("Goods", "t", 1)
                            .uses("Labour", "hours", 1)
                            .uses("CO2", "t", 2),
                    activity("Clean")
                            .makes("Goods", "t", 1)
                            .uses("Labour", "hours", 2)
                            .uses("CO2", "t", 0.5))
            .resource("Labour", 100)
            .counting("CO2")
            .target(Map.of("Goods", 1.0));

    /** Clean alone up to 25 t, slope 1/0.5; then dirty drives clean out, 50 more for 175 t; from 200 t on labour alone. */
    @Test
    void carbonAndConsumption() {
        Frontier frontier = Frontier.of(TWO_WAYS, Goal.largestMultiple(), "CO2");

        assertThat(frontier.points()).hasSize(3);
        assertPoint(frontier.points().get(0), 0, 0, Double.NaN, 2);
        assertPoint(frontier.points().get(1), 25, 50, 2, 50.0 / 175);
        assertPoint(frontier.points().get(2), 200, 100, 50.0 / 175, Double.NaN);
        assertThat(frontier.objectiveAt(10)).isCloseTo(20, within(1e-6));
        assertThat(frontier.objectiveAt(200)).isCloseTo(100, within(1e-6));
        assertThat(frontier.slopeAt(100)).isCloseTo(50.0 / 175, within(1e-9));
        assertThat(frontier.isOptimal()).isTrue();
        assertThat(frontier.csv()).hasSize(4);
        assertThat(frontier.csv().get(0))
                .isEqualTo("\"CO2 (t)\",\"largest multiple of the target (multiples)\",bound,slope below,slope above");
        assertThat(frontier.csv().get(3)).startsWith("200.0,").endsWith(",");
    }

    /** The least is 0, exactly: a height of 8e-8 would be no number that anybody has asked for. */
    @Test
    void aFrontierBeginsAtARoundFigure() {
        assertThat(Frontier.of(TWO_WAYS, Goal.largestMultiple(), "CO2")
                        .points()
                        .get(0)
                        .limit())
                .isZero();
        PlanProblem third = TWO_WAYS.demand(Map.of("Goods", 50.0 / 3));
        // 50/3 t made clean, at 0.5 a tonne: the next figure above 25/3 that a solver can reach, to nine digits of the
        // range.
        assertThat(Frontier.of(third, Goal.largestMultiple(), "CO2")
                        .points()
                        .get(0)
                        .limit())
                .isBetween(8.333333, 8.333334);
        PlanProblem whole = TWO_WAYS.demand(Map.of("Goods", 30.0));
        assertThat(Frontier.of(whole, Goal.largestMultiple(), "CO2")
                        .points()
                        .get(0)
                        .limit())
                .isEqualTo(15);
    }

    private static void assertPoint(FrontierPoint point, double limit, double objective, double before, double after) {
        assertThat(point.limit()).isCloseTo(limit, within(1e-6));
        assertThat(point.objective()).isCloseTo(objective, within(1e-6));
        assertThat(point.objectiveBound()).isGreaterThanOrEqualTo(point.objective() - 1e-9);
        assertThat(point.slopeBefore()).isEqualTo(before, within(1e-9));
        assertThat(point.slopeAfter()).isEqualTo(after, within(1e-9));
    }

    /** Beyond 200 t the frontier is flat: the last point of a longer one has the slope 0 before it. */
    @Test
    void whereMoreAddsNothingThePriceIsNothing() {
        Frontier frontier = Frontier.between(TWO_WAYS, Goal.largestMultiple(), "CO2", 10, 500);

        assertThat(frontier.points()).extracting(FrontierPoint::limit).hasSize(4);
        assertPoint(frontier.points().get(2), 200, 100, 50.0 / 175, 0);
        assertPoint(frontier.points().get(3), 500, 100, 0, Double.NaN);
    }

    /** Any two limits: for 60 t, the least carbon by hours. From 60 hours (all dirty, 120 t) to 120 (all clean, 30 t). */
    @Test
    void hoursAgainstCarbon() {
        PlanProblem sixty = PlanProblem.of(
                        activity("Dirty")
                                .makes("Goods", "t", 1)
                                .uses("Labour", "hours", 1)
                                .uses("CO2", "t", 2),
                        activity("Clean")
                                .makes("Goods", "t", 1)
                                .uses("Labour", "hours", 2)
                                .uses("CO2", "t", 0.5))
                .counting("Labour")
                .counting("CO2")
                .demand(Map.of("Goods", 60.0));

        Frontier frontier = Frontier.of(sixty, Goal.least("CO2"), "Labour");

        assertThat(frontier.points()).hasSize(2);
        assertPoint(frontier.points().get(0), 60, 120, Double.NaN, -1.5);
        assertThat(frontier.points().get(1).limit()).isCloseTo(120, within(1e-6));
        assertThat(frontier.points().get(1).objective()).isCloseTo(30, within(1e-6));
        assertThat(frontier.points().get(1).objectiveBound()).isLessThanOrEqualTo(30 + 1e-9);
    }

    /** What is kept back for machines is missing now: 100 hours for goods at 1 hour and machines at 4. */
    @Test
    void presentAndFuture() {
        PlanProblem problem = PlanProblem.of(
                        activity("Weaving").makes("Cloth", "m", 1).uses("Labour", "hours", 1),
                        activity("Forging").makes("Machines", "pieces", 1).uses("Labour", "hours", 4))
                .resource("Labour", 100)
                .target(Map.of("Cloth", 1.0));

        Frontier frontier = Frontier.ofDelivery(problem, Goal.largestMultiple(), "Machines", 0, 20);

        assertThat(frontier.points()).hasSize(2);
        assertPoint(frontier.points().get(0), 0, 100, Double.NaN, -4);
        assertPoint(frontier.points().get(1), 20, 20, -4, Double.NaN);
    }

    private static PlanProblem random(Random random) {
        Activity[] activities = new Activity[12];
        for (int j = 0; j < activities.length; j++) {
            Activity made = activity("a" + j).makes("p" + j % 4, "t", 1);
            for (int i = 0; i < 4; i++) {
                if (i != j % 4) {
                    made = made.uses("p" + i, "t", 0.25 * random.nextDouble());
                }
            }
            for (String resource : List.of("Labour", "CO2", "Land")) {
                made = made.uses(resource, "u", 0.1 + random.nextDouble());
            }
            activities[j] = made;
        }
        return PlanProblem.of(activities)
                .resource("Labour", 100)
                .resource("Land", 120)
                .counting("CO2")
                .target(Map.of("p0", 1.0, "p1", 2.0, "p2", 0.5, "p3", 1.5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyHeightIsTheBestPlanOfItsOwnProblem(long seed) {
        Random random = new Random(seed);
        PlanProblem problem = random(random);

        Frontier frontier = Frontier.of(problem, Goal.largestMultiple(), "CO2");

        List<FrontierPoint> points = frontier.points();
        assertThat(points.size()).isGreaterThan(2);
        double first = points.get(0).limit();
        double last = points.get(points.size() - 1).limit();
        for (int k = 0; k <= 50; k++) {
            double height = k == 50 ? last : first + (last - first) * k / 50;
            double own = problem.available("CO2", Limit.atMost(height))
                    .largestMultiple()
                    .objective();
            assertThat(frontier.objectiveAt(height)).as("at %s", height).isCloseTo(own, within(1e-6 * last));
        }
        for (int k = 1; k < points.size() - 1; k++) {
            assertThat(points.get(k).slopeAfter()).isLessThan(points.get(k).slopeBefore());
        }
        double more = problem.available("CO2", Limit.atMost(1.1 * last))
                .largestMultiple()
                .objective();
        assertThat(more).isCloseTo(points.get(points.size() - 1).objective(), within(1e-8 * more));
    }

    /** Hours against carbon where many techniques compete: convex, and at every height the least of its own problem. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void whatIsToBeSmallBendsTheOtherWay(long seed) {
        PlanProblem problem = random(new Random(seed))
                .available("Labour", Limit.NONE)
                .demand(Map.of("p0", 5.0, "p1", 10.0, "p2", 3.0, "p3", 7.0));

        Frontier frontier = Frontier.of(problem, Goal.least("CO2"), "Labour");

        List<FrontierPoint> points = frontier.points();
        assertThat(points.size()).isGreaterThan(2);
        double first = points.get(0).limit();
        double last = points.get(points.size() - 1).limit();
        for (int k = 1; k <= 20; k++) {
            double height = first + (last - first) * k / 21;
            double own = problem.available("Labour", Limit.atMost(height))
                    .least("CO2")
                    .objective();
            assertThat(frontier.objectiveAt(height)).as("at %s", height).isCloseTo(own, within(1e-6 * own));
        }
        for (int k = 0; k < points.size() - 1; k++) {
            assertThat(points.get(k).slopeAfter()).isNegative();
        }
    }

    @Test
    void mistakesAreNamed() {
        Goal goal = Goal.largestMultiple();
        assertThatThrownBy(() -> Frontier.of(TWO_WAYS, goal, "CO3"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("CO2");
        assertThatThrownBy(() -> Frontier.between(TWO_WAYS, goal, "CO2", 20, 10))
                .hasMessageContaining("from 20.0 to 10.0");
        assertThatThrownBy(() -> Frontier.of(TWO_WAYS, goal, "Labour"))
                .isInstanceOf(UnboundedPlanException.class)
                .hasMessageContaining("nothing but 'Labour' limits the goal")
                .hasMessageContaining("Frontier.between(problem, goal, \"Labour\", from, to)");
        Frontier frontier = Frontier.of(TWO_WAYS, goal, "CO2");
        assertThatThrownBy(() -> frontier.objectiveAt(201)).hasMessageContaining("201.0 is outside");
        Frontier point = Frontier.between(TWO_WAYS, goal, "CO2", 25, 25);
        assertThat(point.points()).hasSize(1);
        assertThatThrownBy(() -> point.slopeAt(25)).hasMessageContaining("single point");
    }
}
