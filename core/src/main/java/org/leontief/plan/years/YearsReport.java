package org.leontief.plan.years;

import java.util.List;
import java.util.Locale;
import org.leontief.label.LabelledVector;
import org.leontief.label.NumberText;

/** A plan of several years in words and figures. */
final class YearsReport {

    private static final int MOST_LINES = 12;

    private final StringBuilder text = new StringBuilder();

    private YearsReport() {}

    static String of(MultiYearPlan plan) {
        YearsReport report = new YearsReport();
        report.reached(plan);
        report.years(plan);
        report.binding(plan.binding());
        return report.text.append('\n').append(plan.solverReport()).toString();
    }

    private void reached(MultiYearPlan plan) {
        text.append(plan.problem())
                .append('\n')
                .append(plan.status())
                .append(", ")
                .append(plan.wanted())
                .append(": ")
                .append(NumberText.of(plan.objective()))
                .append(' ')
                .append(plan.unit())
                .append("; no plan beyond ")
                .append(NumberText.of(plan.objectiveBound()))
                .append(String.format(
                        Locale.ROOT, " (relative gap %.1e)", plan.certificate().relativeGap()));
    }

    private void years(MultiYearPlan plan) {
        text.append(String.format(Locale.ROOT, "\n%-24s", ""));
        plan.years().forEach(year -> text.append(String.format(Locale.ROOT, "%14s", year)));
        if (plan.problem().parts().consumes()) {
            row("Consumption, baskets", plan.consumption());
        }
        for (YearlyLimit limit : plan.problem().limits()) {
            row(limit.name() + ", " + limit.unit(), plan.use(limit.name()));
            LabelledVector worth = plan.prices().worth(limit.name());
            if (worth.largest(1).stream().anyMatch(t -> worth.at(t) != 0)) {
                row("  worth of a unit", worth);
            }
        }
    }

    private void row(String name, LabelledVector values) {
        text.append(String.format(Locale.ROOT, "\n%-24s", name));
        for (int t = 0; t < values.size(); t++) {
            text.append(String.format(Locale.ROOT, "%14s", NumberText.of(values.at(t))));
        }
    }

    private void binding(List<BindingLimit> binding) {
        text.append('\n').append(binding.size()).append(binding.size() == 1 ? " limit binds" : " limits bind");
        binding.stream().limit(MOST_LINES).forEach(limit -> text.append("\n  ").append(limit));
        if (binding.size() > MOST_LINES) {
            text.append("\n  … and ").append(binding.size() - MOST_LINES).append(" more");
        }
    }
}
