package org.leontief.technology;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.PerronRoot;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;

/**
 * What a unit of each product takes. Immutable, and safe to share between threads.
 *
 * <p>A = Z x̂⁻¹, n × n: column j is the recipe of one unit of j, a_ij in units of i per unit of j. S = F x̂⁻¹, k × n: labour,
 * emissions and other extensions per unit of output, followed by the rows of value added. M = Z_m x̂⁻¹: imported inputs by
 * product, where the table has them. From a table, from recipes, or
 * from a matrix. Source: Miller and Blair 2009, section 2.2.
 */
public final class TechnicalCoefficients {

    /** One recipe in so many may differ for a system that shares what another has prepared. */
    private static final int SHARED_UP_TO = 10;

    private final LabelledMatrix matrix;
    private final LabelledMatrix extensions;
    private final @Nullable LabelledMatrix importedInputs;
    private final BitSet withoutRecipe;
    private final List<String> notes;
    private final LeontiefSystem system;

    TechnicalCoefficients(
            LabelledMatrix matrix,
            LabelledMatrix extensions,
            @Nullable LabelledMatrix importedInputs,
            BitSet withoutRecipe,
            List<String> notes) {
        this(matrix, extensions, importedInputs, withoutRecipe, notes, LeontiefSystem.of(matrix.matrix()));
    }

    private TechnicalCoefficients(
            LabelledMatrix matrix,
            LabelledMatrix extensions,
            @Nullable LabelledMatrix importedInputs,
            BitSet withoutRecipe,
            List<String> notes,
            LeontiefSystem system) {
        this.matrix = matrix;
        this.extensions = extensions;
        this.importedInputs = importedInputs;
        this.withoutRecipe = withoutRecipe;
        this.notes = List.copyOf(notes);
        this.system = system;
    }

    /**
     * Coefficients of a table, with the default policies.
     *
     * @param table the table
     * @return A and S
     * @throws IllegalArgumentException if an industry has flows but no output, or its output is dust
     */
    public static TechnicalCoefficients of(InputOutputTable table) {
        return of(table, TechnologyOptions.defaults());
    }

    /**
     * Coefficients of a table.
     *
     * @param table the table
     * @param options the policies for zero output, dust and negative flows
     * @return A and S
     * @throws IllegalArgumentException if a policy refuses what is in the table; the message names the industries
     */
    public static TechnicalCoefficients of(InputOutputTable table, TechnologyOptions options) {
        return new CoefficientsOfTable(table, options).compute();
    }

    /**
     * Coefficients entered as recipes, one for each product.
     *
     * @param recipes in the order the products shall have
     * @return A and S
     * @throws IllegalArgumentException if there is no recipe, a product has two, or an input has none, with the nearest
     *     that has
     */
    public static TechnicalCoefficients ofRecipes(List<Recipe> recipes) {
        if (recipes.isEmpty()) {
            throw new IllegalArgumentException("An economy needs at least one recipe.");
        }
        Labels products = Labels.of(recipes.stream().map(Recipe::product).toList());
        Units units = Units.perLabel(recipes.stream().map(Recipe::unit).toList());
        Map<String, String> stressors = new LinkedHashMap<>();
        for (Recipe recipe : recipes) {
            recipe.extensions()
                    .forEach((name, amount) ->
                            requireSameUnit(recipe, name, amount.unit(), stressors.putIfAbsent(name, amount.unit())));
        }
        List<String> names = List.copyOf(stressors.keySet());
        SparseMatrixBuilder a = SparseMatrix.builder(products.size(), products.size());
        SparseMatrixBuilder s = SparseMatrix.builder(names.size(), products.size());
        for (int j = 0; j < recipes.size(); j++) {
            Recipe recipe = recipes.get(j);
            for (Map.Entry<String, Double> input : recipe.inputs().entrySet()) {
                if (!products.contains(input.getKey())) {
                    throw new UnknownLabelException("The recipe of '" + recipe.product() + "' uses '" + input.getKey()
                            + "', which has no recipe. "
                            + products.unknown(input.getKey()).getMessage());
                }
                a.add(products.indexOf(input.getKey()), j, input.getValue());
            }
            for (Map.Entry<String, Recipe.Amount> extension :
                    recipe.extensions().entrySet()) {
                s.add(names.indexOf(extension.getKey()), j, extension.getValue().amount());
            }
        }
        Units stressorUnits = names.isEmpty() ? Units.NONE : Units.perLabel(List.copyOf(stressors.values()));
        return new TechnicalCoefficients(
                LabelledMatrix.of("Technical coefficients", products, products, units, a.build()),
                LabelledMatrix.of("Extension coefficients", Labels.of(names), products, stressorUnits, s.build()),
                null,
                new BitSet(),
                List.of());
    }

    /**
     * Coefficients entered as a matrix, without extensions.
     *
     * @param products the products
     * @param units their units
     * @param a n × n, column j the recipe of one unit of product j
     * @return A, with an empty S
     */
    public static TechnicalCoefficients of(Labels products, Units units, SparseMatrix a) {
        return of(
                LabelledMatrix.of("Technical coefficients", products, products, units, a),
                LabelledMatrix.of(
                        "Extension coefficients",
                        Labels.of(),
                        products,
                        Units.NONE,
                        SparseMatrix.zeros(0, products.size())));
    }

    /**
     * Coefficients entered as matrices.
     *
     * @param a n × n, rows and columns under the same labels in the same order
     * @param extensions k × n, under the same columns
     * @return A and S
     * @throws IllegalArgumentException if the labels differ
     */
    public static TechnicalCoefficients of(LabelledMatrix a, LabelledMatrix extensions) {
        if (!a.rows().equals(a.columns())) {
            // The message names what is missing; if nothing is, only the order differs.
            a.rows().placesIn(a.columns(), "the columns of '" + a.name() + "'");
            throw new IllegalArgumentException(
                    "The rows and columns of '" + a.name() + "' have the same labels in different orders.");
        }
        if (!extensions.columns().equals(a.columns())) {
            a.columns().placesIn(extensions.columns(), "'" + extensions.name() + "'");
            throw new IllegalArgumentException("The columns of '" + extensions.name() + "' and of '" + a.name()
                    + "' have the same labels in different orders.");
        }
        return new TechnicalCoefficients(a, extensions, null, new BitSet(), List.of());
    }

    /**
     * The products, which are also the industries that make them.
     *
     * @return their labels, in order
     */
    public Labels industries() {
        return matrix.rows();
    }

    /**
     * The units of the products.
     *
     * @return one for all or one for each product
     */
    public Units units() {
        return matrix.rowUnits();
    }

    /**
     * A: units of the row's product per unit of the column's.
     *
     * @return n × n
     */
    public LabelledMatrix matrix() {
        return matrix;
    }

    /**
     * S: extensions and value added per unit of the column's product.
     *
     * @return k × n, each row in its own unit
     */
    public LabelledMatrix extensions() {
        return extensions;
    }

    /**
     * One row of S.
     *
     * @param name such as "Employment", or a row of value added
     * @return amount per unit of each product
     * @throws UnknownLabelException if there is no such row, with the nearest
     */
    public LabelledVector extension(String name) {
        LabelledVector row = extensions.row(name);
        return LabelledVector.of(name, industries(), row.units().per(units()), row.toArray());
    }

    /**
     * One row of S that something rests on.
     *
     * @param name such as "Hours"
     * @param what it is to be, for the message, such as "labour row"
     * @return amount per unit of each product
     * @throws UnknownLabelException if there is no such row, with the nearest and how to add one
     */
    public LabelledVector extension(String name, String what) {
        Labels rows = extensions.rows();
        if (!rows.contains(name)) {
            throw new UnknownLabelException("There is no " + what + " of this name among the extensions and the rows of"
                    + " value added. " + rows.unknown(name).getMessage() + " A table is given one by extension(\""
                    + name + "\", unit, …), a recipe by extension(\"" + name + "\", unit, amount).");
        }
        return extension(name);
    }

    /**
     * M = Z_m x̂⁻¹: what a unit of each product takes from abroad, by imported product, beside A.
     *
     * @return imported products × n; empty if the source does not record it
     */
    public Optional<LabelledMatrix> importedInputs() {
        return Optional.ofNullable(importedInputs);
    }

    /**
     * The same coefficients with inputs from abroad.
     *
     * @param m imported products × industries, in units of the row per unit of the column's product, joined to the industries
     *     by label
     * @return new coefficients that share what this one has prepared
     * @throws UnknownLabelException if the industries do not match
     */
    public TechnicalCoefficients withImportedInputs(LabelledMatrix m) {
        int[] places = m.columns().placesIn(industries(), "'" + m.name() + "'");
        SparseMatrixBuilder joined =
                SparseMatrix.builder(m.rows().size(), industries().size());
        m.matrix().forEach((i, j, value) -> joined.add(i, places[j], value));
        return new TechnicalCoefficients(
                matrix,
                extensions,
                LabelledMatrix.of("Imported inputs", m.rows(), industries(), m.rowUnits(), joined.build()),
                withoutRecipe,
                notes,
                system);
    }

    /**
     * Whether an industry has a recipe. Those without are listed in the notes.
     *
     * @param i place of the industry, from 0
     * @return false if its output is zero in the table and policy left it without
     */
    public boolean hasRecipe(int i) {
        return !withoutRecipe.get(i);
    }

    /**
     * Whether an industry has a recipe. Those without are listed in the notes.
     *
     * @param industry its name, or region and name as one text
     * @return false if its output is zero in the table and policy left it without
     */
    public boolean hasRecipe(String industry) {
        return hasRecipe(industries().indexOf(industry));
    }

    /**
     * What the policies did to the table: industries left without a recipe, dust, negative coefficients.
     *
     * @return sentences for a person, empty if nothing had to be decided
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * Whether the economy can reproduce itself, with the proof.
     *
     * @return the viability; the proof is computed once
     */
    public Viability viability() {
        return Viability.of(this);
    }

    /**
     * The dominant eigenvalue of |A| between guaranteed bounds: how close to the edge the technology is.
     *
     * @return the enclosure; computed at every call
     */
    public PerronRoot perronRoot() {
        return PerronRoot.of(matrix.matrix().abs());
    }

    /**
     * The outputs w with |A| w = ρ w of the dominant group of industries, largest 1, and 0 outside the group: for a closed
     * model, in which everything that is made is used up (ρ = 1), the proportions in which it reproduces itself.
     *
     * @return in the units of the products; computed at every call
     */
    public LabelledVector perronVector() {
        return LabelledVector.of(
                "Perron vector", industries(), units(), perronRoot().vector());
    }

    /**
     * The prepared system (I − A) x = b of these coefficients.
     *
     * @return the same at every call
     */
    public LeontiefSystem system() {
        return system;
    }

    /**
     * The same industries with other numbers. Where few recipes differ, the {@link #system} shares what this one has prepared.
     *
     * @param newMatrix A, under the same labels
     * @param newExtensions S, under the same columns
     * @return new coefficients with the same notes; an industry without a recipe that is given inputs now has one
     */
    public TechnicalCoefficients with(SparseMatrix newMatrix, SparseMatrix newExtensions) {
        BitSet stillWithout = (BitSet) withoutRecipe.clone();
        newMatrix.forEach((i, j, v) -> stillWithout.clear(j));
        return new TechnicalCoefficients(
                LabelledMatrix.of(matrix.name(), industries(), industries(), units(), newMatrix),
                LabelledMatrix.of(
                        extensions.name(), extensions.rows(), industries(), extensions.rowUnits(), newExtensions),
                importedInputs,
                stillWithout,
                notes,
                changed(newMatrix));
    }

    private LeontiefSystem changed(SparseMatrix newMatrix) {
        int[] columns = matrix.matrix().differingColumns(newMatrix);
        if (columns.length == 0) {
            return system;
        }
        return columns.length > industries().size() / SHARED_UP_TO
                ? LeontiefSystem.of(newMatrix)
                : system.withColumns(columns, newMatrix.columns(columns));
    }

    private static void requireSameUnit(Recipe recipe, String name, String unit, @Nullable String earlier) {
        if (earlier != null && !earlier.equals(unit)) {
            throw new IllegalArgumentException("The recipe of '" + recipe.product() + "' counts '" + name + "' in "
                    + unit + ", an earlier one in " + earlier + ". One name has one unit.");
        }
    }

    /** How many products and coefficients. */
    @Override
    public String toString() {
        return "Technical coefficients of " + industries().size() + " products, "
                + matrix.matrix().nonZeros() + " not zero";
    }
}
