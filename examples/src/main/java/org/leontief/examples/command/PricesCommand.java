package org.leontief.examples.command;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leontief.Economy;
import org.leontief.label.LabelledVector;
import org.leontief.label.NumberText;
import org.leontief.value.PriceModel;
import org.leontief.value.Prices;
import org.leontief.value.production.MaximumRateOfProfit;
import org.leontief.value.production.Numeraire;
import org.leontief.value.production.Technique;
import org.leontief.value.production.WageCurve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What does it do to prices? */
@Command(
        name = "prices",
        description = {
            "What do wages, taxes, dearer imports or a price of carbon do to prices? All prices of the base year are 1.",
            "",
            "  p = p A + v;  with --wage-curve: p = (1 + r) p A + w l",
            ""
        },
        footer = {"Example: leontief prices --scale \"Compensation of employees=1.10\""})
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class PricesCommand extends EconomyQuestion {

    private static final String REPEATED = " Can be repeated for others.";

    @Option(
            names = "--scale",
            paramLabel = "ROW=FACTOR",
            converter = Assignment.Converter.class,
            description = "Multiply a row of value added: Wages=1.10." + REPEATED)
    private List<Assignment> scale = List.of();

    @Option(
            names = "--in",
            paramLabel = "INDUSTRY",
            description = "The industry in which --scale multiplies. Without it: in all.")
    private @Nullable String industry;

    @Option(
            names = "--scale-imports",
            paramLabel = "PRODUCT=FACTOR",
            converter = Assignment.Converter.class,
            description = "Dearer imports of a product, where they are recorded by product." + REPEATED)
    private List<Assignment> scaleImports = List.of();

    @Option(
            names = "--tax",
            paramLabel = "PRODUCT=RATE",
            converter = Assignment.Converter.class,
            description = "A tax on what a product is sold for; a subsidy if negative." + REPEATED)
    private List<Assignment> taxes = List.of();

    @Option(
            names = "--unit-tax",
            paramLabel = "PRODUCT=AMOUNT",
            converter = Assignment.Converter.class,
            description = "A tax on every unit of a product." + REPEATED)
    private List<Assignment> unitTaxes = List.of();

    @Option(
            names = "--charge",
            paramLabel = "EXTENSION=PRICE",
            converter = Assignment.Converter.class,
            description =
                    "So much per unit of an extension, such as CO2=0.08: money of the table for its unit." + REPEATED)
    private List<Assignment> charges = List.of();

    @Option(
            names = "--fix",
            paramLabel = "PRODUCT=PRICE",
            converter = Assignment.Converter.class,
            description = "A price that others set." + REPEATED)
    private List<Assignment> fixed = List.of();

    @Option(
            names = "--cover",
            paramLabel = "ROW",
            split = ",",
            description = "The rows that prices cover, where products are in different units.")
    private List<String> cover = List.of();

    @Option(
            names = "--wage-curve",
            paramLabel = "N",
            description = "Instead: what each of N + 1 rates of profit, from 0 to the highest, leaves for wages.")
    private @Nullable Integer wageCurve;

    @Option(
            names = "--labour",
            paramLabel = "ROW",
            defaultValue = "Employment",
            description = "The row of labour that the wage pays. Default: ${DEFAULT-VALUE}.")
    private String labour;

    @Option(
            names = "--numeraire",
            paramLabel = "PRODUCT",
            description = "A unit of it costs 1. Without it: gross output costs what it does in the table.")
    private @Nullable String numeraire;

    @Override
    Answer answer() throws IOException {
        requireWith("--labour", "--wage-curve");
        requireOneQuestion();
        if (wageCurve != null) {
            return curve(wageCurve);
        }
        Prices prices = changed(economy()).solve();
        LabelledVector dearer = prices.passThrough(table().finalDemand());
        return new Answer("What it does to prices")
                .sheet(new Sheet("Prices", "Product", table().industries())
                        .bounded("Price", prices.perUnit())
                        .vector("Before", prices.before().values())
                        .vector("Change", prices.change().values()))
                .sheet(new Sheet("Final users pay more", "Category", dearer.labels()).vector("Share", dearer))
                .notes(prices.notes());
    }

    /** What would have no effect beside the other options is not passed over. */
    private void requireOneQuestion() {
        boolean changes = Stream.of(scale, scaleImports, taxes, unitTaxes, charges, fixed, cover)
                .anyMatch(options -> !options.isEmpty());
        if (wageCurve != null && changes) {
            throw usage(
                    "--wage-curve is a question of its own, of the table as it is: leave it out, or all that changes prices.");
        }
        if (wageCurve == null && numeraire != null) {
            throw usage("--numeraire is what a wage curve is counted in, and --wage-curve is missing.");
        }
        if (industry != null && scale.isEmpty()) {
            throw usage("--in says where --scale multiplies, and --scale is missing.");
        }
        for (Assignment price : fixed) {
            if (price.number() <= 0) {
                throw usage("--fix " + price.name() + "=" + NumberText.of(price.number())
                        + ": a price is above 0; that of the base year is 1.");
            }
        }
    }

    private PriceModel changed(Economy economy) {
        PriceModel model = cover.isEmpty() ? economy.prices() : economy.prices(cover.toArray(String[]::new));
        for (Assignment change : scale) {
            model = industry == null
                    ? model.scale(change.name(), change.number())
                    : model.scale(change.name(), industry, change.number());
        }
        for (Assignment change : scaleImports) {
            model = model.scaleImports(change.name(), change.number());
        }
        for (Assignment change : taxes) {
            model = model.tax(change.name(), change.number());
        }
        for (Assignment change : unitTaxes) {
            model = model.unitTax(change.name(), change.number());
        }
        for (Assignment change : charges) {
            model = model.charge(change.name(), change.number());
        }
        for (Assignment change : fixed) {
            model = model.fixPrice(change.name(), change.number());
        }
        return model;
    }

    private Answer curve(int intervals) throws IOException {
        if (intervals < 1) {
            throw usage("--wage-curve " + intervals + ": at least 1 interval is needed.");
        }
        Technique technique = economy().technique(labour);
        MaximumRateOfProfit highest = technique.maximumRateOfProfit();
        Numeraire counted = numeraire == null ? Numeraire.total(table().grossOutput()) : Numeraire.product(numeraire);
        WageCurve curve = technique.wageCurve(counted, intervals);
        List<WageCurve.Point> points = curve.points();
        return new Answer("What each rate of profit leaves for wages")
                .fact("Maximum rate of profit", highest.value())
                .fact(
                        "Set by",
                        String.join(
                                ", ",
                                highest.setBy().stream().map(Object::toString).toList()))
                .sheet(Sheet.ofNames(
                                "Wage curve",
                                "Point",
                                IntStream.range(0, points.size())
                                        .mapToObj(Integer::toString)
                                        .toList())
                        .numbers("Rate of profit", "", i -> points.get(i).rateOfProfit())
                        .numbers("Wage", "", i -> points.get(i).wage())
                        .numbers(Sheet.BOUND, "", i -> points.get(i).wageErrorBound()))
                .notes(curve.prices(0).notes());
    }
}
