package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.TechnicalCoefficients;

/** Solves for the values of all grades, their total, and the imports beside them, in as few passes as there can be. */
final class LabourComputation {

    static final String TOTAL = "Simple labour";

    private final TechnicalCoefficients economy;
    private final LabourAccount account;
    private final SolveOptions options;
    private final LabourEquation equation;
    private final List<LabelledVector> direct;
    private final List<String> names;

    LabourComputation(TechnicalCoefficients economy, LabourAccount account, SolveOptions options) {
        this.economy = economy;
        this.account = account;
        this.options = options;
        direct = account.grades().stream()
                .map(grade -> LabourRows.direct(economy, grade))
                .toList();
        names = account.grades().stream().map(LabourAccount.Grade::row).toList();
        if (account.reduction() != null) {
            LabourRows.requireOneUnit(economy, account.grades());
        }
        equation = LabourEquation.of(economy, account);
    }

    LabourValues compute() {
        @Nullable Reduction reduction = account.reduction();
        @Nullable LabelledVector apart = importsApart();
        double @Nullable [] weights = reduction != null && !reduction.isByTraining() ? reduction.weights(names) : null;
        List<double[]> rows = new ArrayList<>();
        direct.forEach(row -> rows.add(row.toArray()));
        if (weights != null) {
            rows.add(weightedSum(weights));
        }
        if (apart != null) {
            rows.add(apart.toArray());
        }
        List<Solution> solutions = equation.values(rows.toArray(double[][]::new), options);
        int k = direct.size();
        List<ValuedRow> grades = new ArrayList<>();
        for (int g = 0; g < k; g++) {
            grades.add(ValuedRow.of(
                    names.get(g), unit(g), ValuedRow.exact(direct.get(g)), equation.sectors(), solutions.get(g)));
        }
        @Nullable ValuedRow total = null;
        @Nullable BoundedVector weightVector = null;
        if (weights != null) {
            LabelledVector row = total(rows.get(k));
            total = ValuedRow.of(TOTAL, unit(0), ValuedRow.exact(row), equation.sectors(), solutions.get(k));
            weightVector = weightVector(weights, new double[k]);
        } else if (reduction != null) {
            Solution trained = trained(reduction);
            int first = equation.size();
            double[] bounds = new double[k];
            Arrays.setAll(bounds, g -> trained.errorBound(first + g));
            weightVector = weightVector(Arrays.copyOfRange(trained.values(), first, first + k), bounds);
            total = ValuedRow.of(TOTAL, unit(0), weightedSum(weightVector), equation.sectors(), trained);
        } else if (k == 1) {
            total = grades.get(0);
        }
        @Nullable
        BoundedVector imports = apart == null
                ? null
                : ValuedRow.of(
                                "Imports",
                                "1",
                                ValuedRow.exact(apart),
                                equation.sectors(),
                                solutions.get(rows.size() - 1))
                        .perUnit();
        return new LabourValues(account, options, equation, grades, total, weightVector, imports);
    }

    private @Nullable LabelledVector importsApart() {
        return account.imports()
                .filter(imports -> imports.kind() == ImportTreatment.Kind.KEPT_APART)
                .map(imports -> imports.inputs().perUnit(economy))
                .orElse(null);
    }

    /** λ = λA + w L and w = 1 + w T + λ E, all at once: grades are sectors, and every hour of theirs counts one. */
    private Solution trained(Reduction reduction) {
        int k = names.size();
        double[][] time = new double[k][k];
        double[][] products = new double[k][economy.industries().size()];
        for (Training training : reduction.trainings()) {
            int g = requireGrade(training.grade());
            for (Map.Entry<String, Double> hours : training.hours().entrySet()) {
                time[requireGrade(hours.getKey())][g] = hours.getValue();
            }
            for (Map.Entry<String, Double> used : training.products().entrySet()) {
                products[g][economy.industries().indexOf(used.getKey())] = used.getValue();
            }
        }
        List<BorderedMatrix.Sector> sectors = new ArrayList<>();
        for (int g = 0; g < k; g++) {
            sectors.add(new BorderedMatrix.Sector(
                    names.get(g), products[g], direct.get(g).toArray()));
        }
        LabourEquation trained = equation.trained(sectors, time);
        double[] one = new double[trained.size()];
        Arrays.fill(one, equation.size(), one.length, 1);
        return trained.values(new double[][] {one}, options).get(0);
    }

    private int requireGrade(String grade) {
        int place = names.indexOf(grade);
        if (place < 0) {
            throw new IllegalArgumentException("Training is given for or by '" + grade
                    + "', which is not a grade of the account: " + String.join(", ", names) + ".");
        }
        return place;
    }

    private String unit(int g) {
        return LabourRows.unit(economy, account.grades().get(g));
    }

    private LabelledVector total(double[] row) {
        return LabelledVector.of(TOTAL, economy.industries(), direct.get(0).units(), row);
    }

    /** The row as it is stored; bounds of values hold for it. */
    private double[] weightedSum(double[] weights) {
        double[] sum = new double[economy.industries().size()];
        for (int g = 0; g < weights.length; g++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += weights[g] * direct.get(g).at(j);
            }
        }
        return sum;
    }

    private BoundedVector weightedSum(BoundedVector weights) {
        double[] sum = new double[economy.industries().size()];
        double[] bounds = new double[sum.length];
        for (int j = 0; j < sum.length; j++) {
            double[] hours = new double[direct.size()];
            for (int g = 0; g < hours.length; g++) {
                hours[g] = direct.get(g).at(j);
            }
            Bounded dot = Bounded.dot(weights, hours);
            sum[j] = dot.value();
            bounds[j] = dot.errorBound();
        }
        return BoundedVector.of(total(sum), bounds);
    }

    private BoundedVector weightVector(double[] weights, double[] bounds) {
        return BoundedVector.of(
                LabelledVector.of("Simple labour in a unit of each grade", Labels.of(names), Units.NONE, weights),
                bounds);
    }
}
