package org.leontief.compilation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/** The constraints on the cells of a prior as a matrix G, constraints × cells; cells are numbered column by column. */
final class ConstraintSystem {

    private final LabelledMatrix prior;
    /** Where each column of the prior begins in the numbering of cells; length columns + 1. */
    private final int[] start;

    private final List<String> names = new ArrayList<>();
    private final List<Double> targets = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();
    /** The first constraint on a row and on a column; −1 where there are none. */
    private int firstRow = -1;

    private int firstColumn = -1;
    private int firstGroup;
    private final List<CellConstraint> groups = new ArrayList<>();

    ConstraintSystem(LabelledMatrix prior) {
        this.prior = prior;
        int columns = prior.columns().size();
        start = new int[columns + 1];
        for (int j = 0; j < columns; j++) {
            int[] count = {0};
            prior.matrix().forEachInColumn(j, (i, column, value) -> count[0]++);
            start[j + 1] = start[j] + count[0];
        }
    }

    void addRows(double[] totals, double[] standardErrors) {
        firstRow = names.size();
        add("row", prior.rows(), totals, standardErrors);
    }

    void addColumns(double[] totals, double[] standardErrors) {
        firstColumn = names.size();
        add("column", prior.columns(), totals, standardErrors);
    }

    private void add(String side, Labels labels, double[] totals, double[] standardErrors) {
        for (int i = 0; i < totals.length; i++) {
            names.add(side + " '" + labels.get(i) + "'");
            targets.add(totals[i]);
            errors.add(standardErrors[i]);
        }
    }

    /** Groups come after rows and columns. */
    void addGroups(List<CellConstraint> constraints) {
        firstGroup = names.size();
        for (CellConstraint constraint : constraints) {
            names.add(constraint.name());
            targets.add(constraint.total());
            errors.add(constraint.standardError());
            groups.add(constraint);
        }
    }

    int size() {
        return names.size();
    }

    String name(int k) {
        return names.get(k);
    }

    double[] targets() {
        return targets.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] standardErrors() {
        return errors.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The cells of the prior, in their numbering. */
    double[] cells() {
        double[] cells = new double[prior.matrix().nonZeros()];
        int[] next = {0};
        prior.matrix().forEach((i, j, value) -> cells[next[0]++] = value);
        return cells;
    }

    /** The prior with other cells. */
    SparseMatrix withCells(double[] cells) {
        SparseColumnsBuilder matrix =
                SparseMatrix.byColumns(prior.rows().size(), prior.columns().size(), cells.length);
        int[] row = new int[prior.rows().size()];
        double[] entry = new double[prior.rows().size()];
        for (int j = 0; j < prior.columns().size(); j++) {
            int first = start[j];
            int[] count = {0};
            prior.matrix().forEachInColumn(j, (i, column, value) -> {
                row[count[0]] = i;
                entry[count[0]] = cells[first + count[0]];
                count[0]++;
            });
            matrix.appendColumn(row, entry, count[0]);
        }
        return matrix.build();
    }

    /** G. */
    SparseMatrix matrix() {
        SparseMatrix grouped = groupsOfCells();
        int[] of = new int[2 + groups.size()];
        double[] coefficient = new double[2 + groups.size()];
        long expected = 2L * start[start.length - 1] + grouped.nonZeros();
        SparseColumnsBuilder matrix = SparseMatrix.byColumns(size(), start[start.length - 1], expected);
        int[] cell = {0};
        prior.matrix().forEach((i, j, value) -> {
            int[] count = {0};
            if (firstRow >= 0) {
                of[count[0]] = firstRow + i;
                coefficient[count[0]++] = 1;
            }
            if (firstColumn >= 0) {
                of[count[0]] = firstColumn + j;
                coefficient[count[0]++] = 1;
            }
            grouped.forEachInColumn(cell[0]++, (k, place, g) -> {
                of[count[0]] = firstGroup + k;
                coefficient[count[0]++] = g;
            });
            matrix.appendColumn(of, coefficient, count[0]);
        });
        return matrix.build();
    }

    /** The part of G that belongs to groups of cells. */
    private SparseMatrix groupsOfCells() {
        int cells = start[start.length - 1];
        SparseColumnsBuilder byGroup = SparseMatrix.byColumns(cells, groups.size(), groups.size());
        for (CellConstraint group : groups) {
            GroupCells found = new GroupCells(group);
            group.blocks().forEach(found::add);
            byGroup.appendColumn(found.places(), found.coefficients(), found.count);
        }
        return byGroup.build().transpose();
    }

    /** Collects the cells of one constraint. */
    private final class GroupCells {
        private final CellConstraint constraint;
        private final BitSet taken = new BitSet();
        private final List<Integer> place = new ArrayList<>();
        private final List<Double> coefficient = new ArrayList<>();
        private int count;

        GroupCells(CellConstraint constraint) {
            this.constraint = constraint;
        }

        void add(CellConstraint.Block block) {
            BitSet rows = places(block.rows(), prior.rows());
            BitSet columns = places(block.columns(), prior.columns());
            int before = count;
            columns.stream().forEach(j -> {
                int[] next = {start[j]};
                prior.matrix().forEachInColumn(j, (i, column, value) -> {
                    int number = next[0]++;
                    if (rows.get(i)) {
                        take(number, i, j, block.coefficient());
                    }
                });
            });
            boolean isOneCell = rows.cardinality() == 1 && columns.cardinality() == 1;
            if (isOneCell && count == before) {
                throw new IllegalArgumentException("'" + constraint.name() + "' has the cell of row '"
                        + block.rows().get(0) + "' and column '"
                        + block.columns().get(0)
                        + "', which is 0 in '" + prior.name()
                        + "' and would stay so. Give it a value there, however small.");
            }
        }

        private void take(int number, int i, int j, double g) {
            if (taken.get(number)) {
                throw new IllegalArgumentException(
                        "The cell of row '" + prior.rows().get(i) + "' and column '"
                                + prior.columns().get(j) + "' stands twice in '" + constraint.name()
                                + "'. Name it once, with the coefficient that it has in all.");
            }
            taken.set(number);
            place.add(number);
            coefficient.add(g);
            count++;
        }

        private BitSet places(List<String> names, Labels labels) {
            BitSet places = new BitSet();
            if (names.isEmpty()) {
                places.set(0, labels.size());
            }
            names.forEach(name -> places.set(labels.indexOf(name)));
            return places;
        }

        int[] places() {
            return place.stream().mapToInt(Integer::intValue).toArray();
        }

        double[] coefficients() {
            return coefficient.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
