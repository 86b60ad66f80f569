package org.leontief.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.LeontiefProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.LinearSolvers;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.Sense;
import org.leontief.plan.PlanConflict.ClashingLimit;
import org.leontief.plan.PlanLayout.LimitedRow;

/**
 * Finds limits that clash, none of which can be spared, in a plan that has the form of a {@link LeontiefForm}: the programme is
 * never written out for the simplex method. It begins with the limits in a proof that there is no plan ({@link
 * LimitsOfProof}); each of them is then left out in turn, the others being solved in the reduced form (J. W. Chinneck and
 * E. W. Dravnieks 1991, the deletion filter): one or two solves for each limit that clashes, whatever the number of products.
 */
final class ProvenConflict {

    private static final double[] NO_PROOF = {};

    private final LeontiefForm form;
    private final PlanLayout layout;
    private final List<LimitedRow> rows;
    private final List<LimitSide> stated;
    private final LimitsOfProof limits;
    private final ProgrammeOptions options;
    private double[] proof = NO_PROOF;

    ProvenConflict(PlanProgramme programme, LeontiefForm form, ProgrammeOptions options) {
        this.form = form;
        // By how much a limit would have to give way is a number to the last digit, which the interior-point method has
        // not.
        this.options = options.method() == ProgrammeMethod.INTERIOR_POINT
                ? options.withMethod(ProgrammeMethod.REDUCED_FORM)
                : options;
        layout = programme.layout();
        rows = programme.limitedRows();
        stated = LimitSide.of(layout, rows);
        limits = new LimitsOfProof(layout, rows);
    }

    /**
     * Of a plan of which the reduced form has proved that there is none.
     *
     * @param multipliers of its rows
     */
    PlanConflict provedBy(double[] multipliers) {
        proof = multipliers;
        Set<LimitSide> clashing = shrunk(new LinkedHashSet<>(stated), multipliers);
        return named(clashing, limits.outweighed(stated, multipliers));
    }

    /** Of a plan with a floor above a ceiling in one column. */
    PlanConflict ofContradiction() {
        Map<Integer, LimitSide> floors = new HashMap<>();
        for (LimitSide side : stated) {
            if (!side.isRow() && !side.isUpper()) {
                floors.merge(side.place(), side, (one, other) -> one.bound() < other.bound() ? other : one);
            }
        }
        for (LimitSide ceiling : stated) {
            LimitSide floor = ceiling.isRow() || !ceiling.isUpper() ? null : floors.get(ceiling.place());
            if (floor != null && floor.bound() > ceiling.bound()) {
                return named(new LinkedHashSet<>(List.of(floor, ceiling)), Set.of());
            }
        }
        throw new IllegalStateException("No two limits contradict each other.");
    }

    /** Each with how far it would have to give way; those that can be spared are left out. */
    private PlanConflict named(Set<LimitSide> clashing, Set<LimitSide> toNoAvail) {
        Map<LimitSide, Double> ways = new HashMap<>();
        Set<LimitSide> left = clashing;
        for (LimitSide side : List.copyOf(clashing)) {
            if (left.contains(side)) {
                double way = toNoAvail.contains(side) ? Double.POSITIVE_INFINITY : givingWay(side);
                ways.put(side, way);
                left = Double.isInfinite(way) ? unlessSpared(side, left) : left;
            }
        }
        List<ClashingLimit> named = new ArrayList<>();
        for (LimitSide side : left) {
            named.add(new ClashingLimit(side.limit(), ways.getOrDefault(side, Double.NaN)));
        }
        return new PlanConflict(named, products());
    }

    /** How near all other limits let the value come to this one. */
    private double givingWay(LimitSide side) {
        Set<LimitSide> others = new LinkedHashSet<>(stated);
        others.remove(side);
        @Nullable LinearSolution nearest = solve(others, side);
        if (nearest == null || nearest.status() == ProgrammeStatus.INFEASIBLE) {
            return Double.POSITIVE_INFINITY;
        }
        return nearest.status() == ProgrammeStatus.OPTIMAL
                ? Math.abs(side.bound() - nearest.certificate().orElseThrow().objective())
                : Double.NaN;
    }

    /** The set without the limit and what else a proof can spare, if it clashes without it. */
    private Set<LimitSide> unlessSpared(LimitSide side, Set<LimitSide> set) {
        Set<LimitSide> rest = new LinkedHashSet<>(set);
        rest.remove(side);
        @Nullable LinearSolution solution = solve(rest, null);
        if (solution == null || solution.status() != ProgrammeStatus.INFEASIBLE) {
            return set;
        }
        proof = solution.proof();
        return shrunk(rest, proof);
    }

    /** Those that a proof needs, if they are seen to clash by themselves. */
    private Set<LimitSide> shrunk(Set<LimitSide> set, double[] multipliers) {
        Set<LimitSide> needed = limits.needed(set, multipliers);
        if (needed.size() == set.size()) {
            return set;
        }
        @Nullable LinearSolution solution = solve(needed, null);
        if (solution == null || solution.status() != ProgrammeStatus.INFEASIBLE) {
            return set;
        }
        proof = solution.proof();
        return needed;
    }

    /**
     * The plan under some of the limits, as near as possible to one that is not among them.
     *
     * @return null if two of them contradict each other in one column
     */
    private @Nullable LinearSolution solve(Set<LimitSide> set, @Nullable LimitSide wanted) {
        KeptLimits bounds = new KeptLimits(layout, rows.size(), set);
        if (bounds.isContradictory()) {
            return null;
        }
        Sense nearer = wanted != null && wanted.isUpper() ? Sense.MINIMISE : Sense.MAXIMISE;
        LeontiefProgramme programme = form.programme(
                nearer, wanted == null ? Coefficients.NONE : wanted.coefficients(), bounds.columns(), bounds.rows());
        return LinearSolvers.solve(programme, options);
    }

    private List<String> products() {
        double largest = Arrays.stream(proof).map(Math::abs).max().orElse(0);
        List<String> products = new ArrayList<>();
        for (int i = 0; i < layout.products() && proof.length > 0; i++) {
            if (Math.abs(proof[i]) > LimitsOfProof.ROUNDING * largest) {
                products.add(layout.techniques().products().get(i).toString());
            }
        }
        return products;
    }
}
