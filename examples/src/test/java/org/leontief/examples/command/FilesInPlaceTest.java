package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesInPlaceTest {

    @TempDir
    Path folder;

    private final Watch watch = new Shell().watch(() -> 0);

    private void assertOnly(Path... expected) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(expected);
        }
    }

    @Test
    void aStopWhileFilesAreWrittenLeavesNone() throws IOException {
        assertThatThrownBy(() -> FilesInPlace.write(folder.resolve("answer"), watch, draft -> {
                    Files.writeString(draft.resolve("a.csv"), "1");
                    watch.stop();
                }))
                .isInstanceOf(CancellationException.class);
        assertOnly();
    }

    @Test
    void aFailureLeavesTheOldFiles() throws IOException {
        Path answer = Files.createDirectory(folder.resolve("answer"));
        Files.writeString(answer.resolve("a.csv"), "old");
        assertThatThrownBy(() -> FilesInPlace.write(answer, watch, draft -> {
                    Files.writeString(draft.resolve("a.csv"), "new");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(answer.resolve("a.csv")).hasContent("old");
        assertOnly(answer);
    }

    @Test
    void newFilesReplaceOldOnesAndOthersStay() throws IOException {
        Path answer = Files.createDirectory(folder.resolve("answer"));
        Files.writeString(answer.resolve("a.csv"), "old");
        Files.writeString(answer.resolve("mine.txt"), "mine");
        FilesInPlace.write(answer, watch, draft -> Files.writeString(draft.resolve("a.csv"), "new"));
        assertThat(answer.resolve("a.csv")).hasContent("new");
        assertThat(answer.resolve("mine.txt")).hasContent("mine");
        assertOnly(answer);
    }
}
