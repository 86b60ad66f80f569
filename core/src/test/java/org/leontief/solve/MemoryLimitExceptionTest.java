package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;

class MemoryLimitExceptionTest {

    @Test
    void saysWhatIsNeededAndWhatToDo() {
        assertThatThrownBy(() -> MemoryLimitException.require("The inverse", 0x1p60, "Ask for less."))
                .isInstanceOf(MemoryLimitException.class)
                .hasMessageStartingWith("The inverse needs 1073741824.0 GiB of memory and ")
                .hasMessageEndingWith("Ask for less.")
                .asInstanceOf(type(MemoryLimitException.class))
                .extracting(MemoryLimitException::bytesNeeded)
                .isEqualTo(1L << 60);
    }

    @Test
    void refusesMatricesThatNoArrayCanHoldWhateverTheMemory() {
        assertThatThrownBy(() -> MemoryLimitException.requireDense("Dense LU", 50_000, 50_000, 2, "Iterate."))
                .isInstanceOf(MemoryLimitException.class)
                .hasMessage("Dense LU needs 37.3 GiB of memory, and more than the 2147483639 entries that one array can"
                        + " hold. Iterate.");
    }

    @Test
    void letsPassWhatFits() {
        assertThatCode(() -> MemoryLimitException.require("A small thing", 1e6, ""))
                .doesNotThrowAnyException();
        assertThatCode(() -> MemoryLimitException.requireDense("A small thing", 100, 90, 2, ""))
                .doesNotThrowAnyException();
    }

    @Test
    void countsGarbageAsFree() {
        long most = Runtime.getRuntime().maxMemory();
        // Two thirds of all memory, dropped at once, must not stand in the way of half of it.
        for (long taken = 0; taken < most * 2 / 3; taken += 1 << 26) {
            byte[] dropped = new byte[1 << 26];
            dropped[0] = 1;
        }

        assertThatCode(() -> MemoryLimitException.require("Half", most / 2.0, ""))
                .doesNotThrowAnyException();
    }
}
