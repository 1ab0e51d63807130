package org.stepback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.stepback.StepbackApplication;
import org.stepback.nn.Trainer;

/// How fast a run is that is started ten seconds after the server: the real server, in a virtual machine of its own.
final class Cold {
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int WINDOWS = 80;
    private static final int SOON = 5;
    private static final int STEADY = 30;

    private Cold() {}

    /// Prints the rate in the fifth tenth of a second, and the median rate from the third second on.
    ///
    /// @param args the workload, then what the server is told
    public static void main(String[] args) throws InterruptedException {
        StepbackApplication.main(List.of(args).subList(1, args.length).toArray(String[]::new));
        TimeUnit.SECONDS.sleep(10);
        Trainer trainer = Ours.trainer(Workload.named(args[0]));
        List<Double> rates = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            rates.add(rate(trainer));
        }
        double steady = new Rates(rates.subList(STEADY, WINDOWS)).median();
        System.out.printf(Locale.ROOT, "cold %f %f%n", rates.get(SOON - 1), steady);
        System.exit(0);
    }

    private static double rate(Trainer trainer) {
        long begun = System.nanoTime();
        long before = trainer.steps();
        do {
            trainer.step();
        } while (System.nanoTime() - begun < WINDOW);
        return (trainer.steps() - before) * 1e9 / (System.nanoTime() - begun);
    }
}
