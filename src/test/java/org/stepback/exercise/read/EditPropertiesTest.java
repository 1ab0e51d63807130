package org.stepback.exercise.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.stepback.data.Generator;
import org.stepback.data.Header;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Kind;
import org.stepback.exercise.Resolved;
import org.stepback.exercise.Source;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import org.stepback.exercise.yaml.SourcePosition;
import org.stepback.nn.Callback;
import org.stepback.nn.Monitor;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Tunable;
import tools.jackson.databind.JsonNode;

/// What holds for every edit that anyone could send, and for every cell that can be written.
class EditPropertiesTest {
    private static final List<Exercise> EXERCISES = List.of(Lab.open("rates"), Lab.open("by-hand"));

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> cells = Arbitraries.of(EXERCISES.stream()
                .flatMap(e -> e.cells().stream())
                .map(Cell::id)
                .toList());
        List<String> names = new ArrayList<>(CellFields.ALL_KEYS);
        names.addAll(NetReader.FIELDS);
        names.addAll(TrainReader.FIELDS);
        names.add(Edit.ANSWER);
        Arbitrary<String> fields = Arbitraries.of(names);
        return Combinators.combine(cells, fields, json()).as(Edit::new);
    }

    /// Any text; JSON of any shape; numbers as odd as they come.
    private Arbitrary<String> json() {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                        "null", "true", "\"\"", "\"0,01\"", "-1", "0", "1e308", "1e-400", "1e99999", "\"NaN\"", "0.5"),
                Arbitraries.of("\"relu\"", "\"sgd\"", "\"xor\"", "\"moons\"", "\"net\"", "\"iris\"", "\"species\""),
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf));
        Arbitrary<String> shaped =
                Arbitraries.lazyOf(() -> scalars, () -> scalars, () -> shapes(scalars), () -> shapes(shapes(scalars)));
        return Arbitraries.oneOf(
                shaped,
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings()
                        .withChars("[]{}\":,0123456789.eE-+truefalsn ")
                        .ofMaxLength(60));
    }

    private static Arbitrary<String> shapes(Arbitrary<String> items) {
        Arbitrary<String> keys =
                Arbitraries.of("dense", "units", "activation", "adam", "learning_rate", "kernel", "bias");
        return Arbitraries.oneOf(
                items.list().ofMaxSize(12).map(list -> "[" + String.join(",", list) + "]"),
                Combinators.combine(keys, items).as((key, value) -> "{\"" + key + "\":" + value + "}"),
                Combinators.combine(keys, items, keys, items)
                        .as((k, v, l, w) -> "{\"" + k + "\":" + v + ",\"" + l + "\":" + w + "}"));
    }

    @Property(tries = 500)
    void no_edit_is_too_odd(@ForAll @Size(max = 6) List<@From("edits") Edit> edits) {
        for (Exercise exercise : EXERCISES) {
            edits.forEach(edit -> assertThat(CellReader.refusal(exercise, edit).orElse("It may be made."))
                    .isNotBlank());
            Resolved resolved = CellReader.resolve(exercise, edits);
            assertThat(resolved.cells())
                    .extracting(Cell::id)
                    .isEqualTo(exercise.cells().stream().map(Cell::id).toList());
            resolved.cells().forEach(EditPropertiesTest::isWithinBounds);
            resolved.problems()
                    .values()
                    .forEach(problems -> assertThat(problems).isNotEmpty().allSatisfy(problem -> {
                        assertThat(problem.message()).matches("(?s).*[.?]").hasSizeLessThan(600);
                        assertThat(problem.field()).isNotBlank();
                        assertThat(problem.path()).startsWith(problem.field());
                    }));
        }
    }

    @Property(tries = 500)
    void no_text_is_too_odd(@ForAll String cell, @ForAll String field, @ForAll String json) {
        Exercise exercise = EXERCISES.getFirst();
        assertThat(CellReader.refusal(exercise, new Edit(cell, field, json))).isPresent();
        Edit edit = new Edit("fit", "optimizer", json);
        assertThat(CellReader.resolve(exercise, List.of(edit)).cells()).hasSameSizeAs(exercise.cells());
    }

    /// What was resolved can be built without harm: nothing in it is larger than its bounds.
    private static void isWithinBounds(Cell cell) {
        switch (cell) {
            case Cell.Data data -> {
                assertThat(data.validationSplit()).isBetween(0.0, Math.nextDown(1.0));
                if (data.source() instanceof Source.Generated generated) {
                    assertThat(generated.samples()).isBetween(10, 20_000);
                    assertThat(generated.noise()).isBetween(0.0, 1.0);
                }
            }
            case Cell.Net net -> {
                assertThat(net.layers()).hasSizeBetween(1, 20);
                assertThat(net.layers()).allMatch(layer -> layer.problem().isEmpty());
                assertThat(net.layers()).allMatch(layer -> layer.units(1) >= 1 && layer.units(1) <= 512);
            }
            case Cell.Train train -> {
                assertThat(train.batchSize()).isBetween(1, 4096);
                assertThat(train.epochs()).isBetween(1, 10_000);
                assertThat(train.optimizer().schedule().rate(0)).isBetween(Double.MIN_VALUE, 1000.0);
            }
            case Cell.Trace trace -> {
                assertThat(trace.step()).isPositive();
                assertThat(trace.sample()).isBetween(0, 4096);
            }
            case Cell.Prose prose -> {}
            case Cell.NumberQuestion question -> {}
            case Cell.ChoiceQuestion question -> {}
        }
    }

    private static Arbitrary<Layer> layers() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<Layer> dense = Combinators.combine(
                        Arbitraries.integers().between(1, 512),
                        Arbitraries.of(Activation.ALL),
                        flags,
                        flags,
                        penalties().optional(),
                        penalties().optional(),
                        Arbitraries.of(Initializer.ALL).optional())
                .as(Dense::new);
        Arbitrary<Layer> normal = Combinators.combine(fractions(), flags, flags, flags)
                .as((momentum, center, scale, trainable) ->
                        new BatchNormalization(momentum, 0.001, center, scale, trainable));
        return Arbitraries.oneOf(
                dense,
                normal,
                Arbitraries.of(Activation.ALL).map(ActivationLayer::new),
                fractions().map(Dropout::new),
                fractions().map(GaussianNoise::new),
                flags.map(center -> new LayerNormalization(0.01, center, true, false)));
    }

    /// Weights of classes, and callbacks.
    private record Extras(Map<Integer, Double> weights, List<Callback> callbacks) {}

    private static Arbitrary<Extras> extras() {
        Arbitrary<Callback> stop = Combinators.combine(
                        Arbitraries.of(Monitor.ALL),
                        fractions(),
                        Arbitraries.longs().between(0, 9),
                        fractions())
                .as((monitor, delta, patience, baseline) -> new Callback.EarlyStopping(
                        monitor, delta, patience, OptionalDouble.of(baseline), patience > 4, patience));
        Arbitrary<Callback> reduce = Arbitraries.longs()
                .between(0, 9)
                .map(patience -> new Callback.ReduceLrOnPlateau(Monitor.ALL.get(1), 0.5, patience, 0.25, 1, 0.001));
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.integers().between(0, 99), fractions())
                                .ofMaxSize(3),
                        Arbitraries.of(true, false).list().ofSize(2),
                        stop,
                        reduce)
                .as((weights, has, first, second) -> new Extras(
                        weights,
                        Stream.concat(
                                        has.get(0) ? Stream.of(first) : Stream.<Callback>empty(),
                                        has.get(1) ? Stream.of(second) : Stream.<Callback>empty())
                                .toList()));
    }

    private static Arbitrary<Regularizer> penalties() {
        return Combinators.combine(Arbitraries.of(Regularizer.ALL), fractions())
                .as((penalty, rate) -> Tunable.with(
                        penalty, penalty.hyperparameters().getFirst().name(), rate));
    }

    @Provide
    Arbitrary<Cell> cells() {
        Arbitrary<Long> seeds = Arbitraries.longs().between(0, (1L << 53) - 1);
        Arbitrary<Optimization> optimizers = Combinators.combine(
                        rules(), schedules(), Arbitraries.of(Clipping.ALL), fractions())
                .as(Optimization::new);
        Arbitrary<Cell> nets = Combinators.combine(
                        layers().list().ofMinSize(1).ofMaxSize(20), Arbitraries.of(Initializer.ALL), seeds)
                .as((all, start, seed) ->
                        new Cell.Net("net", "moons", all, start, seed, List.of(), access(NetReader.FIELDS)));
        Arbitrary<Cell> trains = Combinators.combine(
                        Arbitraries.of(Loss.ALL),
                        optimizers,
                        Arbitraries.integers().between(1, 4096),
                        Arbitraries.integers().between(1, 10_000),
                        Arbitraries.of(true, false),
                        seeds,
                        extras())
                .as((loss, optimizer, batch, epochs, shuffle, seed, extras) -> new Cell.Train(
                        "fit",
                        "net",
                        "moons",
                        loss,
                        optimizer,
                        batch,
                        epochs,
                        shuffle,
                        seed,
                        extras.weights(),
                        extras.callbacks(),
                        access(TrainReader.FIELDS)));
        return Arbitraries.oneOf(nets, trains, data(seeds));
    }

    private static Arbitrary<Cell> data(Arbitrary<Long> seeds) {
        Arbitrary<Double> numbers = Arbitraries.doubles();
        Arbitrary<Source> generated = Combinators.combine(
                        Arbitraries.of(Generator.ALL),
                        Arbitraries.integers().between(10, 20_000),
                        Arbitraries.doubles().between(0, 1),
                        seeds)
                .as(Source.Generated::new);
        Arbitrary<Source> literal = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 4))
                .flatAs((samples, inputs) -> Combinators.combine(
                                numbers.list().ofSize(inputs).list().ofSize(samples),
                                numbers.list().ofSize(2).list().ofSize(samples),
                                Arbitraries.oneOf(
                                        Arbitraries.just(List.<Double>of()),
                                        Arbitraries.doubles()
                                                .between(0, 1e6)
                                                .list()
                                                .ofSize(samples)
                                                .filter(weights ->
                                                        weights.stream().anyMatch(weight -> weight > 0))))
                        .as(Source.Literal::new));
        Arbitrary<Source> tables = Combinators.combine(
                        Arbitraries.just(Header.FIRST_LINE).optional(),
                        seeds,
                        Arbitraries.of("sepal_length", "petal_width").optional())
                .as((header, seed, weight) -> new Source.Table("iris", header, "species", seed, weight));
        return Combinators.combine(Arbitraries.oneOf(generated, literal, tables), fractions())
                .as((source, split) ->
                        new Cell.Data("moons", "Moons", source, split, access(DataReader.fieldsOf(source))));
    }

    private static Arbitrary<Optimizer> rules() {
        return Arbitraries.oneOf(
                Arbitraries.of(Optimizer.ALL),
                Combinators.combine(fractions(), Arbitraries.of(true, false)).as(Sgd::new),
                Combinators.combine(
                                fractions(), fractions(), rates().map(rate -> rate / 1000), Arbitraries.of(true, false))
                        .as(Adam::new));
    }

    private static Arbitrary<Schedule> schedules() {
        Arbitrary<Schedule> cosines = Combinators.combine(
                        rates(), Arbitraries.longs().between(1, 10_000_000), rates().optional())
                .as((rate, steps, target) -> new Schedule.CosineDecay(
                        rate, steps, 0, target.map(OptionalDouble::of).orElse(OptionalDouble.empty()), steps));
        return Arbitraries.oneOf(Arbitraries.of(Schedule.ALL), rates().map(Schedule.Constant::new), cosines);
    }

    private static Arbitrary<Double> rates() {
        return Arbitraries.longs().between(-290_000, 3000).map(exponent -> Math.pow(10, exponent / 1000.0));
    }

    private static Arbitrary<Double> fractions() {
        return Arbitraries.longs().between(0, (1L << 53) - 1).map(bits -> bits * 0x1p-53);
    }

    private static Access access(List<String> fields) {
        return new Access(Set.copyOf(fields.subList(0, 2)));
    }

    @Property(tries = 500)
    void a_cell_survives_its_fields(@ForAll("cells") Cell cell) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        CellJson.settings(cell)
                .forEach((key, value) -> entries.put(key, new Node.Entry(SourcePosition.START, reread(value))));
        Findings findings = new Findings();
        CellScope surroundings = new CellScope(
                Map.of(),
                Set.of(),
                Map.of("moons", Kind.DATA, "net", Kind.NETWORK),
                Map.of(),
                Optional.of(cell.access()));
        assertThat(CellReader.read(
                        Kind.of(cell),
                        cell.id(),
                        new Node.Mapping(SourcePosition.START, entries),
                        surroundings,
                        findings))
                .as(() -> findings.all().toString())
                .contains(cell);
    }

    /// By way of text, as an edit goes.
    private static Node reread(JsonNode value) {
        return NodeParser.json(value.toString(), new Findings()).orElseThrow();
    }
}
