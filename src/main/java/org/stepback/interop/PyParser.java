package org.stepback.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stepback.interop.PyToken.Kind;
import org.stepback.interop.PythonException.Spot;

/// Reads the expressions that describe a network: names, numbers, texts, lists, tuples, dictionaries and calls.
final class PyParser {
    private static final int MAX_DEPTH = 40;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,6})?");
    private static final Set<String> CLOSING = Set.of(")", "]", "}");

    private final List<PyToken> words;
    private final Spot end;
    private int at;
    private int depth;

    private PyParser(List<PyToken> words, int from) {
        this.words = words;
        this.at = from;
        this.end = words.getLast().spot();
    }

    /// Returns the one expression from the given word to the end of the statement.
    ///
    /// @throws PythonException where something else stands
    static Py expression(List<PyToken> words, int from) {
        PyParser parser = new PyParser(words, from);
        Py read = parser.expression();
        if (parser.at < words.size()) {
            throw parser.unexpected();
        }
        return read;
    }

    private Py expression() {
        if (++depth > MAX_DEPTH) {
            throw new PythonException(here(), "The brackets are nested more than " + MAX_DEPTH + " deep.");
        }
        Py read = value();
        depth--;
        return read;
    }

    private Py value() {
        PyToken word = take();
        return switch (word.kind()) {
            case NUMBER -> number(word, 1);
            case STRING -> text(word);
            case NAME -> name(word);
            case SIGN -> sign(word);
        };
    }

    private Py sign(PyToken word) {
        if (word.is("-") || word.is("+")) {
            PyToken number = take();
            if (number.kind() == Kind.NUMBER) {
                return number(number, word.is("-") ? -1 : 1);
            }
        } else if (word.is("(") || word.is("[")) {
            return items(word);
        } else if (word.is("{")) {
            return pairs(word);
        }
        at--;
        throw unexpected();
    }

    private static Py number(PyToken word, int sign) {
        String digits = word.text().replace("_", "");
        double value = PLAIN_NUMBER.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new PythonException(word.spot(), word.shown() + " is not a number that can be read here.");
        }
        return new Py.Num(word.spot(), sign * value);
    }

    /// Neighbouring texts are one, as in Python.
    private Py text(PyToken first) {
        StringBuilder text = new StringBuilder(first.text());
        while (at < words.size() && words.get(at).kind() == Kind.STRING) {
            text.append(words.get(at++).text());
        }
        return new Py.Text(first.spot(), text.toString());
    }

    private Py name(PyToken first) {
        if (at < words.size() && words.get(at).kind() == Kind.STRING) {
            throw new PythonException(first.spot(), "Write the text without " + first.shown() + " before its quotes.");
        }
        switch (first.text()) {
            case "True", "False" -> {
                return new Py.Flag(first.spot(), first.text().equals("True"));
            }
            case "None" -> {
                return new Py.None(first.spot());
            }
            default -> {
                Py.Name name = new Py.Name(first.spot(), dotted(first));
                return accept("(") ? call(name) : name;
            }
        }
    }

    private String dotted(PyToken first) {
        StringBuilder dotted = new StringBuilder(first.text());
        while (accept(".")) {
            PyToken part = take();
            if (part.kind() != Kind.NAME) {
                at--;
                throw unexpected();
            }
            dotted.append('.').append(part.text());
        }
        return dotted.toString();
    }

    private Py call(Py.Name callee) {
        List<Py.Argument> arguments = new ArrayList<>();
        while (!accept(")")) {
            arguments.add(argument());
            separator(")");
        }
        if (at < words.size() && words.get(at).is("(")) {
            throw new PythonException(
                    here(), "Layers that are called on each other cannot be read. Write a Sequential([…]).");
        }
        return new Py.Call(callee.spot(), callee, arguments);
    }

    private Py.Argument argument() {
        Spot spot = here();
        boolean named = at + 1 < words.size()
                && words.get(at).kind() == Kind.NAME
                && words.get(at + 1).is("=");
        Optional<String> keyword = named ? Optional.of(take().text()) : Optional.empty();
        at += named ? 1 : 0;
        return new Py.Argument(spot, keyword, argumentValue());
    }

    private Py argumentValue() {
        int from = at;
        int outer = depth;
        try {
            Py read = expression();
            if (at < words.size() && !words.get(at).is(",") && !words.get(at).is(")")) {
                throw unexpected();
            }
            return read;
        } catch (PythonException fault) {
            at = from;
            depth = outer;
            passOver();
            return new Py.Unread(
                    words.get(from < words.size() ? from : words.size() - 1).spot(), fault);
        }
    }

    /// Goes on to the comma or bracket that ends an argument.
    private void passOver() {
        int open = 0;
        while (at < words.size()) {
            String sign = words.get(at).kind() == Kind.SIGN ? words.get(at).text() : "";
            if (open == 0 && (sign.equals(",") || sign.equals(")"))) {
                return;
            }
            open += switch (sign) {
                case "(", "[", "{" -> 1;
                case ")", "]", "}" -> -1;
                default -> 0;
            };
            at++;
        }
    }

    private Py items(PyToken open) {
        String close = open.is("(") ? ")" : "]";
        List<Py> all = new ArrayList<>();
        boolean comma = false;
        while (!accept(close)) {
            all.add(expression());
            comma |= separator(close);
        }
        boolean grouping = open.is("(") && all.size() == 1 && !comma;
        return grouping ? all.getFirst() : new Py.Items(open.spot(), all);
    }

    private Py pairs(PyToken open) {
        List<Py.Pair> all = new ArrayList<>();
        while (!accept("}")) {
            Py key = expression();
            if (!accept(":")) {
                throw unexpected();
            }
            all.add(new Py.Pair(key, expression()));
            separator("}");
        }
        return new Py.Pairs(open.spot(), all);
    }

    /// Reads a comma, or meets the closing bracket, which stays.
    private boolean separator(String close) {
        if (accept(",")) {
            return true;
        }
        if (at >= words.size() || !words.get(at).is(close)) {
            throw unexpected();
        }
        return false;
    }

    private boolean accept(String sign) {
        boolean found = at < words.size() && words.get(at).is(sign);
        at += found ? 1 : 0;
        return found;
    }

    private PyToken take() {
        if (at >= words.size()) {
            throw unexpected();
        }
        return words.get(at++);
    }

    private Spot here() {
        return at < words.size() ? words.get(at).spot() : end;
    }

    private PythonException unexpected() {
        if (at >= words.size()) {
            return new PythonException(end, "The code ends here, in the middle of an expression. Is a bracket open?");
        }
        PyToken word = words.get(at);
        String wanted = CLOSING.contains(word.text()) ? "That bracket closes nothing." : "A comma may be missing.";
        return new PythonException(
                word.spot(),
                word.shown() + " cannot be read here: only names, numbers, texts, lists, dictionaries and calls can. "
                        + wanted);
    }
}
