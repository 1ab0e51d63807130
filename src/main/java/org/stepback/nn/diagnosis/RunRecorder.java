package org.stepback.nn.diagnosis;

import java.util.Arrays;
import org.stepback.nn.StepReport;

/// Collects a [RunSeries] as a run goes on, in a bounded room: when it is full, every other point is forgotten.
public final class RunRecorder {
    private static final int CAPACITY = 2000;
    private static final int FIRST_ROWS = 64;

    private final int layers;
    private final Table points;
    private final Table rests = new Table(2);

    /// @param layers of the network
    public RunRecorder(int layers) {
        this.layers = layers;
        this.points = new Table(1 + 2 * layers);
    }

    /// Takes a step in.
    public void step(StepReport report) {
        double[] row = points.add(report.step());
        row[0] = report.loss();
        for (int layer = 0; layer < layers; layer++) {
            row[1 + layer] = report.kernelGradientNorm(layer);
            row[1 + layers + layer] = report.updateRatio(layer);
        }
    }

    /// Takes in how well the weights do after a step.
    ///
    /// @param validationLoss NaN where no samples are held out
    public void rest(long step, double trainingLoss, double validationLoss) {
        double[] row = rests.add(step);
        row[0] = trainingLoss;
        row[1] = validationLoss;
    }

    /// Returns a copy of what was collected.
    public RunSeries series() {
        double[][] gradientNorm = new double[layers][];
        double[][] updateRatio = new double[layers][];
        for (int layer = 0; layer < layers; layer++) {
            gradientNorm[layer] = points.column(1 + layer);
            updateRatio[layer] = points.column(1 + layers + layer);
        }
        return new RunSeries(
                points.steps(),
                points.column(0),
                gradientNorm,
                updateRatio,
                rests.steps(),
                rests.column(0),
                rests.column(1));
    }

    /// Rows of numbers by step. The first and the last stay when it thins itself out.
    private static final class Table {
        private final int width;
        private long[] steps = new long[FIRST_ROWS];
        private double[][] rows = new double[FIRST_ROWS][];
        private int size;
        private int stride = 1;
        private long added;

        Table(int width) {
            this.width = width;
        }

        /// Returns the row of another step, to be filled.
        double[] add(long step) {
            boolean lastIsBetween = size > 1 && (added - 1) % stride != 0;
            size -= lastIsBetween ? 1 : 0;
            if (size == CAPACITY) {
                thin();
            }
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, Math.min(2 * size, CAPACITY));
                rows = Arrays.copyOf(rows, steps.length);
            }
            if (rows[size] == null) {
                rows[size] = new double[width];
            }
            steps[size] = step;
            added++;
            return rows[size++];
        }

        private void thin() {
            stride *= 2;
            for (int i = 1; 2 * i < size; i++) {
                double[] forgotten = rows[i];
                steps[i] = steps[2 * i];
                rows[i] = rows[2 * i];
                rows[2 * i] = forgotten;
            }
            size = (size + 1) / 2;
        }

        long[] steps() {
            return Arrays.copyOf(steps, size);
        }

        double[] column(int column) {
            return Arrays.stream(rows, 0, size).mapToDouble(row -> row[column]).toArray();
        }
    }
}
