package org.stepback.notebook.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Option;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.notebook.Notebook;
import org.stepback.notebook.Staleness;
import org.stepback.number.NumberText;
import org.stepback.training.CellChanges;
import org.stepback.training.Run;
import org.stepback.training.RunSetups;
import org.stepback.training.RunStatus;
import org.stepback.training.TrainingService;

/// Writes a notebook as HTML that is safe to show, without anything to change it by: prose, settings, answers as they
/// were given, and the results of its runs with their charts as pictures; what is older than the settings says so.
/// Formulas stay as [Markdown] gives them.
@Service
public class Reports {
    private static final int LONGEST_TEXT = 4_000;
    private static final String CHANGED = "Settings changed since this run.";

    private final TrainingService training;
    private final RunSetups setups;

    Reports(TrainingService training, RunSetups setups) {
        this.training = training;
        this.setups = setups;
    }

    /// @param owner whose notebook and runs they are
    public String html(UUID owner, Notebook notebook) {
        Map<String, Run> runs = runs(owner, notebook);
        Map<String, String> stale = stale(notebook.resolved(), runs);
        var html = new StringBuilder();
        for (String id : notebook.order()) {
            html.append(notebook.resolved()
                    .cell(id)
                    .map(cell -> cell(notebook, cell, runs, stale.getOrDefault(id, "")))
                    .orElseGet(() -> unread(notebook, id, runs.get(id), stale.getOrDefault(id, ""))));
        }
        return html.toString();
    }

    private Map<String, Run> runs(UUID owner, Notebook notebook) {
        Map<String, Run> runs = new LinkedHashMap<>();
        for (String id : notebook.order()) {
            if (notebook.kind(id).equals("train")) {
                training.current(owner, notebook.exercise().slug(), id).ifPresent(run -> runs.put(id, run));
            }
        }
        return runs;
    }

    /// Why results are older than the settings, by cell.
    private Map<String, String> stale(Resolved cells, Map<String, Run> runs) {
        Map<String, Map<String, List<String>>> changes = new LinkedHashMap<>();
        runs.forEach((id, run) -> changes.put(id, setups.changes(cells, run.setup())));
        Map<String, String> reasons = new HashMap<>(new Staleness(cells).reasons(changes));
        changes.forEach((id, changed) -> {
            if (!changed.isEmpty()) {
                String obstacle = cells.obstacles(id).stream()
                        .findFirst()
                        .map(problem -> " They can't be run yet: " + problem.message())
                        .orElse("");
                reasons.put(
                        id, "The settings have changed since this run: " + CellChanges.words(changed) + "." + obstacle);
            }
        });
        return reasons;
    }

    private static String cell(Notebook notebook, Cell cell, Map<String, Run> runs, String stale) {
        String id = cell.id();
        return switch (cell) {
            case Cell.Prose prose -> Markdown.html(prose.markdown());
            case Cell.Data _ -> section("Data", id, stale(stale) + settings(notebook, id));
            case Cell.Net _ -> section("Network", id, stale(stale) + settings(notebook, id));
            case Cell.Trace _ -> section("Look inside a step", id, stale(stale) + settings(notebook, id));
            case Cell.Train _ -> section("Training", id, settings(notebook, id) + result(runs.get(id), stale));
            case Cell.NumberQuestion question ->
                question(notebook, question, notebook.resolved().answer(id), stale);
            case Cell.ChoiceQuestion question ->
                question(
                        notebook,
                        question,
                        notebook.resolved().answer(id).map(key -> question.options().stream()
                                .filter(option -> option.key().equals(key))
                                .map(Option::text)
                                .findFirst()
                                .orElse(key)),
                        stale);
        };
    }

    /// Writes a cell that can't be read. The results of its run before stay.
    private static String unread(Notebook notebook, String id, @Nullable Run run, String stale) {
        String results = run == null ? "" : result(run, stale);
        return section("Can't be read", id, settings(notebook, id) + results);
    }

    private static String stale(String why) {
        return stale(CHANGED, why);
    }

    private static String stale(String state, String why) {
        return why.isEmpty() ? "" : "<p class=\"stale\"><strong>%s</strong> %s</p>".formatted(state, escaped(why));
    }

    private static String question(Notebook notebook, Cell.Question question, Optional<String> answer, String stale) {
        String number = notebook.exercise()
                .question(question.id())
                .map(place -> "<h2>" + place.shown() + "</h2>")
                .orElse("");
        return "<section>" + number + Markdown.html(question.label()) + stale(stale) + "<p>Answer: "
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

    /// Writes the results of a run. Its state is said once, with the reason where it is stale.
    private static String result(@Nullable Run run, String stale) {
        if (run == null) {
            return stale(stale) + "<p>Not run yet.</p>";
        }
        RunStatus status = run.status();
        Map<String, String> numbers = new LinkedHashMap<>();
        if (stale.isEmpty()) {
            numbers.put("State", status.state().word());
        }
        numbers.put("Step", "%d of %d".formatted(status.step(), status.totalSteps()));
        numbers.put("Epoch", "%d of %d".formatted(status.epoch(), status.epochs()));
        numbers.put("Training loss", NumberText.briefOrDash(status.training().loss()));
        numbers.put(
                "Validation loss", NumberText.briefOrDash(status.validation().loss()));
        numbers.put(
                "Validation accuracy",
                NumberText.briefOrDash(status.validation().accuracy()));
        var table = new StringBuilder(stale(status.state().word() + ". " + CHANGED, stale)).append("<table><tbody>");
        numbers.forEach(
                (name, value) -> table.append("<tr><th scope=\"row\">%s</th><td>%s</td></tr>".formatted(name, value)));
        return table.append("</tbody></table>").append(ReportCharts.of(run)).toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
