package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;

/**
 * The workbook of extensions of EXIOBASE hybrid: a sheet {@code Emiss_act} for what activities emit and {@code Emiss_FD} for final
 * users, and so on for resources, land, waste and others; value added in {@code VA_act}.
 */
final class HybridAccounts {

    private static final String ACTIVITIES = "_act";
    private static final String FINAL_USERS = "_fd";
    private static final String VALUE_ADDED = "VA_act";

    /**
     * Rows of one account.
     *
     * @param group the name of the sheet without its end
     * @param names of the rows
     * @param units of the rows
     * @param byActivity in the order of the activities
     * @param byFinalUser in the order of the final users; empty if there is no such sheet
     */
    record Account(
            String group,
            List<String> names,
            List<String> units,
            SparseMatrix byActivity,
            Optional<SparseMatrix> byFinalUser) {}

    private final DataFile workbook;
    private final List<String> sheets;
    private final CsvOptions options;
    private final Labels activities;
    private final Labels users;
    private long emptyCells;
    private final LabelList left = new LabelList();

    HybridAccounts(DataFile workbook, Labels activities, Labels users, CsvOptions options) throws IOException {
        this.workbook = workbook;
        this.activities = activities;
        this.users = users;
        this.options = options;
        sheets = Workbooks.sheets(workbook);
    }

    /** Value added, if the workbook has it: code, a second code, name and unit beside the numbers. */
    Optional<Account> valueAdded() throws IOException {
        if (!sheets.contains(VALUE_ADDED)) {
            return Optional.empty();
        }
        HybridMatrix read = read(VALUE_ADDED, 4);
        return Optional.of(new Account(
                "VA",
                read.source().rowLabels(2),
                units(read, 3),
                read.withColumns(activities, "the activities"),
                Optional.empty()));
    }

    /** All accounts that have a sheet by activity. */
    List<Account> extensions() throws IOException {
        List<Account> accounts = new ArrayList<>();
        List<String> read = new ArrayList<>(List.of(VALUE_ADDED));
        for (String sheet : sheets) {
            if (sheet.endsWith(ACTIVITIES) && !sheet.equals(VALUE_ADDED)) {
                String group = sheet.substring(0, sheet.length() - ACTIVITIES.length());
                Optional<String> ofUsers = sheets.stream()
                        .filter(other ->
                                other.toLowerCase(Locale.ROOT).equals(group.toLowerCase(Locale.ROOT) + FINAL_USERS))
                        .findFirst();
                accounts.add(account(group, sheet, ofUsers));
                read.add(sheet);
                ofUsers.ifPresent(read::add);
            }
        }
        sheets.stream().filter(sheet -> !read.contains(sheet)).forEach(left::add);
        return accounts;
    }

    private Account account(String group, String sheet, Optional<String> ofUsers) throws IOException {
        // Emissions have a compartment behind their unit, all others have name and unit.
        int labelColumns = group.toLowerCase(Locale.ROOT).startsWith("emis") ? 3 : 2;
        HybridMatrix read = read(sheet, labelColumns);
        List<String> names = names(group, read);
        Optional<SparseMatrix> byFinalUser = Optional.empty();
        if (ofUsers.isPresent()) {
            HybridMatrix other = read(ofUsers.get(), labelColumns);
            if (!names(group, other).equals(names)) {
                throw other.fails("the rows are not those of sheet '" + sheet + "', in its order");
            }
            byFinalUser = Optional.of(other.withColumns(users, "final demand"));
        }
        return new Account(group, names, units(read, 1), read.withColumns(activities, "the activities"), byFinalUser);
    }

    private HybridMatrix read(String sheet, int labelColumns) throws IOException {
        HybridMatrix read = HybridMatrix.ofSheet(workbook, sheet, labelColumns, options);
        emptyCells += read.source().emptyCells();
        return read;
    }

    /** The same substances stand in several accounts, so that the account belongs to the name. */
    private static List<String> names(String group, HybridMatrix read) throws CsvFormatException {
        List<String> names = new ArrayList<>();
        for (List<String> labels : read.source().rows()) {
            if (labels.get(0).isEmpty()) {
                throw read.fails("row " + (names.size() + 1) + " of the numbers has no name");
            }
            String compartment = labels.size() > 2 && !labels.get(2).isEmpty() ? Label.SEPARATOR + labels.get(2) : "";
            names.add(group + Label.SEPARATOR + labels.get(0) + compartment);
        }
        return names;
    }

    private static List<String> units(HybridMatrix read, int labelColumn) throws CsvFormatException {
        List<String> units = read.source().rowLabels(labelColumn);
        int without = units.indexOf("");
        if (without >= 0) {
            throw read.fails("row " + (without + 1) + " of the numbers has no unit");
        }
        return units;
    }

    /** What of the workbook is not in the table, or is there as 0; sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (emptyCells > 0) {
            notes.add(emptyCells + " empty cells of " + workbook.name() + " are 0 here.");
        }
        if (!left.isEmpty()) {
            notes.add("Sheets of " + workbook.name() + " that were not read: " + left + ".");
        }
        return notes;
    }
}
