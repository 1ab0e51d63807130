package org.stepback.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Cuts a text into the records and fields of RFC 4180, and remembers where each field stands.
///
/// Fields are separated by commas, records by LF, CRLF or CR; a field in double quotes may hold commas, line ends
/// and doubled quotes. A byte-order mark at the start is passed over, and so are empty lines. Spaces around an
/// unquoted field do not count.
final class CsvReader {
    /// @param line the line of its first character, 1 for the first
    /// @param column the place of that character in its line, 1 for the first
    record Field(String text, int line, int column) {
        Fault fault(String message) {
            return new Fault(line, column, message);
        }
    }

    static final int LONGEST_FIELD = 200;

    private final String text;
    private final Consumer<Fault> faults;
    private int at;
    private int line = 1;
    private int lineStart;

    CsvReader(String text, Consumer<Fault> faults) {
        this.text = text;
        this.faults = faults;
        if (text.startsWith("\uFEFF")) {
            at = 1;
            lineStart = 1;
        }
    }

    /// Returns the fields of the next record; empty at the end of the text.
    List<Field> next() {
        skipEmptyLines();
        List<Field> fields = new ArrayList<>();
        if (at >= text.length()) {
            return fields;
        }
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        endLine();
        return fields;
    }

    private void skipEmptyLines() {
        int start = at;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            if (atLineEnd()) {
                endLine();
                start = at;
            } else {
                at++;
            }
        }
        if (at < text.length()) {
            at = start;
        }
    }

    private Field field() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        int fieldLine = line;
        int column = at - lineStart + 1;
        String value = at < text.length() && text.charAt(at) == '"' ? quotedField() : plainField();
        if (value.length() > LONGEST_FIELD) {
            faults.accept(new Fault(fieldLine, column, "A value has at most " + LONGEST_FIELD + " characters."));
            value = value.substring(0, LONGEST_FIELD);
        }
        return new Field(value, fieldLine, column);
    }

    private String plainField() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && !atLineEnd()) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String quotedField() {
        int openLine = line;
        int openColumn = at - lineStart + 1;
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at += 2;
            } else if (c == '"') {
                at++;
                afterQuote();
                return value.toString();
            } else {
                value.append(c);
                advance();
            }
        }
        faults.accept(new Fault(openLine, openColumn, "This quotation mark is never closed."));
        return value.toString();
    }

    private void afterQuote() {
        String rest = plainField();
        if (!rest.isEmpty()) {
            int column = at - lineStart + 1 - rest.length();
            faults.accept(new Fault(
                    line,
                    column,
                    "After a closing quotation mark comes a comma or the line's end. To write a quotation mark"
                            + " inside a value, double it."));
        }
    }

    private boolean atLineEnd() {
        return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
    }

    /// Passes one character, a line end as one.
    private void advance() {
        if (atLineEnd()) {
            endLine();
        } else {
            at++;
        }
    }

    private void endLine() {
        if (!atLineEnd()) {
            return;
        }
        boolean crlf = text.startsWith("\r\n", at);
        at += crlf ? 2 : 1;
        line++;
        lineStart = at;
    }
}
