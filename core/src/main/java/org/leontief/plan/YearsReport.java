package org.leontief.plan;

import java.util.List;
import java.util.Locale;
import org.leontief.label.LabelledVector;

/** A plan of several years in words and figures. */
final class YearsReport {

    private static final int MOST_LINES = 12;

    private YearsReport() {}

    static String of(MultiYearPlan plan) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%s: %s; %s: %.10g %s, no plan beyond %.10g",
                plan.status(),
                plan.problem(),
                plan.wanted(),
                plan.objective(),
                plan.unit(),
                plan.objectiveBound());
        text.append(String.format(Locale.ROOT, "%n%-24s", ""));
        plan.years().forEach(year -> text.append(String.format(Locale.ROOT, "%12s", year)));
        if (plan.problem().parts().consumes()) {
            row(text, "Consumption, baskets", plan.consumption());
        }
        for (YearlyLimit limit : plan.problem().limits()) {
            row(text, limit.name() + ", " + limit.unit(), plan.use(limit.name()));
            LabelledVector worth = plan.prices().worth(limit.name());
            if (worth.largest(1).stream().anyMatch(t -> worth.at(t) != 0)) {
                row(text, "  worth of a unit", worth);
            }
        }
        List<BindingLimit> binding = plan.binding();
        line(text, "%n%d limits bind%s", binding.size(), binding.isEmpty() ? "" : ":");
        for (BindingLimit limit : binding.subList(0, Math.min(MOST_LINES, binding.size()))) {
            line(text, "%n  %s", limit);
        }
        if (binding.size() > MOST_LINES) {
            line(text, "%n  … and %d more", binding.size() - MOST_LINES);
        }
        return text.append(String.format(Locale.ROOT, "%n"))
                .append(plan.solverReport())
                .toString();
    }

    private static void row(StringBuilder text, String name, LabelledVector values) {
        text.append(String.format(Locale.ROOT, "%n%-24s", name));
        for (int t = 0; t < values.size(); t++) {
            text.append(String.format(Locale.ROOT, "%12.6g", values.at(t)));
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
