package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that was read whole.
 *
 * @param value a map, a list, a text, a number, a truth or null
 */
record JsonTree(@Nullable Object value) {

    static JsonTree of(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            JsonTree tree = new JsonTree(read(parser));
            assertThat(parser.nextToken())
                    .as("one JSON value and nothing after it")
                    .isNull();
            return tree;
        }
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    assertThat(fields).as("each field once").doesNotContainKey(name);
                    parser.nextToken();
                    fields.put(name, read(parser));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
                yield elements;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    JsonTree at(String field) {
        assertThat(value).isInstanceOf(Map.class);
        assertThat(((Map<?, ?>) value).containsKey(field)).as(field).isTrue();
        return new JsonTree(((Map<?, ?>) value).get(field));
    }

    JsonTree at(int element) {
        assertThat(value).isInstanceOf(List.class);
        return new JsonTree(((List<?>) value).get(element));
    }

    int size() {
        assertThat(value).isInstanceOf(List.class);
        return ((List<?>) Objects.requireNonNull(value)).size();
    }

    /** The row of a sheet with this label. */
    JsonTree row(String sheet, String label) {
        JsonTree rows = at("sheets").at(sheet).at("rows");
        for (int i = 0; i < rows.size(); i++) {
            if (label.equals(rows.at(i).at("label").value())) {
                return rows.at(i);
            }
        }
        throw new AssertionError("no row '" + label + "' in " + rows);
    }

    double number() {
        assertThat(value).isInstanceOf(Double.class);
        return (Double) value;
    }
}
