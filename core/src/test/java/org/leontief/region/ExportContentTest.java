package org.leontief.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Value added in exports by source, against the figures that decompr publishes for its example of three countries. */
class ExportContentTest {

    /** Value added by the row's industry in exports of the column's: the output of the method "leontief". */
    private static final double[][] PUBLISHED = {
        {28.52278143, 2.79395126, 0.35606694, 1.81066955, 3.1173841, 0.35901126, 1.2364172, 1.30283802, 4.1208736},
        {1.06206936, 19.12053186, 0.41813924, 0.48370042, 1.8329024, 0.43058635, 0.5937041, 1.15375958, 4.7490351},
        {0.21043693, 0.14228369, 1.06369578, 0.03329456, 0.0790545, 0.04024626, 0.0231846, 0.07482343, 0.1932621},
        {0.71952151, 1.34237213, 0.11504126, 34.92704803, 6.9994970, 1.47711579, 2.5543089, 1.52213499, 6.1806254},
        {0.41201175, 1.38523849, 0.11764036, 2.69291816, 40.1671410, 1.31799873, 1.1093993, 1.15207241, 9.5069032},
        {0.03482652, 0.08553139, 0.02667530, 0.81210167, 0.9075189, 3.16041392, 0.1151191, 0.07448266, 0.6464733},
        {0.92530356, 2.25142713, 0.16222512, 2.31122022, 2.0595825, 0.51211484, 29.8763359, 5.24719728, 9.6006931},
        {0.64666560, 0.72785683, 0.08244379, 1.53837777, 2.5488967, 0.63316614, 1.4593583, 18.95868110, 8.1583150},
        {0.66638333, 0.65080723, 0.25807221, 1.29066963, 1.4880228, 0.56934671, 1.7321726, 1.51401054, 34.7438192}
    };

    private final ExportContent content =
            RegionalEconomy.of(ThreeCountries.table()).accounts("Value added").inExports();

    private static double published(int firstRow, int rows, int firstColumn, int columns) {
        double sum = 0;
        for (int i = firstRow; i < firstRow + rows; i++) {
            for (int j = firstColumn; j < firstColumn + columns; j++) {
                sum += PUBLISHED[i][j];
            }
        }
        return sum;
    }

    @Test
    void bySourceCountry() {
        for (int source = 0; source < 3; source++) {
            for (int exporter = 0; exporter < 3; exporter++) {
                assertThat(content.bySource().matrix().get(source, exporter))
                        .isCloseTo(published(3 * source, 3, 3 * exporter, 3), within(5e-7));
                assertThat(content.of(ThreeCountries.COUNTRIES.get(exporter)).at(source))
                        .isEqualTo(content.bySource().matrix().get(source, exporter));
            }
        }
        assertThat(content.of("Turkey").isCertified()).isTrue();
    }

    @Test
    void bySourceIndustryAndByProduct() {
        for (int exporter = 0; exporter < 3; exporter++) {
            String country = ThreeCountries.COUNTRIES.get(exporter);
            for (int i = 0; i < 9; i++) {
                assertThat(content.bySourceIndustry(country).at(i))
                        .isCloseTo(published(i, 1, 3 * exporter, 3), within(2e-7));
            }
            for (int source = 0; source < 3; source++) {
                for (int k = 0; k < 3; k++) {
                    assertThat(content.byProduct(country, ThreeCountries.COUNTRIES.get(source))
                                    .at(k))
                            .isCloseTo(published(3 * source, 3, 3 * exporter + k, 1), within(2e-7));
                }
            }
        }
    }

    @Test
    void domesticForeignAndByPartner() {
        assertThat(content.domestic().of("Germany")).isCloseTo(published(6, 3, 6, 3), within(5e-7));
        assertThat(content.foreign().of("Germany")).isCloseTo(published(0, 6, 6, 3), within(1e-6));
        assertThat(content.foreignShare("Germany"))
                .isCloseTo(published(0, 6, 6, 3) / published(0, 9, 6, 3), within(1e-9));
        double both = content.of("Germany", "Turkey").of("Argentina")
                + content.of("Germany", "Argentina").of("Argentina");
        assertThat(both).isCloseTo(content.of("Germany").of("Argentina"), within(1e-13));
        // By hand: exports of Germany to Turkey by multipliers of Argentina.
        double[] exports = {4.1 + 1.2 + 0.6 + 17.9, 3.2 + 4.8 + 2.6 + 10.1, 4.1 + 3.1 + 3.9 + 35.2};
        RegionalAccounts accounts = RegionalEconomy.of(ThreeCountries.table()).accounts("Value added");
        double expected = 0;
        for (int k = 0; k < 3; k++) {
            expected += exports[k] * accounts.multipliersFrom("Argentina").at(6 + k);
        }
        assertThat(content.of("Germany", "Turkey").of("Argentina")).isCloseTo(expected, within(1e-13));
    }
}
