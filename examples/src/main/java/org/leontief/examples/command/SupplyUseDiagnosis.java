package org.leontief.examples.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.leontief.compilation.CompilationOptions;
import org.leontief.compilation.CompiledTable;
import org.leontief.compilation.TransformationModel;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.NumberText;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseBalance;
import org.leontief.table.SupplyUseTable;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.Viability;

/** What there is to know of supply and use before a model makes one table of them, and which models can. */
final class SupplyUseDiagnosis {

    private static final double ROUNDING = 1e-6;

    private final SupplyUseTable source;
    private final CompilationOptions compilation;
    private final TechnologyOptions policies;
    private final double[] made;
    private final double[] industryTurnover;
    private final double[] used;
    private final List<Finding> findings;
    private boolean isAnyViable;

    SupplyUseDiagnosis(SupplyUseTable source, CompilationOptions compilation, TechnologyOptions policies) {
        this.source = source;
        this.compilation = compilation;
        this.policies = policies;
        SparseMatrix supply = source.supply().matrix().abs();
        SparseMatrix use = source.use().matrix().abs();
        made = supply.rowSums();
        used = sum(
                use.rowSums(), source.finalDemand().byCategory().matrix().abs().rowSums());
        industryTurnover = supply.columnSums();
        findings = look();
    }

    private static double[] sum(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    List<Finding> findings() {
        return findings;
    }

    private List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        found.add(units());
        found.add(prices());
        found.add(balance("Products", source.balance().products(), "products"));
        found.add(balance("Industries", source.balance().industries(), "industries"));
        found.add(negatives());
        found.add(products());
        found.add(industries());
        found.add(secondary());
        found.add(imports());
        found.add(LabelsFinding.of("Labels of products", source.products(), "product", "products"));
        found.add(LabelsFinding.of("Labels of industries", source.industries(), "industry", "industries"));
        found.addAll(models());
        return List.copyOf(found);
    }

    /** Whether some model makes a viable table. */
    boolean isAnyViable() {
        return isAnyViable;
    }

    private Finding units() {
        Units units = source.units();
        if (units.isUniform()) {
            return Finding.fine("Units", "All products are in " + units.common() + ".");
        }
        Set<String> found = new LinkedHashSet<>();
        IntStream.range(0, source.products().size()).forEach(i -> found.add(units.get(i)));
        return Finding.know(
                "Units",
                "Products are in " + found.size() + " units (" + Listing.of(found)
                        + "): an industry that makes products in two of them has no output in one number.");
    }

    private Finding prices() {
        return source.prices() != PriceBasis.PURCHASERS
                ? Finding.fine("Prices", "Uses are valued like supply, not at purchasers' prices.")
                : Finding.mend(
                        "Prices",
                        "Uses are at purchasers' prices, with trade margins and taxes in them; BasicPrices.of takes them"
                                + " out by the rates of the products. No model is applied before.");
    }

    private static Finding balance(String of, List<SupplyUseBalance.Line> lines, String many) {
        if (lines.isEmpty()) {
            return Finding.know(
                    of,
                    "Nothing to compare the output of industries with: no value added in the unit of all products.");
        }
        SupplyUseBalance.Line worst = lines.get(0);
        long off = 0;
        for (SupplyUseBalance.Line line : lines) {
            off += line.relativeDifference() > ROUNDING ? 1 : 0;
            worst = line.relativeDifference() > worst.relativeDifference() ? line : worst;
        }
        String words = of.equals("Products") ? "supply and use" : "output and inputs";
        if (off == 0) {
            return Finding.fine(of, "The " + words + " of all " + lines.size() + " agree within one millionth.");
        }
        String text = "The " + words + " of " + off + " of " + lines.size() + " " + many
                + " differ by more than a millionth. Largest share: '"
                + worst.label() + "', " + NumberText.of(worst.supplied()) + " and " + NumberText.of(worst.used()) + ", "
                + Finding.percent(worst.relativeDifference()) + " of its turnover.";
        return worst.relativeDifference() > CompilationOptions.DEFAULT_BALANCE_TOLERANCE
                ? Finding.mend(of, text + " Beyond one per cent no model is applied.")
                : Finding.know(of, text);
    }

    private Finding negatives() {
        Map<String, Negatives> parts = new LinkedHashMap<>();
        parts.put("supply", Negatives.of(source.supply()));
        parts.put("use", Negatives.of(source.use()));
        parts.put("final demand", Negatives.of(source.finalDemand().byCategory()));
        parts.put("value added", Negatives.of(source.valueAdded()));
        List<String> found = new ArrayList<>();
        parts.forEach((part, negatives) -> {
            if (negatives.count() > 0) {
                found.add("In " + part + " " + negatives + ".");
            }
        });
        if (found.isEmpty()) {
            return Finding.fine("Negatives", "No number of supply, use, final demand or value added is negative.");
        }
        return Finding.know("Negatives", String.join(" ", found));
    }

    private Finding products() {
        Labels products = source.products();
        List<Label> empty = which(products, i -> made[i] == 0 && used[i] == 0);
        double[] uses = source.use().matrix().abs().rowSums();
        List<Label> notMade = which(products, i -> made[i] == 0 && uses[i] > 0);
        List<Label> onlyFinal = which(products, i -> made[i] == 0 && uses[i] == 0 && used[i] > 0);
        if (empty.isEmpty() && notMade.isEmpty() && onlyFinal.isEmpty()) {
            return Finding.fine("Products made", "Every product is made by some industry.");
        }
        String text = said(notMade, " used by industries, and no industry makes them")
                + said(onlyFinal, " used by final users only, and no industry makes them")
                + said(empty, " empty throughout");
        return notMade.isEmpty() && onlyFinal.isEmpty()
                ? Finding.know("Products made", text.strip())
                : Finding.mend("Products made", text.strip() + " Say with --not-made what becomes of them.");
    }

    private static String said(List<Label> labels, String what) {
        return labels.isEmpty()
                ? ""
                : " " + Listing.quoted(labels) + (labels.size() == 1 ? " is" : " are") + what + ".";
    }

    private Finding industries() {
        double[] inputs = source.use().matrix().abs().columnSums();
        double[] primary = source.valueAdded().matrix().abs().columnSums();
        List<Label> idle = which(source.industries(), j -> industryTurnover[j] == 0 && inputs[j] + primary[j] > 0);
        List<Label> empty = which(source.industries(), j -> industryTurnover[j] == 0 && inputs[j] + primary[j] == 0);
        if (idle.isEmpty() && empty.isEmpty()) {
            return Finding.fine("Industries' output", "Every industry makes something.");
        }
        String text = (said(idle, " recorded with inputs and no output") + said(empty, " empty throughout")).strip();
        return idle.isEmpty() ? Finding.know("Industries' output", text) : Finding.mend("Industries' output", text);
    }

    /** What industries make beside the product of which each makes most, as a share of all output; the sign of an amount is no matter. */
    private Finding secondary() {
        if (!source.units().isUniform()) {
            return Finding.know("Secondary products", "Products in different units are not added up.");
        }
        double[] largest = new double[industryTurnover.length];
        int[] makers = new int[made.length];
        source.supply().matrix().forEach((i, j, v) -> {
            largest[j] = Math.max(largest[j], Math.abs(v));
            makers[i] += v == 0 ? 0 : 1;
        });
        double total = Arrays.stream(industryTurnover).sum();
        if (!(total > 0)) {
            return Finding.mend("Secondary products", "The supply table adds up to nothing.");
        }
        int most = -1;
        double mostShare = 0;
        double beside = 0;
        for (int j = 0; j < largest.length; j++) {
            double others = industryTurnover[j] - largest[j];
            beside += others;
            if (others > mostShare * industryTurnover[j]) {
                most = j;
                mostShare = others / industryTurnover[j];
            }
        }
        if (most < 0) {
            boolean isOneToOne =
                    makers.length == largest.length && Arrays.stream(makers).allMatch(count -> count == 1);
            return Finding.fine(
                    "Secondary products",
                    isOneToOne
                            ? "Every industry makes one product, and no other makes it; all models give one table."
                            : "No industry makes a second product.");
        }
        return Finding.know(
                "Secondary products",
                Finding.percent(beside / total)
                        + " of output is made beside the main product of its industry, most in '"
                        + source.industries().get(most) + "' (" + Finding.percent(mostShare)
                        + " of its own): the models differ in what they take that to mean.");
    }

    private Finding imports() {
        if (source.importedUse().isPresent()) {
            return Finding.fine("Imports", "Imports are recorded by product and user.");
        }
        return source.imports().columns().size() > 0
                ? Finding.know(
                        "Imports",
                        "Imports are recorded by product, not by user: a negative final demand in the table, or shared out"
                                + " first with ImportShares.")
                : Finding.know(
                        "Imports", "No imports by product are recorded; there may be some among the final demand.");
    }

    private List<Finding> models() {
        List<Finding> findings = new ArrayList<>();
        for (TransformationModel model : TransformationModel.values()) {
            findings.add(model(model));
        }
        boolean areAllRefusedAlike =
                findings.stream().map(Finding::text).distinct().count() == 1;
        return areAllRefusedAlike
                ? List.of(Finding.mend(
                        "Models", "All are refused. " + findings.get(0).text()))
                : findings;
    }

    private Finding model(TransformationModel model) {
        String of = "Model " + model.letter();
        CompiledTable compiled;
        Viability viability;
        try {
            compiled = CompiledTable.of(source, model, compilation);
            viability = TechnicalCoefficients.of(compiled.table(), policies).viability();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // What a model or a policy refuses is a finding here; the other models are still tried.
            return Finding.mend(of, firstLine(String.valueOf(e.getMessage())));
        }
        isAnyViable |= viability.isViable();
        int negatives = compiled.negatives().size();
        String text = "--model " + model + ": " + compiled.table().industries().size() + " "
                + (model.isProductByProduct() ? "products" : "industries") + ", "
                + Listing.count(negatives, "negative entry", "negative entries") + ". " + viability.explanation();
        if (!viability.isViable()) {
            return Finding.mend(of, text);
        }
        return negatives == 0 ? Finding.fine(of, text) : Finding.know(of, text);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static List<Label> which(Labels labels, IntPredicate condition) {
        return IntStream.range(0, labels.size())
                .filter(condition)
                .mapToObj(labels::get)
                .toList();
    }
}
