package org.leontief.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leontief.label.LabelledVector;
import org.leontief.label.NumberText;

/** Writes a best plan for a person. */
final class PlanReport {

    private static final int MOST_LINES = 15;
    private static final int WIDEST_LABEL = 40;

    private final BestPlan plan;
    private final List<String> lines = new ArrayList<>();

    private PlanReport(BestPlan plan) {
        this.plan = plan;
    }

    static String of(BestPlan plan) {
        PlanReport report = new PlanReport(plan);
        report.reached();
        report.products();
        report.limits();
        report.techniques();
        report.proof();
        return String.join("\n", report.lines);
    }

    private void reached() {
        lines.add(capitalised(plan.goal().toString()) + ": " + NumberText.of(plan.objective()) + " " + plan.unit());
        for (LimitUse goal : plan.goalsHeld()) {
            lines.add("held before: " + goal.limit().name() + ", " + NumberText.of(goal.level()) + " "
                    + goal.limit().unit() + "; a unit given up would add "
                    + NumberText.of(Math.abs(goal.worth())));
        }
        plan.firstNotPursued().ifPresent(goal -> lines.add("Not pursued, as the solver stopped before: " + goal));
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void products() {
        LabelledVector output = plan.grossOutput();
        LabelledVector deliveries = plan.deliveries();
        LabelledVector prices = plan.prices();
        List<Integer> shown = output.size() <= MOST_LINES
                ? IntStream.range(0, output.size()).boxed().toList()
                : deliveries.largest(MOST_LINES);
        int width =
                width(shown.stream().map(i -> output.labels().get(i).toString()).toList(), "Product");
        lines.add("");
        lines.add(row(width, "Product", "Gross output", "Delivered", "Price", "per"));
        for (int i : shown) {
            lines.add(row(
                    width,
                    output.labels().get(i).toString(),
                    NumberText.of(output.at(i)),
                    NumberText.of(deliveries.at(i)),
                    NumberText.of(prices.at(i)),
                    output.units().get(i)));
        }
        more(output.size() - shown.size(), "products");
    }

    private void limits() {
        // What demand costs is in the prices of the products.
        List<LimitUse> binding = plan.binding().stream()
                .filter(use -> use.limit().kind() != LimitKind.DEMAND)
                .toList();
        lines.add("");
        if (binding.isEmpty()) {
            lines.add("No stated limit holds it back.");
            return;
        }
        List<LimitUse> shown = binding.stream().limit(MOST_LINES).toList();
        int width = width(shown.stream().map(use -> use.limit().toString()).toList(), "What holds it back");
        lines.add(String.format(Locale.ROOT, "%-" + width + "s %14s", "What holds it back", "Worth a unit"));
        for (LimitUse use : shown) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-" + width + "s %14s",
                    cut(use.limit().toString(), width),
                    NumberText.of(use.worth())));
        }
        more(binding.size() - shown.size(), "limits");
    }

    private void techniques() {
        LabelledVector advantages = plan.advantages();
        LabelledVector intensities = plan.intensities();
        List<Integer> losing = IntStream.range(0, advantages.size())
                .filter(j -> intensities.at(j) == 0 && advantages.at(j) < 0)
                .boxed()
                .sorted((a, b) -> Double.compare(advantages.at(b), advantages.at(a)))
                .toList();
        if (losing.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Not used, and what a unit would lose:");
        List<Integer> shown = losing.stream().limit(MOST_LINES).toList();
        int width = width(
                shown.stream().map(j -> advantages.labels().get(j).toString()).toList(), "");
        for (int j : shown) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s %14s",
                    cut(advantages.labels().get(j).toString(), width),
                    NumberText.of(-advantages.at(j))));
        }
        more(losing.size() - shown.size(), "techniques");
    }

    private void proof() {
        lines.add("");
        lines.add(plan.status() + ": " + plan.certificate());
        lines.add(plan.solverReport().toString());
    }

    private void more(int count, String what) {
        if (count > 0) {
            lines.add("… and " + count + " more " + what);
        }
    }

    private static int width(List<String> labels, String heading) {
        return Math.min(
                WIDEST_LABEL,
                Math.max(
                        Math.max(1, heading.length()),
                        labels.stream().mapToInt(String::length).max().orElse(0)));
    }

    private static String cut(String label, int width) {
        return label.length() > width ? label.substring(0, width - 1) + "…" : label;
    }

    private static String row(int width, String label, String output, String delivered, String price, String unit) {
        return String.format(
                        Locale.ROOT,
                        "%-" + width + "s %14s %14s %14s %s",
                        cut(label, width),
                        output,
                        delivered,
                        price,
                        unit)
                .stripTrailing();
    }
}
