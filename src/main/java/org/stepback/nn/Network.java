package org.stepback.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Phase;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.math.Columns;

/// A network with its weights: `A = f(W A_prev + b)` and what other layers do, layer after layer.
///
/// The weights are those of the network itself, not copies: read them, and let a [Trainer] change its own.
public final class Network {
    /// The number of samples predicted at a time, so that a large table needs no large intermediate matrices.
    static final int BLOCK = 256;

    private final Architecture architecture;
    private final List<Weights> weights;

    private Network(Architecture architecture, List<Weights> weights) {
        this.architecture = architecture;
        this.weights = List.copyOf(weights);
    }

    /// Returns a network at its start: kernels from the initializer, or from a layer's own, layer after layer, biases
    /// 0.
    ///
    /// The random numbers are those of [SplittableRandom] with this seed: the same bits on every machine.
    ///
    /// @throws IllegalArgumentException with the sentence of [Architecture#problem()]
    public static Network initialized(Architecture architecture, Initializer kernel, long seed) {
        refuseImpossible(architecture);
        SplittableRandom random = new SplittableRandom(seed);
        List<Weights> weights = new ArrayList<>();
        for (int i = 0; i < architecture.layers().size(); i++) {
            Layer layer = architecture.layers().get(i);
            Weights blank = layer.blank(architecture.inputsOf(i));
            if (layer instanceof Dense dense) {
                dense.kernelInitializer().orElse(kernel).fill(blank.kernel(), random);
            }
            weights.add(blank);
        }
        return new Network(architecture, weights);
    }

    /// Returns a network with copies of the given weights, one entry a layer.
    ///
    /// @throws IllegalArgumentException with a sentence, when the architecture is impossible or a shape does not
    ///     fit it
    public static Network of(Architecture architecture, List<Weights> weights) {
        refuseImpossible(architecture);
        int layers = architecture.layers().size();
        if (weights.size() != layers) {
            throw new IllegalArgumentException(
                    "There are weights for %d layers, but the network has %d.".formatted(weights.size(), layers));
        }
        for (int layer = 0; layer < layers; layer++) {
            Weights expected = architecture.layers().get(layer).blank(architecture.inputsOf(layer));
            weights.get(layer).requireShapesOf(expected, "Layer " + (layer + 1) + "'s ");
        }
        return new Network(architecture, weights.stream().map(Weights::copy).toList());
    }

    private static void refuseImpossible(Architecture architecture) {
        architecture.problem().ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    public Architecture architecture() {
        return architecture;
    }

    /// Returns how many layers there are.
    public int layers() {
        return weights.size();
    }

    /// Returns the settings of a layer (0 = first).
    public Layer layer(int layer) {
        return architecture.layers().get(layer);
    }

    /// Returns what a layer (0 = first) has learnt.
    public Weights weights(int layer) {
        return weights.get(layer);
    }

    /// `W` of a layer (0 = first), units × inputs.
    public DMatrixRMaj kernel(int layer) {
        return weights.get(layer).kernel();
    }

    /// `b` of a layer (0 = first), units × 1.
    public DMatrixRMaj bias(int layer) {
        return weights.get(layer).bias();
    }

    /// `W` or `b` of a layer (0 = first).
    public DMatrixRMaj tensor(int layer, Quantity.Tensor tensor) {
        return tensor == Quantity.Tensor.KERNEL ? kernel(layer) : bias(layer);
    }

    /// f of a layer (0 = first).
    public Activation activation(int layer) {
        return architecture.layers().get(layer).activation();
    }

    /// Returns the penalties on all weights, a part of the loss.
    public double penalty() {
        double sum = 0;
        for (int layer = 0; layer < layers(); layer++) {
            sum += layer(layer).penalty(weights(layer));
        }
        return sum;
    }

    /// Returns the predictions, outputs × samples, for `x`, inputs × samples.
    public DMatrixRMaj predict(DMatrixRMaj x) {
        DMatrixRMaj prediction = new DMatrixRMaj(architecture.output().units(), x.numCols);
        inBlocks(x, (from, forward) -> {
            for (int column = 0; column < forward.output().numCols; column++) {
                Columns.copy(forward.output(), column, prediction, from + column);
            }
        });
        return prediction;
    }

    /// Returns a traced forward pass in evaluation: every z and a, for `x`, inputs × samples.
    public Forward forward(DMatrixRMaj x) {
        return forward(x, Phase.EVALUATION);
    }

    /// Returns a traced forward pass: every z and a, for `x`, inputs × samples.
    public Forward forward(DMatrixRMaj x, Phase phase) {
        requireInputs(x);
        Forward forward = Forward.buffers(architecture, x.numCols, x.numCols);
        forward.run(this, x, phase);
        return forward;
    }

    /// Runs forward over a few samples at a time and shows each block to the visitor.
    void inBlocks(DMatrixRMaj x, BlockVisitor visitor) {
        requireInputs(x);
        for (int from = 0; from < x.numCols; from += BLOCK) {
            visitor.visit(from, forward(Columns.block(x, from, Math.min(BLOCK, x.numCols - from))));
        }
    }

    Network copy() {
        return new Network(architecture, weights.stream().map(Weights::copy).toList());
    }

    private void requireInputs(DMatrixRMaj x) {
        if (x.numRows != architecture.inputs()) {
            throw new IllegalArgumentException("The network takes %d inputs, but the data has %d features."
                    .formatted(architecture.inputs(), x.numRows));
        }
    }

    /// Takes the passes of [#inBlocks]; `from` is the first column of the block.
    interface BlockVisitor {
        void visit(int from, Forward forward);
    }
}
