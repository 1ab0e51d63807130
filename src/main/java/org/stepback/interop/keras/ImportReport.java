package org.stepback.interop.keras;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stepback.interop.python.Spot;

/// Which lines of a program were read, and which were left out and why.
final class ImportReport {
    private static final int MOST_REASONS = 12;

    private final Lines read = new Lines();
    private int reads;
    private final Map<String, Lines> leftOut = new LinkedHashMap<>();

    /// The lines of each code cell.
    private static final class Lines {
        private final TreeMap<Integer, SortedSet<Integer>> byCell = new TreeMap<>();

        void add(Spot spot) {
            byCell.computeIfAbsent(spot.cell(), _ -> new TreeSet<>()).add(spot.line());
        }

        boolean isEmpty() {
            return byCell.isEmpty();
        }

        /// Such as `lines 1, 3–5`; lines that follow each other are a range.
        String shown() {
            return byCell.entrySet().stream()
                    .map(cell -> ranges(cell.getValue()) + (cell.getKey() > 0 ? " of code cell " + cell.getKey() : ""))
                    .collect(Collectors.joining("; "));
        }

        private static String ranges(SortedSet<Integer> lines) {
            StringBuilder text = new StringBuilder();
            int from = 0;
            int last = -1;
            for (int line : lines) {
                if (line != last + 1) {
                    text.append(end(from, last))
                            .append(text.isEmpty() ? "" : ", ")
                            .append(line);
                    from = line;
                }
                last = line;
            }
            return (lines.size() == 1 ? "line " : "lines ") + text + end(from, last);
        }

        private static String end(int from, int last) {
            return last > from ? "–" + last : "";
        }
    }

    /// Returns how many statements were read so far, each as often as it was.
    int reads() {
        return reads;
    }

    void read(Spot spot) {
        reads++;
        read.add(spot);
    }

    void leftOut(Spot spot, String why) {
        String reason =
                leftOut.size() < MOST_REASONS || leftOut.containsKey(why) ? why : "more that nothing here needs";
        leftOut.computeIfAbsent(reason, _ -> new Lines()).add(spot);
    }

    /// @param why it is left out; empty where it is read
    void add(Spot spot, Optional<String> why) {
        why.ifPresentOrElse(reason -> leftOut(spot, reason), () -> read(spot));
    }

    /// Returns a short list in Markdown.
    String markdown() {
        StringBuilder text = new StringBuilder();
        if (!read.isEmpty()) {
            text.append("**Read:** ").append(read.shown()).append(".\n");
        }
        if (!leftOut.isEmpty()) {
            text.append("\n**Left out:**\n\n");
            leftOut.forEach((why, lines) -> text.append("- ")
                    .append(lines.shown())
                    .append(": ")
                    .append(escaped(why))
                    .append("\n"));
        }
        return text.toString();
    }

    static String escaped(String text) {
        return text.replaceAll("[\\\\`*_$<>\\[\\]]", "\\\\$0").replaceAll("\\s+", " ");
    }
}
