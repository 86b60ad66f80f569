package org.leontief.examples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.leontief.examples.command.Answer.Writing;

/** Writes a folder beside its place first, and moves what is in it there when all of it is complete. */
final class FilesInPlace {

    private FilesInPlace() {}

    /**
     * Writes files of a folder, made if it is not there; files of the same names are replaced.
     *
     * @throws IOException if one cannot be written; then none is
     * @throws java.util.concurrent.CancellationException if the work is to stop; then none is written either
     */
    static void write(Path folder, Watch watch, Writing writing) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "it is a file, and a folder is needed");
        }
        Path target = folder.toAbsolutePath();
        Path parent = target.getParent() == null ? target : target.getParent();
        Files.createDirectories(parent);
        Path temporary = parent.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        // Under its own name, since some files hold the name of their folder.
        Path draft = Files.createDirectories(temporary.resolve(target.getFileName()));
        try {
            writing.to(draft);
            watch.requireGoingOn();
            move(draft, target);
        } finally {
            delete(temporary);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        List<Path> files;
        try (Stream<Path> written = Files.list(draft)) {
            files = written.toList();
        }
        for (Path file : files) {
            Path place = target.resolve(file.getFileName());
            if (Files.isDirectory(place) || (Files.isDirectory(file) && Files.exists(place))) {
                throw new FileAlreadyExistsException(place.toString(), null, "it is there already, and not replaced");
            }
        }
        for (Path file : files) {
            Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
