package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepback.exercise.Source;
import org.stepback.number.NumberText;

/// The samples of a data cell that its author wrote out, one row a sample.
final class NumberTable extends Div {
    private static final int MOST_ROWS = 12;

    NumberTable(Source.Literal data) {
        addClassName("number-table");
        var table = new NativeTable();
        table.getHead()
                .add(row(
                        true,
                        "Sample",
                        names("x", data.x().getFirst().size()),
                        names("y", data.y().getFirst().size())));
        for (int i = 0; i < Math.min(MOST_ROWS, data.x().size()); i++) {
            table.getBody()
                    .add(row(
                            false,
                            Integer.toString(i + 1),
                            texts(data.x().get(i)),
                            texts(data.y().get(i))));
        }
        add(table);
    }

    private static NativeTableRow row(boolean head, String first, List<String> x, List<String> y) {
        var row = new NativeTableRow();
        Stream.of(List.of(first), x, y).flatMap(List::stream).forEach(text -> {
            if (head) {
                row.addHeaderCell().setText(text);
            } else {
                row.addDataCell().setText(text);
            }
        });
        return row;
    }

    private static List<String> names(String letter, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> count == 1 ? letter : letter + subscript(i))
                .toList();
    }

    private static String subscript(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString('₀' + digit - '0'))
                .collect(Collectors.joining());
    }

    private static List<String> texts(List<Double> numbers) {
        return numbers.stream().map(NumberText::exact).toList();
    }
}
