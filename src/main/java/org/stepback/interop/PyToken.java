package org.stepback.interop;

import org.stepback.interop.PythonException.Spot;

/// A word of Python.
///
/// @param text of a string what stands between its quotes
record PyToken(Kind kind, String text, Spot spot) {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SIGN
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /// Returns the word for a sentence.
    String shown() {
        return "“" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "”";
    }
}
