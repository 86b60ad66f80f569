package org.leontief.compilation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Takes out of the accounts what cannot be a product of a symmetric table, and makes primary inputs of it. */
final class ProductPolicies {

    private final DomesticAccounts accounts;
    private final CompilationOptions options;
    private final List<String> notes;
    private final double[] made;
    private final boolean[] isUsed;

    ProductPolicies(DomesticAccounts accounts, CompilationOptions options, List<String> notes) {
        this.accounts = accounts;
        this.options = options;
        this.notes = notes;
        made = accounts.supply().matrix().rowSums();
        isUsed = new boolean[made.length];
        accounts.use().matrix().forEach((i, j, amount) -> isUsed[i] = true);
        accounts.finalDemand().matrix().forEach((i, c, amount) -> isUsed[i] = true);
    }

    DomesticAccounts apply() {
        requireOutputOfIndustries();
        List<Integer> moved = new ArrayList<>(scrap());
        List<Integer> withoutOutput = new ArrayList<>();
        for (int i = 0; i < made.length; i++) {
            if (made[i] == 0 && isUsed[i] && !moved.contains(i)) {
                withoutOutput.add(i);
            }
        }
        if (!withoutOutput.isEmpty() && options.productsWithoutOutput() == ProductsWithoutOutput.REFUSE) {
            throw new IllegalArgumentException(named(withoutOutput)
                    + ": used, but made by no industry, so that nobody's inputs are theirs. Decide:"
                    + " withProductsWithoutOutput(ProductsWithoutOutput.AS_PRIMARY_INPUTS), withScrap(…), or record"
                    + " imports by user, if they all come from abroad.");
        }
        moved.addAll(withoutOutput);
        moved.sort(null);
        return moved.isEmpty() ? accounts : moved(moved);
    }

    private List<Integer> scrap() {
        return options.scrap().stream().map(accounts.products()::indexOf).toList();
    }

    private DomesticAccounts moved(List<Integer> moved) {
        boolean[] leftOut = new boolean[made.length];
        double[] toFinalUsers = accounts.finalDemand().matrix().rowSums();
        double[] toIndustries = accounts.use().matrix().rowSums();
        for (int i : moved) {
            leftOut[i] = true;
            notes.add(String.format(
                    Locale.ROOT,
                    "'%s' is a primary input and no product: industries make %,.2f and use %,.2f; the %,.2f of final users are"
                            + " outside the table (%s).",
                    accounts.products().get(i),
                    made[i],
                    toIndustries[i],
                    toFinalUsers[i],
                    accounts.supply().rowUnits().get(i)));
        }
        return accounts.without(leftOut, withRows(moved));
    }

    /** The primary inputs, and below them what industries use less what they make of each product moved. */
    private LabelledMatrix withRows(List<Integer> moved) {
        LabelledMatrix w = accounts.primaryInputs();
        List<Label> rows = new ArrayList<>(w.rows().asList());
        List<String> units = new ArrayList<>();
        for (int r = 0; r < w.rows().size(); r++) {
            units.add(w.rowUnits().get(r));
        }
        SparseMatrixBuilder stacked = SparseMatrix.builder(
                rows.size() + moved.size(), accounts.industries().size());
        w.matrix().forEach(stacked::add);
        SparseMatrix use = accounts.use().matrix();
        SparseMatrix supply = accounts.supply().matrix();
        for (int i : moved) {
            for (int j = 0; j < use.columns(); j++) {
                stacked.add(rows.size(), j, use.get(i, j) - supply.get(i, j));
            }
            rows.add(accounts.products().get(i));
            units.add(accounts.use().rowUnits().get(i));
        }
        return LabelledMatrix.of(w.name(), Labels.ofLabels(rows), w.columns(), Units.perLabel(units), stacked.build());
    }

    private void requireOutputOfIndustries() {
        double[] output = accounts.supply().matrix().columnSums();
        List<String> found = new ArrayList<>();
        double[] inputs = accounts.use().matrix().abs().columnSums();
        double[] primary = accounts.primaryInputs().matrix().abs().columnSums();
        for (int j = 0; j < output.length; j++) {
            if (output[j] == 0 && inputs[j] + primary[j] != 0) {
                found.add("'" + accounts.industries().get(j) + "'");
            }
        }
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(Listing.of(found)
                    + ": inputs, but no output that they could be attributed to. Aggregate with an industry that has output, or"
                    + " mend the table.");
        }
    }

    private String named(List<Integer> products) {
        return Listing.of(products.stream()
                .map(i -> "'" + accounts.products().get(i) + "'")
                .toList());
    }
}
