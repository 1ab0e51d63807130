package org.stepback.playground.ui;

import java.util.Base64;
import java.util.List;
import org.stepback.nn.initializer.Initializer;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// All that there is to choose from, for the browser.
final class Catalogue {
    private static final int PICTURE_POINTS = 150;
    private static final double PICTURE_SCALE = 20; // a byte reaches from −6.35 to 6.35

    private Catalogue() {}

    static ObjectNode json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("figures", figures());
        all.set("problems", problems());
        all.set("inputs", choices(Input.values()));
        all.set(
                "activations",
                Messages.json(
                        HiddenLayer.ACTIVATIONS.stream().map(f -> f.name()).toList()));
        all.set(
                "optimizers",
                Messages.json(Optimizer.ALL.stream().map(Optimizer::name).toList()));
        all.set(
                "initializers",
                Messages.json(Initializer.ALL.stream().map(Initializer::name).toList()));
        all.set("schedules", choices(LearningRateDecay.values()));
        all.set("regularizations", choices(Regularization.values()));
        all.set("paces", choices(Pace.values()));
        all.set("units", choices(StepUnit.values()));
        return all;
    }

    private static ArrayNode figures() {
        ArrayNode figures = JsonNodeFactory.instance.arrayNode();
        for (PointPattern figure : PointPattern.values()) {
            entry(figures, figure)
                    .put("problem", figure.problem().key())
                    .put("picture", picture(figure.draw(PlaygroundState.INITIAL.with(PlaygroundSettings.SEED, 7))));
        }
        return figures;
    }

    /// Three bytes a point: x, y, and −1 to 1 as a colour.
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

    private static ArrayNode problems() {
        ArrayNode problems = JsonNodeFactory.instance.arrayNode();
        for (LearningTask problem : LearningTask.values()) {
            entry(problems, problem)
                    .set(
                            "losses",
                            Messages.json(problem.losses().stream()
                                    .map(loss -> loss.name())
                                    .toList()));
        }
        return problems;
    }

    private static ArrayNode choices(Choice... choices) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List.of(choices).forEach(choice -> entry(all, choice));
        return all;
    }

    private static ObjectNode entry(ArrayNode all, Choice choice) {
        return all.addObject().put("key", choice.key()).put("title", choice.title());
    }
}
