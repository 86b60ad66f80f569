package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis.Place;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/**
 * One run of J. E. Kelley's method on a {@link ConcaveProgramme}: linear programmes over the pieces of the tangents, each from
 * where the one before it ended, with more tangents where its solution lies.
 */
final class OuterLinearisation {

    private static final int MOST_ROUNDS = 60;

    private final ConcaveProgramme programme;
    private final LinearProgramme linear;
    private final List<ConcaveTerm> terms;
    private final LinearSolver solver;
    private final ProgrammeOptions options;
    private final List<TangentEnvelope> envelopes = new ArrayList<>();

    /** Which term a column has, or −1. */
    private final int[] termOf;

    private final long began = System.nanoTime();
    private double bound = Double.POSITIVE_INFINITY;
    private long iterations;

    OuterLinearisation(ConcaveProgramme programme, LinearSolver solver, ProgrammeOptions options) {
        this.programme = programme;
        linear = programme.linear();
        terms = programme.terms();
        this.solver = solver;
        this.options = options;
        termOf = new int[linear.columns()];
        Arrays.fill(termOf, -1);
        for (ConcaveTerm term : terms) {
            termOf[term.column()] = envelopes.size();
            envelopes.add(new TangentEnvelope(
                    term.function(),
                    linear.columnLower(term.column()),
                    linear.columnUpper(term.column()),
                    term.start()));
        }
    }

    ConcaveSolution solve() {
        @Nullable Basis start = null;
        for (int round = 1; ; round++) {
            LinearProgramme linearised = linearised();
            LinearSolution found =
                    start == null ? solver.solve(linearised, options) : solver.solve(linearised, options, start);
            iterations += found.report().iterations();
            double[] x = gathered(found.columns());
            if (found.certificate().isEmpty()) {
                return solution(found, x, round, false);
            }
            bound = Math.min(bound, boundOf(found));
            double tolerance = options.tolerance() * scale(x);
            double gap = bound - programme.value(x);
            boolean isLast = gap <= tolerance || round == MOST_ROUNDS || found.status() != ProgrammeStatus.OPTIMAL;
            Basis reached = found.basis().orElse(null);
            List<Place> plain = plainPlaces(reached);
            int[] basic = basicPieces(reached);
            if (isLast || !refine(x, tolerance / (2 * terms.size()))) {
                return solution(found, x, round, gap <= 2 * tolerance);
            }
            start = reached == null ? null : started(reached, plain, basic, x);
        }
    }

    private ConcaveSolution solution(LinearSolution found, double[] x, int round, boolean isBest) {
        double[] proof = found.status() == ProgrammeStatus.UNBOUNDED ? gathered(found.proof()) : found.proof();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new ConcaveSolution(programme, found, x, proof, bound, round, iterations, isBest, seconds);
    }

    /** Refines where the envelope is above the function by more than a fair share of the tolerance; false if nowhere. */
    private boolean refine(double[] x, double share) {
        boolean isNew = false;
        for (int k = 0; k < terms.size(); k++) {
            double place = x[terms.get(k).column()];
            if (envelopes.get(k).value(place) - terms.get(k).function().value(place) > share) {
                isNew |= envelopes.get(k).refine(place);
            }
        }
        return isNew;
    }

    /** Of how many columns of the linearised programme a column is the sum. */
    private int pieces(int column) {
        return termOf[column] < 0 ? 1 : envelopes.get(termOf[column]).pieces().size();
    }

    /** The columns in order, those with a term replaced by its pieces. */
    private LinearProgramme linearised() {
        int columns = 0;
        for (int j = 0; j < termOf.length; j++) {
            columns += pieces(j);
        }
        double[] objective = new double[columns];
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        long entries = (long) Math.ceil((double) linear.matrix().nonZeros() * columns / Math.max(1, termOf.length));
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
            for (int k = 0; k < pieces(j); k++, next++) {
                matrix.appendColumn(place, value, count[0]);
                objective[next] = linear.objective(j);
                lower[next] = linear.columnLower(j);
                upper[next] = linear.columnUpper(j);
                if (termOf[j] >= 0) {
                    TangentEnvelope.Piece piece =
                            envelopes.get(termOf[j]).pieces().get(k);
                    objective[next] += piece.slope();
                    lower[next] = piece.lower();
                    upper[next] = piece.upper();
                }
            }
        }
        double[] rowLower = new double[linear.rows()];
        double[] rowUpper = new double[linear.rows()];
        Arrays.setAll(rowLower, linear::rowLower);
        Arrays.setAll(rowUpper, linear::rowUpper);
        return LinearProgramme.of(Sense.MAXIMISE, objective, matrix.build(), rowLower, rowUpper, lower, upper);
    }

    /** x from the columns of the linearised programme. */
    private double[] gathered(double[] columns) {
        double[] x = new double[termOf.length];
        int next = 0;
        for (int j = 0; j < x.length; j++) {
            for (int k = pieces(j); k > 0; k--) {
                x[j] += columns[next++];
            }
        }
        return x;
    }

    /** How many pieces of each column are basic; all 0 without a basis. */
    private int[] basicPieces(@Nullable Basis basis) {
        int[] basic = new int[termOf.length];
        int next = 0;
        for (int j = 0; j < basic.length && basis != null; j++) {
            for (int k = pieces(j); k > 0; k--) {
                basic[j] += basis.column(next++) == Place.BASIC ? 1 : 0;
            }
        }
        return basic;
    }

    /** Where the columns without a term stand. */
    private List<Place> plainPlaces(@Nullable Basis basis) {
        List<Place> places = new ArrayList<>();
        int next = 0;
        for (int j = 0; j < termOf.length && basis != null; j++) {
            if (termOf[j] < 0) {
                places.add(basis.column(next));
            }
            next += pieces(j);
        }
        return places;
    }

    /** Where the next programme starts: all other columns and rows where they stood, the new pieces around where x is. */
    private Basis started(Basis old, List<Place> plain, int[] basic, double[] x) {
        List<Place> columns = new ArrayList<>();
        int next = 0;
        for (int j = 0; j < termOf.length; j++) {
            if (termOf[j] < 0) {
                columns.add(plain.get(next++));
            } else {
                columns.addAll(envelopes.get(termOf[j]).standing(x[j], basic[j]));
            }
        }
        Place[] rows = new Place[old.rows()];
        Arrays.setAll(rows, old::row);
        return new Basis(columns.toArray(new Place[0]), rows);
    }

    private double scale(double[] x) {
        double sum = terms.stream()
                .mapToDouble(term -> Math.abs(term.function().value(x[term.column()])))
                .sum();
        return Math.max(1, sum);
    }

    /** What is proved of the linear programme, what its objective leaves out, and the rounding of both. */
    private double boundOf(LinearSolution found) {
        double sum = found.certificate().orElseThrow().objectiveBound();
        double size = Math.abs(sum);
        for (TangentEnvelope envelope : envelopes) {
            sum += envelope.constant() + envelope.allowance();
            size += Math.abs(envelope.constant());
        }
        return sum + (envelopes.size() + 2) * Math.ulp(size);
    }
}
