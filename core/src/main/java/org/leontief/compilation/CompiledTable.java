package org.leontief.compilation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;

/**
 * A symmetric input-output table made of supply and use tables, and what must be known to use it. Immutable.
 *
 * <p>The table holds domestic products where the source records imported uses, with imports beside; otherwise it holds all products,
 * with imports as a negative final demand. Its gross output is that of the supply table. Totals of every row that is
 * carried from industries to products, and of every column that is carried from products to industries, are kept, and the check of it
 * is part of every compilation. Formulas and sources: {@link TransformationModel}.
 */
public final class CompiledTable {

    private final TransformationModel model;
    private final InputOutputTable table;
    private final List<NegativeEntry> negatives;
    private final List<String> notes;
    private final double largestTotalDifference;

    CompiledTable(
            TransformationModel model,
            InputOutputTable table,
            List<NegativeEntry> negatives,
            List<String> notes,
            double largestTotalDifference) {
        this.model = model;
        this.table = table;
        this.negatives = negatives.stream()
                .sorted(Comparator.comparingDouble(NegativeEntry::amount))
                .toList();
        this.notes = List.copyOf(notes);
        this.largestTotalDifference = largestTotalDifference;
    }

    /**
     * Makes a symmetric table, with the default policies.
     *
     * @param source supply and use at basic or producers' prices
     * @param model A, B, C or D
     * @return the table
     * @throws IllegalArgumentException if uses are at purchasers' prices, a policy refuses what is in the source, or the model cannot
     *     be applied; the message says what to do
     * @throws IllegalStateException if supply and use differ by more than the tolerance, or totals are not kept
     */
    public static CompiledTable of(SupplyUseTable source, TransformationModel model) {
        return of(source, model, CompilationOptions.defaults());
    }

    /**
     * Makes a symmetric table.
     *
     * @param source supply and use at basic or producers' prices
     * @param model A, B, C or D
     * @param options policies
     * @return the table
     * @throws IllegalArgumentException if uses are at purchasers' prices, a policy refuses what is in the source, or the model cannot
     *     be applied; the message says what to do
     * @throws IllegalStateException if supply and use differ by more than the tolerance, or totals are not kept
     */
    public static CompiledTable of(SupplyUseTable source, TransformationModel model, CompilationOptions options) {
        return of(source, model, options, SolveOptions.defaults());
    }

    /**
     * Makes a symmetric table, solved in a given way and under the eyes of a listener; this concerns models A and C, which take one solve
     * for each row or column.
     *
     * @param source supply and use at basic or producers' prices
     * @param model A, B, C or D
     * @param options policies
     * @param solving threads, listener, and above 3,000 products the method
     * @return the table
     * @throws IllegalArgumentException if uses are at purchasers' prices, a policy refuses what is in the source, or the model cannot
     *     be applied; the message says what to do
     * @throws IllegalStateException if supply and use differ by more than the tolerance, totals are not kept, or the listener
     *     stopped it
     */
    public static CompiledTable of(
            SupplyUseTable source, TransformationModel model, CompilationOptions options, SolveOptions solving) {
        return new TableCompiler(source, model, options, solving).compile();
    }

    /**
     * The assumption it rests on.
     *
     * @return A, B, C or D
     */
    public TransformationModel model() {
        return model;
    }

    /**
     * The symmetric table.
     *
     * @return product by product (A, B) or industry by industry (C, D)
     */
    public InputOutputTable table() {
        return table;
    }

    /**
     * All negative entries of the table. Models A and C make them where an industry's secondary product takes more of an input, by the
     * recipe of its main producer, than the industry uses of it. They are reported and not mended.
     *
     * @return the most negative first
     */
    public List<NegativeEntry> negatives() {
        return negatives;
    }

    /**
     * What the policies did, and what was assumed.
     *
     * @return sentences for a person
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * How far totals moved: of outputs, rows of primary inputs and extensions, columns of final demand and imports.
     *
     * @return largest difference relative to the sum of the absolute entries, a matter of rounding
     */
    public double largestTotalDifference() {
        return largestTotalDifference;
    }

    /** The model, the table and the most negative entries. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "Model %s (%s): %s", model.letter(), words(model), table));
        List<NegativeEntry> made =
                negatives.stream().filter(negative -> !negative.isInherited()).toList();
        text.append(made.isEmpty() ? "\nThe model makes no negative entries." : "");
        if (!made.isEmpty()) {
            text.append("\nThe model makes ")
                    .append(made.size())
                    .append(made.size() == 1 ? " negative entry:" : " negative entries, most negative:");
            made.stream()
                    .limit(5)
                    .forEach(negative -> text.append(String.format(
                            Locale.ROOT,
                            "\n  %s: '%s' to '%s' %,.2f",
                            negative.part(),
                            negative.row(),
                            negative.column(),
                            negative.amount())));
        }
        notes.forEach(note -> text.append("\n").append(note));
        return text.toString();
    }

    private static String words(TransformationModel model) {
        return model.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
