package org.leontief.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** What results of regions print: every region with the numbers that the accessors give. */
class RegionalResultsPrintTest {

    private final RegionalEconomy economy = RegionalEconomy.of(Archipelago.table());
    private final RegionalAccounts co2 = economy.accounts("CO2");

    private static void assertPrints(Object result, String heading, List<BoundedVector> numbers) {
        String[] lines = result.toString().split("\n");
        Labels regions = numbers.get(0).labels();
        assertThat(lines[0]).contains(heading);
        assertThat(lines).hasSize(1 + regions.size());
        for (int r = 0; r < regions.size(); r++) {
            StringBuilder line = new StringBuilder("  " + regions.get(r));
            for (BoundedVector vector : numbers) {
                line.append("  ").append(String.format(Locale.ROOT, "%.6g", vector.at(r)));
            }
            assertThat(lines[1 + r]).hasToString(line.toString());
        }
    }

    @Test
    void whoEmitsForWhom() {
        EmbodiedTrade trade = co2.bilateral();

        assertPrints(
                trade,
                "domestic, exports, imports, balance",
                List.of(trade.domestic(), trade.exports(), trade.imports(), trade.balance()));
    }

    @Test
    void whatExportsContain() {
        ExportContent content = co2.inExports();

        assertPrints(content, "domestic, foreign", List.of(content.domestic(), content.foreign()));
    }

    @Test
    void accountsPerHead() {
        AccountsPerHead perHead = co2.perHead(
                LabelledVector.of("Population", economy.regions(), Units.of("person"), new double[] {10, 20, 40}));

        assertPrints(
                perHead,
                "consumption, production, imports, exports",
                List.of(perHead.consumption(), perHead.production(), perHead.imports(), perHead.exports()));
    }

    @Test
    void whatGrossExportsConsistOf() {
        ExportDecomposition parts = RegionalEconomy.of(ThreeCountries.table()).exportDecomposition("Value added");

        assertThat(parts.toString().split("\n"))
                .hasSize(4)
                .satisfies(lines -> assertThat(lines[0]).contains("foreign content, remainder"))
                .satisfies(lines -> assertThat(lines[1])
                        .startsWith(String.format(
                                Locale.ROOT,
                                "  Argentina  %.6g  %.6g",
                                parts.grossExports().at(0),
                                parts.absorbedAbroad().at(0))));
    }
}
