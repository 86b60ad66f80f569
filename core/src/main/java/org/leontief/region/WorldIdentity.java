package org.leontief.region;

import java.util.Locale;
import org.leontief.label.Bounded;

/**
 * World production = world consumption: what all industries and final users emit or use is what is embodied in all final
 * demand, with what final users emit themselves. Production is added up from what the table records, consumption from
 * multipliers and final demand, so that the difference tests the solution and the balance of the table.
 *
 * <p>What policies left out of the coefficients (industries with an empty recipe, such as ones of negative output) is in
 * production but in nobody's consumption; it stands apart, and production = consumption + left out.
 *
 * @param production Σ F + Σ F_Y, as recorded
 * @param consumption Σ m·y + Σ F_Y
 * @param leftOut Σ F of industries whose coefficient was left out; 0 unless a policy says so
 * @param unit such as "t"
 */
public record WorldIdentity(Bounded production, Bounded consumption, Bounded leftOut, String unit) {

    /**
     * |production − consumption − left out| relative to the larger of the two.
     *
     * @return such as 1e-16 for a table that balances; 0 where both are 0
     */
    public double relativeDifference() {
        double difference = Math.abs(production.value() - leftOut.value() - consumption.value());
        return difference == 0 ? 0 : difference / Math.max(Math.abs(production.value()), Math.abs(consumption.value()));
    }

    /** Both numbers and their difference. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "world production = %,.6g, world consumption = %,.6g %s%s, relative difference %s",
                production.value(),
                consumption.value(),
                unit,
                leftOut.value() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", left out with empty recipes %,.6g", leftOut.value()),
                relativeDifference() == 0 ? "0" : String.format(Locale.ROOT, "%.1e", relativeDifference()));
    }
}
