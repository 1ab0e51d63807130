package org.stepback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.engine.network.activation.ActivationSoftMax;
import org.encog.engine.network.activation.ActivationTANH;
import org.encog.ml.data.MLDataPair;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.flat.FlatNetwork;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;
import org.encog.neural.networks.training.propagation.sgd.update.AdamUpdate;
import org.encog.neural.networks.training.propagation.sgd.update.MomentumUpdate;
import org.encog.neural.networks.training.propagation.sgd.update.UpdateRule;

/// Encog 3.4: its stochastic gradient descent, sample by sample, with its own Adam. Its δ is `y − a` whatever the loss.
final class EncogPeer implements Contender {
    private final StochasticGradientDescent training;
    private final Norms norms;
    private final List<MLDataPair> batch = new ArrayList<>();

    EncogPeer(Workload workload) {
        BasicNetwork network = new BasicNetwork();
        network.addLayer(new BasicLayer(null, true, workload.inputs()));
        for (int layer = 0; layer < workload.layers(); layer++) {
            boolean last = layer == workload.layers() - 1;
            int units = workload.widths().get(layer + 1);
            network.addLayer(new BasicLayer(activation(workload.activation(layer)), !last, units));
        }
        network.getStructure().finalizeStructure();
        network.reset(1);
        double[][] x = workload.x(workload.batch);
        BasicMLDataSet samples = new BasicMLDataSet(x, workload.y(x));
        samples.forEach(batch::add);
        training = new StochasticGradientDescent(network, samples);
        training.setLearningRate(Workload.LEARNING_RATE);
        training.setMomentum(0);
        UpdateRule rule = workload.adam ? new AdamUpdate() : new MomentumUpdate();
        norms = new Norms(rule, network.getFlat());
        training.setUpdateRule(norms);
        training.setBatchSize(workload.batch);
    }

    private static ActivationFunction activation(String name) {
        return switch (name) {
            case "relu" -> new ActivationReLU();
            case "tanh" -> new ActivationTANH();
            case "sigmoid" -> new ActivationSigmoid();
            default -> new ActivationSoftMax();
        };
    }

    @Override
    public double step() {
        for (int sample = 0; sample < batch.size(); sample++) {
            training.process(batch.get(sample));
        }
        training.update();
        return training.getError() + norms.sum;
    }

    /// An update rule that takes the norm of each layer's gradients before another rule uses them.
    private static final class Norms implements UpdateRule {
        private final UpdateRule rule;
        private final int[] starts;
        private double sum;

        Norms(UpdateRule rule, FlatNetwork network) {
            this.rule = rule;
            this.starts = IntStream.concat(
                            IntStream.of(network.getWeightIndex()), IntStream.of(network.getWeights().length))
                    .distinct()
                    .sorted()
                    .toArray();
        }

        @Override
        public void init(StochasticGradientDescent training) {
            rule.init(training);
        }

        @Override
        public void update(double[] gradients, double[] weights) {
            sum = 0;
            for (int layer = 0; layer + 1 < starts.length; layer++) {
                double squares = 0;
                for (int i = starts[layer]; i < starts[layer + 1]; i++) {
                    squares += gradients[i] * gradients[i];
                }
                sum += Math.sqrt(squares);
            }
            rule.update(gradients, weights);
        }
    }
}
