package org.stepback.playground;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.stepback.nn.Checkpoint;
import org.stepback.number.NumberText;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A playground with its weights as a file, which opens it again as it was, and goes on alike.
///
/// @param checkpoint its steps, its weights in the order of [Layout], and what the optimizer remembers, of how many
///     updates, if it is known
public record PlaygroundFile(PlaygroundState state, Checkpoint checkpoint) {
    public static final int MOST_CHARACTERS = 500_000;
    private static final long MOST_STEPS = 2_000_000_000; // so that epochs can be counted, even of one step each
    private static final String LINK = "playground";
    private static final String STEP = "step";
    private static final String WEIGHTS = "weights";
    private static final String OPTIMIZER = "optimizer";
    private static final String UPDATES = "updates";
    private static final String NOT_ONE = "This is no file of the Playground: such a file is what Save gives.";

    /// The file's text: JSON with the state's link, how many steps are done, and every weight.
    public static String write(Snapshot snapshot) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(LINK, PlaygroundLink.write(snapshot.setup().state()));
        file.put(STEP, Math.min(snapshot.step(), MOST_STEPS));
        file.put(WEIGHTS, snapshot.weights());
        snapshot.past().ifPresent(past -> {
            file.put(OPTIMIZER, past.now().optimizerState());
            file.put(UPDATES, Math.min(past.now().updates(), MOST_STEPS));
        });
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(file);
    }

    /// @throws IllegalArgumentException with a sentence, where the text is no such file
    public static PlaygroundFile read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(NOT_ONE);
        }
        JsonNode file = json(text);
        if (!file.path(LINK).isString() || !file.path(WEIGHTS).isArray()) {
            throw new IllegalArgumentException(NOT_ONE);
        }
        PlaygroundLink.Reading reading = PlaygroundLink.read(file.path(LINK).asString());
        require(reading.problems().isEmpty(), () -> reading.problems().getFirst());
        double[] weights = numbers(file.path(WEIGHTS));
        int expected = Setup.of(reading.state()).layout().size();
        require(
                weights.length == expected && areFinite(weights),
                () -> "Its network has %d weights, and each must be a number.".formatted(expected));
        double[] memory = numbers(file.path(OPTIMIZER));
        require(areFinite(memory), () -> "What its optimizer remembers must be numbers.");
        long step = count(file, STEP, 0);
        long updates = count(file, UPDATES, step);
        return new PlaygroundFile(reading.state(), new Checkpoint(step, weights, memory, updates, new double[0]));
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream()
                .mapToDouble(number -> number.asDouble(Double.NaN))
                .toArray();
    }

    private static boolean areFinite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }

    /// A file may lack it.
    private static long count(JsonNode file, String field, long otherwise) {
        JsonNode count = file.path(field);
        if (count.isMissingNode()) {
            return otherwise;
        }
        boolean sound = count.isIntegralNumber()
                && count.canConvertToLong()
                && count.asLong() >= 0
                && count.asLong() <= MOST_STEPS;
        require(sound, () -> "Its %s must be a whole number from 0 to %s."
                .formatted(field, NumberText.grouped(MOST_STEPS)));
        return count.asLong();
    }

    private static void require(boolean sound, Supplier<String> why) {
        if (!sound) {
            throw new IllegalArgumentException("The file cannot be opened. " + why.get());
        }
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(NOT_ONE, e);
        }
    }
}
