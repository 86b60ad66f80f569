package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.leontief.optimisation.BoundSet.Member;

/**
 * Bounds that cannot all be kept, and of which any could be kept if one of the others were not there: an irreducible infeasible
 * set. It is found by leaving out one bound after the other, beginning with those that the proof of infeasibility uses
 * (J. W. Chinneck and E. W. Dravnieks, "Locating minimal infeasible constraint sets in linear programs", ORSA Journal on
 * Computing 3, 1991: the deletion filter). There may be others, smaller ones too. Immutable.
 */
public final class Conflict {

    private final List<ConflictingBound> bounds;
    private final boolean irreducible;
    private final double[] proof;

    private Conflict(List<ConflictingBound> bounds, boolean irreducible, double[] proof) {
        this.bounds = List.copyOf(bounds);
        this.irreducible = irreducible;
        this.proof = proof;
    }

    /**
     * Finds one, by one solve from the last basis for each bound that is tried and one more for each that is left.
     *
     * @param programme which has no x that keeps all its bounds
     * @param solution what a solver found of it
     * @param options for each of the solves; where the listener stops one, what has been found by then is returned
     * @return the bounds
     * @throws IllegalArgumentException if the solution does not say that the programme is infeasible
     */
    public static Conflict of(LinearProgramme programme, LinearSolution solution, ProgrammeOptions options) {
        double[] rows = new double[programme.rows()];
        double[] columns = new double[programme.columns()];
        LinearProgramme unbounded = LinearProgramme.of(
                programme.sense(),
                columns,
                programme.matrix(),
                filled(rows, Double.NEGATIVE_INFINITY),
                filled(rows, Double.POSITIVE_INFINITY),
                filled(columns, Double.NEGATIVE_INFINITY),
                filled(columns, Double.POSITIVE_INFINITY));
        return beyond(unbounded, programme, solution, options);
    }

    private static double[] filled(double[] like, double value) {
        double[] values = like.clone();
        Arrays.fill(values, value);
        return values;
    }

    /**
     * Finds one among bounds that are up for discussion, while others are kept in any case: what a technology does, beside what
     * a plan is limited to.
     *
     * @param firm the same rows and columns with the bounds that are kept in any case; where the programme is tighter, its
     *     bound may be left out, and gives way as far as this one
     * @param programme which has no x that keeps all its bounds
     * @param solution what a solver found of it
     * @param options for each of the solves; where the listener stops one, what has been found by then is returned
     * @return the bounds that are up for discussion; none if the firm ones contradict each other
     * @throws IllegalArgumentException if the solution does not say that the programme is infeasible, or a firm bound is tighter
     *     than that of the programme
     */
    public static Conflict beyond(
            LinearProgramme firm, LinearProgramme programme, LinearSolution solution, ProgrammeOptions options) {
        if (solution.status() != ProgrammeStatus.INFEASIBLE) {
            throw new IllegalArgumentException("The programme is " + solution.status()
                    + "; only where it is INFEASIBLE do its bounds contradict each other.");
        }
        Basis start = solution.basis().orElseGet(() -> Basis.ofSlacks(programme));
        return new Filter(firm, programme, options, start).run(solution.proof());
    }

    /**
     * The bounds.
     *
     * @return column bounds before row bounds; none only if firm bounds contradict each other
     */
    public List<ConflictingBound> bounds() {
        return bounds;
    }

    /**
     * Whether leaving any of them out has been seen to end the conflict among them.
     *
     * @return false if a solve ended without an answer
     */
    public boolean isIrreducible() {
        return irreducible;
    }

    /**
     * What proves it: one multiplier for each row, such that the sum of the rows cannot lie within the sums of these bounds.
     *
     * @return zeros for rows that have no part in it; empty if no solve gave a proof
     */
    public double[] proof() {
        return proof.clone();
    }

    /** One bound a line. */
    @Override
    public String toString() {
        return bounds.stream().map(ConflictingBound::toString).collect(Collectors.joining("\n"));
    }

    /** The search for one. */
    private static final class Filter {

        private final LinearProgramme firm;
        private final LinearProgramme programme;
        private final ProgrammeOptions options;
        private final RevisedSimplex solver = new RevisedSimplex();
        private Basis basis;
        private boolean allAnswered = true;
        private double[] proof = new double[0];

        Filter(LinearProgramme firm, LinearProgramme programme, ProgrammeOptions options, Basis basis) {
            this.firm = firm;
            this.programme = programme;
            this.options = options;
            this.basis = basis;
        }

        Conflict run(double[] first) {
            proof = first;
            BoundSet set = shrunk(BoundSet.beyond(firm, programme), first);
            for (Member member : List.copyOf(set.members())) {
                if (set.members().contains(member)) {
                    set = without(member, set);
                }
            }
            List<ConflictingBound> bounds = new ArrayList<>();
            for (Member member : set.members()) {
                double bound = BoundSet.bound(programme, member.kind(), member.number());
                bounds.add(new ConflictingBound(member.kind(), member.number(), bound, givingWay(member, bound)));
            }
            return new Conflict(bounds, allAnswered, proof);
        }

        /** The set without the bound if it is infeasible without it, else with it. */
        private BoundSet without(Member member, BoundSet set) {
            BoundSet rest = set.without(member);
            LinearSolution solution = solve(rest.programme());
            if (solution.status() == ProgrammeStatus.INFEASIBLE) {
                return shrunk(rest, solution.proof());
            }
            allAnswered &= solution.status() != ProgrammeStatus.STOPPED;
            return set;
        }

        /**
         * Those that a proof uses, if they are seen to clash by themselves: where it leans on bounds that follow from rows, its
         * own are not all that it takes.
         */
        private BoundSet shrunk(BoundSet set, double[] multipliers) {
            if (multipliers.length == 0) {
                return set;
            }
            proof = multipliers;
            BoundSet used = set.usedBy(multipliers);
            boolean isSmaller = used.members().size() < set.members().size();
            return isSmaller && solve(used.programme()).status() == ProgrammeStatus.INFEASIBLE ? used : set;
        }

        private LinearSolution solve(LinearProgramme part) {
            LinearSolution solution = solver.solve(part, options, basis);
            basis = solution.basis().orElse(basis);
            return solution;
        }

        /** How near all other bounds let the value come to this one. */
        private double givingWay(Member member, double bound) {
            BoundKind kind = member.kind();
            int number = member.number();
            double[] value = new double[programme.columns()];
            LinearProgramme relaxed;
            double givenWay = BoundSet.bound(firm, kind, number);
            if (kind.isOfRow()) {
                programme.matrix().forEach((i, j, coefficient) -> value[j] += i == number ? coefficient : 0);
                relaxed = programme.withRowBounds(
                        number,
                        kind.isUpper() ? programme.rowLower(number) : givenWay,
                        kind.isUpper() ? givenWay : programme.rowUpper(number));
            } else {
                value[number] = 1;
                relaxed = programme.withColumnBounds(
                        number,
                        kind.isUpper() ? programme.columnLower(number) : givenWay,
                        kind.isUpper() ? givenWay : programme.columnUpper(number));
            }
            Sense nearer = kind.isUpper() ? Sense.MINIMISE : Sense.MAXIMISE;
            LinearSolution solution = solve(relaxed.withObjective(nearer, value));
            return switch (solution.status()) {
                case OPTIMAL ->
                    Math.abs(bound - solution.certificate().orElseThrow().objective());
                case INFEASIBLE -> Double.POSITIVE_INFINITY;
                case UNBOUNDED, STOPPED -> Double.NaN;
            };
        }
    }
}
