package org.leontief.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.LongSupplier;

/** Runs the command in this process and keeps what it prints. Its clock stands still, so that no progress is said. */
final class Shell {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(String... arguments) {
        return run(new Watch(new PrintWriter(err, true), () -> 0), arguments);
    }

    int run(Watch watch, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Leontief.run(new PrintWriter(out, true), new PrintWriter(err, true), watch, arguments);
    }

    /** A watch that says what it says to this shell. */
    Watch watch(LongSupplier clock) {
        return new Watch(new PrintWriter(err, true), clock);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** What was printed, as JSON. */
    JsonTree json() throws IOException {
        return JsonTree.of(out());
    }
}
