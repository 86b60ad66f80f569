package org.leontief.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a database: a folder with what is below it, or a ZIP archive, which is read in place and never unpacked to
 * disk. Names are relative to the folder, with {@code /} between parts. A name that leads out of the folder is refused.
 */
final class DataFolder {

    /** Below this depth no database has files; it bounds the walk through a folder given by mistake. */
    private static final int DEEPEST = 4;

    private static final int MOST_FILES = 100_000;

    private final Path root;
    private final boolean isArchive;
    private List<String> names;
    private boolean hasLookedIntoArchives;

    private DataFolder(Path root, boolean isArchive, List<String> names) {
        this.root = root;
        this.isArchive = isArchive;
        this.names = names;
    }

    /** Opens a folder or an archive. */
    static DataFolder open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new DataFolder(path, false, filesBelow(path));
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!DataFile.isZip(path)) {
            throw new CsvFormatException(
                    path.toString(),
                    0,
                    path + ": a folder or a ZIP archive is expected, and this is neither. Maybe the folder is meant in"
                            + " which it lies?");
        }
        return new DataFolder(path, true, members(path));
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            List<String> found = new ArrayList<>(walk.filter(Files::isRegularFile)
                    .limit(MOST_FILES)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList());
            Collections.sort(found);
            return found;
        } catch (UncheckedIOException e) {
            throw new IOException(folder + ": the folder cannot be looked through: " + e.getMessage(), e);
        }
    }

    private static List<String> members(Path path) throws IOException {
        try (ZipFile archive = DataFile.openZip(path)) {
            Set<String> seen = new HashSet<>();
            List<String> found = new ArrayList<>();
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                requireInside(path, entry.getName());
                if (!seen.add(entry.getName())) {
                    throw new CsvFormatException(
                            path.toString(),
                            0,
                            path + ": the archive has two files named " + NumberParser.quoted(entry.getName())
                                    + ", and nothing says which one is meant.");
                }
                if (!entry.isDirectory()) {
                    found.add(entry.getName());
                }
            }
            Collections.sort(found);
            return found;
        }
    }

    private static void requireInside(Path root, String name) throws CsvFormatException {
        String unix = name.replace('\\', '/');
        boolean leaves = unix.startsWith("/")
                || unix.matches("^[A-Za-z]:.*")
                || List.of(unix.split("/", -1)).contains("..")
                || unix.indexOf('\0') >= 0;
        if (leaves) {
            throw new CsvFormatException(
                    root.toString(),
                    0,
                    root + ": the name " + NumberParser.quoted(name)
                            + " leads out of the folder. Names of files are relative and have no '..'; this may be an"
                            + " attack.");
        }
    }

    /** All files, in the order of their names; with those in archives only after one was looked for in vain without. */
    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /**
     * The files whose last part a test accepts. Where there are none, those in ZIP archives that lie in the folder are looked
     * at, too: databases are distributed as several archives.
     */
    List<String> named(Predicate<String> lastPart) throws IOException {
        List<String> found = matching(lastPart);
        if (!found.isEmpty() || isArchive || hasLookedIntoArchives) {
            return found;
        }
        hasLookedIntoArchives = true;
        List<String> all = new ArrayList<>();
        for (String name : names) {
            Path file = root.resolve(name);
            if (DataFile.isZip(file)) {
                // The archive itself is no file of the database any more; it is read, or what is not is named one by
                // one.
                members(file).forEach(member -> all.add(name + "/" + member));
            } else {
                all.add(name);
            }
        }
        Collections.sort(all);
        names = all;
        return matching(lastPart);
    }

    private List<String> matching(Predicate<String> lastPart) {
        return names.stream()
                .filter(name -> lastPart.test(name.substring(name.lastIndexOf('/') + 1)))
                .toList();
    }

    /** The one file whose last part a test accepts; an error that says what is there if there are none or several. */
    DataFile only(String what, Predicate<String> lastPart) throws IOException {
        List<String> found = named(lastPart);
        if (found.size() != 1) {
            LabelList list = new LabelList();
            (found.isEmpty() ? names : found).forEach(list::add);
            throw inFolder(
                    found.isEmpty()
                            ? "there is no file with " + what + "; there is " + (names.isEmpty() ? "nothing" : list)
                            : "there are " + found.size() + " files that could hold " + what + ": " + list);
        }
        return file(found.get(0));
    }

    /** A file by name; an error if there is none, or the name leads out of the folder. */
    DataFile file(String name) throws CsvFormatException {
        requireInside(root, name);
        if (!has(name)) {
            LabelList list = new LabelList();
            names.forEach(list::add);
            throw inFolder("there is no file " + NumberParser.quoted(name) + "; there is "
                    + (names.isEmpty() ? "nothing" : list));
        }
        if (isArchive) {
            return DataFile.member(root, name);
        }
        int end = endOfArchive(name);
        return end < 0
                ? DataFile.plain(root.resolve(name))
                : DataFile.member(root.resolve(name.substring(0, end)), name.substring(end + 1));
    }

    /** Where the name of an archive ends that a file lies in; −1 if it lies in none. */
    private int endOfArchive(String name) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (DataFile.isZip(root.resolve(name.substring(0, slash)))) {
                return slash;
            }
        }
        return -1;
    }

    CsvFormatException inFolder(String problem) {
        return new CsvFormatException(root.toString(), 0, root + ": " + problem + (problem.endsWith(".") ? "" : "."));
    }

    Path root() {
        return root;
    }
}
