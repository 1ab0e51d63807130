package org.stepback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `./stepback bench`: measures all contenders on all workloads in rounds, and prints and writes one table.
///
/// In each round everyone has one turn on each workload, so that a busy moment of the machine hits nobody alone.
public final class Bench {
    private Bench() {}

    /// @param args the folder of the npm packages, the table's file, and perhaps `--quick`
    public static void main(String[] args) throws IOException {
        boolean quick = List.of(args).contains("--quick");
        Results results = new Results();
        measure(quick ? Settings.QUICK : Settings.FULL, Path.of(args[0]), results);
        say("the server's first run, ten seconds after its start");
        for (Workload workload : Workload.values()) {
            ColdRun.share(workload)
                    .ifPresentOrElse(
                            share -> {
                                results.cold().put(workload, share);
                                say("  %s: %.0f %% of its steady rate after half a second"
                                        .formatted(workload.title(), 100 * share));
                            },
                            () -> say("  " + workload.title() + ": the lab did not start"));
        }
        String table = new Table(results).markdown();
        System.out.println(table);
        Files.writeString(Path.of(args[1]), table);
    }

    private static void measure(Settings settings, Path packages, Results results) {
        Forks forks = new Forks(settings);
        for (int round = 1; round <= settings.rounds(); round++) {
            say("round " + round + " of " + settings.rounds());
            forks.peak().ifPresent(results.peak().rounds()::add);
            for (Workload workload : Workload.values()) {
                for (JavaPeer peer : JavaPeer.values()) {
                    results.add(peer, workload, forks.steps(peer, workload));
                }
                for (NodePeer peer : NodePeer.values()) {
                    results.add(peer.title, workload, peer.steps(workload, settings, packages));
                }
                say("  " + workload.title() + ": " + results.line(workload));
            }
        }
    }

    private static void say(String line) {
        System.err.println("stepback: " + line);
    }
}
