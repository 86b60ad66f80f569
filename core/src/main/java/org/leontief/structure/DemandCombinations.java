package org.leontief.structure;

import java.util.Arrays;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;

/**
 * Final demand with some factors as they were earlier and some as they are later. Every combination is a sum of recorded columns
 * with one weight each, so that outputs are solved for recorded columns alone and nothing is rounded on the way in.
 */
final class DemandCombinations {

    private final DemandFactors factors;
    private final Labels categories;
    /** Columns of the earlier year, then as many of the later one. */
    private final double[][] columns;
    /** Sums of the columns. */
    private final Bounded[] sums;
    /** All demand of the earlier and of the later year. */
    private final Bounded[] levels;

    private DemandCombinations(DemandFactors factors, Labels categories, double[][] columns) {
        this.factors = factors;
        this.categories = categories;
        this.columns = columns;
        sums = Arrays.stream(columns).map(DemandCombinations::sum).toArray(Bounded[]::new);
        levels = new Bounded[] {level(0), level(1)};
    }

    private static Bounded sum(double[] numbers) {
        BoundedSum sum = new BoundedSum();
        for (double number : numbers) {
            sum.add(number);
        }
        return sum.total();
    }

    private Bounded level(int year) {
        Bounded level = Bounded.exact(0);
        for (int c = 0; c < perYear(); c++) {
            level = level.plus(sums[year * perYear() + c]);
        }
        return level;
    }

    /** Both by category in the order of the same industries; columns of the later one are found by label. */
    static DemandCombinations of(DemandFactors factors, LabelledMatrix earlier, LabelledMatrix later) {
        if (factors != DemandFactors.TOTAL) {
            earlier.rowUnits().common();
        }
        if (factors != DemandFactors.LEVEL_CATEGORIES_AND_MIX) {
            double[][] totals = {
                earlier.rowTotals().toArray(), later.rowTotals().toArray()
            };
            return new DemandCombinations(factors, Labels.of("all"), totals);
        }
        Labels categories = earlier.columns();
        int[] places = categories.placesIn(later.columns(), "the later final demand");
        double[][] columns = new double[2 * places.length][];
        for (int c = 0; c < places.length; c++) {
            columns[c] = column(earlier, c);
            columns[places.length + c] = column(later, places[c]);
        }
        return new DemandCombinations(factors, categories, columns);
    }

    private static double[] column(LabelledMatrix matrix, int place) {
        LabelledVector column = matrix.column(matrix.columns().get(place).toString());
        return column.toArray();
    }

    private int perYear() {
        return columns.length / 2;
    }

    /** What has to be solved for. */
    double[][] columns() {
        return columns;
    }

    /** The weight of each column; bits as in the names of the factors. */
    Bounded[] weights(long bits) {
        int first = year(bits, 0);
        int second = year(bits, 1);
        return switch (factors) {
            case TOTAL -> weights(first, first, first);
            case LEVEL_AND_MIX -> weights(first, second, second);
            case LEVEL_CATEGORIES_AND_MIX -> weights(first, second, year(bits, 2));
        };
    }

    private static int year(long bits, int factor) {
        return (int) ((bits >> factor) & 1);
    }

    /** level · (sum of the category / level of its year) · (column / its sum), each of its own year. */
    private Bounded[] weights(int level, int distribution, int mix) {
        Bounded[] weights = new Bounded[columns.length];
        Arrays.fill(weights, Bounded.exact(0));
        for (int c = 0; c < perYear(); c++) {
            int own = mix * perYear() + c;
            Bounded weight = Bounded.exact(1);
            if (distribution != mix) {
                weight = replaced(c, own, distribution * perYear() + c);
            }
            if (level != distribution) {
                weight = weight.times(levels[level].overOrUncertified(requireLevel(distribution)));
            }
            weights[own] = weight;
        }
        return weights;
    }

    private Bounded requireLevel(int year) {
        if (levels[year].value() == 0) {
            throw new IllegalArgumentException("All final demand of the " + named(year)
                    + " table adds up to 0, so it has no mix. Choose DemandFactors.TOTAL.");
        }
        return levels[year];
    }

    private Bounded replaced(int category, int own, int wanted) {
        if (sums[own].value() == 0) {
            if (sums[wanted].value() == 0) {
                return Bounded.exact(0);
            }
            throw new IllegalArgumentException(
                    "'" + categories.get(category) + "' adds up to 0 in the "
                            + named(own / perYear()) + " table, so it has no mix of products that "
                            + sums[wanted].value()
                            + " could be spread by. Put it together with another category, or choose DemandFactors.LEVEL_AND_MIX.");
        }
        return sums[wanted].overOrUncertified(sums[own]);
    }

    private static String named(int year) {
        return year == 0 ? "earlier" : "later";
    }
}
