package org.stepback.interop.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.stepback.interop.python.PyToken.Kind;

/// Reads expressions: values, what follows them, and the signs between them, each as tightly as it binds.
final class ExpressionParser {
    private static final int MAX_DEPTH = 40;
    /// The longest chain of signs, or of dots, arguments and indices.
    private static final int MAX_CHAIN = 100;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,6})?");

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "is", "if", "else", "for", "as");

    private final Words words;
    private final BracketParser brackets;
    private int depth;

    private ExpressionParser(List<PyToken> all) {
        words = new Words(all);
        brackets = new BracketParser(words, this::expression);
    }

    /// Returns the one expression that these words are.
    ///
    /// @throws PythonException where they are something else
    static Expression expression(List<PyToken> words) {
        ExpressionParser parser = new ExpressionParser(words);
        Expression read = parser.expression();
        if (parser.words.hasNext()) {
            throw parser.words.unexpected();
        }
        return read;
    }

    /// Returns the expression, or the tuple of those that stand with commas between them.
    static Expression tuple(List<PyToken> words) {
        ExpressionParser parser = new ExpressionParser(words);
        List<Expression> all = new ArrayList<>();
        all.add(parser.expression());
        boolean comma = false;
        while (parser.words.hasNext()) {
            if (!parser.words.accept(",")) {
                throw parser.words.unexpected();
            }
            comma = true;
            if (parser.words.hasNext()) {
                all.add(parser.expression());
            }
        }
        return comma ? new Expression.Items(words.getFirst().spot(), all, true) : all.getFirst();
    }

    private Expression expression() {
        return deeper(() -> {
            Expression read = operation(1);
            if (!words.acceptName("if")) {
                return read;
            }
            Expression condition = operation(1);
            if (!words.acceptName("else")) {
                throw words.unexpected();
            }
            return new Expression.Choice(read.spot(), condition, read, expression());
        });
    }

    private Expression deeper(Supplier<Expression> part) {
        if (depth == MAX_DEPTH) {
            throw new PythonException(words.here(), "The brackets are nested more than " + MAX_DEPTH + " deep.");
        }
        depth++;
        try {
            return part.get();
        } finally {
            depth--;
        }
    }

    private Expression operation(int loosest) {
        Expression left = operand(loosest);
        for (int links = 0; words.hasNext(); links++) {
            requireShort(links);
            PyToken sign = words.next();
            String operator = operator();
            int binding = Precedence.of(operator);
            if (binding < loosest) {
                return left;
            }
            words.take();
            if (operator.contains(" ")) {
                words.take();
            }
            if (binding == Precedence.OF_COMPARISON && links > 0) {
                throw new PythonException(sign.spot(), "Write two comparisons with “and” between them.");
            }
            left = new Expression.Binary(sign.spot(), operator, left, operation(binding + 1));
        }
        return left;
    }

    private void requireShort(int links) {
        if (links > MAX_CHAIN) {
            throw new PythonException(words.here(), "The expression has more than " + MAX_CHAIN + " parts in a row.");
        }
    }

    private String operator() {
        PyToken word = words.next();
        if (word.kind() != Kind.SIGN && !(word.kind() == Kind.NAME && KEYWORDS.contains(word.text()))) {
            return "";
        }
        String second = words.afterNext()
                .filter(next -> next.kind() == Kind.NAME)
                .map(PyToken::text)
                .orElse("");
        boolean pair = word.isName("not") && second.equals("in") || word.isName("is") && second.equals("not");
        return pair ? word.text() + " " + second : word.text();
    }

    private Expression operand(int loosest) {
        Spot spot = words.here();
        if (loosest <= Precedence.OF_NOT && words.acceptName("not")) {
            return deeper(() -> new Expression.Unary(spot, "not", operation(Precedence.OF_NOT)));
        }
        if (words.nextIs("-") || words.nextIs("+") || words.nextIs("~")) {
            String sign = words.take().text();
            Expression of = deeper(() -> operation(Precedence.OF_SIGN));
            return sign.equals("-") && of instanceof Expression.Num number
                    ? new Expression.Num(spot, -number.value(), number.whole())
                    : new Expression.Unary(spot, sign, of);
        }
        Expression base = trailed(value());
        Spot power = words.here();
        return words.accept("**")
                ? deeper(() -> new Expression.Binary(power, "**", base, operation(Precedence.OF_SIGN)))
                : base;
    }

    private Expression value() {
        PyToken word = words.take();
        return switch (word.kind()) {
            case NUMBER -> number(word);
            case STRING -> text(word);
            case NAME -> name(word);
            case MAGIC -> throw words.unexpectedLast();
            case SIGN -> {
                if (word.is("(") || word.is("[")) {
                    yield brackets.items(word);
                } else if (word.is("{")) {
                    yield brackets.pairs(word);
                } else if (word.is("...")) {
                    yield new Expression.Ellipsis(word.spot());
                }
                throw words.unexpectedLast();
            }
        };
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
        while (words.hasNext(Kind.STRING)) {
            text.append(words.take().text());
        }
        return new Expression.Text(first.spot(), text.toString());
    }

    private Expression name(PyToken first) {
        if (words.hasNext(Kind.STRING)) {
            if (first.text().matches("[rRbBuU]{1,2}")) {
                return text(words.take());
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
                    throw words.unexpectedLast();
                }
                yield new Expression.Name(first.spot(), first.text());
            }
        };
    }

    /// Reads what follows a value: names behind dots, arguments, indices.
    private Expression trailed(Expression value) {
        Expression read = value;
        for (int links = 0; words.hasNext(); links++) {
            requireShort(links);
            if (words.accept(".")) {
                PyToken part = words.take();
                if (part.kind() != Kind.NAME) {
                    throw words.unexpectedLast();
                }
                read = new Expression.Attribute(read.spot(), read, part.text());
            } else if (words.accept("(")) {
                read = new Expression.Call(read.spot(), read, brackets.arguments());
            } else if (words.nextIs("[")) {
                PyToken open = words.take();
                read = new Expression.Subscript(open.spot(), read, brackets.index(open));
            } else {
                return read;
            }
        }
        return read;
    }
}
