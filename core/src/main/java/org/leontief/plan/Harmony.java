package org.leontief.plan;

import java.util.Arrays;
import java.util.List;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.optimisation.ConcaveFunction;

/**
 * How well deliveries meet a target, product by product: with s = (y − target)/target,
 *
 * <pre>
 * H = s − s²/2  where s &lt; 0,     H = ln(1 + s)  where s ≥ 0.
 * </pre>
 *
 * <p>0 where the target is met, falling ever faster below it, rising ever slower above it: to be short of one product is not
 * made good by as much too much of another. H is concave, so that the plan with the largest sum over the products can be
 * found with proof ({@link Goal#harmony()}). W. P. Cockshott, "Application of artificial intelligence techniques to economic
 * planning", <em>Future Computing Systems</em> 2 (1990); W. P. Cockshott and A. Cottrell, <em>Towards a New Socialism</em>
 * (1993), ch. 6.
 */
public final class Harmony implements ConcaveFunction {

    /**
     * Where the first tangents touch, as s. Each of the last pieces is four times as long as the one before and its slope a
     * quarter: a single one up to all that could be delivered would be worth so much that what the others are worth is rounding.
     */
    private static final List<Double> FIRST =
            List.of(-1.0, -0.5, -0.2, -0.05, 0.0, 0.05, 0.25, 1.0, 4.0, 16.0, 64.0, 256.0, 1024.0, 4096.0);

    private final double target;
    private final double base;

    /** Of what is delivered beyond the base, against a target above 0. */
    Harmony(double target, double base) {
        this.target = target;
        this.base = base;
    }

    /**
     * The harmony of one product.
     *
     * @param delivered y
     * @param target above 0
     * @return H
     * @throws IllegalArgumentException if the target is not above 0
     */
    public static double of(double delivered, double target) {
        if (!(target > 0)) {
            throw new IllegalArgumentException("A target of " + target + " cannot be met in part; it must be above 0.");
        }
        return new Harmony(target, 0).value(delivered);
    }

    /**
     * The harmony of every product.
     *
     * @param deliveries joined by label
     * @param targets at least 0; a product without a target counts 0
     * @return H by product
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ or a target is negative
     */
    public static LabelledVector of(LabelledVector deliveries, LabelledVector targets) {
        LabelledVector delivered = deliveries.alignedTo(targets.labels(), targets.units());
        double[] harmony = new double[targets.size()];
        Arrays.setAll(harmony, i -> targets.at(i) == 0 ? 0 : of(delivered.at(i), targets.at(i)));
        return LabelledVector.of("Harmony", targets.labels(), Units.NONE, harmony);
    }

    @Override
    public double value(double delivered) {
        double s = over(delivered);
        return s < 0 ? s - s * s / 2 : Math.log1p(s);
    }

    @Override
    public double slope(double delivered) {
        double s = over(delivered);
        return (s < 0 ? 1 - s : 1 / (1 + s)) / target;
    }

    private double over(double delivered) {
        return (delivered - base - target) / target;
    }

    List<Double> firstTangents() {
        return FIRST.stream().map(s -> base + target * (1 + s)).toList();
    }

    /** The target. */
    @Override
    public String toString() {
        return "harmony with a target of " + target;
    }
}
