package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leontief.io.MrioParts.Kind;
import org.leontief.io.MrioParts.Per;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/**
 * Reads EXIOBASE hybrid, release 3.3.18 as published: input-output tables by product technology, and supply and use tables.
 * Goods are in tonnes, energy in TJ, services in million EUR; every product says its unit, and the tables carry it. Sums over
 * products of different units mean nothing, and the library refuses to form them.
 *
 * <ul>
 *   <li>{@code MR_HIOT_2011_v3_3_18_by_product_technology.csv}: products in the rows ({@code region, name, code, code, unit}),
 *       activities in the columns ({@code region, name, code, code}, one below the other), with {@code …_FD.csv} for final demand.
 *       {@code …_principal_production.csv} says which product an activity makes; activities are called by it, so that rows and
 *       columns have the same labels, {@code new Label("DK", "Wheat")}.
 *   <li>{@code MR_HSUP_….csv} and {@code MR_HUSE_….csv}, products × activities, with {@code MR_HSUTs_…_FD.csv}.
 *   <li>{@code …_extensions.xlsx}, if it is there: resources, land, emissions, waste and others, called
 *       {@code "Emiss / Carbon dioxide, fossil / air"}; value added.
 * </ul>
 *
 * <p>The release of 3.3.17 is a binary workbook (.xlsb), which is not read.
 *
 * <p>Source: S. Merciai and J. Schmidt, <i>EXIOBASE HYBRID v3 – 2011 (3.3.18)</i>, Zenodo, doi:10.5281/zenodo.7244919; the same, <i>Methodology
 * for the construction of global multi-regional hybrid supply and use tables for the EXIOBASE v3 database</i>, Journal of
 * Industrial Ecology 22 (2018). The layout is the one that two other programs read: MARIO (parser of the hybrid HSUT and HIOT)
 * and bw_exiobase (its list of files, sheets and label columns).
 */
public final class ExiobaseHybrid {

    private static final List<FileLooks> LOOKS = List.of(FileLooks.EXIOBASE_HYBRID);
    private static final Pattern VERSION = Pattern.compile("_v(\\d+)[_.](\\d+)[_.](\\d+)");
    private static final String RELEASE = ".*_v[\\d_.]+";

    private final DataFolder folder;
    /** A blank cell is 0, which the notes count. */
    private final CsvOptions options;

    private ExiobaseHybrid(DataFolder folder, CsvOptions options) {
        this.folder = folder;
        this.options = options.withMissingAsZero("");
    }

    /**
     * Reads the input-output table by product technology.
     *
     * @param path the folder or ZIP archive
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads the input-output table by product technology, watched.
     *
     * @param path the folder or ZIP archive
     * @param options the listener that is told how far the read has come, if there is one
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return Recognition.expecting(
                path,
                "an input-output table of EXIOBASE hybrid",
                LOOKS,
                () -> new ExiobaseHybrid(DataFolder.open(path), options).inputOutput());
    }

    /**
     * Reads the supply and use tables.
     *
     * @param path the folder or ZIP archive
     * @return the tables at basic prices, and what they could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseSupplyUse readSupplyUse(Path path) throws IOException {
        return readSupplyUse(path, CsvOptions.defaults());
    }

    /**
     * Reads the supply and use tables, watched.
     *
     * @param path the folder or ZIP archive
     * @param options the listener that is told how far the read has come, if there is one
     * @return the tables at basic prices, and what they could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseSupplyUse readSupplyUse(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return Recognition.expecting(
                path,
                "supply and use tables of EXIOBASE hybrid",
                LOOKS,
                () -> new ExiobaseHybrid(DataFolder.open(path), options).supplyUse());
    }

    private DatabaseTable inputOutput() throws IOException {
        DataFile file = file("the input-output table", "MR_HIOT" + RELEASE + "_by_product_technology\\.csv");
        HybridMatrix flows = HybridMatrix.ofProducts(file, options);
        Labels products = flows.products();
        Labels activities = flows.columns();
        Labels madeByActivity = principalProducts(activities);
        // The activity that makes each product, in the order of the products.
        Labels makers = reordered(flows, activities, products, madeByActivity);
        MrioParts parts =
                new MrioParts("EXIOBASE hybrid " + version(file), folder.root().toString());
        parts.noteEmptyCells(flows.source());
        Units units = Units.perLabel(flows.unitsOfProducts());
        parts.sectors(products, units);
        parts.transactions(flows.in(products, units, makers, file.name()));
        HybridMatrix demand = HybridMatrix.ofProducts(file("final demand", "MR_HIOT" + RELEASE + "_FD\\.csv"), options);
        parts.noteEmptyCells(demand.source());
        Labels users = demand.columns();
        parts.finalDemand(users, demand.in(products, units, users, file.name()));
        Optional<HybridAccounts> accounts = accounts("MR_HIOT", makers, users);
        if (accounts.isPresent()) {
            HybridAccounts found = accounts.get();
            found.valueAdded().ifPresent(account -> parts.add(rows(account, Kind.VALUE_ADDED)));
            found.extensions().forEach(account -> parts.add(rows(account, Kind.EXTENSION)));
            found.notes().forEach(parts::note);
        } else {
            parts.note(withoutAccounts("MR_HIOT"));
        }
        return parts.build();
    }

    private static MrioParts.Rows rows(HybridAccounts.Account account, Kind kind) {
        return new MrioParts.Rows(
                account.group(),
                kind,
                account.names(),
                account.units(),
                Per.PERIOD,
                account.byActivity(),
                account.byFinalUser().orElse(null));
    }

    /** Which product each activity makes: eight rows, of which the first four name the activity and the others the product. */
    private Labels principalProducts(Labels activities) throws IOException {
        DataFile file = file("the products that activities make", "MR_HIOT" + RELEASE + "_principal_production\\.csv");
        List<List<String>> rows = new ArrayList<>();
        try (CsvSource source = CsvSource.open(file, options)) {
            while (rows.size() <= HybridMatrix.LEVELS && source.next()) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < source.width(); c++) {
                    cells.add(source.cell(c));
                }
                rows.add(cells);
            }
            int before = rows.isEmpty() ? 0 : rows.get(0).size() - activities.size();
            boolean fits = rows.size() > HybridMatrix.LEVELS
                    && before >= 0
                    && rows.stream().allMatch(row -> row.size() == rows.get(0).size());
            if (!fits) {
                throw source.inFile("five rows of equal length are expected, of region, name and two codes of "
                        + activities.size() + " activities and the name of their products");
            }
            Label[] products = new Label[activities.size()];
            for (int c = before; c < rows.get(0).size(); c++) {
                Label activity = new Label(rows.get(0).get(c), rows.get(1).get(c));
                String product = rows.get(HybridMatrix.LEVELS).get(c);
                if (!activities.contains(activity) || product.isEmpty()) {
                    throw source.inFile("column " + (c + 1) + ", '" + activity + "', "
                            + (product.isEmpty() ? "names no product" : "is no activity of the table"));
                }
                products[activities.indexOf(activity)] = new Label(activity.region(), product);
            }
            return Labels.ofLabels(Arrays.asList(products));
        } catch (IllegalArgumentException e) {
            throw new CsvFormatException(file.shown(), 0, file.shown() + ": " + e.getMessage(), e);
        }
    }

    private static Labels reordered(HybridMatrix flows, Labels activities, Labels products, Labels madeByActivity)
            throws CsvFormatException {
        try {
            int[] places = products.placesIn(madeByActivity, "the principal products of the activities");
            return Labels.ofLabels(
                    Arrays.stream(places).mapToObj(activities::get).toList());
        } catch (IllegalArgumentException e) {
            throw flows.fails(String.valueOf(e.getMessage()));
        }
    }

    private DatabaseSupplyUse supplyUse() throws IOException {
        DataFile file = file("supply", "MR_HSUP" + RELEASE + "\\.csv");
        HybridMatrix supply = HybridMatrix.ofProducts(file, options);
        HybridMatrix use = HybridMatrix.ofProducts(file("use", "MR_HUSE" + RELEASE + "\\.csv"), options);
        HybridMatrix demand =
                HybridMatrix.ofProducts(file("final demand", "MR_HSUTs?" + RELEASE + "_FD\\.csv"), options);
        Labels products = supply.products();
        Labels activities = supply.columns();
        Labels users = demand.columns();
        Units units = Units.perLabel(supply.unitsOfProducts());
        SupplyUseNotes notes = new SupplyUseNotes("EXIOBASE hybrid " + version(file) + ", supply and use");
        for (HybridMatrix read : List.of(supply, use, demand)) {
            if (read.source().emptyCells() > 0) {
                notes.add(read.source().emptyCells() + " empty cells of "
                        + read.source().file().name() + " are 0 here.");
            }
        }
        SupplyUseTableBuilder builder = SupplyUseTable.builder(products, activities)
                .units(units)
                .supply(LabelledMatrix.of(
                        "Supply", products, activities, units, supply.source().matrix()))
                .use(LabelledMatrix.of(
                        "Use", products, activities, units, use.in(products, units, activities, file.name())))
                .finalDemand(LabelledMatrix.of(
                        "Final demand", products, users, units, demand.in(products, units, users, file.name())));
        addValueAdded(builder, activities, users, notes);
        addExtensions(builder, activities, users, notes);
        return notes.of(builder.build());
    }

    /** Value added by activity stands in the workbook of the input-output table, whose activities are the same. */
    private void addValueAdded(SupplyUseTableBuilder builder, Labels activities, Labels users, SupplyUseNotes notes)
            throws IOException {
        for (String begin : List.of("MR_HSUTs?", "MR_HIOT")) {
            Optional<HybridAccounts> accounts = accounts(begin, activities, users);
            Optional<HybridAccounts.Account> found =
                    accounts.isPresent() ? accounts.get().valueAdded() : Optional.empty();
            if (found.isPresent()) {
                HybridAccounts.Account account = found.get();
                builder.valueAdded(
                        labelled("Value added", List.of(account), activities, List.of(account.byActivity())));
                return;
            }
        }
        notes.add("There is no value added: neither workbook of extensions has a sheet VA_act.");
    }

    private void addExtensions(SupplyUseTableBuilder builder, Labels activities, Labels users, SupplyUseNotes notes)
            throws IOException {
        Optional<HybridAccounts> accounts = accounts("MR_HSUTs?", activities, users);
        if (accounts.isEmpty()) {
            notes.add(withoutAccounts("MR_HSUTs"));
            return;
        }
        List<HybridAccounts.Account> extensions = accounts.get().extensions();
        if (!extensions.isEmpty()) {
            List<SparseMatrix> ofActivities =
                    extensions.stream().map(HybridAccounts.Account::byActivity).toList();
            List<SparseMatrix> ofUsers =
                    extensions.stream().map(account -> ofUsers(account, users)).toList();
            builder.extensions(labelled("Extensions", extensions, activities, ofActivities))
                    .finalDemandExtensions(labelled("Extensions of final users", extensions, users, ofUsers));
        }
        accounts.get().notes().forEach(notes::add);
    }

    private static SparseMatrix ofUsers(HybridAccounts.Account account, Labels users) {
        return account.byFinalUser()
                .orElseGet(() -> SparseMatrix.zeros(account.names().size(), users.size()));
    }

    private static LabelledMatrix labelled(
            String name, List<HybridAccounts.Account> accounts, Labels columns, List<SparseMatrix> blocks) {
        List<String> names = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (HybridAccounts.Account account : accounts) {
            names.addAll(account.names());
            units.addAll(account.units());
        }
        return LabelledMatrix.of(
                name, Labels.of(names), columns, Units.perLabel(units), Blocks.below(columns.size(), blocks));
    }

    private Optional<HybridAccounts> accounts(String begin, Labels activities, Labels users) throws IOException {
        String what = begin + RELEASE + "_extensions\\.xlsx";
        return folder.named(name -> name.matches(what)).isEmpty()
                ? Optional.empty()
                : Optional.of(new HybridAccounts(file("extensions", what), activities, users, options));
    }

    private static String withoutAccounts(String begin) {
        return "There is no workbook of extensions (" + begin + "_…_extensions.xlsx) in the folder.";
    }

    private DataFile file(String what, String pattern) throws IOException {
        if (folder.named(name -> name.matches(pattern)).isEmpty()
                && !folder.named(name -> name.matches("(Exiobase_)?MR_H.*\\.xlsb"))
                        .isEmpty()) {
            throw folder.inFolder(
                    "there is no file with " + what + " as text (.csv), and binary workbooks (.xlsb) are not"
                            + " read. Release 3.3.18 is published as CSV");
        }
        return folder.only(what + " of EXIOBASE hybrid", name -> name.matches(pattern));
    }

    private static String version(DataFile file) {
        Matcher version = VERSION.matcher(file.name());
        return version.find() ? version.group(1) + "." + version.group(2) + "." + version.group(3) : "";
    }
}
