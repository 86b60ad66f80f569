package org.leontief.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What the name of a file says of what is in it. */
final class FileNames {

    private static final String GZIP = ".gz";
    /** Endings of what programs open as something else than text with delimiters. */
    private static final Set<String> OTHER_FORMATS = Set.of(
            "xlsx", "xlsm", "xlsb", "xls", "ods", "zip", "7z", "tar", "tgz", "bz2", "xz", "zst", "json", "xml", "html",
            "htm", "parquet", "feather", "pkl", "pickle", "npy", "npz", "mat", "h5", "hdf5", "rds", "rdata", "sqlite",
            "db", "pdf", "svg", "png");

    private FileNames() {}

    /** The file's name without its folder and ending: "Z" for data/Z.csv.gz. */
    static String stem(Path path) {
        Path last = path.getFileName();
        String uncompressed = uncompressed(last == null ? path.toString() : last.toString());
        int dot = uncompressed.lastIndexOf('.');
        return dot > 0 ? uncompressed.substring(0, dot) : uncompressed;
    }

    /** Whether the name is one of a gzip file. */
    static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
    }

    private static String uncompressed(String name) {
        return isGzip(name) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /** Refuses to write text with delimiters under a name that promises something else. */
    static void requireText(Path path, Delimiter delimiter) {
        String name = uncompressed(path.toString());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (OTHER_FORMATS.contains(ending)) {
            throw new IllegalArgumentException("'" + path + "' ends in ." + ending
                    + ", and what is written is text with delimiters. Give it a name that ends in .csv or .csv.gz.");
        }
        if (ending.equals("tsv") && delimiter != Delimiter.TAB) {
            throw new IllegalArgumentException("'" + path + "' ends in .tsv, and " + delimiter.shown()
                    + " is to stand between the cells. Give it a name that ends in .csv, or see"
                    + " CsvOptions.withDelimiter(Delimiter.TAB).");
        }
    }
}
