package org.leontief.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leontief.label.Labels;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What can be a resource of a problem: what has been made one, the rows of its table, and what its activities use.
 *
 * @param techniques the techniques of the problem
 * @param resources what has been made a resource, by name
 */
record KnownResources(Techniques techniques, Map<String, PlanResource> resources) {

    /**
     * A resource by name; without a limit if it has not been made one.
     *
     * @throws org.leontief.label.UnknownLabelException if nothing uses it, with the nearest
     */
    PlanResource get(String name) {
        PlanResource known = resources.get(name);
        if (known != null) {
            return known;
        }
        TechnicalCoefficients coefficients = techniques.coefficients();
        if (coefficients != null && coefficients.extensions().rows().contains(name)) {
            int row = coefficients.extensions().rows().indexOf(name);
            return new PlanResource(
                    name,
                    coefficients.extensions().rowUnits().get(row),
                    Coefficients.of(coefficients.extensions().row(name)),
                    Coefficients.NONE,
                    Limit.NONE);
        }
        if (!techniques.usedButNotMade().containsKey(name)) {
            throw nobodyUses(name);
        }
        String unit = techniques.statedUnit(name);
        return new PlanResource(
                name, unit == null ? Techniques.UNSTATED_UNIT : unit, Coefficients.NONE, Coefficients.NONE, Limit.NONE);
    }

    /** The same, in a unit that has to be the one it is counted in; where none is stated it is this one. */
    PlanResource inUnit(String name, String unit) {
        PlanResource known = get(name);
        TechnicalCoefficients coefficients = techniques.coefficients();
        boolean isStated = techniques.statedUnit(name) != null
                || (coefficients != null && coefficients.extensions().rows().contains(name));
        if (isStated && !known.unit().equals(unit)) {
            throw new IllegalArgumentException("The available amount of '" + name + "' is given in " + unit
                    + ", its use is counted in " + known.unit()
                    + ". Convert one of them; units are never mixed silently.");
        }
        return new PlanResource(name, unit, known.output(), known.delivery(), known.limit());
    }

    /** One that has been made a resource. */
    PlanResource limited(String name) {
        PlanResource resource = resources.get(name);
        if (resource == null) {
            throw Labels.of(List.copyOf(resources.keySet())).unknown(name);
        }
        return resource;
    }

    /** A name that is still free. */
    String requireNew(String name) {
        PlanResource earlier = resources.get(name);
        if (earlier != null) {
            throw new IllegalArgumentException("'" + name + "' is a resource of this problem already ("
                    + earlier.asLimit() + "). For another amount say available(\"" + name
                    + "\", Limit.atMost(amount)).");
        }
        if (techniques.products().contains(name)) {
            throw nobodyUses(name);
        }
        return name;
    }

    /** A name for a limit that a decision adds, which nothing in the problem may have. */
    String requireFree(String name) {
        PlanResource earlier = resources.get(name);
        if (earlier != null) {
            throw new IllegalArgumentException("The decision '" + name
                    + "' would add a limit of that name, and the problem"
                    + " has one: " + earlier.asLimit() + ". To decide anew, begin with the problem as it was before;"
                    + " where they are two decisions, give this one another name.");
        }
        TechnicalCoefficients coefficients = techniques.coefficients();
        String taken = techniques.products().contains(name)
                ? "a product"
                : coefficients != null && coefficients.extensions().rows().contains(name)
                        ? "a row of the table"
                        : techniques.usedButNotMade().containsKey(name) ? "an input of activities" : "";
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException("The decision '" + name + "' has the name of " + taken
                    + ", so that its limit and its price could not be told apart from those. Give it another name.");
        }
        return name;
    }

    private RuntimeException nobodyUses(String name) {
        if (techniques.products().contains(name)) {
            return new IllegalArgumentException("'" + name
                    + "' is a product, which techniques make. For what is there of it already say stock(\"" + name
                    + "\", amount).");
        }
        Set<String> known = new LinkedHashSet<>(resources.keySet());
        known.addAll(techniques.usedButNotMade().keySet());
        if (techniques.coefficients() != null) {
            techniques.coefficients().extensions().rows().forEach(row -> known.add(row.toString()));
        }
        return Labels.of(List.copyOf(known)).unknown(name);
    }

    static Limit amount(String name, double available) {
        if (!(available >= 0 && available <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("The available amount of '" + name + "' is " + available
                    + "; it must be finite and not negative. What is not limited is named by counting(\"" + name
                    + "\").");
        }
        return Limit.atMost(available);
    }
}
