package org.stepback.interop.python;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.PyToken.Kind;

/// The words of an expression, which are read one after the other.
final class Words {
    private final List<PyToken> all;
    private int at;

    Words(List<PyToken> all) {
        this.all = all;
    }

    boolean hasNext() {
        return at < all.size();
    }

    boolean hasNext(Kind kind) {
        return hasNext() && all.get(at).kind() == kind;
    }

    boolean nextIs(String sign) {
        return hasNext() && all.get(at).is(sign);
    }

    boolean nextIsName(String name) {
        return hasNext() && all.get(at).isName(name);
    }

    Optional<PyToken> afterNext() {
        return at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty();
    }

    /// @throws PythonException where no word is left
    PyToken next() {
        if (!hasNext()) {
            throw unexpected();
        }
        return all.get(at);
    }

    PyToken take() {
        PyToken word = next();
        at++;
        return word;
    }

    boolean accept(String sign) {
        boolean found = nextIs(sign);
        at += found ? 1 : 0;
        return found;
    }

    boolean acceptName(String name) {
        boolean found = nextIsName(name);
        at += found ? 1 : 0;
        return found;
    }

    int place() {
        return at;
    }

    /// Goes on from a place to the comma or bracket that ends a part there; returns the names in between.
    Set<String> passOver(int from) {
        int open = 0;
        at = from;
        while (hasNext()) {
            PyToken word = all.get(at);
            if (open == 0 && (word.is(",") || word.closes())) {
                break;
            }
            open += word.nesting();
            at++;
        }
        return StatementParser.names(all.subList(from, at));
    }

    /// Returns where the next word stands; the last one, where none is left.
    Spot here() {
        return spot(at);
    }

    Spot spot(int place) {
        return all.get(Math.min(place, all.size() - 1)).spot();
    }

    /// Refuses the word that was taken last.
    PythonException unexpectedLast() {
        at--;
        return unexpected();
    }

    /// Refuses the next word.
    PythonException unexpected() {
        if (!hasNext()) {
            return new PythonException(
                    here(), "The code ends here, in the middle of an expression. Is a bracket open?");
        }
        PyToken word = all.get(at);
        String wanted = word.closes()
                ? "That bracket closes nothing."
                : word.isName("for")
                        ? "Write the parts one by one, without a loop in brackets."
                        : "A comma or a bracket may be missing.";
        return new PythonException(word.spot(), word.shown() + " cannot be read here. " + wanted);
    }
}
