package org.stepback.trace.ui;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stepback.trace.Chain;
import org.stepback.trace.QuantityText;
import org.stepback.ui.Message;

/// A number with those that it is made of.
///
/// @param left how many of the parts, the smallest, are not sent, and `leftValue` what they add
/// @param given the source of a number that has no parts
record ChainMessage(
        String symbol,
        String value,
        String ref,
        String symbols,
        String numbers,
        boolean sum,
        int left,
        String leftValue,
        @Nullable String given,
        List<PartMessage> parts)
        implements Message {
    /// @param sample from 1, where it is of one
    record PartMessage(String value, @Nullable Integer sample, List<Link> factors) implements Message {
        static PartMessage of(Chain.Part part) {
            OptionalInt sample = part.sample();
            return new PartMessage(
                    Double.toString(part.value()),
                    sample.isPresent() ? sample.getAsInt() + 1 : null,
                    part.factors().stream()
                            .map(factor -> new Link(
                                    factor.symbol(),
                                    Double.toString(factor.value()),
                                    factor.of().map(QuantityText::of).orElse("")))
                            .toList());
        }
    }

    static ChainMessage of(Chain chain) {
        return new ChainMessage(
                chain.symbol(),
                Double.toString(chain.value()),
                QuantityText.of(chain.of()),
                chain.equation().symbols(),
                chain.equation().numbers(),
                chain.sum(),
                chain.left(),
                Double.toString(chain.leftValue()),
                chain.parts().isEmpty() ? chain.rule() : null,
                chain.parts().stream().map(PartMessage::of).toList());
    }
}
