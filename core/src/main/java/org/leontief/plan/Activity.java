package org.leontief.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.leontief.label.NumberText;

/**
 * A technique by name: what one unit of it makes and what it takes. Several may make the same product, and one may make
 * several (joint production). Immutable; every call gives a new activity.
 *
 * <pre>{@code
 * activity("Electric furnace").makes("Steel", "t", 1).uses("Scrap", "t", 1.1).uses("Labour", "hours", 3)
 * }</pre>
 *
 * <p>At intensity x it makes and takes x times as much (Koopmans 1951, <em>Activity Analysis of Production and
 * Allocation</em>, ch. 3). What it uses is a product if some technique makes it, and a resource otherwise. A unit has to be
 * stated once for every name; wherever it is stated again it must be the same.
 */
public final class Activity {

    /**
     * Something made or used.
     *
     * @param amount per unit of the activity, at least 0
     * @param unit of the amount; empty where it is that of the table or of another activity
     */
    public record Amount(double amount, Optional<String> unit) {}

    private final String name;
    private final Map<String, Amount> outputs;
    private final Map<String, Amount> inputs;

    private Activity(String name, Map<String, Amount> outputs, Map<String, Amount> inputs) {
        this.name = name;
        this.outputs = Collections.unmodifiableMap(outputs);
        this.inputs = Collections.unmodifiableMap(inputs);
    }

    /**
     * An activity that makes and takes nothing yet.
     *
     * @param name such as "Electric furnace"
     * @return the activity
     */
    public static Activity activity(String name) {
        return new Activity(name, Map.of(), Map.of());
    }

    /**
     * One of its products, in the unit that is stated elsewhere.
     *
     * @param product its name
     * @param amount per unit of the activity
     * @return a new activity
     * @throws IllegalArgumentException if the product is there already, or the amount is negative or not finite
     */
    public Activity makes(String product, double amount) {
        return new Activity(name, with(outputs, "makes", product, null, amount), inputs);
    }

    /**
     * One of its products.
     *
     * @param product its name
     * @param unit such as "t"
     * @param amount per unit of the activity
     * @return a new activity
     * @throws IllegalArgumentException if the product is there already, or the amount is negative or not finite
     */
    public Activity makes(String product, String unit, double amount) {
        return new Activity(name, with(outputs, "makes", product, unit, amount), inputs);
    }

    /**
     * A product or resource that it takes, in the unit that is stated elsewhere.
     *
     * @param input its name
     * @param amount per unit of the activity
     * @return a new activity
     * @throws IllegalArgumentException if it is there already, or the amount is negative or not finite
     */
    public Activity uses(String input, double amount) {
        return new Activity(name, outputs, with(inputs, "uses", input, null, amount));
    }

    /**
     * A product or resource that it takes; emissions are uses of what the air may still take.
     *
     * @param input its name
     * @param unit such as "hours"
     * @param amount per unit of the activity
     * @return a new activity
     * @throws IllegalArgumentException if it is there already, or the amount is negative or not finite
     */
    public Activity uses(String input, String unit, double amount) {
        return new Activity(name, outputs, with(inputs, "uses", input, unit, amount));
    }

    private Map<String, Amount> with(
            Map<String, Amount> before, String verb, String what, @Nullable String unit, double amount) {
        if (!(amount >= 0 && amount <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("'" + name + "' " + verb + " " + amount + " of '" + what
                    + "'; an amount is finite and not negative.");
        }
        if (before.containsKey(what)) {
            throw new IllegalArgumentException("'" + name + "' " + verb + " '" + what + "' twice: "
                    + before.get(what).amount() + " and " + amount + ". Add the amounts up first.");
        }
        Map<String, Amount> more = new LinkedHashMap<>(before);
        more.put(what, new Amount(amount, Optional.ofNullable(unit)));
        return more;
    }

    /**
     * What it is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What one unit of it makes.
     *
     * @return amounts by product, in the order they were named; cannot be changed
     */
    public Map<String, Amount> outputs() {
        return outputs;
    }

    /**
     * What one unit of it takes.
     *
     * @return amounts of products and resources, in the order they were named; cannot be changed
     */
    public Map<String, Amount> inputs() {
        return inputs;
    }

    /** Name, what it makes, what it takes. */
    @Override
    public String toString() {
        return name + " makes " + written(outputs) + " of " + written(inputs);
    }

    private static String written(Map<String, Amount> amounts) {
        StringJoiner text = new StringJoiner(", ");
        amounts.forEach((of, amount) -> text.add(NumberText.of(amount.amount())
                + amount.unit().map(unit -> " " + unit).orElse("") + " '" + of + "'"));
        return text.length() == 0 ? "nothing" : text.toString();
    }
}
