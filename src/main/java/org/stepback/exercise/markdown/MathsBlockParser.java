package org.stepback.exercise.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// Reads lines from one that begins with `$$` to one that ends with the next `$$`.
final class MathsBlockParser extends AbstractBlockParser {
    private static final String MARK = "$$";
    static final BlockParserFactory FACTORY = MathsBlockParser::tryStart;

    private final Maths.Display block = new Maths.Display();
    private final List<SourceLine> lines = new ArrayList<>();
    private boolean opened;
    /// True once the formula is closed within a line, so that it belongs to a paragraph.
    private boolean paragraph;

    private static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        SourceLine line = state.getLine();
        SourceLine rest =
                line.substring(state.getNextNonSpaceIndex(), line.getContent().length());
        String text = rest.getContent().toString().stripTrailing();
        int next = text.indexOf(MARK, MARK.length());
        boolean alone = next < 0 || next > MARK.length() && next + MARK.length() == text.length();
        if (state.getIndent() >= 4 || !text.startsWith(MARK) || !alone) {
            return BlockStart.none();
        }
        MathsBlockParser parser = new MathsBlockParser();
        parser.add(rest);
        return BlockStart.of(parser).atIndex(line.getContent().length());
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return block.isFormula() || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        if (opened) {
            add(line);
        }
        opened = true; // the first line is what the opening left over: nothing
    }

    /// Closes the formula with the next mark, if nothing stands behind that.
    private void add(SourceLine line) {
        String text = line.getContent().toString().stripTrailing();
        int next = text.indexOf(MARK, lines.isEmpty() ? MARK.length() : 0);
        lines.add(line);
        paragraph |= next >= 0 && next + MARK.length() < text.length();
        if (next >= 0 && !paragraph) {
            String all = lines.stream().map(SourceLine::getContent).collect(Collectors.joining("\n"));
            block.close(all.substring(MARK.length(), all.lastIndexOf(MARK)));
        }
    }

    @Override
    public void parseInlines(InlineParser inlines) {
        if (!block.isFormula()) {
            inlines.parse(SourceLines.of(lines), block);
        }
    }
}
