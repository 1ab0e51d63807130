package org.stepback.interop.python;

/// A word of Python.
///
/// @param text of a string what stands between its quotes, of a magic its whole line
record PyToken(Kind kind, String text, Spot spot) {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SIGN,
        MAGIC
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    boolean closes() {
        return is(")") || is("]") || is("}");
    }

    /// Returns by how much the depth of the brackets changes here.
    int nesting() {
        return opens() ? 1 : closes() ? -1 : 0;
    }

    /// Returns the word for a sentence.
    String shown() {
        return "“" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "”";
    }
}
