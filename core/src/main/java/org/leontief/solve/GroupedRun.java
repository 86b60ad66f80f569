package org.leontief.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Many right-hand sides, in groups of {@link BlockKernel#WIDTH}. While there are groups enough, every thread takes a whole
 * one: threads that share a group wait for one another at every stage of a sweep, and have to fetch what the others wrote.
 */
final class GroupedRun {

    private static final int WIDTH = BlockKernel.WIDTH;

    private final LeontiefSystem system;
    private final SolveOptions options;

    GroupedRun(LeontiefSystem system, SolveOptions options) {
        this.system = system;
        this.options = options;
    }

    /** Solves; once the listener has stopped one, those that have not been begun have no values. */
    List<Solution> solve(double[][] rightHandSides) {
        List<double[][]> groups = new ArrayList<>();
        for (int from = 0; from < rightHandSides.length; from += WIDTH) {
            groups.add(Arrays.copyOfRange(rightHandSides, from, Math.min(rightHandSides.length, from + WIDTH)));
        }
        List<Solution> solutions;
        try {
            solutions = new ArrayList<>(abreast(groups, rightHandSides.length / WIDTH));
        } catch (Cancelled cancelled) {
            return notBegun(rightHandSides.length);
        }
        for (double[][] group : groups.subList(solutions.size() / WIDTH, groups.size())) {
            solutions.addAll(isCancelled(solutions) ? notBegun(group.length) : solveGroup(group));
        }
        return solutions;
    }

    /**
     * The solutions of as many whole groups as give every lane the same number of them; none if there are too few.
     *
     * @throws Cancelled if the listener stopped the preparations
     */
    private List<Solution> abreast(List<double[][]> groups, int whole) {
        int lanes = Math.min(options.threads(), whole);
        if (lanes < 2) {
            return List.of();
        }
        Watch watch = new Watch(options);
        PreparedSystem prepared = system.prepared(options.threads(), watch);
        BlockRun.Way way =
                BlockRun.way(prepared, WIDTH, options, watch, bytes -> MemoryLimitException.fits(lanes * bytes));
        if (way != BlockRun.Way.TOGETHER) {
            return List.of();
        }
        Lanes run = new Lanes(prepared, groups.subList(0, whole / lanes * lanes), options.threads() / lanes);
        Parallel.parts(lanes, (lane, all) -> run.work());
        return run.solutions();
    }

    private List<Solution> solveGroup(double[][] group) {
        Watch watch = new Watch(options);
        BlockRun.Way way;
        try {
            PreparedSystem prepared = system.prepared(options.threads(), watch);
            way = BlockRun.way(prepared, group.length, options, watch, MemoryLimitException::fits);
            if (way == BlockRun.Way.TOGETHER) {
                return new BlockRun(prepared, group, options, watch).solve();
            }
        } catch (Cancelled cancelled) {
            return notBegun(group.length);
        }
        List<Solution> solutions = new ArrayList<>();
        for (double[] rightHandSide : group) {
            solutions.addAll(
                    isCancelled(solutions)
                            ? notBegun(1)
                            : List.of(system.solveFrom(null, rightHandSide, options, new Watch(options), way.note())));
        }
        return solutions;
    }

    private List<Solution> notBegun(int count) {
        return Collections.nCopies(count, new SolveRun(options, new Watch(options)).cancelledBeforeAnyValue());
    }

    private static boolean isCancelled(List<Solution> solutions) {
        return solutions.stream().anyMatch(solution -> solution.report().stop() == StopReason.CANCELLED);
    }

    /** Lanes that take one group after the other. */
    private final class Lanes {

        /** While one lane waits for the others, the listener is asked this often. */
        private static final long BETWEEN_LOOKS = 50;

        private final PreparedSystem prepared;
        private final List<double[][]> groups;
        private final SolveOptions ofLane;
        private final SharedListener listener = new SharedListener(options.listener());
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch left;
        private final AtomicReferenceArray<List<Solution>> ended;

        Lanes(PreparedSystem prepared, List<double[][]> groups, int threads) {
            this.prepared = prepared;
            this.groups = groups;
            ofLane = options.withThreads(threads).withListener(listener);
            left = new CountDownLatch(groups.size());
            ended = new AtomicReferenceArray<>(groups.size());
        }

        void work() {
            for (int k = next.getAndIncrement(); k < groups.size(); k = next.getAndIncrement()) {
                try {
                    ended.set(k, listener.isStopped() ? notBegun(WIDTH) : solved(groups.get(k)));
                } finally {
                    left.countDown();
                }
            }
            listener.waitFor(left, BETWEEN_LOOKS);
        }

        private List<Solution> solved(double[][] group) {
            List<Solution> solutions;
            try {
                solutions = new BlockRun(prepared, group, ofLane, new Watch(ofLane)).solve();
            } catch (Cancelled cancelled) {
                solutions = notBegun(group.length);
            }
            if (isCancelled(solutions)) {
                listener.stop();
            }
            return solutions;
        }

        List<Solution> solutions() {
            List<Solution> solutions = new ArrayList<>();
            for (int k = 0; k < groups.size(); k++) {
                solutions.addAll(ended.get(k));
            }
            return solutions;
        }
    }
}
