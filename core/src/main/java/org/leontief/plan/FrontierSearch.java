package org.leontief.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis;

/** Finds the points of a frontier: solves where the lines of two plans meet until every line is met by the next plan. */
final class FrontierSearch {

    /** Objectives that differ by less, relative to the larger, are the same: somewhat above the tolerance of solvers. */
    private static final double SAME = 1e-8;

    /** Heights that differ by less, relative to the range, are the same. */
    private static final double SAME_HEIGHT = 1e-9;

    /** What is the least possible is known to so many digits of the range only. */
    private static final int DIGITS = 9;

    private final String name;
    private final DoubleFunction<PlanProblem> problemAt;
    private final LimitKind kind;
    private final Goal goal;

    FrontierSearch(String name, DoubleFunction<PlanProblem> problemAt, LimitKind kind, Goal goal) {
        this.name = name;
        this.problemAt = problemAt;
        this.kind = kind;
        this.goal = goal;
    }

    /** A plan at one height; improvement and worth count so that more is better. */
    private record Solved(double height, BestPlan plan, double improvement, double worth, int direction, String unit) {

        double lineAt(double other) {
            return improvement + worth * (other - height);
        }
    }

    /** A straight piece, with what a unit of the limit improves along it. */
    private record Segment(Solved from, Solved to, double worth) {}

    /** Where the least amount lies as a round figure, or the next one if a solver finds no plan there. */
    double begin(double least, double most) {
        double range = Math.max(Math.abs(least), Math.abs(most));
        if (range == 0 || !Double.isFinite(range)) {
            return Math.min(least, most);
        }
        int scale = DIGITS - 1 - (int) Math.floor(Math.log10(range));
        BigDecimal exact = new BigDecimal(least);
        double nearest = exact.setScale(scale, RoundingMode.HALF_EVEN).doubleValue();
        boolean isPossible = nearest <= most && (nearest > least || isPossible(nearest));
        return isPossible
                ? nearest
                : Math.min(most, exact.setScale(scale, RoundingMode.CEILING).doubleValue());
    }

    private boolean isPossible(double height) {
        try {
            solve(height, null);
            return true;
        } catch (InfeasiblePlanException e) {
            return false;
        }
    }

    Frontier between(double from, double to) {
        if (!(from <= to) || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("A frontier from " + from + " to " + to + " of '" + name
                    + "'; both must be finite, and the lower one comes first.");
        }
        Solved first = solve(from, null);
        if (from == to) {
            return frontier(first, List.of());
        }
        List<Segment> segments = new ArrayList<>();
        search(first, solve(to, first), SAME_HEIGHT * (to - from), segments);
        return frontier(first, merged(segments));
    }

    /** From where a plan at another height ended, if there is one. */
    private Solved solve(double height, @Nullable Solved near) {
        @Nullable
        Basis start = near == null ? null : near.plan.solution().basis().orElse(null);
        BestPlan plan = PlanSearch.best(problemAt.apply(height), List.of(goal), start);
        ShadowPrice price = plan.worth(kind, name);
        int direction = plan.programme().objective().direction();
        return new Solved(height, plan, direction * plan.objective(), price.worth(), direction, price.amountUnit());
    }

    /** Adds the pieces between two plans, from left to right. */
    private void search(Solved left, Solved right, double closest, List<Segment> found) {
        double same = SAME * Math.max(Math.abs(left.improvement), Math.abs(right.improvement));
        if (left.lineAt(right.height) - right.improvement <= same) {
            found.add(new Segment(left, right, left.worth));
            return;
        }
        if (right.lineAt(left.height) - left.improvement <= same) {
            found.add(new Segment(left, right, right.worth));
            return;
        }
        double meeting = left.height + (right.lineAt(left.height) - left.improvement) / (left.worth - right.worth);
        boolean isInside = meeting - left.height > closest && right.height - meeting > closest;
        if (!isInside || right.height - left.height <= 2 * closest) {
            double slope = (right.improvement - left.improvement) / (right.height - left.height);
            found.add(new Segment(left, right, slope));
            return;
        }
        Solved middle = solve(meeting, left);
        if (left.lineAt(meeting) - middle.improvement <= same) {
            found.add(new Segment(left, middle, left.worth));
            found.add(new Segment(middle, right, right.worth));
            return;
        }
        search(left, middle, closest, found);
        search(middle, right, closest, found);
    }

    /** Pieces of one slope become one. */
    private static List<Segment> merged(List<Segment> segments) {
        double steepest = segments.stream()
                .mapToDouble(piece -> Math.abs(piece.worth))
                .max()
                .orElse(0);
        List<Segment> merged = new ArrayList<>();
        for (Segment next : segments) {
            Segment last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && Math.abs(last.worth - next.worth) <= SAME * steepest) {
                merged.set(merged.size() - 1, new Segment(last.from, next.to, last.worth));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private Frontier frontier(Solved first, List<Segment> segments) {
        List<FrontierPoint> points = new ArrayList<>();
        double before = Double.NaN;
        for (Segment segment : segments) {
            double after = segment.worth * segment.from.direction;
            points.add(point(segment.from, before, after));
            before = after;
        }
        points.add(point(segments.isEmpty() ? first : segments.get(segments.size() - 1).to, before, Double.NaN));
        return new Frontier(name, first.unit, goal.toString(), first.plan.unit(), points);
    }

    private static FrontierPoint point(Solved solved, double before, double after) {
        return new FrontierPoint(
                solved.height, solved.plan.objective(), solved.plan.objectiveBound(), before, after, solved.plan);
    }
}
