package org.stepback.interop.export;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Schedule;

/// The update of the weights, which NumPy and PyTorch code spell out alike; `np` stands for either.
///
/// PyTorch's own optimizers put ε and the clipping's norm elsewhere than Keras, so that their numbers differ.
final class Steps {
    private static final Library SHARED = Library.of("NumPy and PyTorch", "shared.py");

    private final Optimization optimizer;
    private final EpochEnds ends;

    Steps(TrainingSpec spec) {
        this.optimizer = spec.train().optimizer();
        this.ends = new EpochEnds(spec);
    }

    /// Lines that make what the optimizer remembers of each tensor of `weights`.
    String memory() {
        String slots = IntStream.range(0, optimizer.rule().slots().size())
                .mapToObj(slot ->
                        "np.full_like(w, " + Python.number(optimizer.rule().initial(slot)) + ")")
                .collect(Collectors.joining(", "));
        return "memory = [[" + slots + "] for w in weights]  # what the optimizer remembers\n";
    }

    /// Lines that update `weights` with their `gradients` at `step`, which counts from 0.
    ///
    /// @param cut the tensors whose links L1 may cut, by name, with its λ
    String update(Map<String, Double> cut) {
        StringBuilder lines = new StringBuilder("rate = ").append(rate()).append('\n');
        if (!cut.isEmpty()) {
            lines.append(
                    cut.keySet().stream().map(w -> w + " + 0").collect(Collectors.joining(", ", "before = [", "]\n")));
        }
        Clipping clipping = optimizer.clipping();
        if (!(clipping instanceof Clipping.None)) {
            lines.append(clipping.name() + "(gradients, " + Python.arguments(clipping.hyperparameters()) + ")\n");
        }
        lines.append("for w, g, remembered in zip(weights, gradients, memory):\n");
        if (optimizer.weightDecay() > 0) {
            lines.append("    w -= rate * " + Python.number(optimizer.weightDecay()) + " * w\n");
        }
        lines.append("    " + optimizer.rule().name() + "(w, g, remembered, rate, step + 1");
        String settings = Python.arguments(optimizer.rule().hyperparameters());
        lines.append(settings.isEmpty() ? "" : ", " + settings).append(")\n");
        int at = 0;
        for (Map.Entry<String, Double> each : cut.entrySet()) {
            lines.append("cut_links(%s, before[%d], rate * %s)\n"
                    .formatted(each.getKey(), at++, Python.number(each.getValue())));
        }
        return lines.toString();
    }

    private String rate() {
        if (ends.learningRate().isPresent()) {
            return ends.learningRate().get();
        }
        return optimizer.schedule() instanceof Schedule.Constant constant
                ? Python.number(constant.learningRate())
                : optimizer.schedule().name() + "(step, "
                        + Python.arguments(optimizer.schedule().hyperparameters()) + ")";
    }

    /// Returns the functions that some lines call.
    static String functions(String lines) {
        return SHARED.calledBy(lines);
    }
}
