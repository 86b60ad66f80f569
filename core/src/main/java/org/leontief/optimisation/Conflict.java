package org.leontief.optimisation;

import java.util.ArrayList;
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

    private Conflict(List<ConflictingBound> bounds, boolean irreducible) {
        this.bounds = List.copyOf(bounds);
        this.irreducible = irreducible;
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
        if (solution.status() != ProgrammeStatus.INFEASIBLE) {
            throw new IllegalArgumentException("The programme is " + solution.status()
                    + "; only where it is INFEASIBLE do its bounds contradict each other.");
        }
        Basis start = solution.basis().orElseGet(() -> Basis.ofSlacks(programme));
        return new Filter(programme, options, start).run(solution.proof());
    }

    /**
     * The bounds.
     *
     * @return at least one; column bounds before row bounds
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

    /** One bound a line. */
    @Override
    public String toString() {
        return bounds.stream().map(ConflictingBound::toString).collect(Collectors.joining("\n"));
    }

    /** The search for one. */
    private static final class Filter {

        private final LinearProgramme programme;
        private final ProgrammeOptions options;
        private final RevisedSimplex solver = new RevisedSimplex();
        private Basis basis;
        private boolean allAnswered = true;

        Filter(LinearProgramme programme, ProgrammeOptions options, Basis basis) {
            this.programme = programme;
            this.options = options;
            this.basis = basis;
        }

        Conflict run(double[] proof) {
            BoundSet all = BoundSet.all(programme);
            BoundSet set = all.usedBy(proof);
            // Where the proof leans on bounds that follow from rows, its own bounds are not all that it takes.
            if (solve(set.programme()).status() != ProgrammeStatus.INFEASIBLE) {
                set = all;
            }
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
            return new Conflict(bounds, allAnswered);
        }

        /** The set without the bound if it is infeasible without it, else with it. */
        private BoundSet without(Member member, BoundSet set) {
            BoundSet rest = set.without(member);
            LinearSolution solution = solve(rest.programme());
            if (solution.status() == ProgrammeStatus.INFEASIBLE) {
                BoundSet used = rest.usedBy(solution.proof());
                boolean isSmaller = used.members().size() < rest.members().size();
                return isSmaller && solve(used.programme()).status() == ProgrammeStatus.INFEASIBLE ? used : rest;
            }
            allAnswered &= solution.status() != ProgrammeStatus.STOPPED;
            return set;
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
            double lower = Double.NEGATIVE_INFINITY;
            double upper = Double.POSITIVE_INFINITY;
            if (kind.isOfRow()) {
                programme.matrix().forEach((i, j, coefficient) -> value[j] += i == number ? coefficient : 0);
                relaxed = programme.withRowBounds(
                        number,
                        kind.isUpper() ? programme.rowLower(number) : lower,
                        kind.isUpper() ? upper : programme.rowUpper(number));
            } else {
                value[number] = 1;
                relaxed = programme.withColumnBounds(
                        number,
                        kind.isUpper() ? programme.columnLower(number) : lower,
                        kind.isUpper() ? upper : programme.columnUpper(number));
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
