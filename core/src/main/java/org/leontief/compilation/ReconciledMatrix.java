package org.leontief.compilation;

import java.util.Comparator;
import java.util.List;
import org.leontief.label.LabelledMatrix;

/** A matrix that was brought to constraints on groups of its cells, made by {@link ConstrainedBalancing}. Immutable. */
public final class ReconciledMatrix {

    private static final int SHOWN = 10;

    private final LabelledMatrix prior;
    private final LabelledMatrix matrix;
    private final List<ConstraintOutcome> outcomes;
    private final List<ConstraintOutcome> unmet;
    private final List<ConstraintOutcome> contradiction;
    private final BalancingReport report;

    ReconciledMatrix(
            LabelledMatrix prior,
            LabelledMatrix matrix,
            List<ConstraintOutcome> outcomes,
            List<ConstraintOutcome> unmet,
            List<ConstraintOutcome> contradiction,
            BalancingReport report) {
        this.prior = prior;
        this.matrix = matrix;
        this.outcomes = List.copyOf(outcomes);
        this.unmet = List.copyOf(unmet);
        this.contradiction = List.copyOf(contradiction);
        this.report = report;
    }

    /**
     * The matrix before.
     *
     * @return what was given
     */
    public LabelledMatrix prior() {
        return prior;
    }

    /**
     * The matrix found; the last iterate, where the work stopped before.
     *
     * @return under the name, labels and unit of the prior, with its signs and zeros
     */
    public LabelledMatrix matrix() {
        return matrix;
    }

    /**
     * What became of every total: rows, columns, then groups in the order given.
     *
     * @return one for each constraint
     */
    public List<ConstraintOutcome> outcomes() {
        return outcomes;
    }

    /**
     * What became of one total.
     *
     * @param name of the constraint, or "row 'Steel'", "column 'Steel'"
     * @return the outcome
     * @throws IllegalArgumentException if there is no such constraint
     */
    public ConstraintOutcome outcome(String name) {
        return outcomes.stream()
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no constraint '" + name
                        + "'. Totals of rows and columns are called row 'Steel' and column 'Steel'."));
    }

    /**
     * The inexact totals that had to give way most, measured by their standard errors: where sources contradict each other.
     *
     * @param count how many at most
     * @return largest first; totals that did not give way are left out
     */
    public List<ConstraintOutcome> largestAdjustments(int count) {
        return outcomes.stream()
                .filter(outcome -> outcome.standardError() > 0 && outcome.adjustment() != 0)
                .sorted(Comparator.comparingDouble(ConstraintOutcome::standardErrors)
                        .reversed())
                .limit(count)
                .toList();
    }

    /**
     * The exact totals that are not met within the tolerance.
     *
     * @return largest difference first; empty if it converged
     */
    public List<ConstraintOutcome> unmet() {
        return unmet;
    }

    /**
     * The exact totals that contradict each other, where that is why the work stopped: a combination of them asks for more than
     * any cells with the signs and zeros of the prior add up to.
     *
     * @return in the order of the outcomes; empty if none was found
     */
    public List<ConstraintOutcome> contradiction() {
        return contradiction;
    }

    /**
     * The cells that changed most.
     *
     * @param count how many at most
     * @return largest absolute change first
     */
    public List<ChangedCell> largestChanges(int count) {
        return LargestChanges.of(prior, matrix, count);
    }

    /**
     * How it was reached.
     *
     * @return the report
     */
    public BalancingReport report() {
        return report;
    }

    /**
     * Demands that every exact total is met, and every other weighed against the cells.
     *
     * @return this
     * @throws IllegalStateException if not, with the totals that are missed
     */
    public ReconciledMatrix requireConverged() {
        List<ConstraintOutcome> missed = contradiction.isEmpty() ? unmet : contradiction;
        if (!report.stop().isSuccess() && !missed.isEmpty()) {
            StringBuilder text = new StringBuilder("The totals of '" + prior.name() + "' are not met; " + report);
            section(
                    text,
                    contradiction.isEmpty() ? "Exact totals that are missed:" : "These contradict each other:",
                    missed.stream().limit(SHOWN).toList());
            text.append("\nGive those that you trust least a standard error.");
            throw new IllegalStateException(text.toString());
        }
        report.requireConverged();
        return this;
    }

    /** The report, what gave way, and the largest changes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(prior.name() + ", balanced\n" + report);
        section(
                text,
                "Exact totals that are missed:",
                unmet.stream().limit(SHOWN).toList());
        section(text, "Totals that gave way most:", largestAdjustments(SHOWN));
        section(text, "Largest changes (" + prior.rowUnits() + "):", largestChanges(SHOWN));
        return text.toString();
    }

    private static void section(StringBuilder text, String heading, List<?> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(heading);
            lines.forEach(line -> text.append("\n  ").append(line));
        }
    }
}
