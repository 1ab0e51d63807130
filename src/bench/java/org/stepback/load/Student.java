package org.stepback.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/// One who works through an exercise: reads, types answers, trains, checks, and now and then loads the page again.
///
/// A student remembers each text that the server has stored, and looks for it each time the page is loaded.
final class Student {
    private static final String EXERCISE = "exercise/learning-rate";
    private static final String[] ANSWERS = {"large-step/answer", "small-step/answer"};
    private static final int ACTIONS_A_LOAD = 25;
    private static final double ARRIVAL = 30;

    private final Client client;
    private final Latencies latencies;
    private final Tally tally;
    private final RandomGenerator random;
    private final Map<String, String> stored = new ConcurrentHashMap<>();
    private int changes;

    Student(Client client, Latencies latencies, Tally tally, RandomGenerator random) {
        this.client = client;
        this.latencies = latencies;
        this.tally = tally;
        this.random = random;
    }

    /// Works until the time is over; what fails is counted, and tried again.
    ///
    /// @param end by [System#nanoTime]
    void work(long end) {
        boolean in = false;
        pause(random.nextDouble(ARRIVAL)); // a class does not come in at one moment
        while (System.nanoTime() < end) {
            try {
                if (!in) {
                    timed("enter as a guest", client::enter);
                    in = true;
                }
                session(end);
            } catch (IOException | RuntimeException failure) {
                tally.failed(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                pause(1);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void session(long end) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (LabPage page = new LabPage(client, EXERCISE, "")) {
            latencies.since("open the exercise", begun);
            lookFor(page);
            page.lookAtCharts();
            for (int i = 0; i < ACTIONS_A_LOAD && System.nanoTime() < end; i++) {
                pause(random.nextDouble(1, 5));
                act(page, i);
                stored.putAll(page.acknowledged());
            }
        }
    }

    /// Everything that was said to be stored has to be there.
    private void lookFor(LabPage page) {
        stored.forEach((key, text) -> {
            tally.looked();
            String found = page.nodes().control(key).map(page.nodes()::value).orElse("");
            if (!found.equals(text)) {
                tally.lost(key + ": “" + found + "” instead of “" + text + "”");
            }
        });
    }

    private void act(LabPage page, int i) throws IOException, InterruptedException {
        switch (i % 5) {
            case 0, 1, 3 -> {
                String key = ANSWERS[random.nextInt(ANSWERS.length)];
                int node = page.nodes().control(key).orElseThrow();
                String text = Integer.toString(random.nextInt(1000));
                timed("type an answer", () -> page.type(node, text, client.hashCode() + "." + ++changes));
            }
            case 2 -> train(page);
            default -> {
                int check = page.nodes().button("Check").orElseThrow();
                timed("check the answers", () -> page.press(check));
            }
        }
    }

    private void train(LabPage page) throws IOException, InterruptedException {
        int run = page.nodes().button("Run").orElse(-1);
        if (run < 0) {
            return;
        }
        var points = page.nextPoints();
        long begun = System.nanoTime();
        timed("press Run", () -> page.press(run));
        try {
            points.get(10, TimeUnit.SECONDS);
            latencies.since("Run to the first points", begun);
        } catch (ExecutionException | TimeoutException none) {
            tally.failed("no points within 10 s");
        }
    }

    private void timed(String action, Action task) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        task.run();
        latencies.since(action, begun);
    }

    private static void pause(double seconds) {
        try {
            Thread.sleep(Duration.ofMillis((long) (1000 * seconds)));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Action {
        void run() throws IOException, InterruptedException;
    }
}
