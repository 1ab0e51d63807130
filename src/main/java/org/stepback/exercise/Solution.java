package org.stepback.exercise;

import java.util.List;

/// The edits that earn full marks, and known mistakes with what each earns; a test proves both.
public record Solution(List<Edit> edits, List<Slip> slips) {
    /// A mistake that students make.
    ///
    /// @param name what goes wrong, in words
    /// @param edits the whole draft that makes it: the solution's edits with the mistaken ones in their place
    /// @param points what the draft earns
    public record Slip(String name, List<Edit> edits, int points) {
        public Slip {
            edits = List.copyOf(edits);
        }

        @Override
        public String toString() {
            return "Slip[" + name + ", hidden]";
        }
    }

    public Solution {
        edits = List.copyOf(edits);
        slips = List.copyOf(slips);
    }

    @Override
    public String toString() {
        return "Solution[hidden]";
    }
}
