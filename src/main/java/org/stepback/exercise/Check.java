package org.stepback.exercise;

import java.util.List;
import java.util.Map;

/// The grading of one cell.
public sealed interface Check {
    String cell();

    /// Returns the points of a right answer, 0 to 100; 0 for a question that is there to think first, such as a
    /// prediction.
    int points();

    /// A number within a tolerance: `|answer − expected| ≤ max(absolute, relative · |expected|)`.
    ///
    /// @param hint what to say to a wrong answer that is no known slip; may be empty
    record NumberCheck(
            String cell,
            int points,
            ExpectedNumber expected,
            double relative,
            double absolute,
            String hint,
            List<KnownSlip> slips)
            implements Check {
        public NumberCheck {
            slips = List.copyOf(slips);
        }

        @Override
        public String toString() {
            return hidden(this);
        }
    }

    /// A wrong number that has a known reason, within the same tolerance.
    record KnownSlip(ExpectedNumber value, String hint) {
        @Override
        public String toString() {
            return "KnownSlip[hidden]";
        }
    }

    /// One of the options of a choice.
    ///
    /// @param correct the key of the right option
    /// @param hints what to say to each wrong option; a key may be missing
    record ChoiceCheck(String cell, int points, String correct, Map<String, String> hints) implements Check {
        public ChoiceCheck {
            hints = Map.copyOf(hints);
        }

        @Override
        public String toString() {
            return hidden(this);
        }
    }

    /// A training, replayed from its seeds, that must fulfil a requirement.
    ///
    /// @param otherSeeds more seeds for the network and the order of its samples (`seeds`), beside the student's
    /// own
    /// @param atLeast with how many of the other seeds the requirement must hold too (`at_least`; all if not
    /// said); with the student's own it always must
    /// @param hint what to say when it does not hold; may be empty
    record TrainingCheck(
            String cell, int points, Requirement requirement, List<Long> otherSeeds, int atLeast, String hint)
            implements Check {
        public TrainingCheck {
            otherSeeds = List.copyOf(otherSeeds);
            if (atLeast < 0 || atLeast > otherSeeds.size()) {
                throw new IllegalArgumentException("at least " + atLeast + " of " + otherSeeds.size() + " seeds");
            }
        }

        @Override
        public String toString() {
            return hidden(this);
        }
    }

    private static String hidden(Check check) {
        return check.getClass().getSimpleName() + "[" + check.cell() + ", hidden]";
    }
}
