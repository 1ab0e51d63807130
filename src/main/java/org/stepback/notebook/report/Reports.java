package org.stepback.notebook.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Markdown;
import org.stepback.exercise.Option;
import org.stepback.notebook.Notebook;
import org.stepback.training.Cursor;
import org.stepback.training.Run;
import org.stepback.training.RunStatus;
import org.stepback.training.TrainingService;

/// Writes a notebook as HTML that is safe to show, without anything to change it by: prose, settings, answers as they
/// were given, and the results of its runs with their losses as pictures. Formulas stay as [Markdown] gives them.
@Service
public class Reports {
    private static final int MOST_POINTS = 400;
    private static final int LONGEST_TEXT = 4_000;

    private final TrainingService training;

    Reports(TrainingService training) {
        this.training = training;
    }

    /// @param owner whose notebook and runs they are
    public String html(UUID owner, Notebook notebook) {
        var html = new StringBuilder();
        for (String id : notebook.order()) {
            html.append(notebook.resolved()
                    .cell(id)
                    .map(cell -> cell(owner, notebook, cell))
                    .orElseGet(() -> section("Can't be read", id, settings(notebook, id))));
        }
        return html.toString();
    }

    private String cell(UUID owner, Notebook notebook, Cell cell) {
        String id = cell.id();
        return switch (cell) {
            case Cell.Prose prose -> Markdown.html(prose.markdown());
            case Cell.Data _ -> section("Data", id, settings(notebook, id));
            case Cell.Net _ -> section("Network", id, settings(notebook, id));
            case Cell.Trace _ -> section("Look inside a step", id, settings(notebook, id));
            case Cell.Train _ ->
                section(
                        "Training",
                        id,
                        settings(notebook, id)
                                + training.current(owner, notebook.exercise().slug(), id)
                                        .map(Reports::result)
                                        .orElse("<p>Not run yet.</p>"));
            case Cell.NumberQuestion question ->
                question(question.label(), notebook.resolved().answer(id));
            case Cell.ChoiceQuestion question ->
                question(question.label(), notebook.resolved().answer(id).map(key -> question.options().stream()
                        .filter(option -> option.key().equals(key))
                        .map(Option::text)
                        .findFirst()
                        .orElse(key)));
        };
    }

    private static String question(String label, Optional<String> answer) {
        return "<section>" + Markdown.html(label) + "<p>Answer: "
                + answer.map(Markdown::inline).orElse("none") + "</p></section>";
    }

    private static String section(String kind, String id, String body) {
        return "<section><h2>%s <code>%s</code></h2>%s</section>".formatted(kind, escaped(id), body);
    }

    private static String settings(Notebook notebook, String id) {
        String text = notebook.text(id).strip();
        String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "\n…";
        return "<pre><code>" + escaped(shown) + "</code></pre>";
    }

    private static String result(Run run) {
        RunStatus status = run.status();
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("State", words(status));
        numbers.put("Step", "%d of %d".formatted(status.step(), status.totalSteps()));
        numbers.put("Epoch", "%d of %d".formatted(status.epoch(), status.epochs()));
        numbers.put("Training loss", FourDigits.of(status.training().loss()));
        numbers.put("Validation loss", FourDigits.of(status.validation().loss()));
        numbers.put("Validation accuracy", FourDigits.of(status.validation().accuracy()));
        var table = new StringBuilder("<table><tbody>");
        numbers.forEach(
                (name, value) -> table.append("<tr><th scope=\"row\">%s</th><td>%s</td></tr>".formatted(name, value)));
        return table.append("</tbody></table>")
                .append(new LossPicture(run.since(Cursor.START, MOST_POINTS)).svg())
                .toString();
    }

    private static String words(RunStatus status) {
        return switch (status.state()) {
            case QUEUED, RUNNING -> "Running";
            case PAUSED -> "Paused";
            case DONE -> "Done";
            case STOPPED -> "Stopped";
            case FAILED -> "Failed";
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
