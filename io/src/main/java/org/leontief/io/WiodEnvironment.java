package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/**
 * One environmental account of the WIOD's release of 2013: a workbook for each country, a sheet for each year, industries and
 * households in the rows, stressors in the columns.
 */
final class WiodEnvironment {

    /** Households in the accounts, by the code that they have there. */
    static final String HOUSEHOLDS = "FC_HH";

    private static final Pattern NAME =
            Pattern.compile("(?i)([A-Z]{3})_(AIR|CO2|EM|EU|LAN|MAT|WAT)_[A-Z]{3}\\d\\d\\.xlsx?");
    private static final Pattern INDUSTRY = Pattern.compile("sec(?!TOT$)(\\S+)");
    private static final Pattern SUM = Pattern.compile("secTOT|total");
    /** Where the sheets do not say the unit themselves. */
    private static final Map<String, String> UNITS = Map.of("CO2", "Gg", "EM", "TJ", "EU", "TJ");

    private static final String CARBON_DIOXIDE = "CO2";

    private final String account;
    private final Map<String, Integer> stressors = new LinkedHashMap<>();
    private final List<String> units = new ArrayList<>();
    private final List<Label> columns = new ArrayList<>();
    private final Map<Label, Integer> placeOfColumn = new HashMap<>();
    private final CellList cells = new CellList();

    private WiodEnvironment(String account) {
        this.account = account;
    }

    /** Reads all countries of one account: a folder, an archive or the workbook of one country. */
    static LabelledMatrix read(Path path, int year, CsvOptions options) throws IOException {
        Map<String, DataFile> fileOfCountry = new LinkedHashMap<>();
        String account = files(path, fileOfCountry);
        WiodEnvironment environment = new WiodEnvironment(account);
        CsvOptions blankIsZero = options.withMissingAsZero("");
        for (Map.Entry<String, DataFile> country : fileOfCountry.entrySet()) {
            try (CsvSource source = CsvSource.openSheet(country.getValue(), Integer.toString(year), blankIsZero)) {
                environment.take(country.getKey(), source);
            }
        }
        return LabelledMatrix.of(
                account,
                Labels.of(List.copyOf(environment.stressors.keySet())),
                Labels.ofLabels(environment.columns),
                Units.perLabel(environment.units),
                environment.matrix());
    }

    /** Finds the workbook of each country; the account that they are of. */
    private static String files(Path path, Map<String, DataFile> fileOfCountry) throws IOException {
        Path last = path.getFileName();
        if (last != null && NAME.matcher(last.toString()).matches()) {
            return put(DataFile.plain(path), fileOfCountry);
        }
        DataFolder folder = DataFolder.open(path);
        String account = "";
        for (String name : folder.named(NAME.asMatchPredicate())) {
            DataFile file = folder.file(name);
            String found = put(file, fileOfCountry);
            if (!account.isEmpty() && !account.equals(found)) {
                throw folder.inFolder("there are several accounts, " + account + " and " + found
                        + ". Give the folder or archive of one of them");
            }
            account = found;
        }
        if (fileOfCountry.isEmpty()) {
            throw folder.inFolder("there is no workbook of environmental accounts, with a name like AUS_AIR_May12.xls");
        }
        return account;
    }

    private static String put(DataFile file, Map<String, DataFile> fileOfCountry) throws CsvFormatException {
        Matcher name = NAME.matcher(file.name());
        if (!name.matches()) {
            throw new IllegalStateException(file.name());
        }
        DataFile earlier = fileOfCountry.put(name.group(1).toUpperCase(Locale.ROOT), file);
        if (earlier != null) {
            throw new CsvFormatException(
                    file.shown(),
                    0,
                    file.shown() + ": there is another workbook of the country, " + earlier.name() + ".");
        }
        return name.group(2).toUpperCase(Locale.ROOT);
    }

    private void take(String country, CsvSource source) throws IOException {
        source.first();
        List<String> header = new ArrayList<>();
        for (int c = 0; c < source.width(); c++) {
            header.add(source.cell(c));
        }
        if (!source.next()) {
            throw source.inFile("the sheet has a header and nothing below it");
        }
        // Codes stand in the first column below the unit, or in the second behind names.
        int codes = INDUSTRY.matcher(source.cell(0)).matches() ? 0 : 1;
        int[] rowOfColumn = rows(source, header, codes);
        do {
            String code = codes < source.width() ? source.cell(codes) : "";
            Matcher industry = INDUSTRY.matcher(code);
            if (SUM.matcher(code).matches()) {
                continue;
            }
            if (!industry.matches() && !code.equals(HOUSEHOLDS)) {
                throw source.inRow("found the code " + NumberParser.quoted(code)
                        + " where that of an industry ('secAtB'), of households ('" + HOUSEHOLDS
                        + "') or of a total is expected");
            }
            Label label = new Label(country, industry.matches() ? industry.group(1) : HOUSEHOLDS);
            source.nameRow(label.toString());
            int column = place(source, label);
            for (int c = codes + 1; c < header.size(); c++) {
                if (rowOfColumn[c] >= 0) {
                    cells.add(rowOfColumn[c], column, source.number(c), source.line());
                }
            }
        } while (source.next());
    }

    /** Which row of the account each column of the sheet is; −1 for columns without a name. */
    private int[] rows(CsvSource source, List<String> header, int codes) throws CsvFormatException {
        boolean isFirst = stressors.isEmpty();
        int[] rowOfColumn = new int[header.size()];
        int known = 0;
        for (int c = 0; c < header.size(); c++) {
            String name = c > codes ? header.get(c) : "";
            rowOfColumn[c] = -1;
            if (!name.isEmpty()) {
                if (isFirst) {
                    stressors.put(name, stressors.size());
                    units.add(unit(source, header.get(0), name));
                }
                Integer row = stressors.get(name);
                if (row == null) {
                    throw source.inRow("the column " + NumberParser.quoted(name)
                            + " is not in the workbooks of the other countries, which have "
                            + String.join(", ", stressors.keySet()));
                }
                rowOfColumn[c] = row;
                known++;
            }
        }
        if (known != stressors.size() || known == 0) {
            throw source.inRow("the columns are not those of the other countries, "
                    + String.join(", ", stressors.keySet()) + ", each once");
        }
        return rowOfColumn;
    }

    private String unit(CsvSource source, String corner, String stressor) throws CsvFormatException {
        if (account.equals("AIR")) {
            return stressor.equals(CARBON_DIOXIDE) ? "Gg" : "t";
        }
        String unit = UNITS.getOrDefault(account, corner);
        if (unit.isEmpty()) {
            throw source.inRow("a unit is expected in the first cell of the sheet");
        }
        return unit;
    }

    private int place(CsvSource source, Label label) throws CsvFormatException {
        Integer earlier = placeOfColumn.putIfAbsent(label, columns.size());
        if (earlier != null) {
            throw source.inRow("'" + label + "' stands twice");
        }
        columns.add(label);
        return columns.size() - 1;
    }

    private SparseMatrix matrix() {
        return cells.toMatrix(stressors.size(), columns.size());
    }

    /** Adds an account to a world table, whose countries may be called ROM and RoW where the account has ROU and ROW. */
    static void join(LabelledMatrix account, Labels sectors, Labels users, String households, MrioParts parts)
            throws CsvFormatException {
        int[] placeOfSector = new int[sectors.size()];
        LabelList missing = new LabelList();
        for (int j = 0; j < placeOfSector.length; j++) {
            placeOfSector[j] = find(account.columns(), sectors.get(j)).orElse(-1);
            if (placeOfSector[j] < 0) {
                missing.add(sectors.get(j).toString());
            }
        }
        if (!missing.isEmpty()) {
            throw parts.fails("the account " + account.name() + " has nothing for " + missing
                    + ". Every industry of the table must be in it; is a country's workbook missing?");
        }
        // Of other final users than households the accounts say nothing: a matrix with their columns, empty.
        int[] placeOfUser = new int[users.size()];
        for (int c = 0; c < placeOfUser.length; c++) {
            Label user = users.get(c);
            placeOfUser[c] = user.name().equals(households)
                    ? find(account.columns(), new Label(user.region(), HOUSEHOLDS))
                            .orElse(-1)
                    : -1;
        }
        parts.add(new MrioParts.Rows(
                account.name(),
                MrioParts.Kind.EXTENSION,
                account.rows().asList().stream().map(Label::toString).toList(),
                units(account),
                MrioParts.Per.PERIOD,
                account.matrix().columns(placeOfSector),
                columns(account.matrix(), placeOfUser)));
        noteWhatIsLeft(account, placeOfSector, placeOfUser, parts);
    }

    private static List<String> units(LabelledMatrix account) {
        List<String> units = new ArrayList<>();
        for (int i = 0; i < account.rows().size(); i++) {
            units.add(account.rowUnits().get(i));
        }
        return units;
    }

    private static SparseMatrix columns(SparseMatrix matrix, int[] places) {
        CellList chosen = new CellList();
        for (int c = 0; c < places.length; c++) {
            int column = c;
            if (places[c] >= 0) {
                matrix.forEachInColumn(places[c], (i, j, v) -> chosen.add(i, column, v, 0));
            }
        }
        return chosen.toMatrix(matrix.rows(), places.length);
    }

    private static void noteWhatIsLeft(LabelledMatrix account, int[] sectors, int[] users, MrioParts parts) {
        boolean[] used = new boolean[account.columns().size()];
        for (int place : sectors) {
            used[place] = true;
        }
        for (int place : users) {
            if (place >= 0) {
                used[place] = true;
            }
        }
        LabelList left = new LabelList();
        int[] numbers = new int[1];
        for (int c = 0; c < used.length; c++) {
            if (!used[c]) {
                left.add(account.columns().get(c).toString());
                account.matrix().forEachInColumn(c, (i, j, v) -> numbers[0]++);
            }
        }
        if (!left.isEmpty()) {
            parts.note("The account " + account.name() + " has " + left + ", which the table does not have; "
                    + numbers[0] + " numbers other than 0 are left out.");
        }
    }

    private static OptionalInt find(Labels columns, Label wanted) {
        String region = String.valueOf(wanted.region());
        for (String called : List.of(region, region.toUpperCase(Locale.ROOT), region.equals("ROM") ? "ROU" : region)) {
            Label label = new Label(called, wanted.name());
            if (columns.contains(label)) {
                return OptionalInt.of(columns.indexOf(label));
            }
        }
        return OptionalInt.empty();
    }
}
