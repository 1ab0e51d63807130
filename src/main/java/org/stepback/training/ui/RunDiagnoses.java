package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.diagnosis.FitDiagnosis;
import org.stepback.nn.diagnosis.GradientDiagnosis;
import org.stepback.nn.diagnosis.RateDiagnosis;
import org.stepback.nn.diagnosis.UnitDiagnosis;
import org.stepback.training.Run;
import org.stepback.ui.Popup;
import org.stepback.ui.Styled;
import org.stepback.ui.chart.Chart;

/// The diagnoses of a run, in words: the first as a button, which opens them all over the page.
///
/// They are looked for every two seconds while it trains, and once it stands still.
final class RunDiagnoses extends Popup {
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final Div box;
    private final LongConsumer rewind;
    private final Consumer<List<Chart.Mark>> mark;
    private BooleanSupplier hidden = () -> false;
    private List<Chart.Mark> marks = List.of();
    private List<DiagnosisCard> cards = List.of();
    private @Nullable Run seen;
    private long seenVersion;
    private long seenAt;

    /// @param rewind asked to go back to a step
    /// @param mark told the steps at which something went wrong
    RunDiagnoses(LongConsumer rewind, Consumer<List<Chart.Mark>> mark) {
        this(Styled.div("diagnoses"), rewind, mark);
    }

    private RunDiagnoses(Div box, LongConsumer rewind, Consumer<List<Chart.Mark>> mark) {
        super("", box);
        this.box = box;
        this.rewind = rewind;
        this.mark = mark;
        addClassName("run-diagnoses");
        box.getElement().setAttribute("role", "group").setAttribute("aria-label", "What is wrong with this run");
        setVisible(false);
    }

    /// Shows nothing as long as this holds, not even a mark on a chart.
    void hideWhile(BooleanSupplier condition) {
        hidden = condition;
    }

    /// Looks again the next time, though the run is the same.
    void lookAgain() {
        seen = null;
    }

    void clear() {
        seen = null;
        show(List.of(), null);
    }

    /// Looks at a run as it is now.
    void show(Run run, boolean trains) {
        long version = run.version();
        long now = System.nanoTime();
        boolean due = run != seen || version != seenVersion && (!trains || now - seenAt >= PAUSE_NANOS);
        if (due) {
            seen = run;
            seenVersion = version;
            seenAt = now;
            show(hidden.getAsBoolean() ? List.of() : run.diagnoses(), run);
        }
    }

    private void show(List<Diagnosis> found, @Nullable Run run) {
        List<Object> kinds = found.stream().map(DiagnosisCard::kind).toList();
        if (!kinds.equals(cards.stream().map(DiagnosisCard::kind).toList())) {
            box.removeAll();
            cards = found.stream().map(each -> new DiagnosisCard(each, rewind)).toList();
            cards.forEach(box::add);
            cards.stream().limit(1).forEach(card -> card.setOpen(true));
            setVisible(!cards.isEmpty());
            found.stream()
                    .findFirst()
                    .ifPresent(first ->
                            setWords(first.title() + (found.size() > 1 ? " and " + (found.size() - 1) + " more" : "")));
        }
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).show(found.get(i), run);
        }
        List<Chart.Mark> now = found.stream()
                .filter(RunDiagnoses::isOfAMoment)
                .map(each -> new Chart.Mark(each.step(), each.title()))
                .toList();
        if (!now.equals(marks)) {
            marks = now;
            mark.accept(now);
        }
    }

    /// Returns whether its step is when it went wrong, not only when it was seen.
    private static boolean isOfAMoment(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.NotFinite _,
                    RateDiagnosis.TooLarge _,
                    GradientDiagnosis.Exploding _,
                    FitDiagnosis.Overfitting _ -> true;
            case Diagnosis.Standstill _,
                    RateDiagnosis.TooSmall _,
                    GradientDiagnosis.Vanishing _,
                    FitDiagnosis.LossMisfit _,
                    UnitDiagnosis _ -> false;
        };
    }
}
