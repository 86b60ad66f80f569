package org.leontief.io;

import java.nio.file.Path;
import java.util.Locale;

/** Names for numbers whose file gives them none. */
final class FileNames {

    private FileNames() {}

    /** The file's name without its folder and ending: "Z" for data/Z.csv.gz. */
    static String stem(Path path) {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        String uncompressed =
                name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = uncompressed.lastIndexOf('.');
        return dot > 0 ? uncompressed.substring(0, dot) : uncompressed;
    }
}
