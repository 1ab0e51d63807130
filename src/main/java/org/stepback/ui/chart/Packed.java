package org.stepback.ui.chart;

import org.jspecify.annotations.Nullable;
import org.stepback.number.PackedNumbers;
import org.stepback.ui.Message;

/// Numbers in few bytes within a message to a page; NaN and infinity are kept.
///
/// @param f base64 of floats, or null
/// @param d base64 of doubles, where there are no floats
public record Packed(@Nullable String f, @Nullable String d) implements Message {
    /// Packs numbers for a picture, with seven digits where floats have room for all of them.
    public static Packed of(double... numbers) {
        PackedNumbers packed = PackedNumbers.of(numbers);
        return packed.form() == 'f' ? new Packed(packed.base64(), null) : new Packed(null, packed.base64());
    }

    /// Packs numbers with all of their digits.
    public static Packed doubles(double... numbers) {
        return new Packed(null, PackedNumbers.doubles(numbers).base64());
    }
}
