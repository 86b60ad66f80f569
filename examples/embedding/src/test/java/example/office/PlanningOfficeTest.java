package example.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.leontief.technology.Recipe.recipe;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.label.UnknownLabelException;

class PlanningOfficeTest {

    /** Bread takes 0.5 of grain and an hour, grain 0.2 of itself and two hours: 1 + 0.5 · 2/0.8 = 2.25 hours a loaf. */
    private final PlanningOffice office = new PlanningOffice(Economy.of(
            recipe("Grain").uses("Grain", 0.2).labour(2),
            recipe("Bread").uses("Grain", 0.5).labour(1)));

    @Test
    void answersEveryoneAtOnce() {
        IntStream.rangeClosed(1, 1000).parallel().forEach(loaves -> {
            var answer = office.whatDoesItTake(Map.of("Bread", (double) loaves), "Labour", Duration.ofMinutes(1));
            assertEquals(2.25 * loaves, answer.amount(), answer.offByAtMost() + Math.ulp(2.25 * loaves));
        });
    }

    @Test
    void namesWhatItDoesNotKnow() {
        var mistake = assertThrows(
                UnknownLabelException.class,
                () -> office.whatDoesItTake(Map.of("Braed", 1.0), "Labour", Duration.ofMinutes(1)));
        assertEquals(true, mistake.getMessage().contains("Bread"), mistake.getMessage());
    }
}
