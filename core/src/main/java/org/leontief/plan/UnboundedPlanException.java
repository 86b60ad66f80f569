package org.leontief.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leontief.optimisation.LinearSolution;

/** Nothing limits the goal: the message names the techniques by which it grows without end, and what is not limited. */
public final class UnboundedPlanException extends IllegalStateException {

    private static final long serialVersionUID = 1;
    private static final int MOST_NAMED = 10;
    private static final double SMALL = 1e-9;

    /** Not part of the serialised form. */
    private final transient List<String> techniques;

    private UnboundedPlanException(String message, List<String> techniques) {
        super(message);
        this.techniques = techniques;
    }

    static UnboundedPlanException of(PlanProgramme programme, LinearSolution solution) {
        double[] ray = solution.proof();
        PlanLayout layout = programme.layout();
        double largest = 0;
        for (int j = 0; j < layout.techniques().count(); j++) {
            largest = Math.max(largest, Math.abs(ray[j]));
        }
        double least = SMALL * largest;
        List<String> techniques =
                new ArrayList<>(IntStream.range(0, layout.techniques().count())
                        .filter(j -> ray[j] > least)
                        .boxed()
                        .sorted((a, b) -> Double.compare(ray[b], ray[a]))
                        .map(j -> layout.techniques().names().get(j).toString())
                        .toList());
        String named = techniques.stream().limit(MOST_NAMED).collect(Collectors.joining("', '", "'", "'"))
                + (techniques.size() > MOST_NAMED ? " and " + (techniques.size() - MOST_NAMED) + " more" : "");
        String goal = programme.objective().goal().toString();
        return new UnboundedPlanException(
                "The goal (" + goal + ") has no end: it grows with "
                        + (techniques.isEmpty() ? "deliveries alone" : "the techniques " + named)
                        + ", which no resource, output or intensity limits. Say how much there is of what they use:"
                        + " resource(name, amount).",
                List.copyOf(techniques));
    }

    /** The same for a plan of several years. */
    static UnboundedPlanException ofIndustries(String wanted, List<String> industries) {
        String named = industries.stream().limit(MOST_NAMED).collect(Collectors.joining("', '", "'", "'"))
                + (industries.size() > MOST_NAMED ? " and " + (industries.size() - MOST_NAMED) + " more" : "");
        return new UnboundedPlanException(
                "What is wanted (" + wanted + ") has no end: it grows with "
                        + (industries.isEmpty() ? "capital that takes nothing" : "the outputs of " + named)
                        + ", which no limit and no capital holds back. Give a YearlyLimit, or a CapitalGood that they need.",
                List.copyOf(industries));
    }

    /**
     * The techniques by which the goal grows, in the proportions of the ray: most first.
     *
     * @return their names
     */
    public List<String> techniques() {
        return techniques;
    }
}
