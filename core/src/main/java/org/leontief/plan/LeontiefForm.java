package org.leontief.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.leontief.optimisation.Basis;
import org.leontief.optimisation.BoundRanges;
import org.leontief.optimisation.LeontiefProgramme;
import org.leontief.optimisation.LeontiefRanges;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.Sense;
import org.leontief.optimisation.SensitivityRanges.Range;
import org.leontief.plan.PlanLayout.LimitedRow;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * A plan's programme by its structure, where it has one: a viable table. Rows are those of the programme written out, columns
 * stand in another order:
 *
 * <pre>
 * outputs      one for each industry
 * deliveries   of the products of industries, as far as no limit counts them
 * activities   those entered by hand, deliveries that a limit counts, deliveries of what only activities make, the multiple,
 *              and one that is fixed at 1 and brings all stocks
 * resources    first the balances of what only activities make, which no industry uses; then all limits that have a row
 * </pre>
 */
final class LeontiefForm {

    private static final int NOWHERE = -1;

    private final PlanProgramme programme;
    private final PlanLayout layout;
    private final TechnicalCoefficients coefficients;
    private final int industries;
    /** The column of the programme written out that each activity is. */
    private final int[] activities;
    /** For each column of the programme written out its place here. */
    private final int[] places;

    private final boolean hasStocks;
    private final Use use;

    private LeontiefForm(PlanProgramme programme, TechnicalCoefficients coefficients) {
        this.programme = programme;
        this.coefficients = coefficients;
        layout = programme.layout();
        industries = layout.techniques().industries();
        places = new int[layout.columns()];
        Arrays.fill(places, NOWHERE);
        BitSet counted = countedDeliveries();
        for (int i = 0; i < industries; i++) {
            places[i] = i;
            if (!counted.get(i)) {
                places[layout.delivery(i)] = industries + i;
            }
        }
        activities = IntStream.range(0, places.length)
                .filter(column -> places[column] == NOWHERE)
                .toArray();
        for (int j = 0; j < activities.length; j++) {
            places[activities[j]] = 2 * industries + j;
        }
        hasStocks = layout.conditions().stocks().count() > 0;
        use = new Use();
    }

    /** Why a programme has no such structure; empty if it has. */
    static String obstacle(PlanProgramme programme) {
        TechnicalCoefficients coefficients = programme.layout().techniques().coefficients();
        if (coefficients == null) {
            return "there is no table";
        }
        return coefficients.viability().isViable() ? "" : "the economy is not proved viable";
    }

    /** The form; it shares the coefficients of the table. */
    static LeontiefForm of(PlanProgramme programme, TechnicalCoefficients coefficients) {
        return new LeontiefForm(programme, coefficients);
    }

    /** Products of industries whose deliveries use something that is limited. */
    private BitSet countedDeliveries() {
        BitSet counted = new BitSet();
        for (LimitedRow row : programme.limitedRows()) {
            row.coefficients().forEach((column, amount) -> {
                int product = column - layout.techniques().count();
                if (product >= 0 && product < industries) {
                    counted.set(product);
                }
            });
        }
        return counted;
    }

    /** The programme. */
    LeontiefProgramme programme() {
        Limit[] columns = new Limit[places.length];
        Arrays.setAll(columns, column -> new Limit(programme.columnLower(column), programme.columnUpper(column)));
        Limit[] rows =
                programme.limitedRows().stream().map(row -> row.limit().limit()).toArray(Limit[]::new);
        return programme(programme.objective().sense(), programme.objective().coefficients(), columns, rows);
    }

    /**
     * The same with another goal and other limits.
     *
     * @param wanted by columns of the programme written out
     * @param ofColumns for each of them
     * @param ofRows for each row behind the balances
     */
    LeontiefProgramme programme(Sense sense, Coefficients wanted, Limit[] ofColumns, Limit[] ofRows) {
        double[] lower = new double[2 * industries + activities.length + (hasStocks ? 1 : 0)];
        double[] upper = lower.clone();
        double[] objective = lower.clone();
        for (int column = 0; column < places.length; column++) {
            lower[places[column]] = ofColumns[column].lower();
            upper[places[column]] = ofColumns[column].upper();
        }
        wanted.forEach((column, value) -> objective[places[column]] = value);
        if (hasStocks) {
            lower[lower.length - 1] = 1;
            upper[lower.length - 1] = 1;
        }
        return LeontiefProgramme.builder(sense, coefficients.system())
                .outputs(outputs(lower), outputs(upper))
                .outputObjective(outputs(objective))
                .deliveries(deliveries(lower), deliveries(upper))
                .deliveryObjective(deliveries(objective))
                .resources(use.ofOutputs, use.bounds(ofRows, Limit::lower), use.bounds(ofRows, Limit::upper))
                .activities(use.products, use.ofActivities, activities(lower), activities(upper), activities(objective))
                .build();
    }

    private double[] outputs(double[] all) {
        return Arrays.copyOf(all, industries);
    }

    private double[] deliveries(double[] all) {
        return Arrays.copyOfRange(all, industries, 2 * industries);
    }

    private double[] activities(double[] all) {
        return Arrays.copyOfRange(all, 2 * industries, all.length);
    }

    /** What outputs and activities take of products and resources. */
    private final class Use {

        private final SparseMatrix products;
        private final SparseMatrix ofOutputs;
        private final SparseMatrix ofActivities;
        /** What is left of what only activities make: less than nothing where there is a stock of it. */
        private final double[] left;

        Use() {
            left = new double[layout.products() - industries];
            int resources = left.length + programme.limitedRows().size();
            int width = activities.length + (hasStocks ? 1 : 0);
            SparseMatrixBuilder inBalances = SparseMatrix.builder(industries, width);
            SparseMatrixBuilder inOutputs = SparseMatrix.builder(resources, industries);
            SparseMatrixBuilder inActivities = SparseMatrix.builder(resources, width);
            for (int j = 0; j < activities.length; j++) {
                addBalance(j, inBalances, inActivities);
            }
            layout.conditions().stocks().forEach((product, amount) -> {
                if (product < industries) {
                    inBalances.add(product, activities.length, -amount);
                } else {
                    left[product - industries] = -amount;
                }
            });
            for (int k = left.length; k < resources; k++) {
                int resource = k;
                programme.limitedRows().get(k - left.length).coefficients().forEach((column, amount) -> {
                    int place = places[column];
                    if (place < industries) {
                        inOutputs.add(resource, place, amount);
                    } else {
                        inActivities.add(resource, place - 2 * industries, amount);
                    }
                });
            }
            products = inBalances.build();
            ofOutputs = inOutputs.build();
            ofActivities = inActivities.build();
        }

        private void addBalance(int activity, SparseMatrixBuilder inBalances, SparseMatrixBuilder inActivities) {
            PlanProgramme.balance(layout, activities[activity]).forEach((product, amount) -> {
                if (product < industries) {
                    inBalances.add(product, activity, -amount);
                } else {
                    inActivities.add(product - industries, activity, amount);
                }
            });
        }

        /** One side of all rows: the balances of what only activities make, then limits. */
        double[] bounds(Limit[] limits, ToDoubleFunction<Limit> side) {
            return DoubleStream.concat(
                            Arrays.stream(left), Arrays.stream(limits).mapToDouble(side))
                    .toArray();
        }
    }

    /** How far the prices of an optimal solution of the programme written out hold, which this form has found. */
    BoundRanges ranges(LinearSolution ofPlan, ProgrammeOptions options) {
        Basis basis = ofPlan.basis().orElseThrow();
        double[] columns = new double[2 * industries + activities.length + (hasStocks ? 1 : 0)];
        Basis.Place[] ofColumns = new Basis.Place[columns.length];
        Arrays.fill(ofColumns, Basis.Place.LOWER);
        double[] values = ofPlan.columns();
        for (int column = 0; column < places.length; column++) {
            columns[places[column]] = values[column];
            ofColumns[places[column]] = basis.column(column);
        }
        if (hasStocks) {
            columns[columns.length - 1] = 1;
        }
        Basis.Place[] ofRows = new Basis.Place[basis.rows()];
        Arrays.setAll(ofRows, basis::row);
        LeontiefRanges ranges =
                LeontiefRanges.of(programme(), columns, ofPlan.rows(), Basis.of(ofColumns, ofRows), options);
        return new RangesByColumn(ranges);
    }

    /** Ranges by the columns of the programme written out. */
    private final class RangesByColumn implements BoundRanges {

        private final BoundRanges ranges;

        RangesByColumn(BoundRanges ranges) {
            this.ranges = ranges;
        }

        @Override
        public Range rowLower(int row) {
            return withStock(row, ranges.rowLower(row));
        }

        @Override
        public Range rowUpper(int row) {
            return withStock(row, ranges.rowUpper(row));
        }

        /** Balances of industries are 0 there and −stock here. */
        private Range withStock(int row, Range range) {
            double stock = row < industries ? layout.conditions().stocks().at(row) : 0;
            return stock == 0 ? range : new Range(range.from() - stock, range.to() - stock);
        }

        @Override
        public Range columnLower(int column) {
            return ranges.columnLower(places[column]);
        }

        @Override
        public Range columnUpper(int column) {
            return ranges.columnUpper(places[column]);
        }
    }

    /** The place in the form of a column of the programme written out. */
    int place(int column) {
        return places[column];
    }

    /** A solution of {@link #programme()} as one of the programme written out. */
    LinearSolution ofPlan(LinearSolution solution) {
        return solution.withColumns(places);
    }
}
