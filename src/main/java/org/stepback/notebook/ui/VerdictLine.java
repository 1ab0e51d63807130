package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.grading.Graded;
import org.stepback.grading.Verdict;
import org.stepback.ui.Prose;
import org.stepback.ui.Styled;

/// The grader's verdict on one answer: a sign, a word, the points, and a hint or the place of a mistake.
final class VerdictLine extends Div {
    private final Div text = Styled.div("verdict-text");

    VerdictLine() {
        addClassName("verdict");
        add(text);
        getElement().setAttribute("role", "status");
        clear();
    }

    void clear() {
        text.removeAll();
        setVisible(false);
    }

    /// Shows a verdict. A question without points is a prediction, which is neither praised nor blamed.
    ///
    /// @param typed the answer that was judged, for showing where in it a mistake is; empty for a training
    /// @param explanation why it is right, as Markdown; may be empty
    void show(Graded graded, String typed, String explanation) {
        clear();
        setVisible(true);
        boolean prediction = graded.points() == 0;
        switch (graded.verdict()) {
            case Verdict.Correct _ when prediction -> say("noted", "As you predicted", "");
            case Verdict.Wrong wrong when prediction -> say("noted", "Not as you predicted", wrong.hint());
            case Verdict.Correct _ -> say("right", "Right", points(graded));
            case Verdict.Wrong wrong -> say("wrong", "Not right yet", wrong.hint());
            case Verdict.Malformed malformed -> {
                say("malformed", typed.isEmpty() ? "Can't be checked" : "Can't be read", malformed.message());
                if (!typed.isEmpty()) {
                    text.add(marked(typed, malformed.position()));
                }
            }
            case Verdict.Unanswered _ -> say("unanswered", "No answer yet", "");
            case Verdict.NotYet early -> say("unanswered", "Not yet", early.message());
            case Verdict.NotGraded failed -> say("malformed", "Not judged", failed.message());
        }
        if (!explanation.isBlank()) {
            var why = new Prose(Markdown.html(explanation));
            why.addClassName("explanation");
            text.add(why);
        }
    }

    private void say(String style, String word, String more) {
        getElement().setAttribute("data-verdict", style);
        text.add(Styled.span("verdict-word", word), new Span(more));
    }

    private static String points(Graded graded) {
        return graded.points() == 1 ? "1 point" : graded.points() + " points";
    }

    /// Returns the typed text with the character marked at which reading stopped.
    private static Div marked(String typed, int position) {
        int at = Math.clamp(position, 0, typed.length() - 1);
        var line = Styled.div(
                "typed",
                new Span(typed.substring(0, at)),
                Styled.span("mistake", typed.substring(at, at + 1)),
                new Span(typed.substring(at + 1)));
        return line;
    }
}
