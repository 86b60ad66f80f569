package org.leontief.plan;

import static org.leontief.technology.Recipe.recipe;

import java.util.List;
import java.util.Map;
import org.leontief.label.LabelledVector;
import org.leontief.technology.TechnicalCoefficients;

/** Coal, steel and food, with labour and exhaust: small enough to be followed by hand. */
final class SmallEconomy {

    static final TechnicalCoefficients COEFFICIENTS = TechnicalCoefficients.ofRecipes(List.of(
            recipe("Coal").unit("t").uses("Steel", 0.05).labour(3).extension("CO2", "t", 0.1),
            recipe("Steel")
                    .unit("t")
                    .uses("Coal", 0.6)
                    .uses("Steel", 0.1)
                    .labour(5)
                    .extension("CO2", "t", 1.8),
            recipe("Food")
                    .unit("t")
                    .uses("Coal", 0.1)
                    .uses("Steel", 0.02)
                    .uses("Food", 0.08)
                    .labour(8)
                    .extension("CO2", "t", 0.4)));

    private SmallEconomy() {}

    static PlanProblem problem() {
        return PlanProblem.of(COEFFICIENTS);
    }

    static LabelledVector vector(String name, double coal, double steel, double food) {
        return LabelledVector.of(
                name,
                COEFFICIENTS.industries(),
                COEFFICIENTS.units(),
                Map.of("Coal", coal, "Steel", steel, "Food", food));
    }
}
