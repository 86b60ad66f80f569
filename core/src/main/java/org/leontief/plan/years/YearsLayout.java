package org.leontief.plan.years;

import java.util.Arrays;
import java.util.List;

/**
 * Which column of the programme is what: outputs by year, and those after the last where something has to be left; consumption;
 * inventories; capital begun, by stock and in all.
 */
final class YearsLayout {

    final int products;
    final int years;
    /** Whether outputs of the year after the last are begun in the last. */
    final boolean hasOutputsUnderWay;

    /** Whether there have to be outputs from which everything can go on growing. */
    final boolean goesOn;

    final int[] storable;
    final List<CapitalStocks> capital;

    private final int growingFrom;
    private final int consumptionFrom;
    private final int inventoriesFrom;
    private final int[] begunFrom;
    private final int[] totalFrom;
    private final int path;
    private final int columns;

    YearsLayout(YearsProblem problem, YearsObjective objective) {
        YearsProblem.Parts parts = problem.parts();
        products = problem.products().size();
        years = parts.years.size();
        hasOutputsUnderWay = parts.timing == InputTiming.YEAR_BEFORE;
        goesOn = parts.ending.kind() == TerminalCondition.Kind.BALANCED_GROWTH;
        storable = parts.storable.stream().mapToInt(problem.products()::indexOf).toArray();
        capital = parts.capital.stream()
                .map(good -> CapitalStocks.of(good, problem))
                .toList();
        int next = products * (years + (hasOutputsUnderWay ? 1 : 0));
        growingFrom = next;
        next += goesOn ? products : 0;
        consumptionFrom = next;
        next += parts.consumes() ? years : 0;
        inventoriesFrom = next;
        next += storable.length * years;
        begunFrom = new int[capital.size()];
        totalFrom = new int[capital.size()];
        for (int k = 0; k < begunFrom.length; k++) {
            begunFrom[k] = next;
            next += capital.get(k).size() * years;
            totalFrom[k] = capital.get(k).size() == 1 ? begunFrom[k] : next;
            next += capital.get(k).size() == 1 ? 0 : years;
        }
        path = next;
        columns = next + (objective.kind() == YearsObjective.Kind.CONSUMPTION_ALONG ? 1 : 0);
    }

    int columns() {
        return columns;
    }

    /** Outputs of the year after the last from which everything can go on growing. */
    int growing(int product) {
        return growingFrom + product;
    }

    /** x_j(t), t from 0. */
    int output(int product, int year) {
        return year * products + product;
    }

    /** c(t). */
    int consumption(int year) {
        return consumptionFrom + year;
    }

    /** s(t) of the place-th storable product. */
    int inventory(int place, int year) {
        return inventoriesFrom + year * storable.length + place;
    }

    /** Where a product stands among the storable ones; negative if it cannot be stored. */
    int storablePlace(int product) {
        return Arrays.binarySearch(storable, product);
    }

    /** I_s(t): units of a stock of the k-th kind begun in a year. */
    int begun(int kind, int stock, int year) {
        return begunFrom[kind] + year * capital.get(kind).size() + stock;
    }

    /** J(t): units of the k-th kind begun in a year in all; the same column where there is only one stock. */
    int total(int kind, int year) {
        return totalFrom[kind] + year;
    }

    /** The multiple of a path of consumption. */
    int path() {
        return path;
    }
}
