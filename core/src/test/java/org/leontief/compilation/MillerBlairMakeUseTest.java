package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leontief.Economy;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;
import org.leontief.technology.TechnicalCoefficients;

/** After Miller and Blair 2009, sections 5.3 to 5.5: two commodities, two industries. */
class MillerBlairMakeUseTest {

    private static final Labels COMMODITIES = Labels.of("Commodity 1", "Commodity 2");
    private static final Labels INDUSTRIES = Labels.of("Industry 1", "Industry 2");

    private static SupplyUseTable table() {
        return SupplyUseTable.builder(COMMODITIES, INDUSTRIES)
                .unit("dollars")
                .make(new double[][] {{90, 0}, {10, 100}})
                .use(new double[][] {{12, 8}, {10, 7}})
                .finalDemand("Final users", 80, 83)
                .valueAdded("Value added", 68, 95)
                .extension("Jobs", "persons", 9, 22)
                .build();
    }

    private static double[] coefficients(TransformationModel model) {
        return TechnicalCoefficients.of(CompiledTable.of(table(), model).table())
                .matrix()
                .matrix()
                .toDense()
                .data;
    }

    @Test
    void theSharesAsPrinted() {
        assertThat(SupplyUseCoefficients.useCoefficients(table()).matrix().toDense().data)
                .containsExactly(new double[] {0.1333, 0.0727, 0.1111, 0.0636}, within(5e-5));
        assertThat(SupplyUseCoefficients.marketShares(table()).matrix().toDense().data)
                .containsExactly(new double[] {0.9, 0, 0.1, 1}, within(0.0));
        assertThat(SupplyUseCoefficients.productMix(table()).matrix().toDense().data)
                .containsExactly(new double[] {1, 0.0909, 0, 0.9091}, within(5e-5));
    }

    @Test
    void directRequirementsOfTheFourModels() {
        assertThat(coefficients(TransformationModel.INDUSTRY_TECHNOLOGY))
                .containsExactly(
                        new double[] {0.12727272727272726, 0.07272727272727272, 0.10636363636363635, 0.06363636363636363
                        },
                        within(1e-15));
        assertThat(coefficients(TransformationModel.FIXED_PRODUCT_SALES))
                .containsExactly(
                        new double[] {0.12, 0.06545454545454546, 0.12444444444444444, 0.07090909090909091},
                        within(1e-15));
        assertThat(coefficients(TransformationModel.PRODUCT_TECHNOLOGY))
                .containsExactly(
                        new double[] {0.13333333333333333, 0.06666666666666667, 0.1111111111111111, 0.058888888888888886
                        },
                        within(1e-15));
        // C⁻¹ B, the industry-by-industry matrix of commodity technology, is that of fixed industry sales
        assertThat(coefficients(TransformationModel.FIXED_INDUSTRY_SALES))
                .containsExactly(
                        new double[] {0.12222222222222222, 0.06636363636363636, 0.12222222222222223, 0.06999999999999999
                        },
                        within(1e-15));
    }

    @Test
    void totalRequirementsOfCommoditiesAndOfIndustries() {
        InputOutputTable products = CompiledTable.of(table(), TransformationModel.INDUSTRY_TECHNOLOGY)
                .table();
        LeontiefInverse inverse = LeontiefInverse.of(TechnicalCoefficients.of(products), SolveOptions.defaults());
        DMatrixRMaj total = inverse.toDense();
        assertThat(total.data)
                .containsExactly(
                        new double[] {1.1567834681042228, 0.0898472596585804, 0.1314016172506738, 1.0781671159029649},
                        within(1e-14));

        DMatrixRMaj byIndustry = new DMatrixRMaj(2, 2);
        CommonOps_DDRM.mult(SupplyUseCoefficients.marketShares(table()).matrix().toDense(), total, byIndustry);
        assertThat(byIndustry.data)
                .containsExactly(
                        new double[] {1.0411051212938005, 0.08086253369272237, 0.2470799640610961, 1.0871518418688229},
                        within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(TransformationModel.class)
    void totalsAreKeptAndTheTableBalances(TransformationModel model) {
        CompiledTable compiled = CompiledTable.of(table(), model);
        InputOutputTable table = compiled.table();

        assertThat(table.industries()).isEqualTo(model.isProductByProduct() ? COMMODITIES : INDUSTRIES);
        assertThat(table.grossOutput().toArray())
                .containsExactly(model.isProductByProduct() ? new double[] {100, 100} : new double[] {90, 110});
        assertThat(table.balance().isBalanced(1e-14)).isTrue();
        assertThat(table.valueAdded().row("Value added").total()).isCloseTo(163, within(1e-12));
        assertThat(table.extension("Jobs").total()).isCloseTo(31, within(1e-13));
        assertThat(table.finalDemand().total().total()).isCloseTo(163, within(1e-12));
        assertThat(table.transactions().columnTotals().total()).isCloseTo(37, within(1e-13));
        assertThat(compiled.largestTotalDifference()).isLessThan(1e-15);
        assertThat(compiled.negatives()).isEmpty();
        assertThat(compiled.notes()).isEmpty();
    }

    /** A secondary product that takes, by the recipe of its main producer, more than its industry uses at all. */
    @Test
    void negativesOfProductTechnologyAreReportedByLabel() {
        SupplyUseTable table = SupplyUseTable.builder(COMMODITIES, INDUSTRIES)
                .unit("dollars")
                .make(new double[][] {{90, 0}, {30, 80}})
                .use(new double[][] {{45, 2}, {5, 20}})
                .finalDemand("Final users", 73, 55)
                .valueAdded("Value added", 40, 88)
                .build();

        CompiledTable compiled = CompiledTable.of(table, TransformationModel.PRODUCT_TECHNOLOGY);

        // By hand: a₁ = (45, 5) / 90; industry 2 uses 2 of commodity 1, less 30 · 0.5 for its secondary product
        assertThat(compiled.negatives()).singleElement().satisfies(negative -> {
            assertThat(negative.part()).isEqualTo("Transactions");
            assertThat(negative.row()).hasToString("Commodity 1");
            assertThat(negative.column()).hasToString("Commodity 2");
            assertThat(negative.amount()).isCloseTo(-13, within(1e-13));
            assertThat(negative.isInherited()).isFalse();
        });
        assertThat(compiled.toString()).contains("makes 1 negative entry").contains("-13.00");
        assertThat(compiled.table().balance().isBalanced(1e-14)).isTrue();
        LabelledMatrix z = compiled.table().transactions();
        assertThat(z.of("Commodity 1", "Commodity 1")).isCloseTo(60, within(1e-13));
    }

    /** Industries by industries under industry technology: jobs of final demand are all jobs. */
    @Test
    void theFrontDoorOpensForSupplyAndUse() {
        Economy economy = Economy.of(table(), TransformationModel.FIXED_PRODUCT_SALES);

        CompiledTable compiled = CompiledTable.of(table(), TransformationModel.FIXED_PRODUCT_SALES);
        assertThat(economy.industries()).isEqualTo(INDUSTRIES);
        assertThat(economy.plan(compiled.table().finalDemand().total())
                        .extension("Jobs")
                        .total())
                .isCloseTo(31, within(1e-12));
    }
}
