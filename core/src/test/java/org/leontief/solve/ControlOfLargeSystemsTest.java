package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The listener hears of every phase of a large solve, from the thread that asked, and what it says is done. */
class ControlOfLargeSystemsTest {

    private static final ShuffledEconomy ECONOMY = ShuffledEconomy.LARGE;
    private static final String[] PHASES = {"NUMBERING", "VIABILITY", "GCR", "CERTIFICATE"};
    private static final SolveOptions OPTIONS = SolveOptions.defaults().withTolerance(1e-10);

    /** Stops at the given call of a phase, and remembers who called, and what for. */
    private static final class Listener implements ProgressListener {

        private final String phase;
        private final int allowed;
        private final Set<String> heard = new LinkedHashSet<>();
        private final Set<Thread> callers = new LinkedHashSet<>();
        private int inPhase;
        private int afterwards;

        Listener(String phase, int allowed) {
            this.phase = phase;
            this.allowed = allowed;
        }

        @Override
        public boolean proceed(Progress progress) {
            heard.add(progress.work());
            callers.add(Thread.currentThread());
            afterwards += inPhase > allowed ? 1 : 0;
            inPhase += progress.work().equals(phase) ? 1 : 0;
            return inPhase <= allowed;
        }
    }

    /** Under a watch that asks at every opportunity, so that it does not matter how fast the machine is. */
    private static Solution solve(LeontiefSystem system, Listener listener) {
        SolveOptions watched = OPTIONS.withListener(listener);
        return system.solve(ECONOMY.demand, watched, new Watch(watched, 0));
    }

    @Test
    void everyPhaseIsReportedFromTheCallingThread() {
        Listener listener = new Listener("", 0);

        Solution watched = solve(ECONOMY.system(false), listener);

        assertThat(listener.heard).containsExactly(PHASES);
        assertThat(listener.callers).containsExactly(Thread.currentThread());
        assertSameBits(watched, ECONOMY.system(false).solve(ECONOMY.demand, OPTIONS));
    }

    @ParameterizedTest(name = "{0} after {1} calls, transposed: {2}")
    @CsvSource({
        "NUMBERING, 0, false",
        "NUMBERING, 3, true",
        "VIABILITY, 0, false",
        "VIABILITY, 5, true",
        "GCR, 0, false",
        "GCR, 2, true",
        "CERTIFICATE, 0, false",
        "CERTIFICATE, 1, true"
    })
    void aStopInAnyPhaseIsHeededAndLeavesTheSystemAsItWas(String phase, int allowed, boolean transposed) {
        LeontiefSystem system = ECONOMY.system(transposed);
        Listener listener = new Listener(phase, allowed);

        Solution stopped = solve(system, listener);

        assertThat(listener.inPhase).isEqualTo(allowed + 1);
        assertThat(listener.afterwards).as("questions after the answer was no").isZero();
        assertThat(stopped.report().stop()).isEqualTo(StopReason.CANCELLED);
        Solution again = system.solve(ECONOMY.demand, OPTIONS);
        assertSameBits(again, ECONOMY.system(transposed).solve(ECONOMY.demand, OPTIONS));
        boolean begun = phase.equals("GCR") || phase.equals("CERTIFICATE");
        assertThat(stopped.hasValues()).isEqualTo(begun);
        if (begun) {
            assertBoundsMeet(stopped, again);
        }
    }

    /** What was reached is certified as well, with the bound that costs no second solve. */
    private static void assertBoundsMeet(Solution stopped, Solution solved) {
        assertThat(stopped.certificate().orElseThrow().kind()).isEqualTo(Certificate.Kind.FIRST);
        for (int i = 0; i < ECONOMY.demand.length; i++) {
            double apart = Math.abs(stopped.value(i) - solved.value(i));
            if (!(apart <= (stopped.errorBound(i) + solved.errorBound(i)) * (1 + 1e-9))) {
                assertThat(apart).as("entry %d", i).isLessThanOrEqualTo(stopped.errorBound(i) + solved.errorBound(i));
            }
        }
    }

    @Test
    void aStopWhileBoundsAreSoughtForAGivenSolutionLeavesTheFirstOnes() {
        LeontiefSystem system = ECONOMY.system(false);
        double[] candidate = system.solve(ECONOMY.demand, OPTIONS).values();

        Certificate certificate = system.certify(
                        ECONOMY.demand, candidate, OPTIONS.withListener(new Listener("CERTIFICATE", 0)))
                .orElseThrow();

        assertThat(certificate.kind()).isEqualTo(Certificate.Kind.FIRST);
        assertThat(certificate.errorBounds())
                .isEqualTo(system.certify(
                                ECONOMY.demand, candidate, OPTIONS.withCertification(SolveOptions.Certification.FIRST))
                        .orElseThrow()
                        .errorBounds());
    }

    /** How good the last iterate is takes a pass to say; a stop in it once threw the iterate away. */
    @Test
    void aStopAfterTheLastIterationLeavesTheLastIterate() {
        SolveOptions options = OPTIONS.withIterationLimit(3);
        LeontiefSystem system = ECONOMY.system(false);
        double[] last = system.solve(ECONOMY.demand, options).values();
        boolean hasLast = false;
        for (int questions = 0; questions < 8; questions++) {
            Solution solution = stoppedAfter(system, options, questions);
            assertThat(solution.hasValues())
                    .as("%d questions after the last iteration", questions)
                    .isTrue();
            hasLast |= solution.report().stop() == StopReason.CANCELLED && Arrays.equals(solution.values(), last);
        }
        assertThat(hasLast).isTrue();
    }

    /** Under a watch that asks at every opportunity the limit was once taken for a stop, and x = 0 returned. */
    @Test
    void theIterationLimitIsNoStop() {
        SolveOptions options = OPTIONS.withIterationLimit(3).withListener(progress -> true);

        Solution solution = ECONOMY.system(false).solve(ECONOMY.demand, options, new Watch(options, 0));

        assertThat(solution.report().stop()).isEqualTo(StopReason.ITERATION_LIMIT);
        assertThat(solution.values())
                .isEqualTo(ECONOMY.system(false)
                        .solve(ECONOMY.demand, OPTIONS.withIterationLimit(3))
                        .values());
    }

    /** So many questions after the last iteration, unless bounds were being looked for by then. */
    private static Solution stoppedAfter(LeontiefSystem system, SolveOptions options, int questions) {
        AtomicInteger asked = new AtomicInteger();
        SolveOptions watched = options.withListener(progress -> !progress.work().equals("GCR")
                || progress.done() < options.iterationLimit()
                || asked.getAndIncrement() <= questions);
        return system.solve(ECONOMY.demand, watched, new Watch(watched, 0));
    }

    @Test
    void threadsThatAskAtOnceGetTheSameAnswersThoughOneOfThemStops() throws Exception {
        Solution alone = ECONOMY.system(false).solve(ECONOMY.demand, OPTIONS);
        Solution aloneTransposed = ECONOMY.system(true).solve(ECONOMY.demand, OPTIONS);
        LeontiefSystem shared = ECONOMY.system(false);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Solution>> all = new ArrayList<>();
            all.add(pool.submit(() -> solve(shared, new Listener("NUMBERING", 2))));
            all.add(pool.submit(() -> shared.solve(ECONOMY.demand, OPTIONS)));
            all.add(pool.submit(() -> shared.solve(ECONOMY.demand, OPTIONS)));
            all.add(pool.submit(() -> shared.transposed().solve(ECONOMY.demand, OPTIONS)));

            // The first is stopped only if it came first and made the order itself.
            Solution first = all.get(0).get();
            if (first.report().stop() != StopReason.CANCELLED) {
                assertSameBits(first, alone);
            }
            assertSameBits(all.get(1).get(), alone);
            assertSameBits(all.get(2).get(), alone);
            assertSameBits(all.get(3).get(), aloneTransposed);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void assertSameBits(Solution found, Solution expected) {
        assertThat(found.report().stop()).isEqualTo(expected.report().stop());
        assertThat(Arrays.equals(found.values(), expected.values())).isTrue();
        assertThat(Arrays.equals(
                        found.certificate().orElseThrow().errorBounds(),
                        expected.certificate().orElseThrow().errorBounds()))
                .isTrue();
    }
}
