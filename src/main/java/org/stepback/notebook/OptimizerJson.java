package org.stepback.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stepback.exercise.read.CellJson;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Tunable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The field `optimizer` as a page's pickers change it: another rule, another schedule, another clipping, each with
/// its defaults, and all else as the student has it.
public final class OptimizerJson {
    /// The most learning rates of a piecewise constant schedule.
    public static final int MOST_PIECES = 21;

    private static final String CONSTANT = Schedule.ALL.getFirst().name();
    private static final String NONE = Clipping.ALL.getFirst().name();
    private static final String RATE = "learning_rate";
    /// The settings that a form shows of every rule; the rest is folded away where it is Keras's usual.
    private static final List<String> PLAIN = List.of(RATE, "momentum");
    private static final String INITIAL = "initial_learning_rate";
    private static final String PIECES = "piecewise_constant_decay";
    private static final double USUAL_RATE = 0.01;
    private static final double MOST_RATE = 1000;
    private static final int STEPS_OF_A_PIECE = 500;

    private OptimizerJson() {}

    /// Two optimizers of one shape are edited by the same controls.
    public static String shape(JsonNode optimizer) {
        return "%s %s %s %d"
                .formatted(FieldJson.name(optimizer), schedule(optimizer), clipping(optimizer), pieces(optimizer));
    }

    /// Returns whether it has more than a plain learning rate and a momentum: a schedule, or a setting that is not
    /// Keras's usual one.
    public static boolean usesMore(JsonNode optimizer) {
        JsonNode usual = usual(optimizer).orElse(optimizer);
        return !schedule(optimizer).equals(CONSTANT)
                || settings(optimizer).properties().stream()
                        .filter(setting -> !PLAIN.contains(setting.getKey()))
                        .anyMatch(setting -> !same(setting.getValue(), usual.path(setting.getKey())));
    }

    /// `1` and `1.0` are the same.
    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() ? one.asDouble() == other.asDouble() : one.equals(other);
    }

    /// Returns whether the optimizer has a setting of this name, or its rule knows one.
    static boolean knows(JsonNode optimizer, String setting) {
        return settings(optimizer).has(setting)
                || usual(optimizer).filter(usual -> usual.has(setting)).isPresent();
    }

    /// The settings of its rule as Keras has them; empty where there is no such rule.
    private static Optional<JsonNode> usual(JsonNode optimizer) {
        return Optimizer.named(FieldJson.name(optimizer))
                .map(rule -> settings(CellJson.optimizer(Optimization.of(rule))));
    }

    /// Returns whether a form shows this setting at first sight, and folds the others away.
    public static boolean isPlain(String setting) {
        return PLAIN.contains(setting);
    }

    /// Returns the name of the schedule; `constant` where the learning rate is a number, or what was typed for one.
    public static String schedule(JsonNode optimizer) {
        JsonNode rate = settings(optimizer).path(RATE);
        return rate.isObject() ? FieldJson.name(rate) : CONSTANT;
    }

    public static String clipping(JsonNode optimizer) {
        return Clipping.ALL.stream()
                .map(Clipping::name)
                .filter(settings(optimizer)::has)
                .findFirst()
                .orElse(NONE);
    }

    /// Returns the number of learning rates of a piecewise constant schedule; 0 for another schedule.
    public static int pieces(JsonNode optimizer) {
        return settings(optimizer).path(RATE).path(PIECES).path("values").size();
    }

    /// Returns another rule with its own defaults, but the learning rate and the clipping as they are.
    public static JsonNode withRule(JsonNode optimizer, String name) {
        JsonNode fresh =
                CellJson.optimizer(Optimization.of(Optimizer.named(name).orElseThrow()));
        JsonNode old = settings(optimizer);
        List.of(RATE, clipping(optimizer)).forEach(key -> {
            if (old.has(key)) {
                ((ObjectNode) fresh.get(name)).set(key, old.get(key));
            }
        });
        return fresh;
    }

    /// Returns another schedule, which starts with the learning rate that there is.
    public static JsonNode withSchedule(JsonNode optimizer, String name) {
        Schedule schedule = startingAt(firstRate(settings(optimizer).path(RATE)), name);
        return changed(optimizer, settings -> settings.set(RATE, CellJson.learningRate(schedule)));
    }

    /// Returns another clipping with its default, or none.
    public static JsonNode withClipping(JsonNode optimizer, String name) {
        Clipping clipping = Clipping.named(name).orElseThrow();
        return changed(optimizer, settings -> {
            Clipping.ALL.forEach(other -> settings.remove(other.name()));
            settings.setAll(CellJson.limit(clipping));
        });
    }

    /// Returns a piecewise constant schedule with one learning rate more, a tenth of the last one.
    public static JsonNode withPiece(JsonNode optimizer) {
        return changedPieces(optimizer, (boundaries, values) -> {
            boundaries.add(boundaries.path(boundaries.size() - 1).asLong(0) + STEPS_OF_A_PIECE);
            values.add(tenth(values.path(values.size() - 1).asDouble(USUAL_RATE)));
        });
    }

    /// Returns a piecewise constant schedule without its last learning rate.
    public static JsonNode withoutPiece(JsonNode optimizer) {
        return changedPieces(optimizer, (boundaries, values) -> {
            boundaries.remove(boundaries.size() - 1);
            values.remove(values.size() - 1);
        });
    }

    private static JsonNode changedPieces(JsonNode optimizer, BiConsumer<ArrayNode, ArrayNode> change) {
        return changed(optimizer, settings -> {
            JsonNode pieces = settings.path(RATE).path(PIECES);
            if (pieces.path("boundaries") instanceof ArrayNode boundaries
                    && pieces.path("values") instanceof ArrayNode values) {
                change.accept(boundaries, values);
            }
        });
    }

    private static Schedule startingAt(double rate, String name) {
        Schedule schedule = Schedule.named(name).orElseThrow();
        return switch (schedule) {
            case Schedule.Constant constant -> new Schedule.Constant(rate);
            case Schedule.PiecewiseConstantDecay pieces ->
                new Schedule.PiecewiseConstantDecay(
                        pieces.boundaries(), List.of(rate, tenth(rate), tenth(tenth(rate))));
            default -> Tunable.with(schedule, INITIAL, rate);
        };
    }

    /// Returns a tenth without the digits that a division leaves behind.
    private static double tenth(double rate) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.6g", rate / 10));
    }

    /// The learning rate that a number or a schedule begins with; a usual one where what stands there is none.
    private static double firstRate(JsonNode rate) {
        JsonNode first = rate.isObject() ? rate.path(FieldJson.name(rate)) : rate;
        if (first.isObject()) {
            first = first.has(INITIAL)
                    ? first.get(INITIAL)
                    : first.path("values").path(0);
        }
        double number = first.asDouble(USUAL_RATE);
        return number > 0 && number <= MOST_RATE ? number : USUAL_RATE;
    }

    private static JsonNode changed(JsonNode optimizer, Consumer<ObjectNode> change) {
        JsonNode copy =
                settings(optimizer).isObject() ? optimizer.deepCopy() : withRule(optimizer, FieldJson.name(optimizer));
        change.accept((ObjectNode) settings(copy));
        return copy;
    }

    private static JsonNode settings(JsonNode optimizer) {
        return optimizer.path(FieldJson.name(optimizer));
    }
}
