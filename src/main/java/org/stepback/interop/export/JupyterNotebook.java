package org.stepback.interop.export;

import java.util.Optional;
import java.util.stream.Collectors;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.training.TrainingSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A notebook for Jupyter (nbformat 4.5): prose as Markdown cells, and each training as a code cell in Keras that
/// can be run by itself, with its data and its network in it.
public final class JupyterNotebook {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Exercise notebook;
    private final ArrayNode cells = JSON.createArrayNode();

    private JupyterNotebook(Exercise notebook) {
        this.notebook = notebook;
    }

    /// Returns the file's text.
    public static String of(Exercise notebook) {
        var jupyter = new JupyterNotebook(notebook);
        jupyter.markdown("# " + notebook.title());
        notebook.cells().forEach(jupyter::add);
        return jupyter.text();
    }

    private String text() {
        ObjectNode root = JSON.createObjectNode();
        root.set("cells", cells);
        ObjectNode metadata = root.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Python 3")
                .put("language", "python")
                .put("name", "python3");
        metadata.putObject("language_info").put("name", "python");
        root.put("nbformat", 4).put("nbformat_minor", 5);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void add(Cell cell) {
        switch (cell) {
            case Cell.Prose prose when prose.markdown().isBlank() -> {} // an empty note says nothing there
            case Cell.Prose prose -> markdown(prose.markdown());
            case Cell.NumberQuestion question -> markdown("**Question:** " + question.label());
            case Cell.ChoiceQuestion question -> choice(question);
            case Cell.Data data -> markdown("The data `" + data.id() + "`: " + data.title() + ".");
            case Cell.Net net -> markdown("The network `" + net.id() + "` is built where it is trained, below.");
            case Cell.Train train -> training(train);
            case Cell.Trace trace ->
                markdown("The lab walks through the steps of `" + trace.train() + "` here, number by number.");
        }
    }

    private void choice(Cell.ChoiceQuestion question) {
        String options = question.options().stream()
                .map(option -> "\n- " + option.text())
                .collect(Collectors.joining());
        markdown("**Question:** " + question.label() + "\n" + options);
    }

    private void training(Cell.Train train) {
        String file = train.id() + ".json";
        try {
            Export export = Export.of(TrainingSpec.of(notebook, Optional.of(train.id())), Framework.KERAS, file);
            export.numbers()
                    .ifPresent(numbers -> code("with open(\"" + file + "\", \"w\") as file:\n"
                            + "    file.write(\"\"\""
                            + numbers.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"")
                            + "\"\"\")"));
            code(export.codeOfCell());
        } catch (RefusedException notInKeras) {
            markdown("The training `" + train.id() + "` is not here as code. " + notInKeras.getMessage());
        }
    }

    private void markdown(String text) {
        cell("markdown").put("source", text);
    }

    private void code(String text) {
        ObjectNode cell = cell("code");
        cell.putNull("execution_count");
        cell.putArray("outputs");
        cell.put("source", text.stripTrailing());
    }

    private ObjectNode cell(String type) {
        ObjectNode cell = cells.addObject();
        cell.put("cell_type", type).put("id", "cell-" + cells.size());
        cell.putObject("metadata");
        return cell;
    }
}
