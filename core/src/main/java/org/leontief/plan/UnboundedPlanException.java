package org.leontief.plan;

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

    /**
     * Says what has no end, with the first ten techniques by which it grows in quotation marks, if there are any.
     *
     * @param before what the message says before their names: which goal
     * @param techniques by which it grows, most first
     * @param after what it says after their names: what to limit
     */
    public UnboundedPlanException(String before, List<String> techniques, String after) {
        super(before + named(techniques) + after);
        this.techniques = List.copyOf(techniques);
    }

    private static String named(List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream().limit(MOST_NAMED).collect(Collectors.joining("', '", "'", "'"))
                        + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }

    static UnboundedPlanException of(PlanProgramme programme, LinearSolution solution) {
        double[] ray = solution.proof();
        PlanLayout layout = programme.layout();
        double largest = 0;
        for (int j = 0; j < layout.techniques().count(); j++) {
            largest = Math.max(largest, Math.abs(ray[j]));
        }
        double least = SMALL * largest;
        List<String> techniques = IntStream.range(0, layout.techniques().count())
                .filter(j -> ray[j] > least)
                .boxed()
                .sorted((a, b) -> Double.compare(ray[b], ray[a]))
                .map(j -> layout.techniques().names().get(j).toString())
                .toList();
        String goal = programme.objective().goal().toString();
        return new UnboundedPlanException(
                "The goal (" + goal + ") has no end: it grows with "
                        + (techniques.isEmpty()
                                ? "deliveries alone"
                                : techniques.size() == 1 ? "the technique " : "the techniques "),
                techniques,
                ", which no resource, output or intensity limits. Say how much there is of what they use:"
                        + " resource(name, amount).");
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
