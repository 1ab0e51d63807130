package org.stepback.trace.ui;

import org.stepback.trace.Chain;
import org.stepback.trace.QuantityText;
import org.stepback.ui.Message;

/// A number that may be asked for.
///
/// @param value as text with all of its digits
/// @param ref what to ask for; empty where nothing stands behind it
record Link(String symbol, String value, String ref) implements Message {
    static Link of(Chain chain) {
        return new Link(chain.symbol(), Double.toString(chain.value()), QuantityText.of(chain.of()));
    }
}
