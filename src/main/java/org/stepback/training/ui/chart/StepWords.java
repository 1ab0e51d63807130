package org.stepback.training.ui.chart;

import static org.stepback.number.NumberText.significant;

import java.util.List;
import org.stepback.training.StepsAhead;

/// Says in a sentence or two what a run's next steps would do: too large and too small, with the numbers.
final class StepWords {
    /// A loss that rises by less is no climb: its last digits are of rounding.
    private static final double CLIMB = 1e-3;

    /// Steps that lower the loss by less than this part of it get nowhere soon.
    private static final double LITTLE = 1e-3;

    private StepWords() {}

    static String of(StepsAhead ahead) {
        if (ahead.losses().isEmpty()) {
            return "No step can be taken from here.";
        }
        String length = ahead.length() == 0
                ? "The next step moves no weight, the biases at most. "
                : "The next step moves the weights by %s (‖ΔW‖). ".formatted(significant(ahead.length()));
        return length + verdict(ahead.before(), ahead.losses(), ahead.stride());
    }

    /// @param losses after each step
    /// @param stride the loss after ten times the first step at once
    static String verdict(double before, List<Double> losses, double stride) {
        double first = losses.getFirst();
        if (!Double.isFinite(first)) {
            return "The loss becomes infinite or is not a number (NaN): the learning rate is far too large here.";
        }
        if (climbs(before, first)) {
            return "It climbs: the loss goes from %s to %s. The learning rate is too large here."
                    .formatted(significant(before), significant(first));
        }
        for (int i = 1; i < losses.size(); i++) {
            if (climbs(losses.get(i - 1), losses.get(i))) {
                return "It goes down, from %s to %s, but step %d climbs, to %s: the learning rate is about as large as it can be."
                        .formatted(significant(before), significant(first), i + 1, significant(losses.get(i)));
            }
        }
        double last = losses.getLast();
        String way = "It goes down: the loss falls by %s, to %s; in %d such steps by %s, to %s."
                .formatted(
                        significant(before - first),
                        significant(first),
                        losses.size(),
                        significant(before - last),
                        significant(last));
        boolean further = before - stride > 5 * (before - first);
        return before - last < LITTLE * Math.abs(before) && further
                ? way
                        + " Ten times as far at once would lower it by %s: the learning rate may be too small."
                                .formatted(significant(before - stride))
                : way;
    }

    private static boolean climbs(double from, double to) {
        return !(to - from <= CLIMB * Math.abs(from));
    }
}
