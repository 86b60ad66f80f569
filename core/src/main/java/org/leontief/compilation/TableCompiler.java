package org.leontief.compilation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.ImportedProducts;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.TotalsPolicy;

/** One compilation: checks, policies, transformation, and the check that totals are kept. */
final class TableCompiler {

    private final SupplyUseTable source;
    private final TransformationModel model;
    private final CompilationOptions options;
    private final SolveOptions solveOptions;
    private final List<String> notes = new ArrayList<>();
    private final List<NegativeEntry> negatives = new ArrayList<>();
    private final PreservedTotals totals = new PreservedTotals();

    TableCompiler(
            SupplyUseTable source, TransformationModel model, CompilationOptions options, SolveOptions solveOptions) {
        this.source = source;
        this.model = model;
        this.options = options;
        this.solveOptions = solveOptions;
    }

    CompiledTable compile() {
        requireComparablePrices();
        source.balance().requireBalanced(options.balanceTolerance());
        DomesticAccounts accounts = new ProductPolicies(DomesticAccounts.of(source, notes), options, notes).apply();
        Transformation transformation = Transformation.of(model, accounts.supply(), solveOptions);
        InputOutputTable table = model.isProductByProduct()
                ? productByProduct(accounts, transformation)
                : industryByIndustry(accounts, transformation);
        return new CompiledTable(model, table, negatives, notes, totals.requireKept());
    }

    private void requireComparablePrices() {
        if (source.prices() == PriceBasis.PURCHASERS) {
            throw new IllegalArgumentException("Uses are at purchasers' prices, supply is at basic prices. Bring them"
                    + " together first: BasicPrices.of(table).table().");
        }
    }

    private InputOutputTable productByProduct(DomesticAccounts accounts, Transformation transformation) {
        Labels products = accounts.products();
        double[] q = accounts.supply().matrix().rowSums();
        LabelledMatrix w = rows("Value added", accounts.primaryInputs(), products, transformation);
        LabelledMatrix f = rows("Extensions", source.extensions(), products, transformation);
        InputOutputTableBuilder table = InputOutputTable.builder(products)
                .units(accounts.supply().rowUnits())
                .transactions(rows("Transactions", accounts.use(), products, transformation)
                        .matrix())
                .valueAdded(w.rows(), w.rowUnits(), w.matrix())
                .extensions(f.rows(), f.rowUnits(), f.matrix());
        @Nullable ImportedProducts abroad = accounts.abroad();
        if (abroad != null) {
            table.imports(rows("Imports", abroad.toIndustries(), products, transformation), abroad.toFinalUsers());
        }
        return finished(table, accounts.finalDemand(), q);
    }

    private InputOutputTable industryByIndustry(DomesticAccounts accounts, Transformation transformation) {
        Labels industries = accounts.industries();
        Units units = source.industryUnits();
        LabelledMatrix w = accounts.primaryInputs();
        LabelledMatrix f = source.extensions();
        InputOutputTableBuilder table = InputOutputTable.builder(industries)
                .units(units)
                .transactions(columns("Transactions", accounts.use(), industries, units, transformation)
                        .matrix())
                .valueAdded(w.rows(), w.rowUnits(), w.matrix())
                .extensions(f.rows(), f.rowUnits(), f.matrix());
        @Nullable ImportedProducts abroad = accounts.abroad();
        if (abroad != null) {
            table.imports(abroad.toIndustries(), abroad.toFinalUsers());
        }
        LabelledMatrix y = columns("Final demand", accounts.finalDemand(), industries, units, transformation);
        return finished(table, y, accounts.supply().matrix().columnSums());
    }

    private InputOutputTable finished(InputOutputTableBuilder table, LabelledMatrix y, double[] output) {
        LabelledMatrix own = source.finalDemandExtensions();
        SparseMatrixBuilder fy =
                SparseMatrix.builder(own.rows().size(), y.columns().size());
        own.matrix().forEach(fy::add);
        return table.finalDemand(y.columns(), y.matrix())
                .finalDemandExtensions(fy.build())
                .statedOutput(output)
                .totals(TotalsPolicy.USE_STATED)
                .build();
    }

    /** Rows over industries become rows over products; each keeps its total. */
    private LabelledMatrix rows(String part, LabelledMatrix rows, Labels products, Transformation transformation) {
        LabelledMatrix made = LabelledMatrix.of(
                rows.name(), rows.rows(), products, rows.rowUnits(), transformation.apply(rows.matrix()));
        totals.compareRows(part, rows, made);
        boolean[] inherits = new boolean[rows.rows().size()];
        rows.matrix().forEach((r, j, amount) -> inherits[r] |= amount < 0);
        made.matrix().forEach((r, j, amount) -> {
            if (amount < 0) {
                negatives.add(new NegativeEntry(part, made.rows().get(r), products.get(j), amount, inherits[r]));
            }
        });
        return made;
    }

    /** Columns over products become columns over industries; each keeps its total. */
    private LabelledMatrix columns(
            String part, LabelledMatrix columns, Labels industries, Units units, Transformation transformation) {
        LabelledMatrix made = LabelledMatrix.of(
                columns.name(), industries, columns.columns(), units, transformation.apply(columns.matrix()));
        if (units.isUniform()) {
            totals.compareColumns(part, columns, made);
        }
        boolean[] inherits = new boolean[columns.columns().size()];
        columns.matrix().forEach((i, c, amount) -> inherits[c] |= amount < 0);
        made.matrix().forEach((i, c, amount) -> {
            if (amount < 0) {
                negatives.add(new NegativeEntry(
                        part, industries.get(i), made.columns().get(c), amount, inherits[c]));
            }
        });
        return made;
    }
}
