package org.leontief.quantity;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Multipliers of income or employment without and with the spending of households.
 *
 * <pre>
 * simple   s L            type I    s L / s
 * total    s̄ L̄            type II   s̄ L̄ / s
 * </pre>
 *
 * <p>s: income or employment per unit of output; L̄ has households as an industry. Simple and total multipliers are per unit of
 * final demand; type I and II per unit of the industry's own direct effect, pure numbers. Source: Miller and Blair 2009, section
 * 6.2. Immutable.
 */
public final class HouseholdMultipliers {

    private static final int MOST_LINES = 10;

    private final LabelledVector direct;
    private final BoundedVector simple;
    private final BoundedVector total;

    private HouseholdMultipliers(LabelledVector direct, BoundedVector simple, BoundedVector total) {
        this.direct = direct;
        this.simple = simple;
        this.total = total;
    }

    /**
     * Computes multipliers.
     *
     * @param open the technology without households
     * @param households how they earn and spend
     * @param row such as "Wages" for income, "Employment" for jobs
     * @param options how to solve
     * @return the four kinds
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     * @throws org.leontief.technology.NotViableException if the economy is not viable, or not when households spend
     */
    public static HouseholdMultipliers of(
            TechnicalCoefficients open, HouseholdClosure households, String row, SolveOptions options) {
        TechnicalCoefficients closed = households.close(open);
        LabelledVector direct = open.extension(row, "row");
        open.viability().requireViable();
        closed.viability()
                .requireViable("Households spend so much of each unit of income that it comes back to them whole.");
        BoundedVector simple = Multipliers.ofExtension(open, row, options);
        BoundedVector inClosed = Multipliers.ofExtension(closed, row, options);
        int n = direct.size();
        double[] bounds = new double[n];
        double[] values = new double[n];
        for (int j = 0; j < n; j++) {
            values[j] = inClosed.at(j);
            bounds[j] = inClosed.errorBoundAt(j);
        }
        BoundedVector total = BoundedVector.of(
                LabelledVector.of(row + ", total multipliers", open.industries(), direct.units(), values), bounds);
        return new HouseholdMultipliers(direct, simple, total);
    }

    /**
     * s: the direct effect.
     *
     * @return per unit of output
     */
    public LabelledVector direct() {
        return direct;
    }

    /**
     * s L: direct and indirect effect per unit of final demand.
     *
     * @return with bounds
     */
    public BoundedVector simple() {
        return simple;
    }

    /**
     * s̄ L̄: direct, indirect and induced effect per unit of final demand.
     *
     * @return with bounds
     */
    public BoundedVector total() {
        return total;
    }

    /**
     * Simple multipliers relative to the direct effect.
     *
     * @return pure numbers with bounds, for the industries that have a direct effect; see {@link #withoutDirectEffect}
     */
    public BoundedVector typeI() {
        return relative("Type I multipliers", simple);
    }

    /**
     * Total multipliers relative to the direct effect.
     *
     * @return pure numbers with bounds, for the industries that have a direct effect; see {@link #withoutDirectEffect}
     */
    public BoundedVector typeII() {
        return relative("Type II multipliers", total);
    }

    /**
     * The type I multiplier of one industry.
     *
     * @param industry its name
     * @return a pure number with its bound
     * @throws IllegalArgumentException if the industry has no direct effect to relate the others to
     */
    public Bounded typeI(String industry) {
        return relative(simple, requireDirectEffect(industry));
    }

    /**
     * The type II multiplier of one industry.
     *
     * @param industry its name
     * @return a pure number with its bound
     * @throws IllegalArgumentException if the industry has no direct effect to relate the others to
     */
    public Bounded typeII(String industry) {
        return relative(total, requireDirectEffect(industry));
    }

    private int requireDirectEffect(String industry) {
        int place = direct.labels().indexOf(industry);
        if (direct.at(place) == 0) {
            throw new IllegalArgumentException("'" + industry + "' has no '" + direct.name()
                    + "' of its own, so that nothing can be related to it. The effect per unit of final demand is in"
                    + " simple() and total().");
        }
        return place;
    }

    private Bounded relative(BoundedVector multipliers, int place) {
        return Bounded.of(multipliers, place).over(Bounded.exact(direct.at(place)));
    }

    /**
     * Industries in which the row is 0: a ratio to their direct effect does not exist.
     *
     * @return their labels
     */
    public List<Label> withoutDirectEffect() {
        return IntStream.range(0, direct.size())
                .filter(j -> direct.at(j) == 0)
                .mapToObj(j -> direct.labels().get(j))
                .toList();
    }

    private BoundedVector relative(String name, BoundedVector multipliers) {
        int[] present =
                IntStream.range(0, direct.size()).filter(j -> direct.at(j) != 0).toArray();
        double[] values = new double[present.length];
        double[] bounds = new double[present.length];
        for (int p = 0; p < present.length; p++) {
            Bounded ratio = relative(multipliers, present[p]);
            values[p] = ratio.value();
            bounds[p] = ratio.errorBound();
        }
        Labels labels = Labels.ofLabels(
                IntStream.of(present).mapToObj(j -> direct.labels().get(j)).toList());
        return BoundedVector.of(LabelledVector.of(name, labels, Units.NONE, values), bounds);
    }

    /** The four kinds, industry by industry, of the first ten. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("Multipliers of '" + direct.name() + "'; simple, total, type I, type II");
        int shown = Math.min(MOST_LINES, direct.size());
        for (int j = 0; j < shown; j++) {
            boolean related = direct.at(j) != 0;
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %s  %.6g  %.6g  %s  %s",
                    direct.labels().get(j),
                    simple.at(j),
                    total.at(j),
                    related
                            ? String.format(
                                    Locale.ROOT, "%.6g", relative(simple, j).value())
                            : "–",
                    related
                            ? String.format(
                                    Locale.ROOT, "%.6g", relative(total, j).value())
                            : "–"));
        }
        return text + (shown < direct.size() ? "\n  and " + (direct.size() - shown) + " more" : "");
    }
}
