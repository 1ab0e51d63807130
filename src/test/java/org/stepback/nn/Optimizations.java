package org.stepback.nn;

import java.util.List;
import java.util.stream.Stream;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Ftrl;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.RmsProp;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.optimizer.Sgd;

/// Every optimizer with its defaults, then every flag and extra that changes what a run remembers or computes.
final class Optimizations {
    static final List<Optimization> ALL = Stream.of(
                    Optimizer.ALL.stream().map(Optimization::of),
                    Stream.of(
                                    new Sgd(0.9, false),
                                    new Sgd(0.9, true),
                                    new RmsProp(0.9, 0.5, 1e-7, false),
                                    new RmsProp(0.9, 0.5, 1e-7, true),
                                    new Adam(0.9, 0.999, 1e-7, true),
                                    new Ftrl(-0.6, 0.1, 0.01, 0.01, 0.01, 0.1))
                            .map(rule -> rule.at(0.05)),
                    Schedule.ALL.stream().map(new Adam().at(1)::with),
                    Clipping.ALL.stream()
                            .map(clipping -> new Sgd().at(1).with(clipping).withWeightDecay(0.01)))
            .flatMap(all -> all)
            .toList();

    private Optimizations() {}
}
