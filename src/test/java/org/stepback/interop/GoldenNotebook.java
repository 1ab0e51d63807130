package org.stepback.interop;

import java.io.InputStream;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keras's own runs as notebooks: data, starting weights and settings written out.
public final class GoldenNotebook {
    private GoldenNotebook() {}

    /// A run of a golden file, by its title.
    public static JsonNode run(String file, String title) {
        InputStream json = GoldenNotebook.class.getResourceAsStream("/golden/" + file);
        return JsonMapper.shared()
                .readTree(json)
                .get("training")
                .valueStream()
                .filter(run -> run.get("title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /// The run as text; JSON is YAML, so that its numbers stand here digit for digit.
    public static String of(JsonNode run) {
        StringBuilder text = new StringBuilder("---\ntitle: Golden\nsummary: A run of Keras\n---\n");
        text.append("```data samples\nx: ").append(run.get("x"));
        text.append("\ny: ").append(run.get("y")).append("\n```\n");
        text.append("```network net\ninput: samples\nlayers:\n");
        run.get("layers").forEach(layer -> text.append("  - dense: {units: ")
                .append(layer.get("units"))
                .append(", activation: ")
                .append(layer.get("activation").asString())
                .append("}\n"));
        text.append("weights:\n");
        run.get("layers").forEach(layer -> text.append("  - kernel: ")
                .append(layer.get("kernel"))
                .append("\n    bias: ")
                .append(layer.get("bias"))
                .append('\n'));
        return text.append("```\n").append(train(run)).toString();
    }

    private static String train(JsonNode run) {
        JsonNode optimizer = run.get("optimizer");
        return """
                ```train fit
                network: net
                data: samples
                loss: %s
                optimizer: {%s: %s}
                batch_size: %s
                epochs: %s
                shuffle: %s
                ```
                """.formatted(
                        run.get("loss").asString(),
                        optimizer.get("name").asString().toLowerCase(Locale.ROOT),
                        optimizer.get("params").toString().replace(":", ": "),
                        run.get("batch_size"),
                        run.get("epochs"),
                        run.get("shuffle"));
    }
}
