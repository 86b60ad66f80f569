package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;
import org.leontief.technology.TechnicalCoefficients;

/** Made-up tables; expected numbers are from the formulas that the policies are named after, computed in the test. */
class CompilationPoliciesTest {

    private static final Labels INDUSTRIES = Labels.of("Mill", "Works");

    /** Steel and tools, and scrap that falls off in both industries and is used by the mill. */
    private static SupplyUseTable withScrap() {
        return SupplyUseTable.builder(Labels.of("Steel", "Tools", "Scrap"), INDUSTRIES)
                .unit("EUR")
                .supply(new double[][] {{100, 10}, {0, 180}, {4, 10}})
                .use(new double[][] {{10, 60}, {20, 30}, {14, 0}})
                .finalDemand("Households", 40, 130, 0)
                .valueAdded("Value added", 60, 110)
                .build();
    }

    /** Horowitz and Planting 2009, chapter 12: W = (I − p̂)⁻¹ D without scrap; total requirements (I − W B)⁻¹. */
    @Test
    void scrapAsInTheAccountsOfTheUnitedStatesUpToTheUnitOfOutput() {
        CompilationOptions options = CompilationOptions.defaults().withScrap("Scrap");

        CompiledTable compiled = CompiledTable.of(withScrap(), TransformationModel.FIXED_PRODUCT_SALES, options);

        double[] nonScrap = {100.0 / 104, 190.0 / 200};
        DMatrixRMaj w = new DMatrixRMaj(new double[][] {
            {100.0 / 110 / nonScrap[0], 0}, {10.0 / 110 / nonScrap[1], 1 / nonScrap[1]}
        });
        DMatrixRMaj b = new DMatrixRMaj(new double[][] {{10 / 104.0, 60 / 200.0}, {20 / 104.0, 30 / 200.0}});
        DMatrixRMaj system = new DMatrixRMaj(2, 2);
        CommonOps_DDRM.mult(-1, w, b, system);
        CommonOps_DDRM.addEquals(system, CommonOps_DDRM.identity(2));
        CommonOps_DDRM.invert(system);
        LeontiefInverse inverse =
                LeontiefInverse.of(TechnicalCoefficients.of(compiled.table()), SolveOptions.defaults());
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                // theirs counts an industry's output with its scrap, ours without
                assertThat(inverse.toDense().get(i, j))
                        .isCloseTo(system.get(i, j) * nonScrap[i] / nonScrap[j], within(1e-14));
            }
        }
        InputOutputTable table = compiled.table();
        assertThat(table.grossOutput().toArray()).containsExactly(100, 190);
        assertThat(table.valueAdded().row("Scrap").toArray()).containsExactly(10, -10);
        assertThat(table.balance().isBalanced(1e-14)).isTrue();
        assertThat(compiled.notes())
                .singleElement()
                .satisfies(note ->
                        assertThat(note).contains("'Scrap' is a primary input").contains("make 14.00 and use 14.00"));
    }

    @ParameterizedTest
    @EnumSource(TransformationModel.class)
    void productsWithoutOutputAreRefusedOrBecomePrimaryInputs(TransformationModel model) {
        SupplyUseTable table = SupplyUseTable.builder(Labels.of("Steel", "Used goods", "Tools", "Nothing"), INDUSTRIES)
                .unit("EUR")
                .supply(new double[][] {{100, 10}, {0, 0}, {0, 180}, {0, 0}})
                .use(new double[][] {{10, 60}, {5, 2}, {20, 30}, {0, 0}})
                .finalDemand("Households", 40, -7, 130, 0)
                .valueAdded("Value added", 65, 98)
                .build();

        assertThatThrownBy(() -> CompiledTable.of(table, model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Used goods': used, but made by no industry")
                .hasMessageContaining("AS_PRIMARY_INPUTS");

        CompiledTable compiled = CompiledTable.of(
                table,
                model,
                CompilationOptions.defaults().withProductsWithoutOutput(ProductsWithoutOutput.AS_PRIMARY_INPUTS));
        InputOutputTable made = compiled.table();
        assertThat(made.valueAdded().row("Used goods").total()).isCloseTo(7, within(1e-13));
        assertThat(made.balance().isBalanced(1e-13)).isTrue();
        assertThat(compiled.notes())
                .singleElement()
                .satisfies(note -> assertThat(note).contains("'Used goods'").contains("-7.00 of final users"));
        if (model.isProductByProduct()) {
            assertThat(made.industries()).isEqualTo(Labels.of("Steel", "Tools", "Nothing"));
            assertThat(made.grossOutput().of("Nothing")).isZero();
        }
    }

    @Test
    void anIndustryWithInputsAndNoOutputIsNamed() {
        SupplyUseTable table = SupplyUseTable.builder(Labels.of("Steel", "Tools"), INDUSTRIES)
                .unit("EUR")
                .supply(new double[][] {{100, 0}, {50, 0}})
                .use(new double[][] {{10, 60}, {20, 30}})
                .finalDemand("Households", 30, 0)
                .build();

        assertThatThrownBy(() -> CompiledTable.of(table, TransformationModel.INDUSTRY_TECHNOLOGY))
                .hasMessageContaining("'Works': inputs, but no output");
    }

    @Test
    void productTechnologyNeedsASquareSupplyThatCanBeInverted() {
        SupplyUseTable rectangular = SupplyUseTable.builder(Labels.of("Steel", "Wire", "Tools"), INDUSTRIES)
                .unit("EUR")
                .supply(new double[][] {{60, 0}, {40, 0}, {0, 100}})
                .use(new double[][] {{10, 30}, {20, 10}, {5, 5}})
                .finalDemand("Households", 20, 10, 90)
                .build();
        SupplyUseTable singular = SupplyUseTable.builder(Labels.of("Steel", "Tools"), INDUSTRIES)
                .unit("EUR")
                .supply(new double[][] {{60, 30}, {40, 20}})
                .use(new double[][] {{10, 30}, {20, 10}})
                .finalDemand("Households", 50, 30)
                .build();

        assertThatThrownBy(() -> CompiledTable.of(rectangular, TransformationModel.PRODUCT_TECHNOLOGY))
                .hasMessageContaining("3 products are made by 2 industries");
        assertThat(CompiledTable.of(rectangular, TransformationModel.INDUSTRY_TECHNOLOGY)
                        .table()
                        .industries()
                        .size())
                .isEqualTo(3);
        assertThatThrownBy(() -> CompiledTable.of(singular, TransformationModel.FIXED_INDUSTRY_SALES))
                .hasMessageContaining("cannot be inverted");
    }

    /** V⁻¹ does not care where the main product of an industry stands. */
    @Test
    void theOrderOfProductsDoesNotMatter() {
        SupplyUseTable straight = SupplyUseTable.builder(Labels.of("Steel", "Tools"), INDUSTRIES)
                .unit("EUR")
                .supply(new double[][] {{100, 10}, {0, 180}})
                .use(new double[][] {{10, 60}, {20, 30}})
                .finalDemand("Households", 40, 130)
                .build();
        SupplyUseTable crossed = SupplyUseTable.builder(Labels.of("Tools", "Steel"), INDUSTRIES)
                .unit("EUR")
                .supply(straight.supply())
                .use(straight.use())
                .finalDemand(straight.finalDemand().byCategory())
                .build();

        for (TransformationModel model : TransformationModel.values()) {
            InputOutputTable one = CompiledTable.of(straight, model).table();
            InputOutputTable other = CompiledTable.of(crossed, model).table();
            for (var row : one.industries()) {
                for (var column : one.industries()) {
                    assertThat(other.transactions().of(row.name(), column.name()))
                            .isCloseTo(one.transactions().of(row.name(), column.name()), within(1e-12));
                }
            }
        }
    }

    private static SupplyUseTableBuilder open() {
        return SupplyUseTable.builder(Labels.of("Steel", "Tools", "Oil"), INDUSTRIES)
                .unit("EUR")
                .supply(new double[][] {{100, 10}, {0, 180}, {0, 0}})
                .use(new double[][] {{10, 60}, {20, 30}, {8, 4}})
                .valueAdded("Value added", 62, 96)
                .extension("CO2", "t", 7, 3);
    }

    @Test
    void importsByUserStandBesideDomesticFlows() {
        LabelledMatrix toIndustries = matrix(new double[][] {{0, 6}, {2, 0}, {8, 4}}, INDUSTRIES);
        LabelledMatrix toUsers = matrix(new double[][] {{1}, {5}, {3}}, Labels.of("Households"));
        SupplyUseTable table = open().finalDemand("Households", 47, 137, 3)
                .importedUse(toIndustries, toUsers)
                .build();

        for (TransformationModel model :
                Set.of(TransformationModel.INDUSTRY_TECHNOLOGY, TransformationModel.FIXED_PRODUCT_SALES)) {
            InputOutputTable made = CompiledTable.of(table, model).table();
            assertThat(made.balance().isBalanced(1e-14)).isTrue();
            assertThat(made.imports().orElseThrow().total().toArray())
                    .containsExactly(new double[] {7, 7, 15}, within(1e-14));
            assertThat(made.finalDemand().total().total()).isCloseTo(178, within(1e-12));
        }
        InputOutputTable products =
                CompiledTable.of(table, TransformationModel.INDUSTRY_TECHNOLOGY).table();
        // 8 of oil go into the mill's steel, 4 into what the works make: 10 of 190 are steel
        assertThat(products.imports().orElseThrow().toIndustries().of("Oil", "Steel"))
                .isCloseTo(8 + 4 * 10 / 190.0, within(1e-14));
        assertThat(products.transactions().of("Tools", "Steel")).isCloseTo(18 + 30 * 10 / 190.0, within(1e-14));
        assertThat(products.grossOutput().of("Oil")).isZero();
        assertThat(TechnicalCoefficients.of(products).hasRecipe("Oil")).isFalse();
    }

    @Test
    void importsByProductAreANegativeFinalDemand() {
        SupplyUseTable table = open().finalDemand("Households", 47, 137, 3)
                .imports("Imports", 7, 7, 15)
                .build();

        assertThatThrownBy(() -> CompiledTable.of(table, TransformationModel.FIXED_PRODUCT_SALES))
                .hasMessageContaining("'Oil': used, but made by no industry");
        CompiledTable compiled = CompiledTable.of(
                table,
                TransformationModel.FIXED_PRODUCT_SALES,
                CompilationOptions.defaults().withProductsWithoutOutput(ProductsWithoutOutput.AS_PRIMARY_INPUTS));
        assertThat(compiled.notes()).anySatisfy(note -> assertThat(note).contains("negative columns (Imports)"));
        InputOutputTable made = compiled.table();
        assertThat(made.finalDemand().category("Imports").total()).isCloseTo(-14, within(1e-13));
        assertThat(made.balance().isBalanced(1e-14)).isTrue();
        assertThat(compiled.negatives()).extracting(NegativeEntry::isInherited).containsOnly(true);
    }

    @Test
    void sharesOfImportsByProduct() {
        SupplyUseTable table = open().finalDemand("Households", 32, 127, 3)
                .finalDemand("Exports", 15, 10, 0)
                .imports("Imports", 7, 7, 15)
                .build();

        SupplyUseTable split = ImportShares.applyTo(table, Set.of("Exports"));

        assertThat(split.importedUse().orElseThrow().total().toArray())
                .containsExactly(new double[] {7, 7, 15}, within(1e-14));
        assertThat(split.importedUse().orElseThrow().toIndustries().of("Steel", "Works"))
                .isCloseTo(7 * 60 / 102.0, within(1e-14));
        assertThat(split.importedUse().orElseThrow().toFinalUsers().of("Steel", "Exports"))
                .isZero();
        assertThat(CompiledTable.of(split, TransformationModel.FIXED_PRODUCT_SALES)
                        .table()
                        .balance()
                        .isBalanced(1e-14))
                .isTrue();
        assertThatThrownBy(() -> ImportShares.applyTo(
                        open().finalDemand("Exports", 47, 137, 3)
                                .imports("Imports", 7, 70, 15)
                                .build(),
                        Set.of("Exports")))
                .hasMessageContaining("'Tools' (70.0 of 50.0)")
                .hasMessageContaining("'Oil' (15.0 of 12.0)");
        assertThatThrownBy(() -> ImportShares.applyTo(split, Set.of())).hasMessageContaining("by user");
    }

    private static LabelledMatrix matrix(double[][] cells, Labels columns) {
        return LabelledMatrix.of(
                "Imports", Labels.of("Steel", "Tools", "Oil"), columns, Units.of("EUR"), SparseMatrix.of(cells));
    }

    @Test
    void anImbalanceIsRefusedWithItsLines() {
        SupplyUseTable table = open().finalDemand("Households", 47, 137, 3).build();

        assertThatThrownBy(() -> CompiledTable.of(table, TransformationModel.FIXED_PRODUCT_SALES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not balanced within 0.01")
                .hasMessageContaining("Oil");
    }

    @Test
    void purchasersPricesHaveToBeTakenApartFirst() {
        SupplyUseTable table = open().finalDemand("Households", 47, 137, 3)
                .imports("Imports", 7, 7, 15)
                .usesAt(PriceBasis.PURCHASERS)
                .build();

        assertThatThrownBy(() -> CompiledTable.of(table, TransformationModel.FIXED_PRODUCT_SALES))
                .hasMessageContaining("BasicPrices.of(table)");
        assertThatThrownBy(() -> BasicPrices.of(table)).hasMessageContaining("neither margins nor taxes");
    }
}
