package org.leontief.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leontief.label.BoundedVector;

/** Writes a plan for a person. */
final class PlanSummary {

    /** A table of more industries shows the largest of them. */
    private static final int MOST_LINES = 25;

    private static final int WIDEST_LABEL = 40;
    private static final int MOST_EXTENSIONS = 12;

    /** A bound may be shown larger than it is, never smaller. */
    private static final MathContext TWO_DIGITS_UPWARD = new MathContext(2, RoundingMode.UP);

    private final GrossOutputPlan plan;
    private final BoundedVector output;
    private final boolean mixedUnits;

    private PlanSummary(GrossOutputPlan plan) {
        this.plan = plan;
        output = plan.grossOutput();
        mixedUnits = !plan.coefficients().units().isUniform();
    }

    static String of(GrossOutputPlan plan) {
        PlanSummary summary = new PlanSummary(plan);
        List<String> lines = new ArrayList<>();
        lines.add("Plan for " + output(plan)
                + (summary.mixedUnits ? "" : ", " + plan.coefficients().units()));
        lines.add("");
        summary.industries(lines);
        summary.extensions(lines);
        summary.reached(lines);
        return String.join("\n", lines);
    }

    private static String output(GrossOutputPlan plan) {
        int n = plan.industries().size();
        return n + (n == 1 ? " industry" : " industries");
    }

    private void industries(List<String> lines) {
        int n = plan.industries().size();
        List<Integer> shown = n <= MOST_LINES
                ? IntStream.range(0, n).boxed().toList()
                : output.values().largest(MOST_LINES);
        int width = shown.stream()
                .mapToInt(i -> plan.industries().get(i).toString().length())
                .max()
                .orElse(0);
        width = Math.min(WIDEST_LABEL, Math.max(8, width));
        lines.add(row(width, "Industry", "Final demand", "Gross output", "Off by at most", ""));
        for (int i : shown) {
            lines.add(row(
                    width,
                    plan.industries().get(i).toString(),
                    number(plan.finalDemand().at(i)),
                    number(output.at(i)),
                    bound(output.errorBoundAt(i)),
                    mixedUnits ? plan.coefficients().units().get(i) : ""));
        }
        if (shown.size() < n) {
            lines.add("… and " + (n - shown.size()) + " smaller industries");
        }
        if (!mixedUnits) {
            lines.add(row(
                    width,
                    "Total",
                    number(plan.finalDemand().total()),
                    number(output.total()),
                    bound(output.totalErrorBound()),
                    ""));
        }
    }

    private void extensions(List<String> lines) {
        List<String> names = plan.extensionNames();
        if (names.isEmpty()) {
            return;
        }
        lines.add("");
        for (String name : names.subList(0, Math.min(MOST_EXTENSIONS, names.size()))) {
            BoundedVector extension = plan.extension(name);
            lines.add(name + ": " + number(extension.total()) + " "
                    + extension.values().units() + " (off by at most " + bound(extension.totalErrorBound()) + ")");
        }
        if (names.size() > MOST_EXTENSIONS) {
            lines.add("… and " + (names.size() - MOST_EXTENSIONS) + " more extensions");
        }
    }

    private void reached(List<String> lines) {
        lines.add("");
        lines.add(plan.coefficients().viability().explanation());
        lines.add("Solved by " + plan.report());
        lines.add(
                output.isCertified()
                        ? "Every output " + (hasUncertainZero() ? "that is not 0 " : "") + "is guaranteed to within "
                                + bound(output.largestRelativeErrorBound()) + " of itself (" + plan.certification()
                                + ")."
                        : "No bound is guaranteed: " + plan.certification() + ".");
        plan.notes().forEach(note -> lines.add("Note: " + note));
    }

    private boolean hasUncertainZero() {
        return IntStream.range(0, output.labels().size())
                .anyMatch(i -> output.at(i) == 0 && output.errorBoundAt(i) > 0);
    }

    private static String row(int width, String label, String demand, String gross, String bound, String unit) {
        String shortened = label.length() > width ? label.substring(0, width - 1) + "…" : label;
        return String.format(Locale.ROOT, "%-" + width + "s %18s %18s %15s %s", shortened, demand, gross, bound, unit)
                .stripTrailing();
    }

    /** Whole numbers with two decimals in the thousands; seven digits otherwise. */
    private static String number(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= 0.1 && size < 1e12)
                ? String.format(Locale.ROOT, "%,.2f", value)
                : String.format(Locale.ROOT, "%.6e", value);
    }

    private static String bound(double bound) {
        return Double.isFinite(bound)
                ? String.format(Locale.ROOT, "%.1e", new BigDecimal(bound).round(TWO_DIGITS_UPWARD))
                : "unknown";
    }
}
