package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.Germany1995;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

class LeontiefInverseTest {

    private static final Economy GERMANY = Economy.of(Germany1995.table());

    @Test
    void everyEntryIsWithinItsBoundOfTheExactInverse() {
        LeontiefInverse inverse = GERMANY.leontiefInverse();

        for (int j = 0; j < 6; j++) {
            double[] unit = new double[6];
            unit[j] = 1;
            Rational[] exact =
                    ExactArithmetic.solve(GERMANY.coefficients().matrix().matrix(), unit);
            String demanded = inverse.industries().get(j).name();
            for (int i = 0; i < 6; i++) {
                String producer = inverse.industries().get(i).name();
                ExactArithmetic.assertWithin(
                        inverse.of(producer, demanded), inverse.errorBound(producer, demanded), exact[i]);
            }
        }
        assertThat(inverse.largestErrorBound()).isPositive().isLessThan(1e-14);
    }

    /** A second method, from another library. */
    @Test
    void agreesWithEjml() {
        DMatrixRMaj identityLessA = CommonOps_DDRM.identity(6);
        CommonOps_DDRM.subtractEquals(
                identityLessA, GERMANY.coefficients().matrix().matrix().toDense());
        CommonOps_DDRM.invert(identityLessA);

        assertThat(MatrixFeatures_DDRM.isEquals(GERMANY.leontiefInverse().toDense(), identityLessA, 1e-12))
                .isTrue();
    }

    @Test
    void everyMethodGivesTheSameWithinBounds() {
        LeontiefInverse direct = GERMANY.leontiefInverse();
        LeontiefInverse iterated = GERMANY.with(SolveOptions.defaults().withMethod(SolveMethod.GAUSS_SEIDEL))
                .leontiefInverse();

        DMatrixRMaj bounds = direct.errorBounds();
        CommonOps_DDRM.addEquals(bounds, iterated.errorBounds());
        for (int k = 0; k < 36; k++) {
            assertThat(Math.abs(direct.toDense().data[k] - iterated.toDense().data[k]))
                    .isLessThanOrEqualTo(bounds.data[k]);
        }
    }

    @Test
    void whatIsHandedOutIsACopy() {
        LeontiefInverse inverse = GERMANY.leontiefInverse();

        inverse.toDense().set(0, 0, 99);
        inverse.errorBounds().set(0, 0, 99);

        assertThat(inverse.of("Agriculture", "Agriculture")).isLessThan(2);
        assertThat(inverse.errorBound("Agriculture", "Agriculture")).isLessThan(1);
        assertThat(inverse.toString()).startsWith("Leontief inverse of 6 industries, every entry off by at most ");
        assertThatThrownBy(() -> inverse.of("Agriculture", "Manufactoring"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Manufacturing'?");
    }

    /** 16 bytes × 40 000² are 23.8 GiB: refused with the number, before anything is computed. */
    @Test
    void memoryIsSaidBeforeItIsTaken() {
        int n = 40_000;
        String[] names = new String[n];
        Arrays.setAll(names, i -> "P" + i);
        Economy large =
                Economy.of(TechnicalCoefficients.of(Labels.of(names), Units.of("EUR"), SparseMatrix.zeros(n, n)));

        assertThat(LeontiefInverse.memory(n)).isEqualTo(25_600_000_000L);
        assertThatThrownBy(large::leontiefInverse)
                .isInstanceOfSatisfying(
                        MemoryLimitException.class,
                        refused -> assertThat(refused.bytesNeeded()).isEqualTo(25_600_000_000L))
                .hasMessageStartingWith("The Leontief inverse of 40000 industries needs 23.8 GiB of memory and ")
                .hasMessageEndingWith("Ask for a plan or for multipliers instead: they need no inverse.");
    }
}
