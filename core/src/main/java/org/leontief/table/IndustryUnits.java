package org.leontief.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Units;

/** In which unit the output of an industry can be counted: that of the products it makes, if they have one. */
final class IndustryUnits {

    private IndustryUnits() {}

    static Units of(LabelledMatrix supply) {
        if (supply.rowUnits().isUniform()) {
            return supply.rowUnits();
        }
        List<String> units = new ArrayList<>();
        for (int j = 0; j < supply.columns().size(); j++) {
            units.add(unitOf(supply, j));
        }
        return Units.perLabel(units);
    }

    private static String unitOf(LabelledMatrix supply, int industry) {
        Map<String, Label> found = new LinkedHashMap<>();
        supply.matrix()
                .forEachInColumn(
                        industry,
                        (i, j, made) -> found.putIfAbsent(
                                supply.rowUnits().get(i), supply.rows().get(i)));
        Label label = supply.columns().get(industry);
        if (found.isEmpty()) {
            throw new IllegalStateException("'" + label + "' makes nothing, so that the unit of its output is not known"
                    + " where products are in several units (" + supply.rowUnits() + "). Leave it out of the table.");
        }
        if (found.size() > 1) {
            throw new IllegalStateException("'" + label + "' makes "
                    + found.entrySet().stream()
                            .map(each -> "'" + each.getValue() + "' in " + each.getKey())
                            .collect(Collectors.joining(" and "))
                    + ", which cannot be added up to one output. Give its products one unit, or divide the industry.");
        }
        return found.keySet().iterator().next();
    }
}
