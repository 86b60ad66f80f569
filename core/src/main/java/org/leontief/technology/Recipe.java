package org.leontief.technology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What one unit of a product takes: inputs of other products, labour, and whatever else is counted. Immutable; every call
 * gives a new recipe.
 *
 * <pre>{@code
 * recipe("Steel").unit("t").uses("Coal", 0.4).uses("Electricity", 0.6).labour(0.02)
 * }</pre>
 */
public final class Recipe {

    /** The name under which {@link #labour(double)} is counted. */
    public static final String LABOUR = "Labour";

    /** The unit of {@link #labour(double)}. */
    public static final String LABOUR_UNIT = "hours";

    /**
     * Something counted per unit of product, outside the products themselves.
     *
     * @param amount per unit of product
     * @param unit of the amount
     */
    public record Amount(double amount, String unit) {}

    private final String product;
    private final String unit;
    private final Map<String, Double> inputs;
    private final Map<String, Amount> extensions;

    private Recipe(String product, String unit, Map<String, Double> inputs, Map<String, Amount> extensions) {
        this.product = product;
        this.unit = unit;
        this.inputs = Collections.unmodifiableMap(inputs);
        this.extensions = Collections.unmodifiableMap(extensions);
    }

    /**
     * A recipe that takes nothing yet.
     *
     * @param product what it makes
     * @return the recipe of one unit
     */
    public static Recipe recipe(String product) {
        return new Recipe(product, "unit", Map.of(), Map.of());
    }

    /**
     * The unit of the product.
     *
     * @param newUnit such as "t"
     * @return a new recipe
     */
    public Recipe unit(String newUnit) {
        return new Recipe(product, newUnit, inputs, extensions);
    }

    /**
     * One input.
     *
     * @param input the product used; it may be this one
     * @param amount units of the input per unit of the product, at least 0
     * @return a new recipe
     * @throws IllegalArgumentException if the input is there already, or the amount is negative or not finite
     */
    public Recipe uses(String input, double amount) {
        requireAmount(input, amount);
        if (inputs.containsKey(input)) {
            throw new IllegalArgumentException("The recipe of '" + product + "' names '" + input + "' twice: "
                    + inputs.get(input) + " and " + amount + ". Add the amounts up first.");
        }
        Map<String, Double> more = new LinkedHashMap<>(inputs);
        more.put(input, amount);
        return new Recipe(product, unit, more, extensions);
    }

    /**
     * Direct labour.
     *
     * @param hours per unit of the product
     * @return a new recipe
     */
    public Recipe labour(double hours) {
        return extension(LABOUR, LABOUR_UNIT, hours);
    }

    /**
     * Anything else that is counted: emissions, land, machine hours.
     *
     * @param name such as "CO2"
     * @param extensionUnit such as "t"
     * @param amount per unit of the product, at least 0
     * @return a new recipe
     */
    public Recipe extension(String name, String extensionUnit, double amount) {
        requireAmount(name, amount);
        if (extensions.containsKey(name)) {
            throw new IllegalArgumentException("The recipe of '" + product + "' counts '" + name + "' twice.");
        }
        Map<String, Amount> more = new LinkedHashMap<>(extensions);
        more.put(name, new Amount(amount, extensionUnit));
        return new Recipe(product, unit, inputs, more);
    }

    /**
     * What the recipe makes.
     *
     * @return the product's name
     */
    public String product() {
        return product;
    }

    /**
     * The unit of the product.
     *
     * @return the unit
     */
    public String unit() {
        return unit;
    }

    /**
     * Inputs per unit of the product.
     *
     * @return amounts by product, in the order they were named; cannot be changed
     */
    public Map<String, Double> inputs() {
        return inputs;
    }

    /**
     * Labour and other extensions per unit of the product.
     *
     * @return amounts by name, in the order they were named; cannot be changed
     */
    public Map<String, Amount> extensions() {
        return extensions;
    }

    /** Product and unit, then what one unit takes. */
    @Override
    public String toString() {
        StringJoiner takes = new StringJoiner(", ");
        inputs.forEach((input, amount) -> takes.add(amount + " of '" + input + "'"));
        extensions.forEach((name, amount) -> takes.add(amount.amount() + " " + amount.unit() + " of '" + name + "'"));
        return "One " + unit + " of '" + product + "' takes " + (takes.length() == 0 ? "nothing" : takes);
    }

    private void requireAmount(String of, double amount) {
        if (!(amount >= 0 && amount <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("The recipe of '" + product + "' takes " + amount + " of '" + of
                    + "'; an amount is finite and not negative.");
        }
    }
}
