package org.leontief.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;

/** Hypothetical extraction (Miller and Blair 2009, section 12.2.6), against dense inverses of what remains. */
class HypotheticalExtractionTest {

    private static final InputOutputTable GERMANY = Germany1995.table();

    private static GrossOutputPlan plan(InputOutputTable table) {
        return Economy.of(table).plan(table.finalDemand().total());
    }

    /** Outputs without the industries, from the inverse of a matrix with zeros in it. */
    private static double[] after(InputOutputTable table, ExtractionScope scope, Integer... extracted) {
        List<Integer> group = List.of(extracted);
        DMatrixRMaj a = Dense.coefficients(table);
        double[] demand = table.finalDemand().total().toArray();
        for (int i = 0; i < a.numRows; i++) {
            boolean from = group.contains(i);
            if (from && scope == ExtractionScope.INDUSTRY) {
                demand[i] = 0;
            }
            for (int j = 0; j < a.numCols; j++) {
                boolean to = group.contains(j);
                boolean gone = switch (scope) {
                    case INDUSTRY, TRANSACTIONS -> from || to;
                    case PURCHASES -> to;
                    case DELIVERIES -> from;
                    case LINKS -> from ^ to;
                };
                if (gone) {
                    a.set(i, j, 0);
                }
            }
        }
        return Dense.times(Dense.inverse(a), demand);
    }

    @ParameterizedTest
    @EnumSource(ExtractionScope.class)
    void eachIndustryOfGermanyByItself(ExtractionScope scope) {
        HypotheticalExtraction extraction = HypotheticalExtraction.from(plan(GERMANY));
        BoundedVector each = extraction.lossOfEach(scope);

        for (int j = 0; j < 6; j++) {
            double[] after = after(GERMANY, scope, j);
            Extraction one = extraction.of(scope, GERMANY.industries().get(j).toString());
            for (int i = 0; i < 6; i++) {
                assertThat(one.after().at(i)).isCloseTo(after[i], within(1e-8));
            }
            double loss = GERMANY.grossOutput().total() - Dense.sum(after);
            assertThat(loss).isGreaterThan(1000);
            assertThat(one.totalLoss().value()).isCloseTo(loss, within(1e-8));
            assertThat(each.at(j)).isCloseTo(loss, within(1e-8));
            assertThat(Math.abs(each.at(j) - one.totalLoss().value()))
                    .isLessThanOrEqualTo(each.errorBoundAt(j) + one.totalLoss().errorBound());
            assertThat(each.errorBoundAt(j)).isLessThan(1e-7);
        }
        assertThat(each.values().units().common()).isEqualTo("million EUR");
    }

    @ParameterizedTest
    @EnumSource(ExtractionScope.class)
    void jobsLostWithEachIndustry(ExtractionScope scope) {
        BoundedVector jobs = HypotheticalExtraction.from(plan(GERMANY)).lossOfEach(scope, "Employment");

        for (int j = 0; j < 6; j++) {
            double[] after = after(GERMANY, scope, j);
            double expected = 0;
            for (int i = 0; i < 6; i++) {
                double x = GERMANY.grossOutput().at(i);
                expected += GERMANY.extension("Employment").at(i) / x * (x - after[i]);
            }
            assertThat(jobs.at(j)).isCloseTo(expected, within(1e-9));
        }
        assertThat(jobs.values().units().common()).isEqualTo("thousand persons");
    }

    /** Without an inverse: as for tables that are too large for one. */
    @Test
    void columnByColumn() {
        HypotheticalExtraction extraction = HypotheticalExtraction.from(plan(GERMANY));
        BoundedVector byInverse = extraction.lossOfEach(ExtractionScope.INDUSTRY);
        BoundedVector bySolves = extraction
                .with(SolveOptions.defaults().withMethod(SolveMethod.GCR).withTolerance(0))
                .lossOfEach(ExtractionScope.INDUSTRY);

        for (int j = 0; j < 6; j++) {
            assertThat(Math.abs(bySolves.at(j) - byInverse.at(j)))
                    .isLessThanOrEqualTo(bySolves.errorBoundAt(j) + byInverse.errorBoundAt(j));
            assertThat(bySolves.errorBoundAt(j)).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(ExtractionScope.class)
    void severalIndustriesTogether(ExtractionScope scope) {
        Extraction services =
                HypotheticalExtraction.from(plan(GERMANY)).of(scope, "Business services", "Other services");

        double[] after = after(GERMANY, scope, 4, 5);
        assertThat(services.after().values().toArray()).containsExactly(after, within(1e-8));
        assertThat(services.extracted()).extracting(Label::name).containsExactly("Business services", "Other services");
        double others = 0;
        for (int i = 0; i < 4; i++) {
            others += GERMANY.grossOutput().at(i) - after[i];
        }
        assertThat(services.lossOfOthers().value()).isCloseTo(others, within(1e-8));
        assertThat(services.share())
                .isCloseTo(1 - Dense.sum(after) / GERMANY.grossOutput().total(), within(1e-13));
    }

    /** After Miller and Blair 2009, section 3.3: region r with three sectors, region s with two. */
    @Test
    void aRegionIsAGroup() {
        InputOutputTable table = InputOutputTable.builder(Labels.ofLabels(List.of(
                        new Label("r", "1"),
                        new Label("r", "2"),
                        new Label("r", "3"),
                        new Label("s", "1"),
                        new Label("s", "2"))))
                .unit("dollars")
                .transactions(new double[][] {
                    {150, 500, 50, 25, 75},
                    {200, 100, 400, 200, 100},
                    {300, 500, 50, 60, 40},
                    {75, 100, 60, 200, 250},
                    {50, 25, 25, 150, 100}
                })
                .finalDemand("Final users", 200, 1000, 50, 515, 450)
                .build();
        HypotheticalExtraction extraction = HypotheticalExtraction.from(plan(table));

        Extraction links = extraction.ofRegion(ExtractionScope.LINKS, "s");

        assertThat(links.extracted()).extracting(Label::toString).containsExactly("s / 1", "s / 2");
        assertThat(links.after().values().toArray())
                .containsExactly(after(table, ExtractionScope.LINKS, 3, 4), within(1e-9));
        assertThatThrownBy(() -> extraction.ofRegion(ExtractionScope.LINKS, "t"))
                .isInstanceOf(UnknownLabelException.class);
    }

    /** Different units: what is lost cannot be added up, but each output can be told, and the work in all. */
    @Test
    void inPhysicalUnits() {
        InputOutputTable table = InputOutputTable.builder("Coal", "Power")
                .units(Units.perLabel("t", "MWh"))
                .transactions(new double[][] {{1, 5}, {2, 3}})
                .finalDemand("Final", 4, 5)
                .extension("Hours", "hours", 20, 10)
                .build();
        HypotheticalExtraction extraction = HypotheticalExtraction.from(plan(table));

        assertThatThrownBy(() -> extraction.lossOfEach(ExtractionScope.INDUSTRY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("different units");
        Extraction coal = extraction.of(ExtractionScope.PURCHASES, "Coal");
        assertThat(coal.loss().values().units().get(1)).isEqualTo("MWh");
        assertThatThrownBy(coal::totalLoss).hasMessageContaining("different units");
        double[] after = after(table, ExtractionScope.PURCHASES, 0);
        assertThat(extraction.lossOfEach(ExtractionScope.PURCHASES, "Hours").of("Coal"))
                .isCloseTo(2 * (10 - after[0]) + 10 - after[1], within(1e-13));
    }

    @Test
    void readable() {
        String text = HypotheticalExtraction.from(plan(GERMANY))
                .of(ExtractionScope.INDUSTRY, "Trade")
                .toString();

        assertThat(text)
                .startsWith(
                        "Without 'Trade' (the industry), loss of output:\n  Trade: 540,063.00 million EUR (100.0%)");
        assertThat(Arrays.asList(text.split("\n", -1))).hasSize(7);
    }

    @Test
    void mistakes() {
        HypotheticalExtraction extraction = HypotheticalExtraction.from(plan(GERMANY));
        assertThatThrownBy(() -> extraction.of(ExtractionScope.INDUSTRY)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> extraction.of(ExtractionScope.INDUSTRY, "Trad"))
                .hasMessageContaining("Did you mean 'Trade'?");
        assertThatThrownBy(() -> extraction.lossOfEach(ExtractionScope.INDUSTRY, "Employmen"))
                .hasMessageContaining("Did you mean 'Employment'?");
    }

    @Test
    void nothingHasNoShare() {
        InputOutputTable table = InputOutputTable.builder("Steel", "Care")
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand("Homes", 7, 8)
                .build();
        GrossOutputPlan nothing =
                Economy.of(table).plan(LabelledVector.of("Nothing", table.industries(), table.units(), 0, 0));

        Extraction extraction = HypotheticalExtraction.from(nothing).of(ExtractionScope.INDUSTRY, "Steel");

        assertThat(extraction.totalLoss().value()).isZero();
        assertThatThrownBy(extraction::share)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no share of it to lose");
    }
}
