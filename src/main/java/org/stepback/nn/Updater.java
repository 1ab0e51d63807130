package org.stepback.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;

/// The update of all weights of a run, with what its optimizer remembers.
final class Updater {
    private final Optimization optimizer;
    private final List<double[]> gradients;
    private final List<Tensor> tensors;
    private long updates;

    Updater(Network network, Backward backward, Optimization optimizer) {
        this.optimizer = optimizer;
        this.gradients = Parameters.trainable(network, backward);
        List<double[]> weights = Parameters.trainable(network);
        List<PenaltyAfterUpdate> penalties = PenaltyAfterUpdate.of(network);
        this.tensors = IntStream.range(0, weights.size())
                .mapToObj(i -> Tensor.of(network, optimizer.rule(), weights.get(i), gradients.get(i), penalties))
                .toList();
    }

    /// One kernel or bias, with its gradients and its memory.
    ///
    /// @param w its weights
    /// @param g their gradients
    /// @param memory what the optimizer remembers of it
    /// @param kernelOf the layer (0 = first) whose kernel it is, or [#NO_KERNEL]
    /// @param afterUpdate what its penalty does after an update, mostly nothing
    private record Tensor(
            double[] w, double[] g, double[][] memory, int kernelOf, Optional<PenaltyAfterUpdate> afterUpdate) {
        static final int NO_KERNEL = -1;

        static Tensor of(Network network, Optimizer rule, double[] w, double[] g, List<PenaltyAfterUpdate> penalties) {
            int kernelOf = IntStream.range(0, network.layers())
                    .filter(layer -> network.kernel(layer).data == w)
                    .findFirst()
                    .orElse(NO_KERNEL);
            Optional<PenaltyAfterUpdate> afterUpdate =
                    penalties.stream().filter(one -> one.w() == w).findFirst();
            return new Tensor(w, g, rule.memory(w.length), kernelOf, afterUpdate);
        }
    }

    Optimization optimizer() {
        return optimizer;
    }

    /// Returns a copy of what the optimizer remembers: for every tensor its slots.
    List<double[][]> copyOfMemory() {
        return tensors.stream()
                .map(Tensor::memory)
                .map(slots -> Arrays.stream(slots).map(double[]::clone).toArray(double[][]::new))
                .toList();
    }

    /// Returns what the optimizer remembers: for every tensor its slots, not copies.
    List<double[]> memory() {
        return tensors.stream().map(Tensor::memory).flatMap(Arrays::stream).toList();
    }

    /// Returns how many updates that is of.
    long updates() {
        return updates;
    }

    /// Remembers other numbers, of so many updates.
    void restore(double[] numbers, long made) {
        Parameters.fill(memory(), numbers);
        updates = made;
    }

    /// Returns the learning rate of a step, 1 = the first, as the schedule has it.
    double scheduledRate(long step) {
        return optimizer.schedule().rate(step - 1);
    }

    /// `w ← w − η ∂L/∂w` for every kernel and bias.
    ///
    /// @param rate η
    /// @param movement measures how far each kernel goes
    void update(double rate, Movement movement) {
        updates++;
        double corrected = rate * optimizer.rule().correction(updates);
        optimizer.clipping().clip(gradients);
        for (int i = 0; i < tensors.size(); i++) {
            Tensor tensor = tensors.get(i);
            if (tensor.kernelOf != Tensor.NO_KERNEL) {
                movement.begin(tensor.kernelOf);
            }
            if (tensor.afterUpdate.isPresent()) {
                tensor.afterUpdate.get().remember();
            }
            optimizer.update(rate, corrected, updates, tensor.w, tensor.g, tensor.memory);
            if (tensor.afterUpdate.isPresent()) {
                tensor.afterUpdate.get().afterUpdate(rate);
            }
            if (tensor.kernelOf != Tensor.NO_KERNEL) {
                movement.end(tensor.kernelOf);
            }
        }
    }
}
