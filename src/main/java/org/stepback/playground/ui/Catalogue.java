package org.stepback.playground.ui;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.playground.setting.Choice;
import org.stepback.playground.setting.HiddenLayer;
import org.stepback.playground.setting.Input;
import org.stepback.playground.setting.LearningRateDecay;
import org.stepback.playground.setting.LearningTask;
import org.stepback.playground.setting.Pace;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.playground.setting.PointPattern;
import org.stepback.playground.setting.Regularization;
import org.stepback.playground.setting.Samples;
import org.stepback.playground.setting.StepUnit;
import org.stepback.ui.Message;

/// All that there is to choose from, for the browser.
record Catalogue(
        List<FigureEntry> figures,
        List<ProblemEntry> problems,
        List<Entry> inputs,
        List<String> activations,
        List<String> optimizers,
        List<String> initializers,
        List<Entry> schedules,
        List<Entry> regularizations,
        List<Entry> paces,
        List<Entry> units)
        implements Message {
    private static final int PICTURE_POINTS = 150;
    private static final double PICTURE_SCALE = 20; // a byte reaches from −6.35 to 6.35

    static final Catalogue ALL = new Catalogue(
            Stream.of(PointPattern.values()).map(FigureEntry::of).toList(),
            Stream.of(LearningTask.values()).map(ProblemEntry::of).toList(),
            entries(Input.values()),
            HiddenLayer.ACTIVATIONS.stream().map(Activation::name).toList(),
            Optimizer.ALL.stream().map(Optimizer::name).toList(),
            Initializer.ALL.stream().map(Initializer::name).toList(),
            entries(LearningRateDecay.values()),
            entries(Regularization.values()),
            entries(Pace.values()),
            entries(StepUnit.values()));

    record Entry(String key, String title) implements Message {}

    private static List<Entry> entries(Choice... choices) {
        return Stream.of(choices)
                .map(choice -> new Entry(choice.key(), choice.title()))
                .toList();
    }

    record ProblemEntry(String key, String title, List<String> losses) implements Message {
        static ProblemEntry of(LearningTask task) {
            return new ProblemEntry(
                    task.key(),
                    task.title(),
                    task.losses().stream().map(Loss::name).toList());
        }
    }

    /// @param picture base64 of three bytes a sample: x₁, x₂, and −1 to 1 as a colour
    record FigureEntry(String key, String title, String problem, String picture) implements Message {
        static FigureEntry of(PointPattern figure) {
            return new FigureEntry(
                    figure.key(),
                    figure.title(),
                    figure.problem().key(),
                    Catalogue.picture(figure.draw(PlaygroundState.INITIAL.with(PlaygroundSettings.SEED, 7))));
        }
    }

    private static String picture(Samples samples) {
        int points = Math.min(PICTURE_POINTS, samples.size());
        byte[] bytes = new byte[3 * points];
        for (int i = 0; i < points; i++) {
            bytes[3 * i] = (byte) Math.round(samples.x()[i] * PICTURE_SCALE);
            bytes[3 * i + 1] = (byte) Math.round(samples.y()[i] * PICTURE_SCALE);
            bytes[3 * i + 2] = (byte) Math.round(100 * tone(samples, i));
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Above 1 it is the number of one of several classes.
    private static double tone(Samples samples, int sample) {
        double label = samples.label()[sample];
        if (samples.classes() > 2) {
            return 1.01 + label / 100;
        }
        return samples.classes() > 0 && label == 0 ? -1 : Math.clamp(label, -1, 1);
    }
}
