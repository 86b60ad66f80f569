package org.leontief.plan;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.BoundRanges;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.OneSidedPrice;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.SensitivityRanges;
import org.leontief.optimisation.SensitivityRanges.Range;

/** For which amounts the prices of a plan hold. Computed when it is asked for first, by one factorisation. */
final class PlanRanges {

    private static final String NO_BASIS = "how far it holds is not known: the solver ended without a basis";
    private static final String NOT_OPTIMAL = "how far it holds is not known: the solver stopped before the best plan";

    private static final String OTHER_SIDE =
            "the plan stands in a corner: what it is worth beyond that is not known before the problem is solved with it";

    private static final String SAME_HEIGHT = "another limit stands at the same height: ";
    private static final String NOTHING = " of this one alone changes nothing";

    private final PlanProgramme programme;
    private final LinearSolution solution;
    private final ProgrammeOptions options;
    private @Nullable BoundRanges ranges;

    PlanRanges(PlanProgramme programme, LinearSolution solution, ProgrammeOptions options) {
        this.programme = programme;
        this.solution = solution;
        this.options = options;
    }

    /** The price of a product, whose stock stands in its balance with the sign changed. */
    ShadowPrice ofProduct(String of, double worth, String unit, double stock, String stockUnit, int product) {
        ShadowPrice price = new ShadowPrice(of, worth, unit, stock, stockUnit, Optional.empty(), "");
        if (!isKnown()) {
            return withoutRange(price);
        }
        Range range = computed().rowUpper(product);
        return withRange(price, new Range(0 - range.to(), 0 - range.from()), general -> {
            OneSidedPrice ofRow = general.rowPrice(product, options);
            return new OneSidedPrice(-ofRow.above(), -ofRow.below());
        });
    }

    /** The price of a limit that has a row. */
    ShadowPrice ofRow(String of, double worth, String unit, double height, String heightUnit, int row) {
        ShadowPrice price = new ShadowPrice(of, worth, unit, height, heightUnit, Optional.empty(), "");
        if (!isKnown()) {
            return withoutRange(price);
        }
        boolean isUpper = programme.programme().rowUpper(row) == height;
        Range range = isUpper ? computed().rowUpper(row) : computed().rowLower(row);
        return withRange(price, range, general -> general.rowPrice(row, options));
    }

    /** The price of a limit that is a bound of a column, or would be one if no other were narrower. */
    ShadowPrice ofColumn(ShadowPrice price, Limit limit, int column) {
        double height = price.amount();
        double lower = programme.columnLower(column);
        double upper = programme.columnUpper(column);
        if (height != lower && height != upper) {
            return price.holding(height > upper ? Limit.atLeast(upper) : Limit.atMost(lower), "");
        }
        if (!isKnown()) {
            return withoutRange(price);
        }
        if (limit.lower() == limit.upper()) {
            return withRange(price, exactly(column), general -> general.columnPrice(column, options));
        }
        boolean isUpper = height == limit.upper();
        double next = programme.nextBound(column, isUpper);
        Range range = isUpper ? computed().columnUpper(column) : computed().columnLower(column);
        Range until = isUpper
                ? new Range(Math.max(range.from(), lower), Math.min(range.to(), next))
                : new Range(Math.max(range.from(), next), Math.min(range.to(), upper));
        if (lower < upper && next != height) {
            return withRange(price, until, general -> general.columnPrice(column, options));
        }
        Limit holds = new Limit(Math.min(height, until.from()), Math.max(height, until.to()));
        return price.holding(holds, next != height ? "" : SAME_HEIGHT + (isUpper ? "more" : "less") + NOTHING);
    }

    /** Both sides of a limit move together, as far as the other limits of the column let them. */
    private Range exactly(int column) {
        Range range = computed().columnUpper(column);
        return new Range(
                Math.max(range.from(), programme.nextBound(column, false)),
                Math.min(range.to(), programme.nextBound(column, true)));
    }

    private boolean isKnown() {
        return solution.status() == ProgrammeStatus.OPTIMAL && solution.basis().isPresent();
    }

    private ShadowPrice withoutRange(ShadowPrice price) {
        return price.noted(solution.status() == ProgrammeStatus.OPTIMAL ? NO_BASIS : NOT_OPTIMAL);
    }

    private ShadowPrice withRange(ShadowPrice price, Range range, Function<SensitivityRanges, OneSidedPrice> sides) {
        double amount = price.amount();
        Limit holds = new Limit(Math.min(amount, range.from()), Math.max(amount, range.to()));
        boolean isTwoSided = range.from() < amount && amount < range.to();
        return price.holding(holds, isTwoSided ? "" : corner(sides));
    }

    /** Both prices of a corner take solves near by, which the simplex method begins where it stands. */
    private String corner(Function<SensitivityRanges, OneSidedPrice> sides) {
        return computed() instanceof SensitivityRanges general ? oneSided(sides.apply(general)) : OTHER_SIDE;
    }

    /** What has to be said where the price is another on each side. */
    private String oneSided(OneSidedPrice price) {
        int direction = programme.objective().direction();
        return ShadowPrice.cornerNote(direction * price.below(), direction * price.above());
    }

    private synchronized BoundRanges computed() {
        BoundRanges known = ranges;
        if (known == null) {
            known = PlanSolvers.ranges(programme, solution, options);
            ranges = known;
        }
        return known;
    }
}
