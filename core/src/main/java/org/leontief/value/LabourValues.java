package org.leontief.value;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.TechnicalCoefficients;

/**
 * How much labour is in a unit of each product: λ = λ(A + D) + l, with a guaranteed bound on every number.
 *
 * <p>l, λ: n for each grade, in the unit of labour per unit of the product; D is depreciation. Bounds hold for the coefficients
 * as the economy stores them and cover the rounding of whatever the account makes of them. Dual to
 * x = A x + d: λ·d = l·x. Source: Miller and Blair 2009, chapter 6 (employment multipliers); M. Morishima, <em>Marx's
 * Economics</em> (1973), ch. 1. Immutable.
 */
public final class LabourValues {

    private final LabourAccount account;
    private final SolveOptions options;
    private final LabourEquation equation;
    private final List<ValuedRow> grades;
    private final @Nullable ValuedRow total;
    private final @Nullable BoundedVector weights;
    private final @Nullable BoundedVector imports;

    LabourValues(
            LabourAccount account,
            SolveOptions options,
            LabourEquation equation,
            List<ValuedRow> grades,
            @Nullable ValuedRow total,
            @Nullable BoundedVector weights,
            @Nullable BoundedVector imports) {
        this.account = account;
        this.options = options;
        this.equation = equation;
        this.grades = List.copyOf(grades);
        this.total = total;
        this.weights = weights;
        this.imports = imports;
    }

    /**
     * Computes labour values.
     *
     * @param economy the technology, with rows of labour among its extensions or value added
     * @param account what counts as labour, and how
     * @param options how to solve
     * @return the values
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest; or labels do not match
     * @throws IllegalArgumentException if labour is negative somewhere, or units do not match
     * @throws org.leontief.technology.NotViableException if the economy is not viable, or not with depreciation and imports
     * @throws IllegalStateException if I − A is singular, or the solver stopped before it was done
     */
    public static LabourValues of(TechnicalCoefficients economy, LabourAccount account, SolveOptions options) {
        return new LabourComputation(economy, account, options).compute();
    }

    /**
     * λ: labour in a unit of each product, direct and indirect. Of several grades it is their total in simple labour.
     *
     * @return with bounds
     * @throws IllegalStateException if there are several grades and no rule to reduce them
     */
    public BoundedVector perUnit() {
        return total().perUnit();
    }

    /**
     * λ of one grade, in its own unit.
     *
     * @param grade its name
     * @return with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such grade, with the nearest
     */
    public BoundedVector perUnit(String grade) {
        return grade(grade).perUnit();
    }

    /**
     * l: labour that goes directly into a unit of each product.
     *
     * @return its bounds are 0 unless it was weighted by computed weights
     * @throws IllegalStateException if there are several grades and no rule to reduce them
     */
    public BoundedVector direct() {
        return total().direct();
    }

    /**
     * l of one grade.
     *
     * @param grade its name
     * @return in the grade's unit per unit of the product
     */
    public LabelledVector direct(String grade) {
        return grade(grade).direct().values();
    }

    /**
     * One grade by itself, to ask of it whatever can be asked of labour values.
     *
     * @param grade its name
     * @return values whose total is this grade
     * @throws org.leontief.label.UnknownLabelException if there is no such grade, with the nearest
     */
    public LabourValues ofGrade(String grade) {
        return new LabourValues(account, options, equation, grades, grade(grade), weights, imports);
    }

    /**
     * The grades of labour.
     *
     * @return their names, in the order of the account
     */
    public List<String> grades() {
        return grades.stream().map(ValuedRow::name).toList();
    }

    /**
     * How much simple labour a unit of each grade counts.
     *
     * @return pure numbers by grade, with bounds where they were computed
     * @throws IllegalStateException if no rule of reduction was given
     */
    public BoundedVector weights() {
        if (weights == null) {
            throw new IllegalStateException("No rule of reduction was given; see LabourAccount.reducedBy.");
        }
        return weights;
    }

    /**
     * μ = μA + m: imports in a unit of each product, direct and indirect, where they are kept apart.
     *
     * @return in the unit of the imports per unit of the product, with bounds
     * @throws IllegalStateException if they are not kept apart
     */
    public BoundedVector imports() {
        if (imports == null) {
            throw new IllegalStateException(
                    "Imports are not kept apart: this is " + account + ". Ask for values of"
                            + " account.importing(ImportedInputs.recorded().keptApart()), or of a row: ImportedInputs.row(name).");
        }
        return imports;
    }

    /**
     * λ<sub>m</sub>: labour in a unit of imports, where exports pay for them.
     *
     * @return in the unit of labour per unit of imports
     * @throws IllegalStateException if exports do not pay, or grades are not reduced
     */
    public Bounded perUnitOfImports() {
        boolean paid = account.imports()
                .filter(treatment -> treatment.kind() == ImportTreatment.Kind.PAID_FOR_BY_EXPORTS)
                .isPresent();
        if (!paid) {
            throw new IllegalStateException("Imports are not valued by exports: this is " + account
                    + ". Ask for values of account.importing(….paidForByExports(exports)).");
        }
        return total().of(LabourEquation.IMPORTS);
    }

    /**
     * λ̂ d: the labour in what is delivered, by product. {@link BoundedVector#total()} is λ·d.
     *
     * @param demand joined by label
     * @return in the unit of labour, with bounds
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ, or a product without a recipe is demanded
     */
    public BoundedVector embodiedIn(LabelledVector demand) {
        LabelledVector aligned = producible(demand);
        return BoundedVector.of(
                "Labour in " + demand.name(),
                industries(),
                Units.of(unit()),
                i -> Bounded.exact(aligned.at(i)).times(Bounded.of(perUnit(), i)));
    }

    /**
     * λ·d = l·x for a demand, both sides computed.
     *
     * @param demand joined by label
     * @return the two numbers with bounds
     * @throws IllegalArgumentException if units differ, or a product without a recipe is demanded
     */
    public AccountingIdentity identity(LabelledVector demand) {
        return identity(total(), producible(demand).toArray());
    }

    /**
     * Whose labour is in a unit of a product: l_i x_i with x = A x + e_j, by supplying industry.
     *
     * @param product its name
     * @param count how many industries to list at most; the others are the remainder
     * @return largest first
     */
    public LabourBreakdown byIndustry(String product, int count) {
        return LabourBreakdown.byIndustry(total(), equation, industries().indexOf(product), count, options);
    }

    /**
     * When the labour in a unit of a product is done: l Aᵏ e_j, directly (0), by its first suppliers (1), by theirs, ….
     *
     * @param product its name
     * @param count how many rounds, at most 10,000; what all later ones add is the remainder, λ A^count e_j
     * @return in the order of the rounds
     */
    public LabourBreakdown byRound(String product, int count) {
        return LabourBreakdown.byRound(total(), equation, industries().indexOf(product), count);
    }

    /**
     * All that works, directly and indirectly, for a unit of one product.
     *
     * @param product its name
     * @return its labour, and the products that it uses up
     */
    public VerticallyIntegratedSector verticallyIntegrated(String product) {
        return VerticallyIntegratedSector.of(total(), equation, industries().indexOf(product), options);
    }

    /**
     * What changed the labour in each product since an earlier table.
     *
     * @param before the values of that table, by the same account
     * @return own labour, suppliers' labour and inputs, which add up
     * @throws IllegalArgumentException if the accounts count imports or depreciation differently
     */
    public LabourProductivityChange changeSince(LabourValues before) {
        return LabourProductivityChange.between(before, this);
    }

    /**
     * How labour divides between those who perform it and others, if they consume this bundle.
     *
     * @param wages the bundle
     * @return necessary and surplus labour
     */
    public Distribution distribution(WageBundle wages) {
        return Distribution.of(this, wages);
    }

    /**
     * What an hour of work buys after the deductions of a social account.
     *
     * @param social the account, in the unit of these values
     * @return the certificates
     */
    public LabourCertificates certificates(SocialAccount social) {
        return LabourCertificates.of(this, social);
    }

    /**
     * Products whose value is negative: the numbers solve the equations but measure no labour.
     *
     * @return empty in every viable economy without joint production
     */
    public List<Label> negative() {
        return LabourNotes.negative(perUnit());
    }

    /**
     * What has to be known when the values are used: products without one, negative numbers, missing bounds, imports.
     *
     * @return sentences for a person, empty if there is nothing to be said
     */
    public List<String> notes() {
        return LabourNotes.of(economy(), account, total());
    }

    /**
     * Demands that every number is an amount of labour.
     *
     * @return these values
     * @throws IllegalStateException if one is negative; the message names the products
     */
    public LabourValues requireMeaningful() {
        if (!negative().isEmpty()) {
            throw new IllegalStateException("Labour values of " + negative() + " are negative and measure no labour: "
                    + String.join(" ", notes()));
        }
        return this;
    }

    /**
     * How the values were reached, with λ·d = l·x for one unit of every product that has a recipe.
     *
     * @return the report; computes one plan
     */
    public LabourReport report() {
        double[] demand = new double[industries().size()];
        for (int j = 0; j < demand.length; j++) {
            demand[j] = economy().hasRecipe(j) ? 1 : 0;
        }
        return report("one unit of every product", demand);
    }

    /**
     * How the values were reached, with λ·d = l·x for a demand.
     *
     * @param demand joined by label
     * @return the report; computes one plan
     */
    public LabourReport report(LabelledVector demand) {
        return report("'" + demand.name() + "'", producible(demand).toArray());
    }

    private LabourReport report(String what, double[] demand) {
        ValuedRow row = total();
        LabourReport.@Nullable ImportsApart apart = imports == null
                ? null
                : new LabourReport.ImportsApart(
                        Bounded.dot(imports, demand),
                        account.imports().orElseThrow().inputs().unit(economy()));
        return new LabourReport(
                account.toString(), row.report(), row.certification(), what, identity(row, demand), apart, notes());
    }

    private AccountingIdentity identity(ValuedRow row, double[] demand) {
        EnclosedSolution outputs = equation.outputs(demand, options);
        Bounded performed = Bounded.dot(
                row.direct().values().toArray(), row.direct().errorBounds(), outputs.values(), outputs.bounds());
        return new AccountingIdentity(Bounded.dot(row.perUnit(), demand), performed, row.unit());
    }

    private LabelledVector producible(LabelledVector demand) {
        LabelledVector aligned = demand.alignedTo(industries(), economy().units());
        for (int i = 0; i < aligned.size(); i++) {
            if (aligned.at(i) != 0 && !economy().hasRecipe(i)) {
                throw new IllegalArgumentException("'" + demand.name() + "' holds " + aligned.at(i) + " of '"
                        + industries().get(i) + "', which has no recipe and so no labour value.");
            }
        }
        return aligned;
    }

    /**
     * The products.
     *
     * @return their labels, in order
     */
    public Labels industries() {
        return economy().industries();
    }

    /**
     * The unit of labour.
     *
     * @return such as "hours"
     */
    public String unit() {
        return total().unit();
    }

    TechnicalCoefficients economy() {
        return equation.economy();
    }

    LabourAccount account() {
        return account;
    }

    LabourEquation equation() {
        return equation;
    }

    SolveOptions options() {
        return options;
    }

    ValuedRow total() {
        if (total == null) {
            throw new IllegalStateException("There are several grades (" + String.join(", ", grades())
                    + ") and no rule that makes one number of them. Ask for one of them, or give a rule:"
                    + " LabourAccount.reducedBy(Reduction.weights(…)).");
        }
        return total;
    }

    private ValuedRow grade(String name) {
        return grades.get(Labels.of(grades()).indexOf(name));
    }

    /** The values with their bounds, and the notes. */
    @Override
    public String toString() {
        if (total == null) {
            return account + ": " + grades();
        }
        StringBuilder text = new StringBuilder(total.perUnit().toString());
        notes().forEach(note -> text.append("\nNote: ").append(note));
        return text.toString();
    }
}
