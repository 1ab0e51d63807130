package org.stepback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.framework.optimizers.Adam;
import org.tensorflow.framework.optimizers.GradientDescent;
import org.tensorflow.framework.optimizers.Optimizer;
import org.tensorflow.framework.optimizers.Optimizer.GradAndVar;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/// TensorFlow for Java 1.0.0 as a graph, in **single** precision, which is what its optimizers take.
final class TensorFlowPeer implements Contender {
    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Workload workload;
    private final Session session;
    private final Operand<TFloat32> loss;
    private final List<Operand<TFloat32>> norms = new ArrayList<>();
    private final Op update;

    TensorFlowPeer(Workload workload) {
        this.workload = workload;
        double[][] x = workload.x(workload.batch);
        loss = loss(tf.constant(floats(x)), tf.constant(floats(workload.y(x))));
        float rate = (float) Workload.LEARNING_RATE;
        Optimizer optimizer = workload.adam ? new Adam(graph, rate) : new GradientDescent(graph, rate);
        List<GradAndVar<? extends TType>> gradients = new ArrayList<>(optimizer.computeGradients(loss));
        for (GradAndVar<? extends TType> each : gradients) {
            if (each.getGradient().rank() == 2) {
                norms.add(norm(each.getGradient()));
            }
        }
        update = optimizer.applyGradients(gradients, "update");
        session = new Session(
                graph,
                ConfigProto.newBuilder()
                        .setIntraOpParallelismThreads(1)
                        .setInterOpParallelismThreads(1)
                        .build());
        session.initialize();
    }

    @SuppressWarnings("unchecked")
    private Operand<TFloat32> norm(Output<? extends TType> gradient) {
        Operand<TFloat32> g = (Operand<TFloat32>) gradient;
        return tf.math.sqrt(tf.reduceSum(tf.math.square(g), tf.constant(new int[] {0, 1})));
    }

    private Operand<TFloat32> loss(Operand<TFloat32> x, Operand<TFloat32> y) {
        var random = new SplittableRandom(1);
        Operand<TFloat32> z = x;
        for (int layer = 0; layer < workload.layers(); layer++) {
            int inputs = workload.widths().get(layer);
            int units = workload.widths().get(layer + 1);
            var kernel = tf.variable(tf.constant(uniform(random, inputs, units)));
            var bias = tf.variable(tf.constant(new float[units]));
            z = tf.math.add(tf.linalg.matMul(z, kernel), bias);
            if (layer < workload.layers() - 1) {
                z = workload.hidden.equals("relu") ? tf.nn.relu(z) : tf.math.tanh(z);
            }
        }
        return switch (workload.error) {
            case SQUARED -> mean(tf.math.square(tf.math.sub(tf.math.tanh(z), y)), 0, 1);
            case BINARY -> mean(binary(z, y), 0, 1);
            case CLASSES -> mean(tf.nn.softmaxCrossEntropyWithLogits(z, y).loss(), 0);
        };
    }

    private Operand<TFloat32> mean(Operand<TFloat32> numbers, int... axes) {
        return tf.math.mean(numbers, tf.constant(axes));
    }

    /// `max(z, 0) − z y + log(1 + e^−|z|)`
    private Operand<TFloat32> binary(Operand<TFloat32> z, Operand<TFloat32> y) {
        var log = tf.math.log1p(tf.math.exp(tf.math.neg(tf.math.abs(z))));
        return tf.math.add(tf.math.sub(tf.nn.relu(z), tf.math.mul(z, y)), log);
    }

    private static float[][] uniform(SplittableRandom random, int inputs, int units) {
        double limit = Math.sqrt(6.0 / (inputs + units));
        double[][] kernel = new double[inputs][];
        for (int row = 0; row < inputs; row++) {
            kernel[row] = random.doubles(units, -limit, limit).toArray();
        }
        return floats(kernel);
    }

    private static float[][] floats(double[][] numbers) {
        float[][] floats = new float[numbers.length][numbers[0].length];
        for (int row = 0; row < floats.length; row++) {
            for (int column = 0; column < floats[row].length; column++) {
                floats[row][column] = (float) numbers[row][column];
            }
        }
        return floats;
    }

    @Override
    public double step() {
        Session.Runner runner = session.runner().addTarget(update).fetch(loss);
        norms.forEach(runner::fetch);
        try (Result result = runner.run()) {
            double sum = 0;
            for (int i = 0; i < result.size(); i++) {
                sum += ((TFloat32) result.get(i)).getFloat();
            }
            return sum;
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
