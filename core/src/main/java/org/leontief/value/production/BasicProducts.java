package org.leontief.value.production;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StronglyConnectedComponents;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Basic products, which enter directly or indirectly into the production of all products, and non-basic ones, which do not.
 *
 * <p>Groups are the strongly connected components of who uses whose product; basics are the group that all others need, if
 * there is one. An industry without a recipe, or one that takes nothing and that nobody uses, is left out of "all products".
 * Prices and the rate of profit of basics do not
 * depend on non-basics. Source: P. Sraffa, <i>Production of Commodities by Means of Commodities</i> (1960), sections 6 and 35.
 * Immutable.
 */
public final class BasicProducts {

    private final Labels products;
    private final List<int[]> groups;
    private final BitSet basic;

    private BasicProducts(Labels products, List<int[]> groups, BitSet basic) {
        this.products = products;
        this.groups = groups;
        this.basic = basic;
    }

    /**
     * Finds them.
     *
     * @param coefficients the technology
     * @return basics and non-basics
     */
    public static BasicProducts of(TechnicalCoefficients coefficients) {
        SparseMatrix a = coefficients.matrix().matrix();
        BitSet made = new BitSet();
        a.forEach((i, j, value) -> {
            made.set(i);
            made.set(j);
        });
        return of(coefficients, a, made);
    }

    /** By all that production needs, used up or advanced; a product that takes neither inputs nor labour is not made. */
    static BasicProducts of(TechnicalCoefficients coefficients, SparseMatrix needed, double[] labour) {
        BitSet made = new BitSet();
        needed.forEach((i, j, value) -> made.set(j));
        for (int j = 0; j < labour.length; j++) {
            if (labour[j] > 0) {
                made.set(j);
            }
        }
        return of(coefficients, needed, made);
    }

    private static BasicProducts of(TechnicalCoefficients coefficients, SparseMatrix needed, BitSet made) {
        for (int j = 0; j < needed.columns(); j++) {
            made.set(j, made.get(j) && coefficients.hasRecipe(j));
        }
        List<int[]> groups = new ArrayList<>(StronglyConnectedComponents.ofColumns(needed));
        groups.removeIf(group -> !made.get(group[0]));
        BitSet basic = new BitSet();
        if (!groups.isEmpty() && entersAll(needed, groups)) {
            Arrays.stream(groups.get(0)).forEach(basic::set);
        }
        return new BasicProducts(coefficients.industries(), groups, basic);
    }

    /** Whether the first group, which needs no other, enters into itself and into all that follow. */
    private static boolean entersAll(SparseMatrix needed, List<int[]> groups) {
        int[] first = groups.get(0);
        if (first.length == 1 && needed.get(first[0], first[0]) == 0) {
            return false;
        }
        BitSet reached = new BitSet();
        Arrays.stream(first).forEach(reached::set);
        for (int[] group : groups.subList(1, groups.size())) {
            boolean[] enters = new boolean[1];
            for (int j : group) {
                needed.forEachInColumn(j, (i, column, value) -> enters[0] |= reached.get(i));
            }
            if (!enters[0]) {
                return false;
            }
            Arrays.stream(group).forEach(reached::set);
        }
        return true;
    }

    /**
     * Whether there is a basic product.
     *
     * @return false if no product enters into all
     */
    public boolean any() {
        return !basic.isEmpty();
    }

    /**
     * Whether a product is basic.
     *
     * @param product its name, or region and name as one text
     * @return true if it enters into all products
     */
    public boolean isBasic(String product) {
        return basic.get(products.indexOf(product));
    }

    /**
     * The basic products.
     *
     * @return their labels, in order
     */
    public List<Label> basics() {
        return basic.stream().mapToObj(products::get).toList();
    }

    /**
     * The products that are not basic.
     *
     * @return their labels, in order; what is not made at all is in neither list
     */
    public List<Label> nonBasics() {
        BitSet others = new BitSet();
        groups.forEach(group -> Arrays.stream(group).forEach(others::set));
        others.andNot(basic);
        return others.stream().mapToObj(products::get).toList();
    }

    /**
     * Groups of products that need one another.
     *
     * @return in an order in which a group needs only itself and groups before it
     */
    public List<List<Label>> groups() {
        return groups.stream()
                .map(group -> Arrays.stream(group).mapToObj(products::get).toList())
                .toList();
    }

    /** The numbers of the basics, ascending; refused if there are none. */
    int[] requireBasics() {
        if (!any()) {
            throw new IllegalStateException("No product enters into the production of all others, so there are no basic"
                    + " products and no standard commodity. First come "
                    + Listing.quoted(groups.stream()
                            .limit(2)
                            .map(group ->
                                    Arrays.stream(group).mapToObj(products::get).toList())
                            .flatMap(List::stream)
                            .toList())
                    + ", and not all others need them.");
        }
        return basic.stream().toArray();
    }

    /** The numbers of all the others that are made, ascending. */
    int[] others() {
        return groups.stream()
                .flatMapToInt(Arrays::stream)
                .filter(i -> !basic.get(i))
                .sorted()
                .toArray();
    }

    boolean isBasic(int i) {
        return basic.get(i);
    }

    /** How many of each, with names. */
    @Override
    public String toString() {
        return any()
                ? "Basic: " + Listing.quoted(basics())
                        + (nonBasics().isEmpty() ? "" : ". Not basic: " + Listing.quoted(nonBasics()))
                : "No product is basic";
    }
}
