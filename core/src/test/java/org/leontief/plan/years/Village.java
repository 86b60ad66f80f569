package org.leontief.plan.years;

import java.util.List;
import org.leontief.technology.Recipe;
import org.leontief.technology.TechnicalCoefficients;

/** Corn and iron, each made of both: the economy of docs/years.md. */
final class Village {

    private Village() {}

    static TechnicalCoefficients technology() {
        return TechnicalCoefficients.ofRecipes(List.of(
                Recipe.recipe("Corn")
                        .unit("t")
                        .uses("Corn", 0.2)
                        .uses("Iron", 0.05)
                        .labour(2),
                Recipe.recipe("Iron")
                        .unit("t")
                        .uses("Corn", 0.1)
                        .uses("Iron", 0.3)
                        .labour(5)));
    }
}
