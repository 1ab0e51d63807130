package org.stepback.playground;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A playground with its weights as a file, which opens it again as it was.
///
/// @param weights in the order of [Layout]
public record PlaygroundFile(PlaygroundState state, double[] weights) {
    public static final int MOST_CHARACTERS = 500_000;
    private static final String LINK = "playground";
    private static final String WEIGHTS = "weights";
    private static final String NOT_ONE = "This is no file of the Playground: such a file is what Save gives.";

    /// The file's text: JSON with the state's link and every weight.
    public static String write(Snapshot snapshot) {
        var file = JsonMapper.shared().createObjectNode();
        file.put(LINK, PlaygroundLink.write(snapshot.setup().state()));
        var weights = file.putArray(WEIGHTS);
        Arrays.stream(snapshot.weights()).forEach(weights::add);
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
        Reading reading = PlaygroundLink.read(parameters(file.path(LINK).asString()));
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(
                    "The file cannot be opened. " + reading.problems().getFirst());
        }
        double[] weights = file.path(WEIGHTS)
                .valueStream()
                .mapToDouble(weight -> weight.asDouble(Double.NaN))
                .toArray();
        int expected = Layout.of(Setup.of(reading.state()).architecture()).size();
        if (weights.length != expected || !Arrays.stream(weights).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "The file cannot be opened: its network has %d weights, and each must be a number."
                            .formatted(expected));
        }
        return new PlaygroundFile(reading.state(), weights);
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(NOT_ONE, e);
        }
    }

    private static Map<String, List<String>> parameters(String link) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : link.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), List.of(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }
}
