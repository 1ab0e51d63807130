package org.stepback.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// `./stepback abuse`: honest students work in a lab while one address attacks it in every way at once.
///
/// Each student has a loopback address of their own; the attacker has one for all attacks. The attacker is a process
/// of its own, of low priority, as it would be on another machine.
public final class AbuseRun {
    private static final int STUDENTS = 30;
    private static final String ATTACKER = "127.0.2.1";

    private AbuseRun() {}

    /// @param args `students` or `attacks`, the lab's address, and for how many minutes
    public static void main(String[] args) throws IOException, InterruptedException {
        String lab = args[1].endsWith("/") ? args[1] : args[1] + "/";
        if (!InetAddress.getByName(URI.create(lab).getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException("The lab has to be on this machine, at a loopback address.");
        }
        await(lab);
        long end = System.nanoTime() + (long) (60e9 * Double.parseDouble(args[2]));
        if (args[0].equals("students")) {
            work(lab, end);
        } else {
            attack(lab, end);
        }
        System.exit(0);
    }

    /// Waits until the lab answers.
    private static void await(String lab) throws IOException, InterruptedException {
        Client client = new Client(lab, "127.0.0.1");
        long last = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            try {
                client.get("enter");
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > last) {
                    throw notYet;
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private static void work(String lab, long end) throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        Tally tally = new Tally();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            Client client = new Client(lab, "127.0.1." + (i + 1));
            Student student = new Student(client, latencies, tally, new Random(i));
            threads.add(Thread.startVirtualThread(() -> student.work(end)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(latencies.table());
        System.out.println(tally.sentences());
    }

    private static void attack(String lab, long end) throws InterruptedException {
        Tally tally = new Tally();
        for (Attack attack : Attack.values()) {
            for (int i = 0; i < attack.threads; i++) {
                Thread.startVirtualThread(() -> repeat(attack, lab, tally));
            }
        }
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        System.out.println(tally.sentences());
    }

    private static void repeat(Attack attack, String lab, Tally tally) {
        while (true) {
            try {
                attack.once(lab, ATTACKER);
                tally.failed(attack + ": came through");
            } catch (IOException | RuntimeException refused) {
                tally.failed(attack + ": " + refused);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }
}
