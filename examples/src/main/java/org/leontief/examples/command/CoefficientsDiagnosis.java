package org.leontief.examples.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.NumberText;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.Viability;

/** What there is to know of coefficients without a table: recipes, as inventories of unit processes have them. */
final class CoefficientsDiagnosis {

    private final TechnicalCoefficients coefficients;
    private final Labels products;
    private final Viability viability;

    CoefficientsDiagnosis(TechnicalCoefficients coefficients) {
        this.coefficients = coefficients;
        products = coefficients.industries();
        viability = coefficients.viability();
    }

    boolean isViable() {
        return viability.isViable();
    }

    List<Finding> findings() {
        return List.of(recipes(), negatives(), ownUse(), sums(), ofViability());
    }

    private Finding recipes() {
        boolean[] takes = new boolean[products.size()];
        coefficients.matrix().matrix().forEach((i, j, a) -> takes[j] |= a != 0);
        List<String> empty = named(j -> !takes[j]);
        return empty.isEmpty()
                ? Finding.fine("Recipes", "Every product takes inputs.")
                : Finding.know(
                        "Recipes",
                        Listing.count(empty.size(), "product takes", "products take") + " no inputs: "
                                + Listing.of(empty) + ".");
    }

    private Finding negatives() {
        List<String> negative = new ArrayList<>();
        coefficients.matrix().matrix().forEach((i, j, a) -> {
            if (a < 0) {
                negative.add("'" + products.get(i) + "' in '" + products.get(j) + "' " + NumberText.of(a));
            }
        });
        return negative.isEmpty()
                ? Finding.fine("Coefficients", "None is negative.")
                : Finding.know(
                        "Coefficients",
                        Listing.count(negative.size(), "is", "are") + " negative: " + Listing.of(negative)
                                + ". Bounds then need the economy of their sizes to be viable.");
    }

    private Finding ownUse() {
        List<String> wasteful = named(j -> coefficients.matrix().matrix().get(j, j) >= 1);
        return wasteful.isEmpty()
                ? Finding.fine("Own use", "No product uses up as much of itself as is made.")
                : Finding.mend(
                        "Own use", "As much of itself as is made, or more, takes: " + Listing.of(wasteful) + ".");
    }

    private Finding sums() {
        double[] sums = coefficients.matrix().matrix().columnSums();
        int largest = IntStream.range(0, sums.length)
                .reduce((j, k) -> sums[k] > sums[j] ? k : j)
                .orElse(0);
        return sums[largest] < 1
                ? Finding.fine("Sums", "The inputs of every product add up to less than one.")
                : Finding.know(
                        "Sums",
                        "Inputs add up to as much as " + NumberText.of(sums[largest]) + ", for '"
                                + products.get(largest)
                                + "': in one unit of money that is a loss; in units of different kinds it says nothing.");
    }

    private Finding ofViability() {
        return viability.isViable()
                ? Finding.fine("Viability", viability.explanation())
                : Finding.mend("Viability", viability.explanation());
    }

    private List<String> named(IntPredicate isMeant) {
        return IntStream.range(0, products.size())
                .filter(isMeant)
                .mapToObj(j -> products.get(j).toString())
                .toList();
    }
}
