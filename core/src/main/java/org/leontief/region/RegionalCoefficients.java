package org.leontief.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * The recipes of one region r in an interregional table: blocks A_qr of A, what a unit of each of its products takes from
 * region q. In units of the row's product per unit of the column's. Immutable. Source: Miller and Blair 2009, section 3.3.
 */
public final class RegionalCoefficients {

    private final Regions regions;
    private final LabelledMatrix a;
    private final int region;

    RegionalCoefficients(Regions regions, LabelledMatrix a, int region) {
        this.regions = regions;
        this.a = a;
        this.region = region;
    }

    /**
     * A_rr: inputs from the region itself.
     *
     * @return n_r × n_r
     */
    public LabelledMatrix domestic() {
        return from(region, "Domestic coefficients of " + regions.name(region));
    }

    /**
     * A_qr: inputs from one other region.
     *
     * @param source where they come from
     * @return n_q × n_r
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public LabelledMatrix from(String source) {
        return from(regions.indexOf(source), "Coefficients from " + source + " to " + regions.name(region));
    }

    private LabelledMatrix from(int source, String name) {
        int[] rows = regions.places(source);
        return block(name, rows, regions.labels(rows));
    }

    /**
     * Inputs from all other regions, by region and product.
     *
     * @return (n − n_r) × n_r
     */
    public LabelledMatrix imported() {
        int[] rows = regions.placesOutside(region);
        return block("Imported coefficients of " + regions.name(region), rows, regions.labels(rows));
    }

    /**
     * Inputs from all other regions by name of the product, wherever it was made: Σ_{q≠r} A_qr.
     *
     * @return products × n_r
     * @throws IllegalStateException if products of one name are in different units
     */
    public LabelledMatrix importedByProduct() {
        return byProduct("Imported coefficients of " + regions.name(region), regions.placesOutside(region));
    }

    /**
     * Inputs from all regions by name of the product, wherever it was made: Σ_q A_qr, the technique of the region without
     * regard to where it buys.
     *
     * @return products × n_r
     * @throws IllegalStateException if products of one name are in different units
     */
    public LabelledMatrix technical() {
        int[] all = new int[a.rows().size()];
        Arrays.setAll(all, i -> i);
        return byProduct("Technical coefficients of " + regions.name(region), all);
    }

    private LabelledMatrix block(String name, int[] rows, Labels labels) {
        int[] place = new int[a.rows().size()];
        Arrays.fill(place, -1);
        for (int k = 0; k < rows.length; k++) {
            place[rows[k]] = k;
        }
        return gathered(name, place, labels, a.rowUnits().reorder(rows));
    }

    private LabelledMatrix byProduct(String name, int[] rows) {
        Map<String, Integer> names = new LinkedHashMap<>();
        List<String> units = new ArrayList<>();
        int[] place = new int[a.rows().size()];
        Arrays.fill(place, -1);
        for (int i : rows) {
            Label label = a.rows().get(i);
            String unit = a.rowUnits().get(i);
            int row = names.computeIfAbsent(label.name(), product -> names.size());
            if (row == units.size()) {
                units.add(unit);
            } else if (!units.get(row).equals(unit)) {
                throw new IllegalStateException("'" + label + "' is in " + unit + ", but '" + label.name()
                        + "' of another region in " + units.get(row)
                        + ", and they cannot be added up. Ask for imported(), which keeps regions apart.");
            }
            place[i] = row;
        }
        Labels labels = Labels.of(List.copyOf(names.keySet()));
        return gathered(name, place, labels, units.isEmpty() ? Units.NONE : Units.perLabel(units));
    }

    /** Row i of the region's columns is added to row place[i], or left out where that is negative. */
    private LabelledMatrix gathered(String name, int[] place, Labels labels, Units units) {
        int[] columns = regions.places(region);
        double[] column = new double[labels.size()];
        SparseMatrixBuilder block = SparseMatrix.builder(labels.size(), columns.length);
        for (int k = 0; k < columns.length; k++) {
            Arrays.fill(column, 0);
            a.matrix().forEachInColumn(columns[k], (i, j, v) -> {
                if (place[i] >= 0) {
                    column[place[i]] += v;
                }
            });
            for (int i = 0; i < column.length; i++) {
                block.add(i, k, column[i]);
            }
        }
        return LabelledMatrix.of(name, labels, regions.labels(columns), units, block.build());
    }

    /** Region and shape. */
    @Override
    public String toString() {
        return "Coefficients of " + regions.name(region) + ": " + regions.places(region).length + " of "
                + a.rows().size() + " industries";
    }
}
