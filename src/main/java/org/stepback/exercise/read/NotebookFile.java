package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.Problem;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.NodeParser;
import org.stepback.exercise.yaml.SourcePosition;
import org.stepback.exercise.yaml.TextFile;
import org.stepback.exercise.yaml.YamlText;
import org.stepback.number.NumberText;

/// An own notebook as a Markdown file, such as an author writes: prose, and cells as fenced blocks.
///
/// A note starts after a line `<!-- note id -->`, which no Markdown viewer shows. One that would not come back as
/// it is, because it has a fenced block like a cell's, say, has the number of its lines there too.
///
/// @param cells in their order, each behind no author's cell
public record NotebookFile(String title, List<OwnCell> cells) {
    /// The most characters of a file.
    public static final int MAX_LENGTH = 400_000;

    private static final Pattern MARK =
            Pattern.compile("<!-- note ([a-z][a-z0-9_-]{0,39})(?:: (\\d{1,5}) lines?)? -->\\s*");
    private static final Set<String> AUTHORS_KEYS = Set.of("editable", "locked");

    public NotebookFile {
        cells = List.copyOf(cells);
    }

    /// Returns the file's text.
    public String write() {
        var text = new StringBuilder("---\ntitle: ")
                .append(YamlText.quoted(title))
                .append("\nsummary: \"A notebook from Stepback\"\n---\n");
        for (OwnCell cell : cells) {
            text.append('\n').append(cell.isNote() ? note(cell) : fence(cell));
        }
        return text.toString();
    }

    private static String fence(OwnCell cell) {
        String ticks = "`".repeat(Math.max(3, longestRun(cell.text()) + 1));
        String yaml = cell.text().isEmpty() || cell.text().endsWith("\n") ? cell.text() : cell.text() + "\n";
        return ticks + cell.kind() + " " + cell.id() + "\n" + yaml + ticks + "\n";
    }

    private static int longestRun(String text) {
        return Pattern.compile("`+")
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }

    private static String note(OwnCell note) {
        if (note.text().isEmpty() || isPlain(note.text())) {
            return "<!-- note " + note.id() + " -->\n\n" + note.text() + "\n";
        }
        String count = NumberText.counted(note.text().split("\n", -1).length, "line");
        return "<!-- note " + note.id() + ": " + count + " -->\n" + note.text() + "\n";
    }

    /// Returns whether a text comes back as it is when it is read as prose with a cell after it.
    private static boolean isPlain(String text) {
        Findings findings = new Findings();
        List<ExerciseText.Part> parts = new ExerciseText(text + "\n\n```data after\n```\n", findings).parts(0);
        return parts.size() == 2
                && parts.getFirst() instanceof ExerciseText.Prose prose
                && prose.markdown().equals(text)
                && findings.none()
                && text.lines().noneMatch(line -> MARK.matcher(line).matches());
    }

    /// The result of reading a file; there is a notebook if there is no problem.
    public record Reading(Optional<NotebookFile> notebook, List<Problem> problems) {}

    /// Reads a file's text. What a cell's text says is not looked at here: it comes in as it was typed.
    public static Reading read(String text, String name) {
        Findings findings = new Findings();
        if (text.length() > MAX_LENGTH) {
            findings.add(SourcePosition.START, "The file has more than " + MAX_LENGTH / 1000 + ",000 characters.");
            return new Reading(Optional.empty(), findings.problems(name));
        }
        NotebookFile file = new Scan(TextFile.tidy(text), findings).file();
        return new Reading(Optional.of(file).filter(_ -> findings.none()), findings.problems(name));
    }

    /// One reading of a text.
    private static final class Scan {
        private final List<String> lines;
        private final Findings findings;
        private final List<String> verbatim = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final List<OwnCell> cells = new ArrayList<>();

        Scan(String text, Findings findings) {
            this.lines = new ArrayList<>(List.of(text.split("\n", -1)));
            this.findings = findings;
        }

        NotebookFile file() {
            takeVerbatim();
            ExerciseText text = new ExerciseText(String.join("\n", lines), findings);
            ExerciseText.FrontMatter front = text.frontMatter();
            String title = front.fields().slot("title").text(CellFields.LONGEST_TITLE);
            List<ExerciseText.Part> parts = text.parts(front.lines());
            parts.forEach(part -> {
                if (part instanceof ExerciseText.Fence fence) {
                    ids.add(fence.id());
                }
            });
            parts.forEach(this::read);
            return new NotebookFile(title, cells);
        }

        /// Notes that say how many lines they have are set aside, before anything in them is taken for a cell.
        private void takeVerbatim() {
            for (int i = 0; i < lines.size(); i++) {
                Matcher mark = MARK.matcher(lines.get(i));
                if (mark.matches() && mark.group(2) != null) {
                    int end = Math.min(lines.size(), i + 1 + Integer.parseInt(mark.group(2)));
                    verbatim.add(String.join("\n", lines.subList(i + 1, end)));
                    for (int line = i + 1; line < end; line++) {
                        lines.set(line, ""); // so that the places of what follows stay right
                    }
                }
            }
        }

        private void read(ExerciseText.Part part) {
            switch (part) {
                case ExerciseText.Prose prose -> prose(prose.markdown());
                case ExerciseText.Fence fence -> fence(fence);
            }
        }

        private void fence(ExerciseText.Fence fence) {
            if (!fence.kind().isQuestion()) {
                String yaml = fence.yaml().isBlank() ? fence.yaml() : fence.yaml() + "\n";
                String own = CellText.hasFields(yaml) ? YamlText.without(yaml, AUTHORS_KEYS) : yaml;
                cells.add(new OwnCell(fence.id(), fence.kind().key(), own, ""));
                return;
            }
            String label = NodeParser.yaml(fence.yaml(), fence.content(), new Findings())
                    .filter(Node.Mapping.class::isInstance)
                    .map(node -> ((Node.Mapping) node).entries().get("label"))
                    .filter(entry -> entry.value() instanceof Node.Scalar)
                    .map(entry -> ((Node.Scalar) entry.value()).text())
                    .orElse(fence.id());
            note("note", "**Question:** " + label);
        }

        private void prose(String markdown) {
            String id = "note";
            boolean marked = false;
            List<String> lines = new ArrayList<>();
            for (String line : markdown.split("\n", -1)) {
                Matcher mark = MARK.matcher(line);
                if (mark.matches()) {
                    finish(id, marked, lines);
                    id = mark.group(1);
                    marked = mark.group(2) == null;
                    if (!marked) {
                        note(id, verbatim.removeFirst());
                    }
                } else {
                    lines.add(line);
                }
            }
            finish(id, marked, lines);
        }

        private void finish(String id, boolean marked, List<String> lines) {
            String text = String.join("\n", lines)
                    .replaceFirst("^(?:[ \\t]*\\n)+", "")
                    .stripTrailing();
            if (marked || !text.isBlank()) {
                note(id, text);
            }
            lines.clear();
        }

        private void note(String wanted, String text) {
            String id = wanted;
            for (int number = 2; !ids.add(id); number++) {
                id = wanted + "-" + number;
            }
            cells.add(new OwnCell(id, OwnCell.NOTE, text, ""));
        }
    }
}
