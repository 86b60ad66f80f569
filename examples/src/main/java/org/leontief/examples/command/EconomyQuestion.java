package org.leontief.examples.command;

import java.io.IOException;
import org.leontief.Economy;
import org.leontief.region.RegionalEconomy;
import picocli.CommandLine.Mixin;

/** A question whose answer solves with the coefficients of the table. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls anything
abstract class EconomyQuestion extends Question {

    @Mixin
    private TechnologyArguments technology;

    @Mixin
    private SolverArguments solver;

    /** The economy of the table, watched; proved to be viable. */
    final Economy economy() throws IOException {
        Economy economy = Economy.of(table(), technology.policies()).with(solver.options(watch()));
        economy.viability().requireViable();
        return economy;
    }

    /** The same of a table with regions. */
    final RegionalEconomy regionalEconomy() throws IOException {
        RegionalEconomy economy =
                RegionalEconomy.of(table(), technology.policies()).with(solver.options(watch()));
        economy.coefficients().viability().requireViable();
        return economy;
    }
}
