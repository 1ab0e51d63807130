package org.stepback.exercise.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stepback.data.CsvException;
import org.stepback.data.CsvFile;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Frame;
import org.stepback.exercise.Problem;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.Range;
import org.stepback.exercise.yaml.SourcePosition;
import org.stepback.exercise.yaml.TextFile;

/// Reads the folder of one exercise.
final class ExerciseReader {
    static final int MAX_BYTES = 256_000;
    private static final int MAX_TABLES = 20;
    private static final int LONGEST_SUMMARY = 300;
    private static final List<String> SHOWN_OR_HIDDEN = List.of("shown", "hidden");
    private static final Range MINUTES = Range.whole(1, 240, "25");

    /// The result; exercise and key are there if nothing is wrong.
    record Reading(Optional<Exercise> exercise, Optional<AnswerKey> key, List<Problem> problems) {}

    private final Path folder;
    private final String slug;
    private final String file;
    private final Map<String, Findings> files = new LinkedHashMap<>();
    private final Map<String, CsvFile> tables = new HashMap<>();
    private final Set<String> brokenTables = new HashSet<>();

    private ExerciseReader(Path folder, String slug, String file) {
        this.folder = folder;
        this.slug = slug;
        this.file = file;
    }

    static Reading read(Path folder, String slug) {
        return new ExerciseReader(folder, slug, "exercise.md").read();
    }

    /// Reads a notebook without its grading, and those tables of its folder that it names.
    static NotebookReading notebook(Path path) {
        String name = path.getFileName().toString();
        String slug = name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
        Path folder = path.toAbsolutePath().getParent();
        return new ExerciseReader(folder, slug, name).notebook();
    }

    private NotebookReading notebook() {
        Findings own = findings(file);
        Optional<Exercise> exercise = TextFile.read(folder.resolve(file), MAX_BYTES, own)
                .map(text -> {
                    readTables(own, text::contains);
                    return exercise(text, new NotebookReader(tables, brokenTables, own));
                });
        return new NotebookReading(exercise.filter(e -> sound()), problems(""));
    }

    private Reading read() {
        Findings own = findings(file);
        Optional<String> text = TextFile.read(folder.resolve(file), MAX_BYTES, own);
        Optional<Exercise> exercise = Optional.empty();
        Optional<AnswerKey> key = Optional.empty();
        if (text.isPresent()) {
            readTables(own, name -> true);
            NotebookReader notebook = new NotebookReader(tables, brokenTables, own);
            Exercise draft = exercise(text.get(), notebook);
            AnswerKeyReader keyReader = new AnswerKeyReader(draft, notebook.kinds(), own.none());
            key = keyReader.read(folder, findings(AnswerKeyReader.GRADING), findings(AnswerKeyReader.SOLUTION));
            exercise = Optional.of(draft.withPoints(keyReader.points()));
        }
        return new Reading(exercise.filter(e -> sound()), key.filter(k -> sound()), problems(slug + "/"));
    }

    private boolean sound() {
        return files.values().stream().allMatch(Findings::none);
    }

    private Exercise exercise(String text, NotebookReader notebook) {
        Findings own = findings(file);
        ExerciseText parts = new ExerciseText(text, own);
        ExerciseText.FrontMatter front = parts.frontMatter();
        MappingReader fields = front.fields();
        String title = fields.slot("title").text(CellFields.LONGEST_TITLE);
        String summary = fields.slot("summary").text(LONGEST_SUMMARY);
        Frame frame = frame(fields);
        fields.done();
        List<Cell> cells = notebook.read(parts.parts(front.lines()));
        return new Exercise(slug, title, summary, cells, tables, Map.of(), notebook.texts(), frame);
    }

    private static Frame frame(MappingReader fields) {
        FieldReader minutes = fields.slot("minutes");
        FieldReader diagnoses = fields.slot("diagnoses");
        return new Frame(
                minutes.present() ? OptionalInt.of((int) minutes.whole(MINUTES)) : OptionalInt.empty(),
                diagnoses.present()
                        && diagnoses
                                .named("word", SHOWN_OR_HIDDEN, word -> word)
                                .equals("hidden"));
    }

    private void readTables(Findings own, Predicate<String> wanted) {
        List<String> names;
        try (Stream<Path> children = Files.list(folder)) {
            names = children.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".csv") && wanted.test(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            own.add(SourcePosition.START, "The exercise's folder could not be read.");
            return;
        }
        if (names.size() > MAX_TABLES) {
            own.add(
                    SourcePosition.START,
                    "An exercise has at most " + MAX_TABLES + " tables. Its folder has " + names.size() + ".");
            return;
        }
        names.forEach(this::readTable);
    }

    private void readTable(String name) {
        Findings own = findings(name);
        Optional<String> text = TextFile.read(folder.resolve(name), CsvFile.MAX_CHARACTERS, own);
        try {
            if (text.isPresent()) {
                CsvFile table = CsvFile.parse(text.get());
                if (table.doubt().isEmpty()) {
                    table.table();
                }
                tables.put(name, table);
            }
        } catch (CsvException e) {
            e.faults().forEach(fault -> own.add(new SourcePosition(fault.line(), fault.column()), fault.message()));
        }
        if (!own.none()) {
            brokenTables.add(name);
        }
    }

    private Findings findings(String file) {
        return files.computeIfAbsent(file, name -> new Findings());
    }

    private List<Problem> problems(String prefix) {
        List<Problem> problems = new ArrayList<>();
        files.forEach((name, found) -> problems.addAll(found.problems(prefix + name)));
        return problems;
    }
}
