package org.leontief.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;

/** Accounts of regions with different industries, against their definitions with an explicit inverse. */
class RegionalAccountsTest {

    private static final List<String> REGIONS = List.of("North", "South", "Isles");

    private final InputOutputTable table = Archipelago.table();
    private final DenseWorld world = new DenseWorld(table);
    private final RegionalEconomy economy = RegionalEconomy.of(table);
    private final RegionalAccounts co2 = economy.accounts("CO2");

    private DenseMatrix perUnit(String row) {
        DenseMatrix f = DenseMatrix.row(table.extension(row).toArray());
        return f.times(DenseMatrix.inverseDiagonal(world.x));
    }

    /** s_q L y_r. */
    private double flow(String row, String from, String to) {
        return perUnit(row)
                .times(world.keep(from))
                .times(world.inverse)
                .times(world.demand(to))
                .get(0);
    }

    private static double direct(String region) {
        return switch (region) {
            case "North" -> 35;
            case "South" -> 20;
            default -> 5;
        };
    }

    @Test
    void regionsWithFinalUsersOnlyComeLast() {
        assertThat(economy.regions()).isEqualTo(Labels.of(REGIONS));
        assertThat(economy.industries("North").toString()).isEqualTo("North / Farms, North / Mills, North / Power");
        assertThat(economy.industries("Isles").size()).isZero();
        assertThat(economy.finalDemand().of("North / Mills", "North")).isEqualTo(105);
    }

    @Test
    void fourAccountsByTheirDefinitions() {
        for (String r : REGIONS) {
            double embodied = 0;
            double imports = 0;
            double exports = 0;
            for (String q : REGIONS) {
                embodied += flow("CO2", q, r);
                if (!q.equals(r)) {
                    imports += flow("CO2", q, r);
                    exports += flow("CO2", r, q);
                }
            }
            assertThat(co2.embodiedInConsumption().of(r)).isCloseTo(embodied, within(1e-11));
            assertThat(co2.consumption().of(r)).isCloseTo(embodied + direct(r), within(1e-11));
            assertThat(co2.direct().of(r)).isEqualTo(direct(r));
            assertThat(co2.imports().of(r)).isCloseTo(imports, within(1e-11));
            assertThat(co2.exports().of(r)).isCloseTo(exports, within(1e-11));
            assertThat(co2.consumption().of(r))
                    .isCloseTo(
                            co2.production().of(r)
                                    + co2.imports().of(r)
                                    - co2.exports().of(r),
                            within(1e-11));
        }
        assertThat(co2.production().values().toArray()).containsExactly(30 + 70 + 400 + 35, 25 + 90 + 20, 5);
        assertThat(co2.ofIndustries().values().toArray()).containsExactly(500, 115, 0);
        assertThat(co2.consumption().isCertified()).isTrue();
        assertThat(co2.consumption().values().units()).isEqualTo(Units.of("kg"));
    }

    @Test
    void worldProductionIsWorldConsumption() {
        assertThat(co2.identity().production().value()).isEqualTo(675);
        assertThat(co2.identity().relativeDifference()).isLessThan(1e-15);
        assertThat(co2.report().toString())
                .contains("Regional accounts: CO2")
                .contains("world production = 675.000, world consumption = 675.000 kg, relative difference ");
    }

    /** Coal of region B is -1 after rounding: it emits what an empty recipe cannot say. */
    @Test
    void whatIsLeftOutStandsApart() {
        InputOutputTable rounded = InputOutputTable.builder(
                        Labels.ofRegions(List.of("A", "B"), List.of("Coal", "Steel")))
                .unit("EUR")
                .transactions(new double[][] {{1, 2, 0, 1}, {0, 1, 0, 1}, {0, 0, 0, 0}, {1, 0, 0, 1}})
                .finalDemand(Labels.ofRegions(List.of("A", "B"), List.of("All")), SparseMatrix.of(new double[][] {
                    {3, 1}, {2, 2}, {0, -1}, {1, 4}
                }))
                .extension("CO2", "t", 10, 20, 3, 5)
                .build();

        RegionalAccounts accounts = RegionalEconomy.of(
                        rounded, TechnologyOptions.defaults().withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE))
                .accounts("CO2");

        assertThat(accounts.identity().production().value()).isEqualTo(38);
        assertThat(accounts.identity().consumption().value()).isCloseTo(35, within(1e-13));
        assertThat(accounts.identity().leftOut().value()).isEqualTo(3);
        assertThat(accounts.identity().relativeDifference()).isLessThan(1e-15);
        assertThat(accounts.identity().toString()).contains("left out with empty recipes 3.00000");
        RegionalAccounts divided = RegionalEconomy.of(
                        rounded, TechnologyOptions.defaults().withZeroOutput(ZeroOutputPolicy.DIVIDE_NEGATIVE))
                .accounts("CO2");
        assertThat(divided.identity().consumption().value()).isCloseTo(38, within(1e-13));
        assertThat(divided.identity().leftOut().value()).isZero();
    }

    @Test
    void flowsBetweenRegions() {
        EmbodiedTrade trade = co2.bilateral();
        for (String q : REGIONS) {
            for (String r : REGIONS) {
                assertThat(trade.flow(q, r).value()).isCloseTo(flow("CO2", q, r), within(1e-11));
                assertThat(trade.flows().of(q, r)).isEqualTo(trade.flow(q, r).value());
                assertThat(trade.from(q).of(r)).isEqualTo(trade.to(r).of(q));
                assertThat(trade.balance(q, r).value()).isCloseTo(flow("CO2", q, r) - flow("CO2", r, q), within(1e-11));
            }
            assertThat(trade.domestic().of(q)).isEqualTo(trade.flow(q, q).value());
            assertThat(trade.balance().of(q))
                    .isCloseTo(co2.production().of(q) - co2.consumption().of(q), within(1e-11));
        }
        assertThat(trade.flow("Isles", "North").value()).isZero();
        assertThat(trade.balance().total()).isCloseTo(0, within(1e-12));
    }

    @Test
    void footprintInParts() {
        RegionalFootprint north = co2.footprint("North");
        DenseMatrix x = world.inverse.times(world.demand("North"));
        DenseMatrix multipliers = perUnit("CO2").times(world.inverse);
        for (int i = 0; i < 5; i++) {
            assertThat(north.bySource().at(i)).isCloseTo(perUnit("CO2").get(i) * x.get(i), within(1e-11));
            assertThat(north.byProduct().at(i))
                    .isCloseTo(multipliers.get(i) * world.demand("North").get(i), within(1e-11));
        }
        assertThat(north.bySource().isCertified()).isTrue();
        double embodied = north.embodied().value();
        assertThat(north.total().value()).isCloseTo(embodied + 35, within(1e-12));
        assertThat(north.direct().value()).isEqualTo(35);
        assertThat(north.bySource().total()).isCloseTo(embodied, within(1e-11));
        assertThat(north.byProduct().total()).isCloseTo(embodied, within(1e-11));
        assertThat(north.bySourceRegion().of("South")).isCloseTo(flow("CO2", "South", "North"), within(1e-11));
        assertThat(north.bySourceRegion().of("Isles")).isZero();
        assertThat(north.bySourceSector().labels().toString()).isEqualTo("Farms, Mills, Power, Mines");
        assertThat(north.bySourceSector().of("Farms"))
                .isCloseTo(north.bySource().at(0) + north.bySource().at(1), within(1e-13));
        assertThat(north.byProductName().of("Farms"))
                .isCloseTo(north.byProduct().at(0) + north.byProduct().at(1), within(1e-13));
    }

    @Test
    void footprintBySourceAndProduct() {
        RegionalFootprint north = co2.footprint("North");
        LabelledMatrix both = north.bySourceRegionAndProduct();
        for (String q : REGIONS) {
            DenseMatrix row = perUnit("CO2").times(world.keep(q)).times(world.inverse);
            for (int j = 0; j < 5; j++) {
                assertThat(both.matrix().get(economy.regions().indexOf(q), j))
                        .isCloseTo(row.get(j) * world.demand("North").get(j), within(1e-11));
            }
            assertThat(both.rowTotals().of(q)).isCloseTo(north.bySourceRegion().of(q), within(1e-11));
        }
    }

    @Test
    void footprintByCategory() {
        BoundedVector north = co2.footprint("North").byCategory();
        assertThat(north.labels().toString()).isEqualTo("North / Households, North / State");
        DenseMatrix households = world.y.column(1);
        double embodied = perUnit("CO2").times(world.inverse).times(households).get(0);
        assertThat(north.of("Households")).isCloseTo(embodied + 35, within(1e-11));
        assertThat(north.total()).isCloseTo(co2.consumption().of("North"), within(1e-11));
    }

    @Test
    void multipliersAndWhereTheyComeFrom() {
        DenseMatrix multipliers = perUnit("CO2").times(world.inverse);
        for (int j = 0; j < 5; j++) {
            assertThat(co2.multipliers().at(j)).isCloseTo(multipliers.get(j), within(1e-12));
            assertThat(co2.multipliersFrom("North").at(j)
                            + co2.multipliersFrom("South").at(j)
                            + co2.multipliersFrom("Isles").at(j))
                    .isCloseTo(multipliers.get(j), within(1e-12));
        }
        assertThat(co2.multipliers().values().units().get(3)).isEqualTo("kg per MWh");
    }

    @Test
    void severalRowsAreAddedUp() {
        RegionalAccounts both = economy.accounts("CO2", "Methane");
        RegionalAccounts methane = economy.accounts("Methane");
        for (String r : REGIONS) {
            assertThat(both.consumption().of(r))
                    .isCloseTo(co2.consumption().of(r) + methane.consumption().of(r), within(1e-11));
            assertThat(both.production().of(r))
                    .isEqualTo(co2.production().of(r) + methane.production().of(r));
        }
        assertThat(both.name()).isEqualTo("CO2 + Methane");
    }

    @Test
    void perHead() {
        LabelledVector population =
                LabelledVector.of("Population", Labels.of("Isles", "North", "South"), Units.of("persons"), 2, 50, 40);
        AccountsPerHead each = co2.perHead(population);
        assertThat(each.consumption().of("North")).isCloseTo(co2.consumption().of("North") / 50, within(1e-14));
        assertThat(each.production().of("Isles")).isEqualTo(2.5);
        assertThat(each.exports().of("South")).isCloseTo(co2.exports().of("South") / 40, within(1e-14));
        assertThat(each.consumption().values().units()).isEqualTo(Units.of("kg per persons"));
    }

    @Test
    void feedbackByTwoModels() {
        InterregionalFeedback feedback = economy.feedback("North", Map.of("Mills", 10.0));
        DenseMatrix demand = DenseMatrix.zeros(5, 1);
        demand.set(2, 0, 10);
        DenseMatrix x = world.inverse.times(demand);
        DenseMatrix own = world.alone("North").times(demand);
        int[] north = {0, 2, 3};
        for (int k = 0; k < 3; k++) {
            assertThat(feedback.alone().at(k)).isCloseTo(own.get(north[k]), within(1e-13));
            assertThat(feedback.feedback().at(k)).isCloseTo(x.get(north[k]) - own.get(north[k]), within(1e-13));
        }
        assertThat(feedback.spillovers().of("South / Mines")).isCloseTo(x.get(4), within(1e-13));
        assertThat(feedback.spillovers().values().units().get(1)).isEqualTo("t");
    }

    @Test
    void bothSidesKeepTheirPromisesAboutErrors() {
        // Two solutions, one by multipliers and one by outputs, differ by no more than their bounds and the rounded
        // final demand.
        for (String r : REGIONS) {
            BoundedVector to = co2.bilateral().to(r);
            double difference =
                    Math.abs(to.total() - co2.embodiedInConsumption().of(r));
            assertThat(difference)
                    .isLessThanOrEqualTo(to.totalErrorBound()
                            + co2.embodiedInConsumption().errorBound(r)
                            + 4 * Math.ulp(to.total()));
        }
    }
}
