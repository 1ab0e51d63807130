package org.stepback.cli;

import java.io.PrintStream;
import java.util.List;
import org.stepback.data.Generator;
import org.stepback.exercise.RefusedException;
import org.stepback.nn.Activation;
import org.stepback.nn.Callback;
import org.stepback.nn.Clipping;
import org.stepback.nn.Initializer;
import org.stepback.nn.Layer;
import org.stepback.nn.Loss;
import org.stepback.nn.Named;
import org.stepback.nn.Optimizer;
import org.stepback.nn.Regularizer;
import org.stepback.nn.Schedule;

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
        row(out, "schedules", names(Schedule.ALL.subList(1, Schedule.ALL.size()))); // a constant is a plain number
        row(out, "clippings", names(Clipping.ALL.subList(1, Clipping.ALL.size())));
        row(out, "callbacks", names(Callback.ALL));
    }

    private static List<String> names(List<? extends Named> all) {
        return all.stream().map(Named::name).toList();
    }

    private static void row(PrintStream out, String what, List<String> names) {
        out.println(what + ": " + String.join(", ", names));
    }
}
