package org.stepback.exercise;

import java.nio.charset.StandardCharsets;

/// The texts that both databases keep as they are: all of Unicode but NUL and half of a surrogate pair.
public final class StoredText {
    private StoredText() {}

    /// @throws RefusedException where a character of the text cannot be stored
    public static void guard(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text) || text.indexOf('\0') >= 0) {
            throw new RefusedException("A character of this text is broken. Type it again.");
        }
    }

    /// Returns the text, or its beginning where it is too long. A character outside the basic plane stays whole.
    ///
    /// @param most characters, as Java counts them
    public static String upTo(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
