package org.stepback.exercise.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// TeX in Markdown, kept from Markdown's own rules: `$a_1$` within a line, `$$ … $$` set apart.
///
/// As in Pandoc, an opening `$` has no space after it, a closing one no space before it and no digit after it, so
/// that prices stay text; `\$` is always a dollar. A line that starts with `$$` opens a block, which a line that
/// ends with `$$` closes.
final class Maths {
    /// The longest formula within a paragraph.
    static final int LONGEST_INLINE = 1000;

    private Maths() {}

    /// A formula within a paragraph.
    static final class Inline extends CustomNode {
        private final String tex;
        private final boolean display;

        Inline(String tex, boolean display) {
            this.tex = tex;
            this.display = display;
        }
    }

    /// A formula that is a block of its own.
    static final class Display extends CustomBlock {
        private String tex = "";
        private boolean closed;

        /// Returns whether its closing `$$` is there.
        boolean closed() {
            return closed;
        }
    }

    static final class InlineParser implements InlineContentParser {
        static final class Factory implements InlineContentParserFactory {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('$');
            }

            @Override
            public InlineContentParser create() {
                return new InlineParser();
            }
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            boolean display = scanner.next('$');
            Position start = scanner.position();
            if (!display && Character.isWhitespace(scanner.peek())) {
                return ParsedInline.none();
            }
            for (int length = 0; scanner.hasNext() && length < LONGEST_INLINE; length++) {
                Position end = scanner.position();
                int previous = scanner.peekPreviousCodePoint();
                if (scanner.next('\\')) {
                    scanner.next();
                } else if (!scanner.next('$')) {
                    scanner.next();
                } else if (display ? scanner.next('$') : length > 0 && closes(previous, scanner.peek())) {
                    String tex = scanner.getSource(start, end).getContent();
                    return tex.isBlank()
                            ? ParsedInline.none()
                            : ParsedInline.of(new Inline(tex.strip(), display), scanner.position());
                }
            }
            return ParsedInline.none();
        }

        private static boolean closes(int previous, char next) {
            return !Character.isWhitespace(previous) && !Character.isDigit(next);
        }
    }

    static final class BlockParser extends AbstractBlockParser {
        private static final Pattern OPENING = Pattern.compile("\\$\\$((?:(?!\\$\\$).)*)(\\$\\$\\s*)?");
        static final BlockParserFactory FACTORY = BlockParser::tryStart;

        private final Display block = new Display();
        private final StringBuilder tex = new StringBuilder();
        private boolean opened;

        private static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || start + 1 >= line.length() || line.charAt(start) != '$') {
                return BlockStart.none();
            }
            var opening = OPENING.matcher(line.subSequence(start, line.length()));
            if (!opening.matches()) {
                return BlockStart.none();
            }
            BlockParser parser = new BlockParser();
            parser.tex.append(opening.group(1));
            parser.block.closed = opening.group(2) != null;
            return BlockStart.of(parser).atIndex(line.length());
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (block.closed) {
                return BlockContinue.none();
            }
            String line = state.getLine().getContent().toString().stripTrailing();
            if (!line.endsWith("$$") || line.endsWith("\\$$")) {
                return BlockContinue.atIndex(state.getIndex());
            }
            block.closed = true;
            addText(line.substring(Math.min(state.getIndex(), line.length() - 2), line.length() - 2));
            return BlockContinue.finished();
        }

        @Override
        public void addLine(SourceLine line) {
            if (opened) {
                addText(line.getContent());
            }
            opened = true; // the first line is what the opening left over: nothing
        }

        private void addText(CharSequence line) {
            tex.append('\n').append(line);
        }

        @Override
        public void closeBlock() {
            block.tex = tex.toString().strip();
        }
    }

    /// Gives a formula out as a `span` whose text is its TeX; the page sets it.
    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Inline.class, Display.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Inline inline) {
                span(node, inline.tex, inline.display);
            } else if (node instanceof Display display) {
                context.getWriter().line();
                context.getWriter().tag("p");
                span(node, display.tex, true);
                context.getWriter().tag("/p");
                context.getWriter().line();
            }
        }

        private void span(Node node, String tex, boolean display) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("class", "math");
            attributes.put("data-display", String.valueOf(display));
            context.getWriter().tag("span", context.extendAttributes(node, "span", attributes));
            context.getWriter().text(tex);
            context.getWriter().tag("/span");
        }
    }
}
