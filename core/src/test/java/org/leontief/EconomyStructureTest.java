package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.structure.Extraction;
import org.leontief.structure.ExtractionScope;
import org.leontief.structure.Influence;
import org.leontief.structure.LinkageMeasure;
import org.leontief.structure.Linkages;
import org.leontief.structure.StructuralPaths;

/** The lines of the front door that ask how industries hang together, against multipliers and plans. */
class EconomyStructureTest {

    private static final Economy GERMANY = Economy.of(Germany1995.table());
    private static final LabelledVector DEMAND =
            Germany1995.table().finalDemand().total();

    @Test
    void totalBackwardLinkagesAreOutputMultipliers() {
        Linkages linkages = GERMANY.linkages(DEMAND);

        BoundedVector multipliers = GERMANY.outputMultipliers();
        assertThat(linkages.of(LinkageMeasure.TOTAL_BACKWARD).values().toArray())
                .containsExactly(multipliers.values().toArray(), within(1e-14));
        assertThat(linkages.of(LinkageMeasure.TOTAL_FORWARD).values().toArray())
                .containsExactly(
                        Linkages.of(Germany1995.table())
                                .of(LinkageMeasure.TOTAL_FORWARD)
                                .values()
                                .toArray(),
                        within(1e-13));
    }

    @Test
    void chainsAndTheirRemainderAddUpToTheMultiplier() {
        StructuralPaths paths = GERMANY.paths("CO2", "Construction", 25);

        double sum = paths.remainder().value();
        for (var path : paths.paths()) {
            sum += path.amount().value();
        }
        assertThat(paths.paths()).hasSize(25);
        assertThat(sum).isCloseTo(GERMANY.multipliers("CO2").of("Construction"), within(1e-15));
    }

    /** Without trade nothing is traded, and others lose what trade bought of them. */
    @Test
    void whatIsLostWithoutAnIndustry() {
        Extraction loss = GERMANY.extraction(DEMAND).of(ExtractionScope.INDUSTRY, "Trade");

        assertThat(loss.after().of("Trade")).isCloseTo(0, within(1e-6));
        assertThat(loss.loss().of("Trade"))
                .isCloseTo(GERMANY.plan(DEMAND).grossOutput().of("Trade"), within(1e-6));
        assertThat(loss.lossOfOthers().value()).isPositive();
    }

    @Test
    void theCoefficientThatMattersMostMovesOutputMost() {
        Influence largest = GERMANY.influence(DEMAND).largest(1).get(0);

        double[] m = GERMANY.outputMultipliers().values().toArray();
        LabelledVector x = GERMANY.plan(DEMAND).grossOutput().values();
        double[] most = new double[1];
        GERMANY.coefficients()
                .matrix()
                .matrix()
                .forEach((row, column, a) -> most[0] = Math.max(most[0], a * m[row] * x.at(column) / x.total()));
        assertThat(largest.elasticity()).isCloseTo(most[0], within(1e-13));
    }
}
