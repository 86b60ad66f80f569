package org.leontief.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Multipliers without the inverse: what one unit of final demand for each product takes in the whole economy, directly and
 * indirectly. Row vectors of M = S L, from the transposed system (I − Aᵀ) m = s. Source: Miller and Blair 2009, chapter 6
 * (simple multipliers).
 */
public final class Multipliers {

    private Multipliers() {}

    /**
     * Output multipliers 1ᵀ L: gross output of all industries per unit of final demand for each product.
     *
     * @param coefficients the technology, in one unit
     * @param options how to solve
     * @return pure numbers with bounds
     * @throws IllegalStateException if the products are in different units, which cannot be added up
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public static BoundedVector output(TechnicalCoefficients coefficients, SolveOptions options) {
        coefficients.units().common();
        double[] ones = new double[coefficients.industries().size()];
        Arrays.fill(ones, 1);
        LabelledVector direct = LabelledVector.of("Output multipliers", coefficients.industries(), Units.NONE, ones);
        return of(coefficients, direct, options);
    }

    /**
     * Multipliers of an extension or a row of value added.
     *
     * @param coefficients the technology
     * @param extension such as "Employment"
     * @param options how to solve
     * @return in the extension's unit per unit of final demand, with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such extension, with the nearest
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public static BoundedVector ofExtension(
            TechnicalCoefficients coefficients, String extension, SolveOptions options) {
        return of(coefficients, coefficients.extension(extension).named(extension + " multipliers"), options);
    }

    /**
     * Multipliers of several extensions or rows of value added, which share their passes over the coefficients.
     *
     * @param coefficients the technology
     * @param extensions their names
     * @param options how to solve
     * @return one for each, in order, as of {@link #ofExtension}
     * @throws org.leontief.label.UnknownLabelException if one of them is not known, with the nearest
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public static List<BoundedVector> ofExtensions(
            TechnicalCoefficients coefficients, List<String> extensions, SolveOptions options) {
        List<LabelledVector> direct = extensions.stream()
                .map(name -> coefficients.extension(name).named(name + " multipliers"))
                .toList();
        return ofAll(coefficients, direct, options);
    }

    /**
     * Multipliers of any amounts per unit of output.
     *
     * @param coefficients the technology
     * @param direct s, one for each industry, joined by label
     * @param options how to solve
     * @return m = s L, named and measured like s, with bounds
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public static BoundedVector of(TechnicalCoefficients coefficients, LabelledVector direct, SolveOptions options) {
        LabelledVector aligned = aligned(coefficients, direct);
        return of(coefficients, aligned, coefficients.system().transposed().solve(aligned.toArray(), options));
    }

    /**
     * Multipliers of several kinds of amounts per unit of output, which share their passes over the coefficients.
     *
     * @param coefficients the technology
     * @param direct each one for each industry, joined by label
     * @param options how to solve
     * @return one for each, in order, as of {@link #of}
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public static List<BoundedVector> ofAll(
            TechnicalCoefficients coefficients, List<LabelledVector> direct, SolveOptions options) {
        List<LabelledVector> aligned =
                direct.stream().map(each -> aligned(coefficients, each)).toList();
        double[][] rows = aligned.stream().map(LabelledVector::toArray).toArray(double[][]::new);
        List<Solution> solutions = coefficients.system().transposed().solveAll(rows, options);
        List<BoundedVector> multipliers = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            multipliers.add(of(coefficients, aligned.get(k), solutions.get(k)));
        }
        return List.copyOf(multipliers);
    }

    private static LabelledVector aligned(TechnicalCoefficients coefficients, LabelledVector direct) {
        int[] places = coefficients.industries().placesIn(direct.labels(), "'" + direct.name() + "'");
        return direct.alignedTo(coefficients.industries(), direct.units().reorder(places));
    }

    private static BoundedVector of(TechnicalCoefficients coefficients, LabelledVector aligned, Solution solution) {
        // Nothing in what is returned would say that it is only half done.
        SolutionRequirement.INVERSE.requireConverged(coefficients, solution);
        return BoundedVector.of(aligned.name(), coefficients.industries(), aligned.units(), solution);
    }
}
