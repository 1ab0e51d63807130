package org.stepback.grading;

import java.util.OptionalInt;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.stepback.data.Dataset;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.ExpectedNumber;
import org.stepback.nn.Forward;
import org.stepback.nn.Gradients;
import org.stepback.nn.Network;

/// Computes the numbers that checks expect, from the author's network and data, with the trainer's own code.
final class ExpectedNumbers {
    private final Exercise exercise;

    ExpectedNumbers(Exercise exercise) {
        this.exercise = exercise;
    }

    /// @throws IllegalArgumentException where the quantity names what is not there, or has no finite value
    double value(ExpectedNumber quantity) {
        double value = compute(quantity);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A quantity has no finite value.");
        }
        return value;
    }

    private double compute(ExpectedNumber quantity) {
        return switch (quantity) {
            case ExpectedNumber.Given q -> q.value();
            case ExpectedNumber.Parameters q ->
                network(net(q.network())).architecture().parameters();
            case ExpectedNumber.Z q ->
                forward(q.network(), q.data()).z().get(q.layer() - 1).get(q.unit() - 1, q.sample() - 1);
            case ExpectedNumber.A q ->
                forward(q.network(), q.data()).a().get(q.layer() - 1).get(q.unit() - 1, q.sample() - 1);
            case ExpectedNumber.Prediction q ->
                forward(q.network(), q.data()).output().get(q.unit() - 1, q.sample() - 1);
            case ExpectedNumber.LossOver q -> gradients(q).loss();
            case ExpectedNumber.KernelGradient q ->
                gradients(q.loss()).dW().get(q.layer() - 1).get(q.unit() - 1, q.input() - 1);
            case ExpectedNumber.BiasGradient q ->
                gradients(q.loss()).db().get(q.layer() - 1).get(q.unit() - 1, 0);
            case ExpectedNumber.UpdatedKernel q -> before(q.gradient()) - q.learningRate() * compute(q.gradient());
            case ExpectedNumber.UpdatedBias q -> before(q.gradient()) - q.learningRate() * compute(q.gradient());
        };
    }

    private double before(ExpectedNumber.KernelGradient q) {
        return network(net(q.loss().network())).kernel(q.layer() - 1).get(q.unit() - 1, q.input() - 1);
    }

    private double before(ExpectedNumber.BiasGradient q) {
        return network(net(q.loss().network())).bias(q.layer() - 1).get(q.unit() - 1, 0);
    }

    private Forward forward(String network, String data) {
        return network(net(network)).forward(dataset(data).x());
    }

    private Gradients gradients(ExpectedNumber.LossOver q) {
        Dataset data = dataset(q.data());
        return Gradients.of(
                network(net(q.network())), q.loss(), only(q.sample(), data.x()), only(q.sample(), data.y()));
    }

    private static DMatrixRMaj only(OptionalInt sample, DMatrixRMaj all) {
        return sample.isEmpty() ? all : CommonOps_DDRM.extractColumn(all, sample.getAsInt() - 1, null);
    }

    private Network network(Cell.Net net) {
        var architecture = net.architecture(dataset(net.input()).inputs());
        return net.weights().isEmpty()
                ? Network.initialized(architecture, net.initializer(), net.seed())
                : Network.of(architecture, net.weights());
    }

    private Cell.Net net(String id) {
        return cell(id, Cell.Net.class);
    }

    private Dataset dataset(String id) {
        return exercise.dataset(cell(id, Cell.Data.class));
    }

    private <C extends Cell> C cell(String id, Class<C> kind) {
        return exercise.cell(id, kind)
                .orElseThrow(() -> new IllegalArgumentException("A quantity names a cell that is not there."));
    }
}
