package org.stepback.training.ui.chart;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.stepback.nn.Network;
import org.stepback.training.SurfacePlane;
import org.stepback.ui.field.NativeSelect;

/// Picks two weights of a network.
final class WeightPicker extends Div {
    private static final int MOST = 200;

    private final Runnable onChosen;
    private List<String> names = List.of();
    private NativeSelect first = new NativeSelect("First weight", List.of());
    private NativeSelect second = new NativeSelect("Second weight", List.of());

    WeightPicker(Runnable onChosen) {
        this.onChosen = onChosen;
        addClassName("picture-controls");
    }

    void offer(Network network) {
        names = names(network);
        first = select("First weight", 0);
        second = select("Second weight", Math.min(1, names.size() - 1));
        removeAll();
        add(first, second);
    }

    private NativeSelect select(String label, int chosen) {
        var select = new NativeSelect(label, names);
        select.setText(names.get(chosen));
        select.onEdited(_ -> onChosen.run());
        return select;
    }

    /// `W1[2,3]` is layer 1's weight from input 3 to unit 2; of many the first are offered.
    private static List<String> names(Network network) {
        var names = new ArrayList<String>();
        for (int layer = 0; layer < network.layers(); layer++) {
            for (int unit = 0; unit < network.kernel(layer).numRows; unit++) {
                for (int input = 0; input < network.kernel(layer).numCols && names.size() < MOST; input++) {
                    names.add("W%d[%d,%d]".formatted(layer + 1, unit + 1, input + 1));
                }
            }
        }
        return names;
    }

    String first() {
        return name(first);
    }

    String second() {
        return name(second);
    }

    private String name(NativeSelect select) {
        return names.contains(select.text()) ? select.text() : names.getFirst();
    }

    /// @throws IllegalArgumentException where it is the same one twice
    SurfacePlane plane() {
        return new SurfacePlane.TwoWeights(place(first()), place(second()));
    }

    private static SurfacePlane.Weight place(String name) {
        String[] numbers = name.replaceAll("[^0-9]+", " ").strip().split(" ");
        return new SurfacePlane.Weight(
                Integer.parseInt(numbers[0]) - 1, Integer.parseInt(numbers[1]) - 1, Integer.parseInt(numbers[2]) - 1);
    }
}
