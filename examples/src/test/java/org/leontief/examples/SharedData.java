package org.leontief.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real tables, which are not part of the project: tests that need one are skipped where it is absent. */
public final class SharedData {

    private SharedData() {}

    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("leontief.shared.data", "../../shared/data"), name);
        assumeTrue(Files.isDirectory(folder), () -> "The real table is not at " + folder);
        return folder;
    }
}
