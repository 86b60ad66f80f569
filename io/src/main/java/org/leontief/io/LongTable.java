package org.leontief.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leontief.io.TableForm.Totals;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;

/**
 * Whole input-output tables in long form: a folder with a file for each matrix, one number to a row, as {@link LongCsv} has it. The
 * form for databases and for sparse tables; it holds everything that a table holds.
 *
 * <pre>
 * transactions.csv             Z     from,to,unit,Transactions
 * final-demand.csv             Y
 * value-added.csv              V
 * extensions.csv               F
 * final-demand-extensions.csv  F_Y
 * imports-to-industries.csv    Z_m
 * imports-to-final-users.csv   Y_m
 * stated-output.csv            its one column is called as in {@link InputOutputCsv}: stated output, (counts) or (compared)
 * </pre>
 *
 * <p>Only the transactions must be there. Their labels are the industries, those of final demand the categories, in the order in
 * which they first appear; what stands in the other files is joined to them. What has no row is 0; an industry of which a file has
 * no row at all is there in the unit that it has in the transactions.
 */
public final class LongTable {

    static final String TRANSACTIONS = "transactions.csv";

    private static final String FINAL_DEMAND = "final-demand.csv";
    private static final String VALUE_ADDED = "value-added.csv";
    private static final String EXTENSIONS = "extensions.csv";
    private static final String FINAL_DEMAND_EXTENSIONS = "final-demand-extensions.csv";
    private static final String IMPORTS_TO_INDUSTRIES = "imports-to-industries.csv";
    private static final String IMPORTS_TO_FINAL_USERS = "imports-to-final-users.csv";
    private static final String STATED_OUTPUT = "stated-output.csv";

    private static final List<String> ALL = List.of(
            TRANSACTIONS,
            FINAL_DEMAND,
            VALUE_ADDED,
            EXTENSIONS,
            FINAL_DEMAND_EXTENSIONS,
            IMPORTS_TO_INDUSTRIES,
            IMPORTS_TO_FINAL_USERS,
            STATED_OUTPUT);

    private final DataFolder folder;
    private final CsvOptions options;
    private final Set<String> read = new HashSet<>();

    private LongTable(DataFolder folder, CsvOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /**
     * Reads a table.
     *
     * @param path the folder, or a ZIP archive of it
     * @return the table, and what was not read
     * @throws CsvFormatException if there are no transactions, or files hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads a table.
     *
     * @param path the folder, or a ZIP archive of it
     * @param options how the text of its files is to be read
     * @return the table, and what was not read
     * @throws CsvFormatException if there are no transactions, or files hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return Recognition.expecting(
                path,
                "a table in long form",
                List.of(FileLooks.LONG_TABLE),
                () -> new LongTable(DataFolder.open(path), options).read());
    }

    private DatabaseTable read() throws IOException {
        LabelledMatrix z = matrix(TRANSACTIONS, layout().square(), null)
                .orElseThrow(() -> folder.inFolder(
                        "there is no file " + TRANSACTIONS + ", which a table in long form has at least"));
        Labels industries = z.rows();
        InputOutputTableBuilder table = InputOutputTable.builder(industries).transactions(z);
        Optional<LabelledMatrix> y = matrix(FINAL_DEMAND, layout().rows(industries), z.rowUnits());
        y.ifPresent(table::finalDemand);
        Labels users = y.map(LabelledMatrix::columns).orElse(Labels.of());
        matrix(VALUE_ADDED, layout().columns(industries), null).ifPresent(table::valueAdded);
        readExtensions(table, industries, users);
        readImports(table, industries, users);
        readStatedOutput(table, z);
        return new DatabaseTable("long form", table.build(), notes(y.isPresent()));
    }

    private void readExtensions(InputOutputTableBuilder table, Labels industries, Labels users) throws IOException {
        Optional<LabelledMatrix> f = matrix(EXTENSIONS, layout().columns(industries), null);
        if (f.isEmpty()) {
            return;
        }
        table.extensions(f.get());
        requireUsers(FINAL_DEMAND_EXTENSIONS, users);
        Optional<LabelledMatrix> own = matrix(
                FINAL_DEMAND_EXTENSIONS,
                layout().rows(f.get().rows()).columns(users),
                f.get().rowUnits());
        if (own.isPresent()) {
            requireUnits(FINAL_DEMAND_EXTENSIONS, own.get(), EXTENSIONS, f.get());
            table.finalDemandExtensions(own.get().matrix());
        }
    }

    private void readImports(InputOutputTableBuilder table, Labels industries, Labels users) throws IOException {
        Optional<LabelledMatrix> zm = matrix(IMPORTS_TO_INDUSTRIES, layout().columns(industries), null);
        if (zm.isEmpty()) {
            return;
        }
        requireUsers(IMPORTS_TO_FINAL_USERS, users);
        Optional<LabelledMatrix> ym = matrix(
                IMPORTS_TO_FINAL_USERS,
                layout().rows(zm.get().rows()).columns(users),
                zm.get().rowUnits());
        if (ym.isPresent()) {
            table.imports(zm.get(), ym.get());
        } else {
            table.imports(zm.get());
        }
    }

    private void readStatedOutput(InputOutputTableBuilder table, LabelledMatrix z) throws IOException {
        Optional<LabelledMatrix> stated = matrix(STATED_OUTPUT, layout().rows(z.rows()), z.rowUnits());
        if (stated.isEmpty()) {
            return;
        }
        Labels columns = stated.get().columns();
        Totals totals = StatedKind.named(columns.get(0).toString())
                .filter(kind -> columns.size() == 1)
                .orElseThrow(() -> folder.inFolder(STATED_OUTPUT + " has " + Listing.quoted(columns.asList())
                        + " in 'to', where one of '" + StatedKind.AGREES.written() + "', '"
                        + StatedKind.COUNTS.written() + "', '" + StatedKind.COMPARED.written() + "' is expected"))
                .totals();
        requireUnits(STATED_OUTPUT, stated.get(), TRANSACTIONS, z);
        table.statedOutput(stated.get().matrix().rowSums()).totals(totals.policy(), totals.tolerance());
    }

    private static LongLayout layout() {
        return LongLayout.defaults();
    }

    /** What final users do says nothing where no final user is known. */
    private void requireUsers(String file, Labels users) throws IOException {
        if (users.size() == 0 && !folder.named(file::equals).isEmpty()) {
            throw folder.inFolder("there is " + file + ", and no " + FINAL_DEMAND
                    + " that says who the final users are. Maybe it was left behind");
        }
    }

    /** Units that nobody compares later, of rows that are the same. */
    private void requireUnits(String file, LabelledMatrix found, String other, LabelledMatrix wanted)
            throws CsvFormatException {
        for (int i = 0; i < wanted.rows().size(); i++) {
            String unit = found.rowUnits().get(i);
            if (!unit.equals(wanted.rowUnits().get(i))) {
                throw folder.inFolder("'" + wanted.rows().get(i) + "' is in " + unit + " in " + file + " and in "
                        + wanted.rowUnits().get(i) + " in " + other + ". Convert one of them first");
            }
        }
    }

    /** A file; what has no row in it, since it has nothing to tell, is in the known units. */
    private Optional<LabelledMatrix> matrix(String name, LongLayout layout, @Nullable Units known) throws IOException {
        List<String> found = folder.named(name::equals);
        if (found.size() > 1) {
            throw folder.inFolder("there are " + found.size() + " files " + name + ": " + Listing.quoted(found)
                    + ". Give the folder of one table");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        read.add(found.get(0));
        DataFile file = folder.file(found.get(0));
        return Optional.of(LongReader.read(file, Path.of(name), layout, options, known));
    }

    private List<String> notes(boolean hasFinalDemand) {
        List<String> notes = new ArrayList<>();
        if (!hasFinalDemand) {
            notes.add(
                    "There is no " + FINAL_DEMAND + ": the table has no final demand, and gross output is without it.");
        }
        List<String> unread =
                folder.names().stream().filter(name -> !read.contains(name)).toList();
        if (!unread.isEmpty()) {
            notes.add("Not read, being no part of a table in long form or without what it belongs to: "
                    + Listing.quoted(unread) + ".");
        }
        return notes;
    }

    /**
     * Writes a table so that {@link #read(Path)} gives back an equal one, bit for bit.
     *
     * @param table the table
     * @param folder the folder, made if it is not there; files of the same names are replaced, others are left alone
     * @throws IOException if it cannot be written
     * @throws FileAlreadyExistsException if a file is there that belongs to the form and not to this table, with which it would be
     *     read
     */
    public static void write(InputOutputTable table, Path folder) throws IOException {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(folder, "folder");
        Map<String, LabelledMatrix> files = files(table);
        for (String name : ALL) {
            if (!files.containsKey(name) && Files.exists(folder.resolve(name))) {
                throw new FileAlreadyExistsException(
                        folder.resolve(name).toString(),
                        null,
                        "it belongs to another table, and would be read with this one; write to an empty folder");
            }
        }
        AtomicFile.createFolder(folder);
        for (Map.Entry<String, LabelledMatrix> file : files.entrySet()) {
            LongCsv.write(file.getValue(), folder.resolve(file.getKey()));
        }
    }

    /** In the order in which they are written: the transactions last, so that a new folder without them is known to be incomplete. */
    private static Map<String, LabelledMatrix> files(InputOutputTable table) {
        Map<String, LabelledMatrix> files = new LinkedHashMap<>();
        files.put(FINAL_DEMAND, table.finalDemand().byCategory());
        files.put(VALUE_ADDED, table.valueAdded());
        files.put(EXTENSIONS, table.extensions());
        files.put(FINAL_DEMAND_EXTENSIONS, table.finalDemandExtensions());
        table.imports().ifPresent(imports -> {
            files.put(IMPORTS_TO_INDUSTRIES, imports.toIndustries());
            files.put(IMPORTS_TO_FINAL_USERS, imports.toFinalUsers());
        });
        table.statedOutput().ifPresent(stated -> files.put(STATED_OUTPUT, column(table, stated)));
        files.put(TRANSACTIONS, table.transactions());
        files.values()
                .removeIf(
                        matrix -> matrix.rows().size() == 0 || matrix.columns().size() == 0);
        return files;
    }

    private static LabelledMatrix column(InputOutputTable table, LabelledVector stated) {
        SparseMatrixBuilder column = SparseMatrix.builder(stated.size(), 1);
        for (int i = 0; i < stated.size(); i++) {
            column.add(i, 0, stated.at(i));
        }
        return LabelledMatrix.of(
                stated.name(),
                stated.labels(),
                Labels.of(StatedKind.of(table, stated).written()),
                stated.units(),
                column.build());
    }
}
