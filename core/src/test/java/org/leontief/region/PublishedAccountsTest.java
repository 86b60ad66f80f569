package org.leontief.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/**
 * The accounts that the tests of pymrio (K. Stadler, "Pymrio: a Python based multi-regional input-output analysis toolbox",
 * Journal of Open Research Software 9 (2021)) state for a table of two regions and three sectors: D_cba, D_imp and D_exp.
 */
class PublishedAccountsTest {

    private static final List<String> REGIONS = List.of("reg1", "reg2");

    private final RegionalEconomy economy = RegionalEconomy.of(table());

    private static InputOutputTable table() {
        double[][] z = {
            {10, 5, 1, 6, 5, 7},
            {0, 2, 0, 0, 5, 3},
            {10, 3, 20, 4, 2, 0},
            {5, 0, 0, 1, 10, 9},
            {0, 10, 1, 0, 20, 1},
            {5, 0, 0, 1, 10, 10}
        };
        double[][] y = {{14, 3}, {2.5, 2.5}, {13, 6}, {5, 20}, {10, 10}, {3, 10}};
        return InputOutputTable.builder(Labels.ofRegions(REGIONS, List.of("sector1", "sector2", "sector3")))
                .unit("EUR")
                .transactions(z)
                .finalDemand(Labels.ofRegions(REGIONS, List.of("final demand")), SparseMatrix.of(y))
                .extensions(Labels.of("type 1", "type 2"), Units.of("kg"), SparseMatrix.of(new double[][] {
                    {20, 1, 42, 4, 20, 5}, {5, 4, 11, 8, 2, 10}
                }))
                .finalDemandExtensions(SparseMatrix.of(new double[][] {{50, 10}, {100, 20}}))
                .build();
    }

    /** By region and product, by region and product, by region and industry. */
    private void assertAccounts(String extension, double[] consumption, double[] imports, double[] exports) {
        RegionalAccounts accounts = economy.accounts(extension);
        for (int r = 0; r < 2; r++) {
            String region = REGIONS.get(r);
            RegionalFootprint footprint = accounts.footprint(region);
            for (int k = 0; k < 3; k++) {
                assertThat(footprint.byProductName().at(k)).isCloseTo(consumption[3 * r + k], within(1e-12));
                assertThat(footprint.importedByProductName().at(k)).isCloseTo(imports[3 * r + k], within(1e-12));
                assertThat(accounts.exportsByIndustry().at(3 * r + k)).isCloseTo(exports[3 * r + k], within(1e-12));
            }
            assertThat(accounts.imports().of(region))
                    .isCloseTo(imports[3 * r] + imports[3 * r + 1] + imports[3 * r + 2], within(1e-12));
            assertThat(accounts.exports().of(region))
                    .isCloseTo(exports[3 * r] + exports[3 * r + 1] + exports[3 * r + 2], within(1e-12));
        }
    }

    @Test
    void firstExtension() {
        assertAccounts(
                "type 1",
                new double[] {
                    14.059498889254174,
                    18.863255551508175,
                    17.32012296814962,
                    8.71616437964097,
                    18.863255551508175,
                    14.17770265993889
                },
                new double[] {
                    1.2792573306446737,
                    10.499069649181388,
                    1.2752266807875912,
                    6.604374747509535,
                    8.364185902326788,
                    10.842115601865368
                },
                new double[] {
                    8.251832343364468,
                    0.5304113433404783,
                    17.02843256499675,
                    1.3307504334524414,
                    9.797226856351275,
                    1.9255763708099365
                });
        assertThat(economy.accounts("type 1").consumption().of("reg1"))
                .isCloseTo(14.059498889254174 + 18.863255551508175 + 17.32012296814962 + 50, within(1e-12));
    }

    @Test
    void secondExtension() {
        assertAccounts(
                "type 2",
                new double[] {
                    5.395407054390734,
                    7.594657671782178,
                    5.857880532237175,
                    5.657139420727301,
                    7.594657671782178,
                    7.900257649080434
                },
                new double[] {
                    2.054905005956757,
                    3.9151998960771452,
                    1.522271392125981,
                    1.743464577633809,
                    3.6794577757050337,
                    3.221508682410955
                },
                new double[] {
                    2.062958085841117,
                    2.1216453733619134,
                    4.459827576546767,
                    2.6615008669048827,
                    0.9797226856351275,
                    3.851152741619873
                });
    }
}
