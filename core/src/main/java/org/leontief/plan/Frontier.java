package org.leontief.plan;

import java.util.ArrayList;
import java.util.List;
import org.leontief.label.NumberText;
import org.leontief.optimisation.ProgrammeStatus;

/**
 * What one limit costs another goal, at every height of the limit: working time and consumption, carbon and consumption,
 * present and future. Immutable.
 *
 * <p>The best objective z is a concave function of the height of a limit (convex where it is to be small), straight between
 * finitely many points at which another technique or another limit comes in. All of them between two heights are found, each
 * as the best plan of its own problem: where the straight lines of two plans, which their shadow prices continue, meet, the
 * problem is solved again, until every line is met by the next plan. So every point has its proof, and slopes are shadow
 * prices. M. J. Eisner and D. G. Severance, "Mathematical techniques for efficient record segmentation in large shared
 * databases", <em>J. ACM</em> 23 (1976), 619–635, for the search; S. Gass and T. Saaty, <em>Naval Research Logistics
 * Quarterly</em> 2 (1955), 39–45, for parametric programmes.
 */
public final class Frontier {

    private final String limit;
    private final String limitUnit;
    private final String goal;
    private final String unit;
    private final List<FrontierPoint> points;

    Frontier(String limit, String limitUnit, String goal, String unit, List<FrontierPoint> points) {
        this.limit = limit;
        this.limitUnit = limitUnit;
        this.goal = goal;
        this.unit = unit;
        this.points = List.copyOf(points);
    }

    /**
     * The whole frontier of a resource: from the least with which the other limits can be kept to where more of it would add
     * nothing.
     *
     * @param problem the problem; what it says of the amount of that resource does not matter
     * @param goal what is to be best at every height
     * @param resource a resource of the problem
     * @return the frontier
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, with the nearest
     * @throws InfeasiblePlanException if the other limits clash among themselves
     * @throws UnboundedPlanException if nothing else limits the goal; say then up to where: {@link #between}
     */
    public static Frontier of(PlanProblem problem, Goal goal, String resource) {
        PlanProblem free = problem.available(resource, Limit.NONE);
        double least = free.least(resource).objective();
        double most = most(free, goal, resource);
        FrontierSearch search = ofResource(problem, goal, resource);
        return search.between(search.begin(least, most), most);
    }

    /**
     * The frontier of a resource between two amounts.
     *
     * @param problem the problem; what it says of the amount of that resource does not matter
     * @param goal what is to be best at every height
     * @param resource a resource of the problem
     * @param from the least amount
     * @param to the largest
     * @return the frontier
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, with the nearest
     * @throws IllegalArgumentException if the amounts are not finite and in order
     * @throws InfeasiblePlanException if the least amount is too little
     * @throws UnboundedPlanException if nothing limits the goal
     */
    public static Frontier between(PlanProblem problem, Goal goal, String resource, double from, double to) {
        return ofResource(problem, goal, resource).between(from, to);
    }

    private static double most(PlanProblem free, Goal goal, String resource) {
        try {
            return free.best(goal).use(resource);
        } catch (UnboundedPlanException e) {
            throw new UnboundedPlanException(
                    "The frontier has no end: nothing but '" + resource + "' limits the goal (" + goal
                            + "). Say from where to where: Frontier.between(problem, goal, \"" + resource
                            + "\", from, to). The goal grows with ",
                    e.techniques(),
                    ".");
        }
    }

    private static FrontierSearch ofResource(PlanProblem problem, Goal goal, String resource) {
        return new FrontierSearch(
                resource, height -> problem.available(resource, Limit.atMost(height)), LimitKind.RESOURCE, goal);
    }

    /**
     * The frontier of a floor under the delivery of a product: what more of it, such as investment for the future, costs the
     * goal now.
     *
     * @param problem a problem that states no limit to this delivery yet
     * @param goal what is to be best at every height
     * @param product its name
     * @param from the lowest floor
     * @param to the highest
     * @return the frontier
     * @throws org.leontief.label.UnknownLabelException if there is no such product, with the nearest
     * @throws IllegalArgumentException if the amounts are not finite and in order
     * @throws InfeasiblePlanException if the highest floor is too high
     * @throws UnboundedPlanException if nothing limits the goal
     */
    public static Frontier ofDelivery(PlanProblem problem, Goal goal, String product, double from, double to) {
        return new FrontierSearch(
                        product, height -> problem.delivery(product, Limit.atLeast(height)), LimitKind.DELIVERY, goal)
                .between(from, to);
    }

    /**
     * Where the frontier begins, bends and ends.
     *
     * @return at least one point, by height of the limit
     */
    public List<FrontierPoint> points() {
        return points;
    }

    /**
     * The best objective at a height of the limit.
     *
     * @param height between the first and the last point
     * @return the objective, on the straight line between the points beside it
     * @throws IllegalArgumentException if the height is outside
     */
    public double objectiveAt(double height) {
        FrontierPoint left = points.get(segment(height));
        return height == left.limit()
                ? left.objective()
                : left.objective() + left.slopeAfter() * (height - left.limit());
    }

    /**
     * The social price of the limit at a height: what the objective changes by per unit more.
     *
     * @param height between the first and the last point
     * @return the slope; at a point at which the frontier bends, that above it
     * @throws IllegalArgumentException if the height is outside, or there is one point only
     */
    public double slopeAt(double height) {
        int place = segment(height);
        if (points.size() == 1) {
            throw new IllegalArgumentException("The frontier is a single point, at "
                    + points.get(0).limit() + " " + limitUnit + "; it has no slope.");
        }
        return place == points.size() - 1
                ? points.get(place).slopeBefore()
                : points.get(place).slopeAfter();
    }

    private int segment(double height) {
        double first = points.get(0).limit();
        double last = points.get(points.size() - 1).limit();
        if (!(first <= height && height <= last)) {
            throw new IllegalArgumentException("The frontier runs from " + first + " to " + last + " " + limitUnit
                    + "; " + height + " is outside.");
        }
        int place = 0;
        while (place + 1 < points.size() && points.get(place + 1).limit() <= height) {
            place++;
        }
        return place;
    }

    /**
     * Whether every point is proved to be the best.
     *
     * @return false if the solver ended early at one of them
     */
    public boolean isOptimal() {
        return points.stream().allMatch(point -> point.plan().status() == ProgrammeStatus.OPTIMAL);
    }

    /**
     * The points as lines of a file, ready to plot.
     *
     * @return a line of headings, then one for each point: limit, objective, bound, slope below, slope above; a slope that
     *     does not exist is empty
     */
    public List<String> csv() {
        List<String> lines = new ArrayList<>();
        lines.add(quoted(limit + " (" + limitUnit + ")") + "," + quoted(goal + " (" + unit + ")")
                + ",bound,slope below,slope above");
        for (FrontierPoint point : points) {
            lines.add(String.join(
                    ",",
                    Double.toString(point.limit()),
                    Double.toString(point.objective()),
                    Double.toString(point.objectiveBound()),
                    number(point.slopeBefore()),
                    number(point.slopeAfter())));
        }
        return lines;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /** The points, one a line, each with the slope behind it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(goal + " (" + unit + ") by " + limit + " (" + limitUnit + ")");
        for (FrontierPoint point : points) {
            text.append("\n  ").append(NumberText.of(point.limit())).append(": ");
            text.append(NumberText.of(point.objective()));
            if (!Double.isNaN(point.slopeAfter())) {
                text.append(", then ").append(NumberText.of(point.slopeAfter())).append(" a unit");
            }
        }
        return text.toString();
    }
}
