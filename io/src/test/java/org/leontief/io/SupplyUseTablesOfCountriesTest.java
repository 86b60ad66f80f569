package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leontief.Economy;
import org.leontief.compilation.BasicPrices;
import org.leontief.compilation.CompilationOptions;
import org.leontief.compilation.CompiledTable;
import org.leontief.compilation.NegativeEntry;
import org.leontief.compilation.ProductsWithoutOutput;
import org.leontief.compilation.TransformationModel;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.PerronRoot;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/** Published supply and use tables, where the folder of shared data is there. */
class SupplyUseTablesOfCountriesTest {

    private static LabelledMatrix read(String name, String unit) throws IOException {
        Path file = Path.of(System.getProperty("leontief.shared.data", "no shared data"), name + ".csv");
        assumeTrue(Files.isRegularFile(file), () -> "not there, so not tested: " + file);
        return MatrixCsv.read(
                file,
                MatrixLayout.withHeader().unit(unit).named(file.getFileName().toString()));
    }

    private static LabelledMatrix part(LabelledMatrix matrix, List<Label> rows, List<Label> columns) {
        SparseMatrixBuilder some = SparseMatrix.builder(rows.size(), columns.size());
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                some.add(i, j, matrix.of(rows.get(i).toString(), columns.get(j).toString()));
            }
        }
        return LabelledMatrix.of(
                matrix.name(), Labels.ofLabels(rows), Labels.ofLabels(columns), matrix.rowUnits(), some.build());
    }

    private static LabelledMatrix transposed(LabelledMatrix matrix) {
        return LabelledMatrix.of(
                matrix.name(),
                /* rows= */ matrix.columns(),
                /* columns= */ matrix.rows(),
                matrix.rowUnits(),
                matrix.matrix().transpose());
    }

    /** The four models with dense inverses, on products and industries that are not empty. */
    private static double[][] byInverse(TransformationModel model, LabelledMatrix supply, LabelledMatrix use) {
        int[] p = IntStream.range(0, supply.rows().size())
                .filter(i -> supply.matrix().rowSums()[i] != 0)
                .toArray();
        int[] s = IntStream.range(0, supply.columns().size())
                .filter(j -> supply.matrix().columnSums()[j] != 0)
                .toArray();
        double[] q =
                Arrays.stream(p).mapToDouble(i -> supply.matrix().rowSums()[i]).toArray();
        double[] g = Arrays.stream(s)
                .mapToDouble(j -> supply.matrix().columnSums()[j])
                .toArray();
        DMatrixRMaj v = new DMatrixRMaj(p.length, s.length);
        DMatrixRMaj u = new DMatrixRMaj(p.length, s.length);
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < s.length; j++) {
                v.set(i, j, supply.matrix().get(p[i], s[j]));
                u.set(i, j, use.matrix().get(p[i], s[j]));
            }
        }
        boolean inverts =
                model == TransformationModel.PRODUCT_TECHNOLOGY || model == TransformationModel.FIXED_INDUSTRY_SALES;
        DMatrixRMaj t = new DMatrixRMaj(s.length, p.length);
        if (inverts) {
            CommonOps_DDRM.invert(v, t);
        } else {
            CommonOps_DDRM.transpose(v, t);
        }
        boolean byProduct = model.isProductByProduct();
        for (int j = 0; j < s.length; j++) {
            for (int i = 0; i < p.length; i++) {
                double factor = inverts ? (byProduct ? q[i] : g[j]) : 1 / (byProduct ? g[j] : q[i]);
                t.set(j, i, t.get(j, i) * factor);
            }
        }
        DMatrixRMaj z = new DMatrixRMaj(1, 1);
        if (byProduct) {
            CommonOps_DDRM.mult(u, t, z);
        } else {
            CommonOps_DDRM.mult(t, u, z);
        }
        int[] place = byProduct ? p : s;
        int n = byProduct ? supply.rows().size() : supply.columns().size();
        double[][] full = new double[n][n];
        for (int i = 0; i < place.length; i++) {
            for (int j = 0; j < place.length; j++) {
                full[place[i]][place[j]] = z.get(i, j);
            }
        }
        return full;
    }

    private static void assertSame(InputOutputTable made, double[][] expected, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                assertThat(made.transactions().matrix().get(i, j))
                        .as(
                                "%s to %s",
                                made.industries().get(i), made.industries().get(j))
                        .isCloseTo(expected[i][j], within(tolerance));
            }
        }
    }

    private static SupplyUseTable italy() throws IOException {
        String folder = "italy_sut_2014/";
        LabelledMatrix make = read(folder + "make_V_ind_x_prod", "million EUR");
        return SupplyUseTable.builder(make.columns(), make.rows())
                .unit("million EUR")
                .make(make)
                .use(read(folder + "use_total_prod_x_ind", "million EUR"))
                .finalDemand(read(folder + "final_demand", "million EUR"))
                .imports(transposed(read(folder + "imports_by_prod", "million EUR")))
                .valueAdded(read(folder + "value_added", "million EUR"))
                .extensions(read(folder + "air_emissions_by_ind", "kt"))
                .build();
    }

    @ParameterizedTest
    @EnumSource(TransformationModel.class)
    void italyByAllModels(TransformationModel model) throws IOException {
        SupplyUseTable source = italy();
        assertThat(source.balance().isBalanced(2e-5)).isTrue();

        CompiledTable compiled = CompiledTable.of(source, model);

        InputOutputTable table = compiled.table();
        assertSame(table, byInverse(model, source.supply(), source.use()), 1e-8);
        assertThat(compiled.largestTotalDifference()).isLessThan(1e-14);
        assertThat(table.balance().isBalanced(2e-4)).isTrue();
        assertThat(table.extension("CO2").total())
                .isCloseTo(source.extensions().row("CO2").total(), within(1e-6));
        assertThat(table.valueAdded().row("D1").total())
                .isCloseTo(source.valueAdded().row("D1").total(), within(1e-6));
        assertThat(table.grossOutput().total()).isCloseTo(source.productOutput().total(), within(1e-6));
        boolean inverts =
                model == TransformationModel.PRODUCT_TECHNOLOGY || model == TransformationModel.FIXED_INDUSTRY_SALES;
        assertThat(compiled.negatives().stream().anyMatch(negative -> !negative.isInherited()))
                .isEqualTo(inverts);
        assertThat(Economy.of(table).viability().isViable()).isTrue();
    }

    @Test
    void negativesOfProductTechnologyInItaly() throws IOException {
        CompiledTable compiled = CompiledTable.of(italy(), TransformationModel.PRODUCT_TECHNOLOGY);

        List<NegativeEntry> flows = compiled.negatives().stream()
                .filter(negative -> negative.part().equals("Transactions"))
                .toList();

        // computed apart: U V⁻¹ q̂ with a dense inverse
        assertThat(flows.stream().filter(negative -> negative.amount() < -1e-9).count())
                .isEqualTo(497);
        assertThat(flows.stream().mapToDouble(NegativeEntry::amount).sum()).isCloseTo(-11061.7151, within(1e-3));
        assertThat(flows.get(0).amount()).isCloseTo(-560.4468, within(1e-3));
    }

    private static final String SPAIN = "spain_sut_2015/";
    private static final List<String> SPANISH_USERS = List.of(
            "Final consumption expenditure by households",
            "Final consumption expenditure by non-profit institution serving households (NPISH)",
            "Final consumption expenditure by Public Administration",
            "Gross fix capital formation",
            "Changes in inventories and acquisitions less disposals of valuables",
            "Exports intra EU",
            "Exports extra EU");

    private static LabelledMatrix spanishUsers(String name) throws IOException {
        LabelledMatrix all = read(SPAIN + name, "million EUR");
        return part(
                all, all.rows().asList(), SPANISH_USERS.stream().map(Label::of).toList());
    }

    private static SupplyUseTableBuilder spain() throws IOException {
        LabelledMatrix supply = read(SPAIN + "supply_V_prod_x_ind", "million EUR");
        return SupplyUseTable.builder(supply.rows(), supply.columns())
                .unit("million EUR")
                .supply(supply)
                .extensions(spanishAccounts("thousand persons", "Total_94"));
    }

    private static LabelledMatrix spanishAccounts(String unit, String... rows) throws IOException {
        LabelledMatrix all = read(SPAIN + "va_and_employment", unit);
        return part(
                all, Arrays.stream(rows).map(Label::of).toList(), all.columns().asList());
    }

    /** Value added of Spain at basic prices, and the taxes on products that industries pay: purchasers' less basic value of their uses. */
    private static LabelledMatrix spanishPrimaryInputs() throws IOException {
        LabelledMatrix w = spanishAccounts(
                "million EUR",
                "Compensation of employees_78",
                "Other net taxes on production_81",
                "Operating surplus/mixed income, gross_82");
        double[] paid = read(SPAIN + "use_purchasers", "million EUR").matrix().columnSums();
        double[] basic = read(SPAIN + "use_basic_total", "million EUR").matrix().columnSums();
        List<Label> rows = new ArrayList<>(w.rows().asList());
        rows.add(Label.of("Taxes on products"));
        SparseMatrixBuilder all = SparseMatrix.builder(4, w.columns().size());
        w.matrix().forEach(all::add);
        for (int j = 0; j < paid.length; j++) {
            all.add(3, j, paid[j] - basic[j]);
        }
        return LabelledMatrix.of(
                "Value added", Labels.ofLabels(rows), w.columns(), Units.of("million EUR"), all.build());
    }

    @ParameterizedTest
    @EnumSource(TransformationModel.class)
    void spainDomesticAndImportedByAllModels(TransformationModel model) throws IOException {
        LabelledMatrix domestic = read(SPAIN + "use_domestic_basic", "million EUR");
        SupplyUseTable source = spain().use(domestic)
                .finalDemand(spanishUsers("final_domestic"))
                .importedUseBeside(read(SPAIN + "use_imports_cif", "million EUR"), spanishUsers("final_imports"))
                .valueAdded(spanishPrimaryInputs())
                .build();
        assertThat(source.balance().isBalanced(1e-9)).isTrue();
        assertThat(source.imports().rowTotals().total())
                .isCloseTo(
                        read(SPAIN + "supply_other_cols", "million EUR")
                                .column("Total imports  (1)")
                                .total(),
                        within(1e-6));

        CompiledTable compiled = CompiledTable.of(source, model);

        InputOutputTable table = compiled.table();
        assertSame(table, byInverse(model, source.supply(), domestic), 1e-8);
        assertThat(compiled.largestTotalDifference()).isLessThan(1e-14);
        assertThat(table.balance().isBalanced(1e-8)).isTrue();
        assertThat(table.extension("Total_94").total())
                .isCloseTo(source.extensions().row("Total_94").total(), within(1e-8));
        assertThat(table.imports().orElseThrow().total().total())
                .isCloseTo(source.imports().rowTotals().total(), within(1e-6));
        assertThat(Economy.of(table).viability().isViable()).isTrue();
    }

    /** Taken apart with columns of margins and taxes alone, and held against the matrices that the office publishes. */
    @Test
    void spainAtBasicPricesByProportions() throws IOException {
        LabelledMatrix columns = read(SPAIN + "supply_other_cols", "million EUR");
        SupplyUseTable source = spain().use(read(SPAIN + "use_purchasers", "million EUR"))
                .usesAt(PriceBasis.PURCHASERS)
                .finalDemand(spanishUsers("final_purchasers"))
                .imports("Imports", columns.column("Total imports  (1)").toArray())
                .margins("Trade margins", columns.column("Trade margins").toArray())
                .margins(
                        "Transport margins", columns.column("Transport margins").toArray())
                .taxes(
                        "Taxes on products",
                        columns.column("Taxes less subsidies on products").toArray())
                .valueAdded(spanishAccounts(
                        "million EUR",
                        "Compensation of employees_78",
                        "Other net taxes on production_81",
                        "Operating surplus/mixed income, gross_82"))
                .build();
        assertThat(source.balance().isBalanced(1e-9)).isTrue();

        SupplyUseTable basic = BasicPrices.of(source, Set.of("Exports intra EU", "Exports extra EU"))
                .table();

        assertThat(basic.balance().isBalanced(1e-9)).isTrue();
        SparseMatrix published = read(SPAIN + "use_basic_total", "million EUR").matrix();
        double apart = 0;
        for (int i = 0; i < published.rows(); i++) {
            for (int j = 0; j < published.columns(); j++) {
                apart += Math.abs(basic.use().matrix().get(i, j) - published.get(i, j));
            }
        }
        double all = Arrays.stream(published.columnSums()).sum();
        // computed apart; uses at purchasers' prices themselves are 0.168 away
        assertThat(apart / all).isCloseTo(0.119703078538754, within(1e-9));
    }

    private static SupplyUseTable unitedStates() throws IOException {
        String folder = "bea_us_2017/Detail_";
        LabelledMatrix make = read(folder + "Make_2017_BeforeRedef_17sch", "million USD");
        LabelledMatrix use = read(folder + "Use_2017_PRO_BeforeRedef_17sch", "million USD");
        List<Label> industries = make.rows().asList().subList(0, 402);
        List<Label> products = use.rows().asList().subList(0, 402);
        List<Label> users = use.columns().asList().stream()
                .filter(label -> label.name().startsWith("F"))
                .toList();
        List<Label> primary = List.of(Label.of("V00100"), Label.of("V00200"), Label.of("V00300"));
        return SupplyUseTable.builder(Labels.ofLabels(products), Labels.ofLabels(industries))
                .unit("million USD")
                .make(part(make, industries, products))
                .usesAt(PriceBasis.PRODUCERS)
                .use(part(use, products, industries))
                .finalDemand(part(use, products, users))
                .valueAdded(part(use, primary, industries))
                .build();
    }

    @Test
    void unitedStatesIndustryByIndustry() throws IOException {
        SupplyUseTable source = unitedStates();
        CompilationOptions options =
                CompilationOptions.defaults().withProductsWithoutOutput(ProductsWithoutOutput.AS_PRIMARY_INPUTS);

        CompiledTable compiled = CompiledTable.of(source, TransformationModel.FIXED_PRODUCT_SALES, options);

        InputOutputTable table = compiled.table();
        assertThat(table.industries().size()).isEqualTo(402);
        assertThat(compiled.notes())
                .hasSize(2)
                .anySatisfy(note -> assertThat(note).contains("'S00402'").contains("use 27,562.00"))
                .anySatisfy(note -> assertThat(note).contains("'S00300'").contains("use 142,497.00"));
        Economy economy = Economy.of(table);
        // the largest eigenvalue of |D B|, computed apart; that of D B, which has some negative entries, is
        // 0.4887052220
        assertEncloses(economy, 0.4887053721789879);
        BoundedVector multipliers = economy.outputMultipliers();
        assertThat(multipliers.isCertified()).isTrue();
        assertThat(multipliers.values().toArray())
                .hasSize(402)
                .containsExactly(multipliersByInverse(source), within(1e-11));

        // with products it is B D, which has the same eigenvalues as D B, but not in absolute values
        Economy products = Economy.of(CompiledTable.of(source, TransformationModel.INDUSTRY_TECHNOLOGY, options)
                .table());
        assertEncloses(products, 0.4887052788066700);
        assertThat(products.industries().size()).isEqualTo(400);
    }

    private static void assertEncloses(Economy economy, double radius) {
        PerronRoot root = economy.coefficients().perronRoot();
        assertThat(root.lower()).isCloseTo(radius, within(1e-9));
        assertThat(root.upper()).isCloseTo(radius, within(1e-9));
    }

    /** 1ᵀ (I − D B)⁻¹. */
    private static double[] multipliersByInverse(SupplyUseTable source) {
        double[] q = source.productOutput().toArray();
        double[] g = source.industryOutput().toArray();
        int n = g.length;
        DMatrixRMaj d = new DMatrixRMaj(n, q.length);
        DMatrixRMaj b = new DMatrixRMaj(q.length, n);
        source.supply().matrix().forEach((i, j, made) -> d.set(j, i, made / q[i]));
        source.use().matrix().forEach((i, j, used) -> b.set(i, j, used / g[j]));
        DMatrixRMaj system = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(-1, d, b, system);
        CommonOps_DDRM.addEquals(system, CommonOps_DDRM.identity(n));
        CommonOps_DDRM.invert(system);
        DMatrixRMaj sums = new DMatrixRMaj(1, n);
        CommonOps_DDRM.sumCols(system, sums);
        return sums.data;
    }

    @Test
    void scrapOfTheUnitedStates() throws IOException {
        CompiledTable compiled = CompiledTable.of(
                unitedStates(),
                TransformationModel.FIXED_PRODUCT_SALES,
                CompilationOptions.defaults()
                        .withProductsWithoutOutput(ProductsWithoutOutput.AS_PRIMARY_INPUTS)
                        .withScrap("S00401"));

        // ρ of |(I − p̂)⁻¹ D B| without scrap, computed apart
        assertEncloses(Economy.of(compiled.table()), 0.4818532079009386);
    }
}
