package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.solve.Progress;

/** What all subcommands share. */
class LeontiefTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void withoutAQuestionTheQuestionsAreNamed() {
        assertThat(shell.run()).isEqualTo(2);
        assertThat(shell.err()).contains("plan, labour, prices, footprint, optimise, balance, convert, check");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void whatIsMistypedIsAnsweredWithTheNearest() {
        assertThat(shell.run("plna")).isEqualTo(2);
        assertThat(shell.err()).contains("'plna'").contains("Did you mean").contains("leontief plan");
        assertThat(shell.run("plan", "--tabel=x.csv")).isEqualTo(2);
        assertThat(shell.err()).contains("'--tabel=x.csv'").contains("--table");
        assertThat(shell.run("plan", "--table=")).isEqualTo(2);
        assertThat(shell.err()).contains("--table names no file or folder");
        assertThat(shell.run("labour", "--row=Employment", "--breakdown=Trade", "--parts=0"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--parts is 0");
    }

    @Test
    void foldersOnTheWayToAFileAreMade() {
        Path file = folder.resolve("not").resolve("yet").resolve("germany.csv");
        assertThat(shell.run("convert", "--to=" + file)).as(shell.err()).isZero();
        assertThat(file).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "labour", "prices", "footprint", "optimise", "balance", "convert", "check"})
    void helpHasTheQuestionTheFormulaAndAnExample(String command) {
        assertThat(shell.run(command, "--help")).isZero();
        assertThat(shell.out())
                .contains("Usage: leontief " + command)
                .contains("Example: leontief " + command)
                .contains("--json")
                .contains("--output=DIR")
                .contains("--table=PATH");
    }

    /** What an answer does not depend on is no option of its question. */
    @ParameterizedTest
    @CsvSource({
        "convert, --iterations=1",
        "convert, --tolerance=1e-3",
        "convert, --threads=1",
        "convert, --zero-output=REFUSE",
        "convert, --dust=REFUSE",
        "balance, --threads=1",
        "balance, --zero-output=REFUSE",
        "balance, --dust=REFUSE",
        "check, --iterations=1",
        "check, --tolerance=1e-3",
        "check, --threads=1"
    })
    void anOptionWithoutEffectIsUnknown(String command, String option) {
        List<String> arguments = new ArrayList<>(List.of(command, option));
        if (command.equals("balance")) {
            arguments.addAll(List.of("--row-totals=rows.csv", "--column-totals=columns.csv"));
        }
        if (!command.equals("check")) {
            arguments.add("--to=" + folder.resolve("out.csv"));
        }
        assertThat(shell.run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(shell.err()).contains("Unknown option").contains(option);
    }

    @ParameterizedTest
    @CsvSource({
        "plan, --scale, Construction=1.1, Trade=1.1",
        "prices, --scale, Imports=1.1, Compensation of employees=1.1",
        "prices, --scale-imports, Trade=1.1, Construction=1.1",
        "prices, --tax, Trade=0.1, Construction=0.1",
        "prices, --unit-tax, Trade=0.1, Construction=0.1",
        "prices, --charge, CO2=0.1, Employment=0.1",
        "prices, --fix, Trade=1, Construction=1",
        "optimise, --resource, Employment=36428, CO2=700000",
        "optimise, --capacity, Trade=900000, Construction=900000",
        "optimise, --deliver, Trade=1, Construction=1",
        "check, --extension, Employment=persons, CO2=kt",
    })
    void twoNumbersForOneNameAreWrongUsage(String command, String option, String one, String other) {
        String name = one.substring(0, one.indexOf('='));
        String again = option + "=" + name + "=2";
        assertThat(shell.run(command, option + "=" + one, option + "=" + other, again))
                .isEqualTo(2);
        assertThat(shell.err()).contains(option + " says two things of '" + name + "'");
        shell.run(command, option + "=" + one, option + "=" + other);
        assertThat(shell.err()).as("two names").doesNotContain("says two things");
    }

    @ParameterizedTest
    @CsvSource({
        "--not-made=as_primary_inputs, --table is missing",
        "--use-computed-output, --table is missing",
        "--format=wiod, --table is missing",
        "--table=t.csv --not-made=as_primary_inputs, --model is missing",
        "--table=t.csv --format=wiod --unit=EUR, leave it out",
        "--table=t.csv --format=wiod --use-computed-output, leave it out",
        "--table=t.csv --format=wiod --model=INDUSTRY_TECHNOLOGY, leave it out",
        "--table=t.csv --format=wiod --use=u.csv --pair=bea_make_use, leave it out",
        "--table=t.csv --use-computed-output --model=INDUSTRY_TECHNOLOGY, leave out the layout",
    })
    void howATableIsReadIsNotPassedOver(String options, String mend) {
        List<String> arguments = new ArrayList<>(List.of("check"));
        arguments.addAll(List.of(options.split(" ", -1)));
        assertThat(shell.run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(shell.err()).contains(mend);
    }

    /** The message that says the two differ names this option, in the library's own layout, too. */
    @Test
    void sumsCountWhereTheyDifferFromWhatIsStated() throws IOException {
        Path table = folder.resolve("stated.csv");
        Files.writeString(table, """
                input-output table,,,sector,final demand,stated output
                kind,name,unit,Corn,Households,
                sector,Corn,t,1,2,4
                """);
        assertThat(shell.run("plan", "--table=" + table)).isEqualTo(1);
        assertThat(shell.err()).contains("--use-computed-output");
        assertThat(shell.run("plan", "--table=" + table, "--use-computed-output", "--json"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("\"Corn\"");
    }

    @Test
    void completionIsAScript() {
        assertThat(shell.run("generate-completion")).isZero();
        assertThat(shell.out()).startsWith("#!").contains("--wage-curve").contains("KEPT_APART");
    }

    @Test
    void numbersAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            shell.run("footprint", "--stressor=CO2");
            String expected = shell.out();
            Locale.setDefault(Locale.GERMANY);
            assertThat(shell.run("footprint", "--stressor=CO2")).isZero();
            assertThat(shell.out()).isEqualTo(expected).contains("687020 thousand t");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void moreThanFiftyRowsAreNotPrintedAndAreInTheFiles() throws IOException {
        Path table = ManyIndustries.write(folder.resolve("many.csv"), 60);
        Path written = folder.resolve("written");

        assertThat(shell.run("prices", "--table=" + table, "--scale=Wages=1.1", "--output=" + written))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("Prices: the largest 20 of 60").contains("and 40 more");
        assertThat(Files.readAllLines(written.resolve("prices.csv"))).hasSize(61);
        assertThat(JsonTree.of(Files.readString(written.resolve(AnswerFiles.JSON)))
                        .at("sheets")
                        .at("prices")
                        .at("rows")
                        .size())
                .isEqualTo(60);

        assertThat(shell.run("prices", "--table=" + table, "--scale=Wages=1.1", "--top=3"))
                .isZero();
        assertThat(shell.out()).contains("the largest 3 of 60").contains("and 57 more");
    }

    /** What would be passed over in silence is refused, with what it belongs to. */
    @ParameterizedTest
    @CsvSource({
        "labour --row Employment --imports KEPT_APART --imports-row Imports --parts 3, --breakdown",
        "labour --row Employment --investment Exports, --depreciation",
        "labour --row Employment --exports Exports, --imports",
        "prices --labour Employment --scale Imports=2, --wage-curve",
        "plan --partial-demand, --demand",
        "optimise --resource Employment=30000 --keep-others, --target or --basket",
        "check --columns a;b;c, --coefficients",
        "check --coefficients x.csv --dust KEEP, --coefficients"
    })
    void anOptionThatMeansNothingByItselfIsRefused(String line, String missing) {
        assertThat(shell.run(line.replace(';', ',').split(" "))).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(shell.err()).contains(missing).containsAnyOf("means something with", "means nothing beside");
    }

    /** The clock is asked at each progress; the third time somebody presses Ctrl-C. */
    @Test
    void aStopIsAnsweredByTheListenerAndWritesNothing() throws IOException {
        Path table = ManyIndustries.write(folder.resolve("many.csv"), 400);
        Path written = folder.resolve("written");
        AtomicReference<Watch> running = new AtomicReference<>();
        AtomicInteger asked = new AtomicInteger();
        Watch watch = shell.watch(() -> {
            if (asked.incrementAndGet() == 3) {
                Objects.requireNonNull(running.get()).stop();
            }
            return 0;
        });
        running.set(watch);

        assertThat(shell.run(watch, "plan", "--table=" + table, "--output=" + written))
                .isEqualTo(130);
        assertThat(asked).as("the work ended soon after").hasValueBetween(3, 6);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isEqualToIgnoringNewLines("Stopped. What was not finished is not written.");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(table);
        }
    }

    @Test
    void progressIsSaidOnceASecond() throws IOException {
        Path table = ManyIndustries.write(folder.resolve("many.csv"), 400);
        AtomicInteger halfSeconds = new AtomicInteger();
        Watch watch = shell.watch(() -> halfSeconds.getAndIncrement() * 500_000_000L);
        assertThat(shell.run(watch, "plan", "--table=" + table)).isZero();
        assertThat(shell.err().lines()).hasSize((halfSeconds.get() - 1) / 2).isNotEmpty();
    }

    /** Of a direct method, which has no iterations, only the name. */
    @Test
    void progressWithoutStepsIsANameOnly() {
        AtomicInteger seconds = new AtomicInteger();
        Watch watch = shell.watch(() -> seconds.getAndIncrement() * 1_000_000_000L);
        assertThat(shell.run(watch, "plan")).isZero();
        assertThat(shell.err().lines()).contains("working: DENSE_LU").noneMatch(line -> line.contains("50,000"));
        watch.proceed(new Progress("GCR", 3, 50_000, 1e-5));
        assertThat(shell.err().lines()).last().isEqualTo("GCR: 3 of 50,000, 1.0e-05");
    }

    @Test
    void aSolverThatDoesNotArriveIsThree() throws IOException {
        Path table = ManyIndustries.write(folder.resolve("many.csv"), 400);
        assertThat(shell.run("plan", "--table=" + table, "--iterations=1", "--tolerance=1e-14"))
                .isEqualTo(3);
        assertThat(shell.err()).contains("not solved as asked").contains("ITERATION_LIMIT");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void anUnknownLabelIsOneMessageWithTheNearest() {
        assertThat(shell.run("footprint", "--stressor=C02")).isEqualTo(1);
        assertThat(shell.err()).contains("C02").contains("CO2").doesNotContain("\tat ");
    }
}
