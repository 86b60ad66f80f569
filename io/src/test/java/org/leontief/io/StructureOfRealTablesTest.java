package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.io.SharedData.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.Scenario;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.structure.Decomposition;
import org.leontief.structure.DecompositionForm;
import org.leontief.structure.DemandFactors;
import org.leontief.structure.Extraction;
import org.leontief.structure.ExtractionScope;
import org.leontief.structure.FieldOfInfluence;
import org.leontief.structure.GhoshModel;
import org.leontief.structure.HypotheticalExtraction;
import org.leontief.structure.Influence;
import org.leontief.structure.LinkageMeasure;
import org.leontief.structure.Linkages;
import org.leontief.structure.PathLimits;
import org.leontief.structure.StructuralDecomposition;
import org.leontief.structure.StructuralPath;
import org.leontief.structure.StructuralPaths;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.TotalsPolicy;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;

/** How industries hang together in published tables, where the folder of shared data is there. */
class StructureOfRealTablesTest {

    private static final MatrixLayout DOLLARS = MatrixLayout.withHeader().unit("million USD");

    /** Where two industries of Luxembourg make nothing but a fall of inventories. */
    private static final TechnologyOptions LUXEMBOURG =
            TechnologyOptions.defaults().withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE);

    private static InputOutputTable unitedStates(int year) throws IOException {
        String folder = "wiod2016_usa/USA_" + year + "/";
        LabelledMatrix z = MatrixCsv.read(data(folder + "Zdom.csv"), DOLLARS);
        LabelledMatrix y = MatrixCsv.read(data(folder + "Ydom.csv"), DOLLARS);
        InputOutputTableBuilder table = InputOutputTable.builder(z.rows())
                .unit("million USD")
                .transactions(z.matrix())
                .extensions(ExtensionsCsv.readByIndustry(
                        data(folder + "sea.csv"), Map.of("H_EMPE", "million hours", "COMP", "million USD")));
        for (String category : new String[] {"CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN", "EXP"}) {
            table.finalDemand(category, y.column(category).toArray());
        }
        return table.imports(MatrixCsv.read(data(folder + "Zimp.csv"), DOLLARS.named("Imports")))
                .build();
    }

    /** The world of 2011, with every unit of output counted as one of an extension. */
    private static InputOutputTable world() throws IOException {
        Labels industries = Labels.ofRegions(names("wiod2013_2011/regions.txt"), names("wiod2013_2011/sectors.txt"));
        Labels users =
                Labels.ofRegions(names("wiod2013_2011/regions.txt"), List.of("HH", "NPISH", "GOV", "GFCF", "INVEN"));
        MatrixLayout flows = MatrixLayout.headerless(industries, industries).unit("million USD");
        MatrixLayout demand = MatrixLayout.headerless(industries, users).unit("million USD");
        LabelledMatrix z = MatrixCsv.read(data("wiod2013_2011/Z.csv.gz"), flows);
        LabelledMatrix y = MatrixCsv.read(data("wiod2013_2011/Y.csv.gz"), demand);
        double[] x = z.rowTotals().plus(y.rowTotals()).toArray();
        return InputOutputTable.builder(industries)
                .unit("million USD")
                .transactions(z.matrix())
                .finalDemand(users, y.matrix())
                .extension("Output", "million USD", x)
                .totals(TotalsPolicy.USE_COMPUTED)
                .build();
    }

    private static List<String> names(String file) throws IOException {
        return Files.readAllLines(data(file)).stream()
                .flatMap(line -> List.of(line.strip().split("[,\\s]+", -1)).stream())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** G 1 = x̂⁻¹ L x and 1' L, by plain plans. */
    @Test
    void linkagesOfTheWorld() throws IOException {
        InputOutputTable table = world();
        Linkages linkages = Linkages.of(table, LUXEMBOURG, SolveOptions.defaults());
        BoundedVector forward = linkages.of(LinkageMeasure.TOTAL_FORWARD);
        BoundedVector lx = Economy.of(table, LUXEMBOURG)
                .plan(table.grossOutput().named("d"))
                .grossOutput();

        for (int i = 0; i < lx.labels().size(); i++) {
            double x = table.grossOutput().at(i);
            if (x > 0) {
                assertThat(forward.at(i)).isCloseTo(lx.at(i) / x, within(1e-9 * forward.at(i)));
            } else {
                assertThat(forward.at(i)).isCloseTo(1, within(forward.errorBoundAt(i)));
            }
            assertThat(forward.errorBoundAt(i)).isLessThan(1e-9 * forward.at(i));
        }
        assertThat(linkages.keySectors()).hasSizeBetween(100, 1000);
        assertThat(linkages.positions())
                .filteredOn(position -> !position.isProved())
                .isEmpty();
    }

    @Test
    void everyIndustryOfTheWorldTakenOutByItself() throws IOException {
        InputOutputTable table = world();
        GrossOutputPlan plan =
                Economy.of(table, LUXEMBOURG).plan(table.finalDemand().total());
        HypotheticalExtraction extraction = HypotheticalExtraction.from(plan);

        BoundedVector each = extraction.lossOfEach(ExtractionScope.INDUSTRY);

        for (String industry : List.of("DEU / c15", "CHN / c12", "USA / c30")) {
            Extraction one = extraction.of(ExtractionScope.INDUSTRY, industry);
            double loss = one.totalLoss().value();
            assertThat(each.of(industry)).isCloseTo(loss, within(1e-10 * loss));
            assertThat(each.errorBound(industry)).isLessThan(1e-9 * loss);
        }
        Extraction germany = extraction.ofRegion(ExtractionScope.LINKS, "DEU");
        assertThat(germany.extracted()).hasSize(35);
        assertThat(germany.lossOfOthers().value()).isPositive();
    }

    @Test
    void pathsToGermanCars() throws IOException {
        TechnicalCoefficients economy = TechnicalCoefficients.of(world(), LUXEMBOURG);
        StructuralPaths paths = StructuralPaths.of(
                economy, "Output", "DEU / c15", PathLimits.largest(20_000).withCoverage(0.75));

        assertThat(paths.paths().get(0).chain()).hasSize(1);
        double last = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (StructuralPath path : paths.paths()) {
            assertThat(path.amount().value()).isLessThanOrEqualTo(last);
            last = path.amount().value();
            sum += last;
        }
        assertThat(sum)
                .isBetween(0.75 * paths.total().value(), 0.7501 * paths.total().value());
        assertThat(paths.largestUnlisted()).isLessThanOrEqualTo(last * (1 + 1e-12));
        assertThat(paths.remainder().value()).isCloseTo(paths.total().value() - sum, within(1e-12));
        assertThat(paths.remainder().errorBound()).isLessThan(1e-10);
    }

    /** Units from kilograms to vehicle-kilometres, and coefficients far above 1. The totals were computed by others. */
    @Test
    void carbonDioxideByPathInUnitProcesses() throws IOException {
        SparseMatrix a = coordinates("uslci_2021/A_coo.csv", 639, 639);
        List<String> reference = Files.readAllLines(data("uslci_2021/reference_co2.csv"));
        double[] direct = new double[639];
        for (String line : reference.subList(1, reference.size())) {
            String[] cells = line.split(",", -1);
            direct[Integer.parseInt(cells[0])] = Double.parseDouble(cells[1]);
        }
        Labels processes =
                Labels.of(IntStream.range(0, 639).mapToObj(Integer::toString).toList());
        TechnicalCoefficients economy = TechnicalCoefficients.of(
                LabelledMatrix.of("A", processes, processes, Units.of("1"), a),
                LabelledMatrix.of(
                        "S", Labels.of("CO2"), processes, Units.of("kg"), SparseMatrix.of(new double[][] {direct})));
        for (int k = 1; k < reference.size(); k += 5) {
            String[] cells = reference.get(k).split(",", -1);
            double total = Double.parseDouble(cells[2]);
            StructuralPaths paths = StructuralPaths.of(economy, "CO2", cells[0], PathLimits.largest(50));

            assertThat(paths.total().value()).isCloseTo(total, within(1e-9 * Math.abs(total) + 1e-15));
            double listed = paths.paths().stream()
                    .mapToDouble(path -> path.amount().value())
                    .sum();
            assertThat(paths.remainder().value())
                    .isCloseTo(paths.total().value() - listed, within(1e-12 * Math.abs(total) + 1e-300));
        }
    }

    private static SparseMatrix coordinates(String file, int rows, int columns) throws IOException {
        SparseMatrixBuilder matrix = SparseMatrix.builder(rows, columns);
        List<String> lines = Files.readAllLines(data(file));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            matrix.add(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Double.parseDouble(cells[2]));
        }
        return matrix.build();
    }

    /** In current dollars: what is tested is that the effects add up to what the tables record, for all ways to split. */
    @Test
    void hoursInTheUnitedStatesFromTwoThousandToTwoThousandAndFourteen() throws IOException {
        StructuralDecomposition hours = StructuralDecomposition.between(unitedStates(2000), unitedStates(2014))
                .withIntensity("H_EMPE")
                .withTechnologyBy(Map.of("Manufacturing", List.of("C29", "C30", "C28", "C26")));
        for (DemandFactors demand : DemandFactors.values()) {
            for (DecompositionForm form : List.of(DecompositionForm.ALL_ORDERS, DecompositionForm.POLAR_MEAN)) {
                Decomposition found = hours.withDemand(demand).withForm(form).compute();
                double hoursOfAll = found.recordedDifference().total();
                assertThat(Math.abs(hoursOfAll)).isGreaterThan(1000);
                assertThat(found.residual().total()).isCloseTo(0, within(1e-8));
                assertThat(found.residual().isCertified()).isTrue();
                assertThat(found.totalEffect("Intensity").value()).isNegative();
                assertThat(found.totalEffect(
                                        "Demand level"
                                                        .equals(found.factors()
                                                                .get(3)
                                                                .name())
                                                ? "Demand level"
                                                : "Final demand")
                                .value())
                        .isPositive();
            }
        }
    }

    @Test
    void ghoshAndInfluenceInTheUnitedStates() throws IOException {
        InputOutputTable table = unitedStates(2014);
        GhoshModel ghosh = GhoshModel.ofBalance(table);
        BoundedVector x = ghosh.grossOutput(ghosh.valueAdded());
        for (int i = 0; i < x.labels().size(); i++) {
            assertThat(x.at(i))
                    .isCloseTo(
                            table.grossOutput().at(i),
                            within(1e-9 * table.grossOutput().at(i)));
        }
        assertThat(ghosh.allocation().notes())
                .singleElement()
                .satisfies(note -> assertThat(note).contains("'U'"));

        GrossOutputPlan plan = Economy.of(table).plan(table.finalDemand().total());
        List<Influence> largest =
                FieldOfInfluence.onOutput(plan, SolveOptions.defaults()).largest(5);
        LabelledVector demand = plan.finalDemand();
        Influence first = largest.get(0);
        double changed = Economy.of(table)
                .plan(
                        demand,
                        Scenario.named("one per mille")
                                .scaleCoefficient(
                                        first.input().toString(),
                                        first.product().toString(),
                                        1.001))
                .grossOutput()
                .total();
        assertThat((changed / plan.grossOutput().total() - 1) / 0.001)
                .isCloseTo(first.elasticity(), within(2e-3 * first.elasticity()));
    }
}
