package org.leontief.examples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leontief.io.DatabaseTable;
import org.leontief.label.LabelledVector;
import org.leontief.table.FinalDemand;
import org.leontief.value.ImportTreatment;
import org.leontief.value.ImportedInputs;
import org.leontief.value.LabourAccount;
import org.leontief.value.LabourBreakdown;
import org.leontief.value.LabourBreakdown.Part;
import org.leontief.value.LabourValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much labour is in it? */
@Command(
        name = "labour",
        description = {
            "How much labour is in a unit of each product, its own industry's and all its suppliers'?",
            "",
            "  λ = λ A + l",
            ""
        },
        footer = {
            "Example: leontief labour --row Employment --imports KEPT_APART --imports-row Imports --breakdown Construction"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class LabourCommand extends EconomyQuestion {

    /** What labour in imports is taken to be. */
    enum Imports {
        /** What their products take at home. */
        AS_PRODUCED_AT_HOME,
        /** What the exports that pay for them take. */
        PAID_FOR_BY_EXPORTS,
        /** Not known: imports are given beside the values. */
        KEPT_APART
    }

    @Option(
            names = "--row",
            paramLabel = "ROW",
            required = true,
            description = "The row of labour, such as Employment.")
    private String row;

    @Option(
            names = "--imports",
            paramLabel = "TREATMENT",
            description = "How labour in imports counts: ${COMPLETION-CANDIDATES}. A table with imports needs one.")
    private @Nullable Imports imports;

    @Option(
            names = "--imports-row",
            paramLabel = "ROW",
            description = "A row with the value of imports, if the table has no imports by product. Can be repeated.")
    private List<String> importRows = List.of();

    @Option(
            names = "--exports",
            paramLabel = "CATEGORY",
            defaultValue = "Exports",
            description = "The exports that pay for imports. Default: ${DEFAULT-VALUE}.")
    private String exports;

    @Option(
            names = "--depreciation",
            paramLabel = "ROW",
            description = "A row of fixed capital used up, which is replaced by what --investment buys.")
    private @Nullable String depreciation;

    @Option(
            names = "--investment",
            paramLabel = "CATEGORY",
            defaultValue = "Capital formation",
            description = "Default: ${DEFAULT-VALUE}.")
    private String investment;

    @Option(
            names = "--breakdown",
            paramLabel = "PRODUCT",
            description = "Also whose labour it is that is in this product, and in which round of supply.")
    private @Nullable String breakdown;

    @Option(
            names = "--parts",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many industries and rounds of it. Default: ${DEFAULT-VALUE}.")
    private int parts;

    @Override
    Answer answer() throws IOException {
        requireWith("--parts", "--breakdown");
        requireWith("--investment", "--depreciation");
        requireWith("--imports-row", "--imports");
        requireWith("--exports", "--imports");
        if (parts < 1) {
            throw usage("--parts is " + parts + ", and at least 1 part is to be named.");
        }
        LabourValues values = economy().labourValues(account());
        Answer answer = new Answer("How much labour is in a unit of each product: '" + row + "'")
                .sheet(new Sheet("Labour values", "Product", values.industries())
                        .bounded("Labour", values.perUnit())
                        .vector("Of its own industry", values.direct().values()))
                .fact(
                        "Labour in final demand",
                        values.identity(finalDemand().total()).embodied(),
                        values.unit())
                .fact("Labour performed", values.identity(finalDemand().total()).performed(), values.unit())
                .notes(values.notes());
        if (imports == Imports.KEPT_APART) {
            answer.sheet(new Sheet("Imports kept apart", "Product", values.industries())
                    .bounded("Imports in a unit", values.imports()));
        }
        if (breakdown != null) {
            answer.sheet(parts("By industry", values.byIndustry(breakdown, parts)))
                    .sheet(parts("By round", values.byRound(breakdown, parts)));
        }
        return answer;
    }

    private FinalDemand finalDemand() throws IOException {
        return table().finalDemand();
    }

    private LabourAccount account() throws IOException {
        LabourAccount account = LabourAccount.of(row);
        if (depreciation != null) {
            account = account.withDepreciation(depreciation, finalDemand().category(investment));
        }
        return imports == null ? account : account.importing(treatment(imports));
    }

    private ImportTreatment treatment(Imports how) throws IOException {
        ImportedInputs inputs = importRows.isEmpty()
                ? ImportedInputs.recorded()
                : ImportedInputs.row(
                        importRows.get(0), importRows.stream().skip(1).toArray(String[]::new));
        return switch (how) {
            case AS_PRODUCED_AT_HOME -> inputs.asProducedAtHome();
            case KEPT_APART -> inputs.keptApart();
            case PAID_FOR_BY_EXPORTS -> paidForByExports(inputs, source());
        };
    }

    private ImportTreatment paidForByExports(ImportedInputs inputs, DatabaseTable source) {
        LabelledVector sold = source.table().finalDemand().category(exports);
        return importRows.isEmpty()
                ? source.table()
                        .imports()
                        .map(recorded ->
                                inputs.paidForByExports(sold, recorded.total().total()))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The table records no imports by product. Name the row that holds their value:"
                                        + " --imports-row."))
                : inputs.paidForByExports(sold);
    }

    private static Sheet parts(String how, LabourBreakdown breakdown) {
        List<Part> all = new ArrayList<>(breakdown.parts());
        if (breakdown.remainder().labour().isNonZero()) {
            all.add(breakdown.remainder());
        }
        return Sheet.ofNames(
                        "Labour in " + breakdown.product() + " " + how.toLowerCase(Locale.ROOT),
                        how,
                        all.stream().map(Part::name).toList())
                .numbers("Labour", breakdown.unit(), i -> all.get(i).amount())
                .numbers(Sheet.BOUND, breakdown.unit(), i -> all.get(i).labour().errorBound())
                .numbers("Share", "", i -> all.get(i).share());
    }
}
