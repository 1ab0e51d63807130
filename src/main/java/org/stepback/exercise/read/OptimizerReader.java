package org.stepback.exercise.read;

import java.util.List;
import java.util.Optional;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.Range;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Tunable;

/// Reads the optimizer of a `train` cell: `adam` with Keras's defaults, or `{adam: {learning_rate: 0.01, clipnorm:
/// 1}}`.
final class OptimizerReader {
    private static final String EXAMPLE = "adam: {learning_rate: 0.01}";
    private static final String SCHEDULE_EXAMPLE = "cosine_decay: {initial_learning_rate: 0.1, decay_steps: 1000}";
    private static final Range LEARNING_RATE =
            Range.of(Schedule.ALL.getFirst().hyperparameters().getFirst());
    private static final Range WEIGHT_DECAY = Range.of(Optimization.WEIGHT_DECAY, false, "0.004");

    private OptimizerReader() {}

    static Optimization read(FieldReader slot) {
        if (!(slot.node() instanceof Node.Mapping)) {
            return Optimization.of(slot.named("optimizer", Optimizer.ALL, Optimizer::name));
        }
        var chosen = TunableReader.chosen(slot, "optimizer", Optimizer.ALL, "", EXAMPLE);
        Optimizer rule = chosen.thing();
        MappingReader settings = chosen.settings();
        int before = slot.findings().count();
        Schedule schedule = schedule(settings.slot("learning_rate"), rule.defaultLearningRate());
        Optimizer tuned = TunableReader.tuned(rule, settings);
        double decay = settings.slot("weight_decay").number(WEIGHT_DECAY, rule.defaultWeightDecay());
        Clipping clipping = clipping(settings);
        settings.done();
        return slot.findings().count() == before
                ? new Optimization(tuned, schedule, clipping, decay)
                : Optimization.of(rule);
    }

    private static Schedule schedule(FieldReader slot, double fallback) {
        if (!(slot.node() instanceof Node.Mapping)) {
            if (Schedule.CHANGING.stream().anyMatch(schedule -> schedule.name().equals(slot.scalar()))) {
                slot.refuse("A schedule needs its settings, such as \"" + SCHEDULE_EXAMPLE + "\".");
                return new Schedule.Constant(fallback);
            }
            Optional<Double> rate = slot.findings().sound(() -> slot.number(LEARNING_RATE, fallback));
            return new Schedule.Constant(rate.orElse(fallback));
        }
        var chosen = TunableReader.chosen(slot, "schedule", Schedule.CHANGING, "", SCHEDULE_EXAMPLE);
        Schedule schedule = TunableReader.tuned(chosen.thing(), chosen.settings());
        chosen.settings().done();
        return schedule;
    }

    private static Clipping clipping(MappingReader settings) {
        List<Clipping> given = Clipping.LIMITS.stream()
                .filter(clipping -> settings.slot(clipping.name()).present())
                .toList();
        if (given.isEmpty()) {
            return new Clipping.None();
        }
        Clipping clipping = given.getFirst();
        FieldReader slot = settings.slot(given.getLast().name());
        if (given.size() > 1) {
            slot.refuse(
                    "Only one of clipnorm, global_clipnorm and clipvalue can be given. Here are " + given.size() + ".");
            return clipping;
        }
        Hyperparameter limit = clipping.hyperparameters().getFirst();
        return slot.findings()
                .sound(() -> slot.number(Range.of(limit)))
                .map(value -> Tunable.with(clipping, limit.name(), value))
                .orElse(clipping);
    }
}
