package org.leontief.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much simple labour an hour of each grade is: λ = Σ w_g λ_g with the weights w by a named rule. Immutable.
 *
 * <p>By given weights; by relative wages, w_g = wage_g / wage_s (the rule that Smith and Marx report of the market); or by the
 * training time embodied, w_g = 1 + Σ_h t_hg w_h + Σ_i λ_i e_ig: an hour of skilled work is itself one hour, and carries
 * hours of teaching and learning, which are reduced in their turn, and the labour in the products used. Source: R. Hilferding,
 * <em>Böhm-Bawerk's Criticism of Marx</em> (1904), ch. 1; as equations, B. Rowthorn, "Skilled
 * labour in the Marxist system" (1974).
 */
public final class Reduction {

    private final String words;
    private final Map<String, Double> weights;

    /** What the weights are divided by: the wage of simple labour, or 1. */
    private final double unit;

    private final List<Training> trainings;
    private final boolean byTraining;

    private Reduction(
            String words, Map<String, Double> weights, double unit, List<Training> trainings, boolean byTraining) {
        this.unit = unit;
        this.byTraining = byTraining;
        this.words = words;
        this.weights = weights;
        this.trainings = trainings;
    }

    /**
     * By given weights.
     *
     * @param byGrade units of simple labour in a unit of each grade, all grades of the account
     * @return the rule
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public static Reduction weights(Map<String, Double> byGrade) {
        byGrade.forEach((grade, weight) -> {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The weight of '" + grade + "' is " + weight + "; it must be at least 0.");
            }
        });
        return new Reduction("reduced by given weights", new TreeMap<>(byGrade), 1, List.of(), false);
    }

    /**
     * By wages relative to those of a grade that counts as simple labour.
     *
     * @param simple the grade of weight 1
     * @param wages pay of a unit of each grade, all grades of the account
     * @return the rule
     * @throws IllegalArgumentException if the simple grade has no wage above 0
     */
    public static Reduction wages(String simple, Map<String, Double> wages) {
        double unit = wages.getOrDefault(simple, 0.0);
        if (!(unit > 0)) {
            throw new IllegalArgumentException("The wage of '" + simple + "', which counts as simple labour, is "
                    + (wages.containsKey(simple) ? unit : "missing") + "; it must be above 0.");
        }
        return new Reduction("reduced by wages to '" + simple + "'", weights(wages).weights, unit, List.of(), false);
    }

    /**
     * By the training time embodied.
     *
     * @param trainings of the grades that were trained; an hour of any other grade is an hour of simple labour
     * @return the rule
     * @throws IllegalArgumentException if a grade is given twice
     */
    public static Reduction training(Training... trainings) {
        List<Training> given = List.of(trainings);
        if (Arrays.stream(trainings).map(Training::grade).distinct().count() < given.size()) {
            throw new IllegalArgumentException("The training of a grade is given twice: "
                    + given.stream().map(Training::grade).toList() + ".");
        }
        return new Reduction("reduced by the training time embodied", Map.of(), 1, given, true);
    }

    boolean isByTraining() {
        return byTraining;
    }

    List<Training> trainings() {
        return trainings;
    }

    /** The weights in the order of the grades; relative wages are quotients. */
    RoundedNumbers weights(List<String> grades) {
        for (String grade : weights.keySet()) {
            if (!grades.contains(grade)) {
                throw new IllegalArgumentException("A weight is given for '" + grade
                        + "', which is not a grade of the account: " + String.join(", ", grades) + ".");
            }
        }
        double[] given = grades.stream()
                .mapToDouble(grade -> {
                    if (!weights.containsKey(grade)) {
                        throw new IllegalArgumentException(
                                "No weight is given for '" + grade + "'; every grade needs one.");
                    }
                    return weights.get(grade);
                })
                .toArray();
        return unit == 1 ? RoundedNumbers.exact(given) : RoundedNumbers.quotients(given, unit);
    }

    /** The rule in words. */
    @Override
    public String toString() {
        return words;
    }
}
