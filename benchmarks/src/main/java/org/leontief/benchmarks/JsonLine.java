package org.leontief.benchmarks;

/** One flat JSON object on one line. */
final class JsonLine {

    private final StringBuilder text = new StringBuilder("{");

    JsonLine put(String name, double number) {
        // JSON has no NaN.
        return raw(name, Double.isFinite(number) ? Double.toString(number) : "null");
    }

    JsonLine put(String name, long number) {
        return raw(name, Long.toString(number));
    }

    JsonLine put(String name, boolean flag) {
        return raw(name, Boolean.toString(flag));
    }

    JsonLine put(String name, String words) {
        return raw(name, quoted(words));
    }

    private JsonLine raw(String name, String value) {
        text.append(text.length() > 1 ? ", " : "")
                .append(quoted(name))
                .append(": ")
                .append(value);
        return this;
    }

    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(' ');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
