package org.stepback.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stepback.data.CsvReader.Field;
import org.stepback.number.Numeral;

/// The character between the values of a record.
enum Separator {
    COMMA(',', "comma", ","),
    SEMICOLON(';', "semicolon", ";"),
    TAB('\t', "tab", "<tab>"),
    BAR('|', "vertical bar", "|");

    /// Excel's line above a table.
    private static final Pattern SAID = Pattern.compile("\uFEFF*(\"?)sep=([^\r\n\"]*)\\1[;,]*[ \t]*(?=[\r\n]|\\z)");
    private static final String SAYS_WHICH = " Say which in a line of its own above: sep=";

    private final char character;
    private final String noun;
    private final String written;

    Separator(char character, String noun, String written) {
        this.character = character;
        this.noun = noun;
        this.written = written;
    }

    /// Returns the separator that a text says by `sep=` in its first line, or the only one by which it is a table.
    ///
    /// @throws CsvException if it says another one, or could be meant in two ways
    static Separator of(String text) throws CsvException {
        Matcher said = SAID.matcher(text);
        return said.lookingAt() ? named(said.group(2)) : found(text);
    }

    /// Returns the length of the line that says the separator; 0 without such a line.
    static int lineLength(String text) {
        Matcher said = SAID.matcher(text);
        return said.lookingAt() ? said.end() : 0;
    }

    private static Separator named(String characters) throws CsvException {
        for (Separator separator : values()) {
            if (characters.equals(String.valueOf(separator.character))) {
                return separator;
            }
        }
        throw new CsvException(new Fault(
                1,
                5,
                "After sep= comes a comma, a semicolon, a tab or a vertical bar. Here is " + Numeral.quoted(characters)
                        + "."));
    }

    private static Separator found(String text) throws CsvException {
        List<Separator> possible =
                List.of(values()).stream().filter(one -> width(text, one) > 1).toList();
        List<Separator> even = possible.size() < 2
                ? possible
                : possible.stream().filter(one -> isEven(text, one)).toList();
        if (even.size() > 1) {
            throw new CsvException(ambiguous(text, even));
        }
        return Optional.of(even)
                .filter(one -> !one.isEmpty())
                .or(() -> Optional.of(possible))
                .filter(one -> !one.isEmpty())
                .map(List::getFirst)
                .orElse(COMMA);
    }

    private static int width(String text, Separator separator) {
        return new CsvReader(text, separator, _ -> {}).next().size();
    }

    /// Returns whether all records have as many values.
    private static boolean isEven(String text, Separator separator) {
        CsvReader reader = new CsvReader(text, separator, _ -> {});
        int width = reader.next().size();
        List<Field> record = reader.next();
        while (record.size() == width) {
            record = reader.next();
        }
        return record.isEmpty();
    }

    private static Fault ambiguous(String text, List<Separator> possible) {
        Field first = new CsvReader(text, COMMA, _ -> {}).next().getFirst();
        String names = possible.stream().map(Separator::plural).collect(Collectors.joining(" or "));
        String lines = possible.stream().map(one -> one.written).collect(Collectors.joining(" or sep="));
        return first.fault("The values could be separated by " + names + "." + SAYS_WHICH + lines + ".");
    }

    /// Returns whether a character separates values.
    boolean is(char c) {
        return c == character;
    }

    String noun() {
        return noun;
    }

    String plural() {
        return noun + "s";
    }
}
