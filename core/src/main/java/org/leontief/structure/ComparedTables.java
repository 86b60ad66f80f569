package org.leontief.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.TechnologyOptions;

/** Two tables of the same industries, joined by label: everything in the order of the later one. */
final class ComparedTables {

    private final InputOutputTable earlierTable;
    private final InputOutputTable laterTable;
    private final TechnicalCoefficients earlier;
    private final TechnicalCoefficients later;
    /** places[i] is the place in the earlier table of industry i of the later one. */
    private final int[] places;

    private final LeontiefSystem earlierSystem;
    private final List<String> notes;

    private ComparedTables(
            InputOutputTable earlierTable, InputOutputTable laterTable, TechnologyOptions policies, int[] places) {
        this.earlierTable = earlierTable;
        this.laterTable = laterTable;
        this.places = places;
        earlier = TechnicalCoefficients.of(earlierTable, policies);
        later = TechnicalCoefficients.of(laterTable, policies);
        earlierSystem = earlierTable.industries().equals(laterTable.industries())
                ? earlier.system()
                : LeontiefSystem.of(joined(earlier.matrix().matrix(), true));
        notes = checkedRecipes();
    }

    static ComparedTables of(InputOutputTable earlier, InputOutputTable later, TechnologyOptions policies) {
        int[] places = later.industries().placesIn(earlier.industries(), "the earlier table");
        for (int i = 0; i < places.length; i++) {
            String before = earlier.units().get(places[i]);
            String after = later.units().get(i);
            if (!before.equals(after)) {
                throw new IllegalArgumentException("'" + later.industries().get(i) + "' is in " + before
                        + " in the earlier table and in " + after
                        + " in the later one. Bring both to the same units, and in money to the same prices, first.");
            }
        }
        return new ComparedTables(earlier, later, policies, places);
    }

    /** What one table has no recipe for cannot be asked of it; what nobody demands there is only noted. */
    private List<String> checkedRecipes() {
        double[] before = joined(earlierTable.finalDemand().total());
        double[] after = laterTable.finalDemand().total().toArray();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            boolean had = earlier.hasRecipe(places[i]);
            boolean has = later.hasRecipe(i);
            if ((!had && after[i] != 0) || (!has && before[i] != 0)) {
                throw new IllegalArgumentException("'" + industries().get(i) + "' is empty in the "
                        + (had ? "later" : "earlier") + " table, but final demand of the "
                        + (had ? "earlier" : "later") + " one for it is " + (had ? before[i] : after[i])
                        + ", which no recipe meets. Put it together with another industry, or take it to come from outside:"
                        + " TechnologyOptions.withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE).");
            }
            if (had != has) {
                found.add("'" + industries().get(i) + "' is empty in the " + (had ? "later" : "earlier")
                        + " table: there it takes no inputs, and counts for nothing.");
            }
        }
        return List.copyOf(found);
    }

    Labels industries() {
        return laterTable.industries();
    }

    /** Names the group that uses up more than it makes, in whichever of the tables it is. */
    void requireViable() {
        earlier.viability().requireViable("The outputs of the earlier table cannot be decomposed.");
        later.viability().requireViable("The outputs of the later table cannot be decomposed.");
    }

    TechnicalCoefficients later() {
        return later;
    }

    LeontiefSystem earlierSystem() {
        return earlierSystem;
    }

    List<String> notes() {
        return notes;
    }

    LabelledMatrix laterDemand() {
        return laterTable.finalDemand().byCategory();
    }

    LabelledMatrix earlierDemand() {
        LabelledMatrix y = earlierTable.finalDemand().byCategory();
        return LabelledMatrix.of(y.name(), industries(), y.columns(), laterTable.units(), joined(y.matrix(), false));
    }

    /** s of one of the years. */
    double[] intensity(String extension, boolean isLater) {
        return isLater ? later.extension(extension).toArray() : joined(earlier.extension(extension));
    }

    void requireExtension(String name) {
        String before = earlier.extensions().row(name).units().common();
        String after = later.extensions().row(name).units().common();
        if (!before.equals(after)) {
            throw new IllegalArgumentException("'" + name + "' is counted in " + before
                    + " in the earlier table and in " + after + " in the later one. Bring both to one unit first.");
        }
    }

    /** As the tables have it: of an extension, or of gross output. */
    LabelledVector recordedDifference(@Nullable String extension) {
        LabelledVector after = recorded(laterTable, extension);
        LabelledVector before = recorded(earlierTable, extension);
        Units units = after.units();
        double[] difference = after.toArray();
        double[] earlierValues = joined(before);
        Arrays.setAll(difference, i -> difference[i] - earlierValues[i]);
        return LabelledVector.of("Change of " + name(extension), industries(), units, difference);
    }

    private static String name(@Nullable String extension) {
        return extension == null ? "gross output" : extension;
    }

    private static LabelledVector recorded(InputOutputTable table, @Nullable String extension) {
        return extension == null ? table.grossOutput() : table.row(extension);
    }

    private double[] joined(LabelledVector ofEarlier) {
        return Arrays.stream(places).mapToDouble(ofEarlier::at).toArray();
    }

    private SparseMatrix joined(SparseMatrix ofEarlier, boolean alsoColumns) {
        int[] here = new int[places.length];
        for (int i = 0; i < here.length; i++) {
            here[places[i]] = i;
        }
        SparseMatrixBuilder joined = SparseMatrix.builder(ofEarlier.rows(), ofEarlier.columns());
        ofEarlier.forEach((i, j, value) -> joined.add(here[i], alsoColumns ? here[j] : j, value));
        return joined.build();
    }
}
