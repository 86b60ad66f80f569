package org.leontief.plan.years;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** Amounts under names, typed in by hand without units or taken from a table with them, until the labels are known. */
final class Amounts {

    static final Amounts NONE = new Amounts(Map.of(), null);

    private final Map<String, Double> byName;
    private final @Nullable LabelledVector vector;

    private Amounts(Map<String, Double> byName, @Nullable LabelledVector vector) {
        this.byName = byName;
        this.vector = vector;
    }

    static Amounts of(LabelledVector vector) {
        return new Amounts(Map.of(), vector);
    }

    static Amounts of(Map<String, Double> byName) {
        return new Amounts(Map.copyOf(byName), null);
    }

    /** One more; what came as a vector can be changed by name. */
    Amounts with(String name, double amount) {
        if (vector != null) {
            return new Amounts(byName, vector.with(name, amount));
        }
        Map<String, Double> more = new LinkedHashMap<>(byName);
        more.put(name, amount);
        return new Amounts(more, null);
    }

    /** One number for each label, 0 where nothing was given, none negative. */
    double[] resolved(String what, Labels labels, Units units) {
        double[] values = vector == null
                ? LabelledVector.of(what, labels, units, byName).toArray()
                : vector.alignedTo(labels, units).toArray();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                throw new IllegalArgumentException(
                        what + " for '" + labels.get(i) + "' is " + values[i] + "; it cannot be negative.");
            }
        }
        return values;
    }

    boolean isEmpty() {
        return vector == null && byName.isEmpty();
    }
}
