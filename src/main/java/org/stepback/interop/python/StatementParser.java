package org.stepback.interop.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepback.interop.python.PyToken.Kind;

/// Reads the statements of a program; each that cannot be read stays in its place, with the reason.
public final class StatementParser {
    private static final Set<String> BLOCKS =
            Set.of("def", "class", "for", "while", "if", "elif", "else", "with", "try", "except", "finally", "async");
    private static final Set<String> SIMPLE =
            Set.of("assert", "del", "pass", "global", "nonlocal", "raise", "break", "continue", "yield");
    private static final Set<String> AUGMENTED =
            Set.of("+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "&=", "|=", "^=", "<<=", ">>=");
    private static final int MAX_STATEMENTS = 20_000;
    private static final int MAX_BLOCKS = 20;

    private final List<List<PyToken>> lines;
    private int at;
    private int depth;

    private StatementParser(List<List<PyToken>> lines) {
        this.lines = lines;
    }

    /// Returns the statements in their order.
    ///
    /// @param cell the number of the code cell, 0 where the text is a file of its own
    /// @throws PythonException where a string is not closed, or the program is too large
    public static List<Statement> statements(String text, int cell) {
        List<List<PyToken>> lines = PyLexer.statements(text, cell);
        if (lines.size() > MAX_STATEMENTS) {
            throw new PythonException(
                    lines.get(MAX_STATEMENTS).getFirst().spot(),
                    "The code has more than " + MAX_STATEMENTS + " statements. Keep what builds the network.");
        }
        return new StatementParser(lines).deeperThan(0);
    }

    /// Returns the statements whose first word stands further to the right than a column.
    private List<Statement> deeperThan(int column) {
        List<Statement> statements = new ArrayList<>();
        while (at < lines.size() && lines.get(at).getFirst().spot().column() > column) {
            statements.add(statement());
        }
        return statements;
    }

    private Statement statement() {
        List<PyToken> words = lines.get(at);
        PyToken first = words.getFirst();
        if (first.kind() == Kind.NAME && BLOCKS.contains(first.text()) || first.is("@")) {
            return block(words);
        }
        at++;
        return plain(words);
    }

    private static Statement plain(List<PyToken> words) {
        PyToken first = words.getFirst();
        if (first.kind() == Kind.MAGIC) {
            return new Statement.Simple(first.spot(), first.text());
        }
        boolean keyword = first.kind() == Kind.NAME && (words.size() == 1 || !isTargetEnd(words.get(1)));
        if (keyword && SIMPLE.contains(first.text())) {
            return new Statement.Simple(first.spot(), first.text());
        }
        try {
            if (keyword && first.text().equals("return")) {
                return new Statement.Return(
                        first.spot(),
                        words.size() == 1
                                ? Optional.empty()
                                : Optional.of(ExpressionParser.tuple(words.subList(1, words.size()))));
            }
            return keyword && (first.text().equals("import") || first.text().equals("from"))
                    ? imported(words)
                    : assigned(words);
        } catch (PythonException fault) {
            return new Statement.Unread(first.spot(), fault, names(words));
        }
    }

    private static boolean isTargetEnd(PyToken word) {
        return word.is("=") || word.is(".") || word.is(":") || word.is(",") || AUGMENTED.contains(word.text());
    }

    static Set<String> names(List<PyToken> words) {
        return words.stream()
                .filter(word -> word.kind() == Kind.NAME)
                .map(PyToken::text)
                .collect(Collectors.toSet());
    }

    /// An assignment, or an expression alone.
    private static Statement assigned(List<PyToken> words) {
        Spot spot = words.getFirst().spot();
        List<List<PyToken>> parts = parts(words);
        if (parts.size() == 1) {
            for (int i = 1; i < words.size() - 1; i++) {
                if (words.get(i).kind() == Kind.SIGN
                        && AUGMENTED.contains(words.get(i).text())) {
                    String sign = words.get(i).text();
                    return new Statement.Augmented(
                            spot,
                            ExpressionParser.expression(words.subList(0, i)),
                            sign.substring(0, sign.length() - 1),
                            ExpressionParser.tuple(words.subList(i + 1, words.size())));
                }
            }
            return new Statement.Evaluation(spot, ExpressionParser.tuple(words));
        }
        List<Expression> targets = new ArrayList<>();
        for (List<PyToken> part : parts.subList(0, parts.size() - 1)) {
            targets.add(ExpressionParser.tuple(unannotated(part)));
        }
        return new Statement.Assignment(spot, targets, ExpressionParser.tuple(parts.getLast()));
    }

    private static List<PyToken> unannotated(List<PyToken> target) {
        return target.size() > 2
                        && target.get(0).kind() == Kind.NAME
                        && target.get(1).is(":")
                ? target.subList(0, 1)
                : target;
    }

    /// Cuts a statement at each `=` outside of brackets.
    private static List<List<PyToken>> parts(List<PyToken> words) {
        List<List<PyToken>> parts = new ArrayList<>();
        int open = 0;
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            PyToken word = words.get(i);
            open += word.nesting();
            if (word.is("=") && open == 0) {
                if (i == from || i == words.size() - 1) {
                    throw new PythonException(word.spot(), "There must be something on both sides of “=”.");
                }
                parts.add(words.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(words.subList(from, words.size()));
        return parts;
    }

    private static Statement imported(List<PyToken> words) {
        Map<String, String> names = new LinkedHashMap<>();
        List<PyToken> left =
                words.stream().filter(word -> !word.is("(") && !word.is(")")).toList();
        int from = 1;
        String module = "";
        if (left.getFirst().text().equals("from")) {
            while (from < left.size() && !left.get(from).isName("import")) {
                module += left.get(from++).text();
            }
            module += ".";
            from++;
        }
        while (from < left.size()) {
            StringBuilder dotted = new StringBuilder();
            while (from < left.size()
                    && !left.get(from).is(",")
                    && !left.get(from).isName("as")) {
                dotted.append(left.get(from++).text());
            }
            boolean renamed = from + 1 < left.size() && left.get(from).isName("as");
            String own = renamed ? left.get(from + 1).text() : dotted.toString();
            from += renamed ? 3 : 1;
            String root = own.replaceFirst("\\..*", "");
            names.put(root, module + (renamed ? dotted : own.equals(root) || !module.isEmpty() ? dotted : root));
        }
        names.remove("*");
        return new Statement.Import(words.getFirst().spot(), names);
    }

    private Statement block(List<PyToken> words) {
        int from = at++;
        PyToken opening = words.getFirst();
        if (++depth > MAX_BLOCKS) {
            throw new PythonException(opening.spot(), "The blocks are nested more than " + MAX_BLOCKS + " deep.");
        }
        int end = BlockHead.end(words);
        List<Statement> body = new ArrayList<>();
        if (end + 1 < words.size()) {
            body.add(plain(words.subList(end + 1, words.size())));
        }
        body.addAll(deeperThan(opening.spot().column()));
        depth--;
        List<PyToken> all =
                lines.subList(from, at).stream().flatMap(List::stream).toList();
        return BlockHead.read(words.subList(0, Math.min(end, words.size())), body, all);
    }
}
