package org.leontief.region;

import java.util.List;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What an account is kept of: one row of extensions or value added, or several that are added up.
 *
 * @param name of the row, or the names joined
 * @param unit of all rows
 * @param perUnit s, by industry per unit of output
 * @param byIndustries F, one row for each, as recorded
 * @param byFinalUsers F_Y, one row for each; 0 for value added
 * @param leftOut Σ F of industries whose s a policy left out
 */
record Stressor(
        String name,
        String unit,
        LabelledVector perUnit,
        List<LabelledVector> byIndustries,
        List<LabelledVector> byFinalUsers,
        Bounded leftOut) {

    static Stressor of(InputOutputTable table, TechnicalCoefficients coefficients, List<String> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("An account needs a row of extensions or value added; known are: "
                    + coefficients.extensions().rows() + ".");
        }
        LabelledVector perUnit = coefficients.extension(rows.get(0));
        for (String row : rows.subList(1, rows.size())) {
            LabelledVector next = coefficients.extension(row);
            if (!next.units().equals(perUnit.units())) {
                throw new IllegalArgumentException(
                        "'" + rows.get(0) + "' is in " + table.row(rows.get(0)).units()
                                + " and '" + row + "' in " + table.row(row).units()
                                + ": they cannot be added up to one account. Ask for one at a time.");
            }
            perUnit = perUnit.plus(next);
        }
        String name = String.join(" + ", rows);
        Labels all = coefficients.extensions().rows();
        if (rows.stream().mapToInt(all::indexOf).distinct().count() < rows.size()) {
            throw new IllegalArgumentException("A row is named twice in " + rows + " and would be counted twice.");
        }
        return new Stressor(
                name,
                coefficients.extensions().rowUnits().get(all.indexOf(rows.get(0))),
                perUnit.named(name),
                rows.stream().map(table::row).toList(),
                rows.stream().map(table::finalDemandRow).toList(),
                leftOut(table, coefficients, rows));
    }

    private static Bounded leftOut(InputOutputTable table, TechnicalCoefficients coefficients, List<String> rows) {
        BoundedSum sum = new BoundedSum();
        for (String row : rows) {
            LabelledVector amounts = table.row(row);
            LabelledVector used = coefficients.extension(row);
            for (int i = 0; i < amounts.size(); i++) {
                if (used.at(i) == 0) {
                    sum.add(amounts.at(i));
                }
            }
        }
        return sum.total();
    }
}
