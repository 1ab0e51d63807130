package org.stepback.exercise.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;

/// The fault of a text that is not YAML, in the words of someone who writes an exercise.
record YamlFault(SourcePosition place, String message) {

    static YamlFault of(JacksonException e) {
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            return of(marked);
        }
        var location = e.getLocation();
        SourcePosition place = location == null || location.getLineNr() < 1
                ? SourcePosition.START
                : new SourcePosition(location.getLineNr(), Math.max(1, location.getColumnNr()));
        if (e.getCause() instanceof ReaderException reader) {
            String code = "U+%04X".formatted(reader.getCodePoint());
            return new YamlFault(place, "The text has a character that YAML cannot hold, " + code + ". Remove it.");
        }
        return new YamlFault(place, "A key must be a plain text, such as \"key: value\".");
    }

    private static YamlFault of(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        SourcePosition here = place(e.getProblemMark());
        SourcePosition start = e.getContextMark().isPresent() ? place(e.getContextMark()) : here;
        if (problem.contains("TAB")) {
            return new YamlFault(here, "Here is a tab. YAML is indented with spaces: replace it by spaces.");
        }
        if (problem.startsWith("mapping values")) {
            return new YamlFault(
                    here,
                    "A colon cannot stand here. If it belongs to a text, put the text in quotation marks; if not, check the"
                            + " line above and the indentation.");
        }
        if (context.contains("quoted scalar")) {
            return new YamlFault(start, "The quotation mark that opens here is not closed as it should be.");
        }
        if (context.contains("flow sequence")) {
            return new YamlFault(
                    start, "The list that opens here needs commas between its entries and a closing \"]\".");
        }
        if (context.contains("flow mapping")) {
            return new YamlFault(
                    start, "The braces that open here need commas between their keys and a closing \"}\".");
        }
        if (context.contains("simple key")) {
            return new YamlFault(start, "A key needs a colon and a space after it, such as \"key: value\".");
        }
        if (problem.contains("cannot start any token")) {
            return new YamlFault(here, "A value cannot start with this character. Put the text in quotation marks.");
        }
        if (problem.contains("<block end>")) {
            return new YamlFault(here, "This line does not fit the ones above it. Indent it as they are.");
        }
        return new YamlFault(here, "This is not valid YAML: " + problem + ".");
    }

    private static SourcePosition place(Optional<Mark> mark) {
        return mark.map(m -> new SourcePosition(m.getLine() + 1, m.getColumn() + 1))
                .orElse(SourcePosition.START);
    }
}
