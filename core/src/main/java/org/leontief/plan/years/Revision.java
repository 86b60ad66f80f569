package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leontief.label.LabelledVector;
import org.leontief.label.NumberText;

/**
 * A plan after its first year: plan against outturn, the plan of the years that are left, and what changed and why: which
 * numbers of the first year and which data of later ones differ, what that costs at the prices of the plan, and which limits
 * bind now. Immutable.
 */
public final class Revision {

    private static final int MOST_LINES = 12;

    private final MultiYearPlan before;
    private final MultiYearPlan revised;
    private final List<Deviation> deviations;
    private final List<String> changedData;
    private final Map<String, String> continuedNames;

    Revision(MultiYearPlan before, MultiYearPlan revised, List<Deviation> deviations, List<String> changedData) {
        this.before = before;
        this.revised = revised;
        this.deviations = List.copyOf(deviations);
        this.changedData = List.copyOf(changedData);
        this.continuedNames = continuedNames(before);
    }

    /**
     * The plan whose first year is over.
     *
     * @return as it was
     */
    public MultiYearPlan before() {
        return before;
    }

    /**
     * The plan of the years that are left.
     *
     * @return best from what there is now
     */
    public MultiYearPlan revised() {
        return revised;
    }

    /**
     * What of the first year did not come out as planned.
     *
     * @return what costs or brings most at the prices of the plan first
     */
    public List<Deviation> deviations() {
        return deviations;
    }

    /**
     * All data of the years ahead that are not those of the plan: limits, deliveries, technologies, kinds of capital, years, what
     * has to be left, and stocks that are not what the outturn leaves.
     *
     * @return sentences; empty if only the outturn differs
     */
    public List<String> changedData() {
        return changedData;
    }

    /**
     * Limits that bind now and did not.
     *
     * @return the dearest first
     */
    public List<BindingLimit> bindingNow() {
        Set<String> earlier = before.binding().stream()
                .map(limit -> continuedNames.getOrDefault(limit.name(), limit.name()))
                .collect(Collectors.toSet());
        return revised.binding().stream()
                .filter(limit -> !earlier.contains(limit.name()))
                .toList();
    }

    /**
     * Limits that bound in the years ahead and do no longer.
     *
     * @return the dearest first
     */
    public List<BindingLimit> bindingNoLonger() {
        String first = " in " + before.years().get(0);
        Set<String> still = revised.binding().stream().map(BindingLimit::name).collect(Collectors.toSet());
        return before.binding().stream()
                .filter(limit -> !limit.name().endsWith(first))
                .filter(limit -> !still.contains(continuedNames.getOrDefault(limit.name(), limit.name())))
                .toList();
    }

    /** A dated budget that goes on is called by the years that are left. */
    private static Map<String, String> continuedNames(MultiYearPlan before) {
        String first = before.years().get(0).toString();
        Map<String, String> names = new HashMap<>();
        for (YearlyLimit limit : before.problem().limits()) {
            for (YearlyLimit.Budget budget : limit.budgets()) {
                List<String> left = budget.years().stream()
                        .filter(year -> !year.equals(first))
                        .toList();
                if (!left.isEmpty()) {
                    names.put(
                            budget.named(limit.name()),
                            new YearlyLimit.Budget(left, budget.amount()).named(limit.name()));
                }
            }
        }
        return names;
    }

    /**
     * How the outputs of a year ahead differ.
     *
     * @param year its name, a year of both plans
     * @return revised less before, by industry
     * @throws org.leontief.label.UnknownLabelException if one of them has no such year
     */
    public LabelledVector outputChange(String year) {
        return revised.output(year).minus(before.output(year)).named("Change of gross output in " + year);
    }

    /**
     * How consumption of a year ahead differs.
     *
     * @param year its name, a year of both plans
     * @return revised less before, in baskets
     */
    public double consumptionChange(String year) {
        return revised.consumption().of(year) - before.consumption().of(year);
    }

    /** Plan against outturn, what changed, what binds. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("Plan against outturn in " + before.years().get(0) + ":");
        lines(text, deviations, "as planned");
        text.append("\nData of the years ahead:");
        lines(text, changedData, "as they were");
        if (before.problem().parts().consumes()) {
            text.append("\nConsumption in baskets, before and now:");
            revised.years()
                    .forEach(year -> text.append("\n  ")
                            .append(year)
                            .append("  ")
                            .append(
                                    before.years().contains(year)
                                            ? NumberText.of(before.consumption().of(year))
                                            : "–")
                            .append("  ")
                            .append(NumberText.of(revised.consumption().of(year))));
        }
        text.append("\nBinding now and not before:");
        lines(text, bindingNow(), "nothing");
        text.append("\nBinding no longer:");
        lines(text, bindingNoLonger(), "nothing");
        return text.toString();
    }

    private static void lines(StringBuilder text, List<?> lines, String nothing) {
        List<String> shown = new ArrayList<>();
        lines.stream().limit(MOST_LINES).forEach(line -> shown.add(line.toString()));
        if (lines.size() > MOST_LINES) {
            shown.add("… and " + (lines.size() - MOST_LINES) + " more");
        }
        if (shown.isEmpty()) {
            shown.add(nothing);
        }
        shown.forEach(line -> text.append("\n  ").append(line));
    }
}
