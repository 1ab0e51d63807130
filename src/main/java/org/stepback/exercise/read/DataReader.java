package org.stepback.exercise.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepback.data.CsvException;
import org.stepback.data.CsvFile;
import org.stepback.data.CsvTable;
import org.stepback.data.Dataset;
import org.stepback.data.Fault;
import org.stepback.data.Generator;
import org.stepback.data.Header;
import org.stepback.exercise.Access;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Source;
import org.stepback.exercise.Tables;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.Range;
import org.stepback.nn.TrainerSettings;

/// Reads `data` cells: a figure drawn from a seed, a table, or numbers written out.
final class DataReader {
    static final String HEADER = "header";
    static final String SAMPLE_WEIGHT = "sample_weight";
    static final List<String> GENERATED = List.of("generator", "samples", "noise", "seed", "validation_split");
    static final List<String> TABLE = List.of("file", HEADER, "target", "seed", SAMPLE_WEIGHT, "validation_split");
    static final List<String> LITERAL = List.of("x", "y", SAMPLE_WEIGHT, "validation_split");

    private static final Range SAMPLES = Range.whole(Generator.MIN_SAMPLES, Dataset.MAX_SAMPLES, "400");
    private static final Range NOISE = Range.from(0, 1, "0.1");
    private static final Range SPLIT = new Range(0, true, 1, false, false, "0.2");
    private static final Range WEIGHT = Range.of(TrainerSettings.CLASS_WEIGHT, false, "2");
    private static final double DEFAULT_SPLIT = .2;
    private static final String SOURCES =
            "A data cell has one source: \"generator\", or \"file\" with \"target\", or \"x\" with \"y\".";

    private static final String SAY_HEADER =
            " Write \"header: none\" if it is a sample, and \"header: first line\" if it" + " names the columns.";

    private final MappingReader fields;
    private final CellScope surroundings;

    private DataReader(MappingReader fields, CellScope surroundings) {
        this.fields = fields;
        this.surroundings = surroundings;
    }

    static Cell.Data read(String id, MappingReader fields, CellScope surroundings) {
        return new DataReader(fields, surroundings).read(id);
    }

    private Cell.Data read(String id) {
        Optional<String> title = fields.slot("title").optionalText(CellFields.LONGEST_TITLE);
        boolean literal = fields.has("x") || fields.has("y");
        long sources = Stream.of(fields.has("generator"), fields.has("file"), literal)
                .filter(has -> has)
                .count();
        if (sources != 1) {
            fields.self().refuse(SOURCES + (sources == 0 ? " It has none." : " It has " + sources + "."));
            CellFields.ALL_KEYS.forEach(fields::slot);
        }
        Source source = fields.has("file") ? table() : literal ? literal() : generated(sources == 1);
        double split = fields.slot("validation_split").number(SPLIT, literal ? 0 : DEFAULT_SPLIT);
        Access access = CellFields.access(fields, fieldsOf(source), surroundings);
        fields.done();
        return new Cell.Data(id, title.orElseGet(() -> titleOf(source)), source, split, access);
    }

    static List<String> fieldsOf(Source source) {
        return switch (source) {
            case Source.Generated generated -> GENERATED;
            case Source.Table table -> TABLE;
            case Source.Literal literal -> LITERAL;
        };
    }

    private static String titleOf(Source source) {
        return switch (source) {
            case Source.Generated generated -> generated.generator().title();
            case Source.Table table -> table.file();
            case Source.Literal literal -> "Numbers";
        };
    }

    private Source generated(boolean named) {
        Generator generator = named
                ? fields.slot("generator").named("generator", Generator.ALL, Generator::name)
                : Generator.ALL.getFirst();
        int samples = (int) fields.slot("samples").whole(SAMPLES, 400);
        double noise = fields.slot("noise").number(NOISE, 0);
        return new Source.Generated(
                generator, samples, noise, fields.slot("seed").whole(Range.SEED, 0));
    }

    private Source table() {
        FieldReader fileSlot = fields.slot("file");
        FieldReader headerSlot = fields.slot(HEADER);
        FieldReader slot = fields.slot("target");
        FieldReader weightSlot = fields.slot(SAMPLE_WEIGHT);
        long seed = fields.slot("seed").whole(Range.SEED, 0);
        Optional<Header> header = headerSlot.isEmpty()
                ? Optional.empty()
                : Optional.of(headerSlot.named(HEADER, Header.ALL, Header::key));
        boolean known = header.map(Header::key).orElse("").equals(headerSlot.scalar());
        Optional<CsvTable> table =
                file(fileSlot).filter(_ -> known).flatMap(file -> table(file, fileSlot, headerSlot, header));
        if (table.isEmpty()) {
            return new Source.Table("", header, "", seed, Optional.empty());
        }
        String target = slot.named("column", table.get().columns(), name -> name);
        Optional<String> weight = weight(weightSlot, table.get(), target);
        if (slot.scalar().equals(target)) {
            table.get().faults(target, weight).stream()
                    .findFirst()
                    .ifPresent(fault -> slot.refuse("The table \"" + fileSlot.scalar()
                            + "\" cannot be used with this target. In its " + fault));
        }
        return new Source.Table(fileSlot.scalar(), header, target, seed, weight);
    }

    private Optional<CsvFile> file(FieldReader slot) {
        if (surroundings.brokenTables().contains(slot.scalar())) {
            slot.refuse("The table \"" + slot.scalar() + "\" has mistakes of its own. Mend them first.");
            return Optional.empty();
        }
        List<String> known = Tables.names(surroundings.tables()).toList();
        String file = slot.named("table", known, name -> name);
        return slot.scalar().equals(file) ? Tables.named(file, surroundings.tables()) : Optional.empty();
    }

    /// Reads the table as the cell says, or as its first line can only be meant.
    private static Optional<CsvTable> table(
            CsvFile file, FieldReader fileSlot, FieldReader headerSlot, Optional<Header> header) {
        String name = "The table \"" + fileSlot.scalar() + "\"";
        try {
            return Optional.of(header.isPresent() ? file.table(header.get()) : file.table());
        } catch (CsvException e) {
            Fault fault = e.faults().getFirst();
            if (header.isPresent()) {
                headerSlot.refuse(name + " cannot be read so. In its " + fault);
            } else {
                fileSlot.refuse(name + " has a first line with two meanings. In its " + fault + SAY_HEADER);
            }
            return Optional.empty();
        }
    }

    /// Returns the column that says how much each sample counts; none where the key is left out, or no column can.
    private static Optional<String> weight(FieldReader slot, CsvTable table, String target) {
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        String weight = slot.named("column", table.columns(), name -> name);
        if (!slot.scalar().equals(weight)) {
            return Optional.empty();
        }
        if (weight.equals(target)) {
            slot.refuse("The column \"" + weight + "\" is the target. Weights stand in a column of their own.");
        } else if (table.columns().size() == 2) {
            slot.refuse("With target and weights the table has no column left to learn from.");
        } else {
            Optional<Fault> fault = table.weightFaults(weight).stream().findFirst();
            fault.ifPresent(found -> slot.refuse("These weights cannot be used. In the table's " + found));
            return fault.isEmpty() ? Optional.of(weight) : Optional.empty();
        }
        return Optional.empty();
    }

    private Source literal() {
        List<List<Double>> x =
                Matrices.rows(fields.slot("x"), "sample", Cell.Data.MAX_LITERAL_SAMPLES, Dataset.MAX_INPUTS);
        List<List<Double>> y =
                Matrices.rows(fields.slot("y"), "sample", Cell.Data.MAX_LITERAL_SAMPLES, Dataset.MAX_OUTPUTS);
        if (!x.isEmpty() && !y.isEmpty() && x.size() != y.size()) {
            fields.slot("y")
                    .refuse("Each sample needs its target: \"x\" has " + x.size() + " samples and \"y\" has " + y.size()
                            + ".");
        }
        int numbers = x.stream().mapToInt(List::size).sum()
                + y.stream().mapToInt(List::size).sum();
        if (numbers > Cell.Data.MAX_LITERAL_NUMBERS) {
            fields.slot("x")
                    .refuse("A cell holds at most " + Cell.Data.MAX_LITERAL_NUMBERS + " numbers, and here are "
                            + numbers + ". Put them into a CSV file.");
        }
        return new Source.Literal(x, y, weights(fields.slot(SAMPLE_WEIGHT), x.size()));
    }

    /// Reads the weights of the samples: none, or one number for each.
    private static List<Double> weights(FieldReader slot, int samples) {
        boolean none = slot.isEmpty()
                || slot.node() instanceof Node.Sequence list && list.items().isEmpty();
        if (none || samples == 0) {
            return List.of();
        }
        int before = slot.findings().count();
        List<Double> weights = slot.items("sample weight %d", samples, samples).stream()
                .map(item -> item.number(WEIGHT))
                .toList();
        if (slot.findings().count() == before && weights.stream().allMatch(weight -> weight == 0)) {
            slot.refuse("Every sample weight is 0: no sample would count. One at least must be above 0.");
        }
        return weights;
    }
}
