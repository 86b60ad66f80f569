package org.leontief.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * What each factor did to the outputs, or to an extension, of all industries between two tables. The effects add up to the
 * difference, exactly but for their bounds. Immutable.
 */
public final class Decomposition {

    private final Labels factors;
    private final List<BoundedVector> effects;
    private final BoundedVector difference;
    private final LabelledVector recorded;
    private final List<String> notes;

    Decomposition(
            Labels factors,
            List<BoundedVector> effects,
            BoundedVector difference,
            LabelledVector recorded,
            List<String> notes) {
        this.factors = factors;
        this.effects = List.copyOf(effects);
        this.difference = difference;
        this.recorded = recorded;
        this.notes = List.copyOf(notes);
    }

    /**
     * The factors, and "Interaction" where the form has it.
     *
     * @return their names, in order
     */
    public Labels factors() {
        return factors;
    }

    /**
     * What one factor did.
     *
     * @param factor its name
     * @return by industry, with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such factor, with the nearest
     */
    public BoundedVector effect(String factor) {
        return effects.get(factors.indexOf(factor));
    }

    /**
     * What one factor did to all industries together.
     *
     * @param factor its name
     * @return with its bound
     * @throws IllegalStateException if the industries are in different units
     */
    public Bounded totalEffect(String factor) {
        return Bounded.totalOf(effect(factor));
    }

    /**
     * Later less earlier, each as s L d.
     *
     * @return by industry, with bounds
     */
    public BoundedVector difference() {
        return difference;
    }

    /**
     * Later less earlier, as the two tables record it.
     *
     * @return by industry
     */
    public LabelledVector recordedDifference() {
        return recorded;
    }

    /**
     * What the effects leave of the recorded difference: rounding, and whatever in the tables does not add up.
     *
     * @return recorded difference less the sum of all effects
     */
    public BoundedVector residual() {
        return BoundedVector.of("Residual", recorded.labels(), recorded.units(), i -> {
            Bounded left = Bounded.exact(recorded.at(i));
            for (BoundedVector effect : effects) {
                left = left.minus(Bounded.of(effect, i));
            }
            return left;
        });
    }

    /**
     * What has to be known to read the effects, such as industries that only one of the tables has.
     *
     * @return sentences for a person
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * The effects with their names, for writing to a file.
     *
     * @return industries × factors
     */
    public LabelledMatrix toMatrix() {
        SparseMatrixBuilder matrix = SparseMatrix.builder(recorded.size(), effects.size());
        for (int f = 0; f < effects.size(); f++) {
            for (int i = 0; i < recorded.size(); i++) {
                matrix.add(i, f, effects.get(f).at(i));
            }
        }
        return LabelledMatrix.of(
                "Decomposition of " + recorded.name().toLowerCase(Locale.ROOT),
                recorded.labels(),
                factors,
                recorded.units(),
                matrix.build());
    }

    /** The totals of all factors; or, in different units, the factors alone. */
    @Override
    public String toString() {
        if (!recorded.units().isUniform()) {
            return recorded.name() + ", by " + factors;
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s: %+,.2f %s", recorded.name(), difference.total(), recorded.units()));
        for (int f = 0; f < effects.size(); f++) {
            lines.add(String.format(
                    Locale.ROOT, "  %s: %+,.2f", factors.get(f), effects.get(f).total()));
        }
        return String.join("\n", lines);
    }
}
