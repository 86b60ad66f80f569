package org.leontief.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.SparseMatrix;

/**
 * Which column and which row of the programme stands for what.
 *
 * <pre>
 * columns   x_j  intensity of technique j                               j &lt; techniques
 *           v_i  delivery of product i beside the multiple, y = v + t b
 *           t    the multiple, if there is a target
 * rows      Σ_j (outputs_ij − inputs_ij) x_j − v_i − t b_i = −stock_i   the balance of product i
 *           resources, outputs, deliveries in all, earlier goals
 * </pre>
 *
 * A limit of one technique alone is a bound of its column and takes no row.
 */
final class PlanLayout {

    private final Techniques techniques;
    private final Conditions conditions;
    private final List<LimitedRow> rows = new ArrayList<>();
    private final List<LimitedColumn> ofColumns = new ArrayList<>();

    /** A row beside the balances: its limit, and its coefficients by column. */
    record LimitedRow(PlanLimit limit, Coefficients coefficients) {}

    /** A limit that is a bound of a column. */
    record LimitedColumn(PlanLimit limit, int column) {}

    PlanLayout(Techniques techniques, Conditions conditions) {
        this.techniques = techniques;
        this.conditions = conditions;
        for (PlanResource resource : conditions.resources().values()) {
            if (!resource.limit().isNone()) {
                place(resource.asLimit(), columnsOf(resource));
            }
        }
        placeOutputs();
        for (int j = 0; j < techniques.count(); j++) {
            if (conditions.intensities().isSet(j)) {
                ofColumns.add(new LimitedColumn(intensity(j), j));
            }
        }
        for (int i = 0; i < products(); i++) {
            placeDelivery(i);
        }
    }

    private void placeOutputs() {
        if (IntStream.range(0, products()).noneMatch(conditions.outputs()::isSet)) {
            return;
        }
        SparseMatrix makers = techniques.makes().transpose();
        for (int i = 0; i < products(); i++) {
            if (conditions.outputs().isSet(i)) {
                Coefficients.Collector made = new Coefficients.Collector(1);
                makers.forEachInColumn(i, (j, product, amount) -> made.append(j, amount));
                place(ofProduct(LimitKind.OUTPUT, i, conditions.outputs().limit(i)), made.collected());
            }
        }
    }

    private void placeDelivery(int i) {
        if (conditions.boundsDeliveryWithMultiple(i)) {
            rows.add(new LimitedRow(
                    ofProduct(LimitKind.DELIVERY, i, conditions.deliveries().limit(i)),
                    Coefficients.of(new TreeMap<>(Map.of(delivery(i), 1.0, multiple(), conditions.target(i))))));
        }
        if (conditions.demand().at(i) != 0) {
            ofColumns.add(new LimitedColumn(
                    ofProduct(
                            LimitKind.DEMAND,
                            i,
                            Limit.atLeast(conditions.demand().at(i))),
                    delivery(i)));
        }
        if (conditions.target(i) == 0 && conditions.deliveries().isSet(i)) {
            ofColumns.add(new LimitedColumn(
                    ofProduct(LimitKind.DELIVERY, i, conditions.deliveries().limit(i)), delivery(i)));
        }
    }

    /** A limit of a single column with coefficient 1 is its bound. */
    private void place(PlanLimit limit, Coefficients columns) {
        if (columns.count() == 1 && columns.value(0) == 1 && columns.place(0) < techniques.count()) {
            ofColumns.add(new LimitedColumn(limit, columns.place(0)));
        } else {
            rows.add(new LimitedRow(limit, columns));
        }
    }

    private PlanLimit intensity(int technique) {
        return new PlanLimit(
                LimitKind.INTENSITY,
                techniques.names().get(technique).toString(),
                techniques.intensityUnits().get(technique),
                conditions.intensities().limit(technique));
    }

    private PlanLimit ofProduct(LimitKind kind, int product, Limit limit) {
        return new PlanLimit(
                kind,
                techniques.products().get(product).toString(),
                techniques.units().get(product),
                limit);
    }

    /** What every column uses of a resource. */
    Coefficients columnsOf(PlanResource resource) {
        Coefficients.Collector used = new Coefficients.Collector(
                resource.output().count() + resource.delivery().count());
        resource.output().forEach((industry, amount) -> {
            if (techniques.hasRecipe(industry)) {
                used.append(industry, amount);
            }
        });
        for (int j = techniques.industries(); j < techniques.count(); j++) {
            used.append(j, resource.sign() * techniques.usedByActivity(j, resource.ofActivities()));
        }
        double[] ofTarget = {0};
        resource.delivery().forEach((product, amount) -> {
            used.append(delivery(product), amount);
            ofTarget[0] += amount * conditions.target(product);
        });
        used.append(multiple(), ofTarget[0]);
        return used.collected();
    }

    Techniques techniques() {
        return techniques;
    }

    Conditions conditions() {
        return conditions;
    }

    int products() {
        return techniques.products().size();
    }

    /** The column of v_i. */
    int delivery(int product) {
        return techniques.count() + product;
    }

    /** The column of t; only where there is a target. */
    int multiple() {
        return techniques.count() + products();
    }

    int columns() {
        return multiple() + (conditions.hasTarget() ? 1 : 0);
    }

    /** Rows behind the balances, in order. */
    List<LimitedRow> rows() {
        return rows;
    }

    /** Limits that are bounds of columns; several may bound the same. */
    List<LimitedColumn> ofColumns() {
        return ofColumns;
    }

    /** What the row of a product says. */
    PlanLimit balance(int product) {
        return ofProduct(
                LimitKind.BALANCE, product, Limit.atMost(conditions.stocks().at(product)));
    }

    /** The limit that gives a column one of its bounds; null where it is only that nothing runs backwards. */
    @Nullable
    PlanLimit limitOfColumn(int column, boolean isUpper, double bound) {
        for (LimitedColumn limited : ofColumns) {
            Limit limit = limited.limit().limit();
            if (limited.column() == column && (isUpper ? limit.upper() : limit.lower()) == bound) {
                return limited.limit();
            }
        }
        if (column == multiple()) {
            return new PlanLimit(LimitKind.MULTIPLE, "multiple of the target", "1", Limit.atLeast(0));
        }
        return column < techniques.count()
                ? null
                : ofProduct(LimitKind.DELIVERY, column - techniques.count(), Limit.atLeast(0));
    }
}
