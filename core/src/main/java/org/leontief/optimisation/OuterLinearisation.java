package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis.Place;

/**
 * One run of J. E. Kelley's method on a {@link ConcaveObjective}: linear programmes over the pieces of the tangents, each from
 * where the one before it ended, with more tangents where its solution lies and where its prices say that the solution should
 * lie. The feasible set is the same in each round, so that the best plan and the lowest bound of all rounds count.
 */
final class OuterLinearisation {

    private static final int MOST_ROUNDS = 60;

    private final ConcaveObjective concave;
    private final Linearisable programme;
    private final List<ConcaveTerm> terms;
    private final ProgrammeOptions options;
    private final List<TangentEnvelope> envelopes = new ArrayList<>();

    /** Which term a column has, or −1. */
    private final int[] termOf;

    private final long began = System.nanoTime();
    private ConcaveSolution.@Nullable Point best;
    private ConcaveSolution.@Nullable Proof lowest;
    private long iterations;

    OuterLinearisation(ConcaveObjective concave, ProgrammeOptions options) {
        this.concave = concave;
        programme = concave.programme();
        terms = concave.terms();
        this.options = options;
        termOf = new int[programme.columns()];
        Arrays.fill(termOf, -1);
        for (ConcaveTerm term : terms) {
            termOf[term.column()] = envelopes.size();
            envelopes.add(new TangentEnvelope(
                    term.function(),
                    programme.columnLower(term.column()),
                    programme.columnUpper(term.column()),
                    term.start()));
        }
    }

    ConcaveSolution solve() {
        @Nullable Basis start = null;
        for (int round = 1; ; round++) {
            PieceColumns pieces = pieces();
            LinearSolution found = programme.solve(pieces, options, start);
            iterations += found.report().iterations();
            double[] x = pieces.gathered(found.columns());
            ConcaveSolution.Point point = better(found, x);
            ConcaveSolution.Proof proof = lower(found, pieces);
            if (found.certificate().isEmpty()) {
                return solution(found, point, proof, round, false);
            }
            double tolerance = options.tolerance() * concave.scale(point.x());
            double gap = proof.bound() - point.objective();
            boolean isProved = gap <= 2 * tolerance && point.residual() <= options.tolerance();
            boolean isLast = gap <= tolerance || round == MOST_ROUNDS || found.status() != ProgrammeStatus.OPTIMAL;
            Basis reached = found.basis().orElse(null);
            List<Place> plain = plainPlaces(reached, pieces);
            int[] basic = basicPieces(reached, pieces);
            if (isLast || !refine(x, costs(found, pieces), tolerance / (2 * terms.size()))) {
                return solution(found, point, proof, round, isProved);
            }
            start = reached == null ? null : started(reached, plain, basic, x);
        }
    }

    private ConcaveSolution solution(
            LinearSolution found,
            ConcaveSolution.Point point,
            ConcaveSolution.Proof proof,
            int round,
            boolean isProved) {
        double seconds = (System.nanoTime() - began) / 1e9;
        ConcaveSolution.Effort effort = new ConcaveSolution.Effort(round, iterations, seconds);
        return new ConcaveSolution(concave, found, point, proof, effort, isProved);
    }

    /** The better of the plan so far and a new one, or one without certificate as it is. */
    private ConcaveSolution.Point better(LinearSolution found, double[] x) {
        @Nullable OptimalityCertificate certificate = found.certificate().orElse(null);
        if (certificate == null) {
            return new ConcaveSolution.Point(x, found.rows(), Double.NaN, Double.NaN);
        }
        ConcaveSolution.Point point =
                new ConcaveSolution.Point(x, found.rows(), certificate.primalResidual(), concave.value(x));
        ConcaveSolution.Point known = best;
        boolean overstepsLimits = known != null && known.residual() > options.tolerance();
        if (known == null
                || (overstepsLimits && point.residual() < known.residual())
                || (point.residual() <= options.tolerance() && point.objective() > known.objective())) {
            best = point;
            return point;
        }
        return known;
    }

    /** The lower of the bound so far and a new one, with its prices. */
    private ConcaveSolution.Proof lower(LinearSolution found, PieceColumns pieces) {
        if (found.certificate().isEmpty()) {
            double[] multipliers =
                    found.status() == ProgrammeStatus.UNBOUNDED ? pieces.gathered(found.proof()) : found.proof();
            return new ConcaveSolution.Proof(
                    Double.POSITIVE_INFINITY, found.rowPrices(), costs(found, pieces), Double.NaN, multipliers);
        }
        double bound = boundOf(found);
        ConcaveSolution.Proof known = lowest;
        if (known != null && !(bound < known.bound())) {
            return known;
        }
        double residual = found.certificate().orElseThrow().dualResidual();
        ConcaveSolution.Proof proof =
                new ConcaveSolution.Proof(bound, found.rowPrices(), costs(found, pieces), residual, found.proof());
        lowest = proof;
        return proof;
    }

    /** What a unit of each column costs at the prices: the same for all of its pieces. */
    private double[] costs(LinearSolution found, PieceColumns pieces) {
        double[] reduced = found.reducedCosts();
        double[] costs = new double[termOf.length];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = programme.objective(j) + pieces.of(j).get(0).slope() - reduced[pieces.first(j)];
        }
        return costs;
    }

    /**
     * Refines where the envelope is above the function by more than a fair share of the tolerance: where the function less what
     * its column costs is the largest, and where that tells nothing new, at x; false if nowhere.
     */
    private boolean refine(double[] x, double[] costs, double share) {
        boolean isNew = false;
        for (int k = 0; k < terms.size(); k++) {
            int column = terms.get(k).column();
            TangentEnvelope envelope = envelopes.get(k);
            double place = envelope.best(costs[column] - programme.objective(column));
            if (gap(k, place) > share || gap(k, x[column]) > share) {
                isNew |= envelope.refine(place);
            }
            if (gap(k, x[column]) > share) {
                isNew |= envelope.refine(x[column]);
            }
        }
        return isNew;
    }

    /** By how much the envelope of a term is above the function. */
    private double gap(int term, double place) {
        return envelopes.get(term).value(place) - terms.get(term).function().value(place);
    }

    private PieceColumns pieces() {
        List<List<TangentEnvelope.Piece>> pieces = new ArrayList<>();
        for (int j = 0; j < termOf.length; j++) {
            pieces.add(
                    termOf[j] >= 0
                            ? envelopes.get(termOf[j]).pieces()
                            : List.of(
                                    new TangentEnvelope.Piece(programme.columnLower(j), programme.columnUpper(j), 0)));
        }
        return new PieceColumns(pieces);
    }

    /** How many pieces of each column are basic; all 0 without a basis. */
    private int[] basicPieces(@Nullable Basis basis, PieceColumns pieces) {
        int[] basic = new int[termOf.length];
        int next = 0;
        for (int j = 0; j < basic.length && basis != null; j++) {
            for (int k = pieces.of(j).size(); k > 0; k--) {
                basic[j] += basis.column(next++) == Place.BASIC ? 1 : 0;
            }
        }
        return basic;
    }

    /** Where the columns without a term stand. */
    private List<Place> plainPlaces(@Nullable Basis basis, PieceColumns pieces) {
        List<Place> places = new ArrayList<>();
        int next = 0;
        for (int j = 0; j < termOf.length && basis != null; j++) {
            if (termOf[j] < 0) {
                places.add(basis.column(next));
            }
            next += pieces.of(j).size();
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
