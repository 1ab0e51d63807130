package org.stepback.trace.ui;

import java.util.ArrayList;
import java.util.List;
import org.stepback.nn.Quantity;
import org.stepback.nn.Trace;
import org.stepback.trace.Chain;
import org.stepback.trace.QuantityText;

/// The way from a number to those that it is made of, and to what they are made of in turn.
final class Trail {
    private static final int DEEPEST = 40;

    private final List<Quantity> crumbs = new ArrayList<>();

    void clear() {
        crumbs.clear();
    }

    Quantity lastOr(Quantity focus) {
        return crumbs.isEmpty() ? focus : crumbs.getLast();
    }

    void beginAt(Quantity quantity) {
        crumbs.clear();
        crumbs.add(quantity);
    }

    /// Goes on to a number that the one in focus is made of, or back where one has been there.
    void goOnTo(Quantity quantity, Quantity focus) {
        if (crumbs.isEmpty()) {
            crumbs.add(focus);
        }
        int known = crumbs.indexOf(quantity);
        if (known >= 0) {
            cut(known + 1);
        } else if (crumbs.size() < DEEPEST) {
            crumbs.add(quantity);
        }
    }

    void cut(int length) {
        while (crumbs.size() > length) {
            crumbs.removeLast();
        }
    }

    /// Leaves out what another step has not.
    void keepWhatIsIn(Trace trace) {
        crumbs.removeIf(
                quantity -> QuantityText.read(QuantityText.of(quantity), trace).isEmpty());
    }

    /// Returns its numbers, where it has been gone along at all.
    List<Link> links(Trace trace) {
        return crumbs.size() > 1
                ? crumbs.stream()
                        .map(quantity -> Link.of(Chain.of(trace, quantity)))
                        .toList()
                : List.of();
    }
}
