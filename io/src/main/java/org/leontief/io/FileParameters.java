package org.leontief.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code file_parameters.json} says of a folder that pymrio has saved: which file holds which matrix, under how many
 * header rows and beside how many label columns.
 *
 * @param systemType {@code IOSystem} or {@code Extension}
 * @param name of an extension; empty where there is none
 * @param files by matrix: {@code Z}, {@code F_Y}…
 */
record FileParameters(String systemType, String name, Map<String, Entry> files) {

    static final String FILE = "file_parameters.json";
    static final String SYSTEM = "IOSystem";
    static final String EXTENSION = "Extension";

    /** Sizes of headers above this are no sizes of headers. */
    private static final int MOST_LEVELS = 20;

    /**
     * One matrix.
     *
     * @param file its name, relative to the folder
     * @param labelColumns columns left of the numbers
     * @param headerRows rows above the numbers
     */
    record Entry(String file, int labelColumns, int headerRows) {}

    static FileParameters read(DataFile file) throws IOException {
        try (InputStream in = file.open();
                JsonParser json = new JsonFactory().createParser(in)) {
            return read(json, file);
        } catch (JsonProcessingException e) {
            throw fails(file, "this is not the JSON that pymrio writes: " + e.getOriginalMessage());
        } catch (CharConversionException e) {
            throw fails(file, "this is not the JSON that pymrio writes, in UTF-8: " + e.getMessage());
        }
    }

    private static FileParameters read(JsonParser json, DataFile file) throws IOException {
        String type = "";
        String name = "";
        Map<String, Entry> files = new LinkedHashMap<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw fails(file, "an object is expected");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "systemtype" -> type = json.getValueAsString("");
                case "name" -> name = json.getValueAsString("");
                case "files" -> readFiles(json, file, files);
                default -> json.skipChildren();
            }
        }
        return new FileParameters(type, name, files);
    }

    private static void readFiles(JsonParser json, DataFile file, Map<String, Entry> files) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String matrix = json.currentName();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw fails(file, "an object is expected for " + NumberParser.quoted(matrix));
            }
            String name = "";
            int labelColumns = 0;
            int headerRows = 0;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "name" -> name = json.getValueAsString("");
                    case "nr_index_col" -> labelColumns = levels(json, file, matrix);
                    case "nr_header" -> headerRows = levels(json, file, matrix);
                    default -> json.skipChildren();
                }
            }
            files.put(matrix, new Entry(name, labelColumns, headerRows));
        }
    }

    /** pymrio writes the numbers as texts. */
    private static int levels(JsonParser json, DataFile file, String matrix) throws IOException {
        int levels = json.getValueAsInt(-1);
        if (levels < 0 || levels > MOST_LEVELS) {
            throw fails(
                    file,
                    "found " + NumberParser.quoted(json.getText())
                            + " as the number of header rows or label columns of " + NumberParser.quoted(matrix));
        }
        return levels;
    }

    private static CsvFormatException fails(DataFile file, String problem) {
        return new CsvFormatException(file.shown(), 0, file.shown() + ": " + problem + ".");
    }
}
