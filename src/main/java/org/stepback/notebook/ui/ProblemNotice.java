package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.stepback.exercise.Edit;
import org.stepback.exercise.FieldProblem;
import org.stepback.exercise.Proposal;
import org.stepback.exercise.read.CellText;
import org.stepback.ui.Styled;

/// The sentences of some problems, each with a button for the edit that mends it where it has one.
final class ProblemNotice extends Div {
    private final Workbench bench;

    ProblemNotice(Workbench bench) {
        this.bench = bench;
        addClassNames("notice", "problem");
        setVisible(false);
    }

    void show(List<FieldProblem> problems) {
        removeAll();
        problems.stream()
                .map(FieldProblem::message)
                .distinct()
                .map(Paragraph::new)
                .forEach(this::add);
        problems.stream()
                .flatMap(problem -> problem.proposal().stream())
                .distinct()
                .filter(proposal ->
                        bench.isEditable(proposal.edit().cell(), proposal.edit().field()))
                .forEach(this::offer);
        setVisible(!problems.isEmpty());
    }

    private void offer(Proposal proposal) {
        Edit edit = proposal.edit();
        add(Styled.button("button", proposal.label(), () -> CellText.parse(edit.json())
                .ifPresent(value -> bench.change(edit.cell(), edit.field(), _ -> value))));
    }
}
