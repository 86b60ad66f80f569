package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;

/**
 * What a question is answered with: facts, sheets and notes, which are the same in print, in JSON and in files. It is put together
 * while the question is answered, and given once.
 */
final class Answer {

    /**
     * One thing that is so.
     *
     * @param name in words
     * @param value a number, a truth or a text
     * @param unit of a number; empty if it has none
     * @param errorBound of a number; null if it has none
     */
    record Fact(
            String name,
            Object value,
            String unit,
            @Nullable Double errorBound) {

        /** The field it is in JSON. */
        String key() {
            return Sheet.key(name);
        }
    }

    /** Writes something that only one question has to write. */
    @FunctionalInterface
    interface Writing {
        void to(Path place) throws IOException;
    }

    /**
     * What is written beside the answer itself.
     *
     * @param place the file or folder that the user has named
     * @param what how
     */
    record Written(Path place, Writing what) {}

    private final String title;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable String text;
    private @Nullable Written written;
    private @Nullable Writing files;
    private boolean isNo;

    Answer(String title) {
        this.title = title;
    }

    Answer fact(String name, Object value) {
        facts.add(new Fact(name, value, "", null));
        return this;
    }

    Answer fact(String name, double value, String unit) {
        facts.add(new Fact(name, value, unit, null));
        return this;
    }

    Answer fact(String name, Bounded value, String unit) {
        facts.add(new Fact(name, value.value(), unit, value.errorBound()));
        return this;
    }

    Answer sheet(Sheet sheet) {
        sheets.add(sheet);
        return this;
    }

    Answer note(String note) {
        notes.add(note);
        return this;
    }

    Answer notes(List<String> more) {
        notes.addAll(more);
        return this;
    }

    /** Prints this instead of facts and sheets: the library's own report. */
    Answer printedAs(String report) {
        text = report;
        return this;
    }

    /** Written to a place of its own before the answer is given. */
    Answer writing(Path place, Writing what) {
        written = new Written(place, what);
        return this;
    }

    /** Written into the folder of --output as well. */
    Answer withFiles(Writing what) {
        files = what;
        return this;
    }

    /** The answer is no. */
    Answer no() {
        isNo = true;
        return this;
    }

    String title() {
        return title;
    }

    List<Fact> facts() {
        return Collections.unmodifiableList(facts);
    }

    List<Sheet> sheets() {
        return Collections.unmodifiableList(sheets);
    }

    List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    @Nullable
    String text() {
        return text;
    }

    @Nullable
    Written written() {
        return written;
    }

    @Nullable
    Writing files() {
        return files;
    }

    boolean isNo() {
        return isNo;
    }
}
