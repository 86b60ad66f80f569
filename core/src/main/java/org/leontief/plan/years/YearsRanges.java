package org.leontief.plan.years;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.OneSidedPrice;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.SensitivityRanges;
import org.leontief.optimisation.SensitivityRanges.Range;
import org.leontief.plan.Limit;
import org.leontief.plan.ShadowPrice;
import org.leontief.plan.years.YearsRows.Row;
import org.leontief.plan.years.YearsRows.RowKind;

/** For which amounts of a yearly limit or a budget its price holds. Computed when it is asked for, by one factorisation. */
final class YearsRanges {

    private static final String UNKNOWN = "how far it holds is not known: the solver ended without the best basis";

    private final MultiYearPlan plan;
    private final LinearProgramme programme;
    private final LinearSolution solution;
    private final YearsRows rows;
    private final YearsProgramme years;
    private @Nullable SensitivityRanges ranges;

    YearsRanges(MultiYearPlan plan, YearsProgramme years, LinearSolution solution) {
        this.plan = plan;
        this.years = years;
        this.solution = solution;
        programme = years.programme();
        rows = years.made();
    }

    ShadowPrice worth(String name) {
        int row = rowOf(name);
        Row meaning = rows.row(row);
        String unit = YearsNames.unit(meaning, years);
        double amount = plan.limitedTo(row);
        double change = price(row);
        double worth = change == 0 ? 0 : plan.maximises() ? change : -change;
        ShadowPrice price = new ShadowPrice(
                YearsNames.of(meaning, years),
                worth,
                Units.of(plan.unit()).per(Units.of(unit)).get(0),
                amount,
                unit,
                Optional.empty(),
                "");
        if (solution.status() != ProgrammeStatus.OPTIMAL || solution.basis().isEmpty()) {
            return price.noted(UNKNOWN);
        }
        return holding(price, row, rows.bound(row));
    }

    private double price(int row) {
        return solution.rowPrices()[row];
    }

    private int rowOf(String name) {
        int[] numbers = IntStream.range(0, programme.rows())
                .filter(i -> rows.row(i).kind() == RowKind.LIMIT || rows.row(i).kind() == RowKind.BUDGET)
                .toArray();
        List<String> names = Arrays.stream(numbers)
                .mapToObj(i -> YearsNames.of(rows.row(i), years))
                .toList();
        Labels different = Labels.of(names.stream().distinct().toList());
        String known = different.get(different.indexOf(name)).toString();
        int limit = numbers[names.indexOf(known)];
        // A budget of one year is called like a limit of that year: the one that binds is meant.
        return price(limit) != 0 ? limit : numbers[names.lastIndexOf(known)];
    }

    /** What was committed before the plan stands between the amount of a limit and the bound of its row. */
    private ShadowPrice holding(ShadowPrice price, int row, double bound) {
        boolean isUpper = programme.rowUpper(row) == bound;
        Range range = isUpper ? computed().rowUpper(row) : computed().rowLower(row);
        double before = price.amount() - bound;
        Limit holds = new Limit(Math.min(bound, range.from()) + before, Math.max(bound, range.to()) + before);
        if (range.from() < bound && bound < range.to()) {
            return price.holding(holds, "");
        }
        ProgrammeOptions options = plan.problem().parts().options;
        OneSidedPrice sides = computed().rowPrice(row, options);
        int direction = plan.maximises() ? 1 : -1;
        return price.holding(holds, ShadowPrice.cornerNote(direction * sides.below(), direction * sides.above()));
    }

    private synchronized SensitivityRanges computed() {
        SensitivityRanges known = ranges;
        if (known == null) {
            known = SensitivityRanges.of(programme, solution);
            ranges = known;
        }
        return known;
    }
}
