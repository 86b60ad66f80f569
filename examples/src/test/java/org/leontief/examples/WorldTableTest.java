package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.table.InputOutputTable;

class WorldTableTest {

    @Test
    void thePlanForItsOwnFinalDemandIsTheTable() throws IOException {
        Path folder = SharedData.folder("wiod2013_2011");
        InputOutputTable table = WorldTable.read(folder);
        GrossOutputPlan plan = WorldTable.plan(table);
        assertThat(plan.industries().size()).isEqualTo(1435);
        assertThat(plan.grossOutput().isCertified()).isTrue();
        assertThat(plan.grossOutput().largestRelativeErrorBound()).isLessThan(1e-8);
        assertThat(WorldTable.largestDifference(plan, table)).isLessThan(1e-9);
        assertThat(plan.grossOutput().of("DEU", "c3")).isPositive();
    }
}
