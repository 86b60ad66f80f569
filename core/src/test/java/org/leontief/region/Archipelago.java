package org.leontief.region;

import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** Two regions with different industries, in different units, and a third that only consumes; made up. */
final class Archipelago {

    static final Labels INDUSTRIES = Labels.ofLabels(List.of(
            new Label("North", "Farms"),
            new Label("South", "Farms"),
            new Label("North", "Mills"),
            new Label("North", "Power"),
            new Label("South", "Mines")));

    static final Labels USERS = Labels.ofLabels(List.of(
            new Label("South", "Households"),
            new Label("North", "Households"),
            new Label("North", "State"),
            new Label("Isles", "All")));

    static final double[][] Z = {
        {10, 4, 50, 0, 2},
        {0, 8, 30, 0, 5},
        {6, 3, 20, 9, 7},
        {5, 0, 40, 12, 20},
        {0, 1, 0, 60, 10},
    };

    static final double[][] Y = {
        {5, 40, 6, 3},
        {50, 20, 0, 12},
        {30, 80, 25, 18},
        {0, 44, 9, 0},
        {8, 0, 11, 2},
    };

    static final double[] CO2 = {30, 25, 70, 400, 90};

    private Archipelago() {}

    static InputOutputTable table() {
        return InputOutputTable.builder(INDUSTRIES)
                .units(Units.perLabel("t", "t", "pieces", "MWh", "t"))
                .transactions(Z)
                .finalDemand(USERS, SparseMatrix.of(Y))
                .extension("CO2", "kg", CO2)
                .extension("Hours", "h", 100, 150, 220, 10, 60)
                .extension("Methane", "kg", 9, 8, 0, 1, 12)
                .finalDemandExtension("CO2", 20, 35, 0, 5)
                .build();
    }
}
