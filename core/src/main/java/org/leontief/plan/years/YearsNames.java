package org.leontief.plan.years;

import org.leontief.label.Labels;

/** What the rows of a programme of several years are called. */
final class YearsNames {

    private YearsNames() {}

    static String of(YearsRows.Row row, YearsProgramme programme) {
        YearsNumbers numbers = programme.numbers();
        Labels products = numbers.problem.products();
        String when = row.year() < 0
                ? ""
                : row.year() < numbers.years ? " in " + numbers.yearName(row.year()) : " afterwards";
        return switch (row.kind()) {
            case PRODUCT, PRODUCT_AFTERWARDS -> products.get(row.item()) + when;
            case OUTPUT_UNDER_WAY -> products.get(row.item()) + " under way" + when;
            case CAPITAL_BEGUN -> "'" + capital(row, programme).good.name() + "' begun" + when;
            case CAPACITY ->
                "'" + capital(row, programme).good.name() + "' in "
                        + capital(row, programme).holder(row.part(), products) + when;
            case CAPITAL_AFTERWARDS ->
                "'" + capital(row, programme).good.name() + "' left in "
                        + capital(row, programme).holder(row.part(), products);
            case CONSTRUCTION_AFTERWARDS ->
                "'" + capital(row, programme).good.name() + "' left under construction in "
                        + capital(row, programme).holder(row.part(), products);
            case LIMIT, LIMIT_AFTERWARDS -> numbers.parts.limits.get(row.item()).name() + when;
            case BUDGET ->
                numbers.parts
                        .limits
                        .get(row.item())
                        .budgets()
                        .get(row.part())
                        .named(numbers.parts.limits.get(row.item()).name());
            case NEVER_FALLS -> "consumption not falling" + when;
            case PATH -> "path of consumption" + when;
        };
    }

    static String unit(YearsRows.Row row, YearsProgramme programme) {
        YearsNumbers numbers = programme.numbers();
        return switch (row.kind()) {
            case PRODUCT, PRODUCT_AFTERWARDS, OUTPUT_UNDER_WAY ->
                numbers.problem.units().get(row.item());
            case CAPITAL_BEGUN, CAPACITY, CAPITAL_AFTERWARDS, CONSTRUCTION_AFTERWARDS ->
                capital(row, programme).good.unit();
            case LIMIT, LIMIT_AFTERWARDS, BUDGET ->
                numbers.parts.limits.get(row.item()).unit();
            case NEVER_FALLS, PATH -> "baskets";
        };
    }

    private static CapitalStocks capital(YearsRows.Row row, YearsProgramme programme) {
        return programme.layout().capital.get(row.item());
    }
}
