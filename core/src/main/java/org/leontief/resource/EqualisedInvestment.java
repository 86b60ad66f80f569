package org.leontief.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.NumberText;
import org.leontief.label.Units;
import org.leontief.solve.AccurateSum;

/**
 * A fund divided between workplaces so that they come closer to the best practice: water-filling.
 *
 * <pre>
 * widest gap first      r_i = min(g_i, level),   Σ c_i (g_i − r_i) = fund      (the minimum of Σ c_i r_i² / 2)
 * smallest gap first    r_i = 0 where k_i &lt; level, r_i = g_i where k_i &gt; level  (the maximum of Σ (g_i − r_i)/g_i)
 * </pre>
 *
 * <p>g: gaps to the best practice, in one unit; k: what closing each takes, c_i = k_i/g_i; r: what remains of the gaps. Sorted
 * once, O(n log n); what makes it the optimum, the conditions of Karush, Kuhn and Tucker, is recomputed from the result. S. Boyd
 * and L. Vandenberghe, <em>Convex Optimization</em> (2004), example 5.2 (water-filling). Immutable.
 */
public final class EqualisedInvestment {

    private static final int MOST_LINES = 10;

    private final InvestmentOrder order;
    private final LabelledVector gaps;
    private final LabelledVector costs;
    private final double fund;
    private final double level;
    private final double perUnitOfFund;
    private final LabelledVector spending;
    private final LabelledVector remaining;

    private EqualisedInvestment(
            InvestmentOrder order,
            LabelledVector gaps,
            LabelledVector costs,
            double fund,
            double level,
            double perUnitOfFund,
            double[] closed) {
        this.order = order;
        this.gaps = gaps;
        this.costs = costs;
        this.fund = fund;
        this.level = level;
        this.perUnitOfFund = perUnitOfFund;
        spending = LabelledVector.of("Investment", gaps.labels(), costs.units(), times(closed, costs));
        remaining = LabelledVector.of(
                "Remaining gap",
                gaps.labels(),
                gaps.units(),
                times(Arrays.stream(closed).map(share -> 1 - share).toArray(), gaps));
    }

    private static double[] times(double[] shares, LabelledVector amounts) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[i] * amounts.at(i))
                .toArray();
    }

    /**
     * The gaps of workplaces to the best among them.
     *
     * @param productivity output per unit of labour, or any measure of which more is better, in one unit
     * @return best less own
     * @throws IllegalStateException if there are several units
     * @throws IllegalArgumentException if there are no workplaces
     */
    public static LabelledVector gapsToBest(LabelledVector productivity) {
        productivity.units().common();
        double best = Arrays.stream(productivity.toArray())
                .max()
                .orElseThrow(() -> new IllegalArgumentException("There are no workplaces, so none is the best."));
        double[] gaps =
                Arrays.stream(productivity.toArray()).map(own -> best - own).toArray();
        return LabelledVector.of("Gap to the best practice", productivity.labels(), productivity.units(), gaps);
    }

    /**
     * Divides a fund.
     *
     * @param gaps g, at least 0, all in one unit
     * @param costs k: what closing the whole gap of each workplace costs, above 0 where there is a gap; joined by label, all in
     *     the unit of the fund
     * @param fund at least 0
     * @param order who comes first
     * @return what each receives and what remains
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalStateException if gaps or costs are in several units
     * @throws IllegalArgumentException if a number is out of its range, with the workplace
     */
    public static EqualisedInvestment of(
            LabelledVector gaps, LabelledVector costs, double fund, InvestmentOrder order) {
        gaps.units().common();
        LabelledVector joined =
                costs.alignedTo(gaps.labels(), Units.of(costs.units().common()));
        for (int i = 0; i < gaps.size(); i++) {
            requireGap(gaps, joined, i);
        }
        if (!(fund >= 0 && fund < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The fund is " + fund + "; it must be finite and at least 0.");
        }
        return order == InvestmentOrder.WIDEST_GAP_FIRST
                ? widestFirst(gaps, joined, fund)
                : smallestFirst(gaps, joined, fund);
    }

    private static void requireGap(LabelledVector gaps, LabelledVector costs, int i) {
        if (gaps.at(i) < 0) {
            throw new IllegalArgumentException(
                    "The gap of '" + gaps.labels().get(i) + "' is " + gaps.at(i)
                            + "; it must be at least 0. The best practice is that of the best workplace: gapsToBest(productivity).");
        }
        if (costs.at(i) < 0 || (costs.at(i) == 0 && gaps.at(i) > 0)) {
            throw new IllegalArgumentException(
                    "Closing the gap of '" + gaps.labels().get(i) + "' costs " + costs.at(i) + "; it must be above 0.");
        }
    }

    /** From the widest gap down: the level sinks until the next gap is reached or the fund is used up. */
    private static EqualisedInvestment widestFirst(LabelledVector gaps, LabelledVector costs, double fund) {
        int[] byGap = sorted(gaps, true);
        AccurateSum spent = new AccurateSum();
        AccurateSum perLevel = new AccurateSum();
        double level = byGap.length == 0 ? 0 : gaps.at(byGap[0]);
        int next = 0;
        while (level > 0) {
            while (next < byGap.length && gaps.at(byGap[next]) == level) {
                perLevel.add(costs.at(byGap[next]) / gaps.at(byGap[next]));
                next++;
            }
            double lower = next < byGap.length ? gaps.at(byGap[next]) : 0;
            double step = perLevel.value() * (level - lower);
            if (spent.value() + step >= fund) {
                level = Math.max(lower, level - (fund - spent.value()) / perLevel.value());
                break;
            }
            spent.add(step);
            level = lower;
        }
        double[] closed = new double[gaps.size()];
        for (int i = 0; i < closed.length; i++) {
            closed[i] = gaps.at(i) > level ? (gaps.at(i) - level) / gaps.at(i) : 0;
        }
        double price = level > 0 ? 1 / perLevel.value() : 0;
        return new EqualisedInvestment(InvestmentOrder.WIDEST_GAP_FIRST, gaps, costs, fund, level, price, closed);
    }

    /** From the cheapest to close: each is closed until one can be closed in part only. */
    private static EqualisedInvestment smallestFirst(LabelledVector gaps, LabelledVector costs, double fund) {
        double[] closed = new double[gaps.size()];
        AccurateSum spent = new AccurateSum();
        double level = 0;
        double price = 0;
        for (int i : sorted(costs, false)) {
            if (gaps.at(i) == 0) {
                continue;
            }
            double left = fund - spent.value();
            if (left < costs.at(i)) {
                closed[i] = Math.max(0, left) / costs.at(i);
                level = costs.at(i);
                price = 1 / costs.at(i);
                break;
            }
            closed[i] = 1;
            spent.add(costs.at(i));
            level = costs.at(i);
        }
        return new EqualisedInvestment(InvestmentOrder.SMALLEST_GAP_FIRST, gaps, costs, fund, level, price, closed);
    }

    private static int[] sorted(LabelledVector vector, boolean isDescending) {
        int sign = isDescending ? -1 : 1;
        return IntStream.range(0, vector.size())
                .boxed()
                .sorted((a, b) -> sign * Double.compare(vector.at(a), vector.at(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * The water level.
     *
     * @return widest gap first: the remaining gap that no workplace exceeds, in the unit of the gaps; smallest gap first: the
     *     cost up to which gaps are closed, in the unit of the fund
     */
    public double level() {
        return level;
    }

    /**
     * What one more unit of the fund would do: its social price.
     *
     * @return by how much the level sinks, or how many more workplaces (parts of one count) reach the best practice; 0 where all gaps are closed.
     *     Holds until the next workplace is reached
     */
    public double perUnitOfFund() {
        return perUnitOfFund;
    }

    /**
     * What each workplace receives.
     *
     * @return in the unit of the fund
     */
    public LabelledVector spending() {
        return spending;
    }

    /**
     * r: what remains of the gaps.
     *
     * @return in the unit of the gaps
     */
    public LabelledVector remaining() {
        return remaining;
    }

    /**
     * What the fund has left when all gaps are closed.
     *
     * @return in the unit of the fund, 0 as a rule
     */
    public double left() {
        return IntStream.range(0, gaps.size()).allMatch(i -> remaining.at(i) == 0)
                ? Math.max(0, fund - spending.total())
                : 0;
    }

    /**
     * Workplaces that are at the best practice afterwards.
     *
     * @return how many have no gap
     */
    public int atBestPractice() {
        return (int) IntStream.range(0, gaps.size())
                .filter(i -> remaining.at(i) == 0)
                .count();
    }

    /**
     * By how much the result misses the conditions of Karush, Kuhn and Tucker: the fund is spent, or every gap closed; nobody
     * who received anything is beyond the level, nobody who received less than the whole is behind it. They are sufficient, since
     * the problem is convex.
     *
     * @return the largest violation, relative to the level or the fund; some units of 10⁻¹⁶
     */
    public double residual() {
        boolean allClosed = atBestPractice() == gaps.size();
        double over = spending.total() - fund;
        double largest = relative(allClosed ? Math.max(0, over) : Math.abs(over), fund);
        for (int i = 0; i < gaps.size(); i++) {
            double place = order == InvestmentOrder.WIDEST_GAP_FIRST ? remaining.at(i) : costs.at(i);
            boolean widest = order == InvestmentOrder.WIDEST_GAP_FIRST;
            if (gaps.at(i) > 0 && spending.at(i) > 0) {
                double beyond = widest ? level - place : place - level;
                largest = Math.max(largest, relative(Math.max(0, beyond), level));
            }
            if (remaining.at(i) > 0) {
                double behind = widest ? place - level : level - place;
                largest = Math.max(largest, relative(Math.max(0, behind), level));
            }
        }
        return largest;
    }

    private static double relative(double amount, double scale) {
        return amount == 0 ? 0 : scale == 0 ? amount : amount / scale;
    }

    /**
     * The workplaces.
     *
     * @return their labels, in order
     */
    public Labels workplaces() {
        return gaps.labels();
    }

    /** Level, residual, and who receives most. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: level %s %s, %d of %d at the best practice (conditions kept to %.1g)",
                order,
                NumberText.of(level),
                order == InvestmentOrder.WIDEST_GAP_FIRST ? gaps.units() : costs.units(),
                atBestPractice(),
                gaps.size(),
                residual()));
        for (int i : spending.largest(MOST_LINES)) {
            text.append("\n  ").append(gaps.labels().get(i)).append(": ");
            text.append(NumberText.of(spending.at(i))).append(' ').append(costs.units());
            text.append(", gap ").append(NumberText.of(gaps.at(i)));
            text.append(" → ").append(NumberText.of(remaining.at(i)));
        }
        int more = gaps.size() - MOST_LINES;
        return text.append(more > 0 ? "\n  … and " + more + " more" : "").toString();
    }
}
