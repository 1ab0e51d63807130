package org.stepback.training.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stepback.nn.metric.ConfusionMatrix;
import org.stepback.number.NumberText;
import org.stepback.ui.Styled;

/// A confusion matrix as a table: a row for each class, a column for what it was taken for, coloured by share.
final class ConfusionTable extends Div {
    private static final int MOST_CLASSES = 16;

    private final Element table = new Element("table");
    private List<String> classes = List.of();
    private Element[][] counts = new Element[0][];
    private Element[] recalls = new Element[0];
    private Element[] precisions = new Element[0];

    ConfusionTable() {
        addClassName("confusion");
        var heading = new H3("Confusion matrix");
        var help = Styled.paragraph(
                "help",
                "Each row is a class, each column what the network took it for. Right answers are on"
                        + " the diagonal; a large number elsewhere is a pair of classes that it confuses.");
        add(heading, help);
        var scroll = Styled.div("number-table");
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        scroll.getElement().setAttribute("aria-label", "Confusion matrix");
        scroll.getElement().appendChild(table);
        add(scroll);
    }

    static boolean canShow(int classes) {
        return classes <= MOST_CLASSES;
    }

    void show(List<String> names, ConfusionMatrix matrix) {
        if (!names.equals(classes)) {
            build(names);
        }
        for (int actual = 0; actual < names.size(); actual++) {
            long all = Arrays.stream(matrix.counts()[actual]).sum();
            for (int given = 0; given < names.size(); given++) {
                long count = matrix.count(actual, given);
                Element cell = counts[actual][given];
                cell.setText(NumberText.grouped(count));
                cell.getStyle().set("--share", String.format(Locale.ROOT, "%.2f", all == 0 ? 0 : (double) count / all));
            }
            recalls[actual].setText(NumberText.percent(matrix.recall(actual)));
            precisions[actual].setText(NumberText.percent(matrix.precision(actual)));
        }
    }

    private void build(List<String> names) {
        classes = List.copyOf(names);
        int count = names.size();
        counts = new Element[count][count];
        recalls = new Element[count];
        precisions = new Element[count];
        table.removeAllChildren();
        Element head = row("thead");
        head.appendChild(header("is \\ taken for", "col"));
        names.forEach(name -> head.appendChild(header(name, "col")));
        head.appendChild(header("recall", "col"));
        Element body = new Element("tbody");
        for (int actual = 0; actual < count; actual++) {
            Element row = new Element("tr").appendChild(header(names.get(actual), "row"));
            for (int given = 0; given < count; given++) {
                counts[actual][given] = new Element("td");
                counts[actual][given].getClassList().add(actual == given ? "hit" : "miss");
                row.appendChild(counts[actual][given]);
            }
            recalls[actual] = new Element("td");
            body.appendChild(row.appendChild(recalls[actual]));
        }
        table.appendChild(body);
        Element foot = row("tfoot");
        foot.appendChild(header("precision", "row"));
        for (int given = 0; given < count; given++) {
            precisions[given] = new Element("td");
            foot.appendChild(precisions[given]);
        }
        foot.appendChild(new Element("td"));
    }

    private Element row(String part) {
        Element row = new Element("tr");
        table.appendChild(new Element(part).appendChild(row));
        return row;
    }

    private static Element header(String text, String scope) {
        return new Element("th").setAttribute("scope", scope).setText(text);
    }
}
