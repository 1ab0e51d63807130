package org.stepback.trace;

import java.util.ArrayList;
import java.util.List;
import org.stepback.nn.Architecture;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;

/// A stage of a step: the lesson's five of the forward pass, the loss, and the four of the backward pass, most of them
/// layer by layer.
///
/// @param layer 0 = the first; that of the output where the stage is of no layer
public record Stage(Kind kind, int layer) {
    /// The direction in which the numbers go.
    public enum Part {
        FORWARD,
        LOSS,
        BACKWARD
    }

    public enum Kind {
        INPUT(Part.FORWARD, "Input"),
        SUM(Part.FORWARD, "Multiply and add"),
        ACTIVATION(Part.FORWARD, "Activation"),
        PASS_ON(Part.FORWARD, "Pass on"),
        PREDICTION(Part.FORWARD, "Prediction"),
        LOSS(Part.LOSS, "Loss"),
        ERROR(Part.BACKWARD, "Error"),
        GRADIENTS(Part.BACKWARD, "Gradients"),
        /// The error of the layer before, which belongs to the gradients.
        BACK(Part.BACKWARD, "Gradients"),
        UPDATE(Part.BACKWARD, "Update"),
        REPEAT(Part.BACKWARD, "Repeat");

        private final Part part;
        private final String word;

        Kind(Part part, String word) {
            this.part = part;
            this.word = word;
        }

        public Part part() {
            return part;
        }

        public String word() {
            return word;
        }

        /// Returns whether it is done in each layer.
        public boolean isOfLayer() {
            return switch (this) {
                case SUM, ACTIVATION, PASS_ON, GRADIENTS, BACK, UPDATE -> true;
                case INPUT, PREDICTION, LOSS, ERROR, REPEAT -> false;
            };
        }
    }

    /// All stages of a step, in their order.
    public static List<Stage> of(Architecture architecture) {
        List<Stage> stages = new ArrayList<>();
        int last = architecture.layers().size() - 1;
        stages.add(new Stage(Kind.INPUT, 0));
        for (int layer = 0; layer <= last; layer++) {
            forward(architecture.layers().get(layer), layer, layer == last, stages);
        }
        stages.add(new Stage(Kind.PREDICTION, last));
        stages.add(new Stage(Kind.LOSS, last));
        stages.add(new Stage(Kind.ERROR, last));
        for (int layer = last; layer >= 0; layer--) {
            if (learns(architecture.layers().get(layer))) {
                stages.add(new Stage(Kind.GRADIENTS, layer));
            }
            if (layer > 0) {
                stages.add(new Stage(Kind.BACK, layer - 1));
            }
        }
        for (int layer = 0; layer <= last; layer++) {
            if (learns(architecture.layers().get(layer))) {
                stages.add(new Stage(Kind.UPDATE, layer));
            }
        }
        stages.add(new Stage(Kind.REPEAT, last));
        return List.copyOf(stages);
    }

    private static void forward(Layer layer, int index, boolean isLast, List<Stage> stages) {
        if (!(layer instanceof ActivationLayer)) {
            stages.add(new Stage(Kind.SUM, index));
        }
        if (layer instanceof Dense || layer instanceof ActivationLayer) {
            stages.add(new Stage(Kind.ACTIVATION, index));
        }
        if (!isLast) {
            stages.add(new Stage(Kind.PASS_ON, index));
        }
    }

    private static boolean learns(Layer layer) {
        return layer.tensors().kernel().isPresent() || layer.tensors().bias().isPresent();
    }
}
