package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/**
 * A concave objective over the limits of a linear programme: max c·x + Σ_k f_k(x_{j_k}) subject to l ≤ M x ≤ u and
 * lower ≤ x ≤ upper. Immutable.
 *
 * <p>Solved by outer linearisation: each f is replaced by the least of a few of its tangents, which gives a linear programme
 * whose bound holds for the concave one too; tangents are added where its solution lies until the bound is met. J. E. Kelley,
 * "The cutting-plane method for solving convex programs", <em>J. SIAM</em> 8 (1960), 703–712.
 */
public final class ConcaveProgramme {

    private static final int MOST_ROUNDS = 60;

    private final LinearProgramme linear;
    private final List<ConcaveTerm> terms;

    private ConcaveProgramme(LinearProgramme linear, List<ConcaveTerm> terms) {
        this.linear = linear;
        this.terms = terms;
    }

    /**
     * A programme.
     *
     * @param linear c, M and the bounds; to be maximised
     * @param terms what columns add beside c, each column once
     * @return the programme
     * @throws IllegalArgumentException if the linear part is to be minimised, a column does not exist or stands twice
     */
    public static ConcaveProgramme of(LinearProgramme linear, List<ConcaveTerm> terms) {
        if (linear.sense() != Sense.MAXIMISE) {
            throw new IllegalArgumentException(
                    "A concave objective can only be maximised; change the sign of a convex one.");
        }
        BitSet seen = new BitSet();
        for (ConcaveTerm term : terms) {
            if (term.column() < 0 || term.column() >= linear.columns() || seen.get(term.column())) {
                throw new IllegalArgumentException("A concave term for column " + term.column() + " of "
                        + linear.columns() + ": there is no such column, or it has one already.");
            }
            seen.set(term.column());
        }
        return new ConcaveProgramme(linear, List.copyOf(terms));
    }

    /**
     * Solves it.
     *
     * @param solver of the linear programmes
     * @param options the tolerance is that of the gap, relative to the larger of 1 and the sum of all |f_k|
     * @return values, prices, and what no x can better
     */
    public ConcaveSolution solve(LinearSolver solver, ProgrammeOptions options) {
        long began = System.nanoTime();
        List<TangentEnvelope> envelopes = new ArrayList<>();
        for (ConcaveTerm term : terms) {
            envelopes.add(new TangentEnvelope(
                    term.function(),
                    linear.columnLower(term.column()),
                    linear.columnUpper(term.column()),
                    term.start()));
        }
        double bound = Double.POSITIVE_INFINITY;
        long iterations = 0;
        for (int round = 1; ; round++) {
            LinearSolution found = solver.solve(linearised(envelopes), options);
            iterations += found.report().iterations();
            if (found.certificate().isEmpty()) {
                return new ConcaveSolution(
                        this,
                        found,
                        gathered(found.columns(), envelopes),
                        proof(found, envelopes),
                        bound,
                        round,
                        iterations,
                        false,
                        seconds(began));
            }
            bound = Math.min(bound, bound(found, envelopes));
            double[] x = gathered(found.columns(), envelopes);
            double reached = value(x);
            double gap = bound - reached;
            if (gap <= options.tolerance() * scale(x)
                    || round == MOST_ROUNDS
                    || found.status() != ProgrammeStatus.OPTIMAL
                    || !refine(envelopes, x, options.tolerance() * scale(x) / (2 * terms.size()))) {
                boolean isBest = gap <= 2 * options.tolerance() * scale(x);
                return new ConcaveSolution(
                        this, found, x, found.proof(), bound, round, iterations, isBest, seconds(began));
            }
        }
    }

    /** Multipliers of the rows as they are; a ray over the columns of this programme. */
    private double[] proof(LinearSolution found, List<TangentEnvelope> envelopes) {
        return found.status() == ProgrammeStatus.UNBOUNDED ? gathered(found.proof(), envelopes) : found.proof();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Refines where the envelope is above the function by more than a fair share of the tolerance; false if nowhere. */
    private boolean refine(List<TangentEnvelope> envelopes, double[] x, double share) {
        boolean isNew = false;
        for (int k = 0; k < terms.size(); k++) {
            double place = x[terms.get(k).column()];
            if (envelopes.get(k).value(place) - terms.get(k).function().value(place) > share) {
                isNew |= envelopes.get(k).refine(place);
            }
        }
        return isNew;
    }

    /** Columns without a term as they are, then the pieces of each term. */
    private LinearProgramme linearised(List<TangentEnvelope> envelopes) {
        int pieces = envelopes.stream()
                .mapToInt(envelope -> envelope.pieces().size())
                .sum();
        int[] termOf = termOfColumn();
        int columns = linear.columns() - terms.size() + pieces;
        double[] objective = new double[columns];
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        long entries = (long) linear.matrix().nonZeros() * Math.max(1, columns / Math.max(1, linear.columns()));
        SparseColumnsBuilder matrix = SparseMatrix.byColumns(linear.rows(), columns, entries);
        int[] place = new int[linear.rows()];
        double[] value = new double[linear.rows()];
        int next = 0;
        for (int j = 0; j < termOf.length; j++) {
            int[] count = {0};
            linear.matrix().forEachInColumn(j, (i, column, entry) -> {
                place[count[0]] = i;
                value[count[0]++] = entry;
            });
            if (termOf[j] < 0) {
                objective[next] = linear.objective(j);
                lower[next] = linear.columnLower(j);
                upper[next++] = linear.columnUpper(j);
                matrix.appendColumn(place, value, count[0]);
                continue;
            }
            for (TangentEnvelope.Piece piece : envelopes.get(termOf[j]).pieces()) {
                objective[next] = linear.objective(j) + piece.slope();
                lower[next] = piece.lower();
                upper[next++] = piece.upper();
                matrix.appendColumn(place, value, count[0]);
            }
        }
        double[] rowLower = new double[linear.rows()];
        double[] rowUpper = new double[linear.rows()];
        Arrays.setAll(rowLower, linear::rowLower);
        Arrays.setAll(rowUpper, linear::rowUpper);
        return LinearProgramme.of(Sense.MAXIMISE, objective, matrix.build(), rowLower, rowUpper, lower, upper);
    }

    private int[] termOfColumn() {
        int[] termOf = new int[linear.columns()];
        Arrays.fill(termOf, -1);
        for (int k = 0; k < terms.size(); k++) {
            termOf[terms.get(k).column()] = k;
        }
        return termOf;
    }

    /** x from the columns of the linearised programme. */
    private double[] gathered(double[] columns, List<TangentEnvelope> envelopes) {
        int[] termOf = termOfColumn();
        double[] x = new double[termOf.length];
        int next = 0;
        for (int j = 0; j < x.length; j++) {
            int count = termOf[j] < 0 ? 1 : envelopes.get(termOf[j]).pieces().size();
            for (int k = 0; k < count; k++) {
                x[j] += columns[next++];
            }
        }
        return x;
    }

    LinearProgramme linear() {
        return linear;
    }

    List<ConcaveTerm> terms() {
        return terms;
    }

    /** c·x + Σ f. */
    double value(double[] x) {
        double value = 0;
        for (int j = 0; j < x.length; j++) {
            value += linear.objective(j) * x[j];
        }
        for (ConcaveTerm term : terms) {
            value += term.function().value(x[term.column()]);
        }
        return value;
    }

    private double scale(double[] x) {
        double sum = terms.stream()
                .mapToDouble(term -> Math.abs(term.function().value(x[term.column()])))
                .sum();
        return Math.max(1, sum);
    }

    /** What is proved of the linear programme, what its objective leaves out, and the rounding of both. */
    private static double bound(LinearSolution found, List<TangentEnvelope> envelopes) {
        double bound = found.certificate().orElseThrow().objectiveBound();
        double size = Math.abs(bound);
        for (TangentEnvelope envelope : envelopes) {
            bound += envelope.constant() + envelope.allowance();
            size += Math.abs(envelope.constant());
        }
        return bound + (envelopes.size() + 2) * Math.ulp(size);
    }
}
