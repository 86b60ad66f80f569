package org.leontief.examples.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.XYSeries;
import org.leontief.Economy;
import org.leontief.examples.GermanTable;
import org.leontief.io.InputOutputCsv;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.plan.Frontier;
import org.leontief.plan.FrontierPoint;
import org.leontief.plan.Goal;
import org.leontief.plan.PlanProblem;
import org.leontief.quantity.PlanComparison;
import org.leontief.quantity.RoundsOfProduction;
import org.leontief.region.EmbodiedTrade;
import org.leontief.region.RegionalEconomy;
import org.leontief.solve.Progress;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.value.production.Numeraire;
import org.leontief.value.production.WageCurve;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What is drawn are the numbers of the result, with their labels and units. */
class PicturesTest {

    private static final Path ROOT = Path.of(System.getProperty("leontief.root", ".."));

    private static InputOutputTable table;
    private static Economy economy;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        table = GermanTable.read();
        economy = Economy.of(table);
    }

    @Test
    void changesAreTheDifferencesLargestFirst() {
        LabelledVector demand = table.finalDemand().total();
        PlanComparison comparison =
                economy.plan(demand.scale("Construction", 1.1)).comparedWith(economy.plan(demand));
        HorizontalBarSeries series = bars(Pictures.changes(comparison)).get(0);
        assertThat(series.getXData())
                .isEqualTo(comparison.grossOutput().stream()
                        .map(PlanComparison.Change::difference)
                        .toList());
        assertThat(series.getYData())
                .isEqualTo(comparison.grossOutput().stream()
                        .map(change -> change.label().toString())
                        .toList());
    }

    @Test
    void whatDoesNotFitIsAddedUp() {
        double[] values = IntStream.rangeClosed(1, 40).asDoubleStream().toArray();
        LabelledVector many = LabelledVector.of(
                "Output",
                Labels.of(IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "Product " + i)
                        .toList()),
                Units.of("t"),
                values);
        HorizontalBarSeries series = bars(Pictures.bars(many)).get(0);
        assertThat(series.getXData()).hasSize(16);
        assertThat(series.getXData().get(0)).isEqualTo(40.0);
        assertThat(series.getXData().get(15)).isEqualTo(25.0 * 26 / 2);
        assertThat(series.getYData().get(15)).isEqualTo("the other 25");
        assertThat(series.getXData().stream().mapToDouble(Number::doubleValue).sum())
                .isEqualTo(many.total());
    }

    @Test
    void vectorsAreJoinedByLabel() {
        LabelledVector first = LabelledVector.of("Now", Labels.of("Coal", "Steel"), Units.of("t"), 5, 9);
        LabelledVector second = LabelledVector.of("Then", Labels.of("Steel", "Coal"), Units.of("t"), 10, 4);
        List<HorizontalBarSeries> series = bars(Pictures.bars("Output", first, second));
        assertThat(series.get(0).getYData()).isEqualTo(List.of("Steel", "Coal"));
        assertThat(series.get(0).getXData()).isEqualTo(List.of(9.0, 5.0));
        assertThat(series.get(1).getXData()).isEqualTo(List.of(10.0, 4.0));
        LabelledVector hours = LabelledVector.of("Hours", Labels.of("Steel", "Coal"), Units.of("hours"), 1, 1);
        assertThatThrownBy(() -> Pictures.bars("Output", first, hours)).hasMessageContaining("hours");
    }

    @Test
    void roundsAreStackedAndTheRestIsAddedUp() {
        RoundsOfProduction rounds = economy.rounds(table.finalDemand().total(), 6);
        List<CategorySeries> parts = columns(Pictures.rounds(rounds));
        assertThat(parts).hasSize(6);
        assertThat(parts.get(0).getName()).isEqualTo("Manufacturing");
        for (int k = 0; k < 6; k++) {
            int round = k;
            assertThat(parts.get(0).getYData()[round])
                    .isEqualTo(rounds.round(round).of("Manufacturing"));
            assertThat(parts.stream()
                            .mapToDouble(part -> part.getYData()[round])
                            .sum())
                    .isCloseTo(rounds.round(round).total(), within(1e-6));
        }
        assertThatThrownBy(() -> Pictures.stacked(
                        "Too many",
                        "year",
                        LabelledMatrix.of(
                                "Output",
                                Labels.of("Coal"),
                                Labels.of(IntStream.range(0, 25)
                                        .mapToObj(Integer::toString)
                                        .toList()),
                                Units.of("t"),
                                SparseMatrix.zeros(1, 25))))
                .hasMessageContaining("25 columns")
                .hasMessageContaining("24");
    }

    @Test
    void theRemainderIsDrawnAsItsBound() {
        RoundsOfProduction rounds = economy.rounds(table.finalDemand().total(), 9);
        List<XYSeries> curves = curves(Pictures.convergence(rounds));
        for (int k = 0; k < 9; k++) {
            assertThat(curves.get(0).getYData()[k]).isEqualTo(rounds.round(k).total());
            assertThat(curves.get(1).getYData()[k])
                    .isEqualTo(rounds.remainderBound(k).total());
        }
    }

    @Test
    void theStepsOfASolverAreThoseItTold() {
        List<Progress> steps = new ArrayList<>();
        economy.with(SolveOptions.defaults().withMethod(SolveMethod.BICGSTAB).withListener(steps::add))
                .plan(table.finalDemand().total());
        XYSeries series = curves(Pictures.convergence(steps)).get(0);
        assertThat(series.getName()).isEqualTo("BICGSTAB");
        assertThat(series.getYData())
                .containsExactly(steps.stream()
                        .filter(step -> step.work().equals("BICGSTAB") && step.measure() > 0)
                        .mapToDouble(Progress::measure)
                        .toArray());
        assertThatThrownBy(() -> Pictures.convergence(List.of())).hasMessageContaining("no curves");
    }

    @Test
    void theWageCurveHasItsPointsAndUnits() {
        LabelledVector households = table.finalDemand().category("Households");
        WageCurve curve = economy.technique("Employment")
                .wageCurve(Numeraire.basket(households, households.total(), "million EUR"), 8);
        Picture picture = Pictures.wageCurve(curve);
        XYSeries series = curves(picture).get(0);
        assertThat(series.getXData())
                .containsExactly(curve.points().stream()
                        .mapToDouble(WageCurve.Point::rateOfProfit)
                        .toArray());
        assertThat(series.getYData())
                .containsExactly(curve.points().stream()
                        .mapToDouble(WageCurve.Point::wage)
                        .toArray());
        assertThat(picture.description())
                .contains("million EUR per thousand persons")
                .contains("Numéraire: 'Households' costs 813,673.00 million EUR");
    }

    @Test
    void theFrontierBendsAtItsPoints() {
        Frontier frontier = Frontier.between(
                PlanProblem.of(table)
                        .resource("Employment", 36_428)
                        .counting("CO2")
                        .target(table.finalDemand().category("Households")),
                Goal.largestMultiple(),
                "Employment",
                30_000,
                36_428);
        Picture picture = Pictures.frontier(frontier);
        XYSeries series = curves(picture).get(0);
        assertThat(series.getXData())
                .containsExactly(frontier.points().stream()
                        .mapToDouble(FrontierPoint::limit)
                        .toArray());
        assertThat(series.getYData())
                .containsExactly(frontier.points().stream()
                        .mapToDouble(FrontierPoint::objective)
                        .toArray());
        assertThat(picture.description()).contains("Employment (thousand persons)");
    }

    @Test
    void aGoalWithALongNameStandsInTheTitleOnly() {
        LabelledVector prices = LabelledVector.of("prices of 1995", table.industries(), Units.NONE, 1, 1, 1, 1, 1, 1);
        Frontier frontier = Frontier.between(
                PlanProblem.of(table).resource("Employment", 36_428),
                Goal.mostValue(prices),
                "Employment",
                30_000,
                36_428);
        assertThat(Pictures.frontier(frontier).description())
                .contains("most value of deliveries by prices of 1995", "Value reached (million EUR)");
    }

    @Test
    void cellsAreThoseOfTheMatrixAndTheLargestOfALargeOne() throws IOException {
        EmbodiedTrade trade = RegionalEconomy.of(InputOutputCsv.read(ROOT.resolve("docs/three-regions.csv")))
                .accounts("CO2")
                .bilateral();
        Cells cells = ((HeatMap) Pictures.footprints(trade).drawing()).cells();
        assertThat(cells.rows()).containsExactly("North", "South", "Isles");
        assertThat(cells.values().get(1).get(0))
                .isEqualTo(trade.flow("South", "North").value());

        double[][] values = new double[30][30];
        values[27][3] = 5;
        values[1][29] = -4;
        Labels labels =
                Labels.of(IntStream.range(0, 30).mapToObj(i -> "Industry " + i).toList());
        Picture large =
                Pictures.heatMap(LabelledMatrix.of("Flows", labels, labels, Units.of("t"), SparseMatrix.of(values)));
        Cells shown = ((HeatMap) large.drawing()).cells();
        assertThat(shown.rows()).hasSize(25).contains("Industry 27", "Industry 1");
        assertThat(shown.columns()).hasSize(25).contains("Industry 3", "Industry 29");
        assertThat(shown.values()
                        .get(shown.rows().indexOf("Industry 1"))
                        .get(shown.columns().indexOf("Industry 29")))
                .isEqualTo(-4);
        assertThat(large.description()).contains("25 of 30 rows");
    }

    @Test
    void theNetworkHasTheLargestFlowsAndNoneIntoItself() {
        LabelledMatrix use = economy.plan(table.finalDemand().total()).intermediateUse();
        Network network = ((NetworkDrawing) Pictures.network(use, 3).drawing()).network();
        assertThat(network.flows())
                .extracting(flow -> network.names().get(flow.from()) + " → "
                        + network.names().get(flow.to()))
                .containsExactly(
                        "Business services → Manufacturing", "Trade → Manufacturing", "Business services → Trade");
        assertThat(network.flows().get(0).amount()).isEqualTo(use.of("Business services", "Manufacturing"));
        assertThatThrownBy(() -> Pictures.network(economy.coefficients().extensions(), 3))
                .hasMessageContaining("same labels");
    }

    @Test
    void longLabelsAreShortenedAndStayDifferent() {
        List<String> labels = List.of("Manufacture of basic metals", "Manufacture of basic chemicals", "Coal");
        assertThat(ShortLabels.of(labels, 14)).containsExactly("Manufacture o…", "Manufactu… (2)", "Coal");
    }

    @Test
    void svgIsXmlThatSaysWhatItShows() throws Exception {
        Picture picture = Pictures.bars(table.extension("CO2")).source("Eurostat 2008 <chapter 15> & others");
        Document document = parse(picture.svgText());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        String text = document.getElementsByTagName("desc").item(0).getTextContent();
        assertThat(text)
                .contains("Manufacturing: 558,327")
                .contains("thousand t")
                .contains("Source: Eurostat 2008 <chapter 15> & others");
        assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(15);
        assertThat(picture.svgText()).isEqualTo(picture.svgText());
    }

    /** XML 1.0 has no way to write most control characters, not even escaped; others and quotes stay what they are. */
    @Test
    void labelsWithAnyCharactersLeaveTheSvgXml() throws Exception {
        LabelledVector odd = LabelledVector.of(
                "a <b> & \"c\"", Labels.of("]]> <i>", "bell\u0007", "日本 \uD83D\uDE00"), Units.of("t"), 1, 2, 3);
        String text = parse(Pictures.bars(odd).svgText())
                .getElementsByTagName("desc")
                .item(0)
                .getTextContent();
        assertThat(text).contains("a <b> & \"c\", ]]> <i>: 1", "bell\uFFFD: 2", "日本 \uD83D\uDE00: 3");
    }

    @Test
    void filesAppearWholeAndTheSourceIsInThePicture() throws Exception {
        Picture picture = Pictures.heatMap(economy.coefficients().matrix());
        Path svg = picture.svg(folder.resolve("a.svg"));
        Path png = picture.source("Eurostat, chapter 15").png(folder.resolve("a.png"));
        assertThat(parse(Files.readString(svg)).getDocumentElement().getAttribute("width"))
                .isEqualTo("760");
        BufferedImage read = ImageIO.read(png.toFile());
        BufferedImage bare = picture.image();
        assertThat(read.getWidth()).isEqualTo(2 * bare.getWidth());
        assertThat(read.getHeight()).isGreaterThan(2 * bare.getHeight());
        assertThat(ink(read, 2 * bare.getHeight() + 1)).isTrue();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
        Path nowhere = folder.resolve("no/such/folder/a.svg");
        assertThatThrownBy(() -> picture.svg(nowhere)).hasMessageContaining("a.svg");
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        double[] one = {1};
        assertThatThrownBy(() -> Pictures.curves(
                        "Costs", "n", Scale.LOGARITHMIC, "s", Scale.LINEAR, new Curve("a", new double[] {0}, one)))
                .hasMessageContaining("logarithmic");
        assertThatThrownBy(() -> new Curve("a", new double[] {Double.NaN}, one)).hasMessageContaining("'a'");
        assertThatThrownBy(() -> new Curve("a", new double[0], one)).hasMessageContaining("0 places");
        assertThatThrownBy(() -> Pictures.years("Coal", LabelledVector.of("Coal", Labels.of("soon"), Units.of("t"), 1)))
                .hasMessageContaining("'soon' is no year");
        assertThatThrownBy(() -> Pictures.bars(table.extension("CO2")).source(" "))
                .hasMessageContaining("blank");
        LabelledVector co2 = table.extension("CO2");
        assertThatThrownBy(() -> Pictures.bars("Twice", co2, co2))
                .hasMessageContaining("two of the name 'CO2'")
                .hasMessageContaining("named(");
        Curve curve = new Curve("a", one, one);
        assertThatThrownBy(() -> Pictures.curves("Twice", "n", Scale.LINEAR, "s", Scale.LINEAR, curve, curve))
                .hasMessageContaining("two of the name 'a'");
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void nothingToDrawIsNamed(Method drawing) {
        Object[] nothing = Stream.of(drawing.getParameterTypes())
                .map(type -> type == int.class ? 1 : null)
                .toArray();

        assertThatThrownBy(() -> drawing.invoke(null, nothing))
                .cause()
                .isInstanceOf(NullPointerException.class)
                .message()
                .containsPattern("\\b" + drawing.getParameters()[0].getName() + "\\b");
    }

    static Stream<Method> drawings() {
        return Stream.of(Pictures.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    private static List<HorizontalBarSeries> bars(Picture picture) {
        return series(picture, HorizontalBarSeries.class);
    }

    private static List<CategorySeries> columns(Picture picture) {
        return series(picture, CategorySeries.class);
    }

    private static List<XYSeries> curves(Picture picture) {
        return series(picture, XYSeries.class).stream()
                .filter(XYSeries::isEnabled)
                .toList();
    }

    private static <S> List<S> series(Picture picture, Class<S> type) {
        return ((ChartDrawing) picture.drawing())
                .chart().getSeriesCollection().stream().map(type::cast).toList();
    }

    private static boolean ink(BufferedImage image, int fromRow) {
        int[] pixels =
                image.getRGB(0, fromRow, image.getWidth(), image.getHeight() - fromRow, null, 0, image.getWidth());
        return Arrays.stream(pixels).anyMatch(pixel -> (pixel & 0xFF) < 0x80);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
