package org.stepback.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/// PyTorch's C++ interface (libtorch), called from Java: `nn::Linear` layers, autograd, `optim::Adam` or `optim::SGD`.
final class Libtorch implements Contender {
    private final Workload workload;
    private final List<LinearImpl> layers;
    private final Optimizer optimizer;
    private final Tensor x;
    private final Tensor y;

    Libtorch(Workload workload) {
        torch.set_num_threads(1);
        torch.set_num_interop_threads(1);
        this.workload = workload;
        List<Integer> widths = workload.widths();
        layers = IntStream.range(0, workload.layers())
                .mapToObj(layer -> new LinearImpl(widths.get(layer), widths.get(layer + 1)))
                .toList();
        layers.forEach(layer -> layer.to(torch.ScalarType.Double, false));
        TensorVector parameters = new TensorVector();
        layers.forEach(layer -> parameters.push_back(layer.weight()).push_back(layer.bias()));
        optimizer = workload.adam
                ? new Adam(parameters, new AdamOptions(Workload.LEARNING_RATE))
                : new SGD(parameters, new SGDOptions(Workload.LEARNING_RATE));
        double[][] samples = workload.x(workload.batch);
        x = tensor(samples);
        y = tensor(workload.y(samples));
    }

    private static Tensor tensor(double[][] rows) {
        double[] flat = IntStream.range(0, rows.length)
                .mapToObj(row -> rows[row])
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
        TensorOptions doubles = new TensorOptions(torch.ScalarType.Double);
        return torch.from_blob(new DoublePointer(flat), new long[] {rows.length, rows[0].length}, doubles)
                .clone();
    }

    @Override
    public double step() {
        try (var scope = new PointerScope()) {
            optimizer.zero_grad();
            Tensor loss = loss();
            loss.backward();
            double sum = loss.item_double();
            for (LinearImpl layer : layers) {
                sum += layer.weight().grad().norm().item_double();
            }
            optimizer.step();
            return sum;
        }
    }

    private Tensor loss() {
        Tensor z = x;
        for (int layer = 0; layer < layers.size(); layer++) {
            z = layers.get(layer).forward(z);
            if (layer < layers.size() - 1) {
                z = workload.hidden.equals("relu") ? torch.relu(z) : torch.tanh(z);
            }
        }
        return switch (workload.error) {
            case SQUARED -> torch.mse_loss(torch.tanh(z), y);
            case BINARY -> torch.binary_cross_entropy_with_logits(z, y);
            case CLASSES -> torch.cross_entropy(z, y);
        };
    }
}
