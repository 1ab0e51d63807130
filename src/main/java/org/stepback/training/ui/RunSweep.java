package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepback.exercise.RefusedException;
import org.stepback.number.NumberParser;
import org.stepback.number.NumberText;
import org.stepback.training.Sweep;
import org.stepback.training.SweptSetting;
import org.stepback.ui.PageTicker;
import org.stepback.ui.Styled;
import org.stepback.ui.chart.Graph;
import org.stepback.ui.field.NativeSelect;

/// Trains once for each of several values of one setting, and shows the final loss against the value.
final class RunSweep extends Div {
    private final CellRun cellRun;
    private final NativeSelect setting = new NativeSelect(
            "Sweep",
            Arrays.stream(SweptSetting.values()).map(SweptSetting::word).toList());
    private final Input values = new Input();
    private final NativeButton button = Styled.button("button", "Sweep", this::toggle);
    private final Paragraph progress = Styled.paragraph("quiet", "");
    private final Graph summary = new Graph(
            "Final loss against value",
            "Each point is a run. The lowest point is the best value; a curve that rises on both sides shows too small"
                    + " and too large.");
    private volatile @Nullable Sweep sweep;
    private volatile long shownVersion = -1;

    RunSweep(CellRun cellRun, PageTicker ticker) {
        this.cellRun = cellRun;
        addClassName("run-sweep");
        var help = Styled.paragraph(
                "help",
                "Train once for each value of a setting, everything else the same, one run after the" + " other.");
        setting.setText(SweptSetting.LEARNING_RATE.word());
        setting.onEdited(_ -> values.setValue(usual()));
        values.setValue(usual());
        values.addClassName("text-box");
        values.getElement().setAttribute("aria-label", "Values, with commas between them");
        progress.getElement().setAttribute("role", "status");
        summary.setVisible(false);
        add(help, Styled.div("history-row", setting, values, button), progress, summary);
        ticker.refresh(this, this::hasNews, this::show);
    }

    private boolean hasNews() {
        Sweep known = sweep;
        return known != null && known.version() != shownVersion;
    }

    private SweptSetting chosen() {
        return Arrays.stream(SweptSetting.values())
                .filter(each -> each.word().equals(setting.text()))
                .findFirst()
                .orElse(SweptSetting.LEARNING_RATE);
    }

    private String usual() {
        return chosen().usual().stream().map(NumberText::plain).collect(Collectors.joining(", "));
    }

    private void toggle() {
        Sweep known = sweep;
        if (known != null && !known.isOver()) {
            known.cancel();
            show();
            return;
        }
        try {
            sweep = cellRun.sweep(chosen(), typed());
            shownVersion = -1;
            show();
        } catch (RefusedException refused) {
            progress.setText(refused.getMessage());
        }
    }

    private List<Double> typed() {
        return numbers(values.getValue());
    }

    /// Reads numbers with commas between them. A comma without a space behind it could also be one before decimals,
    /// unless the numbers have points.
    static List<Double> numbers(String text) {
        boolean points = text.indexOf('.') >= 0;
        return Arrays.stream(text.strip().split(points ? "\\s*[,;]\\s*" : "\\s*(?:,\\s|;)\\s*"))
                .map(part -> {
                    if (!points && part.indexOf(',') >= 0 && !text.contains(";")) {
                        throw new RefusedException("A comma can mean two things here. Type decimals with a point, and a"
                                + " comma and a space between two numbers: 0.01, 0.1, 1.");
                    }
                    return number(part);
                })
                .toList();
    }

    private static double number(String part) {
        return NumberParser.parse(part)
                .orElseThrow(() -> new RefusedException("Type numbers with commas between them, such as 0.01, 0.1, 1."
                        + NumberParser.advice(part).map(more -> " " + more).orElse("")));
    }

    private void show() {
        Sweep known = sweep;
        if (known == null) {
            return;
        }
        shownVersion = known.version();
        List<Sweep.Result> results = known.results();
        button.setText(known.isOver() ? "Sweep" : "Stop the sweep");
        progress.setText("%d of %d runs are done.%s%s"
                .formatted(
                        results.size(),
                        known.values().size(),
                        known.isOver() ? "" : " It goes on while you do other things.",
                        failures(results)));
        boolean log = known.setting() != SweptSetting.SEED;
        List<Sweep.Result> drawn = results.stream()
                .filter(each -> each.sentence().isEmpty())
                .sorted(Comparator.comparingDouble(Sweep.Result::value))
                .toList();
        summary.setVisible(!drawn.isEmpty());
        summary.axes(known.setting().word(), "final loss").log(log, log);
        summary.lines(List.of(
                line("training loss", 2, drawn, each -> each.training().loss()),
                line("validation loss", 1, drawn, each -> each.validation().loss())));
    }

    private static String failures(List<Sweep.Result> results) {
        return results.stream()
                .filter(each -> !each.sentence().isEmpty())
                .map(each -> " " + NumberText.plain(each.value()) + ": " + each.sentence())
                .collect(Collectors.joining());
    }

    /// @param results by their values, rising
    private static Graph.Line line(
            String name, int tone, List<Sweep.Result> results, ToDoubleFunction<Sweep.Result> loss) {
        return new Graph.Line(
                name,
                tone,
                Graph.Kind.BOTH,
                results.stream().mapToDouble(Sweep.Result::value).toArray(),
                results.stream().mapToDouble(loss).toArray());
    }
}
