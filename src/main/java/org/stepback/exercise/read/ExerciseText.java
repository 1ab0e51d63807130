package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.stepback.exercise.Kind;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.exercise.yaml.SourcePosition;

/// Cuts `exercise.md` into its front matter, its prose and its cells, and remembers where each begins.
final class ExerciseText {
    static final int MAX_CELLS = 100;

    /// The text between the ends of two cells.
    sealed interface Part {}

    /// A stretch of prose.
    record Prose(String id, String markdown, SourcePosition place) implements Part {}

    /// A fenced block that is a cell.
    ///
    /// @param fence where its opening fence is
    /// @param content where its first line of YAML is
    record Fence(Kind kind, String id, String yaml, SourcePosition fence, SourcePosition content) implements Part {}

    /// The text before everything else.
    ///
    /// @param fields what stands between the two `---`
    /// @param lines how many lines it takes, with those two
    record FrontMatter(MappingReader fields, int lines) {}

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final Pattern PROSE_ID = Pattern.compile("p[0-9]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<String> lines;
    private final Findings findings;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int proseCount;

    ExerciseText(String text, Findings findings) {
        this.lines = List.of(text.split("\n", -1));
        this.findings = findings;
    }

    /// Returns the front matter; an empty one, with a finding, if there is none.
    FrontMatter frontMatter() {
        if (!lines.getFirst().stripTrailing().equals("---")) {
            findings.add(
                    SourcePosition.START,
                    "The file must start with a line \"---\", then \"title: …\" and \"summary: …\", then another line \"---\".");
            return new FrontMatter(MappingReader.none(), 0);
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals("---")) {
                String yaml = String.join("\n", lines.subList(1, i));
                return new FrontMatter(
                        MappingReader.yaml(yaml, new SourcePosition(2, 1), "The front matter", findings)
                                .orElseGet(MappingReader::none),
                        i + 1);
            }
        }
        findings.add(
                SourcePosition.START, "The line \"---\" that opens here needs another one after title and summary.");
        return new FrontMatter(MappingReader.none(), 0);
    }

    /// Returns the prose and the fences in their order.
    ///
    /// @param after how many lines come before the first
    List<Part> parts(int after) {
        Node document = Markdown.parse(String.join("\n", lines.subList(after, lines.size())));
        int proseFrom = after;
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof FencedCodeBlock fenced && isCell(fenced)) {
                List<SourceSpan> spans = fenced.getSourceSpans();
                int first = after + spans.getFirst().getLineIndex();
                prose(proseFrom, first);
                proseFrom = after + spans.getLast().getLineIndex() + 1;
                fence(fenced, first, proseFrom);
            } else {
                block.accept(new NestedFences(after));
            }
        }
        prose(proseFrom, lines.size());
        return parts;
    }

    private void prose(int from, int to) {
        int start = from;
        while (start < to && lines.get(start).isBlank()) {
            start++;
        }
        String markdown = String.join("\n", lines.subList(start, to)).stripTrailing();
        if (!markdown.isEmpty()) {
            add(
                    new Prose("p" + ++proseCount, markdown, new SourcePosition(start + 1, 1)),
                    new SourcePosition(start + 1, 1));
        }
    }

    private void fence(FencedCodeBlock block, int first, int end) {
        SourcePosition place = new SourcePosition(first + 1, block.getFenceIndent() + 1);
        if (block.getClosingFenceLength() == null) {
            findings.add(place, "The block that opens here is never closed. End it with a line of \"```\".");
            return;
        }
        String[] words = words(block);
        Optional<Kind> kind = Kind.named(words[0]);
        if (kind.isEmpty()) {
            findings.add(place, NameSuggestions.unknown("kind of cell", words[0], Kind.KEYS));
        } else if (words.length != 2 || !ID.matcher(words[1]).matches()) {
            findings.add(
                    place,
                    "A cell has a kind and an id of small letters, digits, \"-\" and \"_\", such as \"```" + words[0]
                            + " first\".");
        } else if (PROSE_ID.matcher(words[1]).matches()) {
            findings.add(place, "Ids such as \"p1\" belong to the prose. Choose another one.");
        } else if (!ids.add(words[1])) {
            findings.add(place, "Another cell has the id \"" + words[1] + "\" already. Choose another one.");
        } else {
            String yaml = String.join("\n", lines.subList(first + 1, end - 1));
            add(new Fence(kind.get(), words[1], yaml, place, new SourcePosition(first + 2, 1)), place);
        }
    }

    private void add(Part part, SourcePosition place) {
        parts.add(part);
        if (parts.size() == MAX_CELLS + 1) {
            findings.add(place, "An exercise has at most " + MAX_CELLS + " cells, counting each stretch of prose.");
        }
    }

    /// Returns whether a block has the name of a kind, or two words, of which the first may be a misspelt kind.
    private static boolean isCell(FencedCodeBlock block) {
        String[] words = words(block);
        return Kind.named(words[0]).isPresent()
                || words.length == 2 && ID.matcher(words[1]).matches();
    }

    private static String[] words(FencedCodeBlock block) {
        String info = block.getInfo() == null ? "" : block.getInfo();
        return SPACE.split(info.strip());
    }

    /// Finds cells that would be lost in a list or a quote.
    private final class NestedFences extends AbstractVisitor {
        private final int after;

        NestedFences(int after) {
            this.after = after;
        }

        @Override
        public void visit(FencedCodeBlock block) {
            boolean nested = !(block.getParent() instanceof Document);
            if (nested && isCell(block)) {
                SourceSpan span = block.getSourceSpans().getFirst();
                findings.add(
                        new SourcePosition(after + span.getLineIndex() + 1, span.getColumnIndex() + 1),
                        "A cell cannot stand within a list or a quote. Move it to the left margin.");
            }
        }
    }
}
