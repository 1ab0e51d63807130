package org.stepback.training;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ejml.data.DMatrixRMaj;
import org.stepback.data.Dataset;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Source;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.training.pace.Pace;
import org.stepback.training.series.Cursor;

/// How many steps a second a run takes at full speed with and without a page that looks at it.
///
/// The workload is `spiral`: 8-64-64-3, batch 64. The page has six charts, distributions, scores and diagnoses open.
/// Watched and unwatched turns of two seconds take turns, so that a busy moment of the machine hits both; the medians
/// are compared.
public final class WatchBenchmark {
    private static final int ROUNDS = 9;
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final int CHARTS = 6;

    private WatchBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        RunPool pool = new RunPool(1, Duration.ofMillis(15));
        RunSetup setup = spiral();
        Run run = new Run(
                UUID.randomUUID(),
                new RunKey(UUID.randomUUID(), setup.slug(), setup.cell()),
                setup,
                Pace.FULL,
                new Run.Host(pool, Clock.systemUTC(), Duration.ofSeconds(2)));
        pool.start();
        run.wake();
        Thread.sleep(2 * TURN.toMillis()); // the compiler has seen all of it
        List<Double> watched = new ArrayList<>();
        List<Double> unwatched = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            unwatched.add(turn(run, false));
            watched.add(turn(run, true));
        }
        pool.stop();
        System.out.printf(
                "unwatched %,.0f steps/s, watched %,.0f steps/s: %.1f %%%n",
                median(unwatched), median(watched), 100 * median(watched) / median(unwatched));
    }

    private static double turn(Run run, boolean watched) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread page = Thread.ofPlatform().start(() -> look(run, watched, over));
        long step = run.status().step();
        long begin = System.nanoTime();
        Thread.sleep(TURN);
        double rate = (run.status().step() - step) * 1e9 / (System.nanoTime() - begin);
        over.set(true);
        page.join();
        return rate;
    }

    private static void look(Run run, boolean watched, AtomicBoolean over) {
        Cursor[] cursors = new Cursor[CHARTS];
        Arrays.fill(cursors, Cursor.START);
        for (int beat = 0; watched && !over.get(); beat++) {
            run.status();
            for (int chart = 0; chart < CHARTS; chart++) {
                cursors[chart] = run.since(cursors[chart]).cursor();
            }
            run.moments();
            if (beat % 10 == 0) {
                run.predictions(run.setup().validation().x());
            }
            if (beat % 20 == 0) {
                run.diagnoses();
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static RunSetup spiral() {
        DMatrixRMaj x = new DMatrixRMaj(8, 2_000);
        DMatrixRMaj y = new DMatrixRMaj(3, 2_000);
        for (int sample = 0; sample < 2_000; sample++) {
            for (int input = 0; input < 8; input++) {
                x.set(input, sample, Math.sin(sample * (input + 1.0)));
            }
            y.set(sample % 3, sample, 1);
        }
        List<String> features = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        var split = new Dataset(x, y, features, List.of("0", "1", "2")).split(0.2);
        var relu = new Activation.Relu();
        var open = new Access(Set.of());
        var data = new Cell.Data("data", "", new Source.Literal(List.of(), List.of(), List.of()), 0, open);
        List<Layer> layers = List.of(new Dense(64, relu), new Dense(64, relu), new Dense(3, new Activation.Softmax()));
        var net = new Cell.Net("net", "data", layers, new Initializer.GlorotUniform(), 1, List.of(), open);
        var train = new Cell.Train(
                "fit",
                "net",
                "data",
                new Loss.CategoricalCrossentropy(),
                Optimization.of(new Adam()),
                64,
                1_000_000,
                true,
                1,
                Map.of(),
                List.of(),
                open);
        return new RunSetup("bench", "{}", new TrainingSpec("", train, net, data, net.architecture(8), split));
    }
}
