package org.leontief.compilation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * Which labels of one classification go into which of another: the aggregation matrix S, targets × sources, whose columns add up to 1.
 *
 * <p>One to one, many to one, or one to many by shares. Every source is mapped; the order of the targets is that of their first
 * appearance. Source: Miller and Blair 2009, section 4.9. Immutable.
 */
public final class Concordance {

    /** Shares are often printed with few digits; they are still divided by their sum, which is 1 within this. */
    private static final double SHARES_TOLERANCE = 1e-9;

    private final LabelledMatrix weights;

    private Concordance(LabelledMatrix weights) {
        this.weights = weights;
    }

    /**
     * Every label stays what it is.
     *
     * @param labels sources and targets
     * @return the unit matrix
     */
    public static Concordance identity(Labels labels) {
        return of(labels, label -> label);
    }

    /**
     * One target for each source.
     *
     * @param sources the sources, with regions where they have them
     * @param targets the target of every source, by label as one text: "Steel", or "EU / Steel" for one with a region
     * @return the concordance
     * @throws org.leontief.label.UnknownLabelException if there is a target for something that is no source
     * @throws IllegalArgumentException if a source has no target
     */
    public static Concordance of(Labels sources, Map<String, String> targets) {
        Map<Label, String> byLabel = new LinkedHashMap<>();
        targets.forEach((source, target) -> byLabel.put(sources.get(sources.indexOf(source)), target));
        requireAll(sources, byLabel);
        return of(sources, label -> target(label, byLabel.get(label)));
    }

    /**
     * One target for each sector, the same in every region; labels keep their regions.
     *
     * @param sources the sources
     * @param targets the target of every sector name
     * @return the concordance
     * @throws org.leontief.label.UnknownLabelException if there is a target for something that is no sector
     * @throws IllegalArgumentException if a sector has no target
     */
    public static Concordance ofSectors(Labels sources, Map<String, String> targets) {
        return ofParts(sources, targets, Label::name, (label, target) -> new Label(label.region(), target));
    }

    /**
     * One target for each region; labels keep their names.
     *
     * @param sources the sources, all with regions
     * @param targets the target of every region
     * @return the concordance
     * @throws org.leontief.label.UnknownLabelException if there is a target for something that is no region
     * @throws IllegalArgumentException if a region has no target, or a source has no region
     */
    public static Concordance ofRegions(Labels sources, Map<String, String> targets) {
        List<Label> without = sources.asList().stream()
                .filter(label -> label.region() == null)
                .toList();
        if (!without.isEmpty()) {
            throw new IllegalArgumentException("No region, and so no target, for " + Listing.quoted(without) + ".");
        }
        return ofParts(
                sources,
                targets,
                label -> Objects.requireNonNull(label.region()),
                (label, target) -> new Label(target, label.name()));
    }

    /**
     * By a matrix of shares, such as a bridge between two classifications.
     *
     * @param shares targets × sources; every column adds up to 1
     * @return the concordance
     * @throws IllegalArgumentException if a share is negative, or the shares of a source do not add up to 1
     */
    public static Concordance of(LabelledMatrix shares) {
        List<String> wrong = new ArrayList<>();
        double[] sums = shares.matrix().columnSums();
        for (int j = 0; j < sums.length; j++) {
            if (!(Math.abs(sums[j] - 1) <= SHARES_TOLERANCE)) {
                wrong.add("'" + shares.columns().get(j) + "' (" + sums[j] + ")");
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("Shares that do not add up to 1: " + Listing.of(wrong)
                    + ". Every source goes somewhere, and no part of it twice. Maybe the matrix has sources in rows?");
        }
        SparseMatrixBuilder exact =
                SparseMatrix.builder(shares.rows().size(), shares.columns().size());
        shares.matrix().forEach((i, j, share) -> {
            if (share < 0) {
                throw new IllegalArgumentException(
                        "The share of '" + shares.columns().get(j) + "' in '"
                                + shares.rows().get(i) + "' is " + share + "; a share is 0 or more.");
            }
            exact.add(i, j, share / sums[j]);
        });
        return new Concordance(
                LabelledMatrix.of("Concordance", shares.rows(), shares.columns(), Units.NONE, exact.build()));
    }

    /**
     * Where the parts of each source go, by label as one text: {@code {"Energy": {"Gas": 0.4, "Electricity": 0.6}}}.
     *
     * @param sources the sources
     * @param shares for every source its targets with their shares, adding up to 1; targets come in the order of the sources, those
     *     of one source in that of the alphabet
     * @return the concordance
     * @throws org.leontief.label.UnknownLabelException if there are shares of something that is no source
     * @throws IllegalArgumentException if a source has no target, or its shares do not add up to 1
     */
    public static Concordance ofShares(Labels sources, Map<String, Map<String, Double>> shares) {
        Map<Label, Map<String, Double>> byLabel = new LinkedHashMap<>();
        shares.forEach((source, parts) -> byLabel.put(sources.get(sources.indexOf(source)), parts));
        requireAll(sources, byLabel);
        LinkedHashSet<String> targets = new LinkedHashSet<>();
        for (Label source : sources) {
            targets.addAll(
                    new TreeSet<>(Objects.requireNonNull(byLabel.get(source)).keySet()));
        }
        Labels rows = Labels.of(List.copyOf(targets));
        SparseMatrixBuilder matrix = SparseMatrix.builder(rows.size(), sources.size());
        byLabel.forEach((source, parts) ->
                parts.forEach((target, share) -> matrix.add(rows.indexOf(target), sources.indexOf(source), share)));
        return of(LabelledMatrix.of("Concordance", rows, sources, Units.NONE, matrix.build()));
    }

    private static Concordance ofParts(
            Labels sources,
            Map<String, String> targets,
            Function<Label, String> part,
            BiFunction<Label, String, Label> make) {
        List<String> parts = sources.asList().stream().map(part).distinct().toList();
        Labels known = Labels.of(parts);
        targets.keySet().forEach(known::indexOf);
        List<String> missing = parts.stream()
                .filter(text -> !targets.containsKey(text))
                .map(text -> "'" + text + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("No target for " + Listing.of(missing) + ".");
        }
        return of(sources, label -> make.apply(label, Objects.requireNonNull(targets.get(part.apply(label)))));
    }

    /** One target for each source, by a rule. */
    static Concordance of(Labels sources, UnaryOperator<Label> target) {
        Map<Label, Integer> place = new LinkedHashMap<>();
        int[] row = new int[sources.size()];
        for (int j = 0; j < row.length; j++) {
            Label label = target.apply(sources.get(j));
            row[j] = place.computeIfAbsent(label, each -> place.size());
        }
        SparseMatrixBuilder matrix = SparseMatrix.builder(place.size(), row.length);
        for (int j = 0; j < row.length; j++) {
            matrix.add(row[j], j, 1);
        }
        Labels rows = Labels.ofLabels(List.copyOf(place.keySet()));
        return new Concordance(LabelledMatrix.of("Concordance", rows, sources, Units.NONE, matrix.build()));
    }

    /** A target as it is written: with its region where the text has one. */
    private static Label target(Label source, @Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("The target of '" + source + "' is null.");
        }
        int separator = text.indexOf(Label.SEPARATOR);
        return separator < 0
                ? Label.of(text)
                : new Label(text.substring(0, separator), text.substring(separator + Label.SEPARATOR.length()));
    }

    private static void requireAll(Labels sources, Map<Label, ?> given) {
        List<String> missing = sources.asList().stream()
                .filter(label -> !given.containsKey(label))
                .map(label -> "'" + label + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("No target for " + Listing.of(missing) + ".");
        }
    }

    /**
     * This concordance, and another one of its targets.
     *
     * @param next whose sources are the targets here
     * @return from the sources here to the targets there
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     */
    public Concordance then(Concordance next) {
        SparseMatrix joined = next.joinedTo(targets(), "the next concordance");
        return new Concordance(LabelledMatrix.of(
                "Concordance", next.targets(), sources(), Units.NONE, SparseProduct.of(joined, weights.matrix())));
    }

    /**
     * What is mapped.
     *
     * @return the labels, in order
     */
    public Labels sources() {
        return weights.columns();
    }

    /**
     * What it is mapped to.
     *
     * @return the labels, in order
     */
    public Labels targets() {
        return weights.rows();
    }

    /**
     * S: the share of the column's source that goes into the row's target.
     *
     * @return targets × sources, columns adding up to 1
     */
    public LabelledMatrix weights() {
        return weights;
    }

    /** S with its columns in the order of other labels. */
    SparseMatrix joinedTo(Labels labels, String whose) {
        int[] places = labels.placesIn(sources(), whose);
        return weights.matrix().columns(places);
    }

    /** The unit of each target, which all its sources share. */
    Units unitsOfTargets(Labels labels, Units units, String whose) {
        if (units.isUniform()) {
            return units;
        }
        @Nullable String[] unit = new String[targets().size()];
        joinedTo(labels, whose).forEach((i, j, share) -> {
            @Nullable String earlier = unit[i];
            if (earlier != null && !earlier.equals(units.get(j))) {
                throw new IllegalArgumentException("'" + targets().get(i) + "' would add up " + earlier + " and "
                        + units.get(j) + " ('" + labels.get(j) + "'). Sectors of one target have one unit.");
            }
            unit[i] = units.get(j);
        });
        List<String> all = new ArrayList<>();
        for (int i = 0; i < unit.length; i++) {
            all.add(Objects.requireNonNull(unit[i], "a target without sources"));
        }
        return Units.perLabel(all);
    }

    /** How many go into how many. */
    @Override
    public String toString() {
        return "Concordance of " + sources().size() + " into " + targets().size();
    }
}
