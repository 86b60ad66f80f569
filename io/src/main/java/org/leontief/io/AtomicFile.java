package org.leontief.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Writes a whole file or none: to a temporary file in the same folder, which then takes the place of the old one. */
final class AtomicFile {

    /** Writes the content. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    private AtomicFile() {}

    /** Makes a folder and those above it, where they are not there yet. */
    static void createFolder(Path folder) throws IOException {
        requireFolder(folder);
        Files.createDirectories(folder);
    }

    /** Refuses a file where a folder is to be. */
    static void requireFolder(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "it is a file, and a folder is needed");
        }
    }

    /** Writes a file; through gzip if its name ends in .gz. */
    static void write(Path path, Charset charset, Content content) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new FileAlreadyExistsException(
                    path.toString(), null, "it is a pipe or a device, and a file is needed");
        }
        // Through a symbolic link the file is replaced, not the link.
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(path.toString(), null, "it is a folder, and a file is needed");
        }
        // Not Files.createTempFile, which would leave the result readable by its owner only.
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    folder.toString(),
                    null,
                    "this is the folder to write '" + target.getFileName() + "' in. Make it first");
        }
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (Writer writer = open(temporary, FileNames.isGzip(target.toString()), charset)) {
                content.writeTo(writer);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Writer open(Path path, boolean compressed, Charset charset) throws IOException {
        OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new BufferedWriter(new OutputStreamWriter(
                compressed ? new GZIPOutputStream(out, 1 << 16) : out,
                charset.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
