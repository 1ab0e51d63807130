package org.stepback.notebook.ui;

import com.vaadin.flow.component.Component;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.stepback.exercise.Cell;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.grading.Grade;
import org.stepback.grading.Graded;
import org.stepback.training.ui.RunPanels;
import org.stepback.ui.Prose;
import org.stepback.ui.SaveState;

/// Makes what shows each cell of one notebook's page.
public final class CellPanels {
    private final Workbench bench;
    private final SaveState saveState;
    private final RunPanels runs;
    private final Map<String, Integer> points;
    private final Map<String, CellPanel> judged = new HashMap<>();
    private final Set<String> right;
    private Map<String, Graded> graded = Map.of();
    private Map<String, String> explanations = Map.of();

    /// @param points what each graded cell earns at most
    /// @param right the graded cells that were answered right before
    public CellPanels(
            Workbench bench, SaveState saveState, RunPanels runs, Map<String, Integer> points, Set<String> right) {
        this.right = new HashSet<>(right);
        this.points = points;
        this.bench = bench;
        this.saveState = saveState;
        this.runs = runs;
    }

    Component of(Cell cell) {
        return switch (cell) {
            case Cell.Prose prose ->
                bench.isOwn(prose.id())
                        ? new NotePanel(bench, saveState, prose.id())
                        : new Prose(Markdown.html(prose.markdown()));
            case Cell.Data data -> new DataPanel(bench, saveState, data);
            case Cell.Net net -> new NetworkPanel(bench, saveState, net);
            case Cell.Train train ->
                judged(new TrainPanel(bench, saveState, train, runs, () -> hidesDiagnoses(train.id())));
            case Cell.Trace trace -> new TracePanel(bench, saveState, trace, runs);
            case Cell.NumberQuestion question -> judged(QuestionPanel.number(bench, saveState, runs, question));
            case Cell.ChoiceQuestion question -> judged(QuestionPanel.choice(bench, saveState, runs, question));
        };
    }

    /// Makes the panel of an own cell that can't be read.
    Component unread(String cell) {
        return new UnreadPanel(bench, cell, runs);
    }

    private CellPanel judged(CellPanel panel) {
        judged.put(panel.id, panel);
        if (points.containsKey(panel.id)) {
            bench.notebook()
                    .exercise()
                    .question(panel.id)
                    .ifPresent(number -> panel.showWorth(number, points.get(panel.id)));
        }
        if (graded.containsKey(panel.id)) {
            show(panel);
        }
        return panel;
    }

    /// Shows at each graded cell what it earned, at those that are built later too.
    ///
    /// @param why right answers are right, by cell
    public void show(Grade grade, Map<String, String> why) {
        graded = grade.cells();
        explanations = why;
        right.addAll(grade.right());
        judged.values().stream()
                .filter(panel ->
                        !bench.notebook().exercise().diagnosing(panel.id).isEmpty())
                .forEach(CellPanel::answersAreKnown);
        judged.values().stream().filter(panel -> graded.containsKey(panel.id)).forEach(this::show);
    }

    /// Returns whether a question asks for the diagnosis of a training, and was never answered right.
    private boolean hidesDiagnoses(String train) {
        return bench.notebook().exercise().diagnosing(train).stream()
                .anyMatch(question -> !right.contains(question.id()));
    }

    private void show(CellPanel panel) {
        panel.show(graded.get(panel.id), explanations.getOrDefault(panel.id, ""));
    }
}
