package org.leontief.examples.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.leontief.examples.command.Answer.Fact;
import org.leontief.examples.command.Sheet.Column;
import org.leontief.io.DatabaseTable;
import org.leontief.label.Label;

/**
 * An answer as one JSON object: {@code command}, {@code version}, {@code question}, {@code table}, {@code answer} (false if it is no),
 * {@code facts} by key, {@code sheets} by key, {@code notes}. Numbers are those of the library to the last bit; what is not known, or
 * not finite, is null.
 */
final class AnswerJson {

    private final JsonGenerator json;

    private AnswerJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Writer writer, String command, @Nullable DatabaseTable table, Answer answer) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(writer)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            new AnswerJson(json).write(command, table, answer);
        }
    }

    private void write(String command, @Nullable DatabaseTable table, Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", command);
        json.writeStringField("version", Leontief.Version.number());
        json.writeStringField("question", answer.title());
        if (table != null) {
            table(table);
        }
        json.writeBooleanField("answer", !answer.isNo());
        json.writeObjectFieldStart("facts");
        for (Fact fact : answer.facts()) {
            fact(fact);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("sheets");
        for (Sheet sheet : answer.sheets()) {
            sheet(sheet);
        }
        json.writeEndObject();
        json.writeArrayFieldStart("notes");
        for (String note : answer.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void table(DatabaseTable table) throws IOException {
        json.writeObjectFieldStart("table");
        json.writeStringField("source", table.source());
        json.writeNumberField("industries", table.table().industries().size());
        json.writeNumberField("regions", table.table().industries().regions().size());
        json.writeStringField("unit", table.table().units().toString());
        json.writeEndObject();
    }

    private void fact(Fact fact) throws IOException {
        json.writeObjectFieldStart(fact.key());
        value("value", fact.value());
        if (!fact.unit().isEmpty()) {
            json.writeStringField("unit", fact.unit());
        }
        if (fact.errorBound() != null) {
            value("error_bound", fact.errorBound());
        }
        json.writeEndObject();
    }

    private void sheet(Sheet sheet) throws IOException {
        json.writeObjectFieldStart(Sheet.key(sheet.name()));
        json.writeObjectFieldStart("units");
        for (Column column : sheet.columns()) {
            if (!column.unit().isEmpty()) {
                json.writeStringField(column.key(), column.unit());
            }
        }
        json.writeEndObject();
        json.writeArrayFieldStart("rows");
        boolean hasRegions = sheet.hasRegions();
        for (int row = 0; row < sheet.labels().size(); row++) {
            Label label = sheet.labels().get(row);
            json.writeStartObject();
            if (hasRegions) {
                json.writeStringField("region", label.region());
            }
            json.writeStringField("label", label.name());
            for (Column column : sheet.columns()) {
                value(column.key(), column.cells().get(row));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void value(String field, @Nullable Object value) throws IOException {
        if (value instanceof Double number) {
            if (Double.isFinite(number)) {
                json.writeNumberField(field, number);
            } else {
                json.writeNullField(field);
            }
        } else if (value instanceof Integer number) {
            json.writeNumberField(field, number);
        } else if (value instanceof Boolean is) {
            json.writeBooleanField(field, is);
        } else if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, value.toString());
        }
    }
}
