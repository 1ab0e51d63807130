package org.stepback.training;

import java.util.TreeMap;
import org.stepback.training.series.Cursor;
import org.stepback.training.series.NewPoints;

/// Does with a run's new points what a page in a browser does.
final class Page {
    private final TreeMap<Long, Double> losses = new TreeMap<>();
    private final TreeMap<Long, Double> epochEnds = new TreeMap<>();
    private Cursor cursor = Cursor.START;

    void add(NewPoints points) {
        cursor = points.cursor();
        if (points.fresh()) {
            losses.clear();
            epochEnds.clear();
        }
        put(losses, points.steps().step(), points.steps().loss(), points.steps().stride());
        put(
                epochEnds,
                points.epochEnds().step(),
                points.epochEnds().validationLoss(),
                points.epochEnds().stride());
    }

    private static void put(TreeMap<Long, Double> held, long[] steps, double[] values, long stride) {
        for (int i = 0; i < steps.length; i++) {
            held.put(steps[i], values[i]);
        }
        if (!held.isEmpty()) {
            long first = held.firstKey();
            long last = held.lastKey();
            held.keySet().removeIf(step -> step != first && step != last && step % stride != 0);
        }
    }

    Cursor cursor() {
        return cursor;
    }

    long[] steps() {
        return losses.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    double[] losses() {
        return losses.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    long[] epochEnds() {
        return epochEnds.keySet().stream().mapToLong(Long::longValue).toArray();
    }
}
