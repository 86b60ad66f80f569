package org.leontief.resource;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What there is: people, plant, ore, land, foreign exchange, a budget of emissions, each with what a unit of output or of final
 * delivery uses of it.
 *
 * <pre>{@code
 * Resources resources = Resources.of(economy.coefficients())
 *         .row("Employment", 38_000)
 *         .capacity("Construction", 330_000)
 *         .importsPaidBy("Imports", exports);
 * }</pre>
 *
 * <p>R x + E d ≤ b with R, E: m × n, stored without their zeros. Immutable; every call gives new resources, in the order
 * they were named. A resource that nobody mentions is not scarce.
 */
public final class Resources implements Iterable<Resource> {

    private static final String CAPACITY = "Capacity of ";

    private final TechnicalCoefficients coefficients;
    private final List<Resource> resources;
    private final Labels names;

    private Resources(TechnicalCoefficients coefficients, List<Resource> resources) {
        this.coefficients = coefficients;
        this.resources = List.copyOf(resources);
        names = Labels.of(resources.stream().map(Resource::name).toList());
    }

    /**
     * No resources yet.
     *
     * @param coefficients the technology whose outputs use them
     * @return resources of its industries
     */
    public static Resources of(TechnicalCoefficients coefficients) {
        Objects.requireNonNull(coefficients, "coefficients");
        return new Resources(coefficients, List.of());
    }

    /**
     * A row of the table: labour of a grade, emissions, energy, land, imports.
     *
     * @param row an extension or a row of value added
     * @param available how much there is, in the unit of the row
     * @return new resources
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     * @throws IllegalArgumentException if the amount is negative or not finite, or the name is taken
     */
    public Resources row(String row, double available) {
        Objects.requireNonNull(row, "row");
        int place = coefficients.extensions().rows().indexOf(row);
        String unit = coefficients.extensions().rowUnits().get(place);
        return with(row, unit, column(coefficients.extensions().row(row).toArray()), available);
    }

    /**
     * Something that some industries use.
     *
     * @param name what it is called
     * @param unit what it is counted in
     * @param perUnitOfOutput by industry, in that unit per unit of output; industries not named use nothing
     * @param available how much there is
     * @return new resources
     * @throws org.leontief.label.UnknownLabelException if there is no such industry, with the nearest
     * @throws IllegalArgumentException if a number is not finite, the amount is negative, or the name is taken
     */
    public Resources resource(String name, String unit, Map<String, Double> perUnitOfOutput, double available) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(perUnitOfOutput, "perUnitOfOutput");
        Units units = Units.of(unit).per(coefficients.units());
        LabelledVector row = LabelledVector.of(name, industries(), units, perUnitOfOutput);
        return with(name, unit, column(row.toArray()), available);
    }

    /**
     * Something that industries use.
     *
     * @param name what it is called
     * @param unit what it is counted in
     * @param perUnitOfOutput joined by label, its units those of the resource per unit of each product
     * @param available how much there is
     * @return new resources
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ, the amount is negative or not finite, or the name is taken
     */
    public Resources resource(String name, String unit, LabelledVector perUnitOfOutput, double available) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(perUnitOfOutput, "perUnitOfOutput");
        return with(name, unit, column(aligned(perUnitOfOutput, unit).toArray()), available);
    }

    /**
     * The most that an industry can produce, as a resource called "Capacity of …".
     *
     * @param industry its name, or region and name as one text
     * @param most in the unit of its product
     * @return new resources
     * @throws org.leontief.label.UnknownLabelException if there is no such industry, with the nearest
     * @throws IllegalArgumentException if the number is negative or not finite, or there is a capacity already
     */
    public Resources capacity(String industry, double most) {
        Objects.requireNonNull(industry, "industry");
        return new Resources(
                coefficients, joined(List.of(capacityOf(industries().indexOf(industry), most))));
    }

    /**
     * The most that each industry can produce.
     *
     * @param most joined by label, in the units of the products
     * @return new resources, one for each industry
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ, or a number is negative
     */
    public Resources capacities(LabelledVector most) {
        LabelledVector aligned = most.alignedTo(industries(), coefficients.units());
        List<Resource> more = new ArrayList<>();
        for (int i = 0; i < aligned.size(); i++) {
            more.add(capacityOf(i, aligned.at(i)));
        }
        return new Resources(coefficients, joined(more));
    }

    /**
     * Foreign exchange: what industries import has to be paid by given exports. The earnings are an amount, so that a multiple
     * of a plan does not export more.
     *
     * @param row the row that holds the value of imported inputs, such as "Imports"
     * @param exports what is sold abroad, by product and in the unit of that row
     * @return new resources, called like the row
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     * @throws IllegalArgumentException if exports are counted in another unit than imports, or the name is taken
     */
    public Resources importsPaidBy(String row, LabelledVector exports) {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(exports, "exports");
        int place = coefficients.extensions().rows().indexOf(row);
        requireMoneyOfImports(
                row,
                coefficients.extensions().rowUnits().get(place),
                exports.units().common());
        return row(row, exports.total());
    }

    /**
     * Foreign exchange, where imported inputs are recorded by product: {@link TechnicalCoefficients#importedInputs()}.
     *
     * @param exports what is sold abroad, by product and in the unit of the imports
     * @return new resources, called "Imports"
     * @throws IllegalStateException if no imports are recorded, or they are in several units
     * @throws IllegalArgumentException if exports are counted in another unit than imports, or the name is taken
     */
    public Resources importsPaidBy(LabelledVector exports) {
        Objects.requireNonNull(exports, "exports");
        LabelledMatrix imported = coefficients
                .importedInputs()
                .orElseThrow(() -> new IllegalStateException("No imported inputs are recorded by product. Name the row"
                        + " that holds their value: importsPaidBy(row, exports)."));
        requireMoneyOfImports(
                imported.name(), imported.rowUnits().common(), exports.units().common());
        return with(
                "Imports",
                imported.rowUnits().common(),
                column(imported.matrix().columnSums()),
                exports.total());
    }

    private static void requireMoneyOfImports(String row, String ofImports, String ofExports) {
        if (!ofImports.equals(ofExports)) {
            throw new IllegalArgumentException("'" + row + "' is in " + ofImports + ", the exports in " + ofExports
                    + ". They can pay only in the same unit; convert one of them first.");
        }
    }

    /**
     * What final deliveries themselves use of a resource that is already named: fuel burnt by households, land under dwellings;
     * negative for what they add to it.
     *
     * @param name the resource
     * @param perUnitOfFinalDemand by product, in the resource's unit per unit delivered; products not named use nothing
     * @return new resources
     * @throws org.leontief.label.UnknownLabelException if there is no such resource or product, with the nearest
     * @throws IllegalArgumentException if a number is not finite
     */
    public Resources usedByFinalDemand(String name, Map<String, Double> perUnitOfFinalDemand) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(perUnitOfFinalDemand, "perUnitOfFinalDemand");
        Units units = Units.of(get(name).unit()).per(coefficients.units());
        return usedByFinalDemand(name, LabelledVector.of(name, industries(), units, perUnitOfFinalDemand));
    }

    /**
     * What final deliveries themselves use of a resource that is already named.
     *
     * @param name the resource
     * @param perUnitOfFinalDemand joined by label, its units those of the resource per unit of each product
     * @return new resources
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, or labels do not match
     * @throws IllegalArgumentException if units differ
     */
    public Resources usedByFinalDemand(String name, LabelledVector perUnitOfFinalDemand) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(perUnitOfFinalDemand, "perUnitOfFinalDemand");
        SparseMatrix row =
                column(aligned(perUnitOfFinalDemand, get(name).unit()).toArray());
        return replaced(name, resource -> resource.usedByFinalDemand(row));
    }

    /**
     * Another amount of a resource that is already named.
     *
     * @param name the resource
     * @param amount how much there is
     * @return new resources
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, with the nearest
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public Resources available(String name, double amount) {
        Objects.requireNonNull(name, "name");
        requireAmount(name, amount);
        return replaced(name, resource -> resource.available(amount));
    }

    private Resources replaced(String name, UnaryOperator<Resource> change) {
        List<Resource> changed = new ArrayList<>(resources);
        int place = names.indexOf(name);
        changed.set(place, change.apply(changed.get(place)));
        return new Resources(coefficients, changed);
    }

    private Resources with(String name, String unit, SparseMatrix perUnit, double available) {
        requireAmount(name, available);
        return new Resources(
                coefficients,
                joined(List.of(
                        new Resource(name, unit, industries(), coefficients.units(), perUnit, none(), available))));
    }

    private Resource capacityOf(int industry, double most) {
        Label label = industries().get(industry);
        requireAmount(CAPACITY + label, most);
        return new Resource(
                CAPACITY + label,
                coefficients.units().get(industry),
                industries(),
                coefficients.units(),
                SparseMatrix.byColumns(industries().size(), 1, 1)
                        .appendColumn(new int[] {industry}, new double[] {1}, 1)
                        .build(),
                none(),
                most);
    }

    private SparseMatrix none() {
        return SparseMatrix.zeros(industries().size(), 1);
    }

    private static SparseMatrix column(double[] perUnit) {
        int[] places = IntStream.range(0, perUnit.length).toArray();
        return SparseMatrix.byColumns(perUnit.length, 1, perUnit.length)
                .appendColumn(places, perUnit, perUnit.length)
                .build();
    }

    private List<Resource> joined(List<Resource> more) {
        List<String> taken =
                more.stream().map(Resource::name).filter(names::contains).toList();
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException("'" + taken.get(0) + "' is a resource already: " + get(taken.get(0))
                    + ". Change its amount by available(name, amount).");
        }
        List<Resource> all = new ArrayList<>(resources);
        all.addAll(more);
        return all;
    }

    private LabelledVector aligned(LabelledVector row, String unit) {
        return row.alignedTo(industries(), Units.of(unit).per(coefficients.units()));
    }

    private static void requireAmount(String name, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The available amount of '" + name + "' is " + amount
                    + "; it must be finite and at least 0. A resource without limit is left out.");
        }
    }

    /**
     * The industries whose outputs use the resources.
     *
     * @return their labels, in order
     */
    public Labels industries() {
        return coefficients.industries();
    }

    /**
     * The technology.
     *
     * @return A and S
     */
    public TechnicalCoefficients coefficients() {
        return coefficients;
    }

    /**
     * The names of the resources.
     *
     * @return in the order they were named
     */
    public Labels names() {
        return names;
    }

    /**
     * How many there are.
     *
     * @return m
     */
    public int size() {
        return resources.size();
    }

    /**
     * One of them.
     *
     * @param name the resource
     * @return the resource
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, with the nearest
     */
    public Resource get(String name) {
        Objects.requireNonNull(name, "name");
        return resources.get(names.indexOf(name));
    }

    /**
     * R: use per unit of output.
     *
     * @return m × n, without its zeros: row k in the unit of resource k, per unit of the product of each column
     */
    public LabelledMatrix perUnitOfOutput() {
        return matrix("Use per unit of output", Resource::output);
    }

    /**
     * E: use per unit of final delivery, beside what making it uses.
     *
     * @return m × n, without its zeros: row k in the unit of resource k, per unit of the product of each column
     */
    public LabelledMatrix perUnitOfFinalDemand() {
        return matrix("Use per unit of final demand", Resource::finalDemand);
    }

    private LabelledMatrix matrix(String name, Function<Resource, SparseMatrix> row) {
        SparseMatrixBuilder matrix = SparseMatrix.builder(size(), industries().size());
        for (int k = 0; k < size(); k++) {
            int place = k;
            row.apply(resources.get(k)).forEach((i, column, perUnit) -> matrix.add(place, i, perUnit));
        }
        Units units = Units.perLabel(resources.stream().map(Resource::unit).toList());
        return LabelledMatrix.of(name, names, industries(), units, matrix.build());
    }

    /**
     * All of them.
     *
     * @return in the order they were named; cannot be changed
     */
    public List<Resource> asList() {
        return resources;
    }

    @Override
    public Iterator<Resource> iterator() {
        return resources.iterator();
    }

    /** One line for each. */
    @Override
    public String toString() {
        return resources.stream().map(Resource::toString).collect(Collectors.joining("\n"));
    }
}
