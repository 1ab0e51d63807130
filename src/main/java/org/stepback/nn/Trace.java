package org.stepback.nn;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.Phase;
import org.stepback.nn.layer.TensorNames;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;

/// Every number of one step, and for each what it is made of, back to data, weights and settings.
///
/// [Trainer#trace()] makes one. Matrices are units × batch, one column a sample of the mini-batch.
///
/// @param step 1 = the first
/// @param samples which samples of the table are the columns, 0 = the first
/// @param objective the loss behind the activation of the output layer
/// @param before the network as the step found it; not to be changed
/// @param after the network after the update; not to be changed
/// @param loss of the mini-batch, with the penalties on weights
/// @param pass the numbers of the forward and the backward pass
/// @param update the numbers that the update read and wrote
/// @param phase what dropout and noise draw
public record Trace(
        long step,
        int[] samples,
        Objective objective,
        Optimization optimizer,
        Network before,
        Network after,
        double loss,
        TracedPass pass,
        TracedUpdate update,
        Phase phase) {
    @Override
    public int[] samples() {
        return samples.clone();
    }

    /// Returns how many samples the mini-batch has.
    public int width() {
        return pass.x().numCols;
    }

    public Loss lossFunction() {
        return objective.loss();
    }

    /// Returns the learning rate of this step.
    public double learningRate() {
        return update.rate();
    }

    /// Returns which update of the optimizer this is, 1 = the first.
    public long t() {
        return update.t();
    }

    public DMatrixRMaj x() {
        return pass.x();
    }

    public DMatrixRMaj y() {
        return pass.y();
    }

    public DMatrixRMaj z(int layer) {
        return pass.z().get(layer);
    }

    public DMatrixRMaj a(int layer) {
        return pass.a().get(layer);
    }

    /// `∂L/∂A` of a layer.
    public DMatrixRMaj da(int layer) {
        return pass.da().get(layer);
    }

    /// `∂L/∂Z` of a layer.
    public DMatrixRMaj delta(int layer) {
        return pass.delta().get(layer);
    }

    /// `∂L/∂W` of a layer, before any clipping.
    public DMatrixRMaj dW(int layer) {
        return pass.dW().get(layer);
    }

    /// `∂L/∂b` of a layer, before any clipping.
    public DMatrixRMaj db(int layer) {
        return pass.db().get(layer);
    }

    /// Returns what the optimizer remembers of a tensor, slot by slot, before or after the step; none of a frozen
    /// layer.
    public List<DMatrixRMaj> memory(int layer, Quantity.Tensor tensor, boolean afterwards) {
        if (!learns(layer, tensor)) {
            return List.of();
        }
        DMatrixRMaj like = before.tensor(layer, tensor);
        double[][] slots =
                (afterwards ? update.after() : update.before()).get(TracedUpdate.place(before, layer, tensor));
        return Arrays.stream(slots)
                .map(numbers -> new DMatrixRMaj(like.numRows, like.numCols, true, numbers))
                .toList();
    }

    /// Returns what the optimizer's slots are called, such as m and v.
    public List<String> memoryNames() {
        return optimizer.rule().slots().stream().map(Optimizer.Slot::name).toList();
    }

    /// Returns whether an update changes this tensor.
    public boolean learns(int layer, Quantity.Tensor tensor) {
        TensorNames names = before.layer(layer).tensors();
        boolean has = (tensor == Quantity.Tensor.KERNEL ? names.kernel() : names.bias()).isPresent();
        return has && before.layer(layer).trainable();
    }

    /// Returns the step's forward pass once more, with another number in place of one weight or input: what dropout and
    /// noise draw stays as it was.
    ///
    /// @param changed a [Quantity.Weight] or a [Quantity.X]
    /// @throws IllegalArgumentException where it is another number
    /// @throws IndexOutOfBoundsException where there is no such number
    public Trial trial(Quantity changed, double value) {
        return again().trial(changed, value);
    }

    /// Returns the step's gradients once more, in the same way.
    ///
    /// @param changed a [Quantity.Weight] or a [Quantity.X]
    /// @throws IllegalArgumentException where it is another number
    /// @throws IndexOutOfBoundsException where there is no such number
    public Gradients trialGradients(Quantity changed, double value) {
        return again().gradients(changed, value);
    }

    /// Returns the same mini-batch through the network after the update.
    public Trial afterwards() {
        return again().trial(after, pass.x());
    }

    private RepeatedPass again() {
        return new RepeatedPass(this, objective, pass, phase);
    }

    /// Returns the trainer's own number.
    ///
    /// @throws IndexOutOfBoundsException where there is no such number
    public double value(Quantity quantity) {
        return switch (quantity) {
            case Quantity.X(int row, int sample) -> at(pass.x(), row, sample);
            case Quantity.Y(int row, int sample) -> at(pass.y(), row, sample);
            case Quantity.SampleWeight(int sample) -> pass.weights().length == 0 ? 1 : pass.weights()[sample];
            case Quantity.Weight weight -> at(before.tensor(weight.layer(), weight.tensor()), weight);
            case Quantity.Z(int layer, int row, int sample) -> at(z(layer), row, sample);
            case Quantity.A(int layer, int row, int sample) -> at(a(layer), row, sample);
            case Quantity.Mask(int layer, int row, int sample) ->
                at(pass.cache().get(layer), row, sample);
            case Quantity.Added(int layer, int row, int sample) ->
                at(pass.cache().get(layer), row, sample);
            case Quantity.Normal normal -> recomputed().normal(normal);
            case Quantity.Mean mean -> recomputed().mean(mean);
            case Quantity.Inverse inverse -> recomputed().inverse(inverse);
            case Quantity.SampleLoss(int sample) -> recomputed().loss(sample);
            case Quantity.BatchLoss whole -> loss;
            case Quantity.DA(int layer, int row, int sample) -> at(da(layer), row, sample);
            case Quantity.Slope(int layer, int row, int sample) -> recomputed().slope(layer, row, sample);
            case Quantity.Delta(int layer, int row, int sample) -> at(delta(layer), row, sample);
            case Quantity.Gradient(Quantity.Weight of) ->
                at(of.tensor() == Quantity.Tensor.KERNEL ? dW(of.layer()) : db(of.layer()), of);
            case Quantity.Clipped(Quantity.Weight of) -> at(clipped(of.layer(), of.tensor()), of);
            case Quantity.Memory(Quantity.Weight of, int slot, boolean afterwards) ->
                at(memory(of.layer(), of.tensor(), afterwards).get(slot), of);
            case Quantity.Change change -> recomputed().change(change.of());
            case Quantity.NewWeight(Quantity.Weight of) -> at(after.tensor(of.layer(), of.tensor()), of);
        };
    }

    private RecomputedNumbers recomputed() {
        return new RecomputedNumbers(this);
    }

    DMatrixRMaj cache(int layer) {
        return pass.cache().get(layer);
    }

    public boolean isWeighted() {
        return pass.weights().length > 0;
    }

    DMatrixRMaj clipped(int layer, Quantity.Tensor tensor) {
        return (tensor == Quantity.Tensor.KERNEL ? update.clippedW() : update.clippedB()).get(layer);
    }

    private static double at(DMatrixRMaj matrix, Quantity.Weight place) {
        return at(matrix, place.row(), place.column());
    }

    private static double at(DMatrixRMaj matrix, int row, int column) {
        if (row < 0 || row >= matrix.numRows || column < 0 || column >= matrix.numCols) {
            throw new IndexOutOfBoundsException("There is no number in row %d and column %d of a table of %d × %d."
                    .formatted(row, column, matrix.numRows, matrix.numCols));
        }
        return matrix.unsafe_get(row, column);
    }
}
