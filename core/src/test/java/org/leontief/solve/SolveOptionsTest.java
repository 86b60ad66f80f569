package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SolveOptionsTest {

    private static final SolveOptions DEFAULTS = SolveOptions.defaults();

    @Test
    void refusesNumbersOutOfRange() {
        for (double tolerance : new double[] {-1e-300, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> DEFAULTS.withTolerance(tolerance))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("tolerance is " + tolerance + "; it must be at least 0 and below 1.");
        }
        assertThatThrownBy(() -> DEFAULTS.withIterationLimit(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("iterationLimit is 0; it must be at least 1.");
        assertThatThrownBy(() -> DEFAULTS.withThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads is 0; it must be at least 1.");
    }

    @Test
    void changesOnePartAtATime() {
        ProgressListener listener = progress -> false;
        SolveOptions changed = DEFAULTS.withMethod(SolveMethod.NEUMANN)
                .withTolerance(1e-3)
                .withIterationLimit(5)
                .withThreads(3)
                .withCertification(SolveOptions.Certification.NONE)
                .withListener(listener);

        assertThat(changed)
                .isEqualTo(
                        new SolveOptions(SolveMethod.NEUMANN, 1e-3, 5, 3, SolveOptions.Certification.NONE, listener));
        assertThat(DEFAULTS).isEqualTo(SolveOptions.defaults());
        assertThat(DEFAULTS.method()).isEqualTo(SolveMethod.AUTOMATIC);
    }
}
