package org.stepback.interop.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stepback.interop.python.PyToken.Kind;

/// Reads the first line of a block: `for name in values`, `if condition`, `with value as name`, `class Name(Base)`.
final class BlockHead {
    private BlockHead() {}

    /// Returns where the colon stands that ends the first line; behind the last word where there is none.
    static int end(List<PyToken> words) {
        int open = 0;
        for (int i = 0; i < words.size(); i++) {
            open += words.get(i).nesting();
            if (open == 0 && words.get(i).is(":")) {
                return i;
            }
        }
        return words.size();
    }

    static Statement.Block read(List<PyToken> head, List<Statement> body, List<PyToken> all) {
        PyToken opening = all.getFirst();
        boolean named = (opening.isName("def") || opening.isName("class"))
                && head.size() > 1
                && head.get(1).kind() == Kind.NAME;
        return new Statement.Block(
                opening.spot(),
                opening.text(),
                named ? head.get(1).text() : "",
                lines(opening, head),
                body,
                all.stream().map(PyToken::text).collect(Collectors.joining(" ")),
                StatementParser.names(all));
    }

    private static Statement.Head lines(PyToken opening, List<PyToken> head) {
        try {
            return switch (opening.text()) {
                case "if", "elif" -> new Statement.Head(List.of(), Optional.of(ExpressionParser.tuple(rest(head, 1))));
                case "for" -> {
                    int in = at(head, "in");
                    yield new Statement.Head(
                            List.of(ExpressionParser.tuple(part(head, 1, in))),
                            Optional.of(ExpressionParser.tuple(rest(head, in + 1))));
                }
                case "with" -> {
                    int as = at(head, "as");
                    List<Expression> target =
                            as < head.size() ? List.of(ExpressionParser.expression(rest(head, as + 1))) : List.of();
                    yield new Statement.Head(target, Optional.of(ExpressionParser.expression(part(head, 1, as))));
                }
                case "class" ->
                    head.size() > 4
                            ? new Statement.Head(List.of(), Optional.of(ExpressionParser.expression(rest(head, 1))))
                            : Statement.Head.UNREAD;
                case "def" -> new Statement.Head(parameters(head), Optional.empty());
                default -> Statement.Head.UNREAD;
            };
        } catch (PythonException unread) {
            return Statement.Head.UNREAD;
        }
    }

    private static List<PyToken> rest(List<PyToken> head, int from) {
        return part(head, from, head.size());
    }

    /// Returns some of the words, at least one.
    private static List<PyToken> part(List<PyToken> head, int from, int to) {
        if (from >= to) {
            throw new PythonException(head.getLast().spot(), "Something is missing in this line.");
        }
        return head.subList(from, to);
    }

    private static int at(List<PyToken> head, String word) {
        int at = 1;
        while (at < head.size() && !head.get(at).isName(word)) {
            at++;
        }
        return at;
    }

    /// Returns a function's parameters; one with a value of its own is written `name = value`.
    private static List<Expression> parameters(List<PyToken> head) {
        List<Expression> parameters = new ArrayList<>();
        int open = 0;
        for (int i = 2; i + 1 < head.size(); i++) {
            open += head.get(i).nesting();
            boolean begins = open == 1 && (i == 2 || head.get(i).is(","));
            if (begins && head.get(i + 1).kind() == Kind.NAME) {
                Expression name = new Expression.Name(
                        head.get(i + 1).spot(), head.get(i + 1).text());
                int to = end(head, i + 1);
                int equals = i + 2;
                while (equals < to && !head.get(equals).is("=")) {
                    equals++;
                }
                parameters.add(
                        equals < to
                                ? new Expression.Binary(
                                        name.spot(), "=", name, ExpressionParser.expression(part(head, equals + 1, to)))
                                : name);
            }
        }
        return parameters;
    }

    /// Returns where the comma or bracket stands that ends a parameter.
    private static int end(List<PyToken> head, int from) {
        int open = 0;
        for (int i = from; i < head.size(); i++) {
            if (open == 0 && (head.get(i).is(",") || head.get(i).closes())) {
                return i;
            }
            open += head.get(i).nesting();
        }
        return head.size();
    }
}
