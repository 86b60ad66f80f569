package org.leontief;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds the packages to their order: each may use those before it, none after it. A package that does not exist yet is
 * passed over; one that is not in the list is an error, so that a new package has to be given its place.
 */
@AnalyzeClasses(packages = "org.leontief", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageOrderTest {
    /** From the mathematics up to the front door. */
    private static final List<String> ORDER = List.of(
            "org.leontief.solve",
            "org.leontief.optimisation",
            "org.leontief.label",
            "org.leontief.table",
            "org.leontief.compilation",
            "org.leontief.technology",
            "org.leontief.quantity",
            "org.leontief.value",
            "org.leontief.value.production",
            "org.leontief.region",
            "org.leontief.structure",
            "org.leontief.resource",
            "org.leontief.plan",
            "org.leontief.plan.years",
            "org.leontief");

    private static final List<String> OUTSIDE =
            List.of("java..", "jdk.incubator.vector..", "org.ejml..", "org.jspecify..");

    private static final Set<String> WORDS_THAT_SAY_NOTHING =
            Set.of("util", "utils", "utility", "utilities", "impl", "helper", "helpers", "manager", "managers", "misc");

    /** Whole words only: "Simple" holds "impl", and "Utilisation" holds "util". */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[.$_-]|(?<=[a-z0-9])(?=[A-Z])");

    @ArchTest
    static void eachPackageUsesOnlyThoseBeforeIt(JavaClasses classes) {
        List<String> violations = IntStream.range(0, ORDER.size())
                .mapToObj(place -> violations(place, classes))
                .flatMap(List::stream)
                .toList();

        assertThat(violations).isEmpty();
    }

    private static List<String> violations(int place, JavaClasses classes) {
        String[] allowed = Stream.concat(OUTSIDE.stream(), ORDER.subList(0, place + 1).stream())
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ORDER.get(place))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(true)
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    @ArchTest
    static void everyPackageHasAPlaceInTheOrder(JavaClasses classes) {
        assertThat(classes).isNotEmpty().extracting(JavaClass::getPackageName).isSubsetOf(ORDER);
    }

    @ArchTest
    static void namesSayWhatThingsAre(JavaClasses classes) {
        assertThat(classes)
                .extracting(JavaClass::getName)
                .noneMatch(name -> BETWEEN_WORDS
                        .splitAsStream(name)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(WORDS_THAT_SAY_NOTHING::contains));
    }
}
