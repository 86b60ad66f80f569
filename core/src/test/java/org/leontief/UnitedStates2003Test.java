package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The United States in 2003 in seven sectors: direct requirements after Miller and Blair 2009, table 2.7, as remembered and
 * not compared with the page, so no quotation; the inverse recomputed independently.
 */
class UnitedStates2003Test {

    private static final double[][] A = {
        {0.2008, 0.0, 0.0011, 0.0338, 0.0001, 0.0018, 0.0009},
        {0.001, 0.0658, 0.0035, 0.0219, 0.0151, 0.0001, 0.0026},
        {0.0034, 0.0002, 0.0012, 0.0021, 0.0035, 0.0071, 0.0214},
        {0.1247, 0.0684, 0.1801, 0.2319, 0.0339, 0.0414, 0.0726},
        {0.0855, 0.0529, 0.0914, 0.0952, 0.0645, 0.0315, 0.0528},
        {0.0897, 0.1668, 0.1332, 0.1255, 0.1647, 0.2712, 0.1873},
        {0.0093, 0.0129, 0.0095, 0.0197, 0.019, 0.0184, 0.0228}
    };

    private static final double[][] L = {
        {
            1.2615333464856981,
            0.005745165179892677,
            0.013096463531585582,
            0.05747877988521848,
            0.003713135780411078,
            0.006852737105335055,
            0.0072483753679723735
        },
        {
            0.009254718580005478,
            1.074719911060304,
            0.01221849072896498,
            0.03420205244650774,
            0.01935538715007884,
            0.0032542675031822657,
            0.007346126145686973
        },
        {
            0.007512566512941702,
            0.0033782079419602683,
            1.004692259873835,
            0.0064315456724641056,
            0.006505799159324819,
            0.011083773602616568,
            0.02497174193513523
        },
        {
            0.22910599723164737,
            0.1192356756199548,
            0.26157091745341154,
            1.341892368462522,
            0.06917312970707275,
            0.08553056552228835,
            0.1260820997839342
        },
        {
            0.14925540712444582,
            0.0849789529985974,
            0.13705955272825915,
            0.15626842699963356,
            1.088770755924771,
            0.05980373695373536,
            0.08526583423764741
        },
        {
            0.23816262389499032,
            0.2931613452601342,
            0.2699788309506767,
            0.29188585339327566,
            0.27123902420329465,
            1.4116042209740065,
            0.3138148965045472
        },
        {
            0.02420635339169848,
            0.023850922568330418,
            0.02307478630291692,
            0.0366475013175623,
            0.028025148190900566,
            0.029682508354407798,
            1.0338492312510519
        }
    };

    private static final double[] OUTPUT_MULTIPLIERS = {
        1.9190310132214272,
        1.6050701806291738,
        1.72169130156965,
        1.9248065281771838,
        1.4867823801158537,
        1.607811810015572,
        1.5985783052259752
    };

    private static final Labels SECTORS = Labels.of(
            "Agriculture",
            "Mining",
            "Construction",
            "Manufacturing",
            "Trade, Transport and Utilities",
            "Services",
            "Other");

    private static Economy economy() {
        return Economy.of(TechnicalCoefficients.of(SECTORS, Units.of("million USD"), SparseMatrix.of(A)));
    }

    @Test
    void inverseAgreesWithTheRecomputedOne() {
        LeontiefInverse inverse = economy().leontiefInverse();

        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                assertThat(inverse.toDense().get(i, j)).isCloseTo(L[i][j], within(1e-12 * L[i][j]));
            }
        }
    }

    /** Every one of the 49 entries, against exact fractions. */
    @Test
    void trueErrorsOfTheInverseAreInsideTheirBounds() {
        LeontiefInverse inverse = economy().leontiefInverse();

        for (int j = 0; j < 7; j++) {
            double[] unit = new double[7];
            unit[j] = 1;
            ExactArithmetic.Rational[] exact = ExactArithmetic.solve(SparseMatrix.of(A), unit);
            for (int i = 0; i < 7; i++) {
                ExactArithmetic.assertWithin(
                        inverse.toDense().get(i, j), inverse.errorBounds().get(i, j), exact[i]);
            }
        }
        assertThat(inverse.largestErrorBound()).isLessThan(1e-14);
    }

    @Test
    void outputMultipliers() {
        BoundedVector multipliers = economy().outputMultipliers();

        assertThat(multipliers.values().toArray()).containsExactly(OUTPUT_MULTIPLIERS, within(1e-13));
        assertThat(multipliers.of("Manufacturing")).isEqualTo(multipliers.at(3));
    }
}
