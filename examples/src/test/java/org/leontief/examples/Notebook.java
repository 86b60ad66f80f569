package org.leontief.examples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cells of a Jupyter notebook, of format 4, with the text that each printed when it was last run and kept. */
record Notebook(List<Cell> cells) {

    /**
     * One cell.
     *
     * @param type "code" or "markdown"
     * @param source what was typed
     * @param printed what it wrote to its streams
     * @param outputs kinds of its outputs: "stream", "display_data", "execute_result", "error"
     * @param mimeTypes of what it showed
     */
    record Cell(String type, String source, String printed, List<String> outputs, List<String> mimeTypes) {}

    static Notebook read(Path file) throws IOException {
        List<Cell> cells = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean areCells = json.currentName().equals("cells");
                json.nextToken();
                if (areCells) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        cells.add(cell(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return new Notebook(cells);
    }

    private static Cell cell(JsonParser json) throws IOException {
        String type = "";
        String source = "";
        StringBuilder printed = new StringBuilder();
        List<String> outputs = new ArrayList<>();
        List<String> mimeTypes = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "cell_type" -> type = json.getText();
                case "source" -> source = text(json);
                case "outputs" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        output(json, printed, outputs, mimeTypes);
                    }
                }
                default -> json.skipChildren();
            }
        }
        return new Cell(type, source, printed.toString(), outputs, mimeTypes);
    }

    private static void output(JsonParser json, StringBuilder printed, List<String> outputs, List<String> mimeTypes)
            throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "output_type" -> outputs.add(json.getText());
                case "text" -> printed.append(text(json));
                case "data" -> {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        mimeTypes.add(json.currentName());
                        json.nextToken();
                        json.skipChildren();
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    /** A string, or a list of lines. */
    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return json.getText();
        }
        StringBuilder lines = new StringBuilder();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            lines.append(json.getText());
        }
        return lines.toString();
    }
}
