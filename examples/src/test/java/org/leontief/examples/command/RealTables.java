package org.leontief.examples.command;

import static org.leontief.io.TableLayout.withHeader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leontief.compilation.CompilationOptions;
import org.leontief.compilation.CompiledTable;
import org.leontief.compilation.ProductsWithoutOutput;
import org.leontief.compilation.TransformationModel;
import org.leontief.examples.SharedData;
import org.leontief.examples.WorldTable;
import org.leontief.io.Bea;
import org.leontief.io.ExtensionsCsv;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.MatrixCsv;
import org.leontief.io.MatrixLayout;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.TotalsPolicy;

/** Published tables, put together from their files. */
final class RealTables {

    private final Path folder;

    private RealTables(Path folder) {
        this.folder = folder;
    }

    /** The folders that hold a table each. */
    static Stream<String> names() {
        return Stream.of(
                "germany1995",
                "uk2010",
                "chile2013",
                "brazil2020",
                "exiobase_3reg8sec",
                "wiod2013_2011",
                "wiod2016_usa",
                "italy_sut_2014",
                "spain_sut_2015",
                "bea_us_2017");
    }

    /** Saves a table in the library's own layout; the test is skipped where its files are absent. */
    static Path write(String name, Path file) throws IOException {
        InputOutputCsv.write(new RealTables(SharedData.folder(name)).read(name), file);
        return file;
    }

    private InputOutputTable read(String name) throws IOException {
        return switch (name) {
            case "germany1995" -> germany();
            case "uk2010" -> unitedKingdom();
            case "chile2013" -> chile();
            case "brazil2020" -> brazil();
            case "exiobase_3reg8sec" -> threeRegions();
            case "wiod2013_2011" -> WorldTable.read(folder);
            case "wiod2016_usa" -> unitedStates();
            case "italy_sut_2014" -> italy();
            case "spain_sut_2015" -> spain();
            case "bea_us_2017" -> bea();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private LabelledMatrix matrix(String file, String unit) throws IOException {
        return MatrixCsv.read(folder.resolve(file), MatrixLayout.withHeader().unit(unit));
    }

    private InputOutputTable germany() throws IOException {
        return InputOutputCsv.read(
                folder.resolve("table.csv"),
                withHeader()
                        .unit("million EUR")
                        .finalDemand("P3_S14", "P3_S13", "P5", "P52", "P6")
                        .valueAdded("P7", "D21X31", "D1", "D29X39", "K1", "B2A3N")
                        .extension("EMP", "thousand persons")
                        .statedOutputRow("P1")
                        .ignoreColumns("CPA_TOTAL", "TFU")
                        .ignoreRows("TOTAL", "P2", "B1G", "EMP-WS", "EMP-FTE"));
    }

    private InputOutputTable unitedKingdom() throws IOException {
        return InputOutputCsv.read(folder.resolve("iot_pxp_domestic_full.csv"), SharedData.UNITED_KINGDOM);
    }

    private InputOutputTable chile() throws IOException {
        LabelledMatrix z = matrix("raw/transaction_matrix.csv", "billion CLP");
        LabelledMatrix y = matrix("raw/wage_demand_matrix.csv", "billion CLP");
        return InputOutputTable.builder(z.rows())
                .unit("billion CLP")
                .transactions(z)
                .finalDemand(y.withColumns(List.of(
                        "household_consumption",
                        "non_profit_consumption",
                        "government_consumption",
                        "gross_fixed_capital_formation",
                        "change_in_inventories",
                        "exports")))
                .valueAdded("Wages", y.column("wage").toArray())
                .extensions(ExtensionsCsv.readByIndustry(
                        folder.resolve("raw/employment_matrix.csv"), Map.of("employees", "persons")))
                .statedOutput(y.column("final_total_demand").toArray())
                .build();
    }

    private InputOutputTable brazil() throws IOException {
        LabelledMatrix z = matrix("raw/intermediate_transactions.csv", "million BRL");
        LabelledMatrix y = matrix("raw/final_demand_matrix.csv", "million BRL");
        LabelledMatrix v = matrix("raw/value_added_matrix.csv", "million BRL");
        return InputOutputTable.builder(z.rows())
                .unit("million BRL")
                .transactions(z.matrix())
                .finalDemand(y.columns(), y.matrix())
                .valueAdded(v.rows(), v.rowUnits(), v.matrix())
                .build();
    }

    /** Labels are written "OECD|Food". */
    private InputOutputTable threeRegions() throws IOException {
        LabelledMatrix z = matrix("Z.csv", "million EUR");
        LabelledMatrix y = matrix("Y.csv", "million EUR");
        LabelledMatrix f = matrix("F.csv", "t");
        return InputOutputTable.builder(regional(z.rows()))
                .unit("million EUR")
                .transactions(z.matrix())
                .finalDemand(regional(y.columns()), y.matrix())
                .extensions(f.rows(), Units.of("t"), f.matrix())
                .build();
    }

    private static Labels regional(Labels joined) {
        List<Label> labels = new ArrayList<>();
        for (Label label : joined) {
            String[] parts = label.name().split("\\|", 2);
            labels.add(new Label(parts[0], parts[1]));
        }
        return Labels.ofLabels(labels);
    }

    private InputOutputTable unitedStates() throws IOException {
        LabelledMatrix z = matrix("USA_2014/Zdom.csv", "million USD");
        LabelledMatrix y = matrix("USA_2014/Ydom.csv", "million USD");
        return InputOutputTable.builder(z.rows())
                .unit("million USD")
                .transactions(z)
                .finalDemand(y.withColumns(List.of("CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN", "EXP")))
                .statedOutput(y.column("GO").toArray())
                .totals(TotalsPolicy.USE_COMPUTED)
                .build();
    }

    private InputOutputTable italy() throws IOException {
        LabelledMatrix make = matrix("make_V_ind_x_prod.csv", "million EUR");
        LabelledMatrix imports = matrix("imports_by_prod.csv", "million EUR");
        return symmetric(SupplyUseTable.builder(make.columns(), make.rows())
                .unit("million EUR")
                .make(make)
                .use(matrix("use_total_prod_x_ind.csv", "million EUR"))
                .finalDemand(matrix("final_demand.csv", "million EUR"))
                .imports("Imports", imports.matrix().columnSums())
                .valueAdded(matrix("value_added.csv", "million EUR"))
                .extensions(matrix("air_emissions_by_ind.csv", "kt"))
                .build());
    }

    private InputOutputTable spain() throws IOException {
        LabelledMatrix supply = matrix("supply_V_prod_x_ind.csv", "million EUR");
        LabelledMatrix users = matrix("final_domestic.csv", "million EUR");
        return symmetric(SupplyUseTable.builder(supply.rows(), supply.columns())
                .unit("million EUR")
                .supply(supply)
                .use(matrix("use_domestic_basic.csv", "million EUR"))
                .finalDemand(users.withColumns(List.of(
                        "Final consumption expenditure by households",
                        "Final consumption expenditure by non-profit institution serving households (NPISH)",
                        "Final consumption expenditure by Public Administration",
                        "Gross fix capital formation",
                        "Changes in inventories and acquisitions less disposals of valuables",
                        "Exports intra EU",
                        "Exports extra EU")))
                .build());
    }

    private InputOutputTable bea() throws IOException {
        return symmetric(Bea.readMakeUse(
                        folder.resolve("Detail_Make_2017_AfterRedef_17sch.csv"),
                        folder.resolve("Detail_Use_2017_PRO_AfterRedef_17sch.csv"))
                .table());
    }

    private static InputOutputTable symmetric(SupplyUseTable source) {
        return CompiledTable.of(
                        source,
                        TransformationModel.FIXED_PRODUCT_SALES,
                        CompilationOptions.defaults()
                                .withProductsWithoutOutput(ProductsWithoutOutput.AS_PRIMARY_INPUTS))
                .table();
    }
}
