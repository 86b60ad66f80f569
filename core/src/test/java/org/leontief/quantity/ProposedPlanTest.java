package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.technology.Recipe.recipe;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.technology.NotViableException;

/** Plans that somebody else proposes, after Miller and Blair, section 2.3: d = (600, 1500) → x = (1247.52, 1841.58). */
class ProposedPlanTest {

    private final Economy economy = Economy.of(
            recipe("Agriculture").uses("Agriculture", 0.15).uses("Manufacturing", 0.2),
            recipe("Manufacturing").uses("Agriculture", 0.25).uses("Manufacturing", 0.05));
    private final LabelledVector demand = economy.demand(Map.of("Agriculture", 600.0, "Manufacturing", 1500.0));

    @Test
    void thePrintedPlanIsOffByItsRounding() {
        // 126000 / 101 = 1247.524… and 186000 / 101 = 1841.584…, so the errors are 0.00475… and 0.00415…
        BoundedVector printed = economy.certify(demand, proposal(1247.52, 1841.58));
        assertThat(printed.errorBound("Agriculture")).isBetween(126000 / 101.0 - 1247.52 - 1e-12, 0.0048);
        assertThat(printed.errorBound("Manufacturing")).isBetween(186000 / 101.0 - 1841.58 - 1e-12, 0.0042);
    }

    @Test
    void aProposalFarFromThePlanHasABoundThatSaysSo() {
        BoundedVector wild = economy.certify(demand, proposal(0, 0));
        assertThat(wild.errorBound("Agriculture")).isBetween(1247.524, 1300.0);
        assertThat(wild.errorBound("Manufacturing")).isBetween(1841.584, 1900.0);
    }

    @Test
    void theOrderOfTheProposalDoesNotMatter() {
        LabelledVector backwards = LabelledVector.of(
                "Proposal", Labels.of("Manufacturing", "Agriculture"), Units.of("unit"), 1841.58, 1247.52);
        assertThat(economy.certify(demand, backwards).errorBounds())
                .isEqualTo(economy.certify(demand, proposal(1247.52, 1841.58)).errorBounds());
    }

    @Test
    void anEconomyThatIsNotViableHasNoPlanToCompareWith() {
        Economy closed = Economy.of(recipe("Corn").uses("Corn", 1));
        LabelledVector one = closed.demand(Map.of("Corn", 1.0));
        assertThatThrownBy(() -> closed.certify(one, one)).isInstanceOf(NotViableException.class);
    }

    @Test
    void aFewProductsArePlannedForInOneLine() {
        assertThat(economy.plan(Map.of("Agriculture", 600.0, "Manufacturing", 1500.0))
                        .grossOutput()
                        .toString())
                .isEqualTo(economy.plan(demand).grossOutput().toString());
        assertThat(economy.coefficients().hasRecipe("Manufacturing")).isTrue();
    }

    /** After D. C. Lay, Linear Algebra and Its Applications, section 1.6: in the proportions 94 : 85 : 100. */
    @Test
    void aClosedEconomyReproducesItselfInTheProportionsOfItsPerronVector() {
        Economy closed = Economy.of(
                recipe("Coal").uses("Electric", 0.6).uses("Steel", 0.4),
                recipe("Electric").uses("Coal", 0.4).uses("Electric", 0.1).uses("Steel", 0.5),
                recipe("Steel").uses("Coal", 0.6).uses("Electric", 0.2).uses("Steel", 0.2));
        LabelledVector proportions = closed.coefficients().perronVector();
        // Exactly 31/33 : 28/33 : 1, from A w = w by hand.
        assertThat(proportions.of("Coal")).isCloseTo(31 / 33.0, within(1e-14));
        assertThat(proportions.of("Electric")).isCloseTo(28 / 33.0, within(1e-14));
        assertThat(proportions.of("Steel")).isEqualTo(1);
    }

    private LabelledVector proposal(double agriculture, double manufacturing) {
        return economy.demand(Map.of("Agriculture", agriculture, "Manufacturing", manufacturing));
    }
}
