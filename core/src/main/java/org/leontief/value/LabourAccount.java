package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What is counted as labour, and how: the question behind {@link LabourValues}.
 *
 * <pre>{@code
 * LabourAccount.of("High-skilled hours", "Low-skilled hours")
 *         .reducedBy(Reduction.weights(Map.of("High-skilled hours", 2.0, "Low-skilled hours", 1.0)))
 *         .withDepreciation(d)
 *         .importing(imports.keptApart());
 * }</pre>
 *
 * <p>Grades are rows of the extensions or of value added, each in its own unit. Immutable; every change gives a new account.
 */
public final class LabourAccount {

    /** One row of labour; pay that is divided by its rate becomes a number of hours. */
    record Grade(String row, double payPerUnit, @Nullable String paidUnit) {

        /** The row, or the hours that its pay stands for, which are quotients. */
        BoundedVector measured(LabelledVector direct, Units products) {
            if (paidUnit == null) {
                return ValuedRow.exact(direct);
            }
            RoundedNumbers hours = RoundedNumbers.quotients(direct.toArray(), payPerUnit);
            return BoundedVector.of(
                    LabelledVector.of(row, direct.labels(), Units.of(paidUnit).per(products), hours.values()),
                    hours.errors());
        }

        String unit(String rowUnit) {
            return paidUnit == null ? rowUnit : paidUnit;
        }
    }

    /** Fixed capital of which only the total that is used up is known, and what it is replaced by. */
    record Replacement(String row, LabelledVector investment) {}

    private final List<Grade> grades;
    private final @Nullable Reduction reduction;
    private final @Nullable LabelledMatrix depreciation;
    private final @Nullable Replacement replacement;
    private final @Nullable ImportTreatment imports;

    private LabourAccount(
            List<Grade> grades,
            @Nullable Reduction reduction,
            @Nullable LabelledMatrix depreciation,
            @Nullable Replacement replacement,
            @Nullable ImportTreatment imports) {
        this.grades = grades;
        this.reduction = reduction;
        this.depreciation = depreciation;
        this.replacement = replacement;
        this.imports = imports;
    }

    /**
     * Labour by one or more grades.
     *
     * @param rows names of extensions or rows of value added, such as "Employment"
     * @return the account
     * @throws IllegalArgumentException if there is none, or one twice
     */
    public static LabourAccount of(String... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("Name at least one row of labour.");
        }
        if (Arrays.stream(rows).distinct().count() < rows.length) {
            throw new IllegalArgumentException("A row of labour is named twice: " + String.join(", ", rows) + ".");
        }
        List<Grade> grades = new ArrayList<>();
        for (String row : rows) {
            grades.add(new Grade(row, 1, null));
        }
        return new LabourAccount(List.copyOf(grades), null, null, null, null);
    }

    /**
     * Labour weighted by its pay: l = w / w̄, so that an hour paid twice the rate counts as two.
     *
     * @param payRow wages by industry, such as "Compensation of employees"
     * @param payPerUnit w̄, pay of one unit of simple labour, in the unit of the row
     * @param unit what that unit is, such as "hours"
     * @return the account
     * @throws IllegalArgumentException if the rate is not above 0
     */
    public static LabourAccount weightedByPay(String payRow, double payPerUnit, String unit) {
        if (!(payPerUnit > 0 && Double.isFinite(payPerUnit))) {
            throw new IllegalArgumentException("The pay for one of " + unit + " is " + payPerUnit
                    + "; to turn pay into labour it must be above 0.");
        }
        return new LabourAccount(List.of(new Grade(payRow, payPerUnit, unit)), null, null, null, null);
    }

    /**
     * With one total of simple labour over all grades.
     *
     * @param rule how much simple labour an hour of each grade is
     * @return a new account
     */
    public LabourAccount reducedBy(Reduction rule) {
        return new LabourAccount(grades, rule, depreciation, replacement, imports);
    }

    /**
     * With means of labour that wear out: λ = λ(A + D) + l.
     *
     * @param d products used up per unit of output beside A, products × industries; products that do not wear out may be left
     *     out
     * @return a new account
     * @throws IllegalArgumentException if an entry is negative
     */
    public LabourAccount withDepreciation(LabelledMatrix d) {
        d.matrix().forEach((i, j, v) -> {
            if (v < 0) {
                throw new IllegalArgumentException("Depreciation of '"
                        + d.rows().get(i) + "' in '" + d.columns().get(j) + "' is " + v + "; it cannot be negative.");
            }
        });
        return new LabourAccount(grades, reduction, d, null, imports);
    }

    /**
     * With fixed capital of which only the value that is used up is recorded. It is replaced by goods in the proportions of
     * investment: D = b δᵀ, with δ the row per unit of output and b the goods in one unit of value.
     *
     * @param row consumption of fixed capital, in the value added or the extensions
     * @param investment what is bought for it, joined by label, in one unit; only its proportions count
     * @return a new account
     * @throws IllegalStateException if the investment is in different units
     * @throws IllegalArgumentException if a good of it is negative, or it is nothing
     */
    public LabourAccount withDepreciation(String row, LabelledVector investment) {
        double total = investment.total();
        for (int i = 0; i < investment.size(); i++) {
            if (investment.at(i) < 0) {
                throw new IllegalArgumentException("'" + investment.name() + "' holds " + investment.at(i) + " of '"
                        + investment.labels().get(i) + "'; what replaces fixed capital cannot be negative.");
            }
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException(
                    "'" + investment.name() + "' is nothing, so that it cannot say what replaces fixed capital.");
        }
        return new LabourAccount(grades, reduction, null, new Replacement(row, investment), imports);
    }

    /**
     * With imported inputs. There is no default: an economy that has any is refused without this.
     *
     * @param treatment how they are counted
     * @return a new account
     */
    public LabourAccount importing(ImportTreatment treatment) {
        return new LabourAccount(grades, reduction, depreciation, replacement, treatment);
    }

    /**
     * The same with the economy's own imports, if those are meant.
     *
     * @throws IllegalStateException if the economy has imports and the account does not say how to count them
     */
    LabourAccount over(TechnicalCoefficients economy) {
        if (imports == null) {
            ImportRows.requireNone(economy);
            return this;
        }
        return importing(imports.resolved(economy));
    }

    /** Refuses to compare values in which different things are counted. */
    void requireComparable(LabourAccount other) {
        boolean sameImports = kind() == other.kind();
        boolean sameWear = (depreciation == null) == (other.depreciation == null)
                && (replacement == null) == (other.replacement == null);
        if (!sameImports || !sameWear) {
            throw new IllegalArgumentException("Labour is counted in two ways: '" + this + "' and '" + other
                    + "'. What differs would be the counting; ask both tables by the same account.");
        }
    }

    private ImportTreatment.@Nullable Kind kind() {
        return imports == null ? null : imports.kind();
    }

    List<Grade> grades() {
        return grades;
    }

    @Nullable
    Reduction reduction() {
        return reduction;
    }

    @Nullable
    LabelledMatrix depreciation() {
        return depreciation;
    }

    @Nullable
    Replacement replacement() {
        return replacement;
    }

    /**
     * How imported inputs are counted.
     *
     * @return the treatment; empty if the account knows of no imports
     */
    public Optional<ImportTreatment> imports() {
        return Optional.ofNullable(imports);
    }

    /** What is counted, in words. */
    @Override
    public String toString() {
        String rows = grades.stream().map(Grade::row).collect(Collectors.joining(", "));
        return rows
                + (grades.get(0).paidUnit() == null ? "" : ", " + grades.get(0).payPerUnit() + " counted as 1")
                + (reduction == null ? "" : "; " + reduction)
                + (depreciation == null ? "" : "; with depreciation")
                + (replacement == null ? "" : "; with depreciation replaced like investment")
                + (imports == null ? "" : "; " + imports);
    }
}
