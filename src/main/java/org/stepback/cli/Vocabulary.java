package org.stepback.cli;

import java.io.PrintStream;
import java.util.List;
import org.stepback.data.Generator;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.Callback;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Named;

/// Prints every name that a notebook may use, from the lists that the reader of notebooks has.
final class Vocabulary {
    private Vocabulary() {}

    static void print(List<String> args, PrintStream out) {
        if (!args.isEmpty()) {
            throw new RefusedException("names takes no arguments. Write “stepback names”.");
        }
        row(out, "generators", Generator.ALL.stream().map(Generator::name).toList());
        row(out, "layers", names(Layer.ALL));
        row(out, "activations", names(Activation.ALL));
        row(out, "initializers", names(Initializer.ALL));
        row(out, "penalties", names(Regularizer.ALL));
        row(out, "losses", names(Loss.ALL));
        row(out, "optimizers", names(Optimizer.ALL));
        row(out, "schedules", names(Schedule.CHANGING));
        row(out, "clippings", names(Clipping.LIMITS));
        row(out, "callbacks", names(Callback.ALL));
    }

    private static List<String> names(List<? extends Named> all) {
        return all.stream().map(Named::name).toList();
    }

    private static void row(PrintStream out, String what, List<String> names) {
        out.println(what + ": " + String.join(", ", names));
    }
}
