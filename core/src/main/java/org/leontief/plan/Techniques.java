package org.leontief.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * All techniques of a problem: the industries of a table, one technique each, and behind them the activities entered by hand.
 * Column j of the balances is e_j − A_j for an industry, outputs − inputs for an activity. A is not copied. Immutable.
 */
final class Techniques {

    static final String UNSTATED_UNIT = "unit";

    private final @Nullable TechnicalCoefficients coefficients;
    private final List<Activity> activities;
    private final Labels products;
    private final Units units;
    private final Labels names;
    private final Units intensityUnits;

    private Techniques(
            @Nullable TechnicalCoefficients coefficients,
            List<Activity> activities,
            Labels products,
            Units units,
            Labels names,
            Units intensityUnits) {
        this.coefficients = coefficients;
        this.activities = activities;
        this.products = products;
        this.units = units;
        this.names = names;
        this.intensityUnits = intensityUnits;
    }

    /**
     * Joins a table and activities; what an activity makes that the table does not know is a new product, behind the others.
     *
     * @throws IllegalArgumentException if a name stands twice, or one name has two units
     */
    static Techniques of(@Nullable TechnicalCoefficients coefficients, List<Activity> activities) {
        Map<Label, String> made = new LinkedHashMap<>();
        List<Label> names = new ArrayList<>();
        List<String> intensityUnits = new ArrayList<>();
        Labels known = coefficients == null ? Labels.of() : coefficients.industries();
        for (int j = 0; j < known.size(); j++) {
            made.put(known.get(j), unitsOf(coefficients).get(j));
            names.add(known.get(j));
            intensityUnits.add(unitsOf(coefficients).get(j));
        }
        Map<String, String> stated = statedUnits(activities);
        for (Activity activity : activities) {
            if (activity.outputs().isEmpty()) {
                throw new IllegalArgumentException("'" + activity.name() + "' makes nothing. Say what: activity(\""
                        + activity.name() + "\").makes(product, amount).");
            }
            for (String product : activity.outputs().keySet()) {
                if (!known.contains(product)) {
                    made.putIfAbsent(Label.of(product), stated.getOrDefault(product, UNSTATED_UNIT));
                }
            }
            names.add(Label.of(activity.name()));
            intensityUnits.add("1");
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A plan needs at least one technique.");
        }
        requireDifferent(names, known);
        Techniques techniques = new Techniques(
                coefficients,
                List.copyOf(activities),
                Labels.ofLabels(List.copyOf(made.keySet())),
                Units.perLabel(List.copyOf(made.values())),
                Labels.ofLabels(names),
                Units.perLabel(intensityUnits));
        stated.forEach(techniques::requireUnitOfProduct);
        return techniques;
    }

    private static Units unitsOf(@Nullable TechnicalCoefficients coefficients) {
        return coefficients == null ? Units.NONE : coefficients.units();
    }

    private static void requireDifferent(List<Label> names, Labels known) {
        Set<Label> seen = new HashSet<>();
        for (Label name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("Two techniques are called '" + name + "'"
                        + (known.contains(name) ? ", one of them is that of the industry" : "")
                        + ". A technique is found by its name; give the other one a name of its own.");
            }
        }
    }

    /** The units that activities state, each name with one. */
    private static Map<String, String> statedUnits(List<Activity> activities) {
        Map<String, String> stated = new LinkedHashMap<>();
        for (Activity activity : activities) {
            List.of(activity.outputs(), activity.inputs())
                    .forEach(flows ->
                            flows.forEach((name, amount) -> amount.unit().ifPresent(unit -> {
                                String earlier = stated.putIfAbsent(name, unit);
                                if (earlier != null && !earlier.equals(unit)) {
                                    throw new IllegalArgumentException("'" + activity.name() + "' counts '" + name
                                            + "' in " + unit + ", an earlier activity in " + earlier
                                            + ". One name has one unit.");
                                }
                            })));
        }
        return stated;
    }

    private void requireUnitOfProduct(String name, String unit) {
        if (products.contains(name)) {
            String known = units.get(products.indexOf(name));
            if (!known.equals(unit)) {
                throw new IllegalArgumentException("An activity counts '" + name + "' in " + unit + ", the table in "
                        + known + ". Convert the amount first; units are never mixed silently.");
            }
        }
    }

    Labels products() {
        return products;
    }

    Units units() {
        return units;
    }

    /** The names of the techniques. */
    Labels names() {
        return names;
    }

    Units intensityUnits() {
        return intensityUnits;
    }

    int count() {
        return names.size();
    }

    /** How many are industries of the table; they come first, and make the product of the same place. */
    int industries() {
        return coefficients == null ? 0 : coefficients.industries().size();
    }

    @Nullable
    TechnicalCoefficients coefficients() {
        return coefficients;
    }

    List<Activity> activities() {
        return activities;
    }

    boolean isIndustry(int technique) {
        return technique < industries();
    }

    Activity activity(int technique) {
        return activities.get(technique - industries());
    }

    /** Whether the table has a recipe for this technique; an industry without one makes nothing. */
    boolean hasRecipe(int technique) {
        return coefficients == null || !isIndustry(technique) || coefficients.hasRecipe(technique);
    }

    /** Gross output of products by place, per unit of a technique. */
    Map<Integer, Double> outputs(int technique) {
        if (isIndustry(technique)) {
            return hasRecipe(technique) ? Map.of(technique, 1.0) : Map.of();
        }
        return placed(activity(technique).outputs());
    }

    /** Inputs of products by place, per unit of a technique. */
    Map<Integer, Double> inputs(int technique) {
        if (coefficients != null && isIndustry(technique)) {
            Map<Integer, Double> inputs = new TreeMap<>();
            coefficients.matrix().matrix().forEachInColumn(technique, (i, j, value) -> inputs.put(i, value));
            return inputs;
        }
        return placed(activity(technique).inputs());
    }

    /** What one unit of a technique takes of one product. */
    double input(int product, int technique) {
        if (coefficients != null && isIndustry(technique)) {
            return product < industries() ? coefficients.matrix().matrix().get(product, technique) : 0;
        }
        return inputs(technique).getOrDefault(product, 0.0);
    }

    private Map<Integer, Double> placed(Map<String, Activity.Amount> flows) {
        Map<Integer, Double> byPlace = new TreeMap<>();
        flows.forEach((name, amount) -> {
            if (products.contains(name)) {
                byPlace.put(products.indexOf(name), amount.amount());
            }
        });
        return byPlace;
    }

    /** What a unit of an activity uses of something that is no product; 0 for industries. */
    double usedByActivity(int technique, String name) {
        if (isIndustry(technique) || products.contains(name)) {
            return 0;
        }
        Activity.Amount amount = activity(technique).inputs().get(name);
        return amount == null ? 0 : amount.amount();
    }

    /** Names that activities use and no technique makes, with the activity that uses them first. */
    Map<String, Activity> usedButNotMade() {
        Map<String, Activity> used = new LinkedHashMap<>();
        for (Activity activity : activities) {
            activity.inputs().keySet().stream()
                    .filter(name -> !products.contains(name))
                    .forEach(name -> used.putIfAbsent(name, activity));
        }
        return used;
    }

    /** The unit in which activities count something that is no product; null if none says. */
    @Nullable
    String statedUnit(String name) {
        return statedUnits(activities).get(name);
    }

    /** Net output of every product, outputs − inputs: the balances' part of a technique, e_j − A_j for an industry. */
    Coefficients balance(int technique) {
        if (coefficients != null && isIndustry(technique)) {
            return industryBalance(coefficients.matrix().matrix(), technique);
        }
        NavigableMap<Integer, Double> net = new TreeMap<>(outputs(technique));
        inputs(technique).forEach((product, used) -> net.merge(product, -used, Double::sum));
        return Coefficients.of(net);
    }

    /** Without boxing: there may be a million of them. */
    private Coefficients industryBalance(SparseMatrix a, int j) {
        Coefficients.Collector column = new Coefficients.Collector(8);
        double made = hasRecipe(j) ? 1 : 0;
        boolean[] isPast = {false};
        a.forEachInColumn(j, (i, unused, value) -> {
            if (i > j && !isPast[0]) {
                column.append(j, made);
            }
            isPast[0] |= i >= j;
            column.append(i, i == j ? made - value : -value);
        });
        if (!isPast[0]) {
            column.append(j, made);
        }
        return column.collected();
    }

    /** Which techniques make each product, and how much of it: products × techniques. */
    SparseMatrix makes() {
        SparseMatrixBuilder builder = SparseMatrix.builder(products.size(), count());
        for (int j = 0; j < count(); j++) {
            int technique = j;
            outputs(j).forEach((product, made) -> builder.add(product, technique, made));
        }
        return builder.build();
    }

    @Override
    public String toString() {
        return names.asList().stream().limit(10).map(Label::toString).collect(Collectors.joining(", "));
    }
}
