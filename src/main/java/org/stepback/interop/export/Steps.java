package org.stepback.interop.export;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepback.interop.Recipe;
import org.stepback.nn.Clipping;
import org.stepback.nn.Optimization;
import org.stepback.nn.Schedule;

/// The update of the weights, which NumPy and PyTorch code spell out alike; `np` stands for either.
///
/// PyTorch's own optimizers put ε and the clipping's norm elsewhere than Keras, so that their numbers differ.
final class Steps {
    private static final Library SHARED = Library.of("shared.py");

    private final Optimization optimizer;

    Steps(Recipe recipe) {
        this.optimizer = recipe.train().optimizer();
    }

    /// Lines that make what the optimizer remembers of each tensor of `weights`.
    String memory() {
        String slots = IntStream.range(0, optimizer.rule().slots())
                .mapToObj(slot ->
                        "np.full_like(w, " + Python.number(optimizer.rule().initial(slot)) + ")")
                .collect(Collectors.joining(", "));
        return "memory = [[" + slots + "] for w in weights]  # what the optimizer remembers\n";
    }

    /// Lines that update `weights` with their `gradients` at `step`, which counts from 0.
    String update() {
        StringBuilder lines = new StringBuilder("rate = ").append(rate()).append('\n');
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
        return lines.append(settings.isEmpty() ? "" : ", " + settings)
                .append(")\n")
                .toString();
    }

    private String rate() {
        return optimizer.schedule() instanceof Schedule.Constant constant
                ? Python.number(constant.learningRate())
                : optimizer.schedule().name() + "(step, "
                        + Python.arguments(optimizer.schedule().hyperparameters()) + ")";
    }

    /// The functions that [#update] and some more lines call.
    String functions(String more) {
        return SHARED.calledBy(update() + more);
    }
}
