package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The system behind labour values: the technology with depreciation, imports made at home, and a sector for whatever else is
 * replaced by products (imports by exports, fixed capital by investment). One system, solved and certified as any other.
 */
final class LabourEquation {

    static final String IMPORTS = "Imports paid for by exports";
    static final String FIXED_CAPITAL = "Replacement of fixed capital";

    private static final String CONSEQUENCE =
            "Labour values of it do not exist: the equations have no solution, or a negative one that measures no labour.";

    private final TechnicalCoefficients economy;
    private final TechnicalCoefficients closed;

    /** How far the coefficients of the closed system may be from the exact sums and quotients that they stand for. */
    private final SparseMatrix errors;

    private LabourEquation(TechnicalCoefficients economy, TechnicalCoefficients closed, SparseMatrix errors) {
        this.economy = economy;
        this.closed = closed;
        this.errors = errors;
    }

    static LabourEquation of(TechnicalCoefficients economy, LabourAccount account) {
        List<SparseMatrix> inputs = new ArrayList<>();
        inputs.add(economy.matrix().matrix());
        if (account.depreciation() != null) {
            inputs.add(MatrixParts.aligned(account.depreciation(), economy));
        }
        List<BorderedMatrix.Sector> sectors = new ArrayList<>();
        if (account.replacement() != null) {
            sectors.add(fixedCapital(economy, account.replacement()));
        }
        account.imports().ifPresent(imports -> {
            switch (imports.kind()) {
                case AS_PRODUCED_AT_HOME -> inputs.add(imports.inputs().matrix(economy));
                case PAID_FOR_BY_EXPORTS -> sectors.add(paidImports(economy, imports));
                case KEPT_APART -> {}
            }
        });
        if (inputs.size() == 1 && sectors.isEmpty()) {
            return new LabourEquation(economy, economy, SparseMatrix.zeros(sizeOf(economy), sizeOf(economy)));
        }
        double[][] among = new double[sectors.size()][sectors.size()];
        return bordered(economy, MatrixParts.sum(inputs), MatrixParts.sumErrors(inputs), sectors, among);
    }

    private static int sizeOf(TechnicalCoefficients economy) {
        return economy.industries().size();
    }

    /** With a sector for each grade, of which every product takes its hours, and which takes what its training took. */
    LabourEquation trained(List<BorderedMatrix.Sector> grades, double[][] training) {
        List<BorderedMatrix.Sector> padded =
                grades.stream().map(grade -> grade.padded(size())).toList();
        return bordered(closed, closed.matrix().matrix(), errors, padded, training);
    }

    private static LabourEquation bordered(
            TechnicalCoefficients economy,
            SparseMatrix core,
            SparseMatrix errors,
            List<BorderedMatrix.Sector> sectors,
            double[][] among) {
        List<Label> labels = new ArrayList<>(economy.industries().asList());
        List<String> units = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            units.add(economy.units().get(i));
        }
        for (BorderedMatrix.Sector sector : sectors) {
            labels.add(Label.of(sector.name()));
            units.add("1");
        }
        TechnicalCoefficients closed = TechnicalCoefficients.of(
                Labels.ofLabels(labels),
                Units.perLabel(units),
                sectors.isEmpty() ? core : BorderedMatrix.bordered(core, sectors, among));
        double[][] none = new double[sectors.size()][sectors.size()];
        List<BorderedMatrix.Sector> ofSectors =
                sectors.stream().map(BorderedMatrix.Sector::errors).toList();
        return new LabourEquation(economy, closed, BorderedMatrix.bordered(errors, ofSectors, none));
    }

    /** A unit of imports takes exports e / V. */
    private static BorderedMatrix.Sector paidImports(TechnicalCoefficients economy, ImportTreatment imports) {
        LabelledVector exports = imports.exports().alignedTo(economy.industries(), economy.units());
        return new BorderedMatrix.Sector(
                IMPORTS,
                RoundedNumbers.quotients(exports.toArray(), imports.valueOfImports()),
                imports.inputs().rounded(economy));
    }

    /** A unit of fixed capital used up takes the goods in a unit of investment. */
    private static BorderedMatrix.Sector fixedCapital(
            TechnicalCoefficients economy, LabourAccount.Replacement replacement) {
        LabelledVector investment = replacement.investment().alignedTo(economy.industries(), economy.units());
        String row = LabourRows.requireRow(economy, replacement.row(), "row of fixed capital used up");
        String unit =
                economy.extensions().rowUnits().get(economy.extensions().rows().indexOf(row));
        if (!unit.equals(economy.units().common())) {
            throw new IllegalArgumentException("'" + row + "' is in " + unit + ", investment in " + economy.units()
                    + ". Convert it first; units are never mixed silently.");
        }
        LabelledVector used = economy.extension(row);
        for (int j = 0; j < used.size(); j++) {
            if (used.at(j) < 0) {
                throw new IllegalArgumentException("'" + row + "' of '"
                        + used.labels().get(j) + "' is " + used.at(j) + " per unit of output; depreciation cannot be"
                        + " negative.");
            }
        }
        return new BorderedMatrix.Sector(
                FIXED_CAPITAL,
                RoundedNumbers.quotients(investment.toArray(), investment.total()),
                RoundedNumbers.exact(used.toArray()));
    }

    /** y = y (A + …) + row for each row over the industries, or over all sectors of the system. */
    List<EnclosedSolution> values(List<RoundedNumbers> rows, SolveOptions options) {
        return enclosed(rows, closed.system().transposed(), true, options);
    }

    /** x = (A + …) x + d. */
    EnclosedSolution outputs(double[] demand, SolveOptions options) {
        return enclosed(List.of(RoundedNumbers.exact(demand)), closed.system(), false, options)
                .get(0);
    }

    private List<EnclosedSolution> enclosed(
            List<RoundedNumbers> given, LeontiefSystem system, boolean transposed, SolveOptions options) {
        double[][] right = given.stream()
                .map(row -> BorderedMatrix.padded(row.values(), size()))
                .toArray(double[][]::new);
        List<Solution> solutions = system.solveAll(right, options);
        solutions.forEach(this::requireSolved);
        List<EnclosedSolution> found =
                new ArrayList<>(solutions.stream().map(EnclosedSolution::of).toList());
        boolean isExact = errors.nonZeros() == 0 && given.stream().allMatch(RoundedNumbers::isExact);
        if (isExact || options.certification() == SolveOptions.Certification.NONE) {
            return found;
        }
        LeontiefSystem upper =
                LeontiefSystem.of(MatrixParts.sum(closed.matrix().matrix().abs(), 1, errors, MatrixParts.Rounding.UP));
        SparseMatrix effect = transposed ? errors.transpose() : errors;
        double[][] effects = new double[found.size()][];
        Arrays.setAll(
                effects,
                k -> effect(effect, found.get(k), given.get(k).padded(size()).errors()));
        List<Solution> differences = (transposed ? upper.transposed() : upper).solveAll(effects, options);
        for (int k = 0; k < effects.length; k++) {
            if (differences.get(k).report().stop() == StopReason.CANCELLED) {
                differences.get(k).requireConverged();
            }
            found.set(k, found.get(k).widenedBy(differences.get(k)));
        }
        return found;
    }

    /** E |x̃| + δ, upward. Where there is no bound on x̃ there is none in the end, whatever is added here. */
    private static double[] effect(SparseMatrix effect, EnclosedSolution solution, double[] ofRight) {
        double[] sum = ofRight.clone();
        effect.forEach((i, j, error) -> {
            double size = Math.nextUp(Math.abs(solution.value(j)) + solution.errorBound(j));
            if (size < Double.POSITIVE_INFINITY) {
                sum[i] = Math.nextUp(sum[i] + Math.nextUp(error * size));
            }
        });
        return sum;
    }

    private void requireSolved(Solution solution) {
        if (solution.report().stop() == StopReason.NOT_VIABLE) {
            economy.viability().requireViable(CONSEQUENCE);
            closed.viability().requireViable(CONSEQUENCE);
        }
        if (!solution.hasValues() && solution.report().stop() != StopReason.CANCELLED) {
            throw new IllegalStateException("I − A is singular to working precision: there are no labour values, or no"
                    + " single ones. " + closed.viability().explanation());
        }
        solution.requireConverged();
    }

    /** The technology without what the account adds to it. */
    TechnicalCoefficients economy() {
        return economy;
    }

    /** A + … with its sectors. */
    SparseMatrix matrix() {
        return closed.matrix().matrix();
    }

    /** E: how far each entry may be from the exact sum or quotient. */
    SparseMatrix errors() {
        return errors;
    }

    /** |A + …| + E, rounded up: no exact matrix that this one stands for is above it. */
    SparseMatrix upperMatrix() {
        return MatrixParts.sum(matrix().abs(), 1, errors, MatrixParts.Rounding.UP);
    }

    Labels sectors() {
        return closed.industries();
    }

    int size() {
        return closed.industries().size();
    }
}
