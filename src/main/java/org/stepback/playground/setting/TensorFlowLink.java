package org.stepback.playground.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Links of TensorFlow Playground, `#activation=tanh&batchSize=10&dataset=circle&…`, as states with the same setup.
///
/// The figures, the noise and the network are the same; the points and the first weights are other ones of the same
/// kind, since they come from another random stream. Source: playground's state.ts.
public final class TensorFlowLink {
    private static final int LONGEST = 4_000;

    /// Names there and here.
    private static final Map<String, PlaygroundSetting<?>> SAME = Map.of(
            "learningRate", PlaygroundSettings.LEARNING_RATE,
            "regularizationRate", PlaygroundSettings.REGULARIZATION_RATE,
            "noise", PlaygroundSettings.NOISE,
            "batchSize", PlaygroundSettings.BATCH,
            "percTrainData", PlaygroundSettings.TRAIN,
            "showTestData", PlaygroundSettings.TEST,
            "discretize", PlaygroundSettings.DISCRETE);

    /// The figures that have other names here.
    private static final Map<String, String> FIGURES = Map.of("reg-plane", "plane", "reg-gauss", "hills");

    private static final Map<String, Input> INPUTS = Map.of(
            "x", Input.X,
            "y", Input.Y,
            "xSquared", Input.X_SQUARED,
            "ySquared", Input.Y_SQUARED,
            "xTimesY", Input.PRODUCT,
            "sinX", Input.SIN_X,
            "sinY", Input.SIN_Y,
            "cosX", Input.COS_X,
            "cosY", Input.COS_Y);

    /// The controls with other keys here; those of [#SAME] have the setting's.
    private static final Map<String, String> CONTROLS = Map.of(
            "playButton", "play",
            "stepButton", "stepping",
            "resetButton", "reset",
            "activation", "activation",
            "regularization", "reg",
            "problem", "problem",
            "dataset", "data",
            "numHiddenLayers", "layers");

    private static final String HIDE = "_hide";

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();
    private PlaygroundState state = PlaygroundState.INITIAL;

    private TensorFlowLink(Map<String, String> values) {
        this.values = values;
    }

    /// Returns whether the part of an address after # is such a link.
    public static boolean isOne(String hash) {
        return Stream.of("activation=", "dataset=", "networkShape=", "problem=", "learningRate=")
                .anyMatch(hash::contains);
    }

    /// Reads the part of an address after #; what is not understood is left out and named.
    public static PlaygroundLink.Reading read(String hash) {
        TensorFlowLink link = new TensorFlowLink(values(hash));
        link.readAll();
        return new PlaygroundLink.Reading(link.state, PlaygroundLink.first(link.problems), Controls.begins(link.state));
    }

    private static Map<String, String> values(String hash) {
        Map<String, String> values = new LinkedHashMap<>();
        String text = hash.startsWith("#") ? hash.substring(1) : hash;
        for (String pair : text.substring(0, Math.min(text.length(), LONGEST)).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && !pair.substring(equals + 1).isBlank()) {
                values.put(pair.substring(0, equals), PlaygroundLink.decoded(pair.substring(equals + 1)));
            } else if (equals > 0 && pair.startsWith("networkShape=")) {
                values.put("networkShape", "none");
            }
        }
        return values;
    }

    private void readAll() {
        boolean regression = values.getOrDefault("problem", "").equals("regression");
        String dataset = regression ? "regDataset" : "dataset";
        String figure = values.getOrDefault(dataset, regression ? "reg-plane" : "circle");
        read(dataset, PlaygroundSettings.DATA, FIGURES.getOrDefault(figure, figure));
        SAME.forEach((there, here) -> {
            if (values.containsKey(there)) {
                read(there, here, values.get(there));
            }
        });
        read(
                "regularization",
                PlaygroundSettings.REGULARIZATION,
                values.getOrDefault("regularization", "none").toLowerCase());
        readNetwork();
        readInputs();
        readSeed();
        readHidden();
    }

    private void read(String there, PlaygroundSetting<?> here, String text) {
        try {
            state = state.withText(here, text);
        } catch (IllegalArgumentException e) {
            problems.add(
                    "In the link of TensorFlow Playground, %s is not understood: %s".formatted(there, e.getMessage()));
        }
    }

    private void readNetwork() {
        String activation = values.getOrDefault("activation", "tanh");
        if (HiddenLayer.activation(activation).isEmpty()) {
            problems.add("The activation “%s” is not known; tanh is taken."
                    .formatted(PlaygroundSetting.shortened(activation)));
            activation = "tanh";
        }
        String shape = values.getOrDefault("networkShape", "4,2");
        String f = activation;
        read(
                "networkShape",
                PlaygroundSettings.HIDDEN,
                shape.equals("none")
                        ? shape
                        : String.join(
                                ",",
                                Stream.of(shape.split(",", -1))
                                        .map(units -> units + f)
                                        .toList()));
        if (isTrue("initZero", false)) {
            state = state.withText(PlaygroundSettings.INITIALIZER, "zeros");
        }
    }

    private void readInputs() {
        List<Input> chosen = INPUTS.entrySet().stream()
                .filter(input -> isTrue(input.getKey(), input.getValue() == Input.X || input.getValue() == Input.Y))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (chosen.isEmpty()) {
            problems.add("A network needs an input; x and y are taken.");
        } else {
            state = state.with(PlaygroundSettings.INPUTS, chosen);
        }
    }

    /// Reads a flag as the other Playground does: everything but `false` is true.
    private boolean isTrue(String name, boolean otherwise) {
        return values.containsKey(name) ? !values.get(name).equals("false") : otherwise;
    }

    /// Its seeds are decimals of five digits.
    private void readSeed() {
        if (values.containsKey("seed")) {
            String text = values.get("seed");
            int seed = text.matches("0\\.\\d{1,5}")
                    ? (int) Math.round(Double.parseDouble(text) * 100_000)
                    : Math.floorMod(text.hashCode(), 1_000_000);
            state = state.with(PlaygroundSettings.SEED, seed).with(PlaygroundSettings.WEIGHTS, seed);
        }
    }

    private void readHidden() {
        Set<String> hidden = new TreeSet<>();
        values.forEach((name, value) -> {
            if (name.endsWith(HIDE) && value.equals("true")) {
                String control = name.substring(0, name.length() - HIDE.length());
                Optional.ofNullable(INPUTS.get(control))
                        .map(Input::key)
                        .or(() -> Optional.ofNullable(SAME.get(control)).map(PlaygroundSetting::key))
                        .or(() -> Optional.ofNullable(CONTROLS.get(control)))
                        .ifPresent(hidden::add);
            }
        });
        state = state.with(PlaygroundSettings.HIDE, hidden);
    }
}
