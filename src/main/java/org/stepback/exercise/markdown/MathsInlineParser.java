package org.stepback.exercise.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/// Reads the formulas of a paragraph, as [Maths] says.
final class MathsInlineParser implements InlineContentParser {
    /// The longest formula within a paragraph.
    static final int LONGEST = 1000;
    /// Braces that are never closed are read again, as often as this allows.
    private static final int MOST_READ = 4 * LONGEST;

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new MathsInlineParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        boolean display = scanner.next('$');
        Position start = scanner.position();
        Position end = display ? endOfDisplay(scanner) : new Line(scanner).end();
        if (end == null) {
            return ParsedInline.none();
        }
        String tex = scanner.getSource(start, end).getContent();
        return ParsedInline.of(new Maths.Inline(display ? Maths.trimmed(tex) : tex, display), scanner.position());
    }

    /// Reads up to the first `$$` behind at least one character; null where there is none.
    private static @Nullable Position endOfDisplay(Scanner scanner) {
        for (int length = 0; length < LONGEST && scanner.hasNext(); length++) {
            Position end = scanner.position();
            if (!scanner.next('$')) {
                scanner.next();
            } else if (scanner.next('$')) {
                return length == 0 ? null : end;
            }
        }
        return null;
    }

    /// A formula that begins after a single `$`.
    private static final class Line {
        private final Scanner scanner;
        private int read;

        Line(Scanner scanner) {
            this.scanner = scanner;
        }

        /// Reads up to the closing `$` and over it; null where no formula is closed.
        @Nullable
        Position end() {
            if (isSpace(scanner.peek())) {
                return null;
            }
            for (int length = 0; length < LONGEST && read < MOST_READ && scanner.hasNext(); length++) {
                Position end = scanner.position();
                if (scanner.next('$')) {
                    return length == 0 || isDigit(scanner.peek()) ? null : end;
                }
                if (scanner.next('\\')) {
                    escaped();
                } else if (scanner.whitespace() == 0) {
                    next();
                } else if (scanner.peek() == '$') {
                    return null;
                }
            }
            return null;
        }

        private void next() {
            scanner.next();
            read++;
        }

        /// Reads what follows a backslash: the braces of a `\text`, in which dollars are text, or one character.
        private void escaped() {
            Position start = scanner.position();
            if (!scanner.next("text") || !braces()) {
                scanner.setPosition(start);
                next();
            }
        }

        private boolean braces() {
            int depth = 0;
            do {
                switch (scanner.peek()) {
                    case '{' -> depth++;
                    case '}' -> depth--;
                    case '\\' -> next();
                    default -> {}
                }
                next();
            } while (depth > 0 && read < MOST_READ && scanner.hasNext());
            return depth == 0 && scanner.peekPreviousCodePoint() == '}';
        }

        private static boolean isSpace(char letter) {
            return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
        }

        /// Other scripts' digits are no digits to Pandoc.
        private static boolean isDigit(char letter) {
            return letter >= '0' && letter <= '9';
        }
    }
}
