package org.leontief.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnologyOptions;

/**
 * Structural decomposition of the change between two tables: x = L d, or f = ŝ L d for an extension such as jobs or emissions,
 * by what happened to intensities s, to recipes (A in L = (I − A)⁻¹), and to final demand d.
 *
 * <pre>{@code
 * Decomposition jobs = StructuralDecomposition.between(table2000, table2014)
 *         .withIntensity("Employment")
 *         .withDemand(DemandFactors.LEVEL_AND_MIX)
 *         .compute();
 * }</pre>
 *
 * <p>The effect of a factor is what changes if it alone becomes the later one, averaged over which of the others have changed
 * already: by default over all orders, which leaves nothing unexplained. Recipes may be split by industry, each group a factor of
 * its own. The two tables are joined by label and must be in the same units; in money that means the same prices, or dearer
 * products will look like more of them. It takes one solve for each combination of recipes and column of final demand, never an
 * inverse. Source: Miller and Blair 2009, section 13.1; E. Dietzenbacher and B. Los, Economic Systems Research 10 (1998).
 * Immutable; every call gives a new one.
 */
public final class StructuralDecomposition {

    private static final String TECHNOLOGY = "Technology";

    private static final String OTHER_TECHNOLOGY = "Other technology";
    private static final String INTENSITY = "Intensity";
    private static final String INTERACTION = "Interaction";

    /** What no group may be called, whatever factors are asked for in the end. */
    private static final Set<String> OTHER_FACTORS = Stream.concat(
                    Stream.of(OTHER_TECHNOLOGY, INTENSITY, INTERACTION),
                    Arrays.stream(DemandFactors.values()).flatMap(factors -> factors.names().stream()))
            .collect(Collectors.toUnmodifiableSet());

    private final ComparedTables tables;
    private final @Nullable String extension;
    private final Map<String, List<String>> groups;
    private final DemandFactors demand;
    private final DecompositionForm form;
    private final SolveOptions options;

    private StructuralDecomposition(
            ComparedTables tables,
            @Nullable String extension,
            Map<String, List<String>> groups,
            DemandFactors demand,
            DecompositionForm form,
            SolveOptions options) {
        this.tables = tables;
        this.extension = extension;
        this.groups = groups;
        this.demand = demand;
        this.form = form;
        this.options = options;
    }

    /**
     * Two tables, for gross output by technology and final demand, over all orders.
     *
     * @param earlier the table before
     * @param later the table after, of the same industries in any order
     * @return ready for choices
     * @throws org.leontief.label.UnknownLabelException if the industries differ
     * @throws IllegalArgumentException if units differ, or an industry has flows but no output
     */
    public static StructuralDecomposition between(InputOutputTable earlier, InputOutputTable later) {
        return between(earlier, later, TechnologyOptions.defaults());
    }

    /**
     * Two tables under policies.
     *
     * @param earlier the table before
     * @param later the table after, of the same industries in any order
     * @param policies for zero output, dust and negative flows, the same for both
     * @return ready for choices
     * @throws org.leontief.label.UnknownLabelException if the industries differ
     * @throws IllegalArgumentException if units differ, or a policy refuses what is in a table
     */
    public static StructuralDecomposition between(
            InputOutputTable earlier, InputOutputTable later, TechnologyOptions policies) {
        return new StructuralDecomposition(
                ComparedTables.of(earlier, later, policies),
                null,
                Map.of(),
                DemandFactors.TOTAL,
                DecompositionForm.ALL_ORDERS,
                SolveOptions.defaults());
    }

    /**
     * Decomposes an extension instead of gross output; what a unit of output takes of it is the first factor, "Intensity".
     *
     * @param name of an extension, or a row of value added, in both tables and in one unit
     * @return a new decomposition
     * @throws org.leontief.label.UnknownLabelException if a table has no such row, with the nearest
     * @throws IllegalArgumentException if its units differ
     */
    public StructuralDecomposition withIntensity(String name) {
        tables.requireExtension(name);
        return new StructuralDecomposition(tables, name, groups, demand, form, options);
    }

    /**
     * Splits the change of recipes by whose recipes changed. What is in no group is "Other technology".
     *
     * @param industriesByGroup names of factors, each with its industries
     * @return a new decomposition
     * @throws org.leontief.label.UnknownLabelException if an industry is not known, with the nearest
     * @throws IllegalArgumentException if an industry is in two groups, a group is empty, or it is called like another factor
     */
    public StructuralDecomposition withTechnologyBy(Map<String, List<String>> industriesByGroup) {
        Map<String, List<String>> copied = new LinkedHashMap<>();
        industriesByGroup.forEach((name, industries) -> {
            if (OTHER_FACTORS.contains(name)) {
                throw new IllegalArgumentException("A group of industries cannot be called '" + name
                        + "': that is what another factor is called. Choose a name such as 'Recipes of " + name + "'.");
            }
            copied.put(name, List.copyOf(industries));
        });
        StructuralDecomposition split = new StructuralDecomposition(tables, extension, copied, demand, form, options);
        split.technologyFactors();
        return split;
    }

    /**
     * Splits final demand.
     *
     * @param factors into what
     * @return a new decomposition
     */
    public StructuralDecomposition withDemand(DemandFactors factors) {
        return new StructuralDecomposition(tables, extension, groups, factors, form, options);
    }

    /**
     * Weights effects in another way.
     *
     * @param newForm which year's values the other factors have
     * @return a new decomposition
     */
    public StructuralDecomposition withForm(DecompositionForm newForm) {
        return new StructuralDecomposition(tables, extension, groups, demand, newForm, options);
    }

    /**
     * Solves in another way.
     *
     * @param newOptions how
     * @return a new decomposition
     */
    public StructuralDecomposition with(SolveOptions newOptions) {
        return new StructuralDecomposition(tables, extension, groups, demand, form, newOptions);
    }

    /** Names of factors with the columns of A that they hold. */
    private Map<String, int[]> technologyFactors() {
        Labels industries = tables.industries();
        Map<String, int[]> factors = new LinkedHashMap<>();
        BitSet taken = new BitSet();
        groups.forEach((name, members) -> {
            if (members.isEmpty()) {
                throw new IllegalArgumentException("The group '" + name + "' has no industries.");
            }
            int[] columns = members.stream().mapToInt(industries::indexOf).toArray();
            for (int column : columns) {
                if (taken.get(column)) {
                    throw new IllegalArgumentException(
                            "'" + industries.get(column) + "' is named twice; an industry is in one group only.");
                }
                taken.set(column);
            }
            factors.put(name, columns);
        });
        int[] others =
                IntStream.range(0, industries.size()).filter(j -> !taken.get(j)).toArray();
        if (others.length > 0) {
            factors.put(groups.isEmpty() ? TECHNOLOGY : OTHER_TECHNOLOGY, others);
        }
        return factors;
    }

    /**
     * Computes the effects.
     *
     * @return one for each factor, with bounds
     * @throws IllegalArgumentException if there are too many factors for the form, two have one name, or a mix does not exist
     * @throws IllegalStateException if a combination of recipes has no outputs, or the solver stopped before it was done
     */
    public Decomposition compute() {
        tables.requireViable();
        Map<String, int[]> technology = technologyFactors();
        List<String> names = new ArrayList<>();
        if (extension != null) {
            names.add(INTENSITY);
        }
        names.addAll(technology.keySet());
        names.addAll(demand.names());
        CombinationWeights weights = CombinationWeights.of(form, names.size());
        if (form.hasInteraction()) {
            names.add(INTERACTION);
        }
        Labels factors = Labels.of(names);
        DemandCombinations demands = DemandCombinations.of(demand, tables.earlierDemand(), tables.laterDemand());
        TechnologyCombinations outputs = new TechnologyCombinations(
                tables.earlierSystem(), tables.later(), List.copyOf(technology.values()), demands.columns(), options);
        Bounded[][] effects = new Bounded[weights.terms()][tables.industries().size()];
        Arrays.stream(effects).forEach(effect -> Arrays.fill(effect, Bounded.exact(0)));
        weights.byCombination().forEach((bits, counts) -> {
            if (Arrays.stream(counts).anyMatch(count -> count != 0)) {
                add(effects, counts, values(bits, technology.size(), demands, outputs));
            }
        });
        LabelledVector recorded = tables.recordedDifference(extension);
        Bounded[] before = values(0, technology.size(), demands, outputs);
        Bounded[] after = values(-1, technology.size(), demands, outputs);
        List<BoundedVector> vectors = IntStream.range(0, effects.length)
                .mapToObj(f -> vector(
                        factors.get(f).toString(),
                        recorded.units(),
                        i -> effects[f][i].over(Bounded.exact((double) weights.denominator()))))
                .toList();
        return new Decomposition(
                factors,
                vectors,
                vector("Difference", recorded.units(), i -> after[i].minus(before[i])),
                recorded,
                tables.notes());
    }

    private BoundedVector vector(String name, Units units, IntFunction<Bounded> entry) {
        return BoundedVector.of(name, tables.industries(), units, entry);
    }

    private static void add(Bounded[][] effects, long[] counts, Bounded[] values) {
        for (int f = 0; f < effects.length; f++) {
            if (counts[f] != 0) {
                for (int i = 0; i < values.length; i++) {
                    effects[f][i] = effects[f][i].plus(values[i].times(Bounded.exact((double) counts[f])));
                }
            }
        }
    }

    /** ŝ L d with every factor of the year that its bit says. */
    private Bounded[] values(long bits, int technologies, DemandCombinations demands, TechnologyCombinations outputs) {
        int shift = extension == null ? 0 : 1;
        long recipes = (bits >> shift) & ((1L << technologies) - 1);
        Bounded[] weights = demands.weights(bits >> (shift + technologies));
        List<Solution> solutions = outputs.outputs(recipes);
        double @Nullable [] intensity = extension == null ? null : tables.intensity(extension, (bits & 1) == 1);
        Bounded[] values = new Bounded[tables.industries().size()];
        for (int i = 0; i < values.length; i++) {
            Bounded output = Bounded.exact(0);
            for (int r = 0; r < weights.length; r++) {
                Bounded weight = weights[r];
                if (weight.value() != 0 || weight.errorBound() != 0) {
                    Solution x = solutions.get(r);
                    output = output.plus(weight.times(new Bounded(x.value(i), x.errorBound(i))));
                }
            }
            values[i] = intensity == null ? output : output.times(Bounded.exact(intensity[i]));
        }
        return values;
    }

    /** What is decomposed, and how. */
    @Override
    public String toString() {
        return "Structural decomposition of " + (extension == null ? "gross output" : "'" + extension + "'") + " by "
                + technologyFactors().keySet().stream().collect(Collectors.joining(", ")) + " and "
                + String.join(", ", demand.names()) + ", " + form;
    }
}
