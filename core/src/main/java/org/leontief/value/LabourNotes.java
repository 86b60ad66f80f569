package org.leontief.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.Listing;
import org.leontief.technology.TechnicalCoefficients;

/** What has to be known when labour values are used. */
final class LabourNotes {

    private LabourNotes() {}

    /** Products whose value is below 0 by more than its bound; without a bound, below 0. */
    static List<Label> negative(BoundedVector values) {
        return IntStream.range(0, values.labels().size())
                .filter(j -> values.at(j) < 0
                        && (values.errorBoundAt(j) == Double.POSITIVE_INFINITY
                                || values.at(j) < -values.errorBoundAt(j)))
                .mapToObj(j -> values.labels().get(j))
                .toList();
    }

    static List<String> of(TechnicalCoefficients economy, LabourAccount account, ValuedRow row) {
        List<String> notes = new ArrayList<>(economy.notes());
        List<Label> without = IntStream.range(0, economy.industries().size())
                .filter(j -> !economy.hasRecipe(j))
                .mapToObj(j -> economy.industries().get(j))
                .toList();
        if (!without.isEmpty()) {
            notes.add(Listing.quoted(without) + ": no recipe, so that no labour value exists; the 0 is no value.");
        }
        List<Label> negative = negative(row.perUnit());
        if (!negative.isEmpty()) {
            notes.add(Listing.quoted(negative)
                    + ": the equations give a negative number, which measures no labour. It comes of"
                    + " negative coefficients (joint production, by-products, or an economy that is not viable).");
        } else if (economy.matrix().matrix().hasNegative()) {
            notes.add(
                    "The coefficients hold negative entries (by-products, joint production): values need not exist or be"
                            + " positive in such a system. These are positive.");
        }
        if (!row.perUnit().isCertified()) {
            notes.add("No bound is guaranteed: " + row.certification() + ".");
        }
        account.imports()
                .filter(imports -> imports.kind() == ImportTreatment.Kind.KEPT_APART)
                .ifPresent(imports ->
                        notes.add("Imported inputs are not in these values; they stand beside them as imports()."));
        return notes;
    }
}
