package org.leontief.compilation;

import org.leontief.label.Label;

/**
 * A negative entry of a symmetric table.
 *
 * @param part where it stands: "Transactions", "Final demand", "Value added", "Extensions", "Imports"
 * @param row its row
 * @param column its column
 * @param amount below 0, in the unit of the row
 * @param isInherited whether the row (models A and B) or column (C and D) that it was made from holds negative numbers already; if
 *     not, the model alone made it
 */
public record NegativeEntry(String part, Label row, Label column, double amount, boolean isInherited) {

    /** Part, row, column and amount. */
    @Override
    public String toString() {
        return part + ": '" + row + "' to '" + column + "' " + amount;
    }
}
