package org.stepback.interop.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepback.interop.python.PyToken.Kind;

/// Cuts Python into statements of words. A statement ends with its line, unless a bracket is open.
///
/// Quotes and minus signs that a word processor has made typographic are read as the plain ones.
final class PyLexer {
    static final int MAX_CHARACTERS = 200_000;
    private static final int MAX_WORDS = 50_000;

    private static final String SINGLE = "'‘’‚‛′";
    private static final String DOUBLE = "\"“”„‟″";
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern NUMBER =
            Pattern.compile("(\\d[\\d_]*(\\.[\\d_]*)?|\\.\\d[\\d_]*)([eE][+-]?\\d+)?[\\p{L}\\p{N}_]*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.|\n)");
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    /// Signs of several characters, the longest first.
    private static final List<String> LONG_SIGNS = List.of(
            "**=", "//=", ">>=", "<<=", "...", "**", "//", "==", "!=", "<=", ">=", "->", ":=", "+=", "-=", "*=", "/=",
            "%=", "@=", "&=", "|=", "^=", "<<", ">>");

    private final String text;
    private final int cell;
    private final List<List<PyToken>> statements = new ArrayList<>();
    private List<PyToken> statement = new ArrayList<>();
    private int words;
    private int depth;
    private int at;
    private int line = 1;
    private int lineStart;

    private PyLexer(String text, int cell) {
        this.cell = cell;
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// Returns the statements of a text, each with a word at least.
    ///
    /// @param cell the number of the code cell, 0 where the text is a file of its own
    /// @throws PythonException where a string is not closed, or the text is too long
    static List<List<PyToken>> statements(String text, int cell) {
        if (text.length() > MAX_CHARACTERS) {
            throw new PythonException(
                    new Spot(cell, 1, 1),
                    "The code has more than " + MAX_CHARACTERS + " characters. Keep what builds the network.");
        }
        return new PyLexer(text, cell).read();
    }

    private List<List<PyToken>> read() {
        while (at < text.length()) {
            next(text.charAt(at));
        }
        endStatement();
        return statements;
    }

    private void next(char c) {
        if (c == '\n') {
            at++;
            newLine();
        } else if (c == ';' && depth == 0) {
            at++;
            endStatement();
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
            at++;
        } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            at += 2;
            line++;
            lineStart = at;
        } else if (c == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if ((c == '%' || c == '!') && statement.isEmpty()) {
            magic();
        } else if (SINGLE.indexOf(c) >= 0 || DOUBLE.indexOf(c) >= 0) {
            string(SINGLE.indexOf(c) >= 0 ? SINGLE : DOUBLE);
        } else if (!word(NAME, Kind.NAME) && !word(NUMBER, Kind.NUMBER)) {
            sign(c);
        }
    }

    /// A line that Jupyter takes for itself, such as `%matplotlib inline` or `!pip install keras`.
    private void magic() {
        int end = text.indexOf('\n', at);
        int to = end < 0 ? text.length() : end;
        add(Kind.MAGIC, text.substring(at, to).strip(), spot());
        at = to;
    }

    private void newLine() {
        line++;
        lineStart = at;
        if (depth == 0) {
            endStatement();
        }
    }

    private void endStatement() {
        if (!statement.isEmpty()) {
            statements.add(List.copyOf(statement));
            statement = new ArrayList<>();
        }
    }

    private boolean word(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        boolean found = matcher.lookingAt();
        if (found) {
            add(kind, matcher.group(), spot());
            at = matcher.end();
        }
        return found;
    }

    private void sign(char c) {
        depth += OPENING.indexOf(c) >= 0 ? 1 : 0;
        depth = Math.max(0, depth - (CLOSING.indexOf(c) >= 0 ? 1 : 0));
        String sign = LONG_SIGNS.stream()
                .filter(known -> text.startsWith(known, at))
                .findFirst()
                .orElseGet(() -> text.substring(at, text.offsetByCodePoints(at, 1)));
        add(Kind.SIGN, sign.equals("−") || sign.equals("–") ? "-" : sign, spot());
        at += sign.length();
    }

    /// @param quotes any of which ends it
    private void string(String quotes) {
        Spot start = spot();
        int from = at;
        boolean triple = isTriple(quotes, at);
        at += triple ? 3 : 1;
        int first = at;
        while (at < text.length() && !(triple ? isTriple(quotes, at) : quotes.indexOf(text.charAt(at)) >= 0)) {
            if (text.charAt(at) == '\n' && !triple) {
                break;
            }
            stepInString();
        }
        if (at >= text.length() || text.charAt(at) == '\n') {
            throw new PythonException(
                    start, "The text that opens here with " + text.charAt(from) + " is never closed.");
        }
        add(Kind.STRING, isRaw() ? text.substring(first, at) : unescaped(text.substring(first, at)), start);
        at += triple ? 3 : 1;
    }

    private boolean isRaw() {
        return !statement.isEmpty()
                && statement.getLast().kind() == Kind.NAME
                && statement.getLast().text().matches("(?i)r|rb|br");
    }

    /// Returns what a string with backslashes stands for; other escapes than these are no part of a name or number.
    private static String unescaped(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(escape -> switch (escape.group(1)) {
                    case "n" -> "\n";
                    case "t" -> "\t";
                    case "\n" -> "";
                    case "\\" -> "\\\\";
                    case "'", "\"" -> escape.group(1);
                    default -> Matcher.quoteReplacement(escape.group());
                });
    }

    private void stepInString() {
        boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n';
        at += escaped ? 2 : 1;
        if (text.charAt(at - 1) == '\n') {
            line++;
            lineStart = at;
        }
    }

    private boolean isTriple(String quotes, int from) {
        return from + 2 < text.length()
                && quotes.indexOf(text.charAt(from)) >= 0
                && quotes.indexOf(text.charAt(from + 1)) >= 0
                && quotes.indexOf(text.charAt(from + 2)) >= 0;
    }

    private void add(Kind kind, String word, Spot spot) {
        if (++words > MAX_WORDS) {
            throw new PythonException(
                    spot, "The code has more than " + MAX_WORDS + " words. Keep what builds the network.");
        }
        statement.add(new PyToken(kind, word, spot));
    }

    private Spot spot() {
        return new Spot(cell, line, at - lineStart + 1);
    }
}
