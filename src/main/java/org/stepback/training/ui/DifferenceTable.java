package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;
import org.stepback.training.KeptRun;

/// The differences between some runs: a row for each setting, a column for each run.
final class DifferenceTable extends Div {
    DifferenceTable() {
        addClassNames("number-table", "differences");
        getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        getElement().setAttribute("aria-label", "What differs between the chosen runs");
        setVisible(false);
    }

    void show(List<KeptRun> runs) {
        getElement().removeAllChildren();
        setVisible(runs.size() > 1);
        Map<String, List<String>> differences = Differences.of(runs);
        Element head = new Element("tr").appendChild(header("What differs", "col"));
        runs.forEach(run -> head.appendChild(header(run.title(), "col")));
        Element body = new Element("tbody");
        differences.forEach((place, values) -> {
            Element row = new Element("tr").appendChild(header(PlaceWords.of(place), "row"));
            values.forEach(value -> row.appendChild(new Element("td").setText(value)));
            body.appendChild(row);
        });
        if (differences.isEmpty()) {
            body.appendChild(new Element("tr").appendChild(header("Nothing: they have the same settings.", "row")));
        }
        getElement().appendChild(new Element("table").appendChild(new Element("thead").appendChild(head), body));
    }

    private static Element header(String text, String scope) {
        return new Element("th").setAttribute("scope", scope).setText(text);
    }
}
