package org.stepback.notebook;

import java.util.List;
import java.util.Set;

/// A text as a page's control has it, on its way to the notebook.
///
/// @param place what the control is about, as [FieldPath] writes it
/// @param seen prints of all texts that the page takes for stored there, or on their way; where none is given, nothing
/// is compared
/// @param stamp which change of which page it is
public record TextEdit(String cell, String place, String text, Set<String> seen, ChangeStamp stamp) {
    private static final int MOST_SEEN = 60;
    private static final int LONGEST_SEEN = 2_000;

    public TextEdit {
        seen = Set.copyOf(seen);
    }

    /// @param seen the prints, apart by blanks
    public static TextEdit of(String cell, String place, String text, String seen, String stamp) {
        String known = seen.substring(0, Math.min(LONGEST_SEEN, seen.length())).strip();
        Set<String> prints = known.isEmpty() ? Set.of() : Set.copyOf(List.of(known.split(" +", MOST_SEEN)));
        return new TextEdit(cell, place, text, prints, ChangeStamp.read(stamp));
    }

    /// Tells texts apart without carrying them: their length and their hash.
    static String print(String text) {
        return text.length() + "." + text.hashCode();
    }

    /// Returns whether the page knows that this may stand there, or would put the same.
    boolean knows(String stored) {
        return seen.isEmpty() || stored.equals(text) || seen.contains(print(stored));
    }
}
