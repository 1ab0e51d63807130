package org.stepback.interop.python;

import java.util.Map;

/// Python's operators by how tightly they bind; the higher the tighter.
final class Precedence {
    static final int OF_NOT = 3;
    static final int OF_COMPARISON = 4;
    /// That of a sign before a number.
    static final int OF_SIGN = 11;

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

    private Precedence() {}

    /// Returns 0 for what is no operator between two expressions.
    static int of(String operator) {
        return BINDING.getOrDefault(operator.replace("not ", "").replace(" not", ""), 0);
    }
}
