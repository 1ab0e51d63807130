package org.stepback.training.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.Forward;
import org.stepback.nn.Gradients;
import org.stepback.nn.Network;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.diagnosis.UnitDiagnosis;
import org.stepback.nn.loss.Loss;

/// The spread of the numbers of every layer at one moment of a run, seen through a few training samples.
///
/// @param step after which it was looked at
public record Moment(long step, List<OfLayer> layers) {
    /// A slope below this part of the steepest counts as flat.
    private static final double FLAT = 0.02;

    /// A unit is saturated where it is flat for at least this share of the samples.
    private static final double NEARLY_ALL = 0.95;

    public Moment {
        layers = List.copyOf(layers);
    }

    /// One layer.
    ///
    /// @param weights of its kernel
    /// @param activations its outputs
    /// @param gradients `∂L/∂w` of its kernel
    /// @param dead the share of units that give the same, with a slope of 0, for every sample; NaN for softmax
    /// @param saturated the share of units of a bounded activation that are nearly flat for nearly every sample
    public record OfLayer(
            Histogram weights, Histogram activations, Histogram gradients, double dead, double saturated) {}

    public static Moment of(long step, Network network, Loss loss, DMatrixRMaj x, DMatrixRMaj y) {
        Forward forward = network.forward(x);
        Gradients gradients = Gradients.of(network, loss, x, y);
        List<OfLayer> layers = new ArrayList<>();
        for (int layer = 0; layer < network.layers(); layer++) {
            DMatrixRMaj z = forward.z().get(layer);
            Activation activation = network.activation(layer);
            layers.add(new OfLayer(
                    Histogram.of(network.kernel(layer)),
                    Histogram.of(forward.a().get(layer)),
                    Histogram.of(gradients.dW().get(layer)),
                    activation instanceof Activation.Elementwise f ? flat(f, z, 0, 1) : Double.NaN,
                    activation instanceof Activation.Elementwise f && f.saturates()
                            ? flat(f, z, FLAT * f.derivative(0, f.f(0)), NEARLY_ALL)
                            : Double.NaN));
        }
        return new Moment(step, layers);
    }

    /// The share of units whose slope is at most `most` for at least this share of the samples.
    private static double flat(Activation.Elementwise f, DMatrixRMaj z, double most, double share) {
        int flat = UnitDiagnosis.unitsWith(z, share, sum -> Math.abs(f.derivative(sum, f.f(sum))) <= most);
        return (double) flat / z.numRows;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(step);
        for (OfLayer layer : layers) {
            layer.weights().write(out);
            layer.activations().write(out);
            layer.gradients().write(out);
            out.writeDouble(layer.dead());
            out.writeDouble(layer.saturated());
        }
    }

    static Moment read(DataInput in, int layers) throws IOException {
        long step = in.readLong();
        List<OfLayer> read = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            read.add(new OfLayer(
                    Histogram.read(in), Histogram.read(in), Histogram.read(in), in.readDouble(), in.readDouble()));
        }
        return new Moment(step, read);
    }
}
