package org.leontief.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Changes to an economy: technical coefficients, final demand, extension coefficients. Immutable; every call gives a new
 * scenario, and changes are applied in the order in which they were made.
 *
 * <p>Nothing is put in the place of an input that is saved: where a table in money had inputs and value added of one euro in
 * every euro, a scenario may leave less or more, which is then a gain or a loss that no row records.
 *
 * <pre>{@code
 * Scenario scrap = Scenario.named("More scrap")
 *         .scaleCoefficient("Coal", "Steel", 0.8)
 *         .scaleExtension("CO2", "Steel", 0.7)
 *         .scaleDemand("Construction", 1.1);
 * }</pre>
 */
public final class Scenario {

    /** A change of one cell of A or S. */
    private record CellChange(String row, String column, boolean sets, DoubleUnaryOperator change) {}

    private final String name;
    private final List<CellChange> inputs;
    private final List<CellChange> extensions;
    private final List<UnaryOperator<LabelledVector>> demands;

    private Scenario(
            String name,
            List<CellChange> inputs,
            List<CellChange> extensions,
            List<UnaryOperator<LabelledVector>> demands) {
        this.name = name;
        this.inputs = inputs;
        this.extensions = extensions;
        this.demands = demands;
    }

    /**
     * A scenario without changes.
     *
     * @param name what to call it
     * @return the scenario
     */
    public static Scenario named(String name) {
        return new Scenario(name, List.of(), List.of(), List.of());
    }

    /**
     * Multiplies a technical coefficient.
     *
     * @param input the product used (row of A)
     * @param product the product made (column of A)
     * @param factor 0.8 for a fifth less
     * @return a new scenario
     */
    public Scenario scaleCoefficient(String input, String product, double factor) {
        return withInput(new CellChange(input, product, false, value -> value * factor));
    }

    /**
     * Replaces a technical coefficient.
     *
     * @param input the product used (row of A)
     * @param product the product made (column of A)
     * @param value units of the input per unit of the product
     * @return a new scenario
     */
    public Scenario setCoefficient(String input, String product, double value) {
        return withInput(new CellChange(input, product, true, old -> value));
    }

    /**
     * Multiplies an extension coefficient.
     *
     * @param extension such as "CO2" (row of S)
     * @param product the product made (column of S)
     * @param factor 0.7 for thirty per cent less
     * @return a new scenario
     */
    public Scenario scaleExtension(String extension, String product, double factor) {
        return withExtension(new CellChange(extension, product, false, value -> value * factor));
    }

    /**
     * Replaces an extension coefficient.
     *
     * @param extension such as "CO2" (row of S)
     * @param product the product made (column of S)
     * @param value amount per unit of the product
     * @return a new scenario
     */
    public Scenario setExtension(String extension, String product, double value) {
        return withExtension(new CellChange(extension, product, true, old -> value));
    }

    /**
     * Multiplies the final demand for a product.
     *
     * @param product whose
     * @param factor 1.1 for ten per cent more
     * @return a new scenario
     */
    public Scenario scaleDemand(String product, double factor) {
        return withDemand(demand -> demand.scale(product, factor));
    }

    /**
     * Replaces the final demand for a product.
     *
     * @param product whose
     * @param value in the unit of the product
     * @return a new scenario
     */
    public Scenario setDemand(String product, double value) {
        return withDemand(demand -> demand.with(product, value));
    }

    /**
     * What the scenario is called.
     *
     * @return the name given at creation
     */
    public String name() {
        return name;
    }

    /**
     * Whether final demand is changed.
     *
     * @return true if so
     */
    public boolean changesDemand() {
        return !demands.isEmpty();
    }

    /**
     * The technology under this scenario.
     *
     * @param base the technology before
     * @return new coefficients; the same if the scenario changes none
     * @throws org.leontief.label.UnknownLabelException if a changed cell has no such row or column, with the nearest
     * @throws IllegalArgumentException if a changed coefficient is not finite
     */
    public TechnicalCoefficients applyTo(TechnicalCoefficients base) {
        if (inputs.isEmpty() && extensions.isEmpty()) {
            return base;
        }
        return base.with(changed(base.matrix(), inputs), changed(base.extensions(), extensions));
    }

    /**
     * The final demand under this scenario.
     *
     * @param base the final demand before
     * @return the changed demand
     * @throws org.leontief.label.UnknownLabelException if a changed product is not in it, with the nearest
     */
    public LabelledVector applyTo(LabelledVector base) {
        LabelledVector demand = base;
        for (UnaryOperator<LabelledVector> change : demands) {
            demand = change.apply(demand);
        }
        return demand;
    }

    private static SparseMatrix changed(LabelledMatrix matrix, List<CellChange> changes) {
        if (changes.isEmpty()) {
            return matrix.matrix();
        }
        Labels rows = matrix.rows();
        Labels columns = matrix.columns();
        Map<Integer, Map<Integer, Double>> cells = new TreeMap<>();
        for (CellChange change : changes) {
            int i = rows.indexOf(change.row());
            int j = columns.indexOf(change.column());
            Map<Integer, Double> column = cells.computeIfAbsent(j, number -> new TreeMap<>());
            double old = column.getOrDefault(i, matrix.matrix().get(i, j));
            column.put(i, changed(change, old));
        }
        return withCells(matrix.matrix(), cells);
    }

    private static double changed(CellChange change, double old) {
        double value = change.change().applyAsDouble(old);
        if (old == 0 && value == 0 && !change.sets()) {
            throw new IllegalArgumentException("There is nothing to scale: the coefficient of '" + change.row()
                    + "' in '" + change.column() + "' is 0. Set it instead.");
        }
        if (!Double.isFinite(value) || (value < 0 && old >= 0)) {
            throw new IllegalArgumentException("The coefficient of '" + change.row() + "' in '" + change.column()
                    + "' becomes " + value + "; a finite number that is not negative is needed.");
        }
        return value;
    }

    /** Other columns where cells change, and the rest as it is: a large table is copied, not entered anew. */
    private static SparseMatrix withCells(SparseMatrix matrix, Map<Integer, Map<Integer, Double>> cells) {
        SparseMatrixBuilder builder = SparseMatrix.builder(matrix.rows(), cells.size());
        int[] columns = new int[cells.size()];
        int next = 0;
        for (Map.Entry<Integer, Map<Integer, Double>> column : cells.entrySet()) {
            int place = next++;
            columns[place] = column.getKey();
            matrix.forEachInColumn(column.getKey(), (i, j, value) -> {
                if (!column.getValue().containsKey(i)) {
                    builder.add(i, place, value);
                }
            });
            column.getValue().forEach((i, value) -> builder.add(i, place, value));
        }
        return matrix.withColumns(columns, builder.build());
    }

    private Scenario withInput(CellChange change) {
        return new Scenario(name, added(inputs, change), extensions, demands);
    }

    private Scenario withExtension(CellChange change) {
        return new Scenario(name, inputs, added(extensions, change), demands);
    }

    private Scenario withDemand(UnaryOperator<LabelledVector> change) {
        return new Scenario(name, inputs, extensions, added(demands, change));
    }

    private static <T> List<T> added(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    /** Name and number of changes. */
    @Override
    public String toString() {
        return "Scenario '" + name + "': " + inputs.size() + " coefficients, " + extensions.size() + " extensions, "
                + demands.size() + " demands changed";
    }
}
