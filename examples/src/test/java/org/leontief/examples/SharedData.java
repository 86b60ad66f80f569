package org.leontief.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.leontief.io.TableLayout;

/** Real tables, which are not part of the project: tests that need one are skipped where it is absent. */
public final class SharedData {

    /** Office for National Statistics, UK Input-Output Analytical Tables 2010, as one file. */
    public static final TableLayout UNITED_KINGDOM = TableLayout.withHeader()
            .unit("million GBP")
            .finalDemand(
                    "Households",
                    "Non-profit instns serving households",
                    "Central government",
                    "Local government",
                    "Gross fixed capital formation",
                    "Valuables",
                    "Changes in inventories",
                    "Exports of goods",
                    "Exports of services")
            .valueAdded(
                    "Imported goods and services",
                    "Taxes less subsidies on products",
                    "Taxes less subsidies on production",
                    "Compensation of employees",
                    "Gross Operating Surplus")
            .statedOutputColumn("Total demand")
            .ignoreColumns("Total intermediate demand")
            .ignoreRows("Total consumption", "Total output");

    private SharedData() {}

    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("leontief.shared.data", "../../shared/data"), name);
        assumeTrue(Files.isDirectory(folder), () -> "The real table is not at " + folder);
        return folder;
    }
}
