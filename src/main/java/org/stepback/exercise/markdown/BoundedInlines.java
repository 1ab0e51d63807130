package org.stepback.exercise.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/// Parses what stands within the paragraphs of one document, as long as the work stays within a bound.
///
/// Each character that may open something can make the parser look through the rest of its paragraph, so a paragraph
/// counts as many steps as it has such characters times its length. A paragraph beyond the bound is shown as it was
/// typed, with a sentence.
final class BoundedInlines implements InlineParser {
    /// The most steps of one document. A note of 20,000 characters in ordinary paragraphs takes about a million.
    static final long MOST_STEPS = 10_000_000;

    static final String TOO_MUCH = "This paragraph has too many special characters, so it is shown as it was typed."
            + " Divide it by empty lines.";
    private static final String OPENERS = "<[]*_`$&!\\(\"'";

    private final InlineParser parser;
    private long steps;

    BoundedInlines(InlineParserContext context) {
        this.parser = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        String text = lines.getContent();
        long work = steps(text);
        if (steps + work <= MOST_STEPS) {
            steps += work;
            parser.parse(lines, block);
            return;
        }
        block.appendChild(new Text(text));
        block.appendChild(new HardLineBreak());
        Node sentence = new Emphasis("*");
        sentence.appendChild(new Text(TOO_MUCH));
        block.appendChild(sentence);
    }

    static long steps(String text) {
        return text.chars().filter(c -> OPENERS.indexOf(c) >= 0).count() * text.length();
    }
}
