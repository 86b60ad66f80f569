package org.leontief.examples.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leontief.Economy;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.region.RegionalAccounts;
import org.leontief.region.RegionalFootprint;
import org.leontief.table.FinalDemand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whose consumption causes it, and where? */
@Command(
        name = "footprint",
        description = {
            "Whose consumption causes emissions, work or income, and where? Direct emissions of final users included.",
            "",
            "  S L y + F_Y",
            ""
        },
        footer = {
            "Example: leontief footprint --table docs/three-regions.csv --stressor CO2 --region North --by product"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class FootprintCommand extends EconomyQuestion {

    /** What a footprint is divided by. */
    enum By {
        /** Where it happens. */
        REGION,
        /** In which industry, wherever it stands. */
        SECTOR,
        /** In which product it ends up. */
        PRODUCT,
        /** For which final users. */
        CATEGORY
    }

    @Option(
            names = "--stressor",
            paramLabel = "ROW",
            required = true,
            description = "An extension or a row of value added, such as CO2. Repeated: added up, in one unit.")
    private List<String> stressors;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Whose footprint is taken apart. Without it: the accounts of all regions.")
    private @Nullable String region;

    @Option(
            names = "--by",
            paramLabel = "PARTS",
            description = "Into what: ${COMPLETION-CANDIDATES}. Default: REGION, or PRODUCT where there are none.")
    private @Nullable By by;

    @Override
    Answer answer() throws IOException {
        if (table().industries().regions().isEmpty()) {
            return ofOneEconomy();
        }
        RegionalAccounts accounts = regionalEconomy().accounts(stressors.toArray(String[]::new));
        Answer answer = region == null ? accounts(accounts) : footprint(accounts, region);
        return answer.notes(accounts.report().notes());
    }

    private Answer accounts(RegionalAccounts accounts) {
        if (by != null && by != By.REGION) {
            throw usage("--by " + by + " takes a footprint apart: whose? --region is missing.");
        }
        return new Answer("Who causes it and where it happens: " + accounts.name())
                .sheet(new Sheet(
                                "Accounts of regions",
                                "Region",
                                accounts.consumption().labels())
                        .bounded("Consumption", accounts.consumption())
                        .vector("Production", accounts.production().values())
                        .vector("Imports", accounts.imports().values())
                        .vector("Exports", accounts.exports().values())
                        .vector("Direct", accounts.direct().values()))
                .fact("World consumption", accounts.consumption().total(), accounts.unit())
                .fact("World production", accounts.production().total(), accounts.unit());
    }

    private Answer footprint(RegionalAccounts accounts, String whose) {
        RegionalFootprint footprint = accounts.footprint(whose);
        By parts = by == null ? By.REGION : by;
        BoundedVector divided = switch (parts) {
            case REGION -> footprint.bySourceRegion();
            case SECTOR -> footprint.bySourceSector();
            case PRODUCT -> footprint.byProductName();
            case CATEGORY -> footprint.byCategory();
        };
        return new Answer("Footprint of " + whose + ": " + accounts.name())
                .sheet(parts(parts, divided))
                .fact("Footprint", footprint.total(), accounts.unit())
                .fact("Embodied in products", footprint.embodied(), accounts.unit())
                .fact("Direct", footprint.direct(), accounts.unit());
    }

    private static Sheet parts(By by, BoundedVector divided) {
        String name = by.name().charAt(0) + by.name().substring(1).toLowerCase(Locale.ROOT);
        return new Sheet("By " + name.toLowerCase(Locale.ROOT), name, divided.labels()).bounded("Amount", divided);
    }

    /** Without regions all final demand is one footprint, exports included. */
    private Answer ofOneEconomy() throws IOException {
        if (region != null || by == By.REGION) {
            throw usage("The table has no regions: leave out --region, and divide --by SECTOR, PRODUCT or CATEGORY.");
        }
        if (stressors.size() > 1) {
            throw usage("Of a table without regions one --stressor is asked for at a time.");
        }
        String stressor = stressors.get(0);
        Economy economy = economy();
        GrossOutputPlan plan = economy.plan(table().finalDemand().total());
        String unit = plan.extension(stressor).values().units().common();
        By parts = by == null ? By.PRODUCT : by;
        BoundedVector divided = switch (parts) {
            case SECTOR -> plan.extension(stressor);
            case CATEGORY -> byCategory(economy.multipliers(stressor), table().finalDemand(), unit);
            case PRODUCT, REGION -> byProduct(economy.multipliers(stressor), table().finalDemand(), unit);
        };
        double direct = table().finalDemandRow(stressor).total();
        return new Answer("Footprint of all final demand: " + stressor)
                .sheet(parts(parts, divided))
                .fact("Embodied in products", Bounded.totalOf(plan.extension(stressor)), unit)
                .fact("Direct", direct, unit);
    }

    private static BoundedVector byProduct(BoundedVector multipliers, FinalDemand demand, String unit) {
        return BoundedVector.of(
                multipliers.values().name(),
                multipliers.labels(),
                Units.of(unit),
                i -> Bounded.of(multipliers, i)
                        .times(Bounded.exact(demand.total().at(i))));
    }

    private static BoundedVector byCategory(BoundedVector multipliers, FinalDemand demand, String unit) {
        Labels categories = demand.categories();
        return BoundedVector.of(
                multipliers.values().name(),
                categories,
                Units.of(unit),
                c -> Bounded.dot(
                        multipliers, demand.category(categories.get(c).name()).toArray()));
    }
}
