package org.leontief.quantity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leontief.compilation.Aggregation;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What a plan loses by aggregation: the plan of the aggregate against the aggregate of the plan.
 *
 * <p>Total bias (I − A*)⁻¹ S d − S (I − A)⁻¹ d; first-order bias (A* S − S A) d, what the first round already gets wrong. The total bias
 * is 0 for the final demand of the table itself; both are 0 for every demand if sectors that are aggregated have the same
 * aggregated recipe. Source: Miller and Blair 2009, section 4.9; Y. Morimoto, "On aggregation problems in input-output
 * analysis", Review of Economic Studies 37 (1970). Immutable.
 */
public final class AggregationBias {

    /**
     * One sector of the aggregate.
     *
     * @param sector which
     * @param aggregateOfPlan S x, from the plan of the full table
     * @param planOfAggregate x*, from the plan of the aggregated table
     * @param firstOrder the first-order bias
     */
    public record Line(Label sector, double aggregateOfPlan, double planOfAggregate, double firstOrder) {

        /**
         * Plan of the aggregate less aggregate of the plan.
         *
         * @return the total bias
         */
        public double bias() {
            return planOfAggregate - aggregateOfPlan;
        }

        /**
         * The bias relative to the aggregate of the plan.
         *
         * @return such as 0.02; infinite where the plan has nothing, 0 where nothing differs
         */
        public double relative() {
            return bias() == 0 ? 0 : bias() / Math.abs(aggregateOfPlan);
        }
    }

    private final List<Line> lines;

    private AggregationBias(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Compares the two plans for one final demand.
     *
     * @param table the full table
     * @param aggregation how its sectors are aggregated
     * @param finalDemand for the sectors of the full table, joined by label
     * @param options how to solve
     * @return the bias by sector of the aggregate
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalStateException if the solver stopped before it was done
     */
    public static AggregationBias of(
            InputOutputTable table, Aggregation aggregation, LabelledVector finalDemand, SolveOptions options) {
        TechnicalCoefficients full = TechnicalCoefficients.of(table);
        TechnicalCoefficients coarse = TechnicalCoefficients.of(aggregation.apply(table));
        LabelledVector demand = finalDemand.alignedTo(table.industries(), table.units());
        LabelledVector coarseDemand = aggregation.apply(demand);
        BoundedVector plan =
                GrossOutputPlan.of(full, demand, options).requireConverged().grossOutput();
        BoundedVector coarsePlan = GrossOutputPlan.of(coarse, coarseDemand, options)
                .requireConverged()
                .grossOutput();
        LabelledVector aggregated = aggregation.apply(plan.values());
        LabelledVector firstRound = LabelledVector.of(
                "First round",
                table.industries(),
                table.units(),
                full.matrix().matrix().multiply(demand.toArray()));
        double[] exact = aggregation.apply(firstRound).toArray();
        double[] approximate = coarse.matrix().matrix().multiply(coarseDemand.toArray());
        return new AggregationBias(IntStream.range(0, exact.length)
                .mapToObj(i -> new Line(
                        aggregated.labels().get(i), aggregated.at(i), coarsePlan.at(i), approximate[i] - exact[i]))
                .toList());
    }

    /**
     * Every sector of the aggregate.
     *
     * @return in their order
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * The sectors with the largest bias.
     *
     * @param count how many at most
     * @return largest absolute bias first
     */
    public List<Line> largest(int count) {
        return lines.stream()
                .sorted(Comparator.comparingDouble((Line line) -> Math.abs(line.bias()))
                        .reversed())
                .limit(count)
                .toList();
    }

    /**
     * Σ |bias| / Σ |S x|: one number for the whole plan; for tables in one unit.
     *
     * @return such as 0.01; 0 where nothing differs
     */
    public double relativeToPlan() {
        double bias = lines.stream().mapToDouble(line -> Math.abs(line.bias())).sum();
        double plan = lines.stream()
                .mapToDouble(line -> Math.abs(line.aggregateOfPlan()))
                .sum();
        return bias == 0 ? 0 : bias / plan;
    }

    /** The ten sectors with the largest bias as a table a person can read. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                        Locale.ROOT,
                        "%-32s %16s %16s %14s %9s",
                        "Gross output",
                        "of full plan",
                        "of aggregate",
                        "bias",
                        "")
                .stripTrailing());
        for (Line line : largest(10)) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%-32s %,16.2f %,16.2f %+,14.2f %+8.2f%%",
                    line.sector(),
                    line.aggregateOfPlan(),
                    line.planOfAggregate(),
                    line.bias(),
                    100 * line.relative()));
        }
        return text.toString().stripTrailing();
    }
}
