package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some of the bounds of a programme. */
final class BoundSet {

    /** A bound, by kind and number. */
    record Member(BoundKind kind, int number) {}

    private final LinearProgramme programme;
    private final List<Member> members;

    private BoundSet(LinearProgramme programme, List<Member> members) {
        this.programme = programme;
        this.members = members;
    }

    /** All that are finite: those of columns first. */
    static BoundSet all(LinearProgramme programme) {
        List<Member> members = new ArrayList<>();
        for (BoundKind kind :
                List.of(BoundKind.COLUMN_LOWER, BoundKind.COLUMN_UPPER, BoundKind.ROW_LOWER, BoundKind.ROW_UPPER)) {
            int count = kind.isOfRow() ? programme.rows() : programme.columns();
            for (int k = 0; k < count; k++) {
                if (Double.isFinite(bound(programme, kind, k))) {
                    members.add(new Member(kind, k));
                }
            }
        }
        return new BoundSet(programme, members);
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
        return new BoundSet(programme, used);
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
        return new BoundSet(programme, rest);
    }

    /** The programme without objective and with these bounds only. */
    LinearProgramme programme() {
        double[] rowLower = filled(programme.rows(), Double.NEGATIVE_INFINITY);
        double[] rowUpper = filled(programme.rows(), Double.POSITIVE_INFINITY);
        double[] columnLower = filled(programme.columns(), Double.NEGATIVE_INFINITY);
        double[] columnUpper = filled(programme.columns(), Double.POSITIVE_INFINITY);
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

    private static double[] filled(int size, double value) {
        double[] bounds = new double[size];
        Arrays.fill(bounds, value);
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
