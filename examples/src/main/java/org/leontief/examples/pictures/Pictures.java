package org.leontief.examples.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.plan.Frontier;
import org.leontief.plan.FrontierPoint;
import org.leontief.quantity.PlanComparison;
import org.leontief.quantity.RoundsOfProduction;
import org.leontief.region.EmbodiedTrade;
import org.leontief.solve.Progress;
import org.leontief.value.production.WageCurve;

/**
 * Pictures of results, one line each: {@code Pictures.wageCurve(curve).svg(Path.of("curve.svg"))}. Labels and units are those
 * of the result; the source of its figures is added with {@link Picture#source}. What does not fit is added up in one more bar
 * or part, or left out and said to be.
 */
public final class Pictures {

    private static final int ROUNDS = 24;

    /** A longer title would be cut where it stands beside an axis, which a chart is not high enough for. */
    private static final int LONGEST_BESIDE_AN_AXIS = 30;

    private Pictures() {}

    /**
     * Amounts by label, the largest first.
     *
     * @param vector amounts; in one unit
     * @return lying bars; beyond fifteen labels the others are added up in a last one
     * @throws IllegalArgumentException if the vector is empty or has several units
     */
    public static Picture bars(LabelledVector vector) {
        return bars(vector.name(), vector);
    }

    /**
     * Several amounts for the same labels, side by side.
     *
     * @param title of the picture
     * @param vectors amounts in one common unit, joined by label; their names are the legend
     * @return lying bars, one colour for each vector
     * @throws IllegalArgumentException if there are no vectors, two have one name, or their units differ
     */
    public static Picture bars(String title, LabelledVector... vectors) {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(vectors, "vectors");
        if (vectors.length == 0) {
            throw new IllegalArgumentException("'" + title + "' has no bars; give at least one vector.");
        }
        LabelledVector first = vectors[0];
        List<LabelledVector> aligned = Arrays.stream(vectors)
                .map(vector -> vector.alignedTo(first.labels(), first.units()))
                .toList();
        String unit = first.units().common();
        return Bars.of(title, vectors.length == 1 ? axis(first.name(), unit) : unit, aligned);
    }

    /**
     * What changed from one plan to another.
     *
     * @param comparison of the plans
     * @return lying bars of the differences of gross output, the largest first
     */
    public static Picture changes(PlanComparison comparison) {
        LabelledMatrix changes = comparison.toMatrix();
        return bars("Change of gross output", changes.column("Difference").named("Change of gross output"));
    }

    /**
     * Parts that add up, a column for each column of the matrix.
     *
     * @param title of the picture
     * @param xAxis what the columns are, such as "year"
     * @param matrix parts in one unit, a row each; beyond seven the smallest are added up
     * @return standing columns
     * @throws IllegalArgumentException if the rows are in several units, or there are more than 24 columns
     */
    public static Picture stacked(String title, String xAxis, LabelledMatrix matrix) {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(xAxis, "xAxis");
        Objects.requireNonNull(matrix, "matrix");
        return Columns.of(title, xAxis, axis(matrix.name(), matrix.rowUnits().common()), matrix);
    }

    /**
     * What each round of production adds: final demand, what it takes to make it, what that takes, and so on.
     *
     * @param rounds the rounds; the first {@value #ROUNDS} are drawn
     * @return a column for each round, with the industries as its parts
     * @throws IllegalArgumentException if the industries have several units
     */
    public static Picture rounds(RoundsOfProduction rounds) {
        LabelledMatrix matrix = rounds.toMatrix();
        int shown = Math.min(ROUNDS, rounds.count());
        LabelledMatrix numbered = LabelledMatrix.of(
                "Gross output",
                matrix.rows(),
                Labels.of(IntStream.range(0, shown).mapToObj(Integer::toString).toList()),
                matrix.rowUnits(),
                matrix.matrix().columns(IntStream.range(0, shown).toArray()));
        return stacked("Rounds of production", "round (0: final demand)", numbered);
    }

    /**
     * How fast rounds of production come to an end: what each adds, and how much all later ones can still add at most.
     *
     * @param rounds the rounds
     * @return two curves over the number of the round, on a logarithmic axis
     * @throws IllegalArgumentException if the industries have several units
     * @throws org.leontief.technology.NotViableException if rounds may grow without end
     */
    public static Picture convergence(RoundsOfProduction rounds) {
        double[] number = IntStream.range(0, rounds.count()).asDoubleStream().toArray();
        double[] added =
                Arrays.stream(number).map(k -> rounds.round((int) k).total()).toArray();
        double[] left = Arrays.stream(number)
                .map(k -> rounds.remainderBound((int) k).total())
                .toArray();
        String unit = rounds.round(0).units().common();
        return curves(
                "Convergence of the rounds of production",
                "round",
                Scale.LINEAR,
                axis("Gross output of all industries", unit),
                Scale.LOGARITHMIC,
                new Curve("added in this round", number, added),
                new Curve("all later rounds, at most", number, left));
    }

    /**
     * How a solver came closer, step by step.
     *
     * @param steps what a listener of {@link org.leontief.solve.SolveOptions} was told; those without a positive measure are
     *     left out
     * @return a curve for each kind of work, over the steps done, on a logarithmic axis
     * @throws IllegalArgumentException if no step has a positive measure
     */
    public static Picture convergence(List<Progress> steps) {
        Map<String, List<Progress>> byWork = new LinkedHashMap<>();
        for (Progress step : steps) {
            if (step.measure() > 0 && Double.isFinite(step.measure())) {
                byWork.computeIfAbsent(step.work(), work -> new ArrayList<>()).add(step);
            }
        }
        Curve[] curves = byWork.entrySet().stream()
                .map(entry -> new Curve(
                        entry.getKey(),
                        entry.getValue().stream().mapToDouble(Progress::done).toArray(),
                        entry.getValue().stream().mapToDouble(Progress::measure).toArray()))
                .toArray(Curve[]::new);
        return curves("Convergence of the solver", "iteration", Scale.LINEAR, "residual", Scale.LOGARITHMIC, curves);
    }

    /**
     * The wage–profit curve.
     *
     * @param curve w(r)
     * @return the wage over the rate of profit
     */
    public static Picture wageCurve(WageCurve curve) {
        double[] r = curve.points().stream()
                .mapToDouble(WageCurve.Point::rateOfProfit)
                .toArray();
        double[] w = curve.points().stream().mapToDouble(WageCurve.Point::wage).toArray();
        return curves(
                        "Wage–profit curve",
                        "rate of profit r (a year)",
                        Scale.LINEAR,
                        axis("wage w", curve.wageUnit()),
                        Scale.LINEAR,
                        new Curve("w(r)", r, w))
                .note("Numéraire: " + curve.numeraire() + ".");
    }

    /**
     * What a limit costs at every height.
     *
     * @param frontier best objectives by height of the limit
     * @return the objective over the limit, straight between the points
     */
    public static Picture frontier(Frontier frontier) {
        double[] limits =
                frontier.points().stream().mapToDouble(FrontierPoint::limit).toArray();
        double[] objectives =
                frontier.points().stream().mapToDouble(FrontierPoint::objective).toArray();
        return curves(
                "Frontier: " + frontier.goal(),
                axis(frontier.limit(), frontier.limitUnit()),
                Scale.LINEAR,
                axis(
                        frontier.goal().length() <= LONGEST_BESIDE_AN_AXIS ? frontier.goal() : "Value reached",
                        frontier.unit()),
                Scale.LINEAR,
                new Curve(frontier.goal(), limits, objectives));
    }

    /**
     * Any curves.
     *
     * @param title of the picture
     * @param xAxis what is measured to the right, with its unit
     * @param xScale how that axis is divided
     * @param yAxis what is measured upwards, with its unit
     * @param yScale how that axis is divided
     * @param curves at least one
     * @return the curves, with a legend if there are several
     * @throws IllegalArgumentException if there is no curve, two have one name, or there is a point that a logarithmic axis does not have
     */
    public static Picture curves(
            String title, String xAxis, Scale xScale, String yAxis, Scale yScale, Curve... curves) {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(xAxis, "xAxis");
        Objects.requireNonNull(xScale, "xScale");
        Objects.requireNonNull(yAxis, "yAxis");
        Objects.requireNonNull(yScale, "yScale");
        Objects.requireNonNull(curves, "curves");
        return Lines.of(title, xAxis, xScale, yAxis, yScale, List.of(curves));
    }

    /**
     * Amounts over years.
     *
     * @param title of the picture
     * @param vectors amounts in one unit; their labels are the numbers of years, their names the legend
     * @return a curve for each vector
     * @throws IllegalArgumentException if there are no vectors, a label is no number, or the units differ
     */
    public static Picture years(String title, LabelledVector... vectors) {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(vectors, "vectors");
        if (vectors.length == 0) {
            throw new IllegalArgumentException("'" + title + "' has no curves; give at least one vector.");
        }
        LabelledVector first = vectors[0];
        double[] years =
                first.labels().asList().stream().mapToDouble(Pictures::year).toArray();
        Curve[] curves = Arrays.stream(vectors)
                .map(vector -> new Curve(
                        vector.name(),
                        years,
                        vector.alignedTo(first.labels(), first.units()).toArray()))
                .toArray(Curve[]::new);
        String unit = first.units().common();
        return curves(
                title,
                "year",
                Scale.LINEAR,
                curves.length == 1 ? axis(first.name(), unit) : unit,
                Scale.LINEAR,
                curves);
    }

    /**
     * A matrix as cells, such as technical coefficients or the Leontief inverse.
     *
     * @param matrix from rows to columns; beyond 25 the largest rows and columns are drawn
     * @return cells, dark where much is, with their figures while there is room
     */
    public static Picture heatMap(LabelledMatrix matrix) {
        String unit = matrix.rowUnits().isUniform() ? matrix.rowUnits().common() : "each row in its own unit";
        return HeatMap.of(axis(matrix.name(), unit), "used by", "delivered by", matrix);
    }

    /**
     * Who emits, works or earns for whom.
     *
     * @param trade flows between regions
     * @return cells, from the region in which it happens to the region that consumes
     */
    public static Picture footprints(EmbodiedTrade trade) {
        LabelledMatrix flows = trade.flows();
        return HeatMap.of(axis(flows.name(), flows.rowUnits().common()), "for consumers in", "happens in", flows);
    }

    /**
     * The largest flows between industries, or regions.
     *
     * @param matrix from rows to columns, with the same labels, in one unit
     * @param count how many flows to draw at most
     * @return an arrow for each, as wide as the flow is large; what stays in its own place is not drawn
     * @throws IllegalArgumentException if rows and columns differ, units differ, or there is no flow
     */
    public static Picture network(LabelledMatrix matrix, int count) {
        Objects.requireNonNull(matrix, "matrix");
        Network network = Network.of(matrix, count);
        String title = axis(
                matrix.name() + ": the " + network.flows().size() + " largest flows",
                matrix.rowUnits().common());
        StringBuilder text = new StringBuilder(title);
        for (Network.Flow flow : network.flows()) {
            text.append("\n").append(network.names().get(flow.from())).append(" → ");
            text.append(network.names().get(flow.to())).append(": ").append(Figures.inWords(flow.amount()));
        }
        return new Picture(new NetworkDrawing(network, title), 470, text.toString())
                .note("An arrow is as wide as its flow is large. What stays in its own place is not drawn.");
    }

    private static String axis(String name, String unit) {
        String shortened = ShortLabels.shorten(name, 44);
        return unit.equals("1") ? shortened : shortened + " (" + unit + ")";
    }

    private static double year(Label label) {
        try {
            return Double.parseDouble(label.name());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + label + "' is no year. Maybe stacked(…) or bars(…) is meant, which take any labels.", e);
        }
    }
}
