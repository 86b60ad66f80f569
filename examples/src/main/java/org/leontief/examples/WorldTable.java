package org.leontief.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.leontief.Economy;
import org.leontief.io.MatrixCsv;
import org.leontief.io.MatrixLayout;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;

/**
 * Plans for a whole world table of the WIOD 2013 release: 41 regions by 35 sectors, and five categories of final demand in
 * each region.
 *
 * <p>The folder holds {@code Z.csv.gz} and {@code Y.csv.gz}, numbers without headers in million USD, and
 * {@code regions.txt} and {@code sectors.txt}, a name to a line. (M. P. Timmer, E. Dietzenbacher, B. Los, R. Stehrer and G. J.
 * de Vries, Review of International Economics 23, 2015.)
 */
public final class WorldTable {

    private static final String UNIT = "million USD";

    /** As in the WIOD 2013 release. */
    private static final List<String> CATEGORIES = List.of(
            "Households", "Non-profit institutions", "Government", "Capital formation", "Changes in inventories");

    private WorldTable() {}

    /**
     * Plans for the final demand that the table records, and prints how far the plan is from the outputs recorded.
     *
     * @param args the folder
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Usage: WorldTable FOLDER");
            System.exit(2);
        }
        InputOutputTable table = read(Path.of(args[0]));
        GrossOutputPlan plan = plan(table);
        System.out.println(plan.summary());
        System.out.printf("Largest relative difference from x = Z 1 + Y 1: %.2e%n", largestDifference(plan, table));
    }

    /**
     * Reads a folder.
     *
     * @param folder where the files are
     * @return the table
     * @throws IOException if a file cannot be read
     */
    public static InputOutputTable read(Path folder) throws IOException {
        List<String> regions = Files.readAllLines(folder.resolve("regions.txt"));
        Labels sectors = Labels.ofRegions(regions, Files.readAllLines(folder.resolve("sectors.txt")));
        Labels categories = Labels.ofRegions(regions, CATEGORIES);
        LabelledMatrix z = MatrixCsv.read(
                folder.resolve("Z.csv.gz"),
                MatrixLayout.headerless(sectors, sectors).unit(UNIT));
        LabelledMatrix y = MatrixCsv.read(
                folder.resolve("Y.csv.gz"),
                MatrixLayout.headerless(sectors, categories).unit(UNIT));
        return InputOutputTable.builder(sectors)
                .unit(UNIT)
                .transactions(z.matrix())
                .finalDemand(categories, y.matrix())
                .build();
    }

    /** Some sectors of small countries are empty or hold a rounding of −1, so they get empty recipes. */
    static GrossOutputPlan plan(InputOutputTable table) {
        TechnologyOptions policies = TechnologyOptions.defaults().withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE);
        return Economy.of(table, policies).plan(table.finalDemand().total());
    }

    static double largestDifference(GrossOutputPlan plan, InputOutputTable table) {
        double largest = 0;
        for (int i = 0; i < table.industries().size(); i++) {
            double recorded = table.grossOutput().at(i);
            double difference = Math.abs(plan.grossOutput().at(i) - recorded);
            largest = Math.max(largest, difference == 0 ? 0 : difference / Math.abs(recorded));
        }
        return largest;
    }
}
