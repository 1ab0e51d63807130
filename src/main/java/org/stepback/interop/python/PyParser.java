package org.stepback.interop.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.stepback.interop.python.PyToken.Kind;

/// Reads expressions. A part of a bracket that cannot be read is set aside with the reason, and the rest is read.
final class PyParser {
    private static final int MAX_DEPTH = 40;
    /// The longest chain of signs, or of dots, arguments and indices.
    private static final int MAX_CHAIN = 100;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,6})?");

    /// How tightly a sign binds; the higher the tighter.
    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("or", 1),
            Map.entry("and", 2),
            Map.entry("in", 4),
            Map.entry("is", 4),
            Map.entry("==", 4),
            Map.entry("!=", 4),
            Map.entry("<", 4),
            Map.entry("<=", 4),
            Map.entry(">", 4),
            Map.entry(">=", 4),
            Map.entry("|", 5),
            Map.entry("^", 6),
            Map.entry("&", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("//", 10),
            Map.entry("%", 10),
            Map.entry("@", 10));

    private static final int OF_NOT = 3;
    private static final int OF_COMPARISON = 4;
    private static final int OF_SIGN = 11;
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "is", "if", "else", "for", "as");

    private final List<PyToken> words;
    private int at;
    private int depth;

    private PyParser(List<PyToken> words) {
        this.words = words;
    }

    static boolean opens(PyToken word) {
        return word.is("(") || word.is("[") || word.is("{");
    }

    static boolean closes(PyToken word) {
        return word.is(")") || word.is("]") || word.is("}");
    }

    /// Returns the one expression that these words are.
    ///
    /// @throws PythonException where they are something else
    static Expression expression(List<PyToken> words) {
        PyParser parser = new PyParser(words);
        Expression read = parser.expression();
        if (parser.at < words.size()) {
            throw parser.unexpected();
        }
        return read;
    }

    /// Returns the expression, or the tuple of those that stand with commas between them.
    static Expression tuple(List<PyToken> words) {
        PyParser parser = new PyParser(words);
        List<Expression> all = new ArrayList<>();
        all.add(parser.expression());
        boolean comma = false;
        while (parser.at < words.size()) {
            if (!parser.accept(",")) {
                throw parser.unexpected();
            }
            comma = true;
            if (parser.at < words.size()) {
                all.add(parser.expression());
            }
        }
        return comma ? new Expression.Items(words.getFirst().spot(), all, true) : all.getFirst();
    }

    private Expression expression() {
        return deeper(() -> {
            Expression read = operation(1);
            if (!acceptName("if")) {
                return read;
            }
            Expression condition = operation(1);
            if (!acceptName("else")) {
                throw unexpected();
            }
            return new Expression.Choice(read.spot(), condition, read, expression());
        });
    }

    private Expression deeper(Supplier<Expression> part) {
        if (++depth > MAX_DEPTH) {
            throw new PythonException(here(), "The brackets are nested more than " + MAX_DEPTH + " deep.");
        }
        Expression read = part.get();
        depth--;
        return read;
    }

    private Expression operation(int loosest) {
        Expression left = operand(loosest);
        for (int links = 0; at < words.size(); links++) {
            requireShort(links);
            PyToken sign = words.get(at);
            String operator = operator();
            int binding = BINDING.getOrDefault(operator.replace("not ", "").replace(" not", ""), 0);
            if (binding < loosest) {
                return left;
            }
            at += operator.contains(" ") ? 2 : 1;
            if (binding == OF_COMPARISON && links > 0) {
                throw new PythonException(sign.spot(), "Write two comparisons with “and” between them.");
            }
            left = new Expression.Binary(sign.spot(), operator, left, operation(binding + 1));
        }
        return left;
    }

    private void requireShort(int links) {
        if (links > MAX_CHAIN) {
            throw new PythonException(here(), "The expression has more than " + MAX_CHAIN + " parts in a row.");
        }
    }

    private String operator() {
        PyToken word = words.get(at);
        if (word.kind() != Kind.SIGN && !(word.kind() == Kind.NAME && KEYWORDS.contains(word.text()))) {
            return "";
        }
        boolean pair = at + 1 < words.size()
                && (word.isName("not") && words.get(at + 1).isName("in")
                        || word.isName("is") && words.get(at + 1).isName("not"));
        return pair ? word.text() + " " + words.get(at + 1).text() : word.text();
    }

    private Expression operand(int loosest) {
        PyToken word = at < words.size() ? words.get(at) : null;
        if (word != null && word.isName("not") && loosest <= OF_NOT) {
            at++;
            return deeper(() -> new Expression.Unary(word.spot(), "not", operation(OF_NOT)));
        }
        if (word != null && (word.is("-") || word.is("+") || word.is("~"))) {
            at++;
            Expression of = deeper(() -> operation(OF_SIGN));
            return word.is("-") && of instanceof Expression.Num number
                    ? new Expression.Num(word.spot(), -number.value(), number.whole())
                    : new Expression.Unary(word.spot(), word.text(), of);
        }
        Expression base = trailed(value());
        if (at < words.size() && words.get(at).is("**")) {
            Spot sign = words.get(at++).spot();
            return deeper(() -> new Expression.Binary(sign, "**", base, operation(OF_SIGN)));
        }
        return base;
    }

    private Expression value() {
        PyToken word = take();
        return switch (word.kind()) {
            case NUMBER -> number(word);
            case STRING -> text(word);
            case NAME -> name(word);
            case MAGIC -> throw back();
            case SIGN -> {
                if (word.is("(") || word.is("[")) {
                    yield items(word);
                } else if (word.is("{")) {
                    yield pairs(word);
                } else if (word.is("...")) {
                    yield new Expression.Ellipsis(word.spot());
                }
                throw back();
            }
        };
    }

    private PythonException back() {
        at--;
        return unexpected();
    }

    private static Expression number(PyToken word) {
        String digits = word.text().replace("_", "");
        double value = PLAIN_NUMBER.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new PythonException(word.spot(), word.shown() + " is not a number that can be read here.");
        }
        return new Expression.Num(word.spot(), value, digits.chars().allMatch(Character::isDigit));
    }

    /// Neighbouring texts are one, as in Python.
    private Expression text(PyToken first) {
        StringBuilder text = new StringBuilder(first.text());
        while (at < words.size() && words.get(at).kind() == Kind.STRING) {
            text.append(words.get(at++).text());
        }
        return new Expression.Text(first.spot(), text.toString());
    }

    private Expression name(PyToken first) {
        if (at < words.size() && words.get(at).kind() == Kind.STRING) {
            if (first.text().matches("[rRbBuU]{1,2}")) {
                return text(take());
            }
            throw new PythonException(first.spot(), "Write the text without " + first.shown() + " before its quotes.");
        }
        return switch (first.text()) {
            case "True", "False" ->
                new Expression.Flag(first.spot(), first.text().equals("True"));
            case "None" -> new Expression.None(first.spot());
            case "lambda" ->
                throw new PythonException(first.spot(), "A “lambda” cannot be read here. Write the value itself.");
            default -> {
                if (KEYWORDS.contains(first.text())) {
                    throw back();
                }
                yield new Expression.Name(first.spot(), first.text());
            }
        };
    }

    /// Reads what follows a value: names behind dots, arguments, indices.
    private Expression trailed(Expression value) {
        Expression read = value;
        for (int links = 0; at < words.size(); links++) {
            requireShort(links);
            if (accept(".")) {
                PyToken part = take();
                if (part.kind() != Kind.NAME) {
                    throw back();
                }
                read = new Expression.Attribute(read.spot(), read, part.text());
            } else if (accept("(")) {
                read = new Expression.Call(read.spot(), read, arguments());
            } else if (words.get(at).is("[")) {
                PyToken open = take();
                read = new Expression.Subscript(open.spot(), read, index(open));
            } else {
                return read;
            }
        }
        return read;
    }

    private List<Expression.Argument> arguments() {
        List<Expression.Argument> arguments = new ArrayList<>();
        while (!accept(")")) {
            Spot spot = here();
            boolean named = at + 1 < words.size()
                    && words.get(at).kind() == Kind.NAME
                    && words.get(at + 1).is("=");
            Optional<String> keyword = named ? Optional.of(take().text()) : Optional.empty();
            at += named ? 1 : 0;
            arguments.add(new Expression.Argument(spot, keyword, part(")", this::expression)));
            separator(")");
        }
        return arguments;
    }

    /// Reads a part of a bracket, which ends with a comma or the bracket; another one is set aside.
    private Expression part(String close, Supplier<Expression> kind) {
        int from = at;
        int outer = depth;
        try {
            Expression read = kind.get();
            if (at < words.size() && !words.get(at).is(",") && !words.get(at).is(close)) {
                throw unexpected();
            }
            return read;
        } catch (PythonException fault) {
            at = from;
            depth = outer;
            passOver();
            return new Expression.Unread(
                    words.get(Math.min(from, words.size() - 1)).spot(),
                    fault,
                    StatementParser.names(words.subList(from, at)));
        }
    }

    /// Goes on to the comma or bracket that ends a part.
    private void passOver() {
        int open = 0;
        while (at < words.size()) {
            PyToken word = words.get(at);
            if (open == 0 && (word.is(",") || closes(word))) {
                return;
            }
            open += opens(word) ? 1 : closes(word) ? -1 : 0;
            at++;
        }
    }

    private Expression items(PyToken open) {
        String close = open.is("(") ? ")" : "]";
        List<Expression> all = new ArrayList<>();
        boolean comma = false;
        while (!accept(close)) {
            all.add(part(close, this::expression));
            comma |= separator(close);
        }
        boolean grouping = open.is("(") && all.size() == 1 && !comma;
        return grouping ? all.getFirst() : new Expression.Items(open.spot(), all, open.is("("));
    }

    private Expression index(PyToken open) {
        List<Expression> all = new ArrayList<>();
        boolean comma = false;
        while (!accept("]")) {
            all.add(part("]", this::slice));
            comma |= separator("]");
        }
        if (all.isEmpty()) {
            throw back();
        }
        return comma ? new Expression.Items(open.spot(), all, true) : all.getFirst();
    }

    private Expression slice() {
        Spot spot = here();
        Optional<Expression> from = sliceEnd();
        if (!accept(":")) {
            return from.orElseThrow(this::unexpected);
        }
        Optional<Expression> to = sliceEnd();
        return new Expression.Slice(spot, from, to, accept(":") ? sliceEnd() : Optional.empty());
    }

    private Optional<Expression> sliceEnd() {
        boolean none = at >= words.size()
                || words.get(at).is(":")
                || words.get(at).is(",")
                || words.get(at).is("]");
        return none ? Optional.empty() : Optional.of(expression());
    }

    private Expression pairs(PyToken open) {
        List<Expression.Pair> all = new ArrayList<>();
        while (!accept("}")) {
            Expression key = expression();
            if (!accept(":")) {
                throw unexpected();
            }
            all.add(new Expression.Pair(key, part("}", this::expression)));
            separator("}");
        }
        return new Expression.Pairs(open.spot(), all);
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

    private boolean acceptName(String name) {
        boolean found = at < words.size() && words.get(at).isName(name);
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
        return at < words.size() ? words.get(at).spot() : words.getLast().spot();
    }

    private PythonException unexpected() {
        if (at >= words.size()) {
            return new PythonException(
                    here(), "The code ends here, in the middle of an expression. Is a bracket open?");
        }
        PyToken word = words.get(at);
        String wanted = closes(word)
                ? "That bracket closes nothing."
                : word.isName("for")
                        ? "Write the parts one by one, without a loop in brackets."
                        : "A comma or a bracket may be missing.";
        return new PythonException(word.spot(), word.shown() + " cannot be read here. " + wanted);
    }
}
