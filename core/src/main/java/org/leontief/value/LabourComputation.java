package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.TechnicalCoefficients;

/** Solves for the values of all grades, their total, and the imports beside them, in as few passes as there can be. */
final class LabourComputation {

    static final String TOTAL = "Simple labour";

    private final TechnicalCoefficients economy;
    private final LabourAccount account;
    private final SolveOptions options;
    private final LabourEquation equation;
    private final List<BoundedVector> direct;
    private final List<String> names;

    LabourComputation(TechnicalCoefficients economy, LabourAccount asked, SolveOptions options) {
        this.economy = economy;
        this.options = options;
        direct = asked.grades().stream()
                .map(grade -> LabourRows.direct(economy, grade))
                .toList();
        names = asked.grades().stream().map(LabourAccount.Grade::row).toList();
        if (asked.reduction() != null) {
            LabourRows.requireOneUnit(economy, asked.grades());
        }
        account = asked.over(economy);
        equation = LabourEquation.of(economy, account);
    }

    LabourValues compute() {
        @Nullable Reduction reduction = account.reduction();
        @Nullable BoundedVector apart = importsApart();
        @Nullable
        BoundedVector weights =
                reduction != null && !reduction.isByTraining() ? weightVector(reduction.weights(names)) : null;
        @Nullable BoundedVector weighted = weights == null ? null : weightedSum(weights);
        List<RoundedNumbers> rows = new ArrayList<>();
        direct.forEach(row -> rows.add(RoundedNumbers.of(row)));
        if (weighted != null) {
            rows.add(RoundedNumbers.of(weighted));
        }
        if (apart != null) {
            rows.add(RoundedNumbers.of(apart));
        }
        List<EnclosedSolution> solutions = equation.values(rows, options);
        int k = direct.size();
        List<ValuedRow> grades = new ArrayList<>();
        for (int g = 0; g < k; g++) {
            grades.add(ValuedRow.of(names.get(g), unit(g), direct.get(g), equation.sectors(), solutions.get(g)));
        }
        @Nullable ValuedRow total = null;
        if (weighted != null) {
            total = ValuedRow.of(TOTAL, unit(0), weighted, equation.sectors(), solutions.get(k));
        } else if (reduction != null) {
            EnclosedSolution trained = trained(reduction);
            int first = equation.size();
            weights = weightVector(new RoundedNumbers(
                    Arrays.copyOfRange(trained.values(), first, first + k),
                    Arrays.copyOfRange(trained.bounds(), first, first + k)));
            total = ValuedRow.of(TOTAL, unit(0), weightedSum(weights), equation.sectors(), trained);
        } else if (k == 1) {
            total = grades.get(0);
        }
        @Nullable
        BoundedVector imports = apart == null
                ? null
                : ValuedRow.of("Imports", "1", apart, equation.sectors(), solutions.get(rows.size() - 1))
                        .perUnit();
        return new LabourValues(account, options, equation, grades, total, weights, imports);
    }

    private @Nullable BoundedVector importsApart() {
        return account.imports()
                .filter(imports -> imports.kind() == ImportTreatment.Kind.KEPT_APART)
                .map(imports -> BoundedVector.of(
                        imports.inputs().perUnit(economy),
                        imports.inputs().rounded(economy).errors()))
                .orElse(null);
    }

    /** λ = λA + w L and w = 1 + w T + λ E, all at once: grades are sectors, and every hour of theirs counts one. */
    private EnclosedSolution trained(Reduction reduction) {
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
                    names.get(g), RoundedNumbers.exact(products[g]), RoundedNumbers.of(direct.get(g))));
        }
        LabourEquation trained = equation.trained(sectors, time);
        double[] one = new double[trained.size()];
        Arrays.fill(one, equation.size(), one.length, 1);
        return trained.values(List.of(RoundedNumbers.exact(one)), options).get(0);
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

    /** Bounds cover the rounding of the sums. */
    private BoundedVector weightedSum(BoundedVector weights) {
        return BoundedVector.of(
                TOTAL, economy.industries(), direct.get(0).values().units(), j -> {
                    BoundedSum hours = new BoundedSum();
                    for (int g = 0; g < direct.size(); g++) {
                        hours.addProduct(Bounded.of(weights, g), Bounded.of(direct.get(g), j));
                    }
                    return hours.total();
                });
    }

    private BoundedVector weightVector(RoundedNumbers weights) {
        return BoundedVector.of("Simple labour in a unit of each grade", Labels.of(names), Units.NONE, weights::at);
    }
}
