package org.stepback.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Cuts a text into the records and fields of RFC 4180, and remembers where each field stands.
///
/// Records end with LF, CRLF or CR; a field in double quotes may hold separators, line ends and doubled quotes. Passed
/// over are byte-order marks at the start, the line that says the separator, and empty lines. Blanks around an unquoted
/// field, and marks that nobody sees, do not count.
final class CsvReader {
    /// @param line the line of its first character, 1 for the first
    /// @param column the place of that character in its line, 1 for the first
    record Field(String text, int line, int column) {
        Fault fault(String message) {
            return new Fault(line, column, message);
        }
    }

    static final int LONGEST_FIELD = 200;
    private static final String MARKS = "\uFEFF\u200B\u2060";

    private final String text;
    private final Separator separator;
    private final Consumer<Fault> faults;
    private int at;
    private int line = 1;
    private int lineStart;

    CsvReader(String text, Separator separator, Consumer<Fault> faults) {
        this.text = text;
        this.separator = separator;
        this.faults = faults;
        at = Separator.lineLength(text);
        while (text.startsWith("\uFEFF", at)) {
            at++;
        }
        lineStart = at;
        endLine();
    }

    /// Returns the fields of the next record; empty at the end of the text.
    List<Field> next() {
        skipEmptyLines();
        List<Field> fields = new ArrayList<>();
        if (at >= text.length()) {
            return fields;
        }
        fields.add(field());
        while (at < text.length() && separator.is(text.charAt(at))) {
            at++;
            fields.add(field());
        }
        endLine();
        return fields;
    }

    private void skipEmptyLines() {
        int start = at;
        while (at < text.length() && (atLineEnd() || isBlank(text.charAt(at)))) {
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
        while (at < text.length() && !atLineEnd() && isBlank(text.charAt(at))) {
            at++;
        }
        int fieldLine = line;
        int column = at - lineStart + 1;
        String value = at < text.length() && text.charAt(at) == '"' ? quotedField() : plainField();
        if (value.length() > LONGEST_FIELD) {
            faults.accept(new Fault(fieldLine, column, "A value has at most " + LONGEST_FIELD + " characters."));
            value = value.substring(0, LONGEST_FIELD);
        }
        Field field = new Field(value, fieldLine, column);
        broken(value).map(field::fault).ifPresent(faults);
        return field;
    }

    private static Optional<String> broken(String value) {
        if (value.indexOf('\uFFFD') >= 0) {
            return Optional.of("Here is �: a character was lost when this file was saved. Write the right one.");
        }
        return value.chars()
                .filter(c -> Character.isISOControl(c) && "\t\n".indexOf(c) < 0 || "\u2028\u2029".indexOf(c) >= 0)
                .mapToObj("Here is a character that nobody can see, U+%04X. Delete it."::formatted)
                .findFirst();
    }

    private boolean isBlank(char c) {
        boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || MARKS.indexOf(c) >= 0;
        return blank && !separator.is(c);
    }

    private String plainField() {
        int start = at;
        while (at < text.length() && !separator.is(text.charAt(at)) && !atLineEnd()) {
            at++;
        }
        int end = at;
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
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
                value.append(atLineEnd() ? '\n' : c);
                advance();
            }
        }
        faults.accept(new Fault(openLine, openColumn, "This quotation mark is never closed."));
        return value.toString();
    }

    private void afterQuote() {
        int column = at - lineStart + 1;
        if (!plainField().isEmpty()) {
            faults.accept(new Fault(
                    line,
                    column,
                    "After a closing quotation mark comes a " + separator.noun() + " or the line's end. To write a"
                            + " quotation mark inside a value, double it."));
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
