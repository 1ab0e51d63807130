package org.stepback.interop;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.stepback.exercise.read.CellJson;
import org.stepback.exercise.training.EpochEvaluation;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Network;
import org.stepback.nn.StepReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A run as JSON: a line for each step, and the weights.
///
/// Every number is the shortest decimal that reads back as the same double; NaN and the infinities are null.
public final class RunJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RunJson() {}

    /// Returns one line, without its line end. Lists have an entry for each layer, the first layer first.
    public static String line(StepReport report, Optional<EpochEvaluation> end) {
        ObjectNode line = JSON.objectNode();
        line.put("step", report.step());
        line.put("epoch", report.epoch());
        line.set("loss", CellJson.number(report.loss()));
        if (report.penalty() != 0) {
            line.set("penalty", CellJson.number(report.penalty()));
        }
        line.set("accuracy", CellJson.number(report.accuracy()));
        line.set("learning_rate", CellJson.number(report.learningRate()));
        line.set("kernel_gradient_norm", perLayer(report, report::kernelGradientNorm));
        line.set("bias_gradient_norm", perLayer(report, report::biasGradientNorm));
        line.set("update_ratio", perLayer(report, report::updateRatio));
        end.ifPresent(found -> {
            put(line, "train_", found.training());
            found.validation().ifPresent(validation -> put(line, "val_", validation));
        });
        return line.toString();
    }

    private static void put(ObjectNode line, String prefix, Evaluation evaluation) {
        line.set(prefix + "loss", CellJson.number(evaluation.loss()));
        line.set(prefix + "accuracy", CellJson.number(evaluation.accuracy()));
    }

    private static ArrayNode perLayer(StepReport report, IntToDoubleFunction value) {
        ArrayNode values = JSON.arrayNode();
        for (int layer = 0; layer < report.layers(); layer++) {
            values.add(CellJson.number(value.applyAsDouble(layer)));
        }
        return values;
    }

    /// Returns the weights in the form that a network cell's `weights` has: Keras's layout, a kernel is inputs ×
    /// units.
    ///
    /// @param step how many steps trained them
    public static String weights(TrainingSpec spec, Network network, long step) {
        ObjectNode all = JSON.objectNode();
        all.put("network", spec.net().id());
        all.put("train", spec.train().id());
        all.put("step", step);
        ArrayNode layers = all.putArray("weights");
        for (int layer = 0; layer < network.layers(); layer++) {
            layers.add(CellJson.weights(network.layer(layer), network.weights(layer)));
        }
        return all.toPrettyString() + "\n";
    }
}
