package org.stepback.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stepback.data.Dataset;
import org.stepback.nn.Network;
import org.stepback.nn.NonFinite;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.diagnosis.RateDiagnosis;
import org.stepback.nn.diagnosis.RunObservation;
import org.stepback.nn.diagnosis.RunSeries;
import org.stepback.training.series.LayerNumber;
import org.stepback.training.series.NewPoints;

/// The diagnoses of a run, from the points that are kept of it and its network.
final class RunDiagnosis {
    private static final long OPERATIONS = 20_000_000;
    private static final int MOST_SAMPLES = 1_000;

    /// The first steps of a sound run are large too, and its loss is still high.
    private static final int FIRST_STEPS = 50;

    private RunDiagnosis() {}

    /// @param over whether it takes no further step: before, nothing can be said of a rate that is too small
    static List<Diagnosis> of(
            RunSetup setup, NewPoints points, Network network, Optional<NonFinite> nonFinite, boolean over) {
        RunSeries series = series(points);
        if (series.steps().length == 0) {
            return List.of();
        }
        RunSetup inForce = setup.at(series.steps()[series.steps().length - 1]);
        Dataset seen = setup.train().first(samples(setup));
        RunObservation observed =
                new RunObservation(network, inForce.settings().loss(), series, nonFinite, seen.x(), seen.y());
        return Diagnosis.of(observed).stream()
                .filter(found -> over || !isEarly(found, series))
                .toList();
    }

    private static boolean isEarly(Diagnosis found, RunSeries series) {
        return found instanceof RateDiagnosis.TooSmall
                || found instanceof RateDiagnosis && series.steps()[series.steps().length - 1] < FIRST_STEPS;
    }

    private static int samples(RunSetup setup) {
        long affordable = OPERATIONS / setup.architecture().forwardOperations();
        return (int)
                Math.min(Math.clamp(affordable, 16, MOST_SAMPLES), setup.train().samples());
    }

    /// The steps of which the layers' numbers are kept, and the last one.
    static RunSeries series(NewPoints points) {
        NewPoints.Layers layers = points.layers();
        NewPoints.Steps all = points.steps();
        int kept = layers.step().length;
        boolean later =
                all.step().length > 0 && (kept == 0 || all.step()[all.step().length - 1] > layers.step()[kept - 1]);
        long[] steps = Arrays.copyOf(layers.step(), kept + (later ? 1 : 0));
        if (later) {
            steps[kept] = all.step()[all.step().length - 1];
        }
        double[] loss = Arrays.stream(steps)
                .mapToInt(step -> Arrays.binarySearch(all.step(), step))
                .mapToDouble(at -> at < 0 ? Double.NaN : all.loss()[at])
                .toArray();
        NewPoints.EpochEnds ends = points.epochEnds();
        int first = ends.step().length > 0 && ends.step()[0] == 0 ? 1 : 0; // from before the first step
        return new RunSeries(
                steps,
                loss,
                padded(layers.of(LayerNumber.KERNEL_GRADIENT_NORM), steps.length),
                padded(layers.of(LayerNumber.UPDATE_RATIO), steps.length),
                Arrays.copyOfRange(ends.step(), first, ends.step().length),
                Arrays.copyOfRange(ends.trainingLoss(), first, ends.step().length),
                Arrays.copyOfRange(ends.validationLoss(), first, ends.step().length));
    }

    /// NaN where a number was not kept.
    private static double[][] padded(double[][] numbers, int length) {
        return IntStream.range(0, numbers.length)
                .mapToObj(layer -> {
                    double[] row = Arrays.copyOf(numbers[layer], length);
                    Arrays.fill(row, numbers[layer].length, length, Double.NaN);
                    return row;
                })
                .toArray(double[][]::new);
    }
}
