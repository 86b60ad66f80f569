package org.leontief.value;

import java.util.List;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.technology.TechnicalCoefficients;

/** Finds the rows of an economy that say how much labour, and refuses what is none. */
final class LabourRows {

    private LabourRows() {}

    /** l ≥ 0 per unit of each product. */
    static BoundedVector direct(TechnicalCoefficients economy, LabourAccount.Grade grade) {
        LabelledVector row = economy.extension(grade.row(), "labour row");
        for (int j = 0; j < row.size(); j++) {
            if (row.at(j) < 0) {
                throw new IllegalArgumentException("'" + grade.row() + "' of '"
                        + row.labels().get(j) + "' is " + row.at(j) + " "
                        + row.units().get(j) + "; labour cannot be negative. Maybe a balancing item, or not a row of"
                        + " labour?");
            }
        }
        return grade.measured(row, economy.units());
    }

    /** The unit of a grade, which all grades must share if they are to be added. */
    static String unit(TechnicalCoefficients economy, LabourAccount.Grade grade) {
        Labels rows = economy.extensions().rows();
        return grade.unit(economy.extensions().rowUnits().get(rows.indexOf(grade.row())));
    }

    static void requireOneUnit(TechnicalCoefficients economy, List<LabourAccount.Grade> grades) {
        String first = unit(economy, grades.get(0));
        for (LabourAccount.Grade grade : grades) {
            String unit = unit(economy, grade);
            if (!unit.equals(first)) {
                throw new IllegalArgumentException("'" + grades.get(0).row() + "' is in " + first + " and '"
                        + grade.row() + "' in " + unit + ": labour in different units cannot be reduced to one. Bring"
                        + " the rows to one unit first.");
            }
        }
    }
}
