package example.office;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.leontief.Economy;
import org.leontief.io.InputOutputCsv;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveOptions;

/**
 * A planning tool with Leontief inside: one economy that any number of callers ask at the same time, each with its own
 * patience. An economy never changes, so nothing is locked.
 */
public final class PlanningOffice {

    private final Economy economy;

    public PlanningOffice(Economy economy) {
        economy.viability().requireViable();
        this.economy = economy;
    }

    public static PlanningOffice open(Path table) throws IOException {
        return new PlanningOffice(Economy.of(InputOutputCsv.read(table)));
    }

    /** What a delivery takes, with the furthest that each number can be off. */
    public Answer whatDoesItTake(Map<String, Double> deliveries, String row, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        SolveOptions options = SolveOptions.defaults()
                .withThreads(1) // as many callers as there are processors: each gets one
                .withListener(progress -> System.nanoTime() < deadline);
        GrossOutputPlan plan = economy.with(options).plan(deliveries);
        var use = plan.extension(row);
        return new Answer(use.total(), use.totalErrorBound(), plan.report().toString());
    }

    /** An amount, how far it can be off, and how it was reached. */
    public record Answer(double amount, double offByAtMost, String how) {}

    public static void main(String[] arguments) throws IOException {
        PlanningOffice office = open(Path.of(arguments[0]));
        Answer answer = office.whatDoesItTake(Map.of("Construction", 1000.0), "Employment", Duration.ofSeconds(10));
        System.out.printf("A thousand million EUR of construction takes the work of %.2f thousand persons%n", answer.amount());
    }
}
