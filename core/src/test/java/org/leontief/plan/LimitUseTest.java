package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a plan stands at a limit, in whatever unit the limit is counted. */
class LimitUseTest {

    private static LimitUse use(Limit limit, double level, double worth) {
        return new LimitUse(new PlanLimit(LimitKind.RESOURCE, "Gold", "t", limit), level, worth);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-15, 1e-6, 1, 1e9})
    void aLimitIsMetInItsOwnScale(double scale) {
        Limit ceiling = Limit.atMost(scale);
        assertThat(use(ceiling, (1 - 1e-12) * scale, 0).isBinding()).isTrue();
        assertThat(use(ceiling, 0.999 * scale, 0).isBinding()).isFalse();
        assertThat(use(ceiling, 0, 0).isBinding()).isFalse();
        assertThat(use(Limit.atLeast(scale), 1.001 * scale, 0).isBinding()).isFalse();
        assertThat(use(Limit.atLeast(-scale), -scale, 0).isBinding()).isTrue();
        assertThat(use(Limit.between(0, scale), 1e-12 * scale, 0).isBinding()).isTrue();
        assertThat(use(Limit.between(0, scale), 1e-6 * scale, 0).isBinding()).isFalse();
    }

    /** 0 is no scale: what is worth something there is not said to be a hair away. */
    @Test
    void atALimitOfNothingTheWorthDecides() {
        assertThat(use(Limit.atMost(0), -1e-10, 17)).hasToString("Gold ≤ 0 t: -1.000000e-10, binding, worth 17 a unit");
        assertThat(use(Limit.atLeast(0), 1e-10, -17).isBinding()).isTrue();
        assertThat(use(Limit.atLeast(0), 1e-10, 0).isBinding()).isFalse();
        assertThat(use(Limit.atLeast(0), 0, 0).isBinding()).isTrue();
        assertThat(use(Limit.atMost(5), 4, 17).isBinding()).isFalse();
    }
}
