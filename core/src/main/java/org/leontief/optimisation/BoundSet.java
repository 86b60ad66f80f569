package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Firm bounds of a programme, and some of those that are not firm. */
final class BoundSet {

    /** A bound, by kind and number. */
    record Member(BoundKind kind, int number) {}

    private final LinearProgramme programme;
    private final LinearProgramme firm;
    private final List<Member> members;

    private BoundSet(LinearProgramme programme, LinearProgramme firm, List<Member> members) {
        this.programme = programme;
        this.firm = firm;
        this.members = members;
    }

    /** All in which a programme is tighter than what is firm: those of columns first. */
    static BoundSet beyond(LinearProgramme firm, LinearProgramme programme) {
        List<Member> members = new ArrayList<>();
        for (BoundKind kind :
                List.of(BoundKind.COLUMN_LOWER, BoundKind.COLUMN_UPPER, BoundKind.ROW_LOWER, BoundKind.ROW_UPPER)) {
            int count = kind.isOfRow() ? programme.rows() : programme.columns();
            for (int k = 0; k < count; k++) {
                if (bound(programme, kind, k) != bound(firm, kind, k)) {
                    requireTighter(programme, firm, kind, k);
                    members.add(new Member(kind, k));
                }
            }
        }
        return new BoundSet(programme, firm, members);
    }

    private static void requireTighter(LinearProgramme programme, LinearProgramme firm, BoundKind kind, int number) {
        double own = bound(programme, kind, number);
        double left = bound(firm, kind, number);
        if (kind.isUpper() ? left < own : left > own) {
            throw new IllegalArgumentException("The " + kind + " bound " + number + " is " + own + ", but " + left
                    + " where only firm bounds are kept. Leaving a bound out can only give way.");
        }
    }

    /**
     * Those that a proof of infeasibility uses.
     *
     * @param multipliers of the rows
     */
    BoundSet usedBy(double[] multipliers) {
        double[] columns = programme.matrix().multiplyTransposed(multipliers);
        double[] sizes = programme.matrix().abs().multiplyTransposed(absolute(multipliers));
        List<Member> used = new ArrayList<>();
        for (Member member : members) {
            int k = member.number();
            double weight = member.kind().isOfRow() ? multipliers[k] : -columns[k];
            double rounding = member.kind().isOfRow() ? 0 : 1e-12 * sizes[k];
            if (member.kind().isUpper() ? weight > rounding : weight < -rounding) {
                used.add(member);
            }
        }
        return new BoundSet(programme, firm, used);
    }

    private static double[] absolute(double[] values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }

    List<Member> members() {
        return members;
    }

    BoundSet without(Member member) {
        List<Member> rest = new ArrayList<>(members);
        rest.remove(member);
        return new BoundSet(programme, firm, rest);
    }

    /** The programme without objective, with these bounds and the firm ones only. */
    LinearProgramme programme() {
        double[] rowLower = firmBounds(BoundKind.ROW_LOWER, programme.rows());
        double[] rowUpper = firmBounds(BoundKind.ROW_UPPER, programme.rows());
        double[] columnLower = firmBounds(BoundKind.COLUMN_LOWER, programme.columns());
        double[] columnUpper = firmBounds(BoundKind.COLUMN_UPPER, programme.columns());
        for (Member member : members) {
            double[] bounds = switch (member.kind()) {
                case ROW_LOWER -> rowLower;
                case ROW_UPPER -> rowUpper;
                case COLUMN_LOWER -> columnLower;
                case COLUMN_UPPER -> columnUpper;
            };
            bounds[member.number()] = bound(programme, member.kind(), member.number());
        }
        return LinearProgramme.of(
                Sense.MAXIMISE,
                new double[programme.columns()],
                programme.matrix(),
                rowLower,
                rowUpper,
                columnLower,
                columnUpper);
    }

    private double[] firmBounds(BoundKind kind, int size) {
        double[] bounds = new double[size];
        Arrays.setAll(bounds, number -> bound(firm, kind, number));
        return bounds;
    }

    static double bound(LinearProgramme programme, BoundKind kind, int number) {
        return switch (kind) {
            case ROW_LOWER -> programme.rowLower(number);
            case ROW_UPPER -> programme.rowUpper(number);
            case COLUMN_LOWER -> programme.columnLower(number);
            case COLUMN_UPPER -> programme.columnUpper(number);
        };
    }
}
