package org.leontief.compilation;

import java.util.List;
import java.util.stream.Collectors;

/** It is proved that no matrix with the zeros and signs of the prior has the totals asked for. */
public final class InfeasibleMarginsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    private final transient List<MarginConflict> conflicts;

    InfeasibleMarginsException(String name, List<MarginConflict> conflicts) {
        super(message(name, conflicts));
        this.conflicts = List.copyOf(conflicts);
    }

    /**
     * What contradicts what, and by how much.
     *
     * @return at least one
     */
    public List<MarginConflict> conflicts() {
        return conflicts;
    }

    private static String message(String name, List<MarginConflict> conflicts) {
        String shown = conflicts.stream()
                .limit(SHOWN)
                .map(conflict -> "\n  " + conflict)
                .collect(Collectors.joining());
        int more = conflicts.size() - SHOWN;
        return "No matrix with the zeros and signs of '" + name + "' has these totals." + shown
                + (more > 0 ? "\n  and " + more + " more, see conflicts()" : "");
    }
}
