package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.Network;
import org.stepback.training.LossSurface;
import org.stepback.training.Run;
import org.stepback.ui.NativeSelect;
import org.stepback.ui.Segments;
import org.stepback.ui.Sight;
import org.stepback.ui.Surface;

/// The loss surface around a run's weights, computed when a person asks for it.
final class RunSurface implements RunPicture {
    private static final String RANDOM = "random";
    private static final String TWO_WEIGHTS = "two weights";

    private final Surface surface = new Surface(
            "Loss surface",
            "The stronger the blue, the higher the loss. The dot is where the weights are, the line how they came here, the arrow the step"
                    + " that the learning rate would take: short of the valley it is too small, across it too large.");
    private final NativeButton compute = new NativeButton("Look around", _ -> ask());
    private final Paragraph progress = new Paragraph();
    private final WeightPicker weights = new WeightPicker();
    private final Sight box = new Sight();
    private final Runnable redraw;
    private boolean random = true;
    private boolean asked;
    private long seed;
    private @Nullable Run run;
    private @Nullable LossSurface under;

    /// @param redraw asks for the run to be shown again
    RunSurface(Runnable redraw) {
        this.redraw = redraw;
        box.addClassName("run-lines");
        compute.addClassName("button");
        progress.addClassName("quiet");
        progress.getElement().setAttribute("role", "status");
        surface.emptyText("Press Look around to compute the loss around the weights as they are now.");
        weights.setVisible(false);
        var kind = new Segments("Along", List.of(RANDOM, TWO_WEIGHTS), word -> {
            random = word.equals(RANDOM);
            weights.setVisible(!random);
        });
        var controls = new Div(kind, weights, compute);
        controls.addClassName("picture-controls");
        surface.controls(controls);
        box.add(surface, progress);
        box.addDetachListener(_ -> cancel());
    }

    private void ask() {
        asked = true;
        redraw.run();
    }

    private void start(Run from) {
        cancel();
        seed++;
        under = random ? from.surface(seed) : weights.surface(from);
        surface.axes(random ? "first random direction" : weights.first(), random ? "second" : weights.second());
    }

    private void cancel() {
        if (under != null) {
            under.cancel();
            under = null;
        }
    }

    @Override
    public String name() {
        return "Loss surface";
    }

    @Override
    public Sight component() {
        return box;
    }

    @Override
    public boolean show(Run shown) {
        if (shown != run) {
            clear();
            run = shown;
            weights.offer(shown.network());
        }
        if (asked) {
            asked = false;
            start(shown);
        }
        LossSurface known = under;
        if (known == null) {
            return true;
        }
        if (!known.isDone()) {
            progress.setText("Computing: %.0f %%".formatted(100 * known.progress()));
            return false;
        }
        progress.setText("");
        under = null;
        surface.show(
                known.at(LossSurface.SIDE - 1),
                LossSurface.SIDE,
                known.cells(),
                known.path().stream().mapToDouble(LossSurface.Stop::a).toArray(),
                known.path().stream().mapToDouble(LossSurface.Stop::b).toArray(),
                known.nextStep().a(),
                known.nextStep().b());
        surface.note(remark(known));
        return true;
    }

    private static String remark(LossSurface known) {
        String path = known.path().isEmpty() ? " A network this large does not remember its way." : "";
        return "The loss of %,d training samples; biases stay as they are.%s".formatted(known.samples(), path);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void clear() {
        cancel();
        run = null;
        progress.setText("");
        surface.clear();
    }

    /// Picks two weights of a network.
    private static final class WeightPicker extends Div {
        private static final int MOST = 200;

        private NativeSelect first = new NativeSelect("First weight", List.of());
        private NativeSelect second = new NativeSelect("Second weight", List.of());

        WeightPicker() {
            addClassName("picture-controls");
        }

        void offer(Network network) {
            List<String> names = names(network);
            first = new NativeSelect("First weight", names);
            second = new NativeSelect("Second weight", names);
            first.setText(names.getFirst());
            second.setText(names.get(Math.min(1, names.size() - 1)));
            removeAll();
            add(first, second);
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
            return first.text();
        }

        String second() {
            return second.text();
        }

        LossSurface surface(Run run) {
            int[] one = place(first.text());
            int[] two = place(second.text());
            Network network = run.network();
            double reach = Math.max(1, 2 * Math.max(Math.abs(weight(network, one)), Math.abs(weight(network, two))));
            return run.surface(one, two, reach);
        }

        private static double weight(Network network, int[] place) {
            return network.kernel(place[0]).get(place[1], place[2]);
        }

        private static int[] place(String name) {
            String[] numbers = name.replaceAll("[^0-9]+", " ").strip().split(" ");
            return new int[] {
                Integer.parseInt(numbers[0]) - 1, Integer.parseInt(numbers[1]) - 1, Integer.parseInt(numbers[2]) - 1
            };
        }
    }
}
