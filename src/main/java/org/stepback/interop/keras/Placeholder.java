package org.stepback.interop.keras;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepback.data.Dataset;
import org.stepback.nn.loss.Targets;
import org.stepback.number.NumberText;

/// Samples that fit a network: its own where the code has them, else others that stand in.
///
/// @param yaml of a data cell
/// @param own whether they are the code's
record Placeholder(String yaml, int trainingSamples, boolean own) {
    /// The inputs of a network that does not say how many it has.
    static final int INPUTS = 2;

    /// Targets of a kind that neither figures nor irises have.
    private static final Set<Targets> PARTICULAR =
            EnumSet.of(Targets.NOT_NEGATIVE, Targets.NOT_ZERO, Targets.CLASS_NUMBERS);

    private static final int USUAL_SAMPLES = 400;
    private static final int IRISES = 150;
    private static final int MAX_NUMBERS = 2000;
    private static final int MAX_WRITTEN = 60;

    /// Returns a figure in the plane, the irises, or numbers that follow a rule.
    static Placeholder of(KerasTraining model) {
        if (model.samples() instanceof Samples.Own own) {
            return sized(model, own.yaml(), own.x().size(), true);
        }
        int inputs = model.inputs().orElse(INPUTS);
        int outputs = model.output(inputs).units();
        boolean classes = classifies(model);
        boolean particular = PARTICULAR.contains(model.loss().targets());
        if (inputs == 2 && outputs == 1 && !particular) {
            return figure(model, classes ? "two_moons" : "plane");
        }
        return inputs == 4 && outputs == 3 && classes && !particular
                ? sized(model, "file: iris\ntarget: species\nseed: 7\n", IRISES, false)
                : written(model, inputs, outputs);
    }

    private static boolean classifies(KerasTraining model) {
        String loss = model.loss().name();
        return model.layers().getLast().activation().givesProbabilities()
                || loss.contains("crossentropy")
                || loss.contains("hinge");
    }

    private static Placeholder figure(KerasTraining model, String generator) {
        int wanted =
                (int) Math.ceil(model.fit().batchSize() / (1 - model.samples().validationSplit())) + 1;
        int samples = Math.clamp(wanted, USUAL_SAMPLES, Dataset.MAX_SAMPLES);
        String yaml = "generator: " + generator + "\nsamples: " + samples + "\nnoise: 0.1\nseed: 7\n";
        return sized(model, yaml, samples, false);
    }

    private static Placeholder sized(KerasTraining model, String yaml, int samples, boolean own) {
        double split = model.samples().validationSplit();
        String held = "validation_split: " + NumberText.plain(split) + "\n";
        return new Placeholder(yaml + held, Dataset.trainingSamples(samples, split), own);
    }

    private static Placeholder written(KerasTraining model, int inputs, int outputs) {
        Targets targets = model.loss().targets();
        int samples = Math.min(MAX_WRITTEN, MAX_NUMBERS / (inputs + outputs));
        String x = rows(samples, i -> row(inputs, j -> feature(i, j, outputs)));
        boolean classes = classifies(model);
        String y = rows(samples, i -> row(targets.rows(outputs), k -> target(targets, i, k, outputs, classes)));
        return sized(model, "x:\n" + x + "y:\n" + y, samples, false);
    }

    /// Around another centre for each sample of `outputs` neighbours, so that there is something to learn.
    private static String feature(int sample, int input, int outputs) {
        int spread = (sample * 7 + input * 13) % 19 - 9;
        int centre = (sample + input) % Math.max(2, outputs);
        return String.format(Locale.ROOT, "%.2f", spread / 20.0 + centre);
    }

    private static String target(Targets targets, int sample, int output, int outputs, boolean classes) {
        if (targets == Targets.CLASS_NUMBERS) {
            return String.valueOf(sample % outputs);
        }
        if (PARTICULAR.contains(targets)) {
            return String.valueOf(1 + (sample + output) % 4);
        }
        if (classes) {
            return outputs == 1 ? String.valueOf(sample % 2) : sample % outputs == output ? "1" : "0";
        }
        return feature(sample, output, outputs);
    }

    private static String rows(int samples, IntFunction<String> row) {
        return IntStream.range(0, samples)
                .mapToObj(i -> "  - " + row.apply(i) + "\n")
                .collect(Collectors.joining());
    }

    private static String row(int length, IntFunction<String> number) {
        return IntStream.range(0, length).mapToObj(number).collect(Collectors.joining(", ", "[", "]"));
    }
}
