package org.stepback.training.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stepback.nn.metric.ConfusionMatrix;
import org.stepback.number.NumberText;
import org.stepback.training.series.Answers;
import org.stepback.ui.Styled;

/// The answers of several labels as a table: a row for each label, with its counts of yes and no.
final class LabelTable extends Div {
    private static final List<String> HEADS =
            List.of("label", "yes, found", "yes, missed", "no, taken for yes", "no, right", "recall", "precision");

    private final Element table = new Element("table");
    private final List<Row> rows = new ArrayList<>();

    /// The cells of a label.
    private record Row(
            Element found, Element missed, Element mistaken, Element right, Element recall, Element precision) {
        static Row empty() {
            return new Row(cell("hit"), cell("miss"), cell("miss"), cell("hit"), cell(""), cell(""));
        }

        private static Element cell(String style) {
            var cell = new Element("td");
            if (!style.isEmpty()) {
                cell.getClassList().add(style);
            }
            return cell;
        }

        void show(ConfusionMatrix matrix) {
            long yes = matrix.count(1, 1) + matrix.count(1, 0);
            long no = matrix.count(0, 1) + matrix.count(0, 0);
            count(found, matrix.count(1, 1), yes);
            count(missed, matrix.count(1, 0), yes);
            count(mistaken, matrix.count(0, 1), no);
            count(right, matrix.count(0, 0), no);
            recall.setText(NumberText.percent(matrix.recall(1)));
            precision.setText(NumberText.percent(matrix.precision(1)));
        }

        private static void count(Element cell, long count, long all) {
            cell.setText(NumberText.grouped(count));
            cell.getStyle().set("--share", String.format(Locale.ROOT, "%.2f", all == 0 ? 0 : (double) count / all));
        }

        Element element(String label) {
            Element row = new Element("tr").appendChild(header(label, "row"));
            return row.appendChild(found, missed, mistaken, right, recall, precision);
        }
    }

    LabelTable() {
        addClassName("confusion");
        var help = Styled.paragraph(
                "help",
                "Each row is a label, which a sample has or has not; an output above the threshold says yes. The network"
                        + " answers each label for itself.");
        var scroll = Styled.div("number-table");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        scroll.getElement().setAttribute("aria-label", "Right and wrong answers by label");
        scroll.getElement().appendChild(table);
        add(new H3("Right and wrong answers"), help, scroll);
    }

    void show(Answers answers) {
        List<String> labels = answers.names();
        if (labels.size() != rows.size()) {
            build(labels);
        }
        for (int label = 0; label < rows.size(); label++) {
            rows.get(label).show(answers.confusion(label));
        }
    }

    private void build(List<String> labels) {
        rows.clear();
        table.removeAllChildren();
        var head = new Element("tr");
        HEADS.forEach(name -> head.appendChild(header(name, "col")));
        var body = new Element("tbody");
        Stream.generate(Row::empty).limit(labels.size()).forEach(rows::add);
        for (int label = 0; label < labels.size(); label++) {
            body.appendChild(rows.get(label).element(labels.get(label)));
        }
        table.appendChild(new Element("thead").appendChild(head), body);
    }

    private static Element header(String text, String scope) {
        return new Element("th").setAttribute("scope", scope).setText(text);
    }
}
