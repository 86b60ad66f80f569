package org.leontief.solve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which method is used and why; the figures behind it are in {@code docs/decisions/0004-solver-choice.md}.
 *
 * @param method never {@link SolveMethod#AUTOMATIC}
 * @param reason for the report
 */
record MethodChoice(SolveMethod method, String reason) {

    /** Up to this size factors cost less than thinking about it. */
    static final int ALWAYS_DENSE = 250;

    /** Up to this size factors are worth their time where iterations converge badly. */
    static final int DENSE_IF_HARD = 3000;

    /** Up to this size factors are made where everything else is stuck: minutes and 3 GiB at the most. */
    static final int DENSE_AS_LAST_RESORT = 20_000;

    /** The method that was asked for; or the one for a system of this size and kind, if it was left open. */
    static MethodChoice of(SolveMethod asked, int n, RadiusProof proof) {
        if (asked != SolveMethod.AUTOMATIC) {
            return new MethodChoice(asked, "as asked");
        }
        if (n <= ALWAYS_DENSE) {
            return new MethodChoice(SolveMethod.DENSE_LU, "chosen: at most " + ALWAYS_DENSE + " sectors");
        }
        if (!proof.isQuick() && n <= DENSE_IF_HARD) {
            return new MethodChoice(
                    SolveMethod.DENSE_LU,
                    "chosen: close to singular or widely scaled, and at most " + DENSE_IF_HARD + " sectors");
        }
        int limit = proof.isQuick() ? ALWAYS_DENSE : DENSE_IF_HARD;
        return new MethodChoice(SolveMethod.GCR, "chosen: more than " + limit + " sectors");
    }

    /** What takes over from a method that makes no further progress; null if nothing is left to try. */
    static @Nullable SolveMethod successor(SolveMethod stuck, int n) {
        return switch (stuck) {
            case GCR -> n <= DENSE_IF_HARD ? SolveMethod.DENSE_LU : SolveMethod.BICGSTAB;
            case BICGSTAB -> n <= DENSE_IF_HARD ? SolveMethod.DENSE_LU : SolveMethod.GAUSS_SEIDEL;
            case GAUSS_SEIDEL -> SolveMethod.DENSE_LU;
            case DENSE_LU, NEUMANN, AUTOMATIC -> null;
        };
    }

    /**
     * Why factors are not made although everything else is stuck; empty if they can be.
     *
     * @param matrices how many n × n matrices have to be held
     */
    static Optional<String> againstFactors(int n, int matrices) {
        if (n > DENSE_AS_LAST_RESORT) {
            return Optional.of(
                    "more than " + DENSE_AS_LAST_RESORT + " sectors take it long, so it has to be asked for");
        }
        return MemoryLimitException.fits(8.0 * matrices * n * n)
                ? Optional.empty()
                : Optional.of("its 8 n² bytes do not fit into memory");
    }
}
