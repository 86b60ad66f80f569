package org.leontief.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.NumberText;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.MixedPlan;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Is there enough for a plan? R x + E d against b, the tightest resource first, with a guaranteed bound on every number.
 *
 * <p>x: n gross outputs with bounds, d: n final deliveries, b: m amounts. Use is linear in d, so that the largest multiple of
 * the plan that still fits is min b_k / (R x + E d)_k. What is short is turned into final demand by the multipliers
 * R L + E, one transposed solve for each resource asked for: (R L)_j of a resource are freed by a unit of product j not
 * delivered. Source: Miller and Blair 2009, section 6.2 (multipliers). Immutable.
 */
public final class ResourceCheck {

    private static final int MOST_LINES = 25;

    private final TechnicalCoefficients coefficients;
    private final BoundedVector finalDemand;
    private final List<ResourceUse> uses;
    private final Labels names;

    private ResourceCheck(TechnicalCoefficients coefficients, BoundedVector finalDemand, List<ResourceUse> uses) {
        this.coefficients = coefficients;
        this.finalDemand = finalDemand;
        this.uses = List.copyOf(uses);
        names = Labels.of(uses.stream().map(use -> use.resource().name()).toList());
    }

    /**
     * Checks a plan.
     *
     * @param plan what is produced and delivered
     * @param resources what there is, of the same industries
     * @return the uses, tightest first
     * @throws org.leontief.label.UnknownLabelException if the industries differ
     * @throws IllegalArgumentException if there are no resources, or units differ
     */
    public static ResourceCheck of(GrossOutputPlan plan, Resources resources) {
        return of(
                plan.coefficients(),
                plan.grossOutput(),
                BoundedVector.of(
                        plan.finalDemand(), new double[plan.industries().size()]),
                resources);
    }

    /**
     * Checks a plan in which the outputs of some industries were given.
     *
     * @param plan what is produced and delivered
     * @param resources what there is, of the same industries
     * @return the uses, tightest first
     * @throws org.leontief.label.UnknownLabelException if the industries differ
     * @throws IllegalArgumentException if there are no resources, or units differ
     */
    public static ResourceCheck of(MixedPlan plan, Resources resources) {
        return of(plan.coefficients(), plan.grossOutput(), plan.finalDeliveries(), resources);
    }

    private static ResourceCheck of(
            TechnicalCoefficients coefficients,
            BoundedVector grossOutput,
            BoundedVector finalDemand,
            Resources resources) {
        if (resources.size() == 0) {
            throw new IllegalArgumentException("There are no resources to check. Name one: Resources.of(coefficients)"
                    + ".row(\"Employment\", amount).");
        }
        Labels industries = resources.industries();
        // A message that names both sides where they differ; the same labels in another order are joined.
        int[] places = industries.placesIn(grossOutput.labels(), "the plan");
        grossOutput.values().alignedTo(industries, resources.coefficients().units());
        List<ResourceUse> uses = new ArrayList<>();
        for (Resource resource : resources) {
            uses.add(new ResourceUse(
                    resource,
                    sum(resource, places, grossOutput, finalDemand, 1),
                    sum(resource, places, grossOutput, finalDemand, -1)));
        }
        uses.sort(descending(use -> use.utilisation().value()));
        return new ResourceCheck(coefficients, finalDemand, uses);
    }

    /** ±(r·x + e·d) over the coefficients of that sign. */
    private static Bounded sum(
            Resource resource, int[] places, BoundedVector grossOutput, BoundedVector finalDemand, int sign) {
        BoundedSum sum = new BoundedSum();
        addTo(sum, resource.output(), places, grossOutput, sign);
        addTo(sum, resource.finalDemand(), places, finalDemand, sign);
        return sum.total();
    }

    private static void addTo(BoundedSum sum, SparseMatrix perUnit, int[] places, BoundedVector vector, int sign) {
        perUnit.forEach((i, column, coefficient) -> {
            if (sign * coefficient > 0) {
                sum.addProduct(sign * coefficient, vector, places[i]);
            }
        });
    }

    private static <T> Comparator<T> descending(ToDoubleFunction<T> key) {
        return (a, b) -> Double.compare(key.applyAsDouble(b), key.applyAsDouble(a));
    }

    /**
     * Every resource.
     *
     * @return what is used and what there is, tightest first
     */
    public List<ResourceUse> uses() {
        return uses;
    }

    /**
     * One resource.
     *
     * @param resource its name
     * @return what is used and what there is
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, with the nearest
     */
    public ResourceUse of(String resource) {
        return uses.get(names.indexOf(resource));
    }

    /**
     * What breaks first if the plan grows.
     *
     * @return the resource with the smallest multiple of the plan that it allows
     */
    public ResourceUse first() {
        return uses.stream()
                .min((a, b) -> Double.compare(
                        a.largestMultiple().value(), b.largestMultiple().value()))
                .orElseThrow();
    }

    /**
     * Whether there is enough of everything.
     *
     * @return true if nothing is short
     */
    public boolean isFeasible() {
        return uses.stream().noneMatch(use -> use.standing() == ResourceStanding.SHORT);
    }

    /**
     * The largest multiple of the plan that fits all resources.
     *
     * @return below 1 if something is short; infinite if nothing limits the plan
     */
    public Bounded largestMultiple() {
        double least = Double.POSITIVE_INFINITY;
        double leastUpper = Double.POSITIVE_INFINITY;
        double value = Double.POSITIVE_INFINITY;
        for (ResourceUse use : uses) {
            Bounded multiple = use.largestMultiple();
            if (multiple.errorBound() == Double.POSITIVE_INFINITY) {
                return new Bounded(first().largestMultiple().value(), Double.POSITIVE_INFINITY);
            }
            value = Math.min(value, multiple.value());
            least = Math.min(least, multiple.value() - multiple.errorBound());
            leastUpper = Math.min(leastUpper, multiple.value() + multiple.errorBound());
        }
        return value == Double.POSITIVE_INFINITY
                ? Bounded.exact(value)
                : new Bounded(value, Math.nextUp(Math.nextUp(Math.max(value - least, leastUpper - value))));
    }

    /**
     * What is short, and which deliveries would free it.
     *
     * @return for each resource that is short, tightest first; computes one transposed solve for each
     * @throws IllegalStateException if the solver stopped before it was done
     */
    public List<Shortage> shortages() {
        return shortages(SolveOptions.defaults());
    }

    /**
     * What is short, and which deliveries would free it.
     *
     * @param options how to solve
     * @return for each resource that is short, tightest first; computes one transposed solve for each
     * @throws IllegalStateException if the solver stopped before it was done
     */
    public List<Shortage> shortages(SolveOptions options) {
        List<ResourceUse> missing = uses.stream()
                .filter(use -> use.standing() == ResourceStanding.SHORT)
                .toList();
        return shortages(missing, options);
    }

    /**
     * What is short of one resource, and which deliveries would free it.
     *
     * @param resource its name
     * @return the missing amount in units of final demand; computes one transposed solve
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, with the nearest
     * @throws IllegalStateException if nothing of it is missing, or the solver stopped before it was done
     */
    public Shortage shortage(String resource) {
        ResourceUse use = of(resource);
        if (use.standing() != ResourceStanding.SHORT) {
            throw new IllegalStateException("Nothing is missing: " + use + ".");
        }
        return shortages(List.of(use), SolveOptions.defaults()).get(0);
    }

    private List<Shortage> shortages(List<ResourceUse> missing, SolveOptions options) {
        int[] places = missing.isEmpty()
                ? new int[0]
                : coefficients
                        .industries()
                        .placesIn(missing.get(0).resource().perUnitOfOutput().labels(), "the resources");
        double[][] rows = new double[missing.size()][];
        for (int k = 0; k < rows.length; k++) {
            LabelledVector row = missing.get(k).resource().perUnitOfOutput();
            rows[k] = Arrays.stream(places).mapToDouble(row::at).toArray();
        }
        List<Solution> solutions = coefficients.system().transposed().solveAll(rows, options);
        List<Shortage> shortages = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            shortages.add(Shortage.of(
                    missing.get(k),
                    coefficients,
                    places,
                    finalDemand,
                    solutions.get(k).requireConverged()));
        }
        return List.copyOf(shortages);
    }

    /** A table of the resources, tightest first, and the multiple that fits. */
    @Override
    public String toString() {
        List<ResourceUse> shown = uses.subList(0, Math.min(MOST_LINES, uses.size()));
        int width = shown.stream()
                .mapToInt(use -> use.resource().name().length())
                .max()
                .orElse(0);
        StringBuilder text =
                new StringBuilder(line(width, "", "used", "there is", "of it", "largest multiple of the plan"));
        for (ResourceUse use : shown) {
            String standing = use.standing() == ResourceStanding.SLACK ? "" : use.standing() + " ";
            text.append('\n')
                    .append(line(
                            width,
                            use.resource().name(),
                            NumberText.of(use.used().value()),
                            NumberText.of(use.supplied().value()),
                            use.share("of none"),
                            multiple(use.largestMultiple()) + "  " + standing + "("
                                    + use.resource().unit() + ")"));
        }
        if (uses.size() > MOST_LINES) {
            text.append("\n… and ").append(uses.size() - MOST_LINES).append(" more with more to spare");
        }
        return text.append('\n').append(verdict()).toString();
    }

    private String verdict() {
        double multiple = largestMultiple().value();
        if (multiple == Double.POSITIVE_INFINITY) {
            return "Any multiple of the plan fits; it needs nothing of what is limited";
        }
        String first = first().resource().name();
        return multiple == 0
                ? "No part of the plan fits; there is nothing of " + first
                : NumberText.of(multiple) + " times the plan fits; " + first + " breaks first";
    }

    private static String multiple(Bounded multiple) {
        return multiple.value() == Double.POSITIVE_INFINITY ? "any" : NumberText.of(multiple.value());
    }

    private static String line(int width, String name, String used, String supplied, String share, String rest) {
        return String.format(Locale.ROOT, "%-" + width + "s %14s %14s %8s  %s", name, used, supplied, share, rest);
    }
}
