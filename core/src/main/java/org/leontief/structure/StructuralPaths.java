package org.leontief.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Progress;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Structural path analysis: what is embodied in a final demand, s (I − A)⁻¹ y, as the sum of all chains of deliveries,
 *
 * <pre>s y + s A y + s A² y + … = Σ s_i a_ij a_jk … a_zp y_p,</pre>
 *
 * <p>the largest of them first. They are found in the order of their size, with nothing cut off on the way: from each product the
 * largest path that can be put before it is known beforehand. The total is known as well, from multipliers with bounds, so that
 * what all paths that are not listed add up to is a number with a bound, not an estimate.
 *
 * <p>With negative coefficients or demands paths have signs; "largest" is then by absolute value, and {@link
 * #remainderMagnitude()} is what the absolute values of all others add up to. A chain may pass an industry more than once.
 * Source: J. Defourny and E. Thorbecke, "Structural path analysis and multiplier decomposition within a social accounting matrix
 * framework", Economic Journal 94 (1984); M. Lenzen, Environment and Planning B 34 (2007). Immutable.
 */
public final class StructuralPaths {

    /** The listener is asked once in so many paths. */
    private static final int ASKED_EVERY = 256;

    /** Below this a double has fewer digits than it should, and in the end none. */
    private static final double SMALLEST = Double.MIN_NORMAL;

    private final String what;
    private final String unit;
    private final Bounded total;
    private final List<StructuralPath> paths;
    private final Bounded remainder;
    private final Bounded remainderMagnitude;
    private final double largestLeft;

    private StructuralPaths(
            String what,
            String unit,
            Bounded total,
            Bounded magnitude,
            List<StructuralPath> paths,
            double largestLeft) {
        this.what = what;
        this.unit = unit;
        this.total = total;
        this.paths = List.copyOf(paths);
        this.largestLeft = largestLeft;
        remainder = total.minus(sum(paths, false));
        Bounded others = magnitude.minus(sum(paths, true));
        remainderMagnitude = others.value() < 0 ? new Bounded(0, Math.max(0, upper(others))) : others;
    }

    private static double upper(Bounded number) {
        return Math.nextUp(number.value() + number.errorBound());
    }

    private static Bounded sum(List<StructuralPath> paths, boolean ofMagnitudes) {
        BoundedSum sum = new BoundedSum();
        for (StructuralPath path : paths) {
            Bounded amount = path.amount();
            sum.add(ofMagnitudes && amount.value() < 0 ? amount.negated() : amount);
        }
        return sum.total();
    }

    /**
     * The paths behind a final demand.
     *
     * @param coefficients the technology
     * @param extension what is embodied, such as "CO2", or a row of value added
     * @param demand y, joined by label
     * @param limits when to stop
     * @param options how to solve for the total
     * @return the largest paths with the remainder
     * @throws org.leontief.label.UnknownLabelException if labels do not match, with the nearest
     * @throws org.leontief.technology.NotViableException if the economy is not proved viable: paths may then add up to anything
     */
    public static StructuralPaths of(
            TechnicalCoefficients coefficients,
            String extension,
            LabelledVector demand,
            PathLimits limits,
            SolveOptions options) {
        coefficients.viability().requireViable();
        LabelledVector y = demand.alignedTo(coefficients.industries(), coefficients.units());
        LabelledVector s = coefficients.extension(extension);
        String unit = coefficients.extensions().row(extension).units().common();
        Bounded total = Bounded.dot(Multipliers.of(coefficients, s, options), y.toArray());
        Bounded magnitude = magnitude(coefficients, s, y, options, total);
        double[] prices = coefficients.system().transposed().radiusProof().vector();
        if (prices.length == 0) {
            throw new IllegalStateException("No prices could be proved to leave every product a surplus: "
                    + coefficients.system().transposed().radiusProof().explanation() + ".");
        }
        PathSearch search =
                new PathSearch(new BestContinuations(coefficients.matrix().matrix(), s.toArray(), prices), y.toArray());
        List<StructuralPath> paths = found(search, coefficients, s, y, limits, total, magnitude.value());
        return new StructuralPaths(extension, unit, total, magnitude, paths, search.largestLeft());
    }

    /**
     * The paths behind a unit of one product.
     *
     * @param coefficients the technology
     * @param extension what is embodied, such as "CO2", or a row of value added
     * @param product which
     * @param limits when to stop
     * @return the largest paths with the remainder
     * @throws org.leontief.label.UnknownLabelException if there is no such extension or product, with the nearest
     * @throws org.leontief.technology.NotViableException if the economy is not proved viable
     */
    public static StructuralPaths of(
            TechnicalCoefficients coefficients, String extension, String product, PathLimits limits) {
        LabelledVector unit = LabelledVector.of(
                "A unit of '" + product + "'", coefficients.industries(), coefficients.units(), Map.of(product, 1.0));
        return of(coefficients, extension, unit, limits, SolveOptions.defaults());
    }

    /** |s| (I − |A|)⁻¹ |y|. */
    private static Bounded magnitude(
            TechnicalCoefficients coefficients,
            LabelledVector s,
            LabelledVector y,
            SolveOptions options,
            Bounded total) {
        SparseMatrix a = coefficients.matrix().matrix();
        if (!a.hasNegative() && isNotNegative(s) && isNotNegative(y)) {
            return total;
        }
        LeontiefSystem system = a.hasNegative() ? LeontiefSystem.of(a.abs()) : coefficients.system();
        BoundedVector m = BoundedVector.of(
                "Magnitudes",
                s.labels(),
                s.units(),
                SolutionRequirement.INVERSE.requireConverged(
                        coefficients, system.transposed().solve(magnitudes(s), options)));
        return Bounded.dot(m, magnitudes(y));
    }

    private static boolean isNotNegative(LabelledVector vector) {
        return Arrays.stream(vector.toArray()).allMatch(value -> value >= 0);
    }

    private static double[] magnitudes(LabelledVector vector) {
        return Arrays.stream(vector.toArray()).map(Math::abs).toArray();
    }

    private static List<StructuralPath> found(
            PathSearch search,
            TechnicalCoefficients coefficients,
            LabelledVector s,
            LabelledVector y,
            PathLimits limits,
            Bounded total,
            double magnitude) {
        List<StructuralPath> paths = new ArrayList<>();
        double listed = 0;
        while (paths.size() < limits.count()
                && search.largestLeft() >= Math.max(SMALLEST, limits.smallestShare() * magnitude)
                && (limits.coverage() == 1 || listed < limits.coverage() * magnitude)) {
            PathSearch.@Nullable Chain chain = search.next();
            if (chain == null) {
                break;
            }
            StructuralPath path = path(chain.products(), coefficients, s, y, total.value());
            paths.add(path);
            listed += Math.abs(path.amount().value());
            if (paths.size() % ASKED_EVERY == 0
                    && !limits.listener()
                            .proceed(new Progress(
                                    "structural paths", paths.size(), limits.count(), 1 - listed / magnitude))) {
                break;
            }
        }
        // What the search took to be equal may differ in the last digit.
        paths.sort(Comparator.comparingDouble(
                        (StructuralPath path) -> Math.abs(path.amount().value()))
                .reversed());
        return paths;
    }

    private static StructuralPath path(
            int[] chain, TechnicalCoefficients coefficients, LabelledVector s, LabelledVector y, double total) {
        SparseMatrix a = coefficients.matrix().matrix();
        int last = chain.length - 1;
        Bounded amount = Bounded.exact(y.at(chain[last]));
        for (int k = last; k > 0; k--) {
            amount = amount.times(Bounded.exact(a.get(chain[k - 1], chain[k])));
        }
        amount = amount.times(Bounded.exact(s.at(chain[0])));
        List<Label> labels = Arrays.stream(chain).mapToObj(s.labels()::get).toList();
        return new StructuralPath(labels, amount, total == 0 ? 0 : amount.value() / total);
    }

    /**
     * What all paths add up to: s (I − A)⁻¹ y.
     *
     * @return with its bound
     */
    public Bounded total() {
        return total;
    }

    /**
     * The unit of all amounts.
     *
     * @return that of the extension
     */
    public String unit() {
        return unit;
    }

    /**
     * The paths.
     *
     * @return largest absolute value first
     */
    public List<StructuralPath> paths() {
        return paths;
    }

    /**
     * What all paths that are not listed add up to: the total less those that are.
     *
     * @return with its bound
     */
    public Bounded remainder() {
        return remainder;
    }

    /**
     * What the absolute values of all paths that are not listed add up to; the remainder itself unless something is negative.
     *
     * @return with its bound
     */
    public Bounded remainderMagnitude() {
        return remainderMagnitude;
    }

    /**
     * How large a path that is not listed can be.
     *
     * @return the absolute value of the largest, up to rounding; 0 if all are listed
     */
    public double largestUnlisted() {
        return largestLeft;
    }

    /** The paths, and what is left. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%s: %.6g %s, by path", what, total.value(), unit));
        paths.forEach(path -> text.append("\n  ").append(path));
        double share = total.value() == 0 ? 0 : 100 * remainder.value() / total.value();
        return text.append(String.format(
                        Locale.ROOT,
                        "\n  %12.6g  %5.1f%%  all others, none above %.3g",
                        remainder.value(),
                        share,
                        largestLeft))
                .toString();
    }
}
