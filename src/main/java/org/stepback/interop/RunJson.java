package org.stepback.interop;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.stepback.exercise.training.EpochEvaluation;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Network;
import org.stepback.nn.StepReport;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.TensorNames;
import org.stepback.nn.layer.Weights;
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
        put(line, "loss", report.loss());
        if (report.penalty() != 0) {
            put(line, "penalty", report.penalty());
        }
        put(line, "accuracy", report.accuracy());
        put(line, "learning_rate", report.learningRate());
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
        put(line, prefix + "loss", evaluation.loss());
        put(line, prefix + "accuracy", evaluation.accuracy());
    }

    private static void put(ObjectNode line, String key, double number) {
        if (Double.isFinite(number)) {
            line.put(key, number);
        } else {
            line.putNull(key);
        }
    }

    private static ArrayNode perLayer(StepReport report, IntToDoubleFunction value) {
        ArrayNode values = JSON.arrayNode();
        for (int layer = 0; layer < report.layers(); layer++) {
            add(values, value.applyAsDouble(layer));
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
        all.set("weights", weights(network));
        return all.toPrettyString() + "\n";
    }

    static ArrayNode weights(Network network) {
        ArrayNode layers = JSON.arrayNode();
        for (int layer = 0; layer < network.layers(); layer++) {
            layers.add(tensors(network.layer(layer), network.weights(layer)));
        }
        return layers;
    }

    private static ObjectNode tensors(Layer layer, Weights weights) {
        TensorNames names = layer.tensors();
        ObjectNode tensors = JSON.objectNode();
        names.kernel().ifPresent(name -> {
            ArrayNode kernel = columns(weights.kernel());
            tensors.set(name, layer instanceof Dense ? kernel : kernel.get(0));
        });
        names.bias().ifPresent(name -> tensors.set(name, columns(weights.bias()).get(0)));
        for (int i = 0; i < names.statistics().size(); i++) {
            tensors.set(
                    names.statistics().get(i),
                    columns(weights.statistics().get(i)).get(0));
        }
        return tensors;
    }

    /// Returns a matrix as the list of its columns: one row a sample for a table, one row an input for a kernel.
    static ArrayNode columns(DMatrixRMaj matrix) {
        ArrayNode columns = JSON.arrayNode();
        for (int column = 0; column < matrix.numCols; column++) {
            ArrayNode values = columns.addArray();
            for (int row = 0; row < matrix.numRows; row++) {
                add(values, matrix.get(row, column));
            }
        }
        return columns;
    }

    private static void add(ArrayNode values, double number) {
        if (Double.isFinite(number)) {
            values.add(number);
        } else {
            values.addNull();
        }
    }
}
