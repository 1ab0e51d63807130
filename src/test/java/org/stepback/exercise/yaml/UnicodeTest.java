package org.stepback.exercise.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/// Every character of Unicode, at every place of the reader's buffers: it is read, or a sentence says that it can't be.
class UnicodeTest {
    private static final int LAST = Character.MAX_CODE_POINT;
    /// More than twice what the reader holds at once.
    private static final int FARTHEST = 2_200;

    /// Half of a pair alone is in here too: a person can't type it, a request can have it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text: %s",
                "text: \"%s\"",
                "text: 'a%s'",
                "%s",
                "a%s: 1",
                "# %s",
                "text: |\n  %s",
                "- %s",
                "{%s}"
            })
    void everyCharacterIsReadOrNamedWherever(String form) {
        for (int code = 0; code <= LAST; code = next(code)) {
            String text = form.formatted(text(code));
            read(text);
        }
    }

    @Test
    void everyTextThatAControlWritesIsReadBackEqual() {
        for (int code = 0; code <= LAST; code = next(code)) {
            String typed = "a" + text(code) + "b";
            String written = YamlText.set("title: x\n", "title", string("x"), string(typed));
            assertEquals(Optional.of(typed), read(written), () -> "lost: " + codes(typed));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1F600, 0x10FFFF, 0x10000, 0xFFFD, 0x2028, 'x'})
    void aCharacterIsReadAtEveryOffset(int code) {
        for (int offset = 0; offset < FARTHEST; offset++) {
            String typed = "x".repeat(offset) + text(code) + "y";
            assertEquals(Optional.of(typed), read("title: \"" + typed + "\"\n"), "at " + offset);
            String changed = YamlText.set("# " + typed + "\ntitle: a\n", "title", string("a"), string("b"));
            assertEquals(Optional.of("b"), read(changed), "behind a comment at " + offset);
        }
    }

    @Test
    void aTextOfEmojiAloneIsReadAtEveryLength() {
        for (int length = 1; length < FARTHEST; length++) {
            String typed = text(0x1F600).repeat(length);
            assertEquals(Optional.of(typed), read("title: " + typed + "\n"), "of length " + length);
        }
    }

    /// Returns the title; empty, with a sentence, where the text is no YAML.
    private static Optional<String> read(String text) {
        Findings findings = new Findings();
        Optional<Node> node = NodeParser.yaml(text, SourcePosition.START, findings);
        assertTrue(node.isPresent() || !findings.none(), () -> "no sentence for " + codes(text));
        return node.filter(Node.Mapping.class::isInstance)
                .map(mapping -> ((Node.Mapping) mapping).entries().get("title"))
                .map(entry -> ((Node.Scalar) entry.value()).text());
    }

    private static List<String> codes(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).toList();
    }

    /// Returns the next character: every one of Basic Latin to CJK, of the surrogates' and the specials' edges, and
    /// every 61st of those between.
    private static int next(int code) {
        boolean edge = code < 0x3100 || (code & 0xFFF) > 0xFF0 || (code & 0xFFF) < 0x010;
        return edge ? code + 1 : Math.min(code + 61, (code | 0xFFF) - 0xE);
    }

    private static StringNode string(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static String text(int code) {
        return Character.toString(code);
    }
}
