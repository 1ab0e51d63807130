package org.stepback.exercise;

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
import java.util.Set;
import java.util.stream.Stream;
import org.stepback.data.CsvException;
import org.stepback.data.CsvTable;

/// Reads the folder of one exercise.
final class ExerciseReader {
    static final int MAX_BYTES = 256_000;
    private static final int MAX_TABLES = 20;
    private static final int LONGEST_SUMMARY = 300;

    /// What came of it; exercise and key are there if nothing is wrong.
    record Reading(Optional<Exercise> exercise, Optional<AnswerKey> key, List<Problem> problems) {}

    private final Path folder;
    private final String slug;
    private final Map<String, Findings> files = new LinkedHashMap<>();
    private final Map<String, CsvTable> tables = new HashMap<>();
    private final Set<String> brokenTables = new HashSet<>();

    private ExerciseReader(Path folder, String slug) {
        this.folder = folder;
        this.slug = slug;
    }

    static Reading read(Path folder, String slug) {
        return new ExerciseReader(folder, slug).read();
    }

    private Reading read() {
        Findings own = findings("exercise.md");
        Optional<String> text = TextFile.read(folder.resolve("exercise.md"), MAX_BYTES, own);
        Optional<Exercise> exercise = Optional.empty();
        Optional<AnswerKey> key = Optional.empty();
        if (text.isPresent()) {
            readTables(own);
            NotebookReader notebook = new NotebookReader(tables, brokenTables, own);
            Exercise draft = exercise(text.get(), notebook);
            KeyReader keyReader = new KeyReader(draft, notebook.kinds(), own.none());
            key = keyReader.read(folder, findings(KeyReader.GRADING), findings(KeyReader.SOLUTION));
            exercise = Optional.of(draft.withPoints(keyReader.points()));
        }
        boolean sound = files.values().stream().allMatch(Findings::none);
        return new Reading(exercise.filter(e -> sound), key.filter(k -> sound), problems());
    }

    private Exercise exercise(String text, NotebookReader notebook) {
        Findings own = findings("exercise.md");
        ExerciseText parts = new ExerciseText(text, own);
        Optional<ExerciseText.FrontMatter> front = parts.frontMatter();
        Fields fields = front.flatMap(found -> Trees.yaml(found.yaml(), new Place(2, 1), own))
                .map(node -> new Slot(node, "", "The front matter", own).fields(""))
                .orElseGet(Fields::none);
        String title = fields.slot("title").text(CellFields.LONGEST_TITLE);
        String summary = fields.slot("summary").text(LONGEST_SUMMARY);
        fields.done();
        List<Cell> cells = notebook.read(
                parts.parts(front.map(ExerciseText.FrontMatter::lines).orElse(0)));
        return new Exercise(slug, title, summary, cells, tables, Map.of());
    }

    private void readTables(Findings own) {
        List<String> names;
        try (Stream<Path> children = Files.list(folder)) {
            names = children.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            own.add(Place.START, "The exercise's folder could not be read.");
            return;
        }
        if (names.size() > MAX_TABLES) {
            own.add(
                    Place.START,
                    "An exercise has at most " + MAX_TABLES + " tables. Its folder has " + names.size() + ".");
            return;
        }
        names.forEach(this::readTable);
    }

    private void readTable(String name) {
        Findings own = findings(name);
        Optional<String> text = TextFile.read(folder.resolve(name), CsvTable.MAX_CHARACTERS, own);
        try {
            if (text.isPresent()) {
                tables.put(name, CsvTable.parse(text.get()));
            }
        } catch (CsvException e) {
            e.faults().forEach(fault -> own.add(new Place(fault.line(), fault.column()), fault.message()));
        }
        if (!own.none()) {
            brokenTables.add(name);
        }
    }

    private Findings findings(String file) {
        return files.computeIfAbsent(file, name -> new Findings());
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        files.forEach((file, found) -> problems.addAll(found.problems(slug + "/" + file)));
        return problems;
    }
}
