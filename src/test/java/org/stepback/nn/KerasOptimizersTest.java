package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stepback.nn.Golden.assertClose;
import static org.stepback.nn.Golden.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Settings;
import org.stepback.nn.setting.Tunable;
import tools.jackson.databind.JsonNode;

@DisplayName("Optimizers and schedules say what Keras 3 says")
class KerasOptimizersTest {
    private static final double PRECISION = 1e-9;

    static List<JsonNode> optimizers() {
        return Golden.entries(Golden.KERAS, "optimizers");
    }

    static List<JsonNode> schedules() {
        return Golden.entries(Golden.KERAS, "schedules");
    }

    @Test
    @DisplayName("All 19 optimizers and all 8 schedules of the golden file are covered, and each of ours is among them")
    void coverage() {
        assertThat(optimizers()).hasSize(19);
        assertThat(optimizers().stream()
                        .map(entry -> optimizerOf(entry).orElseThrow().rule().name()))
                .containsAll(Optimizer.ALL.stream().map(Optimizer::name).toList());
        assertThat(schedules()).hasSize(8);
        List<String> names =
                schedules().stream().map(KerasOptimizersTest::scheduleName).toList();
        assertThat(Schedule.ALL)
                .filteredOn(schedule -> !(schedule instanceof Schedule.Constant))
                .allSatisfy(schedule -> assertThat(names).contains(schedule.name()));
    }

    @Test
    @DisplayName("What can be picked is all that there is")
    void all() {
        assertThat(Optimizer.ALL.stream().map(Object::getClass))
                .containsExactly(Optimizer.class.getPermittedSubclasses());
        assertThat(Schedule.ALL.stream().map(Object::getClass))
                .containsExactly(Schedule.class.getPermittedSubclasses());
        assertThat(Clipping.ALL.stream().map(Object::getClass))
                .containsExactly(Clipping.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void optimizer(JsonNode entry) {
        Optimization optimizer = optimizerOf(entry).orElseThrow();
        double[] w = row(entry.get("w0"));
        double[][] memory = optimizer.rule().memory(w.length);
        double[][] expected = Golden.rows(entry.get("weights"));
        for (int step = 1; step <= expected.length; step++) {
            double[] g = row(entry.get("gradients").get(step - 1));
            double rate = optimizer.schedule().rate(step - 1);
            optimizer.clipping().clip(List.of(g));
            optimizer.update(rate, rate * optimizer.rule().correction(step), step, w, g, memory);
            for (int i = 0; i < w.length; i++) {
                assertClose("w[" + i + "] after step " + step, w[i], expected[step - 1][i], PRECISION);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void schedule(JsonNode keras) {
        Schedule schedule = scheduleOf(keras);
        double[] expected = row(inDouble(keras).get("learning_rate"));
        for (int i = 0; i < expected.length; i++) {
            long step = keras.get("at").get(i).asLong();
            assertClose("rate of step " + step, schedule.rate(step), expected[i], PRECISION);
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    @DisplayName("Keras's own rates, of which it rounds cosines to single precision, are as near as that allows")
    void schedule_in_single_precision(JsonNode keras) {
        double[] rounded = row(keras.get("learning_rate"));
        double[] exact = row(inDouble(keras).get("learning_rate"));
        for (int i = 0; i < exact.length; i++) {
            assertThat(rounded[i]).isCloseTo(exact[i], within(0.1 * Math.ulp(1f)));
        }
    }

    private static JsonNode inDouble(JsonNode keras) {
        return Golden.entries(Golden.SCHEDULES64, "schedules").stream()
                .filter(other -> Golden.label(other).equals(Golden.label(keras)))
                .findFirst()
                .orElse(keras);
    }

    /// The optimizer of an entry of the golden file, if it and all of its parameters are known here.
    static Optional<Optimization> optimizerOf(JsonNode entry) {
        return Optimizer.named(entry.get("name").asString().toLowerCase(Locale.ROOT))
                .map(rule -> {
                    Optimization optimizer = Optimization.of(rule);
                    for (var param : entry.get("params").properties()) {
                        optimizer = with(optimizer, param.getKey(), param.getValue());
                    }
                    return optimizer;
                });
    }

    private static Optimization with(Optimization optimizer, String name, JsonNode value) {
        Optional<Clipping> clipping = Clipping.named(name);
        if (clipping.isPresent()) {
            return optimizer.with(Tunable.with(clipping.get(), "limit", value.asDouble()));
        }
        return switch (name) {
            case "learning_rate" -> optimizer.with(new Schedule.Constant(value.asDouble()));
            case "weight_decay" -> optimizer.withWeightDecay(value.asDouble());
            default ->
                new Optimization(
                        optimizer.rule().with(name, plain(value)),
                        optimizer.schedule(),
                        optimizer.clipping(),
                        optimizer.weightDecay());
        };
    }

    private static Schedule scheduleOf(JsonNode entry) {
        Schedule schedule = Schedule.named(scheduleName(entry)).orElseThrow();
        List<Object> values = new ArrayList<>();
        for (Hyperparameter setting : schedule.hyperparameters()) {
            JsonNode given = entry.get("params").get(setting.name());
            values.add(given == null ? setting.value() : plain(given));
        }
        return Tunable.withValues(schedule, values);
    }

    private static String scheduleName(JsonNode entry) {
        return Settings.snakeCase(entry.get("name").asString()).toLowerCase(Locale.ROOT);
    }

    private static Object plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asDouble).toList();
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.asDouble();
    }
}
