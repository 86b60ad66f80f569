package org.leontief.quantity;

import java.util.ArrayList;
import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Households as an industry: they take in income h per unit of every output and spend it on products c, so that labour and
 * consumption are determined inside the model.
 *
 * <pre>Ā = [A c; h a], n + 1 × n + 1.</pre>
 *
 * <p>h: income per unit of output; c: products per unit of income; a: what households pay to households. Source: Miller and
 * Blair 2009, section 2.5. Immutable.
 */
public final class HouseholdClosure {

    /** What the industry is called. */
    public static final String HOUSEHOLDS = "Households";

    private final String incomeRow;
    private final LabelledVector spending;
    private final double ownIncome;

    private HouseholdClosure(String incomeRow, LabelledVector spending, double ownIncome) {
        this.incomeRow = incomeRow;
        this.spending = spending;
        this.ownIncome = ownIncome;
    }

    /**
     * A closure of given spending.
     *
     * @param incomeRow households' income, a row of value added or an extension, such as "Wages"
     * @param spendingPerUnitOfIncome c, joined by label, in units of the products per unit of income ("1" where both are money)
     * @return the closure
     * @throws IllegalArgumentException if something is negative
     */
    public static HouseholdClosure of(String incomeRow, LabelledVector spendingPerUnitOfIncome) {
        for (int i = 0; i < spendingPerUnitOfIncome.size(); i++) {
            if (spendingPerUnitOfIncome.at(i) < 0) {
                throw new IllegalArgumentException("Households' spending on '"
                        + spendingPerUnitOfIncome.labels().get(i) + "' is " + spendingPerUnitOfIncome.at(i)
                        + "; it cannot be negative.");
            }
        }
        return new HouseholdClosure(incomeRow, spendingPerUnitOfIncome, 0);
    }

    /**
     * The closure that a table records: what is spent on each product, divided by all income of the row.
     *
     * @param table the table
     * @param incomeRow such as "Wages"
     * @param consumption category of final demand, such as "Households"
     * @return the closure
     * @throws org.leontief.label.UnknownLabelException if a name is not known, with the nearest
     * @throws IllegalArgumentException if there is no income, or spending is negative
     */
    public static HouseholdClosure of(InputOutputTable table, String incomeRow, String consumption) {
        // Income is a row of value added, unless an extension has that name: errors then list what there is of the
        // former.
        LabelledMatrix rows = table.extensions().rows().contains(incomeRow)
                        && !table.valueAdded().rows().contains(incomeRow)
                ? table.extensions()
                : table.valueAdded();
        LabelledVector income = rows.row(incomeRow);
        double total = income.total();
        if (!(total > 0)) {
            throw new IllegalArgumentException("The row '" + incomeRow + "' adds up to " + total
                    + "; households that spend must have an income above 0.");
        }
        LabelledVector spent = table.finalDemand().category(consumption);
        double[] perUnit = spent.toArray();
        for (int i = 0; i < perUnit.length; i++) {
            perUnit[i] /= total;
        }
        return of(
                incomeRow,
                LabelledVector.of(
                        "Spending per unit of income",
                        table.industries(),
                        table.units().per(income.units()),
                        perUnit));
    }

    /**
     * With households that work for households.
     *
     * @param perUnitOfIncome a, what they pay to one another per unit of income
     * @return a new closure
     * @throws IllegalArgumentException if it is negative
     */
    public HouseholdClosure withOwnIncome(double perUnitOfIncome) {
        if (!(perUnitOfIncome >= 0 && perUnitOfIncome < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "What households pay to households is " + perUnitOfIncome + "; it must be at least 0.");
        }
        return new HouseholdClosure(incomeRow, spending, perUnitOfIncome);
    }

    /**
     * The technology with households as its last industry. They have none of the extensions but what they pay to one another.
     *
     * @param open A and S
     * @return Ā and S̄, under one more label, {@link #HOUSEHOLDS}
     * @throws org.leontief.label.UnknownLabelException if there is no such row of income, or labels do not match
     * @throws IllegalArgumentException if units do not match, or income is negative somewhere
     */
    public TechnicalCoefficients close(TechnicalCoefficients open) {
        LabelledVector income = open.extension(incomeRow, "row of income");
        for (int j = 0; j < income.size(); j++) {
            if (income.at(j) < 0) {
                throw new IllegalArgumentException(
                        "'" + incomeRow + "' of '" + income.labels().get(j) + "' is " + income.at(j)
                                + " per unit of output; an industry of households cannot sell less than nothing.");
            }
        }
        if (open.industries().contains(Label.of(HOUSEHOLDS))) {
            throw new IllegalArgumentException("The economy has an industry '" + HOUSEHOLDS
                    + "' already: it is closed, or the industry needs another name before households become one.");
        }
        LabelledMatrix rows = open.extensions();
        int row = rows.rows().indexOf(incomeRow);
        String unit = rows.rowUnits().get(row);
        SparseMatrix closed = bordered(
                open.matrix().matrix(),
                spending.alignedTo(open.industries(), open.units().per(Units.of(unit))),
                income);
        List<Label> labels = new ArrayList<>(open.industries().asList());
        labels.add(Label.of(HOUSEHOLDS));
        List<String> units = new ArrayList<>();
        open.industries().forEach(label -> units.add(open.units().get(units.size())));
        units.add(unit);
        Labels sectors = Labels.ofLabels(labels);
        SparseMatrixBuilder s = SparseMatrix.builder(rows.rows().size(), sectors.size());
        rows.matrix().forEach(s::add);
        if (ownIncome != 0) {
            s.add(row, sectors.size() - 1, ownIncome);
        }
        TechnicalCoefficients coefficients = TechnicalCoefficients.of(
                LabelledMatrix.of("Technical coefficients", sectors, sectors, Units.perLabel(units), closed),
                LabelledMatrix.of(rows.name(), rows.rows(), sectors, rows.rowUnits(), s.build()));
        return open.importedInputs()
                .map(m -> coefficients.withImportedInputs(withoutHouseholds(m, sectors)))
                .orElse(coefficients);
    }

    /** [A c; h a]. */
    private SparseMatrix bordered(SparseMatrix a, LabelledVector column, LabelledVector row) {
        int n = a.rows();
        SparseMatrixBuilder bordered = SparseMatrix.builder(n + 1, n + 1);
        a.forEach(bordered::add);
        for (int i = 0; i < n; i++) {
            bordered.add(i, n, column.at(i));
            bordered.add(n, i, row.at(i));
        }
        bordered.add(n, n, ownIncome);
        return bordered.build();
    }

    /** What households import themselves is not among the inputs of industries. */
    private static LabelledMatrix withoutHouseholds(LabelledMatrix imports, Labels sectors) {
        SparseMatrixBuilder wider = SparseMatrix.builder(imports.rows().size(), sectors.size());
        imports.matrix().forEach(wider::add);
        return LabelledMatrix.of(imports.name(), imports.rows(), sectors, imports.rowUnits(), wider.build());
    }

    /** Whose income is spent. */
    @Override
    public String toString() {
        return "Households spend the income in '" + incomeRow + "'";
    }
}
