package org.leontief.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * One file with data: in a folder, or a member of a ZIP archive, which is read in place; through gzip if its name ends in
 * .gz. It can be opened more than once.
 */
final class DataFile {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    /** The name inside the archive, or null if the path is the file itself. */
    private final @Nullable String member;

    private DataFile(Path path, @Nullable String member) {
        this.path = path;
        this.member = member;
    }

    /** A file; of a ZIP archive its only member. */
    static DataFile of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            DataFolder folder = DataFolder.open(path);
            LabelList files = new LabelList();
            folder.names().forEach(files::add);
            throw folder.inFolder("a file is expected, and this is a folder"
                    + (files.isEmpty() ? "; there is nothing in it" : ". Give one of its files: " + files));
        }
        if (!isZip(path)) {
            return new DataFile(path, null);
        }
        DataFolder archive = DataFolder.open(path);
        List<String> members = archive.names();
        if (members.size() != 1) {
            LabelList found = new LabelList();
            members.forEach(found::add);
            throw archive.inFolder("one file is expected in the archive, and there are " + members.size()
                    + (members.isEmpty() ? "" : ": " + found));
        }
        return archive.file(members.get(0));
    }

    static DataFile member(Path archive, String name) {
        return new DataFile(archive, name);
    }

    static DataFile plain(Path path) {
        return new DataFile(path, null);
    }

    static boolean isZip(Path path) {
        return Files.isRegularFile(path)
                && path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** The path as it was given; of a member of an archive {@code archive.zip!/member}. */
    String shown() {
        return member == null ? path.toString() : path + "!/" + member;
    }

    /** The last part of the name. */
    String name() {
        if (member != null) {
            return member.substring(member.lastIndexOf('/') + 1);
        }
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /** How many bytes it has, if it is plain; 0 if that is not known. */
    long size() throws IOException {
        return member == null && !name().toLowerCase(Locale.ROOT).endsWith(".gz") ? Files.size(path) : 0;
    }

    InputStream open() throws IOException {
        InputStream stored = member == null ? Files.newInputStream(path) : openMember(member);
        if (!name().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return stored;
        }
        try {
            CountingStream packed = new CountingStream(stored);
            return new ExpansionGuard(new GZIPInputStream(packed, BUFFER), shown(), packed::count);
        } catch (IOException e) {
            stored.close();
            throw explained(e);
        }
    }

    private InputStream openMember(String name) throws IOException {
        ZipFile archive = openZip(path);
        try {
            ZipEntry entry = archive.getEntry(name);
            if (entry == null) {
                throw new CsvFormatException(shown(), 0, shown() + ": there is no such file in the archive.");
            }
            InputStream content = archive.getInputStream(entry);
            InputStream guarded = new ExpansionGuard(content, shown(), entry::getCompressedSize);
            return new FilterInputStream(guarded) {
                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    return in.read(target, offset, length);
                }

                @Override
                public void close() throws IOException {
                    try (archive) {
                        super.close();
                    }
                }
            };
        } catch (IOException e) {
            archive.close();
            throw explained(e);
        }
    }

    static ZipFile openZip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new CsvFormatException(
                    path.toString(),
                    0,
                    path + ": the name ends in .zip, but the file is not a whole ZIP archive (" + e.getMessage() + ").",
                    e);
        }
    }

    /** The same error, or a better one if the file cannot be unpacked. */
    IOException explained(IOException e) {
        if (!(e instanceof ZipException || e instanceof EOFException)) {
            return e;
        }
        String problem = name().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? "the name ends in .gz, but the file is not a whole gzip file."
                : "the file cannot be unpacked; the archive is damaged.";
        return new CsvFormatException(shown(), 0, shown() + ": " + problem, e);
    }

    @Override
    public String toString() {
        return shown();
    }

    /** Counts the bytes that are taken from a stream. */
    private static final class CountingStream extends FilterInputStream {

        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        long count() {
            return count;
        }
    }
}
